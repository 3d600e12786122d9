import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';
import { StoredOutcome, StoredRule } from './stored.ts';
import { isWithheld, tally } from './tally.ts';

/** What a closed ballot was stored with, beside what its stored votes give when they are counted again. */
export interface Recount {
  ballotId: string;
  method: 'open' | 'secret';
  closedAt: Date;
  /** The initiative's, or what is nominated for and the year; null on an item that was typed in. */
  number: string | null;
  title: string | null;
  /** Its figures are told to nobody (`isWithheld`), in a recount neither. */
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
});
type StoredBallot = z.infer<typeof StoredBallot>;

/**
 * Counts closed ballots again: members from the roll, choices from `open_vote` or `counted_paper`, papers
 * that were none from the receipts found in the box. Only what came in writing, and who attended without a
 * paper, is taken from the stored outcome.
 *
 * @param ballotId one ballot; null: all that have an outcome, oldest first
 */
export async function recount(tx: Tx, ballotId: string | null): Promise<Recount[]> {
  const one = ballotId === null ? Prisma.empty : Prisma.sql`and ballot.id = ${ballotId}::uuid`;
  const rows = await tx.$queryRaw<unknown[]>`
    select ballot.id, ballot.method::text as method, closed_at,
      coalesce(initiative.number, agenda_item.item_key || ' ' || agenda_item.year) as number,
      coalesce(initiative.title, agenda_item.title, person.full_name, unit.name) as title,
      rule, outcome, roll_size, entitled, result::text as result,
      on_roll.members, on_roll.voters, box.turnout,
      case method when 'secret' then box.receipts else cast_votes.votes end as papers,
      cast_votes.agree, cast_votes.disagree, cast_votes.other
    from ballot
    left join agenda_item on agenda_item.id = ballot.agenda_item_id
    left join initiative on initiative.id = agenda_item.initiative_id
    left join person on person.id = agenda_item.person_id
    left join unit on unit.id = agenda_item.unit_id
    cross join lateral (
      select count(*)::int as members, count(*) filter (where excluded is null)::int as voters
      from roll_entry where ballot_id = ballot.id
    ) on_roll
    cross join lateral (
      select
        (select count(*)::int from turnout where ballot_id = ballot.id) as turnout,
        (select count(*)::int from ballot_receipt where ballot_id = ballot.id) as receipts
    ) box
    cross join lateral (
      select count(*)::int as votes,
        count(*) filter (where choice = 'agree')::int as agree,
        count(*) filter (where choice = 'disagree')::int as disagree,
        count(*) filter (where choice = 'other')::int as other
      from (
        select choice from open_vote where ballot_id = ballot.id
        union all
        select choice from counted_paper where ballot_id = ballot.id
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
    withheld: [outcome, counted].some((one) => one !== null && isWithheld(one, ballot.method)),
    lines: COMPARED.map((of) => ({
      of,
      stored: String(stored[of]),
      recounted: String(recounted[of]),
    })),
  };
}

/** The outcome by the stored votes, or null when they cannot be: more votes than voters, and the like. */
function countAgain(ballot: StoredBallot) {
  const { outcome, agree, disagree, other, papers } = ballot;
  const invalid = papers - agree - disagree - other;
  const { counted: _, ...written } = outcome.written;
  const wasPresent = outcome.quorum.present;
  try {
    return tally({
      total: ballot.members,
      entitled: ballot.voters,
      counts: { agree, disagree, other, invalid },
      written,
      ...(wasPresent > papers ? { present: wasPresent } : {}),
      rule: ballot.rule,
    });
  } catch {
    // The comparison says so: a ballot at odds with itself is what a recount is there to find.
    return null;
  }
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

function countedOnly({ agree, disagree, other, papers }: StoredBallot) {
  const invalid = papers - agree - disagree - other;
  const open = { notVoted: '?', quorum: '?', base: '?', needed: '?' };
  return { agree, disagree, other, invalid, ...open, result: 'impossible' };
}
