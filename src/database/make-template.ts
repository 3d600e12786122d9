import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';
import { readTemplate, TEMPLATE_FOLDER, templatePath } from './template.ts';

/** Makes the template if it is not there, and throws away those of other migrations. */
export async function makeTemplate(): Promise<void> {
  if (await readTemplate()) return;
  const path = await templatePath();
  const embedded = await startEmbeddedPostgres(null);
  const pool = new pg.Pool({ ...embedded.connection, max: 4 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  let image: Buffer;
  try {
    await migrate(pool);
    await pool.end();
    image = Buffer.from(await (await embedded.dump()).arrayBuffer());
  } finally {
    // Also when a migration fails: its worker would keep the process, and whoever waits for it, alive.
    await embedded.close();
  }
  await mkdir(TEMPLATE_FOLDER, { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, image);
  await rename(draft, path);
  for (const name of await readdir(TEMPLATE_FOLDER)) {
    if (/^postgres-.*\.tar/.test(name) && `${TEMPLATE_FOLDER}${name}` !== path)
      await rm(`${TEMPLATE_FOLDER}${name}`);
  }
}
