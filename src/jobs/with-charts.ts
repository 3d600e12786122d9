import type { Rendered } from './kinds.ts';
import { slackFailure } from './slack-failures.ts';

/** Slack's words for blocks that it does not know or take. */
const NOT_TAKEN = new Set(['invalid_blocks', 'invalid_blocks_format']);

type Content = Pick<NonNullable<Rendered>, 'text'> & {
  blocks: NonNullable<NonNullable<Rendered>['charted']>;
};

/** Calls Slack with the charts of a message, if it has any, and without them where Slack does not take them. */
export async function withCharts<T>(
  { text, blocks, charted }: NonNullable<Rendered>,
  call: (content: Content) => Promise<T>,
): Promise<T> {
  if (!charted) return call({ text, blocks });
  try {
    return await call({ text, blocks: charted });
  } catch (error) {
    if (!NOT_TAKEN.has(slackFailure(error).reason)) throw error;
    return call({ text, blocks });
  }
}
