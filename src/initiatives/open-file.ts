import type { Deps } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { accessTo } from './access.ts';
import { type InitiativeFile, initiativeFile } from './file-queries.ts';
import { refusal } from './refusal.ts';

/**
 * The file of an initiative for somebody who may read it.
 *
 * @throws AppError initiative_unknown, the same whether it does not exist or may not be read
 */
export async function openFile(
  deps: Deps,
  actor: Actor,
  which: { id: string } | { number: string },
): Promise<{ file: InitiativeFile; confidential: boolean }> {
  const file = await initiativeFile(deps, deps.db, which);
  const access = file ? await accessTo(deps, deps.db, actor, file) : 'none';
  if (!file || access === 'none') throw refusal('initiative_unknown', (p) => p.unknownInitiative);
  return { file, confidential: access === 'all' };
}
