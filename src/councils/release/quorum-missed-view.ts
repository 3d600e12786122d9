import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { actions, escapeText, section } from '../../slack/blocks.ts';
import type { Vote } from '../ballots/vote-queries.ts';
import { itemTitled } from '../sittings/item-name.ts';
import { agendaButton } from '../sittings/overview-controls.ts';
import { sittingPhrases } from '../sittings/sitting-phrases.ts';
import { releasePhrases as phrases } from './release-phrases.ts';

/**
 * To who opened a vote in which too few took part: it decided nothing, and where another one is opened. Of names in
 * which the reader has no part, and on which they open none, it says nothing.
 */
export function quorumMissedView(
  { target, kind, number, title, ballots }: Vote,
  { personId, language }: { personId: string; language: Language },
): Rendered {
  const p = phrases[language];
  const missed = ballots.filter(
    ({ result, annulled, barred }) => result === 'no_quorum' && !annulled && !barred.has(personId),
  );
  const [first] = missed;
  if (!first) return null;
  const item =
    'sheetId' in target
      ? p.quorumMissedNames({ number: escapeText(number), count: missed.length })
      : itemTitled({ kind, number, title: title ?? number });
  const { sittingId } = first.item;
  return {
    text: p.quorumMissedText({ number: escapeText(number) }),
    blocks: [
      section(`:warning: ${p.quorumMissed({ item })}`),
      actions('agenda', agendaButton.button(sittingPhrases[language].agendaTitle, { sittingId })),
    ],
  };
}
