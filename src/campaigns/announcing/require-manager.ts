import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { requireLauncher } from '../approval/require-launcher.ts';
import { type LockedCampaign, lockCampaign } from '../plan/own-draft.ts';
import { announcingPhrases } from './announcing-phrases.ts';

/**
 * A launched campaign, locked, for one who may change or withdraw it: whoever may launch for its unit.
 *
 * @throws AppError draft_gone, may_not_launch, not_out when it is not launched, over or withdrawn
 */
export async function lockOut(
  deps: Deps,
  tx: Tx,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<LockedCampaign> {
  const campaign = await lockCampaign(tx, campaignId);
  await requireLauncher(deps, tx, { actor, unitId: campaign.plan.unitId });
  if (campaign.state !== 'published')
    throw new AppError('not_out', { say: (language) => announcingPhrases[language].notOut });
  return campaign;
}
