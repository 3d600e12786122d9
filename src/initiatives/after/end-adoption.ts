import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type Day, dateColumn, dayOf } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { tellOwners } from './adopt-initiative.ts';
import { mayAdopt } from './adoption-access.ts';
import { adoptionEnded } from './adoption-messages.ts';
import { afterRefusal } from './after-refusal.ts';

/**
 * Records that a unit applies an initiative no more; what it reported stays. A repetition changes
 * nothing.
 *
 * @throws AppError adoption_unknown, not_adopting_unit, end_in_future, end_before_since
 */
export async function endAdoption(
  deps: Deps,
  input: { actor: Actor; adoptionId: string; endedOn: Day; reason: string },
): Promise<{ happened: boolean }> {
  const { actor, adoptionId, endedOn, reason } = input;
  return inTransaction(deps.db, async (tx) => {
    const adoption = await tx.adoption.findUnique({
      where: { id: adoptionId },
      select: {
        unitId: true,
        since: true,
        initiative: { select: { id: true, unitId: true } },
      },
    });
    if (!adoption) throw afterRefusal('adoption_unknown', (p) => p.adoptionUnknown);
    const { unitId, initiative } = adoption;
    if (!(await mayAdopt(tx, actor, unitId)))
      throw afterRefusal('not_adopting_unit', (p) => p.notAdoptingUnit);
    const on = today(deps);
    const since = dayOf(adoption.since);
    if (endedOn > on) throw afterRefusal('end_in_future', (p) => p.endInFuture, 'endedOn');
    // What was to begin later can be given up before.
    if (endedOn < since && since <= on)
      throw afterRefusal('end_before_since', (p) => p.endBeforeSince({ since }), 'endedOn');
    const ended = await tx.adoption.updateMany({
      where: { id: adoptionId, endedOn: null },
      data: { endedOn: dateColumn(endedOn), endReason: reason, endedById: actor.personId },
    });
    if (ended.count === 0) return { happened: false };
    await audit(tx, {
      kind: 'initiative.adoption_ended',
      subjectId: initiative.id,
      actorId: actor.personId,
      after: { adoptionId, unitId, endedOn },
      reason,
    });
    const about = { adoptionId, initiative, except: actor.personId };
    await tellOwners(deps, tx, adoptionEnded, about);
    return { happened: true };
  });
}
