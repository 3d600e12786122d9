import { z } from 'zod';

/** A file of a file input, as Slack describes it. */
export const SentFile = z.object({ id: z.string(), name: z.string(), size: z.int() });
export type SentFile = z.infer<typeof SentFile>;

const Element = z.looseObject({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date_time: z.number().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).nullish(),
  selected_channel: z.string().nullish(),
  selected_channels: z.array(z.string()).nullish(),
  files: z.array(SentFile).nullish(),
});

const State = z.record(z.string(), z.record(z.string(), Element));

/** The value of each input by its block id: a string, a number (instant in epoch seconds), a list (of files: what Slack says of each), or undefined when empty. */
export function fieldValues(state: unknown): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [block, elements] of Object.entries(State.parse(state))) {
    const element = Object.values(elements)[0];
    if (element) values[block] = elementValue(element);
  }
  return values;
}

function elementValue(element: z.infer<typeof Element>): unknown {
  const written = element.value ? cleanText(element.value) : element.value;
  const value =
    written ??
    element.selected_option?.value ??
    element.selected_options?.map((option) => option.value) ??
    element.selected_date ??
    element.selected_time ??
    element.selected_date_time ??
    element.selected_user ??
    element.selected_users ??
    element.selected_conversation ??
    element.selected_conversations ??
    element.selected_channel ??
    element.selected_channels ??
    element.files;
  return value === '' || value === null ? undefined : value;
}

/**
 * What a person wrote, without what nobody sees: control characters (a database takes no NUL), marks
 * that turn the direction of the text, spaces of no width, halves of characters, codes that are none.
 */
export function cleanText(text: string): string {
  return text.replaceAll(UNSEEN, '').trim();
}

const UNSEEN =
  /[^\P{Cc}\n\r\t]|\p{Cs}|\p{Noncharacter_Code_Point}|[\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;
