import { refreshSittings } from '../../councils/sittings/refresh-sittings.ts';
import type { Tx } from '../../database/client.ts';
import type { FormRefusalGround, InitiativeStepKind } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { MessageKind } from '../../jobs/kinds.ts';
import { type AuditEntry, audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { dayIn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { deadlineFrom } from '../rules.ts';
import { supersedeScorings } from '../scoring/close-scoring.ts';
import {
  findSubject,
  readersOf,
  refuseWhoMayNotCheck,
  type Subject,
} from '../similar/find-subject.ts';
import { type LastStep, lastStep } from './step-queries.ts';
import { takeStep, tellOfStep } from './take-step.ts';
import { WAYS } from './workflow.ts';
import { acceptedNews, formRefusedNews, returnedNews } from './workflow-messages.ts';
import { workflowRefusal } from './workflow-phrases.ts';

export type FormVerdict =
  | { kind: 'accepted' }
  | { kind: 'returned'; reason: string }
  | { kind: 'form_refused'; ground: FormRefusalGround; reason: string };

/** What a card or form showed when it was pressed: it acts on that and on nothing newer. */
export interface Seen {
  initiativeId: string;
  revision: number;
  state: 'received' | 'returned' | 'accepted';
}

export interface FormChecked {
  /** It stands as was asked: now, or by the same person before. */
  done: boolean;
  number: string;
  /** How it stands. */
  last: LastStep;
}

const NEWS: Record<FormVerdict['kind'], MessageKind<{ stepId: string }>> = {
  accepted: acceptedNews,
  returned: returnedNews,
  form_refused: formRefusedNews,
};
const AUDITED = {
  accepted: 'initiative.accepted',
  returned: 'initiative.returned',
  form_refused: 'initiative.form_refused',
} as const satisfies Record<FormVerdict['kind'], AuditEntry['kind']>;
const ACTS = { accepted: 'accept', returned: 'return', form_refused: 'refuse_form' } as const;

/**
 * Settles the check of the form of one revision (Nghị định 13/2012/NĐ-CP Điều 6): accepts it, returns it
 * to be mended, or does not take it in. One that was returned may be refused when the days for
 * correcting it are over; one that was accepted may be returned. What was settled or handed in anew
 * meanwhile is left as it is.
 *
 * @throws AppError initiative_unknown, not_secretary, is_author, reason_missing, not_returned_yet,
 *   correction_runs
 */
export async function checkForm(
  deps: Deps,
  input: { actor: Actor; seen: Seen; verdict: FormVerdict },
): Promise<FormChecked> {
  const { actor, seen, verdict } = input;
  if (verdict.kind !== 'accepted' && !verdict.reason)
    throw workflowRefusal('reason_missing', (p) => p.reasonNeeded, 'reason');
  return inTransaction(deps.db, async (tx) => {
    const subject = await findSubject(tx, { id: seen.initiativeId });
    await refuseWhoMayNotCheck(tx, actor, subject);
    if (!(await settle(deps, tx, seen, verdict, subject))) return standing(tx, input);
    const reason = verdict.kind === 'accepted' ? undefined : verdict.reason;
    const stepId = await takeStep(tx, {
      initiativeId: subject.id,
      kind: verdict.kind,
      revision: seen.revision,
      byId: actor.personId,
      reason,
      ...(verdict.kind === 'form_refused' ? { ground: verdict.ground } : {}),
    });
    await audit(tx, {
      kind: AUDITED[verdict.kind],
      subjectId: subject.id,
      actorId: actor.personId,
      before: { state: seen.state, revision: seen.revision },
      after: {
        state: WAYS[ACTS[verdict.kind]].to,
        ...(verdict.kind === 'form_refused' ? { ground: verdict.ground } : {}),
      },
      ...(reason ? { reason } : {}),
    });
    const personIds = readersOf(subject);
    await tellOfStep(tx, NEWS[verdict.kind], { initiativeId: subject.id, stepId, personIds });
    if (seen.state === 'accepted')
      await supersedeScorings(tx, { initiativeId: subject.id, actorId: actor.personId });
    // One that was mended may stand on an agenda since before it was returned.
    await refreshSittings(tx, { initiativeIds: [subject.id] });
    const last = await lastStep(tx, subject.id);
    return { done: true, number: subject.number, last };
  });
}

/** The statement that decides: it finds the revision in the state that was shown, or nothing. */
async function settle(
  deps: Deps,
  tx: Tx,
  seen: Seen,
  verdict: FormVerdict,
  subject: Subject,
): Promise<boolean> {
  const from: readonly string[] = WAYS[ACTS[verdict.kind]].from;
  if (!from.includes(seen.state)) return false;
  const { initiativeId, revision, state } = seen;
  switch (verdict.kind) {
    case 'accepted':
      return some(tx.$executeRaw`
        update initiative set state = 'accepted', accepted_at = app_now()
        where id = ${initiativeId}::uuid and revision = ${revision} and state = 'received'`);
    case 'returned':
      return some(tx.$executeRaw`
        update initiative set state = 'returned', returned_at = app_now(), accepted_at = null
        where id = ${initiativeId}::uuid and revision = ${revision}
          and state = ${state}::initiative_state`);
    case 'form_refused':
      if (state === 'returned') return refuseUnmended(deps, tx, seen, subject);
      // Whoever handed it in is first to be given the days to complete it.
      if (verdict.ground === 'incomplete' && revision === 1)
        throw workflowRefusal('not_returned_yet', (p) => p.returnFirst, 'ground');
      return some(tx.$executeRaw`
        update initiative set state = 'form_refused'
        where id = ${initiativeId}::uuid and revision = ${revision} and state = 'received'`);
  }
}

async function refuseUnmended(
  deps: Deps,
  tx: Tx,
  { initiativeId, revision }: Seen,
  subject: Subject,
): Promise<boolean> {
  if (subject.state !== 'returned' || !subject.returnedAt) return false;
  const returnedOn = dayIn(deps.zone, subject.returnedAt);
  const { by } = deadlineFrom(deps.rulebook, 'correction', returnedOn);
  const refused = await some(tx.$executeRaw`
    update initiative set state = 'form_refused'
    where id = ${initiativeId}::uuid and revision = ${revision} and state = 'returned'
      and returned_at = ${subject.returnedAt}
      and (app_now() at time zone ${deps.zone}::text)::date > ${by}::date`);
  if (refused) return true;
  const now = await findSubject(tx, { id: initiativeId });
  if (now.state === 'returned' && now.revision === revision)
    throw workflowRefusal('correction_runs', (p) => p.correctionRuns({ until: by }), 'reason');
  return false;
}

async function some(rows: Promise<number>): Promise<boolean> {
  return (await rows) > 0;
}

/** Pressing twice answers the same; another's press, or one on what was handed in anew, tells what stands. */
async function standing(
  tx: Tx,
  { actor, seen, verdict }: { actor: Actor; seen: Seen; verdict: FormVerdict },
): Promise<FormChecked> {
  const { number } = await findSubject(tx, { id: seen.initiativeId });
  const last = await lastStep(tx, seen.initiativeId);
  const kind: InitiativeStepKind = verdict.kind;
  const own = last.kind === kind && last.byId === actor.personId;
  return { done: own && last.revision === seen.revision, number, last };
}
