import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { type AppError, throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { type Cluster, lockProgress, markOf } from '../progress/progress-queries.ts';
import { openMeasuring } from '../progress/set-indicator.ts';
import { clusterRefusal } from './cluster-phrases.ts';
import {
  CLUSTER_LIMITS,
  type ClusterContent,
  type ClusterProblem,
  type EnteredCluster,
  readCluster,
} from './cluster-rules.ts';

/** A cluster in a form: its id, which a new one has from the form, and the mark of what the form showed. */
export interface SeenCluster {
  campaignId: string;
  clusterId: string;
  /** Null: it is new. */
  mark: string | null;
}

/**
 * Sets a cluster of a campaign, or dissolves it: for those who set its indicators. The same twice is once.
 *
 * @param input.entered null: it is dissolved
 * @returns whether anything changed
 * @throws AppError as `openMeasuring`; cluster_changed, too_many_clusters, cluster_refused (each problem at its field)
 */
export async function setCluster(
  deps: Deps,
  { actor, seen, entered }: { actor: Actor; seen: SeenCluster; entered: EnteredCluster | null },
): Promise<boolean> {
  const { campaignId, clusterId: id } = seen;
  return inTransaction(deps.db, async (tx) => {
    await lockProgress(tx, campaignId);
    const campaign = await openMeasuring(deps, tx, { actor, campaignId });
    const before = campaign.clusters.find((cluster) => cluster.id === id);
    const others = campaign.clusters.filter((cluster) => cluster.id !== id);
    const content = entered && readOrRefuse(entered, { units: campaign.units, others });
    const was = before ? clusterMark(before) : null;
    if (content ? was === clusterMark(content) : !before) return false;
    if (was !== seen.mark || (!before && (await tx.campaignCluster.count({ where: { id } }))))
      throw clusterRefusal('cluster_changed', (say) => say.changed);
    if (!before && others.length >= CLUSTER_LIMITS.clusters)
      throw clusterRefusal('too_many_clusters', (say) =>
        say.tooMany({ most: CLUSTER_LIMITS.clusters }),
      );
    await writeCluster(tx, { campaignId, id, content });
    await audit(tx, {
      kind: content ? 'campaign.cluster_set' : 'campaign.cluster_removed',
      subjectId: campaignId,
      actorId: actor.personId,
      ...(before ? { before: clusterRecord(before) } : {}),
      ...(content ? { after: clusterRecord({ id, ...content }) } : {}),
    });
    return true;
  });
}

/** A mark of a cluster as a form shows it. */
export function clusterMark({ name, unitIds, leader }: ClusterContent | Cluster): string {
  return markOf({ name, unitIds: unitIds.toSorted(), leader });
}

/** A cluster as the audit keeps it. */
export function clusterRecord({ id, name, unitIds, leader }: Cluster) {
  return { id, name, unitIds: [...unitIds], leader };
}

/** Reads a cluster. @throws AppError cluster_refused (each problem at its field) */
export function readOrRefuse(
  entered: EnteredCluster,
  known: Parameters<typeof readCluster>[1],
): ClusterContent {
  const result = readCluster(entered, known);
  if ('cluster' in result) return result.cluster;
  throwTogether(result.problems.map(problemRefusal));
  throw new Error('a cluster is refused without a problem');
}

function problemRefusal(wrong: ClusterProblem): AppError {
  return clusterRefusal(
    'cluster_refused',
    (say) =>
      wrong.problem === 'elsewhere'
        ? say.elsewhere({ units: wrong.units })
        : say.problem[wrong.problem],
    wrong.field,
  );
}

/** Writes a cluster of a campaign, which the caller has locked. */
export async function writeCluster(
  tx: Tx,
  { campaignId, id, content }: { campaignId: string; id: string; content: ClusterContent | null },
): Promise<void> {
  await tx.campaignClusterUnit.deleteMany({ where: { campaignId, clusterId: id } });
  if (!content) {
    await tx.$executeRaw`
      update campaign_cluster set removed_at = app_now()
      where id = ${id}::uuid and campaign_id = ${campaignId}::uuid`;
    return;
  }
  const { name, unitIds, leader } = content;
  await tx.campaignCluster.upsert({
    where: { id, campaignId },
    create: { id, campaignId, name },
    update: { name },
    select: { id: true },
  });
  await tx.campaignClusterUnit.createMany({
    data: unitIds.map((unitId) => ({
      ...{ campaignId, clusterId: id, unitId },
      leadsIn: leader?.unitId === unitId ? leader.year : null,
    })),
  });
}
