import { refreshSittings } from '../../councils/sittings/refresh-sittings.ts';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { refusal } from '../refusal.ts';
import { initiativeNumber, parseInitiativeNumber } from '../rules.ts';
import {
  findSubject,
  readersOf,
  refuseWhoMayNotCheck,
  type Subject,
} from '../similar/find-subject.ts';
import { lastStep } from './step-queries.ts';
import { takeStep, tellOfStep } from './take-step.ts';
import { stateAfter, WAYS } from './workflow.ts';
import { absorbedNews, mergedNews } from './workflow-messages.ts';
import { workflowRefusal } from './workflow-phrases.ts';

export interface Merged {
  /** False: it was merged with that one before. */
  happened: boolean;
  merged: Pick<Subject, 'id' | 'number'>;
  /** The one that goes on; its shares are agreed anew by returning it. */
  survivor: Pick<Subject, 'id' | 'number'>;
}

const FIELD = 'number';

/**
 * Lets an initiative go on in another one that says the same. Neither may be before the council or
 * decided, and the secretary is an author of neither. The authors of both are told; those of the merged
 * one become no authors of the other by themselves.
 *
 * @param input.intoNumber as it was typed
 * @throws AppError initiative_unknown, not_secretary, is_author, number_unreadable, merged_with_itself,
 *   not_mergeable
 */
export async function mergeInitiatives(
  deps: Deps,
  input: { actor: Actor; initiativeId: string; intoNumber: string; reason: string | undefined },
): Promise<Merged> {
  const { actor, initiativeId, reason } = input;
  const read = parseInitiativeNumber(input.intoNumber);
  if (!read) throw workflowRefusal('number_unreadable', (p) => p.numberUnreadable, FIELD);
  const number = initiativeNumber(read.year, read.sequence);
  return inTransaction(deps.db, async (tx) => {
    const { id: intoId } = await findOther(tx, number);
    if (intoId === initiativeId)
      throw workflowRefusal('merged_with_itself', (p) => p.mergedWithItself, FIELD);
    // In one order, so that two that are merged with each other at once do not wait for each other.
    await tx.$queryRaw`
      select id from initiative where id in (${initiativeId}::uuid, ${intoId}::uuid)
      order by id for update`;
    const merged = await findSubject(tx, { id: initiativeId });
    const survivor = await findSubject(tx, { id: intoId });
    await refuseWhoMayNotCheck(tx, actor, merged);
    await refuseWhoMayNotCheck(tx, actor, survivor);
    if (merged.state === 'merged' && (await goesOnIn(tx, initiativeId)) === intoId)
      return { happened: false, merged, survivor };
    for (const one of [merged, survivor]) await refuseUnmergeable(deps, tx, one);
    await tx.initiative.update({
      where: { id: initiativeId },
      data: { state: WAYS.merge.to, mergedIntoId: intoId },
      select: { id: true },
    });
    const byId = actor.personId;
    const stepId = await takeStep(tx, {
      initiativeId,
      kind: 'merged',
      revision: merged.revision,
      byId,
      reason,
      otherId: intoId,
    });
    const absorbedId = await takeStep(tx, {
      initiativeId: intoId,
      kind: 'absorbed',
      revision: survivor.revision,
      byId,
      reason,
      otherId: initiativeId,
    });
    await audit(tx, {
      kind: 'initiative.merged',
      subjectId: initiativeId,
      actorId: byId,
      before: { state: merged.state },
      after: { state: 'merged', into: survivor.number },
      ...(reason ? { reason } : {}),
    });
    const own = readersOf(merged);
    await tellOfStep(tx, mergedNews, { initiativeId, stepId, personIds: own });
    const personIds = readersOf(survivor).filter((id) => !own.includes(id));
    await tellOfStep(tx, absorbedNews, { initiativeId: intoId, stepId: absorbedId, personIds });
    await refreshSittings(tx, { initiativeIds: [initiativeId] });
    return { happened: true, merged, survivor };
  });
}

async function findOther(tx: Tx, number: string): Promise<{ id: string }> {
  const other = await tx.initiative.findUnique({ where: { number }, select: { id: true } });
  if (!other) throw refusal('initiative_unknown', (p) => p.unknownInitiative, FIELD);
  return other;
}

async function goesOnIn(tx: Tx, id: string): Promise<string | null> {
  const { mergedIntoId } = await tx.initiative.findUniqueOrThrow({
    where: { id },
    select: { mergedIntoId: true },
  });
  return mergedIntoId;
}

async function refuseUnmergeable(deps: Deps, tx: Tx, { id, number, state }: Subject) {
  if (stateAfter(state, 'merge')) return;
  const last = await lastStep(tx, id);
  throw workflowRefusal(
    'not_mergeable',
    (p) => p.notMergeable({ number, last, zone: deps.zone }),
    FIELD,
  );
}
