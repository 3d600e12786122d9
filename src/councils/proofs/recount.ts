import { z } from 'zod';
import type { Tx } from '../../database/client.ts';
import { Prisma } from '../../database/generated/client.ts';
import { StoredOutcome, StoredRule } from '../stored.ts';
import { isWithheld, keepsChoices, tally } from '../tally.ts';

/** What a closed ballot was stored with, beside what its stored votes give when they are counted again. */
export interface Recount {
  ballotId: string;
  method: 'open' | 'secret';
  closedAt: Date;
  /** The initiative's, or what is nominated for and the year; null on an item that was typed in. */
  number: string | null;
  title: string | null;
  /** Its figures are told to nobody (`isWithheld`, `keepsChoices`), in a recount neither. */
  withheld: boolean;
  lines: RecountLine[];
}

export interface RecountLine {
  of: (typeof COMPARED)[number];
  stored: string;
  recounted: string;
}

export const COMPARED = [
  'total',
  'entitled',
  'papers',
  'agree',
  'disagree',
  'other',
  'invalid',
  'notVoted',
  'quorum',
  'base',
  'needed',
  'result',
] as const;

export function isDifferent({ stored, recounted }: RecountLine): boolean {
  return stored !== recounted;
}

const StoredBallot = z.object({
  id: z.uuid(),
  method: z.enum(['open', 'secret']),
  closed_at: z.date(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  rule: StoredRule,
  outcome: StoredOutcome,
  roll_size: z.int(),
  entitled: z.int(),
  result: z.string(),
  members: z.int(),
  voters: z.int(),
  turnout: z.int(),
  papers: z.int(),
  agree: z.int(),
  disagree: z.int(),
  other: z.int(),
  written: z.object({ agree: z.int(), disagree: z.int(), other: z.int() }),
  in_writing: z.int(),
  present: z.int().nullable(),
  holdsResults: z.boolean(),
});
type StoredBallot = z.infer<typeof StoredBallot>;

/**
 * Counts closed ballots again: members, those present and those who wrote from the roll, choices from
 * `open_vote` or `counted_paper`, papers that were none from the receipts found in the box.
 *
 * @param ballotId one ballot; null: all that have an outcome, oldest first
 */
export async function recount(tx: Tx, ballotId: string | null): Promise<Recount[]> {
  const one = ballotId === null ? Prisma.empty : Prisma.sql`and ballot.id = ${ballotId}::uuid`;
  const rows = await tx.$queryRaw<unknown[]>`
    select ballot.id, ballot.method::text as method, closed_at,
      coalesce(initiative.number, agenda_item.item_key || ' ' || agenda_item.year) as number,
      coalesce(initiative.title, agenda_item.title, person.full_name, unit.name) as title,
      coalesce(sitting.holds_results, false) as "holdsResults", rule, outcome, roll_size, entitled, result::text as result,
      on_roll.members, on_roll.voters, on_roll.present, box.turnout,
      case method when 'secret' then box.in_writing else 0 end as in_writing,
      case method when 'secret' then box.receipts else cast_votes.votes end as papers,
      cast_votes.agree, cast_votes.disagree, cast_votes.other,
      json_build_object('agree', cast_votes.written_agree, 'disagree', cast_votes.written_disagree,
        'other', cast_votes.written_other) as written
    from ballot
    left join agenda_item on agenda_item.id = ballot.agenda_item_id
    left join sitting on sitting.id = agenda_item.sitting_id
    left join initiative on initiative.id = agenda_item.initiative_id
    left join person on person.id = agenda_item.person_id
    left join unit on unit.id = agenda_item.unit_id
    cross join lateral (
      select count(*)::int as members, count(*) filter (where excluded is null)::int as voters,
        -- Null: the sitting had no roll-call.
        case when count(attendance) filter (where excluded is null) > 0 then
          (count(*) filter (where excluded is null and attendance = 'present'))::int end as present
      from roll_entry where ballot_id = ballot.id
    ) on_roll
    cross join lateral (
      select
        (select count(*)::int from turnout where ballot_id = ballot.id) as turnout,
        (select count(*)::int from turnout join roll_entry using (ballot_id, person_id)
          where ballot_id = ballot.id and attendance = 'written') as in_writing,
        (select count(*)::int from ballot_receipt where ballot_id = ballot.id) as receipts
    ) box
    cross join lateral (
      select count(*)::int as votes,
        count(*) filter (where choice = 'agree' and not in_writing)::int as agree,
        count(*) filter (where choice = 'disagree' and not in_writing)::int as disagree,
        count(*) filter (where choice = 'other' and not in_writing)::int as other,
        count(*) filter (where choice = 'agree' and in_writing)::int as written_agree,
        count(*) filter (where choice = 'disagree' and in_writing)::int as written_disagree,
        count(*) filter (where choice = 'other' and in_writing)::int as written_other
      from (
        select choice, coalesce(attendance = 'written', false) as in_writing
        from open_vote join roll_entry using (ballot_id, person_id) where ballot_id = ballot.id
        union all
        select choice, false from counted_paper where ballot_id = ballot.id
      ) votes
    ) cast_votes
    where outcome is not null ${one}
    order by closed_at, ballot.id`;
  return rows.map((row) => compare(StoredBallot.parse(row)));
}

function compare(ballot: StoredBallot): Recount {
  const { outcome } = ballot;
  const counted = countAgain(ballot);
  const stored: Record<RecountLine['of'], number | string> = {
    total: ballot.roll_size,
    entitled: ballot.entitled,
    papers: ballot.turnout,
    ...figures(outcome),
    result: ballot.result === outcome.result ? outcome.result : 'at_odds',
  };
  const recounted: Record<RecountLine['of'], number | string> = {
    total: ballot.members,
    entitled: ballot.voters,
    papers: ballot.papers,
    ...(counted ? figures(counted) : countedOnly(ballot)),
  };
  return {
    ballotId: ballot.id,
    method: ballot.method,
    closedAt: ballot.closed_at,
    number: ballot.number,
    title: ballot.title,
    withheld: [outcome, counted].some(
      (one) => one && (isWithheld(one, ballot.method) || keepsChoices(ballot, one.result)),
    ),
    lines: COMPARED.map((of) => ({
      of,
      stored: String(stored[of]),
      recounted: String(recounted[of]),
    })),
  };
}

/** The outcome by the stored votes, or null when they cannot be: more votes than voters, and the like. */
function countAgain(ballot: StoredBallot) {
  const { agree, disagree, other, written, present } = ballot;
  try {
    return tally({
      total: ballot.members,
      entitled: ballot.voters,
      counts: { agree, disagree, other, invalid: invalidPapers(ballot) },
      written,
      inWriting: ballot.in_writing,
      ...(present === null ? {} : { present }),
      rule: ballot.rule,
    });
  } catch {
    // The comparison says so: a ballot at odds with itself is what a recount is there to find.
    return null;
  }
}

/** Of an open ballot there are none: what is stored is a choice. */
function invalidPapers({ papers, agree, disagree, other, written }: StoredBallot): number {
  return papers - agree - disagree - other - written.agree - written.disagree - written.other;
}

function figures(outcome: StoredOutcome) {
  const { agree, disagree, other, invalid, notVoted, quorum, base, threshold, result } = outcome;
  return {
    agree,
    disagree,
    other,
    invalid,
    notVoted,
    quorum: `${quorum.present}/${quorum.needed}`,
    base: base.size,
    needed: threshold.needed,
    result,
  };
}

function countedOnly(ballot: StoredBallot) {
  const { agree, disagree, other } = ballot;
  const open = { notVoted: '?', quorum: '?', base: '?', needed: '?' };
  return { agree, disagree, other, invalid: invalidPapers(ballot), ...open, result: 'impossible' };
}
