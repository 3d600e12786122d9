import type {
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';

// What Bolt hands on of a request, told apart.

/** Of a press of a button in a message, a modal or Home. */
export type PressArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;
/** Of a modal that was sent. */
export type SubmissionArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

export function isPress(args: AnyMiddlewareArgs): args is PressArgs {
  return 'action' in args && args.body.type === 'block_actions';
}

export function isSubmission(args: AnyMiddlewareArgs): args is SubmissionArgs {
  return 'view' in args && args.body.type === 'view_submission';
}
