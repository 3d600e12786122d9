import type { Tx } from '../database/client.ts';
import { type ExemplarFile, exemplarFile } from './queries.ts';
import { refusal } from './refusal.ts';

/**
 * An exemplar that nobody else changes until the transaction ends.
 *
 * @throws AppError exemplar_unknown
 */
export async function holdExemplar(tx: Tx, id: string): Promise<ExemplarFile> {
  await tx.$executeRaw`select from exemplar where id = ${id}::uuid for update`;
  const file = await exemplarFile(tx, { id });
  if (!file) throw refusal('exemplar_unknown', (p) => p.unknown);
  return file;
}
