import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { refusal } from '../refusal.ts';
import { checkFiledShares } from './check-filed-shares.ts';
import type { Substance } from './draft-content.ts';
import { type Draft, findDraft } from './draft-of.ts';
import { type FiledInitiative, filedAs } from './filed-as.ts';
import { keepInDraft } from './keep-in-draft.ts';

export type SubstanceSaved =
  | { kind: 'saved'; draft: Draft }
  /** The form was handed in meanwhile, as from another device. */
  | { kind: 'filed'; initiative: FiledInitiative };

/**
 * Keeps the second step of the form. What was written is kept before the shares are checked, so that a
 * refusal loses nothing of it. Repeating it changes nothing.
 *
 * @param input.savedAt the mark of the draft that this step was drawn from
 * @param input.shares in whole percent, those in the staff list first, in the draft's order
 * @throws AppError shares_wrong, draft_gone, draft_changed
 */
export async function saveSubstance(
  deps: Deps,
  input: {
    actor: Actor;
    draftId: string;
    savedAt: Date;
    shares: readonly number[];
    substance: Substance;
  },
): Promise<SubstanceSaved> {
  const { actor, draftId, savedAt, shares } = input;
  const { personId } = actor;
  const { priorState, essence, benefits, benefitsByUsers, conditions } = input.substance;
  const written = {
    description: { priorState, essence },
    particulars: { benefits, benefitsByUsers, conditions },
  };
  await keepInDraft(deps, { actor, draftId, ...written });
  const draft = await findDraft(deps.db, { draftId, personId });
  if (!draft) {
    const initiative = await filedAs(deps.db, draftId, personId);
    if (initiative) return { kind: 'filed', initiative };
    throw refusal('draft_gone', (p) => p.draftGone);
  }
  if (draft.updatedAt.getTime() !== savedAt.getTime())
    throw refusal('draft_changed', (p) => p.draftChanged);
  checkFiledShares(shares, draft.content.authors);
  await keepInDraft(deps, { actor, draftId, savedAt, shares });
  return { kind: 'saved', draft: { ...draft, content: { ...draft.content, shares: [...shares] } } };
}
