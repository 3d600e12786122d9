import { inTransaction } from '../../database/transaction.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { requireLauncher } from '../approval/require-launcher.ts';
import { latenessesOf } from './late-queries.ts';
import { openChased } from './open-chasing.ts';
import { urgingRefusal } from './urging-refusal.ts';
import { claimUrgings, tellUrged } from './write-urgings.ts';

/**
 * Urges a unit by hand about all that it is late with in a campaign: by whoever may launch it, once a day. The same
 * twice is once.
 *
 * @returns whether it was urged now
 * @throws AppError chasing_gone, not_organiser, may_not_launch, not_late
 */
export async function urgeByHand(
  deps: Deps,
  { actor, campaignId, unitId }: { actor: Actor; campaignId: string; unitId: string },
): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`select from campaign where id = ${campaignId}::uuid for share`;
    const { campaign } = await openChased(deps, tx, { actor, campaignId });
    await requireLauncher(deps, tx, { actor, unitId: campaign.unitId });
    const on = today(deps);
    const late = (await latenessesOf(deps, tx, [campaignId])).filter(
      (one) => one.unitId === unitId,
    );
    if (late.length === 0) throw urgingRefusal('not_late', (say) => say.notLate);
    const claimed = await tx.$executeRaw`
      insert into campaign_hand_urging (campaign_id, unit_id, day, by_id)
      values (${campaignId}::uuid, ${unitId}::uuid, ${on}::date, ${actor.personId}::uuid)
      on conflict do nothing`;
    if (claimed === 0) return false;
    // What is urged by hand is not urged again by itself.
    await claimUrgings(tx, late);
    const dedupe = `${campaignId}:${unitId}:${on}`;
    await tellUrged(tx, { late, on, actorId: actor.personId, dedupe });
    return true;
  });
}
