import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import { dateColumn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { preview } from '../messages.ts';
import { type CampaignPlan, planMark } from '../rules.ts';
import { planProblems } from './check-essentials.ts';
import { lockOwnCampaign, requireDraft, requireSeen } from './own-draft.ts';

/** The draft that is being amended and the mark of it that its author saw. */
export interface SeenDraft {
  campaignId: string;
  mark: string;
}

/**
 * Keeps a campaign as a draft and has its preview sent to the author; nothing is published. The same
 * submission twice makes one draft. An amendment changes the draft, and the preview in place.
 *
 * @returns the campaign's id
 */
export async function saveDraft(
  deps: Deps,
  input: { actor: Actor; plan: CampaignPlan; amends: SeenDraft | null; submissionKey: string },
): Promise<string> {
  const { actor, plan, amends, submissionKey } = input;
  return inTransaction(deps.db, async (tx) => {
    const problem = (await planProblems(tx, { actor, plan, on: today(deps) }))[0];
    if (problem) {
      const { say, field } = problem;
      throw new AppError('plan_refused', { say, field, message: field });
    }
    return amends ? amend(tx, actor, plan, amends) : create(tx, actor, plan, submissionKey);
  });
}

async function create(
  tx: Tx,
  actor: Actor,
  plan: CampaignPlan,
  submissionKey: string,
): Promise<string> {
  const [made] = await tx.campaign.createManyAndReturn({
    data: [{ ...columnsOf(plan), authorId: actor.personId, submissionKey }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!made) {
    const before = await tx.campaign.findUniqueOrThrow({
      where: { submissionKey },
      select: { id: true },
    });
    return before.id;
  }
  await addChannels(tx, made.id, plan);
  await audit(tx, {
    kind: 'campaign.drafted',
    subjectId: made.id,
    actorId: actor.personId,
    after: { name: plan.name, unitId: plan.unitId },
  });
  await sendMessage(tx, preview, {
    to: { personId: actor.personId },
    params: {},
    subjectId: made.id,
    dedupeKey: `${preview.purpose}:${made.id}`,
  });
  return made.id;
}

async function amend(
  tx: Tx,
  actor: Actor,
  plan: CampaignPlan,
  { campaignId, mark }: SeenDraft,
): Promise<string> {
  const draft = await lockOwnCampaign(tx, { actor, campaignId });
  requireDraft(draft);
  // The same amendment handed in twice: it stands already.
  if (planMark(draft.plan) === planMark(plan)) return campaignId;
  requireSeen(draft, mark);
  await tx.campaign.update({ where: { id: campaignId }, data: columnsOf(plan) });
  await tx.campaignChannel.deleteMany({ where: { campaignId } });
  await addChannels(tx, campaignId, plan);
  await audit(tx, {
    kind: 'campaign.amended',
    subjectId: campaignId,
    actorId: actor.personId,
    before: { ...draft.plan, channelIds: [...draft.plan.channelIds] },
    after: { ...plan, channelIds: [...plan.channelIds] },
  });
  await refreshMessages(tx, preview, campaignId);
  return campaignId;
}

function columnsOf(plan: CampaignPlan) {
  const { channelIds: _, startsOn, endsOn, ...texts } = plan;
  return { ...texts, startsOn: dateColumn(startsOn), endsOn: dateColumn(endsOn) };
}

async function addChannels(tx: Tx, campaignId: string, plan: CampaignPlan): Promise<void> {
  const channels = [...new Set(plan.channelIds)];
  await tx.campaignChannel.createMany({
    data: channels.map((channelId) => ({ campaignId, channelId })),
  });
}
