import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

const HISTORY_PAGE = 200;
/** The clocks of Slack and of the database need not agree to the second. */
const CLOCKS_DIFFER_S = 60;

const Posted = z.object({
  metadata: z.object({ event_payload: z.object({ delivery_id: z.string() }) }),
});

/**
 * Looks in a conversation for the message that carries a delivery id in its metadata.
 *
 * @param target a channel's id, or a user's for the direct message with the app
 */
export async function findPosted(
  slack: WebClient,
  search: { deliveryId: string; target: { channelId: string } | { userId: string }; since: Date },
): Promise<{ channel: string; ts: string } | null> {
  const { target, since, deliveryId } = search;
  const channel =
    'channelId' in target ? target.channelId : await directMessage(slack, target.userId);
  const oldest = String(Math.floor(since.getTime() / 1000) - CLOCKS_DIFFER_S);
  let cursor: string | undefined;
  do {
    const page = await slack.conversations.history({
      channel,
      oldest,
      include_all_metadata: true,
      limit: HISTORY_PAGE,
      ...(cursor ? { cursor } : {}),
    });
    const found = page.messages?.find((posted) => deliveryIdOf(posted) === deliveryId);
    if (found?.ts) return { channel, ts: found.ts };
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return null;
}

async function directMessage(slack: WebClient, userId: string): Promise<string> {
  const opened = await slack.conversations.open({ users: userId });
  return opened.channel?.id ?? userId;
}

function deliveryIdOf(posted: unknown): string | null {
  const parsed = Posted.safeParse(posted);
  return parsed.success ? parsed.data.metadata.event_payload.delivery_id : null;
}
