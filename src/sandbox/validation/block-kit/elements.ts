/** Interactive block elements, by the block that may hold them. */
import { z } from 'zod';
import { lists, multiSelects, overflow, selects } from './choices.ts';
import {
  actionable,
  anyText,
  colorScheme,
  confirmable,
  dispatchable,
  focusable,
  httpUrl,
  imageElement,
  placeholdable,
  plainText,
  words,
} from './composition.ts';
import { richTextBlock } from './rich-text.ts';

const accessible = { accessibility_label: words(75).optional() };

export const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  ...accessible,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: httpUrl.optional(),
  style: colorScheme.optional(),
});

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionable,
  ...confirmable,
  ...accessible,
  text: plainText(75),
  style: colorScheme.optional(),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: httpUrl,
      customizable_input_parameters: z
        .array(z.strictObject({ name: words(255), value: z.string().max(3000) }))
        .optional(),
    }),
  }),
});

const picker = { ...actionable, ...confirmable, ...focusable };

const pickers = [
  z.strictObject({
    type: z.literal('datepicker'),
    ...picker,
    ...placeholdable,
    initial_date: z.iso.date('must be a valid date as YYYY-MM-DD').optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...picker,
    ...placeholdable,
    initial_time: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a valid time as HH:mm')
      .optional(),
    timezone: words(255).optional(),
  }),
] as const;

const dateTimePicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...picker,
  // Slack takes ten digits only.
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});

const typed = { ...actionable, ...dispatchable, ...focusable, ...placeholdable };
const numeral = z.string().regex(/^[+-]?(?:\d+\.?\d*|\.\d+)$/, 'must be a valid number');

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  })
  .refine(
    ({ min_length, max_length }) => (min_length ?? 0) <= (max_length ?? 3000),
    '`min_length` must not be greater than `max_length`',
  );

const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: numeral.optional(),
    min_value: numeral.optional(),
    max_value: numeral.optional(),
  })
  .refine(
    ({ min_value, max_value }) =>
      min_value === undefined || max_value === undefined || Number(min_value) <= Number(max_value),
    '`min_value` must not be greater than `max_value`',
  );

const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typed,
  initial_value: richTextBlock.optional(),
  min_lines: z.int().min(1).max(100).optional(),
  max_lines: z.int().min(1).max(100).optional(),
});

const inputsOnly = [
  plainTextInput,
  numberInput,
  z.strictObject({
    type: z.literal('email_text_input'),
    ...typed,
    initial_value: z.string().max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('url_text_input'),
    ...typed,
    initial_value: z.string().max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    ...actionable,
    filetypes: z.array(words(255)).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
] as const;

export const sectionAccessory = z.discriminatedUnion('type', [
  button,
  workflowButton,
  imageElement,
  overflow,
  ...selects,
  ...multiSelects,
  ...lists,
  ...pickers,
]);

export const actionsElement = z.discriminatedUnion('type', [
  button,
  workflowButton,
  overflow,
  dateTimePicker,
  richTextInput,
  ...selects,
  ...multiSelects,
  ...lists,
  ...pickers,
]);

export const inputElement = z.discriminatedUnion('type', [
  ...inputsOnly,
  richTextInput,
  dateTimePicker,
  ...selects,
  ...multiSelects,
  ...lists,
  ...pickers,
]);

const feedbackButton = z.strictObject({
  text: plainText(75),
  value: words(2000),
  ...accessible,
});

export const contextActionsElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...actionable,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...actionable,
    ...confirmable,
    ...accessible,
    icon: words(255),
    text: plainText(75),
    value: words(2000).optional(),
    visible_to_user_ids: z.array(words(255)).optional(),
  }),
]);

export const contextElement = z.discriminatedUnion('type', [
  imageElement,
  ...anyText(3000).options,
]);
