// Builds src/ into dist/, one file for each part that is loaded by itself. Dependencies stay in node_modules;
// prisma/, manifest.yml, the rule data and the practice workspace's page are read from where they are.
import { readdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const { metafile } = await build({
  entryPoints: {
    main: 'src/main.ts',
    'embedded-worker': 'src/database/embedded-worker.ts',
    'reader-worker': 'src/imports/reader-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  metafile: true,
  logLevel: 'warning',
});

// What an earlier build left behind.
for (const entry of await readdir('dist', { recursive: true, withFileTypes: true })) {
  const path = `${entry.parentPath}/${entry.name}`;
  const built = path in metafile.outputs || entry.name.endsWith('.tar');
  if (entry.isFile() && !built) await rm(path);
}
