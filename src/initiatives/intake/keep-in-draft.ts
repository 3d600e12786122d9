import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { DraftDescription, DraftParticulars } from './draft-content.ts';
import { findDraft, takeTurn } from './draft-of.ts';

/** Parts of a draft. What is named and undefined was left empty; what is not named stays as it is. */
interface Parts {
  description?: DraftDescription;
  particulars?: DraftParticulars;
  shares?: readonly number[];
}

/**
 * Keeps a later step of the form in the draft, so that a refusal or a closed form loses nothing of it.
 * The mark of the draft stays: what the step was drawn from has not changed. A draft that is gone or
 * another's is left alone; handing it in says so.
 *
 * @param input.savedAt only as long as the draft has this mark
 */
export async function keepInDraft(
  deps: Deps,
  input: { actor: Actor; draftId: string; savedAt?: Date } & Parts,
): Promise<void> {
  const { actor, draftId, savedAt, description, particulars, shares } = input;
  await inTransaction(deps.db, async (tx) => {
    await takeTurn(tx, actor.personId);
    const draft = await findDraft(tx, { draftId, personId: actor.personId });
    if (!draft || (savedAt && draft.updatedAt.getTime() !== savedAt.getTime())) return;
    const { content } = draft;
    const kept = {
      ...content,
      description: { ...content.description, ...description },
      particulars: { ...content.particulars, ...particulars },
      ...(shares ? { shares: [...shares] } : {}),
    };
    await tx.$executeRaw`
      update initiative_draft set content = ${JSON.stringify(kept)}::jsonb
      where id = ${draftId}::uuid`;
  });
}
