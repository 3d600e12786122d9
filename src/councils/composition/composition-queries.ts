import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { CouncilKind } from '../../database/generated/enums.ts';
import { type Day, dateColumn, dayOf } from '../../kernel/time.ts';
import { compareNames } from '../../kernel/vietnamese-order.ts';
import { treeBelow } from '../../people/unit-tree.ts';
import { inOffice } from '../authority.ts';
import { byOffice } from '../rules.ts';
import { type Departure, lastDayOf, sitsOn, type Term } from './composition-rules.ts';

export interface SubstituteLine {
  personId: string;
  name: string;
  number: string;
  from: Day;
  to: Day | null;
}

export interface MemberLine extends Term {
  memberId: string;
  slackUserId: string | null;
  position: string | null;
  /** Newest first. */
  substitutes: SubstituteLine[];
}

/** Those who sit by one decision. */
export interface CompositionPicture {
  /** Null: by the decision that set the council up. */
  id: string | null;
  number: string;
  decidedOn: Day;
  from: Day;
  /** The last day of its last member; null: no end in sight. */
  to: Day | null;
  /** In order of office. */
  members: MemberLine[];
}

export interface CouncilPicture {
  id: string;
  unitId: string;
  unitName: string;
  kind: CouncilKind;
  name: string;
  /** Oldest first; the first came with the council. */
  compositions: CompositionPicture[];
  departures: Departure[];
  /** Ballots on its agenda that are open: they keep the roll they were opened with. */
  openBallots: number;
}

/**
 * Councils with all their compositions.
 *
 * @param search.under only of these units and those below them
 * @param search.ids only these
 * @param search.on the day on which members are judged to have left
 */
export async function councilPictures(
  tx: Tx,
  search: { on: Day } & ({ under: readonly string[] } | { ids: readonly string[] }),
): Promise<CouncilPicture[]> {
  const { on } = search;
  const unitIds = 'under' in search ? await unitsBelow(tx, search.under) : [];
  const rows = await tx.council.findMany({
    where: 'ids' in search ? { id: { in: [...search.ids] } } : { unitId: { in: unitIds } },
    orderBy: [{ unit: { code: 'asc' } }, { kind: 'asc' }, { fromDate: 'asc' }],
    select: {
      id: true,
      unitId: true,
      kind: true,
      name: true,
      decisionNumber: true,
      decidedOn: true,
      fromDate: true,
      toDate: true,
      unit: { select: { name: true } },
      compositions: { orderBy: { fromDate: 'asc' } },
      members: { select: memberFields(on) },
    },
  });
  const ids = rows.map(({ id }) => id);
  const [departures, ballots] = await Promise.all([
    departuresFrom(tx, ids, on),
    openBallotsOf(tx, ids),
  ]);
  return rows.map(({ unit, members, compositions, ...council }) => {
    const first = { ...council, id: null };
    return {
      id: council.id,
      unitId: council.unitId,
      unitName: unit.name,
      kind: council.kind,
      name: council.name,
      compositions: [first, ...compositions].map(({ id, decisionNumber, decidedOn, fromDate }) => {
        const own = members.filter((member) => member.compositionId === id).map(lineOf);
        const end = lastDayOf(own);
        return {
          id,
          number: decisionNumber,
          decidedOn: dayOf(decidedOn),
          from: dayOf(fromDate),
          to: end === undefined ? dayOf(fromDate) : end,
          members: own.toSorted((a, b) => byOffice(a, b) || compareNames(a.name, b.name)),
        };
      }),
      departures: departures.filter(({ councilId }) => councilId === council.id),
      openBallots: ballots.get(council.id) ?? 0,
    };
  });
}

export async function councilPicture(tx: Tx, id: string, on: Day): Promise<CouncilPicture | null> {
  const [council] = await councilPictures(tx, { ids: [id], on });
  return council ?? null;
}

/** The composition in force on a day; null when the council is not. */
export function compositionOn(council: CouncilPicture, on: Day): CompositionPicture | null {
  const { compositions } = council;
  return compositions.findLast(({ members }) => members.some((one) => sitsOn(one, on))) ?? null;
}

/** The one recorded last, whether it has begun or not. */
export function latestComposition({ compositions }: CouncilPicture): CompositionPicture {
  const latest = compositions.at(-1);
  if (!latest) throw new Error('a council has the composition that it was set up with');
  return latest;
}

/** Those of a composition who sit until its end. */
export function membersAtEnd({ members, to }: CompositionPicture): MemberLine[] {
  return members.filter((member) => member.to === to);
}

export interface Substitute {
  personId: string;
  name: string;
  /** For whom. */
  memberId: string;
  memberPersonId: string;
  number: string;
}

