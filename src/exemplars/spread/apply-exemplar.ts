import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole, nearestHoldersOf } from '../../people/queries.ts';
import { holdExemplar } from '../hold-exemplar.ts';
import { appliedNews, praisePost } from '../messages.ts';
import { type ExemplarFile, exemplarFile } from '../queries.ts';
import { isUnitOn } from '../units.ts';
import { spreadPhrases } from './spread-phrases.ts';

const refusal = refusing(spreadPhrases);

/**
 * An advanced model that is out, for units to copy.
 *
 * @throws AppError not_a_model
 */
export async function openModel(tx: Tx, exemplarId: string): Promise<ExemplarFile> {
  const file = await exemplarFile(tx, { id: exemplarId });
  if (!file || !isModel(file)) throw refusal('not_a_model', (p) => p.notAModel);
  return file;
}

function isModel({ kind, state }: ExemplarFile): boolean {
  return kind === 'advanced_model' && state === 'published';
}

/**
 * Records that a unit copies an advanced model of another one (nhân điển hình: Công văn 4793/BHXH-TĐKT, thứ
 * hai), and tells those who are praised and their heads. Once a unit: a repetition, also at the same moment,
 * changes nothing.
 *
 * @param input.applicationId becomes the id of what is recorded
 * @throws AppError not_a_model; not_your_unit, own_unit at their field
 */
export async function applyExemplar(
  deps: Deps,
  input: { actor: Actor; applicationId: string; exemplarId: string; unitId: string; how: string },
): Promise<{ applicationId: string; happened: boolean }> {
  const { actor, applicationId, exemplarId, unitId, how } = input;
  const on = today(deps);
  return inTransaction(deps.db, async (tx) => {
    const file = await holdExemplar(tx, exemplarId);
    if (!isModel(file)) throw refusal('not_a_model', (p) => p.notAModel);
    const may = await holdsRole(tx, actor, 'head', unitId);
    if (!may || !(await isUnitOn(tx, unitId, on)))
      throw refusal('not_your_unit', (p) => p.notYourUnit, 'unit');
    if (file.subjects.some((one) => one.unitId === unitId))
      throw refusal('own_unit', (p) => p.ownUnit, 'unit');
    const standing = file.applications.find((one) => one.unitId === unitId);
    if (standing) return { applicationId: standing.id, happened: false };
    await tx.exemplarApplication.create({
      data: { id: applicationId, exemplarId, unitId, how, appliedById: actor.personId },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'exemplar.applied',
      subjectId: exemplarId,
      actorId: actor.personId,
      after: { applicationId, unitId },
    });
    await refreshMessages(tx, praisePost, exemplarId);
    const heads = await nearestHoldersOf(tx, {
      ...{ role: 'head', on },
      unitIds: file.subjects.map((subject) => subject.unitId),
    });
    const readers = new Set([
      ...file.subjects.flatMap(({ personId }) => personId ?? []),
      ...[...heads.values()].flat(),
    ]);
    readers.delete(actor.personId);
    await sendMessages(
      tx,
      appliedNews,
      [...readers].map((personId) => ({
        to: { personId },
        params: {},
        subjectId: applicationId,
        dedupeKey: `${appliedNews.purpose}:${applicationId}:${personId}`,
      })),
    );
    return { applicationId, happened: true };
  });
}
