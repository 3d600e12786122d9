import { createHash } from 'node:crypto';
import type { Tx } from '../database/client.ts';
import type {
  DisciplineKind,
  LeaveKind,
  OpenMatterKind,
  Rating,
  SuccessionKind,
  UnitKind,
  WorkKind,
  WorkLevel,
} from '../database/generated/enums.ts';
import { type Day, dayOf } from '../kernel/time.ts';
import { postedUnitOf } from '../people/queries.ts';

export interface Posted {
  unitId: string;
  unitName: string;
  position: string;
  from: Day;
  to: Day | null;
  /** Which units went on from it, when it is no more. */
  nowCalled: string[];
}

export interface HeldInRecord {
  key: string;
  year: number;
  number: string;
  decidedOn: Day;
  signatory: string;
  annulled: boolean;
}

export interface RatedYear {
  year: number;
  rating: Rating;
  number: string;
  decidedOn: Day;
}

export interface Entry {
  id: string;
  what: DisciplineKind | LeaveKind | OpenMatterKind;
  from: Day;
  to: Day | null;
  /** The decision's number, or what a matter is about; empty for leave. */
  text: string;
  goodGrade: boolean;
}

/** Another as soon as anything of the entry is another: by it a form knows what it showed. */
export function entryMark({ what, from, to, text, goodGrade }: Entry): string {
  const parts = JSON.stringify([what, from, to, text, goodGrade]);
  return createHash('sha256').update(parts).digest('base64url').slice(0, 22);
}

export interface PersonRecord {
  personId: string;
  fullName: string;
  staffNumber: string;
  /** Where the person works, else last worked; null when never posted. */
  unitId: string | null;
  postings: Posted[];
  ratings: RatedYear[];
  awards: HeldInRecord[];
  works: {
    title: string;
    kind: WorkKind;
    level: WorkLevel;
    year: number;
    number: string;
    annulled: boolean;
    usedFor: { key: string; year: number }[];
  }[];
  disciplines: Entry[];
  leaves: Entry[];
  matters: Entry[];
}

const NEWEST = { orderBy: { fromDate: 'desc' } } as const;

/** Everything on record of a person, newest first, whatever units they worked in. */
export async function personRecord(
  tx: Tx,
  { personId, on }: { personId: string; on: Day },
): Promise<PersonRecord | null> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    include: {
      postings: {
        ...NEWEST,
        include: {
          unit: { include: { successors: { include: { successor: { select: { name: true } } } } } },
        },
      },
      ratings: { orderBy: { year: 'desc' } },
      awards: { orderBy: [{ year: 'desc' }, { decidedOn: 'desc' }] },
      works: {
        orderBy: { work: { year: 'desc' } },
        include: { work: true, uses: { where: { withdrawnAt: null }, orderBy: { year: 'desc' } } },
      },
      disciplines: NEWEST,
      leaves: NEWEST,
      openMatters: { orderBy: { openedOn: 'desc' } },
    },
  });
  if (!person) return null;
  return {
    personId,
    fullName: person.fullName,
    staffNumber: person.staffNumber,
    unitId: await postedUnitOf(tx, personId, on),
    postings: person.postings.map(({ unit, ...posting }) => ({
      unitId: unit.id,
      unitName: unit.name,
      position: posting.position,
      ...daysOf(posting),
      nowCalled: unit.successors.map(({ successor }) => successor.name),
    })),
    ratings: person.ratings.map(rated),
    awards: person.awards.map(held),
    works: person.works.map(({ work, uses }) => ({
      title: work.title,
      kind: work.kind,
      level: work.level,
      year: work.year,
      number: work.decisionNumber,
      annulled: work.annulledAt !== null,
      usedFor: uses.map((use) => ({ key: use.title, year: use.year })),
    })),
    disciplines: person.disciplines.map((row) =>
      entry(row.id, row.kind, daysOf(row), { text: row.decisionNumber }),
    ),
    leaves: person.leaves.map((row) =>
      entry(row.id, row.kind, daysOf(row), { goodGrade: row.goodGrade === true }),
    ),
    matters: person.openMatters.map(matterEntry),
  };
}

