import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { headsFor } from '../authority.ts';
import { clusterRefusal } from '../clusters/cluster-phrases.ts';
import { CLUSTER_LIMITS, type ClusterContent } from '../clusters/cluster-rules.ts';
import { clusterMark, clusterRecord, readOrRefuse } from '../clusters/set-cluster.ts';
import { yearClusterRefusal } from './year-cluster-phrases.ts';
import { isSettable, maySet, openYearClusters, type YearClusters } from './year-cluster-queries.ts';

/** A cluster of a year in a form: its id, which a new one has from the form, and the mark of what the form showed. */
export interface SeenYearCluster {
  organiserId: string;
  year: number;
  clusterId: string;
  /** Null: it is new. */
  mark: string | null;
}

/**
 * Sets a cluster of a year, or dissolves it: for the heads and secretaries of the agency and those above. The same twice
 * is once. What campaigns have taken from it stays theirs.
 *
 * @param input.entered null: it is dissolved; a leader is one for that year
 * @returns whether anything changed
 * @throws AppError as `openSetting`; cluster_changed, too_many_clusters, cluster_refused (each problem at its field)
 */
export async function setYearCluster(
  deps: Deps,
  {
    actor,
    seen,
    entered,
  }: {
    actor: Actor;
    seen: SeenYearCluster;
    entered: { name: string; unitIds: readonly string[]; leaderId: string | null } | null;
  },
): Promise<boolean> {
  const { organiserId, year, clusterId: id } = seen;
  return inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`select from unit where id = ${organiserId}::uuid for no key update`;
    const { clusters, units } = await openSetting(deps, tx, { actor, organiserId, year });
    const before = clusters.find((cluster) => cluster.id === id);
    const others = clusters.filter((cluster) => cluster.id !== id);
    const content =
      entered &&
      readOrRefuse(
        { ...entered, year: entered.leaderId === null ? '' : String(year) },
        { units, others },
      );
    const was = before ? clusterMark(before) : null;
    if (content ? was === clusterMark(content) : !before) return false;
    if (was !== seen.mark || (!before && (await tx.yearCluster.count({ where: { id } }))))
      throw clusterRefusal('cluster_changed', (say) => say.changed);
    if (!before && others.length >= CLUSTER_LIMITS.clusters)
      throw clusterRefusal('too_many_clusters', (say) =>
        say.tooMany({ most: CLUSTER_LIMITS.clusters }),
      );
    await write(tx, { organiserId, year, id, content });
    await audit(tx, {
      kind: content ? 'year_cluster.set' : 'year_cluster.removed',
      subjectId: organiserId,
      actorId: actor.personId,
      ...(before ? { before: { year, ...clusterRecord(before) } } : {}),
      ...(content ? { after: { year, ...clusterRecord({ id, ...content }) } } : {}),
    });
    return true;
  });
}

/**
 * The clusters of a year, for one who sets them.
 *
 * @throws AppError may_not_cluster, year_over
 */
export async function openSetting(
  deps: Deps,
  tx: Tx,
  about: { actor: Actor; organiserId: string; year: number },
): Promise<YearClusters> {
  const { actor, organiserId, year } = about;
  const opened = await openYearClusters(deps, tx, about);
  if (!opened || !(await maySet(tx, actor, organiserId))) {
    const names = opened ? await headsFor(tx, organiserId, today(deps)) : [];
    throw yearClusterRefusal('may_not_cluster', (say) => say.mayNotSet({ names }));
  }
  if (!isSettable(deps, year)) throw yearClusterRefusal('year_over', (say) => say.yearOver);
  return opened;
}

async function write(
  tx: Tx,
  cluster: { organiserId: string; year: number; id: string; content: ClusterContent | null },
): Promise<void> {
  const { organiserId, year, id, content } = cluster;
  await tx.yearClusterUnit.deleteMany({ where: { organiserId, year, clusterId: id } });
  if (!content) {
    await tx.$executeRaw`
      update year_cluster set removed_at = app_now()
      where id = ${id}::uuid and organiser_id = ${organiserId}::uuid and year = ${year}`;
    return;
  }
  const { name, unitIds, leader } = content;
  await tx.yearCluster.upsert({
    where: { id, organiserId, year },
    create: { id, organiserId, year, name },
    update: { name },
    select: { id: true },
  });
  await tx.yearClusterUnit.createMany({
    data: unitIds.map((unitId) => ({
      ...{ organiserId, year, clusterId: id, unitId },
      leads: leader?.unitId === unitId,
    })),
  });
}
