import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { refreshAgenda } from '../sittings/refresh-sittings.ts';
import { holdToRun } from '../sittings/running.ts';
import { releaseRefusal } from './release-phrases.ts';

/**
 * Has the results of a sitting held until the decision, or told as they are counted; until the first is counted.
 *
 * @throws AppError sitting_unknown, may_not_convene, results_counted
 */
export async function holdResults(
  deps: Deps,
  input: { actor: Actor; sittingId: string; holds: boolean },
): Promise<void> {
  const { actor, sittingId, holds } = input;
  await inTransaction(deps.db, async (tx) => {
    const sitting = await holdToRun(deps, tx, { actor, sittingId });
    if (sitting.holdsResults === holds) return;
    // A ballot that is being closed is closed by the old rule, and found here; another waits and reads the new one.
    const ballots = await tx.$queryRaw<{ state: string }[]>`
      select ballot.state::text as state from ballot
      join agenda_item on agenda_item.id = ballot.agenda_item_id
      where agenda_item.sitting_id = ${sittingId}::uuid
      order by ballot.id for no key update of ballot`;
    if (ballots.some(({ state }) => state === 'closed'))
      throw releaseRefusal('results_counted', (p) => p.holdTooLate);
    await tx.sitting.update({ where: { id: sittingId }, data: { holdsResults: holds } });
    await audit(tx, {
      kind: 'council.results_held',
      subjectId: sittingId,
      actorId: actor.personId,
      before: { holds: sitting.holdsResults },
      after: { holds },
    });
    await refreshAgenda(tx, sittingId);
  });
}
