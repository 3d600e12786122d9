import { fold } from '../../rulebook/fold.ts';
import type { UnitName } from '../authority.ts';
import type { Cluster } from '../progress/progress-queries.ts';

export const CLUSTER_LIMITS = { clusters: 30, name: 80, fewest: 2 } as const;

/** What somebody wrote of a cluster. */
export interface EnteredCluster {
  name: string;
  unitIds: readonly string[];
  leaderId: string | null;
  /** Empty without a leader. */
  year: string;
}

export type ClusterProblem =
  | { field: 'name'; problem: 'taken' }
  | { field: 'units'; problem: 'too_few' | 'not_compared' }
  | { field: 'units'; problem: 'elsewhere'; units: readonly { name: string; cluster: string }[] }
  | { field: 'leader'; problem: 'no_member' | 'missing' }
  | { field: 'year'; problem: 'no_year' };

export type ClusterContent = Omit<Cluster, 'id'>;

/**
 * Reads a cluster: units that are compared, each in one cluster only, with a leader among them for a year, or none
 * yet.
 *
 * @param known.others the other clusters of the campaign
 */
export function readCluster(
  { name, unitIds, leaderId, year }: EnteredCluster,
  { units, others }: { units: readonly UnitName[]; others: readonly Cluster[] },
): { cluster: ClusterContent } | { problems: ClusterProblem[] } {
  const problems: ClusterProblem[] = [];
  const members = [...new Set(unitIds)].toSorted();
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  if (others.some((other) => fold(other.name) === fold(name)))
    problems.push({ field: 'name', problem: 'taken' });
  const elsewhere = members.flatMap((id) => {
    const other = others.find((one) => one.unitIds.includes(id));
    return other ? [{ name: names.get(id) ?? '', cluster: other.name }] : [];
  });
  if (members.length < CLUSTER_LIMITS.fewest) problems.push({ field: 'units', problem: 'too_few' });
  else if (members.some((id) => !names.has(id)))
    problems.push({ field: 'units', problem: 'not_compared' });
  else if (elsewhere.length > 0)
    problems.push({ field: 'units', problem: 'elsewhere', units: elsewhere });
  const elected = /^20\d\d$/.test(year.trim()) ? Number(year) : null;
  if (leaderId !== null && !members.includes(leaderId))
    problems.push({ field: 'leader', problem: 'no_member' });
  if (leaderId !== null && elected === null) problems.push({ field: 'year', problem: 'no_year' });
  if (leaderId === null && year.trim() !== '')
    problems.push({ field: 'leader', problem: 'missing' });
  if (problems.length > 0) return { problems };
  const leader = leaderId === null || elected === null ? null : { unitId: leaderId, year: elected };
  return { cluster: { name, unitIds: members, leader } };
}
