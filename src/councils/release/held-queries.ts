import type { Tx } from '../../database/client.ts';
import type { ConflictDeps } from '../../initiatives/conflicts-of.ts';
import { conflictsOfItems, subjectFields } from '../sittings/agenda-items.ts';

/**
 * Who may not read what a sitting's ballots gave while it is held, though they run it: whom a held one is about, as
 * an author, a nominee or by a declared conflict; null when nothing of the sitting is held.
 */
export async function barredFromHeld(
  deps: ConflictDeps,
  tx: Tx,
  sittingId: string,
): Promise<ReadonlySet<string> | null> {
  // What was annulled is never released, and bars nobody from the rest.
  const held = { held: true, annulmentId: null };
  const items = await tx.agendaItem.findMany({
    where: { sittingId, ballots: { some: held } },
    select: {
      ...subjectFields,
      ballots: {
        where: held,
        select: { roll: { where: { excluded: { not: null } }, select: { personId: true } } },
      },
    },
  });
  if (items.length === 0) return null;
  const conflicts = await conflictsOfItems(deps, tx, items);
  const excluded = items.flatMap(({ ballots }) =>
    ballots.flatMap(({ roll }) => roll.map(({ personId }) => personId)),
  );
  return new Set([...excluded, ...[...conflicts.values()].flatMap((one) => [...one.keys()])]);
}
