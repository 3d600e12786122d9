import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { InfluenceState } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type AuditEntry, audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type Day, dateColumn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { holdRecognised } from '../workflow/hold-recognised.ts';
import { keepRecognition } from '../workflow/keep-recognition.ts';
import { afterRefusal } from './after-refusal.ts';
import { type InfluenceRequest, influenceRequest } from './influence-queries.ts';
import { tellInfluence } from './tell-influence.ts';

/** What the secretary records of a request. */
export type InfluenceStep =
  /** The unit's tờ trình went out. */
  | { state: 'sent'; number: string; on: Day }
  | { state: 'recognised'; number: string; on: Day; signatory: string }
  | { state: 'not_recognised'; number: string; on: Day; reason: string }
  | { state: 'withdrawn'; reason: string };

const FROM: Record<InfluenceStep['state'], InfluenceState[]> = {
  sent: ['proposed'],
  recognised: ['sent'],
  not_recognised: ['sent'],
  withdrawn: ['proposed', 'sent'],
};
const AUDITED = {
  sent: 'initiative.influence_sent',
  recognised: 'initiative.influence_recognised',
  not_recognised: 'initiative.influence_not_recognised',
  withdrawn: 'initiative.influence_withdrawn',
} as const satisfies Record<InfluenceStep['state'], AuditEntry['kind']>;

/**
 * Takes a request for a level of influence a step on: proposed → sent → recognised or not recognised, or
 * withdrawn before the answer; tells the authors. A recognition becomes evidence for the titles of the
 * authors. A repetition, or a step from another state, changes nothing and answers with what stands.
 *
 * @throws AppError request_unknown, not_secretary, recognition_annulled (sent, recognised), day_in_future,
 *   answer_before_dispatch, decision_taken, at their fields
 */
export async function moveInfluence(
  deps: Deps,
  input: { actor: Actor; requestId: string; step: InfluenceStep },
): Promise<{ happened: boolean; request: InfluenceRequest }> {
  const { actor, requestId, step } = input;
  return inTransaction(deps.db, async (tx) => {
    const request = await ownRequest(tx, actor, requestId);
    const { initiativeId, level } = request;
    if (!FROM[step.state].includes(request.state)) return { happened: false, request };
    checkDays(deps, request, step);
    // What was annulled goes no further; that it was refused or given up can still be recorded.
    if (step.state === 'sent' || step.state === 'recognised')
      await holdRecognised(tx, initiativeId);
    const moved = await tx.influenceRequest.updateMany({
      where: { id: requestId, state: request.state },
      data: { state: step.state, ...dataOf(deps, actor, step) },
    });
    const now = async () => (await influenceRequest(tx, requestId)) ?? request;
    if (moved.count === 0) return { happened: false, request: await now() };
    if (step.state === 'recognised') {
      const { number, on: decidedOn, signatory } = step;
      const kept = { initiativeId, level, number, decidedOn, signatory };
      await refuseTakenDecision(tx, request, kept);
      await keepRecognition(tx, kept);
    }
    const { reason, ...facts } = { reason: undefined, ...step };
    await audit(tx, {
      kind: AUDITED[step.state],
      subjectId: initiativeId,
      actorId: actor.personId,
      before: { requestId, state: request.state },
      after: { requestId, level, ...facts },
      ...(reason ? { reason } : {}),
    });
    const told = { requestId, initiativeId, state: step.state, except: actor.personId };
    await tellInfluence(tx, told);
    return { happened: true, request: await now() };
  });
}

/**
 * A request that the actor may take further: as secretary of the unit or of one above it.
 *
 * @throws AppError request_unknown, not_secretary
 */
export async function ownRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
): Promise<InfluenceRequest> {
  const request = await influenceRequest(tx, requestId);
  if (!request) throw afterRefusal('request_unknown', (p) => p.requestUnknown);
  if (!(await holdsRole(tx, actor, 'secretary', request.initiativeUnitId)))
    throw afterRefusal('not_secretary', (p) => p.influenceOnlySecretary);
  return request;
}

function checkDays(deps: Deps, request: InfluenceRequest, step: InfluenceStep): void {
  if (step.state === 'withdrawn') return;
  const field = step.state === 'sent' ? 'dispatchedOn' : 'answeredOn';
  if (step.on > today(deps)) throw afterRefusal('day_in_future', (p) => p.dayInFuture, field);
  const { dispatchedOn } = request;
  if (step.state !== 'sent' && dispatchedOn && step.on < dispatchedOn)
    throw afterRefusal(
      'answer_before_dispatch',
      (p) => p.answerBeforeDispatch({ dispatchedOn }),
      field,
    );
}

function dataOf(
  deps: Deps,
  actor: Actor,
  step: InfluenceStep,
): Prisma.InfluenceRequestUncheckedUpdateManyInput {
  const now = deps.clock.now();
  if (step.state === 'sent') {
    const { number: dispatchNumber, on } = step;
    const sent = { sentById: actor.personId, sentAt: now };
    return { dispatchNumber, dispatchedOn: dateColumn(on), ...sent };
  }
  const settled = { settledById: actor.personId, settledAt: now };
  if (step.state === 'withdrawn') return { reason: step.reason, ...settled };
  const answer = { answerNumber: step.number, answeredOn: dateColumn(step.on), ...settled };
  return step.state === 'recognised'
    ? { ...answer, signatory: step.signatory }
    : { ...answer, reason: step.reason };
}

/** One decision names a title once at a level: a second initiative of that title is a mistake. */
async function refuseTakenDecision(
  tx: Tx,
  { initiativeId, initiativeTitle: title, level }: InfluenceRequest,
  { number: decisionNumber, decidedOn }: { number: string; decidedOn: Day },
): Promise<void> {
  const taken = await tx.recognisedWork.findFirst({
    where: {
      ...{ decisionNumber, title, level, initiativeId: { not: null } },
      decidedOn: dateColumn(decidedOn),
    },
    select: { initiativeId: true },
  });
  if (taken && taken.initiativeId !== initiativeId)
    throw afterRefusal('decision_taken', (p) => p.decisionTaken, 'number');
}
