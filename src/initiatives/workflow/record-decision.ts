import { sameNumber } from '../../councils/papers/paper-rules.ts';
import type { Tx } from '../../database/client.ts';
import type { DecisionKind, InitiativeState } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type Day, dateColumn, dayIn, dayOf } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { decided, filedForSecretary } from '../messages.ts';
import { authorPersonIds } from '../queries.ts';
import { refusal } from '../refusal.ts';
import { keepRecognition } from './keep-recognition.ts';
import { signedDecision } from './signed-decision.ts';
import { tellMerged } from './tell-merged.ts';
import { workflowRefusal } from './workflow-phrases.ts';

export interface RecordDecision {
  actor: Actor;
  initiativeId: string;
  /** The ballot that the decision follows: passed for a recognition, not passed for a refusal. */
  ballotId: string;
  kind: DecisionKind;
  number: string;
  decidedOn: Day;
  signatory: string;
  /** Required of a refusal, which the law wants in writing with its reason. */
  reason?: string | undefined;
}

export interface RecordedDecision {
  /** False when a decision stood already; the rest then tells of that one. */
  happened: boolean;
  kind: DecisionKind;
  number: string;
  decidedOn: Day;
  signatory: string;
}

const stateBefore: Record<DecisionKind, InitiativeState> = {
  recognised: 'passed',
  refused: 'not_passed',
};

/**
 * Records the decision that recognises or refuses an initiative after its vote, and tells the authors.
 * Recorded once: a repetition changes nothing and answers with the decision that stands.
 *
 * @throws AppError not_secretary, is_author, initiative_unknown, decision_in_future, decision_before_vote,
 *   reason_missing, vote_not_fitting, decision_differs
 */
export async function recordDecision(deps: Deps, input: RecordDecision): Promise<RecordedDecision> {
  return inTransaction(deps.db, (tx) => recordDecisionIn(deps, tx, input));
}

/** The same in the caller's transaction; nothing is written before a refusal. */
export async function recordDecisionIn(
  deps: Deps,
  tx: Tx,
  input: RecordDecision,
): Promise<RecordedDecision> {
  const initiative = await tx.initiative.findUnique({
    where: { id: input.initiativeId },
    select: {
      number: true,
      unitId: true,
      filedById: true,
      authors: { select: { personId: true } },
    },
  });
  if (!initiative) throw refusal('initiative_unknown', (p) => p.unknownInitiative);
  if (!(await holdsRole(tx, input.actor, 'secretary', initiative.unitId)))
    throw refusal('not_secretary', (p) => p.decisionOnlySecretary);
  if (initiative.authors.some(({ personId }) => personId === input.actor.personId))
    throw workflowRefusal('is_author', (p) => p.ownInitiative);
  // The row is the lock: a vote that is being annulled waits for this, or this for it.
  await tx.$queryRaw`
      select id::text from initiative where id = ${input.initiativeId}::uuid for no key update`;
  await checkDecision(deps, tx, input);
  const moved = await tx.initiative.updateMany({
    where: { id: input.initiativeId, state: stateBefore[input.kind] },
    data: { state: input.kind },
  });
  if (moved.count === 0) return standingDecision(tx, input.initiativeId);
  const { kind, number, signatory } = input;
  await tx.initiativeDecision.create({
    data: {
      initiativeId: input.initiativeId,
      ballotId: input.ballotId,
      kind,
      number,
      decidedOn: dateColumn(input.decidedOn),
      signatory,
      reason: input.reason ?? null,
      recordedById: input.actor.personId,
      recordedAt: deps.clock.now(),
    },
    select: { initiativeId: true },
  });
  if (kind === 'recognised') {
    const { initiativeId, decidedOn } = input;
    await keepRecognition(tx, {
      initiativeId,
      level: 'grassroots',
      number,
      decidedOn,
      signatory,
    });
  }
  await audit(tx, {
    kind: kind === 'recognised' ? 'initiative.recognised' : 'initiative.refused',
    subjectId: input.initiativeId,
    actorId: input.actor.personId,
    before: { state: stateBefore[kind] },
    after: {
      state: kind,
      number,
      decidedOn: input.decidedOn,
      signatory,
      ballotId: input.ballotId,
    },
    ...(input.reason ? { reason: input.reason } : {}),
  });
  const readers = new Set([
    ...(await authorPersonIds(tx, input.initiativeId)),
    initiative.filedById,
  ]);
  for (const personId of readers) {
    await sendMessage(tx, decided, {
      to: { personId },
      params: {},
      subjectId: input.initiativeId,
      dedupeKey: `${decided.purpose}:${input.initiativeId}:${personId}`,
    });
  }
  await tellMerged(tx, { initiativeId: input.initiativeId, outcome: kind, told: [...readers] });
  await refreshMessages(tx, filedForSecretary, input.initiativeId);
  await refreshCardsOf(tx, input.ballotId);
  return { happened: true, kind, number, decidedOn: input.decidedOn, signatory };
}

/** The council's cards of the ballot, which offered the decision, show it instead. */
async function refreshCardsOf(tx: Tx, ballotId: string): Promise<void> {
  const kinds = await tx.outgoingMessage.findMany({
    where: { subjectId: ballotId },
    distinct: ['purpose'],
    select: { purpose: true },
  });
  for (const kind of kinds) await refreshMessages(tx, kind, ballotId);
}

async function checkDecision(deps: Deps, tx: Tx, input: RecordDecision): Promise<void> {
  if (input.kind === 'refused' && !input.reason)
    throw refusal('reason_missing', (p) => p.refusalNeedsReason, 'reason');
  if (input.decidedOn > today(deps))
    throw refusal('decision_in_future', (p) => p.decisionInFuture, 'decidedOn');
  const ballot = await tx.ballot.findFirst({
    where: {
      id: input.ballotId,
      agendaItem: { initiativeId: input.initiativeId },
      result: stateBefore[input.kind] === 'passed' ? 'passed' : 'not_passed',
      annulmentId: null,
    },
    select: { closedAt: true },
  });
  if (!ballot?.closedAt) throw refusal('vote_not_fitting', (p) => p.voteNotFitting);
  const signed = input.kind === 'recognised' ? await signedDecision(tx, input.initiativeId) : null;
  if (signed && (!sameNumber(signed.number, input.number) || signed.signedOn !== input.decidedOn))
    throw refusal('decision_differs', (p) => p.decisionDiffers(signed), 'number');
  const votedOn = dayIn(deps.zone, ballot.closedAt);
  if (input.decidedOn < votedOn)
    throw refusal('decision_before_vote', (p) => p.decisionBeforeVote({ votedOn }), 'decidedOn');
}

async function standingDecision(tx: Tx, initiativeId: string): Promise<RecordedDecision> {
  const decision = await tx.initiativeDecision.findUnique({
    where: { initiativeId },
    select: { kind: true, number: true, decidedOn: true, signatory: true },
  });
  if (!decision) throw refusal('vote_not_fitting', (p) => p.voteNotFitting);
  return { ...decision, happened: false, decidedOn: dayOf(decision.decidedOn) };
}
