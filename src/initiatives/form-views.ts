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
  quote,
  section,
} from '../slack/blocks.ts';
import { attributionModal, beginAnewButton, descriptionModal, sharesModal } from './controls.ts';
import { type Attribution, type Description, LONG_TEXT, MOST_AUTHORS } from './draft-content.ts';
import type { Draft } from './draft-of.ts';
import { formPhrases } from './form-phrases.ts';
import { writeOutsideAuthors } from './outside-authors.ts';
import { phrases } from './phrases.ts';
import { type FirstApplicationCheck, suggestShares } from './rules.ts';

const TITLE_LENGTH = 200;
const SOLUTION_KINDS = ['technical', 'managerial', 'operational', 'technology_transfer'] as const;

/** Where a form stands: which draft it writes and how deep it lies in Slack's stack of modals. */
export interface FormPlace {
  draftId: string;
  depth: number;
}

/** Step 1, empty or with what the draft holds. */
export function descriptionView(
  form: FormPlace & { replaces: string | null; draft: Draft | null; zone: string },
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
      input('kind', words.kind, {
        type: 'static_select',
        placeholder: plain(words.choose),
        options: SOLUTION_KINDS.map((kind) => option(phrases[language].kind(kind), kind)),
        ...(written.kind
          ? { initial_option: option(phrases[language].kind(written.kind), written.kind) }
          : {}),
      }),
      input('field', words.field, paragraph(written.field)),
      input(
        'firstAppliedOn',
        words.firstAppliedOn,
        {
          type: 'datepicker',
          ...(written.firstAppliedOn ? { initial_date: written.firstAppliedOn } : {}),
        },
        { hint: words.firstAppliedHint },
      ),
      input('priorState', words.priorState, paragraph(written.priorState)),
      input('essence', words.essence, paragraph(written.essence), { hint: words.essenceHint }),
    ],
  });
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

/** Step 2; `slackUserIds` are the authors of the draft, or the person who writes. */
export function attributionView(
  form: FormPlace & {
    slackUserIds: string[];
    attribution: Attribution | undefined;
    description: Pick<Description, 'firstAppliedOn'>;
    firstApplication: FirstApplicationCheck;
  },
  language: Language,
): ModalView {
  const words = formPhrases[language];
  const { draftId, depth } = form;
  const written: Partial<Attribution> = form.attribution ?? {};
  const optional = (name: 'benefitsByUsers' | 'conditions' | 'confidential', hint?: string) =>
    input(name, words[name], paragraph(written[name]), {
      optional: true,
      ...(hint ? { hint } : {}),
    });
  return attributionModal.view({
    title: words.title({ step: 2 }),
    submit: words.next,
    close: words.back,
    metadata: { draftId, depth },
    blocks: [
      ...lateWarning(form, language),
      input(
        'authors',
        words.authors,
        {
          type: 'multi_users_select',
          max_selected_items: MOST_AUTHORS,
          ...(form.slackUserIds.length > 0 ? { initial_users: form.slackUserIds } : {}),
        },
        { hint: words.authorsHint },
      ),
      input(
        'outsideAuthors',
        words.outsideAuthors,
        paragraph(writeOutsideAuthors(written.outside ?? []), words.outsideAuthorsExample),
        { optional: true, hint: words.outsideAuthorsHint },
      ),
      input('benefits', words.benefits, paragraph(written.benefits), { hint: words.benefitsHint }),
      optional('benefitsByUsers'),
      optional('conditions'),
      input('investor', words.investor, line(TITLE_LENGTH, written.investor), {
        optional: true,
        hint: words.investorHint,
      }),
      optional('confidential', words.confidentialHint),
    ],
  });
}

/** Step 3: a last look, and a share for each author when there are several. */
export function sharesView(
  form: FormPlace & {
    savedAt: Date;
    description: Description;
    firstApplication: FirstApplicationCheck;
    /** `share` as written in step 2, or null. */
    authors: readonly { name: string; share: number | null }[];
  },
  language: Language,
): ModalView {
  const words = formPhrases[language];
  const { draftId, depth, description, authors } = form;
  const [first] = authors;
  const alone = authors.length === 1;
  const suggested = suggestShares(authors.map(({ share }) => share));
  return sharesModal.view({
    title: words.title({ step: 3 }),
    submit: words.file,
    close: words.back,
    metadata: {
      draftId,
      depth,
      savedAt: form.savedAt.toISOString(),
      authors: authors.length,
    },
    blocks: [
      section(`*${escapeText(description.title)}*\n${phrases[language].kind(description.kind)}`),
      quote(clip(description.essence, 300)),
      ...lateWarning(form, language),
      ...(alone
        ? [section(words.onlyAuthor({ name: escapeText(first?.name ?? '') }))]
        : authors.map(({ name }, place) =>
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
          )),
      context(words.beforeFiling),
    ],
  });
}

function lateWarning(
  form: {
    description: Pick<Description, 'firstAppliedOn'>;
    firstApplication: FirstApplicationCheck;
  },
  language: Language,
): KnownBlock[] {
  const { firstApplication, description } = form;
  if (firstApplication.kind !== 'late') return [];
  const { lastDay, citation } = firstApplication;
  const { firstAppliedOn } = description;
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
