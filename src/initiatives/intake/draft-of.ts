import type { Tx } from '../../database/client.ts';
import { takeTurns } from '../../database/take-turns.ts';
import { DraftContent } from './draft-content.ts';

/** More than anybody writes at once; their list stays one short message. */
export const MOST_DRAFTS = 10;

export interface Draft {
  id: string;
  /** Changes with what the first step keeps: it marks the state that the later steps were drawn from. */
  updatedAt: Date;
  content: DraftContent;
}

/** What the person has written and not handed in, the newest first. */
export async function draftsOf(tx: Tx, personId: string): Promise<Draft[]> {
  const rows = await tx.initiativeDraft.findMany({
    where: { personId },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, updatedAt: true, content: true },
  });
  return rows.map((row) => ({ ...row, content: DraftContent.parse(row.content) }));
}

/** One draft of the person's own; null when it is gone, or another's. */
export async function findDraft(
  tx: Tx,
  { draftId, personId }: { draftId: string; personId: string },
): Promise<Draft | null> {
  const row = await tx.initiativeDraft.findFirst({
    where: { id: draftId, personId },
    select: { id: true, updatedAt: true, content: true },
  });
  return row && { ...row, content: DraftContent.parse(row.content) };
}

/** Until the transaction ends, nobody else changes the person's drafts: what is sent twice at once follows each other. */
export function takeTurn(tx: Tx, personId: string): Promise<void> {
  return takeTurns(tx, `initiative drafts ${personId}`);
}
