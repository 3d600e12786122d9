import type { KnownBlock, ModalView } from '@slack/types';
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
} from './progress-controls.ts';
import { progressPhrases } from './progress-phrases.ts';
import { type RankLine, reportedOf } from './ranking.ts';

/** Units on one page of the ranking. */
const PAGE = 20;
/** Lines in one block and characters of a unit's name, so that no block is cut. */
const BLOCK = 6;
const NAME = 80;
/** Characters of the lines of a message, which has 12,000 at most. */
const MESSAGE = 10_000;

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
  const shown = fitting(lines, language);
  const left = lines.length - shown.length;
  return {
    text: `${code} ${name}: ${title}`,
    blocks: [
      section(`*${title}*\n*${code}* ${name}`),
      ...lineBlocks(shown, language),
      ...(left > 0 ? [context(say.unitsMore({ count: left }))] : []),
      context(
        `${say.reported(reportedOf(lines))} · ${say.postedAt({ at: formatInstant(posted.postedAt, zone) })}`,
      ),
    ],
  };
}

/** The first of them, as many as a message holds. */
function fitting(lines: readonly RankLine[], language: Language): RankLine[] {
  const shown: RankLine[] = [];
  let room = MESSAGE;
  for (const line of lines) {
    room -= lineText(line, language).length + 1;
    if (room < 0) break;
    shown.push(line);
  }
  return shown;
}

/** Lines of a ranking, a few in a block. */
export function lineBlocks(lines: readonly RankLine[], language: Language): KnownBlock[] {
  return inParts(lines, BLOCK).map((part) =>
    section(part.map((line) => lineText(line, language)).join('\n')),
  );
}

function lineText(line: RankLine, language: Language): string {
  const say = progressPhrases[language];
  const unit = escapeText(clip(line.unitName, NAME));
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
