import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { throwTogether } from '../../kernel/errors.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders } from '../../people/queries.ts';
import { findings, mendingSettled, mendingTold } from '../messages.ts';
import { redrawUrgings } from '../urging/redraw-urgings.ts';
import type { CampaignCheck, CheckedUnit, Mending } from './check-queries.ts';
import { checkRefusal } from './check-refusal.ts';
import { lockAsChecker } from './check-rights.ts';

/** What a unit said that it mended, with where it belongs. */
export interface OpenMending {
  check: CampaignCheck;
  part: CheckedUnit;
  mending: Mending;
}

/** For the form that returns it. @throws AppError as `settleMending` */
export function openToReturn(
  deps: Deps,
  { actor, mendingId }: { actor: Actor; mendingId: string },
): Promise<OpenMending> {
  return inTransaction(deps.db, async (tx) => {
    const found = await lockMending(tx, { actor, mendingId });
    if (found.mending.outcome !== null) throw settledAlready();
    return found;
  });
}

export type MendingVerdict =
  | { outcome: 'accepted' }
  | { outcome: 'returned'; reason: string; mendBy: Day | null };

/**
 * One of those who check accepts what a unit says that it mended, or returns it with a reason and the day by which it
 * is to be mended. The head of the unit is told. The first verdict counts; the same twice is once.
 *
 * @throws AppError check_gone, not_checker, check_struck, campaign_not_checked, own_mending, mending_settled; reason_missing,
 *   mend_by_missing or mend_by_past at its field
 */
export async function settleMending(
  deps: Deps,
  input: { actor: Actor; mendingId: string; verdict: MendingVerdict },
): Promise<OpenMending> {
  const { actor, mendingId, verdict } = input;
  return inTransaction(deps.db, async (tx) => {
    const found = await lockMending(tx, { actor, mendingId });
    const { check, part, mending } = found;
    const { outcome } = verdict;
    const reason = verdict.outcome === 'returned' ? verdict.reason.normalize().trim() : null;
    if (mending.outcome !== null) {
      if (mending.outcome === outcome && mending.reason === reason) return found;
      throw settledAlready();
    }
    const mendBy = verdict.outcome === 'returned' ? verdict.mendBy : part.mendBy;
    if (verdict.outcome === 'returned') requireWhole(deps, { reason, mendBy });
    await tx.$executeRaw`
      update campaign_mending set outcome = ${outcome}::mending_outcome, reason = ${reason},
        settled_by_id = ${actor.personId}::uuid, settled_at = app_now()
      where id = ${mendingId}::uuid`;
    await tx.$executeRaw`
      update campaign_check_unit set mend_by = ${mendBy}::date where id = ${part.id}::uuid`;
    await audit(tx, {
      kind: outcome === 'accepted' ? 'campaign.mending_accepted' : 'campaign.mending_returned',
      subjectId: check.campaign.id,
      actorId: actor.personId,
      before: { mendingId, mendBy: part.mendBy },
      after: { mendingId, mendBy },
      ...(reason === null ? {} : { reason }),
    });
    await tell(deps, tx, found);
    return found;
  });
}

function requireWhole(
  deps: Deps,
  { reason, mendBy }: { reason: string | null; mendBy: Day | null },
) {
  throwTogether([
    ...(reason ? [] : [checkRefusal('reason_missing', (say) => say.reasonMissing, 'reason')]),
    ...(mendBy === null
      ? [checkRefusal('mend_by_missing', (say) => say.mendByMissing, 'mendBy')]
      : mendBy < today(deps)
        ? [checkRefusal('mend_by_past', (say) => say.mendByPast, 'mendBy')]
        : []),
  ]);
}

async function tell(deps: Deps, tx: Tx, { check, part, mending }: OpenMending): Promise<void> {
  const { unitId } = part;
  const heads = await nearestHolders(tx, { role: 'head', unitId, on: today(deps) });
  await sendMessages(
    tx,
    mendingSettled,
    [...new Set([...heads, mending.toldById])].map((personId) => ({
      to: { personId },
      params: {},
      subjectId: mending.id,
    })),
  );
  await refreshMessages(tx, mendingTold, mending.id);
  await refreshMessages(tx, findings, part.id);
  await redrawUrgings(tx, { campaignId: check.campaign.id, unitId });
}

async function lockMending(
  tx: Tx,
  { actor, mendingId }: { actor: Actor; mendingId: string },
): Promise<OpenMending> {
  const row = await tx.campaignMending.findUnique({
    where: { id: mendingId },
    select: { checkUnitId: true },
  });
  if (!row) throw checkRefusal('check_gone', (say) => say.gone);
  const found = await lockAsChecker(tx, { actor, checkUnitId: row.checkUnitId });
  const mending = found.part.mendings.find(({ id }) => id === mendingId);
  if (!mending) throw checkRefusal('check_gone', (say) => say.gone);
  // Somebody may have come to check after they had headed the unit.
  if (mending.toldById === actor.personId)
    throw checkRefusal('own_mending', (say) => say.ownMending);
  return { ...found, mending };
}

function settledAlready() {
  return checkRefusal('mending_settled', (say) => say.settledAlready);
}
