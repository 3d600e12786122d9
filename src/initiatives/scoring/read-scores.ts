import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessageTo } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { scoringInvitation } from './scoring-messages.ts';
import {
  type ScoringPicture,
  type SentScores,
  scoringPicture,
  sentScores,
} from './scoring-queries.ts';
import { excludedRefusal, scoringRefusal, unknownScoring } from './scoring-refusal.ts';
import { rightsIn } from './scoring-rights.ts';

/**
 * The scores with the names of those who gave them: after the close for the secretary who runs it and
 * the members who score; while it is open only for a member whose own scorecard is in. That one is fixed
 * by the same transaction, before anything of the others is read, so that nobody scores by what others gave.
 *
 * @throws AppError scoring_unknown, excluded, scoring_over (stopped), own_first, not_yet_closed
 */
export async function readScores(
  deps: Deps,
  { actor, scoringId }: { actor: Actor; scoringId: string },
): Promise<{ scoring: ScoringPicture; scores: SentScores[] }> {
  return inTransaction(deps.db, async (tx) => {
    const scoring = await scoringPicture(tx, { id: scoringId });
    if (!scoring) throw unknownScoring();
    const { runs, scores } = await rightsIn(deps, tx, actor, scoring);
    const seat = scoring.panel.find(({ personId }) => personId === actor.personId);
    if (!runs && !scores) {
      if (!seat) throw unknownScoring();
      throw excludedRefusal(seat.excluded ?? 'author');
    }
    if (scoring.state === 'cancelled') throw scoringRefusal('scoring_over', (p) => p.stopped);
    if (scoring.state === 'open') {
      if (!scores) throw scoringRefusal('not_yet_closed', (p) => p.notYetClosed);
      await fixOwn(tx, { scoringId, personId: actor.personId });
    }
    return { scoring, scores: await sentScores(tx, scoringId) };
  });
}

async function fixOwn(tx: Tx, key: { scoringId: string; personId: string }): Promise<void> {
  const { scoringId, personId } = key;
  const [open] = await tx.$queryRaw<unknown[]>`
    select from scoring where id = ${scoringId}::uuid and state = 'open' for share`;
  // Closed in the meantime, it is fixed like all others.
  if (!open) return;
  const fixed = await tx.$executeRaw`
    update scorecard set looked_at = app_now()
    where scoring_id = ${scoringId}::uuid and person_id = ${personId}::uuid
      and sent_at is not null and looked_at is null`;
  if (fixed > 0) {
    await audit(tx, {
      kind: 'initiative.scorecard_fixed',
      subjectId: scoringId,
      actorId: personId,
    });
    await refreshMessageTo(tx, scoringInvitation, { subjectId: scoringId, personId });
    return;
  }
  const own = await tx.scorecard.findUnique({
    where: { scoringId_personId: key },
    select: { sentAt: true },
  });
  if (!own?.sentAt) throw scoringRefusal('own_first', (p) => p.ownFirst);
}
