/** Whether Slack would take a message: `chat.postMessage` and its sisters. */
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { blockOn, MOST_BLOCKS } from './block-kit/blocks.ts';
import { slackMessage, slackMessages } from './issues.ts';
import { payloadProblems, textLength } from './payload-rules.ts';

type MessageBlocksError =
  | 'invalid_blocks'
  | 'invalid_blocks_format'
  | 'msg_blocks_too_long'
  | 'msg_too_long'
  | 'no_text';

export type MessageBlocksResult =
  | { ok: true; blocks: KnownBlock[] }
  | { ok: false; error: MessageBlocksError; messages: string[] };

/** Characters of a message's own text, and of all texts in its blocks together. */
const MOST_TEXT = 40_000;
const MOST_TEXT_IN_BLOCKS = 12_000;

const ROOT = ['blocks'] as const;
const messageBlocks = z.array(blockOn.message).max(MOST_BLOCKS.message);

/**
 * @param blocks the decoded value of the `blocks` argument; undefined, null and [] mean none
 * @param text the top-level text
 */
export function validateMessageBlocks(
  blocks: unknown,
  text: string | undefined,
): MessageBlocksResult {
  if (text !== undefined && text.length > MOST_TEXT) {
    return refuse('msg_too_long', [
      slackMessage(`must be less than ${MOST_TEXT + 1} characters`, ['text']),
    ]);
  }
  const given = blocks ?? [];
  if (!Array.isArray(given)) {
    return refuse('invalid_blocks_format', [slackMessage('must provide an array', ROOT)]);
  }
  if (given.length === 0 && (text === undefined || text.trim() === '')) {
    return refuse('no_text', []);
  }
  const problems = messageProblems(given);
  if (!areAccepted(given, problems)) return refuse('invalid_blocks', problems);
  if (textLength(given) > MOST_TEXT_IN_BLOCKS) {
    return refuse('msg_blocks_too_long', [
      slackMessage(`must be less than ${MOST_TEXT_IN_BLOCKS + 1} characters in all blocks`, ROOT),
    ]);
  }
  return { ok: true, blocks: given };
}

function refuse(error: MessageBlocksError, messages: string[]): MessageBlocksResult {
  return { ok: false, error, messages };
}

function messageProblems(blocks: readonly unknown[]): string[] {
  const parsed = messageBlocks.safeParse(blocks);
  return parsed.success
    ? payloadProblems(parsed.data, 'message', ROOT)
    : slackMessages(parsed.error.issues, blocks, ROOT);
}

/** Charts are accepted too, though the published types do not name them yet. */
function areAccepted(
  blocks: readonly unknown[],
  problems: readonly string[],
): blocks is KnownBlock[] {
  return problems.length === 0;
}
