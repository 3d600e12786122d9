import { randomUUID } from 'node:crypto';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { openMeasuring } from '../progress/set-indicator.ts';
import { clusterButton, clusterModal, clustersButton } from './cluster-controls.ts';
import { clusterPhrases, clusterRefusal } from './cluster-phrases.ts';
import { clustersView, clusterView } from './cluster-views.ts';
import { openClusters } from './open-clusters.ts';
import { clusterMark, setCluster } from './set-cluster.ts';

/** Cụm, khối thi đua of campaigns. */
export const registerClusterListeners: RegisterListeners = (on, deps) => {
  on.button(clustersButton, async ({ actor, value, openModal }) => {
    const opened = await openClusters(deps, { actor, ...value });
    await openModal(clustersView(opened, actor));
    return undefined;
  });

  on.button(clusterButton, async ({ actor, value, openModal }) => {
    const { campaignId } = value;
    const campaign = await openMeasuring(deps, deps.db, { actor, campaignId });
    const cluster = campaign.clusters.find(({ id }) => id === value.clusterId) ?? null;
    if (value.clusterId && !cluster) throw clusterRefusal('cluster_changed', (say) => say.changed);
    const seen = {
      campaignId,
      clusterId: cluster?.id ?? randomUUID(),
      mark: cluster && clusterMark(cluster),
    };
    await openModal(clusterView({ language: actor.language, seen, campaign, cluster }));
    return undefined;
  });

  on.submission(clusterModal, async ({ actor, metadata, fields }) => {
    const { name, units, leader = null, year, remove } = fields;
    const entered = remove.length > 0 ? null : { name, unitIds: units, leaderId: leader, year };
    const changed = await setCluster(deps, { actor, seen: metadata, entered });
    const say = clusterPhrases[actor.language];
    const done = entered ? say.saved : say.removed;
    const { campaignId } = metadata;
    const told = changed ? done : say.nothingChanged;
    const opened = await openClusters(deps, { actor, campaignId });
    return { next: 'back', view: clustersView(opened, { ...actor, done: told }) };
  });
};
