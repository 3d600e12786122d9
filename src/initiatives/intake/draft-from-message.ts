import { createHash } from 'node:crypto';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
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
  const draftId = idFor(personId, message);
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

/** The same for the same person and message: that is what makes it idempotent. */
function idFor(personId: string, { channelId, ts }: { channelId: string; ts: string }): string {
  const hash = createHash('sha256').update(`${personId} ${channelId} ${ts}`).digest('hex');
  // The form of a UUID of version 8, which is for an application's own making.
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return [...parts, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

/** The beginning that a field takes, with no half of a character at its end. */
function clipWhole(text: string): string {
  return text.slice(0, LONG_TEXT).replace(/[\uD800-\uDBFF]$/, '');
}
