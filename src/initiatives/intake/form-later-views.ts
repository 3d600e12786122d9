import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { context, escapeText, input, section } from '../../slack/blocks.ts';
import { particularsModal, substanceModal } from '../controls.ts';
import { phrases } from '../phrases.ts';
import { type FirstApplicationCheck, suggestShares } from '../rules.ts';
import type { DraftDescription, DraftParticulars } from './draft-content.ts';
import type { Draft } from './draft-of.ts';
import { evidenceInputs } from './evidence-views.ts';
import { line, paragraph } from './form-inputs.ts';
import { formPhrases } from './form-phrases.ts';

const LINE_LENGTH = 200;

/** A later step as it is drawn: from a draft, so deep in Slack's stack of modals. */
interface LaterStep {
  draft: Draft;
  depth: number;
}

/** Step 2: a share for each author when there are several, how the initiative works and what it brings. */
export function substanceView(
  form: LaterStep & {
    firstApplication: FirstApplicationCheck;
    /** `share` as written in step 1, or null. */
    authors: readonly { name: string; share: number | null }[];
  },
  language: Language,
): ModalView {
  const words = formPhrases[language];
  const { draft, depth, authors } = form;
  return substanceModal.view({
    title: words.title({ step: 2 }),
    submit: words.next,
    close: words.back,
    metadata: { ...drawnFrom(draft), depth, authors: authors.length },
    blocks: [context(words.backLoses({ submit: words.next })), ...substanceInputs(form, language)],
  });
}

/** What step 2 shows of step 1, and its inputs. */
export function substanceInputs(
  form: {
    draft: Pick<Draft, 'content'>;
    firstApplication: FirstApplicationCheck;
    authors: readonly { name: string; share: number | null }[];
    /** Leaves shares that are not known open instead of suggesting them. */
    keepsShares?: boolean;
  },
  language: Language,
): KnownBlock[] {
  const words = formPhrases[language];
  const { description, shares, particulars = {} } = form.draft.content;
  const begun = form.keepsShares
    ? form.authors.map(({ share }) => share)
    : (shares ?? suggestShares(form.authors.map(({ share }) => share)));
  return [
    ...heading(description, language),
    ...lateWarning(description, form.firstApplication, language),
    ...shareBlocks(form.authors, begun, language),
    input('priorState', words.priorState, paragraph(description.priorState)),
    input('essence', words.essence, paragraph(description.essence), { hint: words.essenceHint }),
    input('benefits', words.benefits, paragraph(particulars.benefits), {
      hint: words.benefitsHint,
    }),
    optional('benefitsByUsers', particulars, language),
    optional('conditions', particulars, language),
  ];
}

/** What else the request has. */
export function extrasInputs(
  { content, hidesConfidential }: Pick<Draft, 'content'> & { hidesConfidential?: boolean },
  language: Language,
): KnownBlock[] {
  const words = formPhrases[language];
  const { particulars = {} } = content;
  return [
    optional(
      'confidential',
      particulars,
      language,
      hidesConfidential ? words.confidentialKept : words.confidentialHint,
    ),
    input('investor', words.investor, line(LINE_LENGTH, particulars.investor), {
      optional: true,
      hint: words.investorHint,
    }),
    optional('participants', particulars, language, words.participantsHint),
    optional('authorDetails', particulars, language, words.authorDetailsHint),
    input('addressee', words.addressee, line(LINE_LENGTH, particulars.addressee), {
      optional: true,
      hint: words.addresseeHint,
    }),
  ];
}

/** Step 3: what it may be the same as, what else the request has, the evidence, and the declaration. */
export function particularsView(
  { draft, depth, similar }: LaterStep & { similar: readonly KnownBlock[] },
  language: Language,
): ModalView {
  const words = formPhrases[language];
  const { description } = draft.content;
  return particularsModal.view({
    title: words.title({ step: 3 }),
    submit: words.file,
    close: words.back,
    metadata: { ...drawnFrom(draft), depth },
    blocks: [
      context(words.backLoses({ submit: words.file })),
      ...heading(description, language),
      ...similar,
      ...evidenceInputs({ optional: true }, language),
      ...extrasInputs(draft, language),
      context(words.beforeFiling),
    ],
  });
}

function drawnFrom(draft: Draft): { draftId: string; savedAt: string } {
  return { draftId: draft.id, savedAt: draft.updatedAt.toISOString() };
}

function heading({ title, kind }: DraftDescription, language: Language): KnownBlock[] {
  const named = kind ? `\n${phrases[language].kind(kind)}` : '';
  return [section(`*${escapeText(title ?? '')}*${named}`)];
}

function optional(
  name: 'benefitsByUsers' | 'conditions' | 'confidential' | 'participants' | 'authorDetails',
  written: DraftParticulars,
  language: Language,
  hint?: string,
): InputBlock {
  return input(name, formPhrases[language][name], paragraph(written[name]), {
    optional: true,
    ...(hint ? { hint } : {}),
  });
}

function shareBlocks(
  authors: readonly { name: string; share: number | null }[],
  /** What each begins with; null: left open. */
  begun: readonly (number | null)[],
  language: Language,
): KnownBlock[] {
  const words = formPhrases[language];
  const [first] = authors;
  if (authors.length === 1)
    return [section(words.onlyAuthor({ name: escapeText(first?.name ?? '') }))];
  const inputs = authors.map(({ name }, place) =>
    input(
      `share_${place}`,
      words.share({ name }),
      {
        type: 'number_input',
        is_decimal_allowed: false,
        min_value: '1',
        max_value: '100',
        ...(begun[place] ? { initial_value: String(begun[place]) } : {}),
      },
      place === authors.length - 1 ? { hint: words.sharesHint } : {},
    ),
  );
  return [...missingShares(begun, language), ...inputs];
}

/** What is missing of 100, when the authors are others than the shares were for. */
function missingShares(begun: readonly (number | null)[], language: Language): KnownBlock[] {
  const words = formPhrases[language];
  const known = begun.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const missing = 100 - known;
  const open = begun.includes(null);
  if (missing === 0 && !open) return [];
  const said = { known, missing };
  return [context(open && missing > 0 ? words.sharesOpen(said) : words.sharesBelow(said))];
}

function lateWarning(
  { firstAppliedOn }: DraftDescription,
  check: FirstApplicationCheck,
  language: Language,
): KnownBlock[] {
  if (check.kind !== 'late' || !firstAppliedOn) return [];
  const { lastDay, citation } = check;
  return [section(formPhrases[language].late({ firstAppliedOn, lastDay, citation }))];
}
