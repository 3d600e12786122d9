import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { PledgeState } from '../../database/generated/enums.ts';
import type { Day } from '../../kernel/time.ts';
import { nearestHolders } from '../../people/queries.ts';

/** A pledge as its maker, its head and the list see it. */
export interface Pledge {
  id: string;
  revision: number;
  campaign: { id: string; code: string; name: string };
  /** Null: it is a unit's. */
  person: { id: string; fullName: string } | null;
  atUnit: { id: string; name: string };
  state: PledgeState;
  targets: string | null;
  madeById: string;
  madeAt: Date;
  changedAt: Date;
  settledBy: string | null;
  settledAt: Date | null;
  reason: string | null;
}

/** Who pledged what in a campaign, by unit, as far as the reader may see. */
export interface PledgeList {
  campaign: { id: string; code: string; name: string };
  pledges: Pledge[];
  /** Names of the units addressed that have not pledged, where collectives are. */
  missing: string[];
}

const columns = {
  id: true,
  revision: true,
  campaign: { select: { id: true, code: true, name: true } },
  person: { select: { id: true, fullName: true } },
  atUnit: { select: { id: true, name: true } },
  state: true,
  targets: true,
  madeById: true,
  madeAt: true,
  changedAt: true,
  settledBy: { select: { fullName: true } },
  settledAt: true,
  reason: true,
} as const;

export async function findPledges(
  tx: Tx,
  where: Prisma.CampaignPledgeWhereInput,
): Promise<Pledge[]> {
  const rows = await tx.campaignPledge.findMany({
    where,
    select: columns,
    orderBy: [
      { atUnit: { name: 'asc' } },
      { atUnitId: 'asc' },
      { unitId: { sort: 'asc', nulls: 'last' } },
      { madeAt: 'asc' },
      { id: 'asc' },
    ],
  });
  return rows.map(({ campaign, settledBy, ...row }) => ({
    ...row,
    campaign: { ...campaign, code: campaign.code ?? '' },
    settledBy: settledBy?.fullName ?? null,
  }));
}

export async function findPledge(tx: Tx, id: string): Promise<Pledge | null> {
  const [pledge] = await findPledges(tx, { id });
  return pledge ?? null;
}

/** Who confirms what a person pledges: the heads of where they work, or of the nearest unit above; never themselves. */
export function confirmersOf(
  tx: Tx,
  { personId, unitId }: { personId: string; unitId: string },
  on: Day,
): Promise<string[]> {
  return nearestHolders(tx, { role: 'head', unitId, on, except: personId });
}
