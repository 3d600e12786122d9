// The package ships types for its bundler entry only; this is the entry that we instantiate ourselves.
declare module '@prisma/schema-engine-wasm/schema_engine_bg' {
  export * from '@prisma/schema-engine-wasm';
  export function __wbg_set_wasm(exports: object): void;
}

// The part of WebAssembly's API that is used here; Node's types leave it to the DOM library.
declare namespace WebAssembly {
  function instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
}
