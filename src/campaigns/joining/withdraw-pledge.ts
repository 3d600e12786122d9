import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { announcement } from '../messages.ts';
import { lockOwnPledge } from './lock-pledge.ts';
import type { Pledge } from './pledge-queries.ts';
import { pledgeRefusal, readReason } from './pledge-refusal.ts';
import { redrawWaiting } from './redraw-waiting.ts';
import type { OpenCampaign } from './require-open.ts';

/** A pledge for the form that withdraws it. @throws AppError as `withdrawPledge` */
export function openPledgeWithdrawal(
  deps: Deps,
  { actor, pledgeId }: { actor: Actor; pledgeId: string },
): Promise<{ pledge: Pledge; campaign: OpenCampaign }> {
  return inTransaction(deps.db, async (tx) => {
    const found = await lockOwnPledge(deps, tx, { actor, pledgeId });
    if (found.pledge.state === 'withdrawn') throw withdrawn();
    return found;
  });
}

/**
 * Takes a pledge back with a reason, before the campaign ends: by whose it is, a unit's by its head. The same twice
 * is once.
 *
 * @throws AppError reason_missing, pledge_gone, pledge_not_yours, pledge_withdrawn, campaign_over, campaign_withdrawn
 */
export async function withdrawPledge(
  deps: Deps,
  input: { actor: Actor; pledgeId: string; reason: string },
): Promise<Pledge> {
  const { actor, pledgeId } = input;
  const reason = readReason(input.reason);
  return inTransaction(deps.db, async (tx) => {
    const { pledge, campaign } = await lockOwnPledge(deps, tx, { actor, pledgeId });
    if (pledge.state === 'withdrawn') {
      if (pledge.reason === reason) return pledge;
      throw withdrawn();
    }
    await tx.$executeRaw`
      update campaign_pledge set state = 'withdrawn', reason = ${reason}, settled_by_id = null, settled_at = null,
        made_by_id = ${actor.personId}::uuid, changed_at = app_now(), revision = revision + 1
      where id = ${pledgeId}::uuid`;
    await audit(tx, {
      kind: 'campaign.pledge_withdrawn',
      subjectId: campaign.id,
      actorId: actor.personId,
      before: { pledgeId, state: pledge.state },
      after: { pledgeId, state: 'withdrawn' },
      reason,
    });
    await refreshMessages(tx, announcement, campaign.id);
    await redrawWaiting(tx, [pledge], today(deps));
    return pledge;
  });
}

function withdrawn() {
  return pledgeRefusal('pledge_withdrawn', (words) => words.withdrawnAlready);
}
