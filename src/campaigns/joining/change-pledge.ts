import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { announcement } from '../messages.ts';
import { lockOwnPledge } from './lock-pledge.ts';
import { confirmersOf, findPledge, type Pledge } from './pledge-queries.ts';
import { pledgeRefusal, readTargets } from './pledge-refusal.ts';
import { judgeChange } from './pledge-rules.ts';
import { redrawWaiting } from './redraw-waiting.ts';
import type { OpenCampaign } from './require-open.ts';

/** A pledge for the form that changes it. @throws AppError as `changePledge` */
export function openChange(
  deps: Deps,
  { actor, pledgeId }: { actor: Actor; pledgeId: string },
): Promise<{ pledge: Pledge; campaign: OpenCampaign }> {
  return inTransaction(deps.db, async (tx) => {
    const found = await lockOwnPledge(deps, tx, { actor, pledgeId });
    requireChangeable(deps, found);
    return found;
  });
}

/**
 * Changes what is pledged, until the last day for changes and until it is confirmed; one that was returned goes to
 * the head again. How it was stays in its history. The same twice is once.
 *
 * @throws AppError pledge_gone, pledge_not_yours, pledge_confirmed, pledge_too_late, pledge_withdrawn, pledge_changed,
 *   targets_missing, targets_no_number, targets_too_long, campaign_over, campaign_withdrawn
 */
export async function changePledge(
  deps: Deps,
  input: { actor: Actor; pledgeId: string; revision: number; targets: string },
): Promise<Pledge> {
  const { actor, pledgeId, revision } = input;
  return inTransaction(deps.db, async (tx) => {
    const found = await lockOwnPledge(deps, tx, { actor, pledgeId });
    const { pledge, campaign } = found;
    const { person } = pledge;
    const targets = readTargets(input.targets, person === null);
    if (pledge.revision === revision + 1 && pledge.targets === targets) return pledge;
    requireChangeable(deps, found);
    if (pledge.revision !== revision)
      throw pledgeRefusal('pledge_changed', (words) => words.changedMeanwhile);
    const on = today(deps);
    const unitId = person ? actor.unitId : pledge.atUnit.id;
    const confirmers = person ? await confirmersOf(tx, actor, on) : [];
    const stands = confirmers.length === 0;
    await tx.$executeRaw`
      update campaign_pledge set targets = ${targets}, state = ${stands ? 'confirmed' : 'waiting'}::pledge_state,
        made_by_id = ${actor.personId}::uuid, at_unit_id = ${unitId}::uuid,
        settled_by_id = ${stands ? actor.personId : null}::uuid,
        settled_at = case when ${stands} then app_now() end,
        reason = null, told_at = null, changed_at = app_now(), revision = revision + 1
      where id = ${pledgeId}::uuid`;
    await audit(tx, {
      kind: 'campaign.pledge_changed',
      subjectId: campaign.id,
      actorId: actor.personId,
      before: { pledgeId, state: pledge.state, targets: pledge.targets },
      after: { pledgeId, state: stands ? 'confirmed' : 'waiting', targets },
    });
    await refreshMessages(tx, announcement, campaign.id);
    await redrawWaiting(tx, [pledge], on);
    return (await findPledge(tx, pledgeId)) ?? pledge;
  });
}

function requireChangeable(
  deps: Deps,
  { pledge, campaign }: { pledge: Pledge; campaign: OpenCampaign },
): void {
  const { lastChangeOn: lastDay } = campaign;
  const kept = { state: pledge.state, ofUnit: pledge.person === null };
  const verdict = judgeChange(kept, { on: today(deps), lastDay });
  if (verdict === 'may') return;
  throw pledgeRefusal(`pledge_${verdict}`, (words) =>
    words.notChangeable({ verdict, day: formatDay(lastDay), head: pledge.settledBy ?? '' }),
  );
}
