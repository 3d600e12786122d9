import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../kernel/package-root.ts';

// A migrated, empty database, made once at install, from which a first start begins: it saves the
// seconds that Postgres takes to make a database of nothing.

export const TEMPLATE_FOLDER = fileURLToPath(new URL('dist/', packageRoot));
const MIGRATIONS = fileURLToPath(new URL('prisma/migrations/', packageRoot));

/** The template for the migrations as they are on disk, or undefined when none was made for them. */
export async function readTemplate(): Promise<Blob | undefined> {
  try {
    return new Blob([new Uint8Array(await readFile(await templatePath()))]);
  } catch {
    // Without it a first start takes longer and comes to the same.
    return undefined;
  }
}

/** Where the template for the migrations on disk is, or is to be. */
export async function templatePath(): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(MIGRATIONS, { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.sql')).sort()) {
    hash.update(name).update(await readFile(`${MIGRATIONS}${name}`));
  }
  return `${TEMPLATE_FOLDER}postgres-${hash.digest('hex').slice(0, 12)}.tar`;
}
