import type { Tx } from '../../database/client.ts';
import { Prisma } from '../../database/generated/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type Day, dateColumn, dayOf } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHoldersOf, unitAndBelow } from '../../people/queries.ts';
import { unitsUnder } from '../../people/units-under.ts';
import { FIRST_REPORT_MONTHS, NEXT_REPORT_MONTHS } from './adoption-rules.ts';
import { newestEffects } from './effects.ts';

/**
 * When the next report of `adoption` is due: some months after the unit took it up, then a year after the
 * unit's last report on it.
 */
export function reportDueOn(zone: string): Prisma.Sql {
  return Prisma.sql`coalesce(
    (select max(report.reported_at at time zone ${zone})::date + make_interval(months => ${NEXT_REPORT_MONTHS}::int)
      from effect_report report join adoption same on same.id = report.adoption_id
      where same.initiative_id = adoption.initiative_id and same.unit_id = adoption.unit_id),
    greatest(adoption.since, (adoption.adopted_at at time zone ${zone})::date)
      + make_interval(months => ${FIRST_REPORT_MONTHS}::int))::date`;
}

/** What `adoption`, `initiative` and `unit` must be for a report to be asked for. */
export function reportIsOwed(zone: string): Prisma.Sql {
  return Prisma.sql`adoption.ended_on is null and initiative.state = 'recognised'
    and (unit.valid_to is null or unit.valid_to >= (app_now() at time zone ${zone})::date)`;
}

export interface AdoptionLine {
  id: string;
  initiativeId: string;
  number: string;
  title: string;
  unitId: string;
  unitName: string;
  responsibleId: string;
  since: Day;
  /** Its first day has come. */
  begun: boolean;
  /** The initiative's recognition was taken back. */
  annulled: boolean;
  /** The day on which its next report is due; null when none is owed. */
  dueOn: Day | null;
}

/** Units for which the actor takes initiatives up and reports. */
export async function adoptingUnits(
  deps: Deps,
  actor: Actor,
): Promise<{ id: string; name: string }[]> {
  return unitsUnder(deps.db, actor, ['head', 'secretary'], today(deps));
}

/**
 * What the actor's units apply, and what the actor reports on: those first whose report is due first.
 *
 * @param search.unitIds units in whose name the actor acts
 */
export async function adoptionsOf(
  deps: Deps,
  tx: Tx,
  search: { unitIds: readonly string[]; personId: string },
): Promise<AdoptionLine[]> {
  const rows = await tx.$queryRaw<
    {
      id: string;
      initiative_id: string;
      number: string;
      title: string;
      unit_id: string;
      unit_name: string;
      responsible_id: string;
      since: Date;
      annulled: boolean;
      due_on: Date | null;
    }[]
  >`
    select adoption.id::text, initiative.id::text as initiative_id, initiative.number, initiative.title,
      unit.id::text as unit_id, unit.name as unit_name, adoption.responsible_id::text, adoption.since,
      initiative.state <> 'recognised' as annulled,
      case when ${reportIsOwed(deps.zone)} then ${reportDueOn(deps.zone)} end as due_on
    from adoption
    join initiative on initiative.id = adoption.initiative_id
    join unit on unit.id = adoption.unit_id
    where adoption.ended_on is null
      and (adoption.unit_id = any(${[...search.unitIds]}::uuid[])
        or adoption.responsible_id = ${search.personId}::uuid)
    order by due_on nulls last, initiative.number, unit.name`;
  const on = today(deps);
  return rows.map((row) => ({
    id: row.id,
    initiativeId: row.initiative_id,
    number: row.number,
    title: row.title,
    unitId: row.unit_id,
    unitName: row.unit_name,
    responsibleId: row.responsible_id,
    since: dayOf(row.since),
    begun: dayOf(row.since) <= on,
    annulled: row.annulled,
    dueOn: row.due_on && dayOf(row.due_on),
  }));
}

/** Due reports that a person is asked for: as who is responsible, or as head of the unit. */
export async function adoptionsToReport(
  deps: Deps,
  tx: Tx,
  personId: string,
): Promise<AdoptionLine[]> {
  const on = today(deps);
  const day = dateColumn(on);
  const grants = await tx.roleGrant.findMany({
    where: {
      personId,
      role: 'head',
      fromDate: { lte: day },
      OR: [{ toDate: null }, { toDate: { gte: day } }],
    },
    select: { unitId: true },
  });
  const below = await Promise.all(grants.map(({ unitId }) => unitAndBelow(tx, unitId)));
  const lines = await adoptionsOf(deps, tx, { unitIds: below.flat(), personId });
  const due = lines.filter(({ dueOn }) => dueOn !== null && dueOn <= on);
  const unitIds = [...new Set(due.map(({ unitId }) => unitId))];
  // Who heads a unit above is asked only where there is no head below.
  const heads = await nearestHoldersOf(tx, { role: 'head', unitIds, on });
  return due.filter(
    (one) => one.responsibleId === personId || heads.get(one.unitId)?.includes(personId),
  );
}

