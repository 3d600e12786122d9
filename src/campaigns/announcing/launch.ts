import type { Tx } from '../../database/client.ts';
import { nextInRegister } from '../../database/next-in-register.ts';
import { refreshMessages, sendMessage, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { announcement, direct, preview } from '../messages.ts';
import type { LockedCampaign } from '../plan/own-draft.ts';
import { addressedUnits, peopleIn } from '../plan/scope-queries.ts';
import { campaignCode } from '../rules.ts';

/** What came of an approval: launched under a code, or to be launched at its time. */
export type Launched = { code: string; launchAt: null } | { code: null; launchAt: Date };

/**
 * Launches a locked campaign whose words its approver has seen, at once or, where its time is yet to come, by
 * the calendar: draft or submitted → approved → published.
 */
export async function approveAndLaunch(
  deps: Deps,
  tx: Tx,
  { campaign, approverId }: { campaign: LockedCampaign; approverId: string },
): Promise<Launched> {
  const { id, state, plan } = campaign;
  const { launchAt } = plan;
  if (launchAt === null || launchAt <= deps.clock.now()) {
    const code = await publish(deps, tx, { campaign, approverId, actorId: approverId });
    return { code, launchAt: null };
  }
  await tx.$executeRaw`
    update campaign set state = 'approved', approved_at = app_now(), approved_by_id = ${approverId}::uuid
    where id = ${id}::uuid`;
  await audit(tx, {
    kind: 'campaign.approved',
    subjectId: id,
    actorId: approverId,
    before: { state },
    after: { state: 'approved', launchAt: launchAt.toISOString() },
  });
  await refreshMessages(tx, preview, id);
  return { code: null, launchAt };
}

/**
 * Publishes a locked campaign: a code of the year's register, one announcement for each channel and, if so
 * wished, one for everybody in its scope.
 *
 * @param input.actorId null: the calendar, at the time set
 * @returns the code
 */
export async function publish(
  deps: Deps,
  tx: Tx,
  input: { campaign: LockedCampaign; approverId: string | null; actorId: string | null },
): Promise<string> {
  const { campaign, approverId, actorId } = input;
  const { id, state, plan } = campaign;
  const year = Number(today(deps).slice(0, 4));
  const code = campaignCode(year, await nextInRegister(tx, 'campaign', year));
  await tx.$executeRaw`
    update campaign set state = 'published', code = ${code}, published_at = app_now(),
      approved_at = coalesce(approved_at, app_now()),
      approved_by_id = coalesce(approved_by_id, ${approverId}::uuid)
    where id = ${id}::uuid`;
  await audit(tx, {
    kind: 'campaign.published',
    subjectId: id,
    actorId,
    before: { state },
    after: { state: 'published', code, channelIds: [...plan.channelIds] },
  });
  for (const channelId of plan.channelIds) {
    await sendMessage(tx, announcement, {
      to: { channelId },
      params: {},
      subjectId: id,
      dedupeKey: `${announcement.purpose}:${id}:${channelId}`,
    });
  }
  if (plan.toPersons) {
    const people = await peopleIn(tx, addressedUnits(plan), today(deps));
    await sendMessages(
      tx,
      direct,
      people.map((personId) => ({
        to: { personId },
        params: {},
        subjectId: id,
        dedupeKey: `${direct.purpose}:${id}:${personId}`,
      })),
    );
  }
  await refreshMessages(tx, preview, id);
  return code;
}
