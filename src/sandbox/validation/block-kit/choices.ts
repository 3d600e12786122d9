/** Elements that offer options: selects, radio buttons, checkboxes, overflow menus. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  actionable,
  anyText,
  confirmable,
  focusable,
  placeholdable,
  plainText,
  words,
} from './composition.ts';

const optionFields = { value: words(150), description: plainText(75).optional() };

const menuOption = z.strictObject({ text: plainText(75), ...optionFields });
const listOption = z.strictObject({
  text: anyText(75),
  value: words(150),
  description: anyText(75).optional(),
});
const overflowOption = z.strictObject({
  text: plainText(75),
  ...optionFields,
  url: words(3000).optional(),
});

const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(menuOption).min(1).max(100),
});

const optionSource = {
  options: z.array(menuOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};

type Option = z.output<typeof listOption>;
interface Choice {
  options?: Option[] | undefined;
  option_groups?: { options: Option[] }[] | undefined;
  initial_option?: Option | undefined;
  initial_options?: Option[] | undefined;
}

function needsOneSource(choice: Choice, context: z.RefinementCtx): void {
  if ((choice.options === undefined) !== (choice.option_groups === undefined)) return;
  context.addIssue({
    code: 'custom',
    message: 'must define exactly one of `options` or `option_groups`',
  });
}

function initialMustMatch(choice: Choice, context: z.RefinementCtx): void {
  const offered = [
    ...(choice.options ?? []),
    ...(choice.option_groups ?? []).flatMap((group) => group.options),
  ];
  const isOffered = (option: Option) => offered.some((one) => isDeepStrictEqual(one, option));
  if (choice.initial_option !== undefined && !isOffered(choice.initial_option)) {
    context.addIssue({
      code: 'custom',
      path: ['initial_option'],
      message: '`initial_option` must exactly match one of the provided options',
    });
  }
  for (const [index, option] of (choice.initial_options ?? []).entries()) {
    if (isOffered(option)) continue;
    context.addIssue({
      code: 'custom',
      path: ['initial_options', index],
      message: '`initial_options` must exactly match some of the provided options',
    });
  }
}

interface Several {
  max_selected_items?: number | undefined;
  initial_options?: unknown[] | undefined;
  initial_users?: unknown[] | undefined;
  initial_conversations?: unknown[] | undefined;
  initial_channels?: unknown[] | undefined;
}

function initialMustFit(element: Several, context: z.RefinementCtx): void {
  const initial =
    element.initial_options ??
    element.initial_users ??
    element.initial_conversations ??
    element.initial_channels ??
    [];
  if (element.max_selected_items === undefined) return;
  if (initial.length <= element.max_selected_items) return;
  context.addIssue({
    code: 'custom',
    message: `no more than ${element.max_selected_items} initial items allowed`,
  });
}

const menu = { ...actionable, ...confirmable, ...focusable, ...placeholdable };
const several = { max_selected_items: z.int().min(1).optional() };
const ids = z.array(words(255)).max(100).optional();
const search = { min_query_length: z.int().min(0).max(3000).optional() };
const answerable = { response_url_enabled: z.boolean().optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .refine((filter) => Object.keys(filter).length > 0, 'must define at least one property')
    .optional(),
};

export const selects = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...menu,
      ...optionSource,
      initial_option: menuOption.optional(),
    })
    .superRefine(needsOneSource)
    .superRefine(initialMustMatch),
  z.strictObject({
    type: z.literal('external_select'),
    ...menu,
    ...search,
    initial_option: menuOption.optional(),
  }),
  z.strictObject({
    type: z.literal('users_select'),
    ...menu,
    initial_user: words(255).optional(),
  }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...menu,
    ...conversations,
    ...answerable,
    initial_conversation: words(255).optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...menu,
    ...answerable,
    initial_channel: words(255).optional(),
  }),
] as const;

export const multiSelects = [
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...menu,
      ...several,
      ...optionSource,
      initial_options: z.array(menuOption).min(1).max(100).optional(),
    })
    .superRefine(needsOneSource)
    .superRefine(initialMustMatch)
    .superRefine(initialMustFit),
  z
    .strictObject({
      type: z.literal('multi_external_select'),
      ...menu,
      ...several,
      ...search,
      initial_options: z.array(menuOption).min(1).max(100).optional(),
    })
    .superRefine(initialMustFit),
  z
    .strictObject({
      type: z.literal('multi_users_select'),
      ...menu,
      ...several,
      initial_users: ids,
    })
    .superRefine(initialMustFit),
  z
    .strictObject({
      type: z.literal('multi_conversations_select'),
      ...menu,
      ...several,
      ...conversations,
      initial_conversations: ids,
    })
    .superRefine(initialMustFit),
  z
    .strictObject({
      type: z.literal('multi_channels_select'),
      ...menu,
      ...several,
      initial_channels: ids,
    })
    .superRefine(initialMustFit),
] as const;

const list = { ...actionable, ...confirmable, ...focusable };

export const lists = [
  z
    .strictObject({
      type: z.literal('radio_buttons'),
      ...list,
      options: z.array(listOption).min(1).max(10),
      initial_option: listOption.optional(),
    })
    .superRefine(initialMustMatch),
  z
    .strictObject({
      type: z.literal('checkboxes'),
      ...list,
      options: z.array(listOption).min(1).max(10),
      initial_options: z.array(listOption).min(1).max(10).optional(),
    })
    .superRefine(initialMustMatch),
] as const;

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  ...confirmable,
  options: z.array(overflowOption).min(1).max(5),
});
