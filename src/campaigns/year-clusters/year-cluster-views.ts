import type { ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import {
  actions,
  clip,
  context,
  escapeText,
  fitting,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { UnitName } from '../authority.ts';
import { clusterPhrases } from '../clusters/cluster-phrases.ts';
import { CLUSTER_LIMITS } from '../clusters/cluster-rules.ts';
import { clusterInputs, dissolving } from '../clusters/cluster-views.ts';
import type { Cluster } from '../progress/progress-queries.ts';
import type { SeenYearCluster } from './set-year-cluster.ts';
import {
  yearAfterButton,
  yearBeforeButton,
  yearClusterButton,
  yearClusterModal,
} from './year-cluster-controls.ts';
import { yearClusterPhrases } from './year-cluster-phrases.ts';
import type { YearClusters } from './year-cluster-queries.ts';

/** Characters of a unit's name, and of all names as they are sent in one block of 3,000. */
const NAME = 60;
const NAMES = 2_150;

/** The clusters of an agency's year; for those who set them, with the buttons to change them. */
export function yearClustersView(
  opened: YearClusters,
  { language, done }: { language: Language; done?: string },
): ModalView {
  const say = yearClusterPhrases[language];
  const words = clusterPhrases[language];
  const { organiser, year, clusters, sets } = opened;
  const of = { organiserId: organiser.id, year };
  const add = yearClusterButton.button(words.add, { ...of, clusterId: null });
  return readingModal({ title: words.clusters, close: words.close }, [
    ...(done ? [section(done)] : []),
    section(say.heading({ organiser: escapeText(organiser.name), year })),
    context(say.intro),
    ...(clusters.length === 0 ? [section(say.none({ year }))] : []),
    ...clusters.map((cluster) =>
      section(
        clusterText(cluster, opened, language),
        sets ? yearClusterButton.button(words.change, { ...of, clusterId: cluster.id }) : undefined,
      ),
    ),
    actions(
      'year_clusters',
      ...(sets && clusters.length < CLUSTER_LIMITS.clusters ? [add] : []),
      yearBeforeButton.button(say.year(year - 1), { ...of, year: year - 1 }),
      yearAfterButton.button(say.year(year + 1), { ...of, year: year + 1 }),
    ),
  ]);
}

function clusterText(
  { name, unitIds, leader }: Cluster,
  { units }: YearClusters,
  language: Language,
): string {
  const nameOf = (unit: UnitName) => escapeText(clip(unit.name, NAME));
  const names = units.filter(({ id }) => unitIds.includes(id)).map(nameOf);
  const leads = units.find(({ id }) => id === leader?.unitId);
  const shown = fitting(names, NAMES);
  return yearClusterPhrases[language].cluster({
    name: escapeText(name),
    leader: leads ? nameOf(leads) : null,
    units: shown.join('; '),
    more: names.length - shown.length,
  });
}

/** The form of a cluster of a year. */
export function yearClusterView(content: {
  language: Language;
  seen: SeenYearCluster;
  opened: YearClusters;
  cluster: Cluster | null;
}): ModalView {
  const { language, seen, opened, cluster } = content;
  const words = clusterPhrases[language];
  const leader = yearClusterPhrases[language].leader(opened.year);
  return yearClusterModal.view({
    title: words.clusters,
    metadata: seen,
    submit: words.save,
    close: words.cancel,
    blocks: [
      ...clusterInputs({ language, units: opened.units, cluster, leader }),
      ...(cluster ? [dissolving(language)] : []),
    ],
  });
}
