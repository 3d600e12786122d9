import type { Button, ConfirmationDialog, ModalView } from '@slack/types';
import type { z } from 'zod';
import { clip, plain } from './blocks.ts';

/** A button and what it carries. The value is JSON, checked with zod when it comes back. */
export interface ButtonKind<V> {
  actionId: string;
  /** What the log calls a press: the action id, or less where that would tell a choice. */
  logName: string;
  /** False for what no rule decides any more, such as a vote: the database is not asked for changes of the rules. */
  readsRules: boolean;
  value: z.ZodType<V>;
  button(
    label: string,
    value: V,
    look?: { style?: 'primary' | 'danger'; confirm?: ConfirmationDialog },
  ): Button;
}

export function buttonKind<V>(
  actionId: string,
  value: z.ZodType<V>,
  { logName = actionId, readsRules = true }: { logName?: string; readsRules?: boolean } = {},
): ButtonKind<V> {
  return {
    actionId,
    logName,
    readsRules,
    value,
    button: (label, carried, look = {}) => ({
      type: 'button',
      action_id: actionId,
      text: plain(clip(label, 75)),
      value: JSON.stringify(carried),
      ...look,
    }),
  };
}

/** A modal: what it remembers (private metadata) and the fields that a submission brings. */
export interface ModalKind<M, F> {
  callbackId: string;
  metadata: z.ZodType<M>;
  fields: z.ZodType<F>;
  view(content: {
    title: string;
    metadata: M;
    blocks: ModalView['blocks'];
    submit?: string;
    close: string;
  }): ModalView;
}

export function modalKind<M, F>(
  callbackId: string,
  shape: { metadata: z.ZodType<M>; fields: z.ZodType<F> },
): ModalKind<M, F> {
  return {
    callbackId,
    ...shape,
    view: ({ title, metadata, blocks, submit, close }) => ({
      type: 'modal',
      callback_id: callbackId,
      private_metadata: JSON.stringify(metadata),
      title: plain(clip(title, 24)),
      close: plain(clip(close, 24)),
      ...(submit ? { submit: plain(clip(submit, 24)) } : {}),
      blocks,
    }),
  };
}

/** What a submission of a modal leads to. */
export type SubmissionAnswer =
  /** Close this modal and those under it. */
  | { next: 'close' }
  | { next: 'show'; view: ModalView }
  | { next: 'push'; view: ModalView }
  /** Close this modal; what lies under it shows this from now on. Where nothing does, this modal shows it. */
  | { next: 'back'; view: ModalView }
  /** Sentences by field name; the modal stays with all that was written. */
  | { next: 'mend'; errors: Record<string, string> };
