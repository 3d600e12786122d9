/** Blocks that group others: cards, carousels, containers, plans and their tasks. */
import { z } from 'zod';
import { anyBlock, anyText, imageElement, mrkdwn, plainText, words } from './composition.ts';
import { button } from './elements.ts';
import { richTextBlock } from './rich-text.ts';

export const cardBlock = z
  .strictObject({
    type: z.literal('card'),
    ...anyBlock,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: z.array(button).min(1).max(25).optional(),
  })
  .refine(
    (card) => Boolean(card.hero_image ?? card.title ?? card.actions ?? card.body),
    'must define at least one of `hero_image`, `title`, `actions` or `body`',
  );

export const carouselBlock = z.strictObject({
  type: z.literal('carousel'),
  ...anyBlock,
  elements: z.array(cardBlock).min(1).max(10),
});

export const taskCardBlock = z.strictObject({
  type: z.literal('task_card'),
  ...anyBlock,
  task_id: words(255),
  title: words(3000),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
  details: richTextBlock.optional(),
  output: richTextBlock.optional(),
  sources: z
    .array(z.strictObject({ type: z.literal('url'), url: words(3000), text: words(3000) }))
    .optional(),
});

export const planBlock = z.strictObject({
  type: z.literal('plan'),
  ...anyBlock,
  title: words(3000),
  tasks: z.array(taskCardBlock).optional(),
});

/** @param child the blocks that a container may hold */
export const containerOf = <Child extends z.ZodType>(child: Child) =>
  z
    .strictObject({
      type: z.literal('container'),
      ...anyBlock,
      title: plainText(150).optional(),
      rich_text_title: richTextBlock.optional(),
      subtitle: anyText(150).optional(),
      icon: imageElement.optional(),
      child_blocks: z.array(child).min(1).max(10),
      width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
      is_collapsible: z.boolean().optional(),
      default_collapsed: z.boolean().optional(),
      has_header_divider: z.boolean().optional(),
    })
    .refine(
      (container) => Boolean(container.title ?? container.rich_text_title),
      'must define `title` or `rich_text_title`',
    );
