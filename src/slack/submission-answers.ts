import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { Language } from '../kernel/language.ts';
import { errorsAt, type Failure, withoutMarks } from './failures.ts';
import type { SubmissionAnswer } from './kinds.ts';
import type { Answer } from './listeners.ts';
import { noticeView } from './notice-view.ts';

/**
 * What one submission has in common with a second delivery of it, and with no other: the modal, its page, and all that
 * was filled in there. The same person mends a form and sends it again under the id of the same modal.
 */
export function deliveryKey({ id, callback_id, private_metadata, state }: ViewOutput): string {
  return JSON.stringify([id, callback_id, private_metadata, state.values]);
}

/** An answer as Slack takes it; of `back` where nothing lies under the modal. */
export function responseOf(given: SubmissionAnswer): ViewResponseAction {
  switch (given.next) {
    case 'close':
      return { response_action: 'clear' };
    case 'mend':
      return { response_action: 'errors', errors: given.errors };
    case 'push':
      return { response_action: 'push', view: given.view };
    case 'back':
    case 'show':
      return { response_action: 'update', view: given.view };
  }
}

/** A failure at its field; in a view of its own where the form has no input, for Slack shows an error at an input only. */
export function failureAnswer(
  { blocks }: Pick<ViewOutput, 'blocks'>,
  failure: { told: Answer; field: string | undefined; also: Failure['also'] },
  language: Language,
): SubmissionAnswer {
  const { told, field, also } = failure;
  const inputs = blocks.flatMap(({ type, block_id }) =>
    type === 'input' && block_id ? [block_id] : [],
  );
  const others = errorsAt(also, inputs);
  const at = field !== undefined && inputs.includes(field) ? field : inputs[0];
  return at === undefined
    ? { next: 'show', view: noticeView(told, language) }
    : { next: 'mend', errors: { ...others, [at]: withoutMarks(told.text) } };
}
