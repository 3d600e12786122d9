import { z } from 'zod';
import type { Deps } from '../kernel/deps.ts';
import { languageOf } from '../kernel/language.ts';
import type { DeliveryDeps } from './deliver.ts';
import { addRedrawJob, mayShowOlderState, redrawAgain } from './outbox.ts';
import { slackFailure } from './slack-failures.ts';
import { withCharts } from './with-charts.ts';

export const RefreshPayload = z.object({ purpose: z.string(), subjectId: z.uuid() });
export const RedrawPayload = z.object({ messageId: z.uuid() });

/** What ends the wish to redraw a message: it, or where it stood, is gone. */
const GONE = new Set([
  'message_not_found',
  'channel_not_found',
  'is_archived',
  'cant_update_message',
]);

/** Has every message of a kind about a subject redrawn, each by a job of its own. */
export async function refreshPosted(
  deps: Pick<Deps, 'db'>,
  { purpose, subjectId }: z.infer<typeof RefreshPayload>,
): Promise<void> {
  await deps.db.$executeRaw`
    select ${addRedrawJob} from outgoing_message as message
    where message.purpose = ${purpose} and message.subject_id = ${subjectId}::uuid
      and ${mayShowOlderState}
    order by message.seq`;
}

/**
 * Redraws one message from the database as it is now. One that waits to be posted will be drawn anew
 * anyhow; one that is being posted, or in doubt, may have been drawn before the change and is redrawn
 * as soon as it is known where it stands.
 *
 * @throws when Slack is away, so that graphile-worker tries again
 */
export async function redraw(
  deps: DeliveryDeps,
  { messageId }: z.infer<typeof RedrawPayload>,
): Promise<void> {
  const message = await deps.db.outgoingMessage.findUnique({
    where: { id: messageId },
    include: { person: { select: { locale: true } } },
  });
  if (message?.state === 'sending') {
    await redrawAgain(deps.db, messageId, new Date(Date.now() + deps.pace.postingMs));
    return;
  }
  if (message?.state !== 'delivered' || !message.sentChannel || !message.sentTs) return;
  const renderer = deps.renderers.get(message.purpose);
  if (!renderer) throw new Error(`no renderer for ${message.purpose}`);
  const drawn = await renderer.render(deps, {
    params: message.params,
    subjectId: message.subjectId,
    personId: message.personId,
    language: languageOf(message.person?.locale),
    redrawing: true,
  });
  if (!drawn) return;
  const { sentChannel: channel, sentTs: ts } = message;
  try {
    await withCharts(drawn, (shown) => deps.slack.chat.update({ channel, ts, ...shown }));
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.kind === 'refused') {
      await redrawAgain(deps.db, messageId, new Date(Date.now() + failure.retryAfterMs));
      return;
    }
    if (!GONE.has(failure.reason)) throw error;
    deps.log.info({ message: messageId, reason: failure.reason }, 'message to redraw is gone');
  }
}
