import { inTransaction } from '../database/transaction.ts';
import { sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { agencyAdministrators } from './access-queries.ts';
import { accessAsked } from './messages.ts';
import type { SlackUser } from './slack-profile.ts';

/**
 * Somebody whom nobody is matched to asks to be added: every administrator of the agency gets a card.
 * Who waits already, also by a press at the same moment, goes on waiting.
 *
 * @param user somebody of this workspace
 */
export async function requestAccess(
  deps: Deps,
  user: SlackUser,
): Promise<{ outcome: 'asked' | 'waiting' }> {
  const { slackUserId, fullName, email, locale } = user;
  return inTransaction(deps.db, async (tx) => {
    const [request] = await tx.$queryRaw<{ id: string }[]>`
      insert into access_request (slack_user_id, full_name, email, locale)
      values (${slackUserId}, ${fullName}, ${email}, ${locale})
      on conflict do nothing
      returning id`;
    if (!request) return { outcome: 'waiting' };
    await audit(tx, {
      kind: 'people.access_requested',
      subjectId: request.id,
      actorId: null,
      after: { slackUserId, fullName, email },
    });
    for (const { personId } of await agencyAdministrators(tx, today(deps))) {
      await sendMessage(tx, accessAsked, { to: { personId }, params: {}, subjectId: request.id });
    }
    return { outcome: 'asked' };
  });
}
