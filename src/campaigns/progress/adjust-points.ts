import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type AppError, throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { requireLauncher } from '../approval/require-launcher.ts';
import { readAmount } from './amounts.ts';
import { lockProgress, type ProgressCampaign, progressOf } from './progress-queries.ts';
import { progressRefusal } from './progress-refusal.ts';
import { PROGRESS_LIMITS, takesFigures } from './progress-rules.ts';

/** A bonus or penalty as it stands, or as it was taken back. */
export interface Adjustment {
  id: string;
  unitName: string;
  /** In hundredths; a penalty is below nothing. */
  points: bigint;
  reason: string;
  madeBy: string;
}

/**
 * A campaign to whose units the actor may give points: launched, before its final review, by whoever may launch it.
 *
 * @throws AppError progress_gone, may_not_launch, not_taken
 */
export async function openPoints(
  deps: Deps,
  tx: Tx,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<ProgressCampaign> {
  const on = today(deps);
  const campaign = await progressOf(tx, campaignId, on);
  await requireLauncher(deps, tx, { actor, unitId: campaign.unitId });
  if (!takesFigures(campaign, on)) throw progressRefusal('not_taken', (say) => say.notTaken);
  return campaign;
}

/** The bonuses and penalties that stand, oldest first. */
export async function adjustmentsOf(tx: Tx, campaignId: string): Promise<Adjustment[]> {
  const rows = await tx.campaignAdjustment.findMany({
    where: { campaignId, takenBackAt: null },
    orderBy: { seq: 'asc' },
    select: {
      ...{ id: true, points: true, reason: true },
      unit: { select: { name: true } },
      madeBy: { select: { fullName: true } },
    },
  });
  return rows.map(({ unit, madeBy, points, ...row }) => ({
    ...row,
    points: BigInt(points),
    unitName: unit.name,
    madeBy: madeBy.fullName,
  }));
}

/**
 * Gives a unit points beside its indicators, or takes some off, with a reason. The same twice is once.
 *
 * @param input.adjustmentId from the form, so that it is kept once
 * @returns whether it was kept now
 * @throws AppError as `openPoints`; not_compared, wrong_points or reason_missing, each at its field
 */
export async function givePoints(
  deps: Deps,
  input: {
    actor: Actor;
    campaignId: string;
    adjustmentId: string;
    unitId: string;
    kind: 'bonus' | 'penalty';
    points: string;
    reason: string;
  },
): Promise<boolean> {
  const { actor, campaignId, adjustmentId: id, unitId, kind } = input;
  return inTransaction(deps.db, async (tx) => {
    await lockProgress(tx, campaignId);
    const campaign = await openPoints(deps, tx, { actor, campaignId });
    if (await tx.campaignAdjustment.count({ where: { id } })) return false;
    const amount = readAmount(input.points) ?? 0n;
    const reason = input.reason.trim();
    const most = PROGRESS_LIMITS.points;
    const wrong: AppError[] = [];
    if (!campaign.units.some((unit) => unit.id === unitId))
      wrong.push(progressRefusal('not_compared', (say) => say.notCompared, 'unit'));
    if (amount === 0n || amount > BigInt(most) * 100n)
      wrong.push(progressRefusal('wrong_points', (say) => say.wrongPoints({ most }), 'points'));
    if (reason === '')
      wrong.push(progressRefusal('reason_missing', (say) => say.whyMissing, 'reason'));
    throwTogether(wrong);
    const points = Number(kind === 'bonus' ? amount : -amount);
    await tx.campaignAdjustment.create({
      data: { id, campaignId, unitId, points, reason, madeById: actor.personId },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'campaign.points_given',
      subjectId: campaignId,
      actorId: actor.personId,
      after: { id, unitId, points },
      reason,
    });
    return true;
  });
}

/**
 * Takes points back that were given, with a reason; the row is kept. The same twice is once.
 *
 * @returns whether it was taken back now
 * @throws AppError as `openPoints`; reason_missing at its field
 */
export async function takePointsBack(
  deps: Deps,
  input: { actor: Actor; campaignId: string; adjustmentId: string; reason: string },
): Promise<boolean> {
  const { actor, campaignId, adjustmentId: id } = input;
  const reason = input.reason.trim();
  return inTransaction(deps.db, async (tx) => {
    await lockProgress(tx, campaignId);
    await openPoints(deps, tx, { actor, campaignId });
    if (reason === '') throw progressRefusal('reason_missing', (say) => say.whyMissing, 'reason');
    const taken = await tx.$executeRaw`
      update campaign_adjustment
      set taken_back_at = app_now(), taken_back_by_id = ${actor.personId}::uuid,
        taken_back_reason = ${reason}
      where id = ${id}::uuid and campaign_id = ${campaignId}::uuid and taken_back_at is null`;
    if (taken === 0) return false;
    await audit(tx, {
      kind: 'campaign.points_taken_back',
      subjectId: campaignId,
      actorId: actor.personId,
      before: { id },
      reason,
    });
    return true;
  });
}
