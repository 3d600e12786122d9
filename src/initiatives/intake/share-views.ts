import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  actions,
  context,
  divider,
  escapeText,
  header,
  input,
  quote,
  section,
} from '../../slack/blocks.ts';
import { viewButton } from '../controls.ts';
import { phrases } from '../phrases.ts';
import { LONG_TEXT } from './draft-content.ts';
import { confirmShareButton, declineShareButton, declineShareModal } from './intake-controls.ts';
import { sharePhrases } from './share-phrases.ts';
import type { AwaitedShare, ShareCard } from './share-queries.ts';
import type { ShareStanding } from './share-rules.ts';

const MOST_REMINDED = 15;
const MOST_AT_HOME = 5;

type Message = { text: string; blocks: KnownBlock[] };

/** Asks an author to confirm their share, and shows what they answered. */
export function shareCardMessage(
  card: ShareCard & { open: boolean },
  zone: string,
  language: Language,
): Message {
  const words = sharePhrases[language];
  const { number, title, share, filedByName, initiativeId } = card;
  return {
    text: words.cardText({ number, title: escapeText(title), share }),
    blocks: [
      header(words.cardTitle),
      section(`*${number}* – ${escapeText(title)}`),
      section(words.asked({ filedBy: escapeText(filedByName), share })),
      section(`*${words.shares}*\n${shareLines(card, zone, language)}`),
      ...answered(card, zone, language),
      actions(
        'share',
        ...answerButtons(card, language),
        viewButton.button(phrases[language].viewFile, { initiativeId }),
      ),
    ],
  };
}

function answerButtons(card: ShareCard & { open: boolean }, language: Language) {
  const words = sharePhrases[language];
  const { requestId, share, standing, open } = card;
  if (!open || (standing.kind !== 'awaited' && standing.kind !== 'declined')) return [];
  const which = { requestId, share };
  const confirm = confirmShareButton.button(words.confirm, which, { style: 'primary' });
  return standing.kind === 'declined'
    ? [confirm]
    : [confirm, declineShareButton.button(words.decline, which)];
}

function answered(
  { standing, open }: ShareCard & { open: boolean },
  zone: string,
  language: Language,
): KnownBlock[] {
  const words = sharePhrases[language];
  switch (standing.kind) {
    case 'confirmed':
      return [section(words.youConfirmed({ at: formatInstant(standing.at, zone) }))];
    case 'declined':
      return [
        section(words.youDeclined({ at: formatInstant(standing.at, zone) })),
        quote(standing.reason),
      ];
    default:
      return standing.kind === 'awaited' && open ? [] : [context(words.over)];
  }
}

/** Reminds of shares that wait for an answer. */
export function sharesDueMessage(awaited: readonly AwaitedShare[], language: Language): Message {
  const words = sharePhrases[language];
  return {
    text: words.dueText({ count: awaited.length }),
    blocks: [header(words.dueTitle), ...awaitedBlocks(awaited, MOST_REMINDED, language)],
  };
}

/** The part of Home with shares that wait for the reader's answer; nothing when none does. */
export function sharesHomeBlocks(
  awaited: readonly AwaitedShare[],
  language: Language,
): KnownBlock[] {
  if (awaited.length === 0) return [];
  const text = sharePhrases[language].dueText({ count: awaited.length });
  return [divider, section(`*${text}*`), ...awaitedBlocks(awaited, MOST_AT_HOME, language)];
}

function awaitedBlocks(
  awaited: readonly AwaitedShare[],
  most: number,
  language: Language,
): KnownBlock[] {
  const words = sharePhrases[language];
  const more = awaited.length - most;
  return [
    ...awaited
      .slice(0, most)
      .flatMap(({ requestId, initiativeId, number, title, share }) => [
        section(words.cardText({ number, title: escapeText(title), share })),
        actions(
          `share_${requestId}`,
          confirmShareButton.button(words.confirm, { requestId, share }, { style: 'primary' }),
          declineShareButton.button(words.decline, { requestId, share }),
          viewButton.button(phrases[language].viewFile, { initiativeId }),
        ),
      ]),
    ...(more > 0 ? [context(words.dueMore({ count: more }))] : []),
  ];
}

/** The form in which an author says why they do not agree. */
export function declineShareView(
  card: Pick<ShareCard, 'requestId' | 'share' | 'number' | 'title'>,
  language: Language,
): ModalView {
  const words = sharePhrases[language];
  const { requestId, share, number, title } = card;
  return declineShareModal.view({
    title: words.declineTitle,
    submit: words.send,
    close: words.close,
    metadata: { requestId, share },
    blocks: [
      section(`*${number}* – ${escapeText(title)}: *${share}%*`),
      input(
        'reason',
        words.declineReason,
        { type: 'plain_text_input', multiline: true, max_length: LONG_TEXT },
        { hint: words.declineHint },
      ),
    ],
  });
}

/** To whoever handed in and to the secretary. */
export function shareDeclinedMessage(card: ShareCard, language: Language): Message | null {
  const { standing, share, number, title, askedName, initiativeId } = card;
  if (standing.kind !== 'declined') return null;
  const words = sharePhrases[language];
  const said = words.declinedText({
    name: escapeText(askedName),
    number,
    title: escapeText(title),
    share,
  });
  return {
    text: words.declinedTitle,
    blocks: [
      header(words.declinedTitle),
      section(said),
      quote(standing.reason),
      context(words.declinedNext),
      actions('file', viewButton.button(phrases[language].viewFile, { initiativeId })),
    ],
  };
}

/** Authors with what there is to say of their confirmation, one a line. */
export function shareLines(
  {
    authors,
  }: {
    authors: readonly {
      name: string;
      workplace?: string | null;
      share: number;
      standing: ShareStanding;
    }[];
  },
  zone: string,
  language: Language,
): string {
  return authors
    .map(({ name, workplace, share, standing }) => {
      const at = workplace ? ` (${escapeText(workplace)})` : '';
      return `• ${escapeText(name)}${at}: ${share}%${standingMark(standing, zone, language)}`;
    })
    .join('\n');
}

function standingMark(standing: ShareStanding, zone: string, language: Language): string {
  if (standing.kind === 'not_asked') return '';
  const at = 'at' in standing ? formatInstant(standing.at, zone) : '';
  return ` · ${sharePhrases[language].mark({ kind: standing.kind, at })}`;
}

/** Of so many who do not agree; a card takes fifty blocks. The shares above name all. */
const REASONS_SHOWN = 10;

/** What the secretary and the council are to know: who has not confirmed, and who does not agree and why. */
export function unconfirmedBlocks(
  authors: readonly { name: string; personId: string | null; standing: ShareStanding }[],
  reader: { mayReadReasons: boolean; personId?: string },
  language: Language,
): KnownBlock[] {
  const words = sharePhrases[language];
  const awaited = authors.filter(({ standing }) => standing.kind === 'awaited');
  const names = awaited.map(({ name }) => escapeText(name)).join(', ');
  return [
    ...(awaited.length > 0 ? [section(words.waiting({ names }))] : []),
    ...authors
      .filter(({ standing }) => standing.kind === 'declined')
      .flatMap(({ name, personId, standing }, place) => {
        const may = reader.mayReadReasons || personId === reader.personId;
        const shown = standing.kind === 'declined' && may && place < REASONS_SHOWN;
        const line = section(words.disagrees({ name: escapeText(name) }));
        return shown ? [line, quote(standing.reason)] : place < REASONS_SHOWN ? [line] : [];
      }),
  ];
}
