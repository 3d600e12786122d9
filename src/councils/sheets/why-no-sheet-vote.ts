import type { Tx } from '../../database/client.ts';
import { type NotCast, rollEntryFields, whyNotCast } from '../ballots/why-not-cast.ts';

/** Why somebody has nothing to vote on of a ballot sheet; of a member barred from all of it, the first bar. */
export async function whyNoSheetVote(
  tx: Tx,
  { sheetId, personId }: { sheetId: string; personId: string },
): Promise<NotCast> {
  const entries = await tx.rollEntry.findMany({
    where: { personId, ballot: { sheetId } },
    orderBy: { ballot: { agendaItem: { ordinal: 'asc' } } },
    select: rollEntryFields,
  });
  return whyNotCast(entries.find(({ excluded }) => !excluded) ?? entries[0]);
}
