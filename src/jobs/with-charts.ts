import type { ChartBlock } from '../slack/charts.ts';
import type { Rendered } from './kinds.ts';
import { slackFailure } from './slack-failures.ts';

/** Slack's words for blocks that it does not know or take. */
const NOT_TAKEN = new Set(['invalid_blocks', 'invalid_blocks_format']);

type Content = Pick<NonNullable<Rendered>, 'text'> & {
  blocks: NonNullable<NonNullable<Rendered>['charted']>;
};

/**
 * Calls Slack with the charts of a message, if it has any, and without them where Slack does not take them.
 *
 * @returns its answer, and whether there were charts that it did not take
 */
export async function withCharts<T>(
  { text, blocks, charted }: NonNullable<Rendered>,
  call: (content: Content) => Promise<T>,
): Promise<{ answer: T; refused: boolean }> {
  if (!charted) return { answer: await call({ text, blocks }), refused: false };
  try {
    return { answer: await call({ text, blocks: charted }), refused: false };
  } catch (error) {
    if (!NOT_TAKEN.has(slackFailure(error).reason)) throw error;
    return { answer: await call({ text, blocks }), refused: true };
  }
}

/** The charts of a message. */
export function chartsOf({ charted = [] }: NonNullable<Rendered>): ChartBlock[] {
  return charted.filter((block): block is ChartBlock => block.type === 'data_visualization');
}
