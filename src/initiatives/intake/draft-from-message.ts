import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import { namedId } from '../../kernel/named-id.ts';
import type { Actor } from '../../people/actor.ts';
import { personsOfSlackUsers } from '../../people/queries.ts';
import { refusal } from '../refusal.ts';
import { LONG_TEXT } from './draft-content.ts';
import { type Draft, findDraft, takeTurn } from './draft-of.ts';
import { type FiledInitiative, filedAs } from './filed-as.ts';
import { keepDraft } from './keep-draft.ts';

export type MessageTaken =
  | { kind: 'draft'; draft: Draft }
  /** A draft from this message was handed in already. */
  | { kind: 'filed'; initiative: FiledInitiative };

/**
 * Begins a draft with a message: its text is the essence, cut to what the field takes, and whoever wrote
 * it is proposed as the author, or the actor when they are not in the staff list. The same message makes
 * one draft a person: chosen again, it finds that draft as it is now.
 *
 * @param input.message.text as people read it
 * @throws AppError message_empty, too_many_drafts
 */
export async function draftFromMessage(
  deps: Deps,
  input: {
    actor: Actor;
    message: { channelId: string; ts: string; authorSlackUserId: string | null; text: string };
  },
): Promise<MessageTaken> {
  const { actor, message } = input;
  const { personId } = actor;
  const text = message.text.normalize('NFC');
  if (text === '') throw refusal('message_empty', (p) => p.messageEmpty);
  const draftId = namedId(`${personId} ${message.channelId} ${message.ts}`);
  const author = message.authorSlackUserId;
  const persons = await personsOfSlackUsers(deps.db, author ? [author] : []);
  const authorId = (author && persons.get(author)?.id) ?? personId;
  return inTransaction<MessageTaken>(deps.db, async (tx) => {
    await takeTurn(tx, personId);
    const initiative = await filedAs(tx, draftId, personId);
    if (initiative) return { kind: 'filed', initiative };
    const was = await findDraft(tx, { draftId, personId });
    const content = was?.content ?? {
      description: { essence: clipWhole(text) },
      authors: { personIds: [authorId], outside: [] },
      fromMessage: { cut: text.length > LONG_TEXT },
    };
    return { kind: 'draft', draft: await keepDraft(tx, { draftId, personId, was, content }) };
  });
}

/** The beginning that a field takes, with no half of a character at its end. */
function clipWhole(text: string): string {
  return text.slice(0, LONG_TEXT).replace(/[\uD800-\uDBFF]$/, '');
}
