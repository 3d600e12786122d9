import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHoldersOf } from '../../people/queries.ts';
import { chasingRights } from '../urging/chasing-rights.ts';
import { urgingRefusal } from '../urging/urging-refusal.ts';
import { type CheckCounts, checkCounts } from './check-counts.ts';
import { type CampaignCheck, findChecks } from './check-queries.ts';
import { type CheckRights, checkRights, openCheck } from './check-rights.ts';

/** The checks of a campaign that an actor may see. */
export interface SeenChecks {
  campaign: { id: string; code: string; name: string };
  checks: { check: CampaignCheck; rights: CheckRights }[];
  /** For those who organise. */
  counts: CheckCounts | null;
  /** Whether the actor plans more of them. */
  plans: boolean;
}

/** @throws AppError chasing_gone */
export async function openChecks(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<SeenChecks> {
  const { db } = deps;
  const row = await db.campaign.findUnique({
    where: { id: campaignId },
    select: {
      ...{ id: true, code: true, name: true, state: true },
      ...{ unitId: true, authorId: true, contactId: true },
    },
  });
  if (!row?.code) throw urgingRefusal('chasing_gone', (say) => say.gone);
  const { manages, organises } = await chasingRights(deps, db, actor, row);
  const seen: SeenChecks['checks'] = [];
  for (const check of await findChecks(db, { campaignId })) {
    const rights = await checkRights(deps, db, { actor, check });
    if (organises || rights.checks || rights.readable.size > 0) seen.push({ check, rights });
  }
  return {
    campaign: { id: campaignId, code: row.code, name: row.name },
    checks: seen,
    counts: organises ? await checkCounts(db, { campaignId, on: today(deps) }) : null,
    plans: manages && (row.state === 'published' || row.state === 'closed'),
  };
}

/** A check with the parts that the actor answers for. @throws AppError check_gone, check_not_yours */
export async function openCheckPage(
  deps: Deps,
  { actor, checkId }: { actor: Actor; checkId: string },
): Promise<{ check: CampaignCheck; rights: CheckRights; headed: Set<string> }> {
  const { check, rights } = await openCheck(deps, deps.db, { actor, checkId });
  const heads = await nearestHoldersOf(deps.db, {
    ...{ role: 'head', on: today(deps) },
    unitIds: check.units.map(({ unitId }) => unitId),
  });
  const headed = check.units.filter(({ unitId }) => heads.get(unitId)?.includes(actor.personId));
  return { check, rights, headed: new Set(headed.map(({ id }) => id)) };
}
