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
  plan: CampaignPlan;
}

/**
 * The actor's own campaign, its row locked until the end of the transaction, so that what is read here
 * still holds when it is written.
 *
 * @throws AppError when there is no such campaign (any more) or it is somebody else's
 */
export async function lockOwnCampaign(
  tx: Tx,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<LockedCampaign> {
  await tx.$queryRaw`select from campaign where id = ${campaignId}::uuid for update`;
  const row = await tx.campaign.findUnique({
    where: { id: campaignId, authorId: actor.personId },
    select: { state: true, code: true, ...planColumns },
  });
  if (!row) throw new AppError('draft_gone', { say: (language) => phrases[language].draftGone });
  const { state, code, ...plan } = row;
  return { id: campaignId, state, code, plan: planOf(plan) };
}

/** @throws AppError when the campaign is out already */
export function requireDraft(campaign: LockedCampaign): void {
  const { state, code } = campaign;
  if (state === 'draft') return;
  throw new AppError('already_published', {
    say: (language) => phrases[language].alreadyPublished({ code: code ?? '' }),
  });
}

/** @throws AppError when the draft was changed after the person saw it */
export function requireSeen(campaign: LockedCampaign, seen: string): void {
  if (planMark(campaign.plan) === seen) return;
  throw new AppError('draft_changed', { say: (language) => phrases[language].draftChanged });
}
