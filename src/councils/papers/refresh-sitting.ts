import type { Tx } from '../../database/client.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { outcomeToAuthor, sheetCard, sheetTurnout, turnoutCard, voteCard } from '../messages.ts';
import { refreshAgenda, refreshSittings } from '../sittings/refresh-sittings.ts';

/** Has every card of a sitting's closed ballots, and of the sitting itself, show how it stands now. */
export async function refreshSitting(tx: Tx, sittingId: string): Promise<void> {
  const ballots = await tx.ballot.findMany({
    where: { agendaItem: { sittingId }, state: 'closed' },
    select: { id: true, sheetId: true, agendaItem: { select: { initiativeId: true } } },
  });
  const alone = ballots.flatMap(({ id, sheetId }) => (sheetId === null ? [id] : []));
  const sheets = [...new Set(ballots.flatMap(({ sheetId }) => sheetId ?? []))];
  for (const card of [turnoutCard, voteCard, outcomeToAuthor])
    await refreshMessages(tx, card, alone);
  for (const card of [sheetTurnout, sheetCard]) await refreshMessages(tx, card, sheets);
  await refreshAgenda(tx, sittingId);
  await refreshSittings(tx, {
    initiativeIds: ballots.flatMap(({ agendaItem }) => agendaItem.initiativeId ?? []),
  });
}
