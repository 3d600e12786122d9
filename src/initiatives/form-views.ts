import type { KnownBlock, ModalView, PlainTextInput } from '@slack/types';
import type { Language } from '../kernel/language.ts';
import { formatInstant } from '../kernel/time.ts';
import {
  actions,
  clip,
  confirmation,
  context,
  escapeText,
  input,
  option,
  plain,
  section,
} from '../slack/blocks.ts';
import { beginAnewButton, descriptionModal, particularsModal } from './controls.ts';
import { type Description, LONG_TEXT, MOST_AUTHORS, type Particulars } from './draft-content.ts';
import type { Draft } from './draft-of.ts';
import { formPhrases } from './form-phrases.ts';
import { writeOutsideAuthors } from './outside-authors.ts';
import { phrases } from './phrases.ts';
import { type FirstApplicationCheck, suggestShares } from './rules.ts';

const TITLE_LENGTH = 200;
const SOLUTION_KINDS = ['technical', 'managerial', 'operational', 'technology_transfer'] as const;

/** Step 1, empty or with what the draft holds; `slackUserIds` are its authors, or the person who writes. */
export function descriptionView(
  form: {
    draftId: string;
    replaces: string | null;
    /** How deep it lies in Slack's stack of modals, from 1. */
    depth: number;
    draft: Draft | null;
    slackUserIds: string[];
    zone: string;
  },
  language: Language,
): ModalView {
  const { draft, draftId, replaces, depth } = form;
  const words = formPhrases[language];
  const written: Partial<Description> = draft?.content.description ?? {};
  return descriptionModal.view({
    title: words.title({ step: 1 }),
    submit: words.next,
    close: depth === 1 ? words.close : words.back,
    metadata: { draftId, replaces, depth },
    blocks: [
      ...(draft ? resumed(draft, form.zone, language) : [context(words.saving)]),
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
      input('priorState', words.priorState, paragraph(written.priorState)),
      input('essence', words.essence, paragraph(written.essence), { hint: words.essenceHint }),
    ],
  });
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

function resumed(draft: Draft, zone: string, language: Language): KnownBlock[] {
  const words = formPhrases[language];
  return [
    section(words.resumed({ savedAt: formatInstant(draft.updatedAt, zone) })),
    actions(
      'begin_anew',
      beginAnewButton.button(
        words.beginAnew,
        { draftId: draft.id },
        {
          confirm: confirmation({
            title: words.beginAnewTitle,
            text: words.beginAnewText,
            confirm: words.beginAnewYes,
            deny: words.beginAnewNo,
          }),
        },
      ),
    ),
  ];
}

/** Step 2: a share for each author when there are several, and what the initiative brings. */
export function particularsView(
  form: {
    draft: Draft;
    depth: number;
    firstApplication: FirstApplicationCheck;
    /** `share` as written in step 1, or null. */
    authors: readonly { name: string; share: number | null }[];
    /** What it may be the same as, drawn. */
    similar: KnownBlock[];
  },
  language: Language,
): ModalView {
  const words = formPhrases[language];
  const { draft, depth, authors } = form;
  const { description } = draft.content;
  const written: Partial<Particulars> = draft.content.particulars ?? {};
  const optional = (name: 'benefitsByUsers' | 'conditions' | 'confidential', hint?: string) =>
    input(name, words[name], paragraph(written[name]), {
      optional: true,
      ...(hint ? { hint } : {}),
    });
  return particularsModal.view({
    title: words.title({ step: 2 }),
    submit: words.file,
    close: words.back,
    metadata: {
      draftId: draft.id,
      depth,
      savedAt: draft.updatedAt.toISOString(),
      authors: authors.length,
    },
    blocks: [
      section(`*${escapeText(description.title)}*\n${phrases[language].kind(description.kind)}`),
      ...lateWarning(description, form.firstApplication, language),
      ...form.similar,
      ...shareBlocks(authors, language),
      input('benefits', words.benefits, paragraph(written.benefits), { hint: words.benefitsHint }),
      optional('benefitsByUsers'),
      optional('conditions'),
      input('investor', words.investor, line(TITLE_LENGTH, written.investor), {
        optional: true,
        hint: words.investorHint,
      }),
      optional('confidential', words.confidentialHint),
      context(words.beforeFiling),
    ],
  });
}

function shareBlocks(
  authors: readonly { name: string; share: number | null }[],
  language: Language,
): KnownBlock[] {
  const words = formPhrases[language];
  const [first] = authors;
  if (authors.length === 1)
    return [section(words.onlyAuthor({ name: escapeText(first?.name ?? '') }))];
  const suggested = suggestShares(authors.map(({ share }) => share));
  return authors.map(({ name }, place) =>
    input(
      `share_${place}`,
      words.share({ name }),
      {
        type: 'number_input',
        is_decimal_allowed: false,
        min_value: '1',
        max_value: '100',
        initial_value: String(suggested[place] ?? 1),
      },
      place === authors.length - 1 ? { hint: words.sharesHint } : {},
    ),
  );
}

function lateWarning(
  { firstAppliedOn }: Description,
  check: FirstApplicationCheck,
  language: Language,
): KnownBlock[] {
  if (check.kind !== 'late') return [];
  const { lastDay, citation } = check;
  return [section(formPhrases[language].late({ firstAppliedOn, lastDay, citation }))];
}

type TextInput = Omit<PlainTextInput, 'action_id'>;

function line(most: number, written: string | undefined, example?: string): TextInput {
  return {
    type: 'plain_text_input',
    max_length: most,
    ...(written ? { initial_value: written } : {}),
    ...(example ? { placeholder: plain(clip(example, 150)) } : {}),
  };
}

function paragraph(written: string | undefined, example?: string): TextInput {
  return { ...line(LONG_TEXT, written, example), multiline: true };
}
