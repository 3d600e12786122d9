import type { KnownBlock, ModalView, RichTextBlock } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  plain,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Answer } from '../../slack/listeners.ts';
import { viewButton } from '../controls.ts';
import { phrases } from '../phrases.ts';
import type { TitlePart } from './common-text.ts';
import type { ComparedWork } from './compared-works.ts';
import type { SimilarFile, SimilarForReader } from './open-similar.ts';
import type { SearchResult } from './search-initiatives.ts';
import { similarButton, similarFileButton } from './similar-controls.ts';
import { similarPhrases } from './similar-phrases.ts';
import type { SimilarToDraft } from './warn-of-similar.ts';

const QUOTED = 250;
const QUOTED_SIDE_BY_SIDE = 700;

/** For the second step of the form: what is there already, with nothing of the others' texts but the title. */
export function warningBlocks(
  similar: readonly SimilarToDraft[],
  language: Language,
): KnownBlock[] {
  if (similar.length === 0) return [];
  const words = similarPhrases[language];
  return [
    divider,
    section(words.mayBeTheSame({ count: similar.length })),
    ...similar.flatMap((work) => [
      titleLine(nameOf(work), work.titleParts),
      section(`${words.alike(work)}${work.sameAuthor ? ` (${words.sameAuthor})` : ''}`),
      context(facts(work, language)),
      ...(work.ownPassages.length > 0
        ? [
            context(words.yourPassages),
            ...work.ownPassages.map((text) => quote(clip(text, QUOTED))),
          ]
        : []),
    ]),
    divider,
  ];
}

/** The button to what looks alike, under a card or in a file; nothing when nothing does. */
export function similarActions(
  { initiativeId, count }: { initiativeId: string; count: number },
  language: Language,
): KnownBlock[] {
  if (count === 0) return [];
  const label = similarPhrases[language].button({ count });
  return [actions('similar', similarButton.button(label, { initiativeId }))];
}

/** What looks like an initiative, side by side, for those who judge it. */
export function similarView(file: SimilarFile, zone: string, language: Language): ModalView {
  const words = similarPhrases[language];
  const { number, title, similar, shown } = file;
  const told = shown.map(({ name, shownAt, ...percents }) =>
    words.toldOf({
      ...percents,
      what: escapeText(clip(name, 100)),
      at: formatInstant(shownAt, zone),
    }),
  );
  return readingModal({ title: words.modalTitle, close: words.close }, [
    section(words.lookAlike({ number, title: escapeText(title), count: similar.length })),
    section(told.length > 0 ? [words.authorWasTold, ...told].join('\n') : words.authorWasNotTold),
    ...similar.flatMap((work) => [divider, ...sideBySide(work, language)]),
  ]);
}

function sideBySide(work: SimilarForReader, language: Language): KnownBlock[] {
  const words = similarPhrases[language];
  const { initiative, mayRead, passages } = work;
  const columns = passages.flatMap(({ own, theirs }) => [
    plain(clip(`${words.inThis}:\n“${own}”`, QUOTED_SIDE_BY_SIDE)),
    ...(theirs === null
      ? []
      : [plain(clip(`${nameOf(work) ?? ''}:\n“${theirs}”`, QUOTED_SIDE_BY_SIDE))]),
  ]);
  return [
    titleLine(nameOf(work), work.titleParts),
    section(`${words.alike(work)}${work.sameAuthor ? ` (${words.sameAuthor})` : ''}`),
    context(facts(work, language)),
    ...(columns.length > 0 ? [{ type: 'section' as const, fields: columns }] : []),
    ...(initiative && mayRead
      ? [
          actions(
            `file_${initiative.id}`,
            similarFileButton.button(words.viewFile, { initiativeId: initiative.id }),
          ),
        ]
      : []),
  ];
}

/** What a search has found, in the conversation. */
export function searchAnswer(typed: string, result: SearchResult, language: Language): Answer {
  const words = similarPhrases[language];
  const { total, found } = result;
  const heading = words.found({ words: escapeText(clip(typed, 100)), shown: found.length, total });
  return {
    text: heading,
    blocks: [
      section(heading),
      ...found.map((work) => {
        const name = nameOf(work);
        const authors = work.authors.map((author) => escapeText(author.name)).join(', ');
        const lines = [
          `${name ? `*${name}* – ` : ''}${escapeText(work.title)}`,
          [authors, facts(work, language)].filter(Boolean).join(' · '),
        ];
        // What is recognised everybody may open, to read it in short.
        const mayOpen = work.mayRead || work.initiative?.state === 'recognised';
        return work.initiative && mayOpen
          ? section(
              lines.join('\n'),
              viewButton.button(words.viewFile, { initiativeId: work.initiative.id }),
            )
          : section(lines.join('\n'));
      }),
    ],
  };
}

function nameOf({ initiative }: Pick<ComparedWork, 'initiative'>): string | null {
  return initiative?.number ?? null;
}

/** A title as rich text, in which no markup of its writer works. */
function titleLine(name: string | null, parts: readonly TitlePart[]): RichTextBlock {
  const lead = name === null ? [] : [{ type: 'text' as const, text: `${name} – ` }];
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          ...lead,
          ...parts.map(({ text, shared }) => ({
            type: 'text' as const,
            text,
            ...(shared ? { style: { bold: true } } : {}),
          })),
        ],
      },
    ],
  };
}

/** Unit, year, state and decision, as mrkdwn. */
function facts(work: ComparedWork, language: Language): string {
  const words = similarPhrases[language];
  const unit = work.unitName === null ? null : escapeText(work.unitName);
  const now = work.unitNow.map(escapeText).join(words.and);
  const state = work.initiative
    ? phrases[language].state(work.initiative.state)
    : work.work && words.recognisedBefore(work.work.kind);
  return [
    unit && now ? words.formerUnit({ unit, now }) : unit,
    words.year({ year: work.year }),
    state,
    work.mergedInto && words.mergedInto({ number: work.mergedInto }),
    work.recognisedBy && words.byDecision({ decision: escapeText(work.recognisedBy) }),
    work.work?.annulled && words.annulled,
  ]
    .filter(Boolean)
    .join(' · ');
}
