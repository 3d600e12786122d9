import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { mayEdit, mayReadReport } from '../access.ts';
import { type Proposal, proposalsWhere } from '../commendation/commendation-queries.ts';
import { proposable } from '../commendation/propose-commendation.ts';
import { concernedBy, type ExemplarFile, exemplarFile } from '../queries.ts';
import { refusal } from '../refusal.ts';

export interface OpenedExemplar {
  file: ExemplarFile;
  /** Whether the reader may read what was reported, beside what is published. */
  report: boolean;
  mayEdit: boolean;
  mayPropose: boolean;
  /** For those who may propose. */
  proposals: Proposal[];
}

/**
 * An exemplar for its reader: what is published for everybody in the agency; what was reported for those who
 * reported it, those who are praised, and the head, secretary and communications of their line of units.
 *
 * @throws AppError exemplar_unknown, the same whether it does not exist or may not be read
 */
export async function openExemplar(
  deps: Deps,
  actor: Actor,
  which: { id: string } | { number: string },
): Promise<OpenedExemplar> {
  const { db } = deps;
  const file = await exemplarFile(db, which);
  const report = file !== null && (await mayReadReport(db, actor, concernedBy(file)));
  if (!file || (!report && file.state !== 'published'))
    throw refusal('exemplar_unknown', (p) => p.unknown);
  const mayPropose = (await proposable(db, actor, file)).length > 0;
  const proposals = mayPropose ? await proposalsWhere(db, { where: { exemplarId: file.id } }) : [];
  return { file, report, mayEdit: await mayEdit(db, actor, file), mayPropose, proposals };
}
