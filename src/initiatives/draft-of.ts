import type { Tx } from '../database/client.ts';
import { DraftContent } from './draft-content.ts';

export interface Draft {
  id: string;
  /** Changes with the content: it marks the state that a form was drawn from. */
  updatedAt: Date;
  content: DraftContent;
}

/** What the person has written and not handed in, if anything. */
export async function draftOf(tx: Tx, personId: string): Promise<Draft | null> {
  const row = await tx.initiativeDraft.findUnique({
    where: { personId },
    select: { id: true, updatedAt: true, content: true },
  });
  return row && { ...row, content: DraftContent.parse(row.content) };
}