export interface YearReport {
  id: string;
  year: number;
  hours: bigint;
  dong: bigint;
  note: string;
  byName: string;
  at: Date;
  /** How often it was corrected before. */
  corrections: number;
}

export interface AdoptionFile {
  id: string;
  initiativeId: string;
  number: string;
  title: string;
  annulled: boolean;
  unitId: string;
  unitName: string;
  since: Day;
  /** Its first day has come. */
  begun: boolean;
  how: string;
  responsibleId: string;
  responsibleName: string;
  endedOn: Day | null;
  endReason: string | null;
  /** The newest report of each year, newest year first. */
  reports: YearReport[];
}

/** One adoption with all that the unit reported on the initiative, also before it was interrupted. */
export async function adoptionFile(
  deps: Deps,
  tx: Tx,
  adoptionId: string,
): Promise<AdoptionFile | null> {
  const row = await tx.adoption.findUnique({
    where: { id: adoptionId },
    select: {
      id: true,
      initiativeId: true,
      unitId: true,
      since: true,
      how: true,
      responsibleId: true,
      endedOn: true,
      endReason: true,
      initiative: { select: { number: true, title: true, state: true } },
      unit: { select: { name: true } },
      responsible: { select: { fullName: true } },
    },
  });
  if (!row) return null;
  const { initiative, unit, responsible, since, endedOn, ...own } = row;
  const reports = await tx.effectReport.findMany({
    where: { adoption: { initiativeId: row.initiativeId, unitId: row.unitId } },
    select: {
      id: true,
      seq: true,
      year: true,
      hours: true,
      dong: true,
      note: true,
      reportedAt: true,
      reportedBy: { select: { fullName: true } },
    },
  });
  const newest = newestEffects(reports.map((report) => ({ ...report, unitId: row.unitId })));
  return {
    ...own,
    number: initiative.number,
    title: initiative.title,
    annulled: initiative.state !== 'recognised',
    unitName: unit.name,
    responsibleName: responsible.fullName,
    since: dayOf(since),
    begun: dayOf(since) <= today(deps),
    endedOn: endedOn && dayOf(endedOn),
    reports: newest
      .toSorted((a, b) => b.year - a.year)
      .map(({ reportedBy, reportedAt, seq: _, unitId: __, ...report }) => ({
        ...report,
        byName: reportedBy.fullName,
        at: reportedAt,
        corrections: reports.filter(({ year }) => year === report.year).length - 1,
      })),
  };
}

/** The unit that an initiative comes from and those that apply it: no menu need offer them. */
export async function unitsThatHaveIt(tx: Tx, initiativeId: string): Promise<string[]> {
  const rows = await tx.adoption.findMany({
    where: { initiativeId, endedOn: null },
    select: { unitId: true },
  });
  const owner = await tx.initiative.findUnique({
    where: { id: initiativeId },
    select: { unitId: true },
  });
  return [...rows.map(({ unitId }) => unitId), ...(owner ? [owner.unitId] : [])];
}

/** Whether the unit is there on the day. */
export async function isUnitOn(tx: Tx, unitId: string, on: Day): Promise<boolean> {
  const day = dateColumn(on);
  const count = await tx.unit.count({
    where: {
      id: unitId,
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
  });
  return count > 0;
}

/** The initiatives recognised last that come from none of the given units and are applied by none of them. */
export async function newlyRecognised(
  tx: Tx,
  { notOf, limit }: { notOf: readonly string[]; limit: number },
): Promise<{ id: string; number: string; title: string; unitName: string }[]> {
  const rows = await tx.initiative.findMany({
    where: {
      state: 'recognised',
      unitId: { notIn: [...notOf] },
      recognised: { some: { level: 'grassroots', annulledAt: null } },
      adoptions: { none: { unitId: { in: [...notOf] }, endedOn: null } },
    },
    orderBy: [{ decision: { decidedOn: 'desc' } }, { number: 'desc' }],
    take: limit,
    select: { id: true, number: true, title: true, unit: { select: { name: true } } },
  });
  return rows.map(({ unit, ...row }) => ({ ...row, unitName: unit.name }));
}
