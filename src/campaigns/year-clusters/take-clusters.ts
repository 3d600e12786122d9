import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { auditAll } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { fold } from '../../rulebook/fold.ts';
import { CLUSTER_LIMITS } from '../clusters/cluster-rules.ts';
import { clusterRecord, writeCluster } from '../clusters/set-cluster.ts';
import { type Cluster, lockProgress, type ProgressCampaign } from '../progress/progress-queries.ts';
import { openMeasuring } from '../progress/set-indicator.ts';
import { clustersOfYear, organiserOf } from './year-cluster-queries.ts';

/** The year whose clusters a campaign takes: that of its first day. */
export function clusterYear({ startsOn }: Pick<ProgressCampaign, 'startsOn'>): number {
  return Number(startsOn.slice(0, 4));
}

/**
 * What a campaign can take of the clusters of its year: those of the nearest agency that has any, each with its units that
 * are compared here and are in no cluster yet, where these are two at least and its name is not taken.
 */
export async function clustersToTake(
  tx: Tx,
  campaign: Pick<ProgressCampaign, 'unitId' | 'startsOn' | 'units' | 'clusters'>,
): Promise<Omit<Cluster, 'id'>[]> {
  const { unitId, units, clusters } = campaign;
  const year = clusterYear(campaign);
  const organiserId = await organiserOf(tx, { unitId, year });
  if (!organiserId) return [];
  const elsewhere = new Set(clusters.flatMap((cluster) => cluster.unitIds));
  const free = new Set(units.flatMap(({ id }) => (elsewhere.has(id) ? [] : [id])));
  const names = new Set(clusters.map(({ name }) => fold(name)));
  const found = await clustersOfYear(tx, { organiserId, year });
  return found
    .map(({ name, unitIds, leader }) => {
      const members = unitIds.filter((id) => free.has(id));
      return { name, unitIds: members, leader: leader && free.has(leader.unitId) ? leader : null };
    })
    .filter((one) => one.unitIds.length >= CLUSTER_LIMITS.fewest && !names.has(fold(one.name)))
    .slice(0, CLUSTER_LIMITS.clusters - clusters.length);
}

/**
 * Takes the clusters of the year for a campaign, beside those that it has: for those who set its clusters. From then on
 * they are its own. Twice is once.
 *
 * @returns the year, and the names of those that were taken
 * @throws AppError as `openMeasuring`
 */
export async function takeClusters(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<{ year: number; names: string[] }> {
  return inTransaction(deps.db, async (tx) => {
    await lockProgress(tx, campaignId);
    const campaign = await openMeasuring(deps, tx, { actor, campaignId });
    const year = clusterYear(campaign);
    const taken = (await clustersToTake(tx, campaign)).map((one) => ({ id: randomUUID(), ...one }));
    for (const { id, ...content } of taken) await writeCluster(tx, { campaignId, id, content });
    await auditAll(
      tx,
      taken.map((cluster) => ({
        kind: 'campaign.cluster_set' as const,
        subjectId: campaignId,
        actorId: actor.personId,
        after: { ...clusterRecord(cluster), takenFromYear: year },
      })),
    );
    return { year, names: taken.map(({ name }) => name) };
  });
}
