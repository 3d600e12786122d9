import { existsSync } from 'node:fs';

/** The folder of package.json, as a file URL with a slash at its end: the same from src/ and from dist/. */
export const packageRoot: URL = findRoot(new URL('.', import.meta.url));

function findRoot(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder;
  const above = new URL('..', folder);
  if (above.href === folder.href) throw new Error('no package.json above the code');
  return findRoot(above);
}
