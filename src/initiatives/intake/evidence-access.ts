import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { accessTo } from '../access.ts';
import { evidencePhrases } from './evidence-phrases.ts';
import { OPEN_TO_EVIDENCE } from './evidence-rules.ts';

const refusal = refusing(evidencePhrases);

/** Whether somebody may add evidence now: an author, or whoever handed the initiative in. */
export async function mayAddEvidence(
  tx: Tx,
  personId: string,
  initiativeId: string,
): Promise<'may' | 'closed' | 'not_theirs'> {
  const initiative = await tx.initiative.findFirst({
    where: {
      id: initiativeId,
      OR: [{ filedById: personId }, { authors: { some: { personId } } }],
    },
    select: { state: true },
  });
  if (!initiative) return 'not_theirs';
  return OPEN_TO_EVIDENCE.includes(initiative.state) ? 'may' : 'closed';
}

/**
 * A piece of evidence for somebody who may read it: as the initiative's file is read, and for the council
 * only as its confidential part is.
 *
 * @throws AppError evidence_unknown, the same whether it does not exist or may not be read
 */
export async function readableEvidence(
  deps: Deps,
  actor: Actor,
  evidenceId: string,
): Promise<{ id: string; name: string; sha256: string; number: string }> {
  const row = await deps.db.initiativeEvidence.findUnique({
    where: { id: evidenceId },
    select: {
      id: true,
      name: true,
      sha256: true,
      councilOnly: true,
      initiative: {
        select: {
          id: true,
          number: true,
          unitId: true,
          filedById: true,
          authors: { select: { personId: true } },
        },
      },
    },
  });
  const access = row ? await accessTo(deps, deps.db, actor, row.initiative) : 'none';
  const may = row?.councilOnly ? access === 'all' : access !== 'none';
  if (!row || !may) throw refusal('evidence_unknown', (p) => p.evidenceUnknown);
  const { id, name, sha256, initiative } = row;
  return { id, name, sha256, number: initiative.number };
}
