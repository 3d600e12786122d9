/** The rich_text block and everything inside it. */
import { z } from 'zod';
import { anyBlock, words } from './composition.ts';

const flag = z.boolean().optional();
const textStyle = z
  .strictObject({ bold: flag, italic: flag, strike: flag, code: flag, underline: flag })
  .optional();
const mentionStyle = z
  .strictObject({
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  })
  .optional();

const text = z.strictObject({ type: z.literal('text'), text: words(12_000), style: textStyle });
const link = z.strictObject({
  type: z.literal('link'),
  url: words(3000),
  text: words(12_000).optional(),
  unsafe: flag,
  style: textStyle,
});

const inline = z.discriminatedUnion('type', [
  text,
  link,
  z.strictObject({
    type: z.literal('emoji'),
    name: words(255),
    unicode: words(255).optional(),
    url: words(3000).optional(),
    skin_tone: z.int().min(1).max(6).optional(),
    style: textStyle,
  }),
  z.strictObject({ type: z.literal('user'), user_id: words(255), style: mentionStyle }),
  z.strictObject({ type: z.literal('channel'), channel_id: words(255), style: mentionStyle }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: words(255), style: mentionStyle }),
  z.strictObject({ type: z.literal('team'), team_id: words(255), style: mentionStyle }),
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    style: textStyle,
  }),
  z.strictObject({
    type: z.literal('color'),
    value: z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a valid hex color'),
    style: textStyle,
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int().min(0),
    format: words(3000),
    url: words(3000).optional(),
    fallback: words(3000).optional(),
    style: textStyle,
  }),
]);

const border = z.int().min(0).max(1).optional();

const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(inline),
});

const parts = z.discriminatedUnion('type', [
  section,
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(section),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().min(0).optional(),
    border,
  }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), border }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.discriminatedUnion('type', [text, link])),
    language: words(255).optional(),
    border,
  }),
]);

export const richTextBlock = z.strictObject({
  type: z.literal('rich_text'),
  ...anyBlock,
  elements: z.array(parts),
});
