import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { dateColumn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { preview } from '../messages.ts';
import { type CampaignPlan, isWhole, planMark, planRecord } from '../rules.ts';
import { lockOwnCampaign, requireDraft, requireSeen } from './own-draft.ts';

/** A form that writes a draft through its steps. */
export interface DraftForm {
  /** Of the draft; made when the form is opened, so that its steps write one. */
  campaignId: string;
  formKey: string;
  /** The mark of the draft as the author saw it when they opened the form; null: it is new. */
  seen: string | null;
}

/**
 * Changes a draft of the actor's own by one step of a form. A form goes on where it was; another one has to
 * have seen what it changes. The same twice is once. As soon as the plan is whole, its preview goes to the
 * author; later it is redrawn in place.
 *
 * @returns the mark of the draft as it is now
 * @throws AppError draft_gone, already_published, plan_submitted, draft_changed
 */
export async function changeDraft(
  tx: Tx,
  { actor, form, change }: { actor: Actor; form: DraftForm; change: Partial<CampaignPlan> },
): Promise<string> {
  const { campaignId, formKey, seen } = form;
  const draft = await lockOwnCampaign(tx, { actor, campaignId });
  requireDraft(draft);
  const plan: CampaignPlan = { ...draft.plan, ...change };
  const mark = planMark(plan);
  if (planMark(draft.plan) !== mark) {
    if (draft.formKey !== formKey) requireSeen(draft, seen);
    await writePlan(tx, { campaignId, before: draft.plan, plan, formKey });
    await audit(tx, {
      kind: 'campaign.amended',
      subjectId: campaignId,
      actorId: actor.personId,
      before: planRecord(draft.plan),
      after: planRecord(plan),
    });
  }
  await showPreview(tx, { actor, campaignId, plan });
  return mark;
}

/** Sends the preview of a plan that is whole, once; one that was sent is redrawn. */
async function showPreview(
  tx: Tx,
  { actor, campaignId, plan }: { actor: Actor; campaignId: string; plan: CampaignPlan },
): Promise<void> {
  if (isWhole(plan))
    await sendMessage(tx, preview, {
      to: { personId: actor.personId },
      params: {},
      subjectId: campaignId,
      dedupeKey: `${preview.purpose}:${campaignId}`,
    });
  await refreshMessages(tx, preview, campaignId);
}

/** Writes a plan over the one before. */
export async function writePlan(
  tx: Tx,
  write: { campaignId: string; before: CampaignPlan | null; plan: CampaignPlan; formKey?: string },
): Promise<void> {
  const { campaignId, before, plan, formKey } = write;
  const now = await tx.$queryRaw<{ now: Date }[]>`select app_now() as now`;
  await tx.campaign.update({
    where: { id: campaignId },
    data: {
      ...planData(plan),
      ...(formKey === undefined ? {} : { formKey }),
      ...(now[0] ? { updatedAt: now[0].now } : {}),
    },
    select: { id: true },
  });
  const of = { where: { campaignId } };
  if (!same(before?.channelIds, plan.channelIds)) {
    await tx.campaignChannel.deleteMany(of);
    const channels = [...new Set(plan.channelIds)];
    await tx.campaignChannel.createMany({
      data: channels.map((channelId) => ({ campaignId, channelId })),
    });
  }
  if (!same(before?.scopeUnitIds, plan.scopeUnitIds)) {
    await tx.campaignScope.deleteMany(of);
    const units = [...new Set(plan.scopeUnitIds)];
    await tx.campaignScope.createMany({ data: units.map((unitId) => ({ campaignId, unitId })) });
  }
  if (!same(before?.checkDays, plan.checkDays)) {
    await tx.campaignCheck.deleteMany(of);
    const days = [...new Set(plan.checkDays)].map(dateColumn);
    await tx.campaignCheck.createMany({
      data: days.map((plannedOn) => ({ campaignId, plannedOn })),
    });
  }
}

/** The columns of a plan. */
export function planData(plan: CampaignPlan) {
  const { scopeUnitIds: _scope, checkDays: _checks, channelIds: _channels, ...rest } = plan;
  const { picture, startsOn, endsOn, midtermOn, finalReviewOn, budget, pledgeBy, ...columns } =
    rest;
  return {
    ...columns,
    startsOn: dateColumn(startsOn),
    endsOn: dateColumn(endsOn),
    midtermOn: midtermOn === null ? null : dateColumn(midtermOn),
    finalReviewOn: finalReviewOn === null ? null : dateColumn(finalReviewOn),
    pledgeBy: pledgeBy === null ? null : dateColumn(pledgeBy),
    budget: budget === null ? null : BigInt(budget),
    pictureId: picture?.fileId ?? null,
    pictureAlt: picture?.alt ?? null,
  } satisfies Prisma.CampaignUncheckedUpdateInput;
}

function same(before: readonly string[] | undefined, now: readonly string[]): boolean {
  return before?.toSorted().join('\n') === now.toSorted().join('\n');
}
