import { isDeepStrictEqual } from 'node:util';
import type { ScoringExclusion } from '../../councils/rules.ts';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, refreshMessageTo } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { type AppError, throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { ScoreSheet } from '../../rulebook/score-sheet-schema.ts';
import { maximaOf, mostOf, totalOf } from './score-tally.ts';
import { scoringInvitation, scoringProgress, scoringReminder } from './scoring-messages.ts';
import { type OwnScorecard, ownScorecard, SCORABLE } from './scoring-queries.ts';
import { excludedRefusal, scoringRefusal, unknownScoring } from './scoring-refusal.ts';

export interface SavedScorecard {
  sent: boolean;
  total: number;
  most: number;
  /** Criteria that have points, of all. */
  done: number;
  of: number;
}

/**
 * Keeps a member's scorecard, as a draft or sent: while the scoring is open by the database's clock, on
 * the panel, not excluded, and not after its member has seen others' scores; judged by the statement
 * that writes. A sent one is corrected by sending it again. The same twice changes nothing.
 *
 * @param input.points whole points by criterion; a draft may lack some
 * @throws AppError scoring_unknown, excluded, scoring_over, scorecard_fixed, sent_already, and
 *   missing_mark or wrong_points, each at its criterion's field
 */
export async function saveScorecard(
  deps: Deps,
  input: {
    actor: Actor;
    scoringId: string;
    points: Readonly<Record<string, number>>;
    comment: string | null;
    send: boolean;
  },
): Promise<SavedScorecard> {
  const { actor, scoringId, send } = input;
  const comment = input.comment?.trim() || null;
  const key = { scoringId, personId: actor.personId };
  return inTransaction(deps.db, async (tx) => {
    const scoring = await tx.scoring.findUnique({
      where: { id: scoringId },
      select: { sheet: true },
    });
    if (!scoring) throw unknownScoring();
    const sheet = ScoreSheet.parse(scoring.sheet);
    const before = await takeSeat(tx, key);
    const points = checkPoints(sheet, input.points, send);
    const saved = {
      sent: send,
      total: totalOf(sheet, points),
      most: mostOf(sheet),
      done: Object.keys(points).length,
      of: sheet.criteria.length,
    };
    if (same(before, { points, comment, send })) return saved;
    if (before?.sentAt && !send) throw scoringRefusal('sent_already', (p) => p.sentAlready, 'what');
    const written = await tx.$executeRaw`
      insert into scorecard (scoring_id, person_id, comment, saved_at, sent_at)
      select scoring.id, scorer.person_id, ${comment}, app_now(),
        case when ${send} then app_now() end
      from (select id, initiative_id from scoring
        where id = ${scoringId}::uuid and state = 'open' and closes_at > app_now() for share) scoring
      join initiative on initiative.id = scoring.initiative_id
        and initiative.state::text = any(${[...SCORABLE]})
      join scorer on scorer.scoring_id = scoring.id
      where scorer.person_id = ${actor.personId}::uuid and scorer.excluded is null
        and not exists (
          select from initiative_author
          where initiative_id = initiative.id and person_id = scorer.person_id)
      on conflict (scoring_id, person_id) do update
        set comment = excluded.comment, saved_at = excluded.saved_at,
          sent_at = coalesce(scorecard.sent_at, excluded.sent_at)
        where scorecard.looked_at is null`;
    if (written === 0) throw await whyNot(tx, key);
    await writeMarks(tx, key, sheet, points);
    if (send) {
      const kind = before?.sentAt ? 'initiative.scorecard_corrected' : 'initiative.scorecard_sent';
      await audit(tx, { kind, subjectId: scoringId, actorId: actor.personId });
      if (!before?.sentAt) await refreshMessages(tx, scoringProgress, scoringId);
    }
    const own = { subjectId: scoringId, personId: actor.personId };
    await refreshMessageTo(tx, scoringInvitation, own);
    if (send) await refreshMessageTo(tx, scoringReminder, own);
    return saved;
  });
}

/** Of two submissions by one member the second waits here, and then sees what the first has written. */
async function takeSeat(
  tx: Tx,
  key: { scoringId: string; personId: string },
): Promise<OwnScorecard | null> {
  const [seat] = await tx.$queryRaw<{ excluded: ScoringExclusion | null }[]>`
    select excluded::text as excluded from scorer where scoring_id = ${key.scoringId}::uuid
      and person_id = ${key.personId}::uuid for no key update`;
  if (!seat) throw unknownScoring();
  if (seat.excluded) throw excludedRefusal(seat.excluded);
  return ownScorecard(tx, key);
}

function checkPoints(
  sheet: ScoreSheet,
  given: Readonly<Record<string, number>>,
  send: boolean,
): Record<string, number> {
  const points: Record<string, number> = {};
  const wrong: AppError[] = [];
  for (const { key, max } of maximaOf(sheet)) {
    const mark = given[key];
    if (mark === undefined) {
      if (send) wrong.push(scoringRefusal('missing_mark', (p) => p.missingMark, `mark_${key}`));
      continue;
    }
    if (!Number.isInteger(mark) || mark < 0 || mark > max)
      wrong.push(scoringRefusal('wrong_points', (p) => p.wrongPoints({ max }), `mark_${key}`));
    else points[key] = mark;
  }
  throwTogether(wrong);
  return points;
}

async function writeMarks(
  tx: Tx,
  key: { scoringId: string; personId: string },
  sheet: ScoreSheet,
  points: Readonly<Record<string, number>>,
): Promise<void> {
  await tx.scorecardMark.deleteMany({ where: key });
  await tx.scorecardMark.createMany({
    data: maximaOf(sheet).flatMap(({ key: criterion, max }) => {
      const mark = points[criterion];
      return mark === undefined ? [] : [{ ...key, criterion, points: mark, max }];
    }),
  });
}

function same(
  before: OwnScorecard | null,
  now: { points: Readonly<Record<string, number>>; comment: string | null; send: boolean },
): boolean {
  if (!before || before.comment !== now.comment || (before.sentAt !== null) !== now.send)
    return false;
  return isDeepStrictEqual(before.points, now.points);
}

/** Nothing was written; says why. */
async function whyNot(tx: Tx, key: { scoringId: string; personId: string }) {
  const [seat] = await tx.$queryRaw<{ author: boolean; fixed: boolean }[]>`
    select exists (select from initiative_author
        where initiative_id = scoring.initiative_id and person_id = scorer.person_id) as author,
      exists (select from scorecard where scorecard.scoring_id = scorer.scoring_id
        and scorecard.person_id = scorer.person_id and looked_at is not null) as fixed
    from scorer join scoring on scoring.id = scorer.scoring_id
    where scorer.scoring_id = ${key.scoringId}::uuid
      and scorer.person_id = ${key.personId}::uuid`;
  if (seat?.author) return excludedRefusal('author');
  if (seat?.fixed) return scoringRefusal('scorecard_fixed', (p) => p.fixed);
  return scoringRefusal('scoring_over', (p) => p.scoringOver);
}
