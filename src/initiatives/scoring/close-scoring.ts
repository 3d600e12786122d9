import { refreshSittings } from '../../councils/sittings/refresh-sittings.ts';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { filedForSecretary } from '../messages.ts';
import { tallyScores } from './score-tally.ts';
import {
  scoringInvitation,
  scoringOutcome,
  scoringProgress,
  scoringReminder,
} from './scoring-messages.ts';
import { SCORABLE, type ScoringPicture, scoringPicture, sentScores } from './scoring-queries.ts';
import { scoringRefusal, unknownScoring } from './scoring-refusal.ts';
import { rightsIn } from './scoring-rights.ts';

/**
 * Closes a scoring at the secretary's word, when all have sent or the last day is over. Twice is once.
 *
 * @returns how it stands then
 * @throws AppError scoring_unknown, not_all_sent
 */
export async function closeScoring(
  deps: Deps,
  { actor, scoringId }: { actor: Actor; scoringId: string },
): Promise<ScoringPicture> {
  return inTransaction(deps.db, async (tx) => {
    const locked = await lock(tx, scoringId);
    const scoring = await scoringPicture(tx, { id: scoringId });
    if (!locked || !scoring) throw unknownScoring();
    const { runs } = await rightsIn(deps, tx, actor, scoring);
    if (!runs) throw scoringRefusal('only_secretary', (p) => p.onlySecretary);
    if (scoring.state !== 'open') return scoring;
    const waiting = scoring.panel.filter(({ excluded, sentAt }) => !excluded && !sentAt);
    if (waiting.length > 0 && !locked.past) {
      const names = waiting.map(({ name }) => name).join(', ');
      const { lastDay } = scoring;
      throw scoringRefusal('not_all_sent', (p) => p.notAllSent({ waiting: names, lastDay }));
    }
    await finish(tx, scoring, actor.personId);
    return (await scoringPicture(tx, { id: scoringId })) ?? scoring;
  });
}

/**
 * Stops a scoring that should not go on, as one opened with the wrong sheet or the wrong council. Nothing
 * is counted; another may be opened. What was sent is kept and read by nobody. Twice is once.
 *
 * @returns how it stands then
 * @throws AppError reason_missing, scoring_unknown, only_secretary, scoring_closed
 */
export async function stopScoring(
  deps: Deps,
  { actor, scoringId, reason }: { actor: Actor; scoringId: string; reason: string },
): Promise<ScoringPicture> {
  if (reason === '') throw scoringRefusal('reason_missing', (p) => p.reasonMissing, 'reason');
  return inTransaction(deps.db, async (tx) => {
    const scoring = (await lock(tx, scoringId)) && (await scoringPicture(tx, { id: scoringId }));
    if (!scoring) throw unknownScoring();
    const { runs } = await rightsIn(deps, tx, actor, scoring);
    if (!runs) throw scoringRefusal('only_secretary', (p) => p.onlySecretary);
    if (scoring.state === 'closed') throw scoringRefusal('scoring_closed', (p) => p.closedAlready);
    if (scoring.state === 'open') await cancel(tx, scoring, { actorId: actor.personId, reason });
    return (await scoringPicture(tx, { id: scoringId })) ?? scoring;
  });
}

/**
 * Closes scorings whose last day is over by the database's clock, and cancels those whose initiative no
 * longer waits for the council. Idempotent; what was missed is caught up at the next look.
 */
export async function closeDueScorings(deps: Deps): Promise<void> {
  const due = await deps.db.$queryRaw<{ id: string }[]>`
    select scoring.id from scoring join initiative on initiative.id = scoring.initiative_id
    where scoring.state = 'open'
      and (closes_at <= app_now() or not initiative.state::text = any(${[...SCORABLE]}))
    order by closes_at`;
  for (const { id } of due) {
    await closeIfDue(deps, id).catch((error: unknown) =>
      deps.log.error({ scoring: id, err: error }, 'scoring was not closed'),
    );
  }
}

/** @returns whether this call ended it */
async function closeIfDue(deps: Deps, scoringId: string): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const locked = await lock(tx, scoringId);
    if (locked?.state !== 'open') return false;
    const scoring = await scoringPicture(tx, { id: scoringId });
    if (!scoring || (!locked.past && isScorable(scoring))) return false;
    await finish(tx, scoring, null);
    return true;
  });
}

