import { inTransaction } from '../../../database/transaction.ts';
import { sendMessages } from '../../../jobs/outbox.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Actor } from '../../../people/actor.ts';
import { sittingCalledOff } from '../../messages.ts';
import { attendeesOf, toldOf } from '../attendance.ts';
import { refreshAgenda } from '../refresh-sittings.ts';
import { holdToRun } from '../running.ts';
import { changePhrases as phrases } from './change-phrases.ts';

/**
 * Calls off a sitting at which no ballot was opened; its members are told why. Its items can go on another agenda.
 * Repeated by the same person with the same reason it changes nothing.
 *
 * @throws AppError reason_missing, sitting_unknown, may_not_convene, sitting_called_off, already_voted_here
 */
export async function callOffSitting(
  deps: Deps,
  input: { actor: Actor; sittingId: string; reason: string },
): Promise<void> {
  const { actor, sittingId } = input;
  const reason = input.reason.normalize('NFC').trim();
  if (reason === '')
    throw new AppError('reason_missing', { say: (l) => phrases[l].reasonMissing, field: 'reason' });
  await inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`select id from sitting where id = ${sittingId}::uuid for update`;
    const same = { id: sittingId, calledOffById: actor.personId, calledOffReason: reason };
    if ((await tx.sitting.count({ where: same })) > 0) return;
    await holdToRun(deps, tx, input);
    // Held, so that no ballot opens meanwhile.
    await tx.$queryRaw`
      select id from agenda_item where sitting_id = ${sittingId}::uuid order by id for update`;
    if ((await tx.ballot.count({ where: { agendaItem: { sittingId } } })) > 0)
      throw new AppError('already_voted_here', {
        say: (l) => phrases[l].alreadyVotedHere,
        field: 'reason',
      });
    await tx.$executeRaw`
      update sitting set called_off_at = app_now(), called_off_by_id = ${actor.personId}::uuid,
        called_off_reason = ${reason}
      where id = ${sittingId}::uuid`;
    await audit(tx, {
      kind: 'council.sitting_called_off',
      subjectId: sittingId,
      actorId: actor.personId,
      reason,
    });
    const attendees = await attendeesOf(deps, tx, sittingId);
    const about = { params: {}, subjectId: sittingId };
    await sendMessages(
      tx,
      sittingCalledOff,
      toldOf(attendees).map((personId) => ({ to: { personId }, ...about })),
    );
    await refreshAgenda(tx, sittingId);
  });
}
