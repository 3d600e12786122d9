import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { dateColumn } from '../../kernel/time.ts';
import { invitation, sittingCard } from '../messages.ts';

/**
 * Invites members who came into office after a sitting was convened, until it begins or its roll is called. Each is
 * invited once, whoever looks.
 */
export async function inviteJoined(deps: Deps): Promise<void> {
  const on = dateColumn(today(deps));
  await inTransaction(deps.db, async (tx) => {
    const joined = await tx.$queryRaw<{ sittingId: string; personId: string }[]>`
      select sitting.id::text as "sittingId", member.person_id::text as "personId"
      from sitting
      join council_member as member on member.council_id = sitting.council_id
        and member.from_date <= ${on} and (member.to_date is null or member.to_date >= ${on})
      where sitting.starts_at > app_now() and sitting.called_off_at is null
        and not exists (
          select from sitting_attendance where sitting_id = sitting.id and attendance is not null)
        and not exists (
          select from outgoing_message as message
          where message.purpose = ${invitation.purpose} and message.subject_id = sitting.id
            and message.person_id = member.person_id)
      order by sitting.starts_at, sitting.id, member.person_id`;
    if (joined.length === 0) return;
    await sendMessages(
      tx,
      invitation,
      joined.map(({ sittingId, personId }) => ({
        to: { personId },
        params: {},
        subjectId: sittingId,
        dedupeKey: `${invitation.purpose}:${sittingId}:${personId}`,
      })),
    );
    await refreshMessages(tx, sittingCard, [...new Set(joined.map(({ sittingId }) => sittingId))]);
  });
}