export interface UnitRecord {
  unitId: string;
  code: string;
  name: string;
  kind: UnitKind;
  parentName: string | null;
  validFrom: Day;
  validTo: Day | null;
  formers: Succession[];
  successors: Succession[];
  years: (RatedYear & { exceededTargets: boolean | null; clusterRank: number | null })[];
  awards: HeldInRecord[];
  matters: Entry[];
}

interface Succession {
  unitId: string;
  name: string;
  kind: SuccessionKind;
  on: Day;
  document: string;
}

/** Everything on record of a unit, also of one that is no more. */
export async function unitRecord(tx: Tx, unitId: string): Promise<UnitRecord | null> {
  const unit = await tx.unit.findUnique({
    where: { id: unitId },
    include: {
      parent: { select: { name: true } },
      predecessors: { orderBy: { onDate: 'desc' }, include: { predecessor: true } },
      successors: { orderBy: { onDate: 'desc' }, include: { successor: true } },
      years: { orderBy: { year: 'desc' } },
      awards: { orderBy: [{ year: 'desc' }, { decidedOn: 'desc' }] },
      openMatters: { orderBy: { openedOn: 'desc' } },
    },
  });
  if (!unit) return null;
  return {
    unitId,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    parentName: unit.parent?.name ?? null,
    validFrom: dayOf(unit.validFrom),
    validTo: unit.validTo && dayOf(unit.validTo),
    formers: unit.predecessors.map(({ predecessor, ...how }) => succession(predecessor, how)),
    successors: unit.successors.map(({ successor, ...how }) => succession(successor, how)),
    years: unit.years.map((year) => ({
      ...rated(year),
      exceededTargets: year.exceededTargets,
      clusterRank: year.clusterRank,
    })),
    awards: unit.awards.map(held),
    matters: unit.openMatters.map(matterEntry),
  };
}

/** A unit and those that went on from it, step by step to those of today. */
export async function unitAndSuccessors(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive line as (
      select ${unitId}::uuid as id
      union
      select successor_id from unit_succession join line on predecessor_id = line.id
    )
    select id from line`;
  return rows.map(({ id }) => id);
}

function succession(
  { id, name }: { id: string; name: string },
  how: { kind: SuccessionKind; onDate: Date; document: string },
): Succession {
  return { unitId: id, name, kind: how.kind, on: dayOf(how.onDate), document: how.document };
}

function rated(row: {
  year: number;
  rating: Rating;
  decisionNumber: string;
  decidedOn: Date;
}): RatedYear {
  const { year, rating, decisionNumber, decidedOn } = row;
  return { year, rating, number: decisionNumber, decidedOn: dayOf(decidedOn) };
}

function held(row: {
  title: string;
  year: number;
  decisionNumber: string;
  decidedOn: Date;
  signatory: string;
  annulledAt: Date | null;
}): HeldInRecord {
  const { title, year, decisionNumber, decidedOn, signatory, annulledAt } = row;
  const decision = { number: decisionNumber, decidedOn: dayOf(decidedOn), signatory };
  return { key: title, year, ...decision, annulled: annulledAt !== null };
}

function matterEntry(row: {
  id: string;
  kind: OpenMatterKind;
  openedOn: Date;
  closedOn: Date | null;
  note: string;
}): Entry {
  const days = { from: dayOf(row.openedOn), to: row.closedOn && dayOf(row.closedOn) };
  return entry(row.id, row.kind, days, { text: row.note });
}

function entry(
  id: string,
  what: Entry['what'],
  days: Pick<Entry, 'from' | 'to'>,
  more: Partial<Pick<Entry, 'text' | 'goodGrade'>>,
): Entry {
  return { id, what, ...days, text: '', goodGrade: false, ...more };
}

function daysOf({ fromDate, toDate }: { fromDate: Date; toDate: Date | null }) {
  return { from: dayOf(fromDate), to: toDate && dayOf(toDate) };
}
