import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { takeTurn } from './draft-of.ts';

/** Throws a draft of the person's own away. One that is gone, or another's, changes nothing. */
export async function discardDraft(
  deps: Deps,
  { actor, draftId }: { actor: Actor; draftId: string },
): Promise<void> {
  const { personId } = actor;
  await inTransaction(deps.db, async (tx) => {
    await takeTurn(tx, personId);
    await tx.initiativeDraft.deleteMany({ where: { id: draftId, personId } });
  });
}