/** Who may stand in for whom in a council on a day, members and substitutes both in their terms. */
export async function substitutesOf(tx: Tx, councilId: string, on: Day): Promise<Substitute[]> {
  const rows = await tx.councilSubstitute.findMany({
    where: { ...inOffice(on), member: { councilId, ...inOffice(on) } },
    orderBy: { person: { fullName: 'asc' } },
    select: {
      personId: true,
      memberId: true,
      decisionNumber: true,
      person: { select: { fullName: true } },
      member: { select: { personId: true } },
    },
  });
  return rows.map(({ personId, memberId, decisionNumber, person, member }) => ({
    personId,
    name: person.fullName,
    memberId,
    memberPersonId: member.personId,
    number: decisionNumber,
  }));
}

/** Councils on which a person sits on a day, or is going to. */
export async function councilsOfMember(tx: Tx, personId: string, on: Day): Promise<string[]> {
  const seats = await tx.councilMember.findMany({
    where: { personId, OR: [{ toDate: null }, { toDate: { gte: dateColumn(on) } }] },
    distinct: ['councilId'],
    select: { councilId: true },
  });
  return seats.map(({ councilId }) => councilId);
}

function memberFields(on: Day) {
  return {
    id: true,
    compositionId: true,
    personId: true,
    office: true,
    fromDate: true,
    toDate: true,
    person: {
      select: {
        fullName: true,
        slackUserId: true,
        postings: { where: inOffice(on), take: 1, select: { position: true } },
      },
    },
    substitutes: {
      orderBy: { fromDate: 'desc' },
      select: {
        personId: true,
        decisionNumber: true,
        fromDate: true,
        toDate: true,
        person: { select: { fullName: true } },
      },
    },
  } as const satisfies Prisma.CouncilMemberSelect;
}

function lineOf(
  row: Prisma.CouncilMemberGetPayload<{ select: ReturnType<typeof memberFields> }>,
): MemberLine {
  return {
    memberId: row.id,
    personId: row.personId,
    name: row.person.fullName,
    slackUserId: row.person.slackUserId,
    position: row.person.postings[0]?.position ?? null,
    office: row.office,
    ...termOf(row),
    substitutes: row.substitutes.map((one) => ({
      personId: one.personId,
      name: one.person.fullName,
      number: one.decisionNumber,
      ...termOf(one),
    })),
  };
}

function termOf({ fromDate, toDate }: { fromDate: Date; toDate: Date | null }) {
  return { from: dayOf(fromDate), to: toDate && dayOf(toDate) };
}

/**
 * Members in office on a day who work nowhere any more, or who worked in the unit's tree when their term
 * began and now do not: somebody whom the decision took from elsewhere has not moved away.
 */
async function departuresFrom(
  tx: Tx,
  councilIds: readonly string[],
  on: Day,
): Promise<(Departure & { councilId: string })[]> {
  if (councilIds.length === 0) return [];
  return tx.$queryRaw<(Departure & { councilId: string })[]>`
    with recursive tree as (
      select id as council_id, unit_id as id from council where id = any(${[...councilIds]}::uuid[])
      union
      select tree.council_id, unit.id from unit join tree on unit.parent_id = tree.id
    ), seat as (
      select council_id, person_id, from_date from council_member
      where council_id = any(${[...councilIds]}::uuid[])
        and from_date <= ${on}::date and (to_date is null or to_date >= ${on}::date)
    )
    select distinct seat.council_id::text as "councilId", seat.person_id::text as "personId",
      case when now.works then 'moved' else 'ended' end as how
    from seat
    cross join lateral (
      select count(*) > 0 as works,
        coalesce(bool_or(posting.unit_id in (
          select id from tree where tree.council_id = seat.council_id)), false) as inside
      from posting where person_id = seat.person_id
        and from_date <= ${on}::date and (to_date is null or to_date >= ${on}::date)
    ) now
    where not now.works or (not now.inside and exists (
      select from posting
      where person_id = seat.person_id and from_date <= seat.from_date
        and (to_date is null or to_date >= seat.from_date)
        and unit_id in (select id from tree where tree.council_id = seat.council_id)))`;
}

async function openBallotsOf(
  tx: Tx,
  councilIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    select sitting.council_id::text as id, count(*)::int as count
    from ballot
    join agenda_item on agenda_item.id = ballot.agenda_item_id
    join sitting on sitting.id = agenda_item.sitting_id
    where ballot.state = 'open' and sitting.council_id = any(${[...councilIds]}::uuid[])
    group by sitting.council_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function unitsBelow(tx: Tx, under: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive ${treeBelow(under)} select id::text from tree`;
  return rows.map(({ id }) => id);
}
