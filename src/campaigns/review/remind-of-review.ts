import type { ReviewKind } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { nextOfficeHour } from '../../kernel/office-hours.ts';
import { addDays, type Day, dateColumn, dayOf, instantAt } from '../../kernel/time.ts';
import { nearestHolders } from '../../people/queries.ts';
import { reviewDue } from '../messages.ts';
import { POSTING_TIME } from '../rules.ts';
import { REVIEW_TELLING, type ReviewTelling } from './review-rules.ts';

const STAGES = Object.keys(REVIEW_TELLING) as ReviewTelling[];

/**
 * Tells those who are to write a review that it is soon due, due, or late, each once and in office hours: the author of
 * the plan and its contact; when it is late the heads of the unit, too. Only the newest word is sent of several that
 * became due while nothing ran.
 */
export async function remindOfReviews(deps: Deps): Promise<void> {
  const { db } = deps;
  const until = dateColumn(addDays(today(deps), -REVIEW_TELLING.soon));
  const rows = await db.campaign.findMany({
    where: {
      state: { in: ['published', 'closed'] },
      OR: [{ midtermOn: { lte: until } }, { finalReviewOn: { lte: until } }],
    },
    select: {
      ...{ id: true, unitId: true, authorId: true, contactId: true },
      ...{ midtermOn: true, finalReviewOn: true },
      reviews: { where: { finishedAt: { not: null } }, select: { kind: true } },
    },
    orderBy: { id: 'asc' },
  });
  for (const { midtermOn, finalReviewOn, reviews, ...campaign } of rows) {
    const finished = reviews.map(({ kind }) => kind);
    for (const [kind, column] of [
      ['midterm', midtermOn],
      ['final', finalReviewOn],
    ] as const) {
      if (!column || finished.includes(kind)) continue;
      const day = dayOf(column);
      const stage = STAGES.filter((one) => isDue(deps, day, one)).at(-1);
      if (stage) await tell(deps, campaign, { kind, stage, day });
    }
  }
}

function isDue({ clock, zone }: Deps, day: Day, stage: ReviewTelling): boolean {
  const morning = instantAt(addDays(day, REVIEW_TELLING[stage]), POSTING_TIME, zone);
  return clock.now() >= nextOfficeHour(morning, zone);
}

async function tell(
  deps: Deps,
  campaign: { id: string; unitId: string; authorId: string; contactId: string },
  about: { kind: ReviewKind; stage: ReviewTelling; day: Day },
): Promise<void> {
  const { id, unitId, authorId, contactId } = campaign;
  await inTransaction(deps.db, async (tx) => {
    const heads =
      about.stage === 'late'
        ? await nearestHolders(tx, { role: 'head', unitId, on: today(deps) })
        : [];
    await sendMessages(
      tx,
      reviewDue,
      [...new Set([authorId, contactId, ...heads])].map((personId) => ({
        ...{ to: { personId }, params: about, subjectId: id },
        dedupeKey: `${reviewDue.purpose}:${id}:${about.kind}:${about.stage}:${about.day}:${personId}`,
      })),
    );
  });
}
