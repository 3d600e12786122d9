import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { escapeText } from '../../slack/blocks.ts';
import type { CommandRequest, RegisterListeners } from '../../slack/listeners.ts';
import { clusterPhrases, clusterRefusal } from '../clusters/cluster-phrases.ts';
import { clustersView } from '../clusters/cluster-views.ts';
import { openClusters } from '../clusters/open-clusters.ts';
import { clusterMark } from '../clusters/set-cluster.ts';
import { openSetting, setYearCluster } from './set-year-cluster.ts';
import { takeClusters } from './take-clusters.ts';
import {
  takeClustersButton,
  yearAfterButton,
  yearBeforeButton,
  yearClusterButton,
  yearClusterModal,
} from './year-cluster-controls.ts';
import { yearClusterPhrases, yearClusterRefusal } from './year-cluster-phrases.ts';
import { openYearClusters, organiserFor, thisYear } from './year-cluster-queries.ts';
import { yearClustersView, yearClusterView } from './year-cluster-views.ts';

/** Cụm, khối thi đua of a year, and what campaigns take from them. */
export const registerYearClusterListeners: RegisterListeners = (on, deps) => {
  for (const kind of [yearBeforeButton, yearAfterButton])
    on.button(kind, async ({ actor, value, showModal }) => {
      await showModal(await page(deps, actor, value));
      return undefined;
    });

  on.button(yearClusterButton, async ({ actor, value, openModal }) => {
    const { clusterId, ...of } = value;
    const opened = await openSetting(deps, deps.db, { actor, ...of });
    const cluster = opened.clusters.find(({ id }) => id === clusterId) ?? null;
    if (clusterId && !cluster) throw clusterRefusal('cluster_changed', (say) => say.changed);
    const mark = cluster && clusterMark(cluster);
    const seen = { ...of, clusterId: cluster?.id ?? randomUUID(), mark };
    await openModal(yearClusterView({ language: actor.language, seen, opened, cluster }));
    return undefined;
  });

  on.submission(yearClusterModal, async ({ actor, metadata, fields }) => {
    const { name, units, leader = null, remove } = fields;
    const entered = remove.length > 0 ? null : { name, unitIds: units, leaderId: leader };
    const changed = await setYearCluster(deps, { actor, seen: metadata, entered });
    const say = clusterPhrases[actor.language];
    const done = changed ? (entered ? say.saved : say.removed) : say.nothingChanged;
    return { next: 'back', view: await page(deps, actor, metadata, done) };
  });

  on.button(takeClustersButton, async ({ actor, value, showModal }) => {
    const { year, names } = await takeClusters(deps, { actor, ...value });
    const say = yearClusterPhrases[actor.language];
    const done =
      names.length > 0
        ? say.taken({ year, names: names.map(escapeText) })
        : say.takenNone({ year });
    const opened = await openClusters(deps, { actor, ...value });
    await showModal(clustersView(opened, { ...actor, done }));
    return undefined;
  });
};

/** `/phongtrao cụm`: the clusters of this year that concern the actor. */
export async function openYearClustersFor(
  deps: Deps,
  { actor, openModal, reply }: Pick<CommandRequest, 'actor' | 'openModal' | 'reply'>,
): Promise<void> {
  const year = thisYear(deps);
  const organiserId = await organiserFor(deps.db, { actor, year });
  if (organiserId) await openModal(await page(deps, actor, { organiserId, year }));
  else await reply({ text: yearClusterPhrases[actor.language].nowhere({ year }) });
}

async function page(
  deps: Deps,
  actor: Actor,
  { organiserId, year }: { organiserId: string; year: number },
  done?: string,
): Promise<ModalView> {
  const opened = await openYearClusters(deps, deps.db, { actor, organiserId, year });
  if (!opened) throw yearClusterRefusal('may_not_cluster', (say) => say.nowhere({ year }));
  return yearClustersView(opened, { language: actor.language, ...(done ? { done } : {}) });
}
