import { isDeepStrictEqual } from 'node:util';
import { inTransaction } from '../../database/transaction.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { refusal } from '../refusal.ts';
import { type FirstApplicationCheck, firstApplicationCheck } from '../rules.ts';
import type { Basics, Description, DraftContent } from './draft-content.ts';
import { type Draft, findDraft, takeTurn } from './draft-of.ts';
import { type FiledInitiative, filedAs } from './filed-as.ts';
import { keepDraft } from './keep-draft.ts';
import { readAuthors, type WrittenAuthors } from './read-authors.ts';

export type DescriptionSaved =
  | { kind: 'saved'; draft: Draft; firstApplication: FirstApplicationCheck }
  /** The form was handed in meanwhile, as from another device. */
  | { kind: 'filed'; initiative: FiledInitiative };

/**
 * Keeps the first step of the form as a draft of the person's, beside others that they may have. What the
 * later steps kept of it stays, but for the shares when its authors are others now. Repeating it changes
 * nothing.
 *
 * @throws AppError first_application_in_future, author_not_in_list, author_twice,
 *   outside_author_unreadable, too_many_authors, no_author, too_many_drafts
 */
export async function saveDescription(
  deps: Deps,
  input: {
    actor: Actor;
    draftId: string;
    description: Basics & Partial<Description>;
    authors: WrittenAuthors;
  },
): Promise<DescriptionSaved> {
  const { actor, draftId, description } = input;
  const { personId } = actor;
  const firstApplication = firstApplicationCheck({
    rulebook: deps.rulebook,
    firstAppliedOn: description.firstAppliedOn,
    filedOn: today(deps),
  });
  if (firstApplication.kind === 'future')
    throw refusal('first_application_in_future', (p) => p.firstAppliedInFuture, 'firstAppliedOn');
  const authors = await readAuthors(deps.db, input.authors);
  return inTransaction<DescriptionSaved>(deps.db, async (tx) => {
    await takeTurn(tx, personId);
    const initiative = await filedAs(tx, draftId, personId);
    if (initiative) return { kind: 'filed', initiative };
    const was = await findDraft(tx, { draftId, personId });
    const { shares, ...kept } = was?.content ?? {};
    const content: DraftContent = {
      ...kept,
      description: { ...was?.content.description, ...description },
      authors,
      ...(shares && isDeepStrictEqual(authors, was?.content.authors) ? { shares } : {}),
    };
    const draft = await keepDraft(tx, { draftId, personId, was, content });
    return { kind: 'saved', draft, firstApplication };
  });
}
