import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { auditAll } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { sqlOfficeHours } from '../../kernel/sql-office-hours.ts';
import { instantAt } from '../../kernel/time.ts';
import { monthDigest } from '../messages.ts';
import { monthFrom } from '../rules.ts';

/**
 * Posts the digest of the month before in each channel that had a praise in it: once, on however many
 * machines, from the first working hours of the new month; late in that month rather than never. A channel
 * whose posts were all taken down gets none.
 */
export async function postDigests(deps: Deps): Promise<void> {
  const { zone } = deps;
  const month = monthFrom(today(deps), -1);
  const from = instantAt(month, '00:00', zone);
  const to = instantAt(monthFrom(month, 1), '00:00', zone);
  await inTransaction(deps.db, async (tx) => {
    const claimed = await tx.$queryRaw<{ id: string; channelId: string }[]>`
      insert into exemplar_digest (month, channel_id)
      select distinct ${month}::date, posted.channel_id
      from exemplar_channel as posted
      join exemplar on exemplar.id = posted.exemplar_id and exemplar.state = 'published'
      where posted.posted_at >= ${from}::timestamptz and posted.posted_at < ${to}::timestamptz
        and app_now() >= ${to}::timestamptz
        and ${sqlOfficeHours(zone)}
      on conflict (month, channel_id) do nothing
      returning id::text, channel_id as "channelId"`;
    await auditAll(
      tx,
      claimed.map(({ id, channelId }) => ({
        kind: 'exemplar.digest_posted',
        subjectId: id,
        actorId: null,
        after: { month, channelId },
      })),
    );
    await sendMessages(
      tx,
      monthDigest,
      claimed.map(({ id, channelId }) => ({
        to: { channelId },
        params: {},
        subjectId: id,
        dedupeKey: `${monthDigest.purpose}:${id}`,
      })),
    );
  });
}