/** Waits for scorecards in flight: each holds the scoring's row shared until it is committed. */
async function lock(tx: Tx, scoringId: string): Promise<{ state: string; past: boolean } | null> {
  const [row] = await tx.$queryRaw<{ state: string; past: boolean }[]>`
    select state::text as state, closes_at <= app_now() as past
    from scoring where id = ${scoringId}::uuid for update`;
  return row ?? null;
}

function isScorable({ initiative }: ScoringPicture): boolean {
  return SCORABLE.some((state) => state === initiative.state);
}

async function finish(tx: Tx, scoring: ScoringPicture, actorId: string | null): Promise<void> {
  const { id, sheet, enough, panel, initiative } = scoring;
  if (isScorable(scoring)) {
    const entitled = panel.filter(({ excluded }) => !excluded).length;
    const sheets = await sentScores(tx, id);
    const outcome = tallyScores({ sheet, entitled, sheets, enough });
    await tx.$executeRaw`
      update scoring set state = 'closed', closed_at = app_now(), closed_by_id = ${actorId}::uuid,
        outcome = ${JSON.stringify(outcome)}::jsonb, conclusive = ${outcome.enough.met}
      where id = ${id}::uuid`;
    const { scorers, result } = outcome;
    await audit(tx, {
      kind: 'initiative.scoring_closed',
      subjectId: id,
      actorId,
      after: { initiativeId: initiative.id, entitled, scorers, result },
    });
    await refreshAll(tx, scoring);
    const { openedById: personId } = await tx.scoring.findUniqueOrThrow({
      where: { id },
      select: { openedById: true },
    });
    await sendMessage(tx, scoringOutcome, {
      to: { personId },
      params: {},
      subjectId: id,
      dedupeKey: `${scoringOutcome.purpose}:${id}`,
    });
  } else {
    await cancel(tx, scoring, { actorId, reason: null });
  }
}

async function cancel(
  tx: Tx,
  scoring: ScoringPicture,
  { actorId, reason }: { actorId: string | null; reason: string | null },
): Promise<void> {
  const { id, initiative } = scoring;
  await tx.$executeRaw`
    update scoring set state = 'cancelled', closed_at = app_now(), closed_by_id = ${actorId}::uuid,
      stop_reason = ${reason}
    where id = ${id}::uuid`;
  await audit(tx, {
    kind: 'initiative.scoring_cancelled',
    subjectId: id,
    actorId,
    after: { initiativeId: initiative.id, initiativeState: initiative.state, reason },
  });
  await refreshAll(tx, scoring);
}

/**
 * Ends what was scored of an initiative that is returned to be mended, in the transaction that returns it: an
 * open scoring is cancelled, an outcome stands no more, for it was given to another text, perhaps of other
 * authors. Then it can be scored anew.
 */
export async function supersedeScorings(
  tx: Tx,
  { initiativeId, actorId }: { initiativeId: string; actorId: string },
): Promise<void> {
  const standing = await tx.$queryRaw<{ id: string; state: string }[]>`
    select id, state::text as state from scoring
    where initiative_id = ${initiativeId}::uuid and (state = 'open' or conclusive) for update`;
  for (const { id, state } of standing) {
    const scoring = await scoringPicture(tx, { id });
    if (!scoring) continue;
    if (state === 'open') {
      await cancel(tx, scoring, { actorId: null, reason: null });
      continue;
    }
    await tx.$executeRaw`
      update scoring set conclusive = false, superseded_at = app_now() where id = ${id}::uuid`;
    await audit(tx, {
      kind: 'initiative.scoring_superseded',
      subjectId: id,
      actorId,
      after: { initiativeId },
    });
    await refreshAll(tx, scoring);
  }
}

async function refreshAll(tx: Tx, { id, initiative }: ScoringPicture): Promise<void> {
  await refreshMessages(tx, scoringInvitation, id);
  await refreshMessages(tx, scoringProgress, id);
  await refreshMessages(tx, scoringReminder, id);
  await refreshMessages(tx, filedForSecretary, initiative.id);
  await refreshSittings(tx, { initiativeIds: [initiative.id] });
}
