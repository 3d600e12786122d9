/** What a chat client checks by itself before it sends a view's submission to the app. */
import { z } from 'zod';
import { carriedState, type Element, elementsOf, optionsOf, stateFieldOf } from '../blocks.ts';
import type { ViewStateValues } from '../client-protocol.ts';
import { type FieldPhrases, fieldPhrasesFor } from './view-state-phrases.ts';

export type ViewStateResult =
  | { ok: true; values: ViewStateValues }
  | { ok: false; errors: Record<string, string> };

/**
 * Only input blocks are checked, as in Slack; elements elsewhere are carried along. `values` holds
 * every stateful element of the view, with its initial value where the person entered nothing, and
 * nothing that is not in the view.
 * @param view a view whose blocks have ids
 * @param locale of the person, for the sentences in `errors` (by block_id)
 */
export function validateViewState(
  view: { readonly blocks: readonly unknown[] },
  state: ViewStateValues,
  locale: string,
): ViewStateResult {
  const phrases = fieldPhrasesFor(locale);
  const values = carriedState(view.blocks, state);
  const errors = new Map<string, string>();
  for (const { blockId, actionId, blockType, block, element } of elementsOf(view.blocks)) {
    if (blockType !== 'input') continue;
    const field = stateFieldOf(element.type);
    const entered = field === null ? undefined : values[blockId]?.[actionId]?.[field];
    const problem = isEmpty(entered)
      ? block.optional === true
        ? null
        : phrases.required
      : problemOf(element, entered, phrases);
    if (problem !== null) errors.set(blockId, problem);
  }
  return errors.size === 0
    ? { ok: true, values }
    : { ok: false, errors: Object.fromEntries(errors) };
}

function isEmpty(entered: unknown): boolean {
  if (entered === undefined || entered === null || entered === '') return true;
  if (Array.isArray(entered)) return entered.length === 0;
  const rich = richText.safeParse(entered);
  return rich.success && rich.data.elements.every((part) => part.elements.length === 0);
}

const richText = z.object({
  type: z.literal('rich_text'),
  elements: z.array(z.object({ elements: z.array(z.unknown()) })),
});

/** Null when the client would send it. */
function problemOf(element: Element, entered: unknown, say: FieldPhrases): string | null {
  switch (element.type) {
    case 'plain_text_input':
      return textProblem(element, entered, say);
    case 'number_input':
      return numberProblem(element, entered, say);
    case 'email_text_input':
      return z.email().safeParse(entered).success ? null : say.notEmail;
    case 'url_text_input':
      return z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).safeParse(entered).success
        ? null
        : say.notUrl;
    case 'rich_text_input':
      return richText.safeParse(entered).success ? null : say.unreadable;
    case 'datepicker':
      return z.iso.date().safeParse(entered).success ? null : say.notDate;
    case 'timepicker':
      return TIME.test(String(entered)) ? null : say.notTime;
    case 'datetimepicker':
      return z.int().min(0).safeParse(entered).success ? null : say.notTime;
    case 'file_input':
      return listProblem(entered, element.max_files ?? 10, say, say.tooManyFiles);
    default:
      return element.type.startsWith('multi_') || element.type === 'checkboxes'
        ? severalProblem(element, entered, say)
        : oneProblem(element, entered, say);
  }
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

function textProblem(element: Element, entered: unknown, say: FieldPhrases): string | null {
  if (typeof entered !== 'string') return say.unreadable;
  const least = element.min_length;
  const most = element.max_length ?? 3000;
  if (typeof least === 'number' && entered.length < least) return say.tooShort(least);
  if (typeof most === 'number' && entered.length > most) return say.tooLong(most);
  return null;
}

function numberProblem(element: Element, entered: unknown, say: FieldPhrases): string | null {
  if (typeof entered !== 'string' || !NUMERAL.test(entered)) return say.notNumber;
  const number = Number(entered);
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return say.notWhole;
  const least = element.min_value;
  const most = element.max_value;
  if (typeof least === 'string' && number < Number(least)) return say.tooSmall(least);
  if (typeof most === 'string' && number > Number(most)) return say.tooBig(most);
  return null;
}

function listProblem(
  entered: unknown,
  most: unknown,
  say: FieldPhrases,
  tooMany: (most: number) => string,
): string | null {
  if (!Array.isArray(entered)) return say.unreadable;
  return typeof most === 'number' && entered.length > most ? tooMany(most) : null;
}

function severalProblem(element: Element, entered: unknown, say: FieldPhrases): string | null {
  const problem = listProblem(entered, element.max_selected_items, say, say.tooMany);
  if (problem !== null || !Array.isArray(entered)) return problem;
  for (const one of entered) {
    const single = oneProblem(element, one, say);
    if (single !== null) return single;
  }
  return null;
}

const chosenOption = z.looseObject({ value: z.string() });

/** One chosen option, or the id of a person or conversation. */
function oneProblem(element: Element, entered: unknown, say: FieldPhrases): string | null {
  if (/users|conversations|channels/.test(element.type)) {
    return typeof entered === 'string' ? null : say.unreadable;
  }
  const option = chosenOption.safeParse(entered);
  if (!option.success) return say.unreadable;
  // The app itself offered what an external select shows; the view does not hold it.
  if (element.type.endsWith('external_select')) return null;
  const offered = optionsOf(element).some((one) => one.value === option.data.value);
  return offered ? null : say.notOffered;
}
