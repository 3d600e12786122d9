import type { Rendered } from '../../jobs/kinds.ts';
import { type Language, phrasebook } from '../../kernel/language.ts';
import { slackInstant } from '../../kernel/time.ts';
import { clip, context, escapeText, header, section } from '../../slack/blocks.ts';
import { voteSheetButton } from '../ballots/controls.ts';
import { phrases as ballotPhrases } from '../ballots/phrases.ts';
import type { WaitingVote } from '../ballots/queries.ts';
import { sheetPhrases as phrases } from '../sheets/sheet-phrases.ts';

/** More than these are counted, not listed. */
const LISTED = 40;

const reminderPhrases = phrasebook({
  title: { vi: 'Nhắc bỏ phiếu', en: 'Reminder to vote' },
  waiting: {
    vi: (p: { count: number }) => `*${p.count}* cuộc bỏ phiếu chờ anh/chị.`,
    en: (p: { count: number }) => `Ballots that await your vote: *${p.count}*`,
  },
  where: {
    vi: 'Lá phiếu nằm ở thẻ của từng nội dung phía trên, trong tin nhắn riêng này. Lời nhắc chỉ gửi cho người chưa bỏ phiếu.',
    en: 'The paper is on the card of each item above, in these direct messages. Only those who have not voted are reminded.',
  },
  more: {
    vi: (p: { count: number }) => `và ${p.count} nội dung khác; gõ /hoidong để xem.`,
    en: (p: { count: number }) => `and ${p.count} more; type /hoidong to see them.`,
  },
});

/** To one who has not voted: all that waits for their vote, with the way to it. */
export function voteReminderView(
  votes: readonly WaitingVote[],
  { language, zone }: { language: Language; zone: string },
): Rendered {
  if (votes.length === 0) return null;
  const words = reminderPhrases[language];
  const p = phrases[language];
  const more = votes.length - LISTED;
  return {
    text: `${words.title}: ${votes.map(({ number }) => escapeText(number)).join(', ')}`,
    blocks: [
      header(words.title),
      section(words.waiting({ count: votes.length })),
      ...votes.slice(0, LISTED).map(({ number, title, sheet, closesAt }) => {
        const what = sheet
          ? p.groupLine({ count: sheet.names })
          : escapeText(clip(title ?? '', 200));
        const name = [`*${escapeText(number)}*`, what].filter(Boolean).join(' – ');
        const line = `${name}\n${ballotPhrases[language].deadline}: ${slackInstant(closesAt, zone)}`;
        return sheet
          ? section(line, voteSheetButton.button(p.voteSheet, { sheetId: sheet.id }))
          : section(line);
      }),
      ...(more > 0 ? [context(words.more({ count: more }))] : []),
      ...(votes.some(({ sheet }) => !sheet) ? [context(words.where)] : []),
    ],
  };
}
