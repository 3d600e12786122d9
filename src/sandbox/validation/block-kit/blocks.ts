/** Every block that an app may send, with the surfaces that show it. */
import { z } from 'zod';
import { cardBlock, carouselBlock, containerOf, planBlock, taskCardBlock } from './cards.ts';
import { dataVisualizationBlock } from './charts.ts';
import { anyBlock, anyText, httpsUrl, imageBlock, plainText, words } from './composition.ts';
import {
  actionsElement,
  contextActionsElement,
  contextElement,
  inputElement,
  sectionAccessory,
} from './elements.ts';
import { richTextBlock } from './rich-text.ts';
import { dataTableBlock, tableBlock } from './tables.ts';

export type Surface = 'message' | 'modal' | 'home';

const section = z
  .strictObject({
    type: z.literal('section'),
    ...anyBlock,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: sectionAccessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => Boolean(block.text ?? block.fields), 'must define `text` or `fields`');

const video = z.strictObject({
  type: z.literal('video'),
  ...anyBlock,
  video_url: httpsUrl,
  thumbnail_url: words(3000),
  alt_text: words(2000),
  title: plainText(199),
  title_url: httpsUrl.optional(),
  author_name: words(49).optional(),
  provider_name: words(255).optional(),
  provider_icon_url: words(3000).optional(),
  description: plainText(200).optional(),
});

const everywhere = [
  section,
  imageBlock,
  richTextBlock,
  video,
  z.strictObject({ type: z.literal('divider'), ...anyBlock }),
  z.strictObject({ type: z.literal('header'), ...anyBlock, text: plainText(150) }),
  z.strictObject({
    type: z.literal('context'),
    ...anyBlock,
    elements: z.array(contextElement).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    ...anyBlock,
    elements: z.array(actionsElement).min(1).max(25),
  }),
  z.strictObject({
    type: z.literal('input'),
    ...anyBlock,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: inputElement,
  }),
] as const;

const messagesOnly = [
  tableBlock,
  dataTableBlock,
  dataVisualizationBlock,
  cardBlock,
  carouselBlock,
  taskCardBlock,
  planBlock,
  containerOf(z.discriminatedUnion('type', [...everywhere, tableBlock])),
  z.strictObject({ type: z.literal('markdown'), ...anyBlock, text: words(12_000) }),
  z.strictObject({
    type: z.literal('context_actions'),
    ...anyBlock,
    elements: z.array(contextActionsElement).min(1).max(5),
  }),
] as const;

const alert = z.strictObject({
  type: z.literal('alert'),
  ...anyBlock,
  text: anyText(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

// A `file` block only ever comes back from Slack; an app that sends one is refused everywhere.
export const blockOn = {
  message: z.discriminatedUnion('type', [...everywhere, ...messagesOnly]),
  modal: z.discriminatedUnion('type', [...everywhere, alert]),
  home: z.discriminatedUnion('type', everywhere),
} satisfies Record<Surface, z.ZodType>;

export const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
