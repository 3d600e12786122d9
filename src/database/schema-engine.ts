import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineBindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const require = createRequire(import.meta.url);
let loaded: Promise<void> | undefined;

/**
 * Prisma's schema engine as WebAssembly. The `prisma` command would download a native one at first
 * use; this one comes with the package and works without a network.
 */
export async function openSchemaEngine(
  schema: string,
  adapter: PrismaPg,
): Promise<engineBindings.SchemaEngine> {
  loaded ??= instantiate();
  await loaded;
  return engineBindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

async function instantiate(): Promise<void> {
  const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasmPath = entry.replace(/\.js$/, '.wasm');
  const bytes = await readFile(wasmPath);
  const imports = { './schema_engine_bg.js': { ...engineBindings } };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  engineBindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}
