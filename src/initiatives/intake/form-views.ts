import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import { clip, context, input, option, plain, quote, section } from '../../slack/blocks.ts';
import { descriptionModal } from '../controls.ts';
import { phrases } from '../phrases.ts';
import { type DraftDescription, LONG_TEXT, MOST_AUTHORS } from './draft-content.ts';
import type { Draft } from './draft-of.ts';
import { line, paragraph } from './form-inputs.ts';
import { formPhrases } from './form-phrases.ts';
import { writeOutsideAuthors } from './outside-authors.ts';

const TITLE_LENGTH = 200;
/** What is shown of a message that became a draft. */
const EXCERPT = 300;
const SOLUTION_KINDS = ['technical', 'managerial', 'operational', 'technology_transfer'] as const;

/** Step 1, empty or with what the draft holds; `slackUserIds` are its authors, or the person who writes. */
export function descriptionView(
  form: {
    draftId: string;
    /** How deep it lies in Slack's stack of modals, from 1. */
    depth: number;
    draft: Draft | null;
    slackUserIds: string[];
    zone: string;
  },
  language: Language,
): ModalView {
  const { draft, draftId, depth } = form;
  const words = formPhrases[language];
  return descriptionModal.view({
    title: words.title({ step: 1 }),
    submit: words.next,
    close: depth === 1 ? words.close : words.back,
    metadata: { draftId, depth },
    blocks: [
      ...(draft ? resumed(draft, form.zone, language) : [context(words.saving)]),
      ...descriptionInputs(form, language),
    ],
  });
}

/** The inputs of step 1, with what stands. */
export function descriptionInputs(
  form: { draft: Draft | null; slackUserIds: string[] },
  language: Language,
): KnownBlock[] {
  const words = formPhrases[language];
  const written: DraftDescription = form.draft?.content.description ?? {};
  return [
    input('title', words.name, line(TITLE_LENGTH, written.title, words.nameExample)),
    ...authorInputs(form, language),
    input('kind', words.kind, {
      type: 'static_select',
      placeholder: plain(words.choose),
      options: SOLUTION_KINDS.map((kind) => option(phrases[language].kind(kind), kind)),
      ...(written.kind
        ? { initial_option: option(phrases[language].kind(written.kind), written.kind) }
        : {}),
    }),
    input(
      'firstAppliedOn',
      words.firstAppliedOn,
      {
        type: 'datepicker',
        ...(written.firstAppliedOn ? { initial_date: written.firstAppliedOn } : {}),
      },
      { hint: words.firstAppliedHint },
    ),
    input('field', words.field, paragraph(written.field)),
  ];
}

function authorInputs(
  { draft, slackUserIds }: { draft: Draft | null; slackUserIds: string[] },
  language: Language,
): KnownBlock[] {
  const words = formPhrases[language];
  const outside = writeOutsideAuthors(draft?.content.authors.outside ?? []);
  return [
    input(
      'authors',
      words.authors,
      {
        type: 'multi_users_select',
        max_selected_items: MOST_AUTHORS,
        ...(slackUserIds.length > 0 ? { initial_users: slackUserIds } : {}),
      },
      { hint: words.authorsHint },
    ),
    input('outsideAuthors', words.outsideAuthors, paragraph(outside, words.outsideAuthorsExample), {
      optional: true,
      hint: words.outsideAuthorsHint,
    }),
  ];
}

function resumed({ updatedAt, content }: Draft, zone: string, language: Language): KnownBlock[] {
  const words = formPhrases[language];
  const { fromMessage, description } = content;
  return [
    context(words.resumed({ savedAt: formatInstant(updatedAt, zone) })),
    ...(fromMessage && description.essence && !description.title
      ? [
          section(words.fromMessage),
          quote(clip(description.essence, EXCERPT)),
          ...(fromMessage.cut ? [context(words.messageCut({ most: LONG_TEXT }))] : []),
        ]
      : []),
  ];
}
