import type { Tx } from '../../database/client.ts';
import type { Actor } from '../../people/actor.ts';
import { planColumns, planOf } from '../queries.ts';
import { type CampaignPlan, isWhole, planMark, type Stage } from '../rules.ts';

/** A plan of somebody's own that is not launched. */
export interface OwnPlan {
  id: string;
  mark: string;
  plan: CampaignPlan;
  unitName: string;
  stage: Extract<Stage, 'draft' | 'submitted' | 'approved'>;
  /** Whether the last step of the form was filled in. */
  whole: boolean;
  updatedAt: Date;
}

const WAITING = ['draft', 'submitted', 'approved'] as const;

/** The actor's plans that are not launched, the newest first. */
export async function ownPlans(tx: Tx, actor: Pick<Actor, 'personId'>): Promise<OwnPlan[]> {
  const rows = await tx.campaign.findMany({
    where: { authorId: actor.personId, state: { in: [...WAITING] } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      state: true,
      updatedAt: true,
      unit: { select: { name: true } },
      ...planColumns,
    },
  });
  return rows.map((row) => {
    const plan = planOf(row);
    return {
      id: row.id,
      mark: planMark(plan),
      plan,
      unitName: row.unit.name,
      stage: WAITING.find((stage) => stage === row.state) ?? 'draft',
      whole: isWhole(plan),
      updatedAt: row.updatedAt,
    };
  });
}

/** The words of one plan of the actor's own; null when there is none (any more). */
export async function ownPlan(
  tx: Tx,
  actor: Pick<Actor, 'personId'>,
  campaignId: string,
): Promise<CampaignPlan | null> {
  const row = await tx.campaign.findUnique({
    where: { id: campaignId, authorId: actor.personId },
    select: planColumns,
  });
  return row && planOf(row);
}
