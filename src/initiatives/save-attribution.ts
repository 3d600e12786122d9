import type { Deps } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { personsOfSlackUsers } from '../people/queries.ts';
import { type Attribution, MOST_AUTHORS } from './draft-content.ts';
import { type Draft, draftOf } from './draft-of.ts';
import { type FiledInitiative, filedAs } from './filed-as.ts';
import { readOutsideAuthors } from './outside-authors.ts';
import { refusal } from './refusal.ts';

export type AttributionSaved =
  | { kind: 'saved'; draft: Draft }
  /** The form was handed in meanwhile, as from another device. */
  | { kind: 'filed'; initiative: FiledInitiative };

export interface WrittenAttribution extends Omit<Attribution, 'personIds' | 'outside'> {
  /** The chosen authors, in the order in which they shall stand. */
  slackUserIds: readonly string[];
  /** "Họ tên; nơi công tác; tỷ lệ", one a line. */
  outsideAuthors?: string | undefined;
}

/**
 * Keeps the second step of the form in the draft. Repeating it changes nothing.
 *
 * @throws AppError author_not_in_list, author_twice, outside_author_unreadable, too_many_authors, draft_gone
 */
export async function saveAttribution(
  deps: Deps,
  input: { actor: Actor; draftId: string; written: WrittenAttribution },
): Promise<AttributionSaved> {
  const { slackUserIds, outsideAuthors, ...texts } = input.written;
  const personIds = await authorsInList(deps, slackUserIds);
  const outside = readOutsideAuthors(outsideAuthors ?? '');
  if (!outside.ok)
    throw refusal(
      'outside_author_unreadable',
      (p) => p.outsideAuthorUnreadable(outside),
      'outsideAuthors',
    );
  if (personIds.length + outside.authors.length > MOST_AUTHORS)
    throw refusal('too_many_authors', (p) => p.tooManyAuthors({ most: MOST_AUTHORS }), 'authors');
  const attribution: Attribution = { ...texts, personIds, outside: outside.authors };
  const addition = JSON.stringify({ attribution });
  const saved = await deps.db.$executeRaw`
    update initiative_draft
    set content = content || ${addition}::jsonb,
      updated_at = case when content || ${addition}::jsonb = content
        then updated_at else app_now() end
    where id = ${input.draftId}::uuid and person_id = ${input.actor.personId}::uuid`;
  const draft = saved > 0 ? await draftOf(deps.db, input.actor.personId) : null;
  if (draft) return { kind: 'saved', draft };
  const initiative = await filedAs(deps.db, input.draftId, input.actor.personId);
  if (!initiative) throw refusal('draft_gone', (p) => p.draftGone);
  return { kind: 'filed', initiative };
}

async function authorsInList(deps: Deps, slackUserIds: readonly string[]): Promise<string[]> {
  if (new Set(slackUserIds).size < slackUserIds.length)
    throw refusal('author_twice', (p) => p.authorTwice, 'authors');
  const persons = await personsOfSlackUsers(deps.db, slackUserIds);
  const found = slackUserIds.map((slackUserId) => persons.get(slackUserId));
  // Slack shows no mentions in a field's error, so those unknown are named by their place.
  const unknownPlaces = [...found.keys()]
    .filter((index) => !found[index])
    .map((index) => index + 1);
  const known = found.flatMap((person) => (person ? [person] : []));
  if (unknownPlaces.length > 0)
    throw refusal(
      'author_not_in_list',
      (p) =>
        p.authorsNotInList({ places: unknownPlaces, known: known.map(({ fullName }) => fullName) }),
      'authors',
    );
  if (known.length === 0) throw refusal('no_author', (p) => p.noAuthor, 'authors');
  return known.map(({ id }) => id);
}
