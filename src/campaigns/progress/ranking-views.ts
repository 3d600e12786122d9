import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
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
import {
  figuresButton,
  indicatorsButton,
  pointsButton,
  rankingModal,
} from './progress-controls.ts';
import { progressPhrases } from './progress-phrases.ts';

/** Units on one page of the ranking. */
const PAGE = 20;
/** Lines in one block, so that it stays below what Slack takes. */
const BLOCK = 10;

/** A line of the ranking as it is read. */
interface RankLine {
  rank: number | null;
  tied: boolean;
  unitName: string;
  total: bigint | null;
  bonus: bigint;
  penalty: bigint;
  asOf: Day | null;
}

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
  ];
  const blocks: KnownBlock[] = [
    section(`*${campaign.code ?? ''}* ${escapeText(campaign.name)}`),
    ...(campaign.indicators.length === 0
      ? [section(say.noIndicators)]
      : [context(reportedText(lines, language)), ...lineBlocks(lines.slice(from, to), language)]),
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

/** How many have reported. */
function reportedText(lines: readonly RankLine[], language: Language): string {
  const count = lines.filter(({ rank }) => rank !== null).length;
  return progressPhrases[language].reported({ count, of: lines.length });
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
