/** Whether Slack would take a view: `views.open`, `views.push`, `views.update`, `views.publish`. */
import type { HomeView, ModalView } from '@slack/types';
import { z } from 'zod';
import { blockOn, MOST_BLOCKS } from './block-kit/blocks.ts';
import { plainText } from './block-kit/composition.ts';
import { slackMessage, slackMessages } from './issues.ts';
import { payloadProblems } from './payload-rules.ts';

type ViewError = 'invalid_arguments' | 'view_too_large';

export type ViewResult =
  | { ok: true; view: ModalView | HomeView }
  | { ok: false; error: ViewError; messages: string[] };

/** Bytes of a view as JSON in UTF-8. */
const MOST_VIEW_BYTES = 250_000;

const anyView = {
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const viewOn = {
  modal: z.strictObject({
    type: z.literal('modal'),
    ...anyView,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    blocks: z.array(blockOn.modal).max(MOST_BLOCKS.modal),
  }),
  home: z.strictObject({
    type: z.literal('home'),
    ...anyView,
    blocks: z.array(blockOn.home).max(MOST_BLOCKS.home),
  }),
};

const ROOT = ['view'] as const;

/** @param view the decoded value of the `view` argument */
export function validateView(view: unknown, surface: 'modal' | 'home'): ViewResult {
  const problems = surface === 'modal' ? modalProblems(view) : homeProblems(view);
  if (!isAccepted(view, problems)) {
    return { ok: false, error: 'invalid_arguments', messages: problems };
  }
  if (new TextEncoder().encode(JSON.stringify(view)).length > MOST_VIEW_BYTES) {
    const message = slackMessage(`must be no more than ${MOST_VIEW_BYTES} bytes`, ROOT);
    return { ok: false, error: 'view_too_large', messages: [message] };
  }
  return { ok: true, view };
}

const BLOCKS = [...ROOT, 'blocks'] as const;

function modalProblems(view: unknown): string[] {
  const parsed = viewOn.modal.safeParse(view);
  if (!parsed.success) return slackMessages(parsed.error.issues, view, ROOT);
  const { blocks, submit } = parsed.data;
  const unsubmittable = blocks.flatMap((block, index) =>
    block.type === 'input' && submit === undefined
      ? [
          slackMessage('must define `submit` to use an `input` block in modals', [
            ...BLOCKS,
            index,
            'input',
          ]),
        ]
      : [],
  );
  return [...unsubmittable, ...payloadProblems(blocks, 'modal', BLOCKS)];
}

function homeProblems(view: unknown): string[] {
  const parsed = viewOn.home.safeParse(view);
  if (!parsed.success) return slackMessages(parsed.error.issues, view, ROOT);
  return payloadProblems(parsed.data.blocks, 'home', BLOCKS);
}

function isAccepted(view: unknown, problems: readonly string[]): view is ModalView | HomeView {
  return problems.length === 0;
}
