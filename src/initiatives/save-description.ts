import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import type { Description } from './draft-content.ts';
import { type Draft, draftOf } from './draft-of.ts';
import { type FiledInitiative, filedAs } from './filed-as.ts';
import { readAuthors, type WrittenAuthors } from './read-authors.ts';
import { refusal } from './refusal.ts';
import { type FirstApplicationCheck, firstApplicationCheck } from './rules.ts';

export type DescriptionSaved =
  | { kind: 'saved'; draft: Draft; firstApplication: FirstApplicationCheck }
  /** The form was handed in meanwhile, as from another device. */
  | { kind: 'filed'; initiative: FiledInitiative };

/**
 * Keeps the first step of the form as the person's draft. One draft a person: it takes the place of
 * `replaces`, the one that the person chose to leave, and of no other. Repeating it changes nothing.
 *
 * @throws AppError first_application_in_future, author_not_in_list, author_twice,
 *   outside_author_unreadable, too_many_authors, no_author, another_draft
 */
export async function saveDescription(
  deps: Deps,
  input: {
    actor: Actor;
    draftId: string;
    replaces: string | null;
    description: Description;
    authors: WrittenAuthors;
  },
): Promise<DescriptionSaved> {
  const { actor, draftId, replaces, description } = input;
  const firstApplication = firstApplicationCheck({
    rulebook: deps.rulebook,
    firstAppliedOn: description.firstAppliedOn,
    filedOn: today(deps),
  });
  if (firstApplication.kind === 'future')
    throw refusal('first_application_in_future', (p) => p.firstAppliedInFuture, 'firstAppliedOn');
  const authors = await readAuthors(deps.db, input.authors);
  const initiative = await filedAs(deps.db, draftId, actor.personId);
  if (initiative) return { kind: 'filed', initiative };
  const content = JSON.stringify({ description, authors });
  // The same step twice at once would conflict on the id too, which `on conflict` does not await: one by one.
  const saved = await deps.db.$executeRaw`
    with turn as materialized (
      select pg_advisory_xact_lock(hashtextextended(${actor.personId}, 0))::text as taken
    )
    insert into initiative_draft (id, person_id, content)
    select ${draftId}::uuid, ${actor.personId}::uuid, ${content}::jsonb from turn
    on conflict (person_id) do update
    set id = excluded.id,
      content = case when initiative_draft.id = excluded.id
        then initiative_draft.content || excluded.content else excluded.content end,
      updated_at = case when initiative_draft.id = excluded.id
          and initiative_draft.content || excluded.content = initiative_draft.content
        then initiative_draft.updated_at else app_now() end
    where initiative_draft.id in (excluded.id, ${replaces}::uuid)`;
  if (saved === 0) throw refusal('another_draft', (p) => p.anotherDraft, 'title');
  const draft = await draftOf(deps.db, actor.personId);
  if (!draft) throw refusal('draft_gone', (p) => p.draftGone, 'title');
  return { kind: 'saved', draft, firstApplication };
}
