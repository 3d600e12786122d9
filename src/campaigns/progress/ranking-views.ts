import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { formatDay, formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  context,
  escapeText,
  inParts,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { clustersButton } from '../clusters/cluster-controls.ts';
import { figuresFileButton } from '../figure-files/figure-file-controls.ts';
import { formatPoints } from './amounts.ts';
import type { Ranking, RankingRights } from './open-ranking.ts';
import type { PostedRanking } from './post-ranking.ts';
import {
  figuresButton,
  indicatorsButton,
  pointsButton,
  postRankingButton,
  rankingFileButton,
  rankingModal,
  rankingRhythmButton,
} from './progress-controls.ts';
import { progressPhrases } from './progress-phrases.ts';
import { type RankLine, reportedOf } from './ranking.ts';
import { rankingCharts, writtenBar } from './ranking-chart.ts';

/** Units on one page of the ranking. */
const PAGE = 20;
/** Lines in one block and characters of a unit's and of a cluster's name, so that no block is cut. */
const BLOCK = 4;
const NAME = 80;
const CLUSTER = 30;
/** Characters of the lines of a message, which has 12,000 at most. */
const MESSAGE = 10_000;
/** Characters of a written bar with what is around it; the labels of a chart take no more. */
const BAR = 24;

/** A page of the ranking, with what the reader may do below it. */
export function rankingView(
  { campaign, lines }: Ranking,
  { language, rights, from }: { language: Language; rights: RankingRights; from: number },
): ModalView {
  const say = progressPhrases[language];
  const { id: campaignId } = campaign;
  const to = Math.min(from + PAGE, lines.length);
  const buttons = [
    ...(rights.enters
      ? [
          figuresButton.button(say.enter, { campaignId }),
          figuresFileButton.button(say.enterFromFile, { campaignId }),
        ]
      : []),
    indicatorsButton.button(say.indicators, { campaignId }),
    clustersButton.button(say.clusters, { campaignId }),
    ...(rights.gives ? [pointsButton.button(say.points, { campaignId })] : []),
    ...(campaign.indicators.length > 0
      ? [
          rankingFileButton.button(say.file, { campaignId }),
          ...(rights.gives
            ? [
                postRankingButton.button(say.post, { campaignId }),
                rankingRhythmButton.button(say.rhythmTitle, { campaignId }),
              ]
            : []),
        ]
      : []),
  ];
  const blocks: KnownBlock[] = [
    section(`*${campaign.code ?? ''}* ${escapeText(campaign.name)}`),
    ...(campaign.indicators.length === 0
      ? [section(say.noIndicators)]
      : [context(say.reported(reportedOf(lines))), ...lineBlocks(lines.slice(from, to), language)]),
    ...(lines.length > PAGE ? [context(say.pageOf({ from: from + 1, to, of: lines.length }))] : []),
    actions(`campaign_progress_${campaignId}`, ...buttons),
  ];
  const title = say.ranking;
  const close = say.close;
  if (lines.length <= PAGE) return readingModal({ title, close }, blocks);
  const next = to < lines.length ? to : 0;
  return rankingModal.view({
    ...{ title, close, blocks },
    submit: next === 0 ? say.firstPage : say.nextPage,
    metadata: { campaignId, from: next },
  });
}

/** The ranking in a channel, as it was posted. */
export function rankingMessage(
  posted: PostedRanking,
  { language, zone }: { language: Language; zone: string },
): NonNullable<Rendered> {
  const say = progressPhrases[language];
  const { code, lines } = posted;
  const name = escapeText(posted.name);
  const title = say.rankingOn({ day: formatDay(posted.day) });
  const shown = fitting(lines, language);
  const left = lines.length - shown.length;
  const heading = section(`*${title}*\n*${code}* ${name}`);
  const below = [
    ...(left > 0 ? [context(say.unitsMore({ count: left }))] : []),
    context(
      `${say.reported(reportedOf(lines))} · ${say.postedAt({ at: formatInstant(posted.postedAt, zone) })}`,
    ),
  ];
  return {
    text: `${code} ${name}: ${title}`,
    blocks: [heading, ...lineBlocks(shown, language, { bars: true }), ...below],
    charted: [heading, ...rankingCharts(shown, language), ...lineBlocks(shown, language), ...below],
  };
}

/** The first of them, as many as a message holds. */
function fitting(lines: readonly RankLine[], language: Language): RankLine[] {
  const shown: RankLine[] = [];
  let room = MESSAGE;
  for (const line of lines) {
    room -= lineText(line, language).length + BAR + 1;
    if (room < 0) break;
    shown.push(line);
  }
  return shown;
}

/** Lines of a ranking, a few in a block. */
export function lineBlocks(
  lines: readonly RankLine[],
  language: Language,
  { bars = false }: { bars?: boolean } = {},
): KnownBlock[] {
  const most = lines.reduce((top, { total }) => (total !== null && total > top ? total : top), 0n);
  const text = (line: RankLine) => {
    const bar = bars && line.total !== null ? `\`${writtenBar(line.total, most)}\`\n` : '';
    return `${bar}${lineText(line, language)}`;
  };
  return inParts(lines, BLOCK).map((part) => section(part.map(text).join('\n')));
}

function lineText(line: RankLine, language: Language): string {
  const say = progressPhrases[language];
  const unit = escapeText(clip(line.unitName, NAME));
  const { rank, tied, total, bonus, penalty, asOf, cluster } = line;
  if (rank === null || total === null) return say.unreported({ unit });
  const extras = [
    ...(cluster === null || cluster.rank === null
      ? []
      : [
          say.inCluster({
            ...{ rank: cluster.rank, tied: cluster.tied },
            name: escapeText(clip(cluster.name, CLUSTER)),
          }),
        ]),
    ...(bonus > 0n ? [say.bonusOf({ points: formatPoints(bonus) })] : []),
    ...(penalty < 0n ? [say.penaltyOf({ points: formatPoints(-penalty) })] : []),
  ];
  const day = asOf === null ? '' : formatDay(asOf);
  const text = say.rankLine({ rank, tied, unit, total: formatPoints(total), day });
  return [text, ...extras].join(' · ');
}
