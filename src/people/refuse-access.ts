import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import { phrases } from './access-phrases.ts';
import { agencyAdministrators, findAccessRequest } from './access-queries.ts';
import type { Actor } from './actor.ts';
import { mayNotMatch } from './match-person.ts';
import { accessAsked, accessRefused } from './messages.ts';

/**
 * Turns down somebody who asked to be added and tells them why. Repeated by the same administrator it
 * changes nothing.
 *
 * @throws AppError when the actor does not administer the agency, or the request is settled
 */
export async function refuseAccess(
  deps: Deps,
  input: { actor: Actor; requestId: string; reason: string },
): Promise<void> {
  const { actor, requestId, reason } = input;
  await inTransaction(deps.db, async (tx) => {
    const administrators = await agencyAdministrators(tx, today(deps));
    if (!administrators.some(({ personId }) => personId === actor.personId)) throw mayNotMatch();
    const refused = await tx.accessRequest.updateMany({
      where: { id: requestId, state: 'waiting' },
      data: {
        state: 'refused',
        refusalReason: reason,
        settledById: actor.personId,
        settledAt: deps.clock.now(),
      },
    });
    const request = await findAccessRequest(tx, requestId);
    if (refused.count === 0) {
      if (request?.state === 'refused' && request.refusalReason === reason) return;
      throw new AppError('access_settled', { say: (language) => phrases[language].settledAlready });
    }
    await audit(tx, {
      kind: 'people.access_refused',
      subjectId: requestId,
      actorId: actor.personId,
      reason,
    });
    await sendMessage(tx, accessRefused, {
      to: { slackUserId: request?.slackUserId ?? '' },
      params: {},
      subjectId: requestId,
    });
    await refreshMessages(tx, accessAsked, requestId);
  });
}
