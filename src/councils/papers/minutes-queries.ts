import type { z } from 'zod';
import type { CouncilKind } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { nearestHolderName } from '../../people/queries.ts';
import { annulledBefore } from '../annulment/annulled-before.ts';
import { mayCast } from '../ballots/may-cast.ts';
import type { Annulled } from '../ballots/queries.ts';
import { type Item, itemFields, itemOf } from '../sittings/agenda-items.ts';
import { type Attendee, attendeesOf } from '../sittings/attendance.ts';
import { StoredOutcome } from '../stored.ts';

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
}

export interface MinutesItem {
  ordinal: number;
  year: number | null;
  item: Item;
  /** The newest that is closed; null while there is none. */
  ballot: CountedBallot | null;
  /** The newest result on it that was annulled. */
  annulled: Annulled | null;
  /** Of an open ballot: what members wrote with "other opinion". */
  opinions: { name: string; text: string }[];
}

/** All that minutes, the count and the draft decision are made from. */
export interface MinutesFacts {
  sittingId: string;
  council: { name: string; kind: CouncilKind; decisionNumber: string };
  unit: { name: string; superiorName: string | null; headName: string | null };
  startsAt: Date;
  place: string;
  attendees: Attendee[];
  items: MinutesItem[];
}

export async function minutesFacts(deps: Deps, sittingId: string): Promise<MinutesFacts | null> {
  const { db, rulebook } = deps;
  const sitting = await db.sitting.findUnique({
    where: { id: sittingId },
    select: {
      startsAt: true,
      place: true,
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
  const opinions = await db.openVote.findMany({
    where: { ballotId: { in: ballotIds }, opinion: { not: null } },
    orderBy: { castAt: 'asc' },
    select: {
      ballotId: true,
      opinion: true,
      turnout: { select: { rollEntry: { select: { person: { select: { fullName: true } } } } } },
    },
  });
  return {
    sittingId,
    council: { name: council.name, kind: council.kind, decisionNumber: council.decisionNumber },
    unit: {
      name: council.unit.name,
      superiorName: council.unit.parent?.name ?? null,
      headName: await nearestHolderName(db, {
        role: 'head',
        unitId: council.unit.id,
        on: today(deps),
      }),
    },
    startsAt,
    place,
    attendees: await attendeesOf(deps, db, sittingId),
    items: agenda.map(({ ballots: [ballot], ...row }) => ({
      ordinal: row.ordinal,
      year: row.year,
      item: itemOf(row, rulebook),
      annulled: annulled.get(row.id) ?? null,
      ballot: ballot?.closedAt
        ? {
            ...ballot,
            ...(papers.get(ballot.id) ?? { given: 0, returned: 0 }),
            closedAt: ballot.closedAt,
            outcome: StoredOutcome.parse(ballot.outcome),
          }
        : null,
      opinions: opinions.flatMap(({ ballotId, opinion, turnout }) =>
        ballotId === ballot?.id && opinion
          ? [{ name: turnout.rollEntry.person.fullName, text: opinion }]
          : [],
      ),
    })),
  };
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
