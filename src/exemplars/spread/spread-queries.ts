import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { type Day, dayIn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole, nearestHolders } from '../../people/queries.ts';
import { APPLICATION_REPORT_MONTHS } from '../rules.ts';

/** A unit copies a model. */
export interface Application {
  id: string;
  exemplarId: string;
  number: string;
  headline: string;
  unitId: string;
  unitName: string;
  how: string;
  appliedById: string;
  appliedByName: string;
  appliedOn: Day;
  /** The newest. */
  report: { note: string; people: bigint; hours: bigint; byName: string; at: Date } | null;
  /** Some months have passed without a report, and the model is still held up. */
  due: boolean;
}

const columns = {
  id: true,
  exemplarId: true,
  unitId: true,
  how: true,
  appliedById: true,
  appliedAt: true,
  exemplar: { select: { number: true, headline: true, state: true } },
  unit: { select: { name: true } },
  appliedBy: { select: { fullName: true } },
  reports: {
    orderBy: { seq: 'desc' },
    take: 1,
    select: {
      note: true,
      people: true,
      hours: true,
      reportedAt: true,
      reportedBy: { select: { fullName: true } },
    },
  },
} as const satisfies Prisma.ExemplarApplicationSelect;

/** Applications, the newest first. */
export async function applicationsWhere(
  deps: Pick<Deps, 'clock' | 'zone'>,
  tx: Tx,
  where: Prisma.ExemplarApplicationWhereInput,
): Promise<Application[]> {
  const rows = await tx.exemplarApplication.findMany({
    where,
    orderBy: [{ appliedAt: 'desc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(({ exemplar, unit, appliedBy, reports, appliedAt, ...same }) => {
    const [newest] = reports;
    const { number, headline, state } = exemplar;
    const late = reportDue(appliedAt) <= deps.clock.now();
    return {
      ...same,
      number,
      headline: state === 'published' ? (headline ?? '') : '',
      unitName: unit.name,
      appliedByName: appliedBy.fullName,
      appliedOn: dayIn(deps.zone, appliedAt),
      report: newest
        ? {
            note: newest.note,
            people: newest.people,
            hours: newest.hours,
            byName: newest.reportedBy.fullName,
            at: newest.reportedAt,
          }
        : null,
      due: !newest && late && state === 'published',
    };
  });
}

export async function findApplication(deps: Deps, id: string): Promise<Application | null> {
  const [application] = await applicationsWhere(deps, deps.db, { id });
  return application ?? null;
}

function reportDue(appliedAt: Date): Date {
  const due = new Date(appliedAt);
  due.setUTCMonth(due.getUTCMonth() + APPLICATION_REPORT_MONTHS);
  return due;
}

/** Who reports: whoever recorded it, and the heads of the unit and above. */
export async function mayReport(
  tx: Tx,
  actor: Actor,
  { unitId, appliedById }: { unitId: string; appliedById: string },
): Promise<boolean> {
  return appliedById === actor.personId || holdsRole(tx, actor, 'head', unitId);
}

/** Those who are asked what came of it. */
export async function askedToReport(
  tx: Tx,
  { unitId, appliedById, on }: { unitId: string; appliedById: string; on: Day },
): Promise<string[]> {
  const heads = await nearestHolders(tx, { role: 'head', unitId, on });
  return [...new Set([...heads, appliedById])];
}

/** What somebody is to report on now: of the units that they head, and what they recorded. */
export async function applicationsOf(
  deps: Deps,
  reader: { personId: string; headedIds: readonly string[] },
): Promise<Application[]> {
  return applicationsWhere(deps, deps.db, {
    OR: [{ unitId: { in: [...reader.headedIds] } }, { appliedById: reader.personId }],
  });
}
