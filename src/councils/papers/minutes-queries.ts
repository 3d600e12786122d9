import type { z } from 'zod';
import type { Attendance, CouncilKind } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type Day, dayIn } from '../../kernel/time.ts';
import { compareNames } from '../../kernel/vietnamese-order.ts';
import { nearestHolder } from '../../people/queries.ts';
import { annulledBefore } from '../annulment/annulled-before.ts';
import { mayCast } from '../ballots/may-cast.ts';
import type { Annulled } from '../ballots/queries.ts';
import { byOffice, type CouncilOffice, type Exclusion } from '../rules.ts';
import { type Item, itemFields, itemOf } from '../sittings/agenda-items.ts';
import { type Attendee, attendeesOf } from '../sittings/attendance.ts';
import { barredItems } from '../sittings/barred-items.ts';
import { StoredOutcome } from '../stored.ts';
import { isWithheld, keepsChoices } from '../tally.ts';

/** A ballot as minutes tell of it: everything is counted, nobody's choice is named. */
export interface CountedBallot {
  method: 'open' | 'secret';
  rollHash: string;
  rollSize: number;
  entitled: number;
  /** Papers given out: members who may cast. */
  given: number;
  /** Papers that came back, written opinions among them. */
  returned: number;
  closedAt: Date;
  outcome: z.infer<typeof StoredOutcome>;
  /** Its choices are told to nobody. */
  choicesKept: boolean;
  /** Who presided over the item; null: the council named somebody. */
  presider: { name: string; office: CouncilOffice } | null;
  /** Members on the roll who had no part in it. */
  excluded: { name: string; why: Exclusion }[];
  /** By the roll-call that its roll froze; null where the roll was not called before. */
  attendance: { present: number; written: number; absent: string[] } | null;
}

/** A vote on an item before the one that decides: it is told, and counts for nothing. */
export interface EarlierVote {
  closedAt: Date;
  /** It had no quorum; otherwise it was annulled. */
  quorum: { came: number; needed: number } | null;
}

export interface MinutesItem {
  ordinal: number;
  year: number | null;
  item: Item;
  /** The newest that is closed; null while there is none. */
  ballot: CountedBallot | null;
  /** The newest result on it that was annulled. */
  annulled: Annulled | null;
  /** In their order. */
  earlier: EarlierVote[];
  /** Of an open ballot: what members wrote with "other opinion". */
  opinions: { name: string; text: string }[];
  /** The reader is in conflict about it: no opinions, and nothing at all while its vote is not closed. */
  withheld: boolean;
}

/** All that minutes, the count and the draft decision are made from. */
export interface MinutesFacts {
  sittingId: string;
  council: { name: string; kind: CouncilKind; decisionNumber: string };
  unit: {
    name: string;
    superiorName: string | null;
    headName: string | null;
    /** What the head is called: "Giám đốc". */
    headOffice: string | null;
  };
  startsAt: Date;
  place: string;
  calledOff: boolean;
  attendees: Attendee[];
  items: MinutesItem[];
}

/**
 * @param readerId for whom the paper is made: of an item about which they are in conflict it tells no more than the
 *   whole council reads
 */
