import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import { audit } from '../../kernel/audit.ts';
import { refreshSitting } from '../papers/refresh-sitting.ts';
import { endVotingOn } from '../sittings/agenda-items.ts';
import { tellOutcome } from './tell-outcome.ts';

/**
 * Releases what is held of a sitting's ballots, in the caller's transaction: initiatives become passed or not passed,
 * authors are told, cards show it. Of two releases at once the second finds nothing left.
 *
 * @param of all that is held, or that of one title or of the initiatives
 * @returns how many results were released
 */
export async function releaseHeld(
  tx: Tx,
  of: {
    sittingId: string;
    group: { itemKey: string; year: number | null } | null;
    actorId: string;
    /** The signed decision with which it comes. */
    paperId: string | null;
  },
): Promise<number> {
  const { sittingId, group, actorId, paperId } = of;
  const where: Prisma.BallotWhereInput = {
    held: true,
    // What was annulled is told of nobody: it could sway the vote that takes its place.
    annulmentId: null,
    agendaItem: { sittingId, ...(group ?? {}) },
    // A sheet is told as a whole: one that is being closed is held until all of it is.
    OR: [{ sheetId: null }, { sheet: { ballots: { none: { state: 'open' } } } }],
  };
  // In one order, so that releases, closes and annulments wait for each other.
  await tx.$queryRaw`
    select ballot.id::text from ballot join agenda_item on agenda_item.id = ballot.agenda_item_id
    where agenda_item.sitting_id = ${sittingId}::uuid
      and (ballot.held or ballot.state = 'open' and ballot.sheet_id is not null)
    order by ballot.id for no key update of ballot`;
  const held = await tx.ballot.findMany({
    where,
    orderBy: { id: 'asc' },
    select: {
      id: true,
      result: true,
      agendaItem: { select: { id: true, initiativeId: true } },
    },
  });
  if (held.length === 0) return 0;
  const ids = held.map(({ id }) => id);
  await tx.$executeRaw`
    update ballot set held = false, released_at = app_now() where id = any(${ids}::uuid[])`;
  await audit(tx, {
    kind: 'council.results_released',
    subjectId: sittingId,
    actorId,
    after: { ballots: ids, paperId },
  });
  for (const { id, result, agendaItem: item } of held) {
    if (result === null) continue;
    await endVotingOn(tx, item, result);
    await tellOutcome(tx, { ballotId: id, item });
  }
  await refreshSitting(tx, sittingId);
  return held.length;
}
