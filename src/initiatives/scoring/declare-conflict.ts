import { refreshDeclared } from '../../councils/sittings/refresh-sittings.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { scoringInvitation, scoringProgress } from './scoring-messages.ts';
import { scoringRefusal, unknownScoring } from './scoring-refusal.ts';

/**
 * A member who scores declares a conflict of interest and leaves the panel; a draft of theirs is never
 * read. It bars from the vote too. Twice is once.
 *
 * @throws AppError scoring_unknown, conflict_too_late when their scorecard is in or the scoring is over
 */
export async function declareConflict(
  deps: Deps,
  { actor, scoringId }: { actor: Actor; scoringId: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    // Waits for a scorecard of theirs that is just being sent; the next statement then sees it.
    await tx.$queryRaw`
      select from scorer where scoring_id = ${scoringId}::uuid
        and person_id = ${actor.personId}::uuid for update`;
    const [left] = await tx.$queryRaw<{ initiative_id: string }[]>`
      with open_scoring as (
        select id, initiative_id from scoring
        where id = ${scoringId}::uuid and state = 'open' and closes_at > app_now() for share
      )
      update scorer set excluded = 'declared'
      from open_scoring
      where scorer.scoring_id = open_scoring.id and scorer.person_id = ${actor.personId}::uuid
        and scorer.excluded is null
        and not exists (
          select from scorecard
          where scorecard.scoring_id = scorer.scoring_id
            and scorecard.person_id = scorer.person_id and sent_at is not null)
      returning open_scoring.initiative_id`;
    if (!left) return explain();
    await tx.$executeRaw`
      insert into initiative_conflict (initiative_id, person_id, declared_by_id)
      values (${left.initiative_id}::uuid, ${actor.personId}::uuid, ${actor.personId}::uuid)
      on conflict do nothing`;
    await audit(tx, {
      kind: 'initiative.conflict_declared',
      subjectId: left.initiative_id,
      actorId: actor.personId,
      after: { personIds: [actor.personId] },
    });
    await refreshMessages(tx, scoringInvitation, scoringId);
    await refreshMessages(tx, scoringProgress, scoringId);
    await refreshDeclared(tx, {
      initiativeIds: [left.initiative_id],
      personIds: [actor.personId],
    });

    async function explain(): Promise<void> {
      const seat = await tx.scorer.findUnique({
        where: { scoringId_personId: { scoringId, personId: actor.personId } },
        select: { excluded: true },
      });
      if (!seat) throw unknownScoring();
      if (seat.excluded === null)
        throw scoringRefusal('conflict_too_late', (p) => p.conflictTooLate);
    }
  });
}
