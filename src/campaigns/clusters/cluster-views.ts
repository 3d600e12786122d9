import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import {
  actions,
  clip,
  escapeText,
  inParts,
  input,
  option,
  plain,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { UnitName } from '../authority.ts';
import { formatPoints } from '../progress/amounts.ts';
import type { Cluster, ProgressCampaign, Standing } from '../progress/progress-queries.ts';
import type { Ranked } from '../progress/ranking.ts';
import { takeClustersButton } from '../year-clusters/year-cluster-controls.ts';
import { yearClusterPhrases } from '../year-clusters/year-cluster-phrases.ts';
import { clusterButton, clusterModal } from './cluster-controls.ts';
import { clusterPhrases } from './cluster-phrases.ts';
import { CLUSTER_LIMITS } from './cluster-rules.ts';
import type { OpenedClusters } from './open-clusters.ts';
import type { SeenCluster } from './set-cluster.ts';

/** Choices that Slack takes in one group of a menu, and characters of a unit's name in a line. */
const GROUP = 100;
const NAME = 60;
/** Units shown of a cluster, so that its block is not cut. */
const SHOWN = 6;

/** The clusters with the ranking within each; for those who set them, with the buttons to change them. */
export function clustersView(
  { campaign, lines, measures, takesOf }: OpenedClusters,
  { language, done }: { language: Language; done?: string },
): ModalView {
  const say = clusterPhrases[language];
  const { id: campaignId, code, name, clusters } = campaign;
  return readingModal({ title: say.clusters, close: say.close }, [
    ...(done ? [section(done)] : []),
    section(`${code === null ? '' : `*${code}* `}${escapeText(name)}`),
    ...(clusters.length === 0 ? [section(say.none)] : []),
    ...clusters.flatMap((cluster) =>
      clusterBlocks(cluster, { campaign, lines, language, measures }),
    ),
    ...(measures && clusters.length < CLUSTER_LIMITS.clusters
      ? [
          actions(
            `campaign_clusters_${campaignId}`,
            clusterButton.button(say.add, { campaignId, clusterId: null }),
            ...(takesOf === null
              ? []
              : [
                  takeClustersButton.button(yearClusterPhrases[language].take(takesOf), {
                    campaignId,
                  }),
                ]),
          ),
        ]
      : []),
  ]);
}

function clusterBlocks(
  cluster: Cluster,
  shown: {
    campaign: ProgressCampaign;
    lines: readonly Ranked<Standing>[];
    language: Language;
    measures: boolean;
  },
): KnownBlock[] {
  const { campaign, language, measures } = shown;
  const say = clusterPhrases[language];
  const unitName = (unitId: string) => campaign.units.find(({ id }) => id === unitId)?.name ?? '';
  const ranked = shown.lines
    .filter(({ unitId }) => cluster.unitIds.includes(unitId))
    .map(({ unitName: name, total, cluster: place }) => {
      const unit = escapeText(clip(name, NAME));
      if (total === null || place === null || place.rank === null) return say.unreported({ unit });
      const { rank, tied } = place;
      return say.line({ rank, tied, unit, total: formatPoints(total) });
    });
  const leader = cluster.leader && escapeText(clip(unitName(cluster.leader.unitId), NAME));
  const heading = say.heading({
    name: escapeText(cluster.name),
    leader: leader || null,
    year: cluster.leader?.year ?? 0,
  });
  const more = ranked.length - SHOWN;
  const text = [
    heading,
    ...ranked.slice(0, SHOWN),
    ...(more > 0 ? [say.more({ count: more })] : []),
  ].join('\n');
  const value = { campaignId: campaign.id, clusterId: cluster.id };
  return [section(text, measures ? clusterButton.button(say.change, value) : undefined)];
}

/** The form of a cluster. */
export function clusterView(content: {
  language: Language;
  seen: SeenCluster;
  campaign: Pick<ProgressCampaign, 'units' | 'startsOn'>;
  cluster: Cluster | null;
}): ModalView {
  const { language, seen, campaign, cluster } = content;
  const say = clusterPhrases[language];
  const { units } = campaign;
  const year = cluster?.leader?.year;
  return clusterModal.view({
    title: say.clusters,
    metadata: seen,
    submit: say.save,
    close: say.cancel,
    blocks: [
      ...clusterInputs({ language, units, cluster, leader: say.leader }),
      input(
        'year',
        say.year,
        {
          type: 'plain_text_input',
          max_length: 4,
          placeholder: plain(campaign.startsOn.slice(0, 4)),
          ...(year === undefined ? {} : { initial_value: String(year) }),
        },
        { optional: true },
      ),
      ...(cluster ? [dissolving(language)] : []),
    ],
  });
}

/** Name, units and leader of a cluster, as it stands or new. */
export function clusterInputs(content: {
  language: Language;
  units: readonly UnitName[];
  cluster: Cluster | null;
  /** What the field of its leader is called. */
  leader: string;
}) {
  const { language, units, cluster } = content;
  const say = clusterPhrases[language];
  const members = units.filter(({ id }) => cluster?.unitIds.includes(id));
  const leader = units.find(({ id }) => id === cluster?.leader?.unitId);
  return [
    input('name', say.name, {
      type: 'plain_text_input',
      max_length: CLUSTER_LIMITS.name,
      placeholder: plain(say.namePlaceholder),
      ...(cluster ? { initial_value: cluster.name } : {}),
    }),
    input('units', say.units, {
      type: 'multi_static_select',
      ...choices(units),
      ...(members.length > 0
        ? { initial_options: members.map(({ id, name }) => option(name, id)) }
        : {}),
    }),
    input(
      'leader',
      content.leader,
      {
        type: 'static_select',
        ...choices(units),
        ...(leader ? { initial_option: option(leader.name, leader.id) } : {}),
      },
      { optional: true, hint: say.leaderHint },
    ),
  ];
}

export function dissolving(language: Language) {
  const say = clusterPhrases[language];
  return input(
    'remove',
    say.remove,
    { type: 'checkboxes', options: [option(say.removeThis, 'yes')] },
    { optional: true },
  );
}

function choices(units: readonly UnitName[]) {
  const options = units.map(({ id, name }) => option(name, id));
  if (options.length <= GROUP) return { options };
  return {
    option_groups: inParts(options, GROUP).map((part) => ({
      label: plain(clip(part[0]?.text.text ?? '', 75)),
      options: part,
    })),
  };
}
