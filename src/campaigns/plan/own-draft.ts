import type { Tx } from '../../database/client.ts';
import type { CampaignState } from '../../database/generated/enums.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { phrases } from '../phrases.ts';
import { planColumns, planOf } from '../queries.ts';
import { type CampaignPlan, planMark } from '../rules.ts';

export interface LockedCampaign {
  id: string;
  state: CampaignState;
  code: string | null;
  authorId: string;
  formKey: string;
  plan: CampaignPlan;
}

/** A draft and the mark of it that a person saw. */
export interface SeenDraft {
  campaignId: string;
  mark: string;
}

/**
 * A campaign, its row locked until the end of the transaction, so that what is read here still holds when
 * it is written.
 *
 * @throws AppError draft_gone when there is no such campaign (any more)
 */
export async function lockCampaign(tx: Tx, campaignId: string): Promise<LockedCampaign> {
  await tx.$queryRaw`select from campaign where id = ${campaignId}::uuid for update`;
  return readCampaign(tx, campaignId);
}

/**
 * The same to be shown only: nothing is locked.
 *
 * @throws AppError draft_gone when there is no such campaign (any more)
 */
export async function readCampaign(tx: Tx, campaignId: string): Promise<LockedCampaign> {
  const row = await tx.campaign.findUnique({
    where: { id: campaignId },
    select: { state: true, code: true, authorId: true, formKey: true, ...planColumns },
  });
  if (!row) throw draftGone();
  const { state, code, authorId, formKey } = row;
  return { id: campaignId, state, code, authorId, formKey, plan: planOf(row) };
}

/**
 * The same of the actor's own.
 *
 * @throws AppError draft_gone when there is no such campaign (any more) or it is somebody else's
 */
export async function lockOwnCampaign(
  tx: Tx,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<LockedCampaign> {
  const campaign = await lockCampaign(tx, campaignId);
  if (campaign.authorId !== actor.personId) throw draftGone();
  return campaign;
}

function draftGone(): AppError {
  return new AppError('draft_gone', { say: (language) => phrases[language].draftGone });
}

/** @throws AppError already_published, or plan_submitted while others have it */
export function requireDraft(campaign: LockedCampaign): void {
  const { state, code } = campaign;
  if (state === 'draft') return;
  if (state === 'submitted' || state === 'approved')
    throw new AppError('plan_submitted', {
      say: (language) => phrases[language].notEditable[state],
    });
  throw new AppError('already_published', {
    say: (language) => phrases[language].alreadyPublished({ code: code ?? '' }),
  });
}

/** @throws AppError draft_changed when the plan was changed after the person saw it */
export function requireSeen(campaign: Pick<LockedCampaign, 'plan'>, seen: string | null): void {
  if (planMark(campaign.plan) === seen) return;
  throw new AppError('draft_changed', { say: (language) => phrases[language].draftChanged });
}
