import type { Deps } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { accessTo } from './access.ts';
import { type InitiativeFile, initiativeFile } from './file-queries.ts';
import { refusal } from './refusal.ts';

/** The file of an initiative for somebody who may read it; null, whether it does not exist or may not be read. */
export async function findFile(
  deps: Deps,
  actor: Actor,
  which: { id: string } | { number: string },
): Promise<{ file: InitiativeFile; confidential: boolean } | null> {
  const file = await initiativeFile(deps, deps.db, which);
  const access = file ? await accessTo(deps, deps.db, actor, file) : 'none';
  if (!file || access === 'none') return null;
  return { file, confidential: access === 'all' };
}

/**
 * The same.
 *
 * @throws AppError initiative_unknown, the same whether it does not exist or may not be read
 */
export async function openFile(
  deps: Deps,
  actor: Actor,
  which: { id: string } | { number: string },
): Promise<{ file: InitiativeFile; confidential: boolean }> {
  const found = await findFile(deps, actor, which);
  if (!found) throw refusal('initiative_unknown', (p) => p.unknownInitiative);
  return found;
}
