/** Block Kit's composition objects: texts, confirm dialogs, images. Lengths are Slack's. */
import { z } from 'zod';

/** A string of 1 to `max` characters. */
export const words = (max: number) => z.string().min(1).max(max);

export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: words(max),
    emoji: z.boolean().optional(),
  });

export const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: words(max),
    verbatim: z.boolean().optional(),
  });

export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export const httpUrl = z
  .string()
  .min(1)
  .max(3000)
  .regex(/^(?:https?|mailto|tel|slack):\S+$/i, 'must be a valid URL');

export const httpsUrl = words(3000).regex(/^https:\/\/\S+$/i, 'must be a valid HTTPS URL');

export const colorScheme = z.enum(['primary', 'danger']);

const confirmDialog = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: colorScheme.optional(),
});

const slackFile = z
  .strictObject({ id: words(255).optional(), url: words(3000).optional() })
  .superRefine((file, context) => {
    if ((file.id === undefined) !== (file.url === undefined)) return;
    context.addIssue({ code: 'custom', message: 'must define exactly one of `id` or `url`' });
  });

const imageSource = {
  alt_text: words(2000),
  image_url: words(3000).optional(),
  slack_file: slackFile.optional(),
};

function needsOneSource(
  image: { image_url?: unknown; slack_file?: unknown },
  context: z.RefinementCtx,
): void {
  if ((image.image_url === undefined) !== (image.slack_file === undefined)) return;
  context.addIssue({
    code: 'custom',
    message: 'must define exactly one of `image_url` or `slack_file`',
  });
}

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...imageSource })
  .superRefine(needsOneSource);

/** What every block may carry. */
export const anyBlock = { block_id: words(255).optional() };

export const imageBlock = z
  .strictObject({
    type: z.literal('image'),
    ...anyBlock,
    ...imageSource,
    title: plainText(2000).optional(),
  })
  .superRefine(needsOneSource);

/** Fields shared by interactive elements. */
export const actionable = { action_id: words(255).optional() };
export const confirmable = { confirm: confirmDialog.optional() };
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholdable = { placeholder: plainText(150).optional() };
export const dispatchable = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .max(2)
        .optional(),
    })
    .optional(),
};
