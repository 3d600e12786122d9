import type { Tx } from '../database/client.ts';
import type { RegistrationState } from '../database/generated/enums.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import { lineAbove } from '../people/unit-tree.ts';
import type { TitleKey } from '../rulebook/rules.ts';
import type { DatedWindow } from './rules.ts';

export interface Window extends DatedWindow {
  id: string;
}

/** Whom a registration is for. */
export type RegistrationSubject =
  | {
      kind: 'person';
      personId: string;
      fullName: string;
      position: string;
      /** Where the person works now, or last worked; null when they never were posted. */
      unitId: string | null;
      unitName: string;
    }
  | {
      kind: 'collective';
      unitId: string;
      unitName: string;
      /** The unit above. */
      parentId: string | null;
    };

export interface Registration {
  id: string;
  year: number;
  revision: number;
  state: RegistrationState;
  returnReason: string | null;
  filedAt: Date;
  filedById: string;
  filedByName: string;
  /** Why it was filed or changed after the window closed; null when it was in time. */
  lateReason: string | null;
  settledAt: Date | null;
  settledById: string | null;
  settledByName: string | null;
  /** From low to high. */
  titles: TitleKey[];
  subject: RegistrationSubject;
}

/** A registration's business key: one for each person or unit a year. */
export type RegistrationKey = { year: number } & ({ personId: string } | { unitId: string });

/** The window of each year for a unit: its own, else that of the nearest unit above which has one. */
export async function windowsFor(tx: Tx, unitId: string): Promise<Window[]> {
  return tx.$queryRaw<Window[]>`
    with recursive ${lineAbove(unitId)}
    select distinct on (registration_window.year)
      registration_window.id, registration_window.year,
      to_char(opens_on, 'YYYY-MM-DD') as "opensOn", to_char(closes_on, 'YYYY-MM-DD') as "closesOn"
    from line join registration_window on registration_window.unit_id = line.id
    order by registration_window.year, line.depth`;
}

/** @param on the day that says where a person works */
export async function findRegistration(
  tx: Tx,
  key: RegistrationKey,
  on: Day,
): Promise<Registration | null> {
  const { year } = key;
  const row = await tx.titleRegistration.findUnique({
    where:
      'personId' in key
        ? { personId_year: { personId: key.personId, year } }
        : { unitId_year: { unitId: key.unitId, year } },
    select: shape(on),
  });
  return row && registrationOf(row);
}

export async function findRegistrationById(
  tx: Tx,
  id: string,
  on: Day,
): Promise<Registration | null> {
  const row = await tx.titleRegistration.findUnique({ where: { id }, select: shape(on) });
  return row && registrationOf(row);
}

export async function findRegistrationsByIds(
  tx: Tx,
  ids: readonly string[],
  on: Day,
): Promise<Registration[]> {
  const rows = await tx.titleRegistration.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ filedAt: 'asc' }, { id: 'asc' }],
    select: shape(on),
  });
  return rows.map(registrationOf);
}

/** The last year for which a person registered, or null. */
export async function latestYearOf(tx: Tx, personId: string): Promise<number | null> {
  const row = await tx.titleRegistration.findFirst({
    where: { personId },
    orderBy: { year: 'desc' },
    select: { year: true },
  });
  return row?.year ?? null;
}

export interface PastRevision {
  revision: number;
  state: RegistrationState;
  titles: TitleKey[];
  reason: string | null;
  byName: string;
  at: Date;
}

/** What a registration has been, newest first. @param most how many entries at most */
export async function historyOf(
  tx: Tx,
  registrationId: string,
  most: number,
): Promise<PastRevision[]> {
  const rows = await tx.registrationRevision.findMany({
    where: { registrationId },
    orderBy: { id: 'desc' },
    take: most,
    select: {
      revision: true,
      state: true,
      titles: true,
      reason: true,
      at: true,
      by: { select: { fullName: true } },
    },
  });
  return rows.map(({ by, ...row }) => ({ ...row, byName: by.fullName }));
}

/** Units by id, in the order of their names. */
export async function unitsById(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string; parentId: string | null }[]> {
  return tx.unit.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, parentId: true },
  });
}

/**
 * Whether the card for a revision has reached this reader; a card that is drawn for the first time
 * after its matter is settled need not be sent at all.
 */
export async function hasReached(
  tx: Tx,
  search: { purpose: string; subjectId: string; personId: string | null; revision: number },
): Promise<boolean> {
  const { purpose, subjectId, personId, revision } = search;
  const delivered = await tx.outgoingMessage.findFirst({
    where: {
      purpose,
      subjectId,
      personId,
      state: 'delivered',
      params: { path: ['revision'], equals: revision },
    },
    select: { id: true },
  });
  return delivered !== null;
}

function shape(on: Day) {
  return {
    id: true,
    year: true,
    revision: true,
    state: true,
    returnReason: true,
    lateReason: true,
    filedAt: true,
    filedById: true,
    filedBy: { select: { fullName: true } },
    settledAt: true,
    settledById: true,
    settledBy: { select: { fullName: true } },
    unit: { select: { id: true, name: true, parentId: true } },
    person: {
      select: {
        id: true,
        fullName: true,
        postings: {
          where: { fromDate: { lte: dateColumn(on) } },
          orderBy: { fromDate: 'desc' },
          take: 1,
          select: { position: true, unit: { select: { id: true, name: true } } },
        },
      },
    },
    items: { orderBy: { rank: 'asc' }, select: { title: true } },
  } as const;
}

interface Row
  extends Pick<Registration, 'id' | 'year' | 'revision' | 'state' | 'returnReason' | 'lateReason'> {
  filedAt: Date;
  filedById: string;
  filedBy: { fullName: string };
  settledAt: Date | null;
  settledById: string | null;
  settledBy: { fullName: string } | null;
  unit: { id: string; name: string; parentId: string | null } | null;
  person: {
    id: string;
    fullName: string;
    postings: { position: string; unit: { id: string; name: string } }[];
  } | null;
  items: { title: string }[];
}

function registrationOf(row: Row): Registration {
  const { filedBy, settledBy, unit: _unit, person: _person, items, ...same } = row;
  return {
    ...same,
    filedByName: filedBy.fullName,
    settledByName: settledBy?.fullName ?? null,
    titles: items.map((item) => item.title),
    subject: subjectOf(row),
  };
}

function subjectOf({ id, person, unit }: Row): RegistrationSubject {
  if (unit) {
    return {
      kind: 'collective',
      unitId: unit.id,
      unitName: unit.name,
      parentId: unit.parentId,
    };
  }
  if (!person) throw new Error(`registration ${id} is for nobody`);
  const posting = person.postings[0];
  return {
    kind: 'person',
    personId: person.id,
    fullName: person.fullName,
    position: posting?.position ?? '',
    unitId: posting?.unit.id ?? null,
    unitName: posting?.unit.name ?? '',
  };
}
