import type { ModalView } from '@slack/types';
import { dayIn, formatDay } from '../../kernel/time.ts';
import { readingModal, section } from '../../slack/blocks.ts';
import { sheetPhrases } from '../sheets/sheet-phrases.ts';
import { sittingPhrases } from '../sittings/sitting-phrases.ts';
import type { AgendaLine, SittingPicture } from '../sittings/sitting-queries.ts';
import { agendaState, standingOf } from '../sittings/sitting-views.ts';
import { annulledLines } from './annulled-lines.ts';
import type { NameJudgements } from './judge-names.ts';
import { namesModal } from './name-controls.ts';
import { namePhrases } from './name-phrases.ts';
import { judgedAtBlocks, type NameShown, nameBlock, placeAndName } from './name-views.ts';

/** Names on one page: each is a block with its button. */
export const NAMES_PAGE = 25;

/** A page of those who stand on the agenda for one title: how it stands with each, and with the conditions. */
export function namesView(
  content: {
    group: { sittingId: string; itemKey: string; year: number };
    sitting: Pick<SittingPicture, 'minutes'>;
    /** All of them. */
    lines: readonly AgendaLine[];
    from: number;
    /** At least of those on the page. */
    judgements: NameJudgements;
    /** About which the reader is in conflict. */
    barred: ReadonlySet<string>;
  },
  shown: NameShown,
): ModalView {
  const { language, zone } = shown;
  const { group, sitting, lines, from, judgements, barred } = content;
  const reader = { ...shown, barred, agenda: lines };
  const say = namePhrases[language];
  const to = Math.min(from + NAMES_PAGE, lines.length);
  const place = say.page({ from: from + 1, to, of: lines.length });
  const title = sheetPhrases[language].names;
  const close = sittingPhrases[language].close;
  const blocks = [
    section(
      [`*${lines[0]?.item.number ?? ''}* · ${place}`, ...annulledLines(lines, shown)].join('\n'),
    ),
    ...lines.slice(from, to).map((line, index) => {
      const state = [
        agendaState(line, standingOf(sitting), reader),
        ...(line.annulled
          ? [say.annulledBefore({ day: formatDay(dayIn(zone, line.annulled.settledAt)) })]
          : []),
      ].join(' · ');
      const text = `${placeAndName(from + index + 1, line.item)}: ${state}`;
      return nameBlock(text, line.id, judgements, shown);
    }),
    ...judgedAtBlocks(judgements, shown),
  ];
  if (lines.length <= NAMES_PAGE) return readingModal({ title, close }, blocks);
  const next = to < lines.length ? to : 0;
  return namesModal.view({
    ...{ title, close, blocks },
    submit: next === 0 ? say.firstPage : say.nextPage,
    metadata: { ...group, from: next },
  });
}
