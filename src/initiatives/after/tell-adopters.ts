import type { Tx } from '../../database/client.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { nearestHoldersOf } from '../../people/queries.ts';
import { adoptionAnnulled } from './adoption-messages.ts';

/** Tells the heads of the units that apply an initiative, and those they made responsible, that it was annulled. */
export async function tellAdopters(
  deps: Deps,
  tx: Tx,
  { initiativeId }: { initiativeId: string },
): Promise<void> {
  const adoptions = await tx.adoption.findMany({
    where: { initiativeId, endedOn: null },
    orderBy: { adoptedAt: 'asc' },
    select: { id: true, unitId: true, responsibleId: true },
  });
  const heads = await nearestHoldersOf(tx, {
    ...{ role: 'head', on: today(deps) },
    unitIds: adoptions.map(({ unitId }) => unitId),
  });
  for (const { id, unitId, responsibleId } of adoptions) {
    for (const personId of new Set([...(heads.get(unitId) ?? []), responsibleId]))
      await sendMessage(tx, adoptionAnnulled, {
        to: { personId },
        params: {},
        subjectId: id,
        dedupeKey: `${adoptionAnnulled.purpose}:${id}:${personId}`,
      });
  }
}
