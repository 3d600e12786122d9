import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHoldersOf } from '../../people/queries.ts';
import { treeBelow } from '../../people/unit-tree.ts';
import { confirmersOf, findPledges, type Pledge } from './pledge-queries.ts';

/** What can still be confirmed: also after the end, until the campaign is reviewed, so that the last day's are not lost. */
export const CONFIRMABLE: Prisma.CampaignPledgeWhereInput = {
  state: 'waiting',
  campaign: { state: { in: ['published', 'closed'] } },
};

/** The pledges that wait for a head, those for whom they are the nearest. */
export async function pledgesWaitingFor(tx: Tx, actor: Actor, on: Day): Promise<Pledge[]> {
  const headed = actor.grants.filter(({ role }) => role === 'head').map(({ unitId }) => unitId);
  if (headed.length === 0) return [];
  const below = await tx.$queryRaw<{ id: string }[]>`
    with recursive ${treeBelow(headed)} select id from tree`;
  const pledges = await findPledges(tx, {
    ...CONFIRMABLE,
    atUnitId: { in: below.map(({ id }) => id) },
    personId: { not: actor.personId },
  });
  const byHead = await byConfirmer(tx, pledges, on);
  return byHead.get(actor.personId) ?? [];
}

/** Pledges by the heads who confirm them; those that nobody does are left out. */
export async function byConfirmer(
  tx: Tx,
  pledges: readonly Pledge[],
  on: Day,
): Promise<Map<string, Pledge[]>> {
  const unitIds = pledges.map(({ atUnit }) => atUnit.id);
  const headsOf = await nearestHoldersOf(tx, { role: 'head', unitIds, on });
  const byHead = new Map<string, Pledge[]>();
  for (const pledge of pledges) {
    const { person, atUnit } = pledge;
    if (!person) continue;
    const heads = headsOf.get(atUnit.id) ?? [];
    // A head's own goes to another head, or one level up.
    const confirmers = heads.includes(person.id)
      ? await confirmersOf(tx, { personId: person.id, unitId: atUnit.id }, on)
      : heads;
    for (const head of confirmers) byHead.set(head, [...(byHead.get(head) ?? []), pledge]);
  }
  return byHead;
}
