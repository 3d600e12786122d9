import type { ModalView } from '@slack/types';
import type { SubmissionAnswer } from '../../slack/kinds.ts';

/** A view after something was recorded: closing it closes those under it, which show an older state. */
export function finalView(view: ModalView): SubmissionAnswer {
  return { next: 'show', view: { ...view, clear_on_close: true } };
}
