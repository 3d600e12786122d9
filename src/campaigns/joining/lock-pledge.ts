import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { headedUnits } from '../authority.ts';
import { findPledge, type Pledge } from './pledge-queries.ts';
import { pledgeRefusal } from './pledge-refusal.ts';
import { type OpenCampaign, openCampaign } from './require-open.ts';

/**
 * A pledge of the actor's, their own or of a unit that they head now, locked, in a campaign that runs. The
 * campaign's row is held shared, so that a withdrawal of the campaign waits.
 *
 * @throws AppError pledge_gone, pledge_not_yours, campaign_over, campaign_withdrawn
 */
export async function lockOwnPledge(
  deps: Deps,
  tx: Tx,
  { actor, pledgeId }: { actor: Actor; pledgeId: string },
): Promise<{ pledge: Pledge; campaign: OpenCampaign }> {
  const found = await findPledge(tx, pledgeId);
  if (!found) throw pledgeGone();
  const own = found.person
    ? found.person.id === actor.personId
    : (await headedUnits(tx, actor, today(deps))).some((unit) => unit.id === found.atUnit.id);
  if (!own) throw pledgeRefusal('pledge_not_yours', (words) => words.notYours);
  await tx.$queryRaw`select from campaign where id = ${found.campaign.id}::uuid for share`;
  const campaign = await openCampaign(deps, found.campaign.id, tx);
  await tx.$queryRaw`select from campaign_pledge where id = ${pledgeId}::uuid for update`;
  const pledge = await findPledge(tx, pledgeId);
  if (!pledge) throw pledgeGone();
  return { pledge, campaign };
}

export function pledgeGone() {
  return pledgeRefusal('pledge_gone', (words) => words.gone);
}
