import type { Tx } from '../../database/client.ts';
import { personsOfSlackUsers } from '../../people/queries.ts';
import { refusal } from '../refusal.ts';
import { type Authors, MOST_AUTHORS } from './draft-content.ts';
import { readOutsideAuthors } from './outside-authors.ts';

/** Authors as they come from the form. */
export interface WrittenAuthors {
  /** Those chosen from the workspace, in the order in which they shall stand. */
  slackUserIds: readonly string[];
  /** "Họ tên; nơi công tác; tỷ lệ", one a line. */
  outside?: string | undefined;
}

/**
 * Looks the authors up in the staff list and reads those from outside.
 *
 * @throws AppError author_not_in_list, author_twice, no_author, outside_author_unreadable,
 *   too_many_authors, at their fields
 */
export async function readAuthors(tx: Tx, written: WrittenAuthors): Promise<Authors> {
  const personIds = await authorsInList(tx, written.slackUserIds);
  const outside = readOutsideAuthors(written.outside ?? '');
  if (!outside.ok)
    throw refusal(
      'outside_author_unreadable',
      (p) => p.outsideAuthorUnreadable(outside),
      'outsideAuthors',
    );
  if (personIds.length + outside.authors.length > MOST_AUTHORS)
    throw refusal('too_many_authors', (p) => p.tooManyAuthors({ most: MOST_AUTHORS }), 'authors');
  return { personIds, outside: outside.authors };
}

async function authorsInList(tx: Tx, slackUserIds: readonly string[]): Promise<string[]> {
  if (new Set(slackUserIds).size < slackUserIds.length)
    throw refusal('author_twice', (p) => p.authorTwice, 'authors');
  const persons = await personsOfSlackUsers(tx, slackUserIds);
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
