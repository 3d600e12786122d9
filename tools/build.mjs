// Builds src/ into dist/, one file for each part that is loaded by itself, unless dist/ is what the sources as
// they are would give. Dependencies stay in node_modules; prisma/, manifest.yml, the rule data and the practice
// workspace's page are read from where they are.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** What the last whole build was made from and what it made: written last, and taken away before the next. */
const STAMP = 'dist/built.json';
const ENTRY_POINTS = {
  main: 'src/main.ts',
  'embedded-worker': 'src/database/embedded-worker.ts',
  'reader-worker': 'src/imports/reader-worker.ts',
};

const sources = sizesAndTimes();
if (!isBuiltFrom(sources)) await build();

/** Every file that a build depends on: one that is added, changed, put back or deleted makes it another list. */
function sizesAndTimes() {
  const inSrc = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  return [...inSrc.sort(), 'tools/build.mjs', 'tsconfig.json', 'package.json', 'package-lock.json']
    .map((path) => {
      const stats = statSync(path, { throwIfNoEntry: false });
      return `${path} ${stats?.size} ${stats?.mtimeMs}`;
    })
    .join('\n');
}

function isBuiltFrom(wanted) {
  try {
    const { from, made } = JSON.parse(readFileSync(STAMP, 'utf8'));
    return (
      from === wanted &&
      Object.entries(made).every(([path, bytes]) => statSync(path).size === bytes)
    );
  } catch {
    // Never built, interrupted, or something was deleted.
    return false;
  }
}

async function build() {
  const esbuild = await import('esbuild');
  rmSync(STAMP, { force: true });
  const { metafile } = await esbuild.build({
    entryPoints: ENTRY_POINTS,
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
  for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath}/${entry.name}`;
    const built = path in metafile.outputs || entry.name.endsWith('.tar');
    if (entry.isFile() && !built) rmSync(path);
  }
  const made = Object.entries(metafile.outputs).map(([path, { bytes }]) => [path, bytes]);
  writeFileSync(STAMP, JSON.stringify({ from: sources, made: Object.fromEntries(made) }));
}
