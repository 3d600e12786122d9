import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { lineAbove } from '../../people/unit-tree.ts';
import type { UnitName } from '../authority.ts';
import { type Cluster, comparedUnits } from '../progress/progress-queries.ts';

/** Those who set the clusters of a year, there or above. */
const SETTING = ['head', 'secretary'] as const;

/** The clusters that an agency keeps for a year. */
export interface YearClusters {
  organiser: UnitName;
  year: number;
  clusters: readonly Cluster[];
  /** The units that can be in them: those directly below it, and those that are. */
  units: readonly UnitName[];
  /** Whether the reader sets them. */
  sets: boolean;
}

/** This year and the next are set; others are read. */
export function isSettable(deps: Deps, year: number): boolean {
  const now = thisYear(deps);
  return year === now || year === now + 1;
}

export function thisYear(deps: Deps): number {
  return Number(today(deps).slice(0, 4));
}

export function maySet(tx: Tx, actor: Actor, organiserId: string): Promise<boolean> {
  return holdsRole(tx, actor, SETTING, organiserId);
}

/** Those that stand, in the order in which they were set. */
export async function clustersOfYear(
  tx: Tx,
  { organiserId, year }: { organiserId: string; year: number },
): Promise<Cluster[]> {
  const rows = await tx.yearCluster.findMany({
    where: { organiserId, year, removedAt: null },
    orderBy: { seq: 'asc' },
    select: {
      ...{ id: true, name: true },
      units: { select: { unitId: true, leads: true }, orderBy: { unitId: 'asc' } },
    },
  });
  return rows.map(({ units, ...cluster }) => {
    const leader = units.find(({ leads }) => leads);
    return {
      ...cluster,
      unitIds: units.map(({ unitId }) => unitId),
      leader: leader ? { unitId: leader.unitId, year } : null,
    };
  });
}

/** The nearest agency at or above a unit that has clusters for a year; null when none has. */
export async function organiserOf(
  tx: Tx,
  { unitId, year }: { unitId: string; year: number },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    with recursive ${lineAbove(unitId)}
    select line.id::text as id from line
    where exists (select from year_cluster cluster where cluster.organiser_id = line.id
      and cluster.year = ${year} and cluster.removed_at is null)
    order by line.depth limit 1`;
  return row?.id ?? null;
}

/**
 * Whose clusters of a year somebody is shown first: those of the nearest agency at or above their unit that has any, or has
 * any of the next year; else the highest that they would set them for, which is one with two units below it at least.
 */
export async function organiserFor(
  tx: Tx,
  { actor, year }: { actor: Actor; year: number },
): Promise<string | null> {
  const { unitId } = actor;
  for (const set of [year, year + 1]) {
    const nearest = await organiserOf(tx, { unitId, year: set });
    if (nearest) return nearest;
  }
  const granted = actor.grants.flatMap(({ role, unitId }) =>
    SETTING.some((one) => one === role) ? [unitId] : [],
  );
  const units = await tx.unit.findMany({
    where: { id: { in: granted } },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    select: { id: true, _count: { select: { children: true } } },
  });
  return units.find(({ _count }) => _count.children >= 2)?.id ?? null;
}

/** The clusters of an agency's year, for everybody; null when there is no such agency. */
export async function openYearClusters(
  deps: Deps,
  tx: Tx,
  { actor, organiserId, year }: { actor: Actor; organiserId: string; year: number },
): Promise<YearClusters | null> {
  const organiser = await tx.unit.findUnique({
    where: { id: organiserId },
    select: { id: true, name: true },
  });
  if (!organiser) return null;
  const clusters = await clustersOfYear(tx, { organiserId, year });
  const below = await comparedUnits(tx, { unitId: organiserId, scopeUnitIds: [] }, today(deps));
  const members = clusters.flatMap(({ unitIds }) => unitIds);
  const gone = members.filter((id) => !below.some((unit) => unit.id === id));
  const former = await tx.unit.findMany({
    where: { id: { in: gone } },
    select: { id: true, name: true },
  });
  const sets = isSettable(deps, year) && (await maySet(tx, actor, organiserId));
  return { organiser, year, clusters, units: [...below, ...former], sets };
}
