import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders, unitsHeld } from '../../people/queries.ts';
import { requireLauncher } from '../approval/require-launcher.ts';
import { type ChasingRights, chasingRights } from '../urging/chasing-rights.ts';
import {
  type CampaignCheck,
  type CheckedCampaign,
  type CheckedUnit,
  findCheck,
  findChecked,
} from './check-queries.ts';
import { checkRefusal } from './check-refusal.ts';

/** Those who read what was found in a unit, there and above. */
const READING = ['head', 'secretary'] as const;

/** What an actor may see and do about a check. */
export interface CheckRights extends ChasingRights {
  /** Records findings, accepts and returns mending. */
  checks: boolean;
  /** The parts whose findings they read. */
  readable: ReadonlySet<string>;
}

/** Findings are for those who organise, those who check, and the unit with those above it. */
export async function checkRights(
  deps: Deps,
  tx: Tx,
  { actor, check }: { actor: Actor; check: CampaignCheck },
): Promise<CheckRights> {
  const organising = await chasingRights(deps, tx, actor, check.campaign);
  const checks = check.checkers.some(({ id }) => id === actor.personId);
  const all = organising.organises || checks;
  const unitIds = check.units.map(({ unitId }) => unitId);
  const held = all ? new Set(unitIds) : await unitsHeld(tx, actor, READING, unitIds);
  const readable = check.units.filter(({ unitId }) => held.has(unitId)).map(({ id }) => id);
  return { ...organising, checks, readable: new Set(readable) };
}

/** A check, for whoever has anything to see of it. @throws AppError check_gone, check_not_yours */
export async function openCheck(
  deps: Deps,
  tx: Tx,
  { actor, checkId }: { actor: Actor; checkId: string },
): Promise<{ check: CampaignCheck; rights: CheckRights }> {
  const check = await findCheck(tx, checkId);
  if (!check) throw checkRefusal('check_gone', (say) => say.gone);
  const rights = await checkRights(deps, tx, { actor, check });
  if (!rights.organises && !rights.checks && rights.readable.size === 0)
    throw checkRefusal('check_not_yours', (say) => say.notYours);
  return { check, rights };
}

/**
 * Waits for whoever changes the same check, until the end of the transaction. The campaign's row is held shared, so that
 * its review and its withdrawal wait.
 */
export async function lockCheck(tx: Tx, checkId: string): Promise<void> {
  await tx.$queryRaw`
    select from campaign
    where id = (select campaign_id from campaign_check where id = ${checkId}::uuid) for share`;
  await tx.$queryRaw`select from campaign_check where id = ${checkId}::uuid for update`;
}

/**
 * Refuses whoever does not plan the checks of a campaign, and a campaign that is over.
 *
 * @throws AppError may_not_launch, campaign_not_checked
 */
export async function requirePlanner(
  deps: Deps,
  tx: Tx,
  { actor, campaign }: { actor: Actor; campaign: Pick<CheckedCampaign, 'unitId' | 'state'> },
): Promise<void> {
  await requireLauncher(deps, tx, { actor, unitId: campaign.unitId });
  requireOut(campaign);
}

/** @throws AppError campaign_not_checked */
function requireOut({ state }: Pick<CheckedCampaign, 'state'>): void {
  if (state === 'published' || state === 'closed') return;
  throw checkRefusal('campaign_not_checked', (say) => say.campaignOver);
}

/**
 * A check that can still be moved or struck, locked: none of its units is recorded.
 *
 * @throws AppError check_gone, may_not_launch, campaign_not_checked, check_struck, check_begun
 */
export async function lockOpenCheck(
  deps: Deps,
  tx: Tx,
  { actor, checkId }: { actor: Actor; checkId: string },
): Promise<CampaignCheck> {
  const check = await lockPlanned(deps, tx, { actor, checkId });
  if (check.units.some(({ recordedAt }) => recordedAt !== null))
    throw checkRefusal('check_begun', (say) => say.begun);
  return check;
}

/**
 * A check that was not struck, locked, for one who plans it.
 *
 * @throws AppError check_gone, may_not_launch, campaign_not_checked, check_struck
 */
export async function lockPlanned(
  deps: Deps,
  tx: Tx,
  { actor, checkId }: { actor: Actor; checkId: string },
): Promise<CampaignCheck> {
  await lockCheck(tx, checkId);
  const check = await findCheck(tx, checkId);
  if (!check) throw checkRefusal('check_gone', (say) => say.gone);
  await requirePlanner(deps, tx, { actor, campaign: check.campaign });
  requireNotStruck(check);
  return check;
}

/** @throws AppError check_struck */
function requireNotStruck({ struck }: CampaignCheck): void {
  if (struck) throw checkRefusal('check_struck', (say) => say.struckAlready);
}

/**
 * A unit's part of a check, locked, for one of those who check.
 *
 * @throws AppError check_gone, not_checker, campaign_not_checked, check_struck
 */
export async function lockAsChecker(
  tx: Tx,
  { actor, checkUnitId }: { actor: Actor; checkUnitId: string },
): Promise<{ check: CampaignCheck; part: CheckedUnit }> {
  const found = await lockPart(tx, checkUnitId);
  const { check } = found;
  if (!check.checkers.some(({ id }) => id === actor.personId)) {
    const names = check.checkers.map(({ fullName }) => fullName);
    throw checkRefusal('not_checker', (say) => say.notChecker({ names }));
  }
  requireOut(check.campaign);
  requireNotStruck(check);
  return found;
}

/**
 * The same for the head of the unit, or of the nearest above that has one.
 *
 * @throws AppError check_gone, not_head_checked, campaign_not_checked
 */
export async function lockAsHead(
  deps: Deps,
  tx: Tx,
  { actor, checkUnitId }: { actor: Actor; checkUnitId: string },
): Promise<{ check: CampaignCheck; part: CheckedUnit }> {
  const found = await lockPart(tx, checkUnitId);
  const { unitId, unitName } = found.part;
  const heads = await nearestHolders(tx, { role: 'head', unitId, on: today(deps) });
  if (!heads.includes(actor.personId))
    throw checkRefusal('not_head_checked', (say) => say.notHead({ unit: unitName }));
  requireOut(found.check.campaign);
  return found;
}

async function lockPart(
  tx: Tx,
  checkUnitId: string,
): Promise<{ check: CampaignCheck; part: CheckedUnit }> {
  const row = await tx.campaignCheckUnit.findUnique({
    where: { id: checkUnitId },
    select: { checkId: true },
  });
  if (row) await lockCheck(tx, row.checkId);
  const found = await findChecked(tx, { id: checkUnitId });
  if (!found) throw checkRefusal('check_gone', (say) => say.gone);
  return found;
}
