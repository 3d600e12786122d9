import type { Tx } from '../../database/client.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Authors, DraftParticulars } from './draft-content.ts';
import { authorsOf } from './form-people.ts';
import { formPhrases } from './form-phrases.ts';
import { readAuthorDetails, readParticipants } from './people-lines.ts';

const refusal = refusing(formPhrases);

/**
 * The fields of the request that have a person on each line, as its tables need them.
 *
 * @throws AppError participant_unreadable, author_detail_unreadable, at their fields, naming the line
 */
export async function checkPeopleLines(
  tx: Tx,
  { participants, authorDetails }: DraftParticulars,
  authors: Authors,
): Promise<void> {
  const taking = readParticipants(participants ?? '');
  if (!taking.ok)
    throw refusal('participant_unreadable', (p) => p.participantUnreadable(taking), 'participants');
  if (!authorDetails) return;
  const names = (await authorsOf(tx, authors)).map(({ name }) => name);
  const details = readAuthorDetails(authorDetails, names);
  if (!details.ok)
    throw refusal(
      'author_detail_unreadable',
      (p) => p.authorDetailUnreadable({ ...details, names }),
      'authorDetails',
    );
}
