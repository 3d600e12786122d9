import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { formatDay, formatInstant } from '../../kernel/time.ts';
import {
  actions,
  context,
  escapeText,
  inParts,
  readingModal,
  section,
} from '../../slack/blocks.ts';
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
} from './progress-controls.ts';
import { progressPhrases } from './progress-phrases.ts';
import { type RankLine, reportedOf } from './ranking.ts';

/** Units on one page of the ranking. */
const PAGE = 20;
/** Units that a posting names. */
const POSTED = 50;
/** Lines in one block, so that it stays below what Slack takes. */
const BLOCK = 10;

/** A page of the ranking, with what the reader may do below it. */
export function rankingView(
  { campaign, lines }: Ranking,
  { language, rights, from }: { language: Language; rights: RankingRights; from: number },
): ModalView {
  const say = progressPhrases[language];
  const { id: campaignId } = campaign;
  const to = Math.min(from + PAGE, lines.length);
  const buttons = [
    ...(rights.enters ? [figuresButton.button(say.enter, { campaignId })] : []),
    indicatorsButton.button(say.indicators, { campaignId }),
    ...(rights.gives ? [pointsButton.button(say.points, { campaignId })] : []),
    ...(campaign.indicators.length > 0
      ? [
          rankingFileButton.button(say.file, { campaignId }),
          ...(rights.gives ? [postRankingButton.button(say.post, { campaignId })] : []),
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
): { text: string; blocks: KnownBlock[] } {
  const say = progressPhrases[language];
  const { code, lines } = posted;
  const name = escapeText(posted.name);
  const title = say.rankingOn({ day: formatDay(posted.day) });
  const left = lines.length - POSTED;
  return {
    text: `${code} ${name}: ${title}`,
    blocks: [
      section(`*${title}*\n*${code}* ${name}`),
      ...lineBlocks(lines.slice(0, POSTED), language),
      ...(left > 0 ? [context(say.unitsMore({ count: left }))] : []),
      context(
        `${say.reported(reportedOf(lines))} · ${say.postedAt({ at: formatInstant(posted.postedAt, zone) })}`,
      ),
    ],
  };
}

function lineBlocks(lines: readonly RankLine[], language: Language): KnownBlock[] {
  return inParts(lines, BLOCK).map((part) =>
    section(part.map((line) => lineText(line, language)).join('\n')),
  );
}

function lineText(line: RankLine, language: Language): string {
  const say = progressPhrases[language];
  const unit = escapeText(line.unitName);
  const { rank, tied, total, bonus, penalty, asOf } = line;
  if (rank === null || total === null) return say.unreported({ unit });
  const extras = [
    ...(bonus > 0n ? [say.bonusOf({ points: formatPoints(bonus) })] : []),
    ...(penalty < 0n ? [say.penaltyOf({ points: formatPoints(-penalty) })] : []),
  ];
  const day = asOf === null ? '' : formatDay(asOf);
  const text = say.rankLine({ rank, tied, unit, total: formatPoints(total), day });
  return [text, ...extras].join(' · ');
}
