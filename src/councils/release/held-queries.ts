import type { Tx } from '../../database/client.ts';
import type { BallotResult } from '../../database/generated/enums.ts';
import { conflictsOfItems, subjectFields } from '../sittings/agenda-items.ts';

/**
 * Whether what a ballot gave is to be held as it closes. A ballot without a quorum decided nothing: it is told at
 * once, so that another one can be opened. The caller has the ballot's row locked, so the sitting does not change it.
 */
export async function isHeld(tx: Tx, ballotId: string, result: BallotResult): Promise<boolean> {
  if (result === 'no_quorum') return false;
  const sitting = await tx.sitting.findFirst({
    where: { agenda: { some: { ballots: { some: { id: ballotId } } } } },
    select: { holdsResults: true },
  });
  return sitting?.holdsResults ?? false;
}

/**
 * Who may not read what a sitting's ballots gave while it is held, though they run it: whom a held one is about, as
 * an author, a nominee or by a declared conflict; null when nothing of the sitting is held.
 */
export async function barredFromHeld(
  tx: Tx,
  sittingId: string,
): Promise<ReadonlySet<string> | null> {
  const items = await tx.agendaItem.findMany({
    where: { sittingId, ballots: { some: { held: true } } },
    select: {
      ...subjectFields,
      ballots: {
        where: { held: true },
        select: { roll: { where: { excluded: { not: null } }, select: { personId: true } } },
      },
    },
  });
  if (items.length === 0) return null;
  const conflicts = await conflictsOfItems(tx, items);
  const excluded = items.flatMap(({ ballots }) =>
    ballots.flatMap(({ roll }) => roll.map(({ personId }) => personId)),
  );
  return new Set([...excluded, ...[...conflicts.values()].flatMap((one) => [...one.keys()])]);
}