export async function minutesFacts(
  deps: Deps,
  sittingId: string,
  readerId: string,
): Promise<MinutesFacts | null> {
  const { db, rulebook } = deps;
  const sitting = await db.sitting.findUnique({
    where: { id: sittingId },
    select: {
      startsAt: true,
      place: true,
      holdsResults: true,
      calledOffAt: true,
      attendance: { where: { attendance: { not: null } }, select: { calledAt: true } },
      council: {
        select: {
          name: true,
          kind: true,
          decisionNumber: true,
          unit: { select: { id: true, name: true, parent: { select: { name: true } } } },
        },
      },
      agenda: {
        orderBy: { ordinal: 'asc' },
        select: {
          ...itemFields,
          ballots: {
            where: { state: 'closed', annulmentId: null },
            orderBy: { closedAt: 'desc' },
            take: 1,
            select: {
              id: true,
              method: true,
              rollHash: true,
              rollSize: true,
              entitled: true,
              closedAt: true,
              outcome: true,
              sheet: { select: { ballots: { where: { state: 'open' }, select: { id: true } } } },
              presidedById: true,
              roll: {
                select: {
                  personId: true,
                  office: true,
                  excluded: true,
                  attendance: true,
                  person: { select: { fullName: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!sitting) return null;
  const { council, agenda, startsAt, place } = sitting;
  const ballotIds = agenda.flatMap(({ ballots }) => ballots.map(({ id }) => id));
  const papers = await papersOf(deps, ballotIds);
  const annulled = await annulledBefore(
    db,
    agenda.map(({ id }) => id),
  );
  const earlier = await earlierVotes(
    deps,
    agenda.map(({ id }) => id),
  );
  const barred = await barredItems(deps, db, { personId: readerId, sittingIds: [sittingId] });
  const opinions = await db.openVote.findMany({
    where: { ballotId: { in: ballotIds }, opinion: { not: null } },
    orderBy: { castAt: 'asc' },
    select: {
      ballotId: true,
      opinion: true,
      turnout: { select: { rollEntry: { select: { person: { select: { fullName: true } } } } } },
    },
  });
  const head = await nearestHolder(db, {
    role: 'head',
    unitId: council.unit.id,
    on: today(deps),
  });
  return {
    sittingId,
    council: { name: council.name, kind: council.kind, decisionNumber: council.decisionNumber },
    unit: {
      name: council.unit.name,
      superiorName: council.unit.parent?.name ?? null,
      headName: head?.name ?? null,
      headOffice: head?.position ?? null,
    },
    startsAt,
    place,
    calledOff: sitting.calledOffAt !== null,
    attendees: await attendeesOf(deps, db, sittingId, heldOn(deps, sitting)),
    items: agenda.map(({ ballots: [ballot], ...row }) => {
      const withheld = barred.has(row.id);
      const whole = (ballot?.sheet?.ballots ?? []).length === 0;
      const counted = ballot ? countedOf(ballot, sitting) : null;
      return {
        ordinal: row.ordinal,
        year: row.year,
        item: itemOf(row, rulebook),
        annulled: annulled.get(row.id) ?? null,
        // The newest without a quorum stands in the table.
        earlier: (earlier.get(row.id) ?? []).filter(
          ({ closedAt }) => closedAt.getTime() !== ballot?.closedAt?.getTime(),
        ),
        withheld,
        ballot:
          counted && ballot?.closedAt && (whole || !withheld)
            ? {
                ...counted,
                ...(papers.get(ballot.id) ?? { given: 0, returned: 0 }),
                closedAt: ballot.closedAt,
              }
            : null,
        opinions: opinions.flatMap(({ ballotId, opinion, turnout }) =>
          ballotId === ballot?.id && opinion && !withheld && !counted?.choicesKept
            ? [{ name: turnout.rollEntry.person.fullName, text: opinion }]
            : [],
        ),
      };
    }),
  };
}

/**
 * The day whose composition the minutes tell of: that of the roll-call, else of the sitting, be the council recomposed
 * since.
 */
function heldOn(
  deps: Deps,
  { startsAt, attendance }: { startsAt: Date; attendance: readonly { calledAt: Date | null }[] },
): Day {
  const called = attendance.flatMap(({ calledAt }) => calledAt ?? []);
  const at = called.length > 0 ? new Date(Math.max(...called.map(Number))) : startsAt;
  const [earlier = today(deps)] = [dayIn(deps.zone, at), today(deps)].toSorted();
  return earlier;
}

interface CountedRow {
  method: 'open' | 'secret';
  rollHash: string;
  rollSize: number;
  entitled: number;
  outcome: unknown;
  presidedById: string | null;
  roll: {
    personId: string;
    office: CouncilOffice;
    excluded: Exclusion | null;
    attendance: Attendance | null;
    person: { fullName: string };
  }[];
}

function countedOf(
  { method, rollHash, rollSize, entitled, ...row }: CountedRow,
  sitting: { holdsResults: boolean },
) {
  const presider = row.roll.find(({ personId }) => personId === row.presidedById);
  const roll = row.roll.toSorted(
    (a, b) => byOffice(a, b) || compareNames(a.person.fullName, b.person.fullName),
  );
  const outcome = StoredOutcome.parse(row.outcome);
  return {
    ...{ method, rollHash, rollSize, entitled },
    attendance: attendanceOn(roll),
    outcome,
    choicesKept: isWithheld(outcome, method) || keepsChoices(sitting, outcome.result),
    presider: presider ? { name: presider.person.fullName, office: presider.office } : null,
    excluded: roll.flatMap(({ excluded, person }) =>
      excluded ? [{ name: person.fullName, why: excluded }] : [],
    ),
  };
}

function attendanceOn(roll: CountedRow['roll']): CountedBallot['attendance'] {
  if (!roll.some(({ attendance }) => attendance)) return null;
  const count = (wanted: Attendance) =>
    roll.filter(({ attendance }) => attendance === wanted).length;
  return {
    present: count('present'),
    written: count('written'),
    absent: roll.flatMap(({ attendance, person }) =>
      attendance === 'absent' ? [person.fullName] : [],
    ),
  };
}

/** Votes on these items that were closed and decide nothing, by the item's id. */
async function earlierVotes(
  { db }: Deps,
  itemIds: readonly string[],
): Promise<Map<string, EarlierVote[]>> {
  const rows = await db.ballot.findMany({
    where: {
      agendaItemId: { in: [...itemIds] },
      state: 'closed',
      OR: [{ annulmentId: { not: null } }, { result: 'no_quorum' }],
    },
    orderBy: { closedAt: 'asc' },
    select: { agendaItemId: true, closedAt: true, annulmentId: true, outcome: true },
  });
  const found = new Map<string, EarlierVote[]>();
  for (const { agendaItemId, closedAt, annulmentId, outcome } of rows) {
    if (!closedAt) continue;
    const { present: came, needed } = StoredOutcome.parse(outcome).quorum;
    const vote = { closedAt, quorum: annulmentId ? null : { came, needed } };
    found.set(agendaItemId, [...(found.get(agendaItemId) ?? []), vote]);
  }
  return found;
}

async function papersOf(
  { db }: Deps,
  ballotIds: readonly string[],
): Promise<Map<string, { given: number; returned: number }>> {
  const rows = await db.$queryRaw<{ id: string; given: number; returned: number }[]>`
    select ballot.id::text, count(*) filter (where ${mayCast})::int as given,
      count(turnout.person_id)::int as returned
    from ballot join roll_entry on roll_entry.ballot_id = ballot.id
    left join turnout on turnout.ballot_id = ballot.id and turnout.person_id = roll_entry.person_id
    where ballot.id = any(${[...ballotIds]}::uuid[])
    group by ballot.id`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
