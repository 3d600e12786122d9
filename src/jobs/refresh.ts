import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';
import { languageOf } from '../kernel/language.ts';
import { type DeliveryDeps, platformReason } from './deliver.ts';

export const RefreshPayload = z.object({
  purpose: z.string(),
  subjectId: z.uuid(),
  personId: z.uuid().optional(),
});

/** What ends the wish to redraw a message: it, or where it stood, is gone. */
const GONE = new Set([
  'message_not_found',
  'channel_not_found',
  'is_archived',
  'cant_update_message',
]);

/**
 * Redraws, from the database as it is now, every delivered message of a kind about a subject.
 *
 * @throws when Slack is away or asks to slow down, so that graphile-worker tries again
 */
export async function refreshPosted(
  deps: DeliveryDeps,
  { purpose, subjectId, personId }: z.infer<typeof RefreshPayload>,
): Promise<void> {
  const renderer = deps.renderers.get(purpose);
  if (!renderer) throw new Error(`no renderer for ${purpose}`);
  const messages = await deps.db.outgoingMessage.findMany({
    where: { purpose, subjectId, state: 'delivered', ...(personId ? { personId } : {}) },
    orderBy: { seq: 'asc' },
    include: { person: { select: { locale: true } } },
  });
  for (const message of messages) {
    const drawn = await renderer.render(deps, {
      params: message.params,
      subjectId,
      personId: message.personId,
      language: languageOf(message.person?.locale),
    });
    if (!drawn || !message.sentChannel || !message.sentTs) continue;
    await update(deps, { channel: message.sentChannel, ts: message.sentTs, ...drawn });
  }
}

async function update(
  deps: DeliveryDeps,
  message: Parameters<DeliveryDeps['slack']['chat']['update']>[0],
): Promise<void> {
  try {
    await deps.slack.chat.update(message);
  } catch (error) {
    const platform =
      error instanceof Error && 'code' in error && error.code === ErrorCode.PlatformError;
    if (!platform || !GONE.has(platformReason(error))) throw error;
    deps.log.info({ reason: platformReason(error) }, 'message to redraw is gone');
  }
}
