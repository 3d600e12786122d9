/** What an app says in a message (by API, response_url or acknowledgement), checked as Slack does. */
import type { KnownBlock } from '@slack/types';
import { ApiFailure, refusedPayload } from './api-failure.ts';
import type { Core } from './core.ts';
import { isRecord, type MessageMetadata } from './model.ts';
import { pictureProblems } from './picture-files.ts';
import { validateMessageBlocks } from './validation/blocks.ts';
import { UNREADABLE } from './web-api/arguments.ts';

export interface MessageContent {
  text: string;
  blocks: KnownBlock[];
}

/** @throws ApiFailure no_text, invalid_blocks, invalid_blocks_format, msg_too_long … */
export function readContent(core: Core, text: string | undefined, blocks: unknown): MessageContent {
  if (blocks === UNREADABLE) throw new ApiFailure('invalid_blocks_format');
  const checked = validateMessageBlocks(blocks, text);
  if (!checked.ok) throw refusedPayload(checked.error, checked.messages);
  const problems = pictureProblems(core, checked.blocks);
  if (problems.length > 0) throw refusedPayload('invalid_blocks', problems);
  return { text: text ?? '', blocks: checked.blocks };
}

/** @throws ApiFailure invalid_metadata_format */
export function readMetadata(metadata: unknown): MessageMetadata | null {
  if (metadata === undefined || metadata === null) return null;
  if (!isRecord(metadata)) throw new ApiFailure('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return null;
  const { event_type, event_payload } = metadata;
  if (typeof event_type !== 'string' || event_type === '' || !isRecord(event_payload)) {
    throw new ApiFailure('invalid_metadata_format');
  }
  return { event_type, event_payload };
}
