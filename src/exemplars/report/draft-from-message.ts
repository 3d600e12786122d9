import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import { namedId } from '../../kernel/named-id.ts';
import type { Actor } from '../../people/actor.ts';
import { personsOfSlackUsers } from '../../people/queries.ts';
import { LIMITS, MOST_PERSONS } from '../rules.ts';
import { type Draft, findDraft, keepDraft, reportedAs, takeTurn } from './drafts.ts';
import { reportPhrases } from './report-phrases.ts';

const refusal = refusing(reportPhrases);

export type MessageTaken =
  | { kind: 'draft'; draft: Draft }
  /** A report from this message was sent already. */
  | { kind: 'reported'; id: string };

/**
 * Begins a report with a message: its text is the deed, cut to what the field takes, and those whom it
 * mentions are proposed as those to praise, without whoever reports. The same message makes one draft a
 * person: chosen again, it finds that draft as it is now.
 *
 * @param input.message.text as people read it
 * @throws AppError message_empty, too_many_drafts
 */
export async function draftFromMessage(
  deps: Deps,
  input: {
    actor: Actor;
    message: {
      channelId: string;
      ts: string;
      text: string;
      mentionedSlackUserIds: readonly string[];
    };
  },
): Promise<MessageTaken> {
  const { actor, message } = input;
  const { personId } = actor;
  const text = message.text.normalize('NFC');
  if (text === '') throw refusal('message_empty', (p) => p.messageEmpty);
  const draftId = namedId(`praise ${personId} ${message.channelId} ${message.ts}`);
  const persons = await personsOfSlackUsers(deps.db, message.mentionedSlackUserIds);
  const personIds = message.mentionedSlackUserIds
    .flatMap((id) => persons.get(id)?.id ?? [])
    .filter((id) => id !== personId)
    .slice(0, MOST_PERSONS);
  return inTransaction<MessageTaken>(deps.db, async (tx) => {
    await takeTurn(tx, personId);
    const reported = await reportedAs(tx, draftId, personId);
    if (reported) return { kind: 'reported', id: reported.id };
    const was = await findDraft(tx, { draftId, personId });
    if (was) return { kind: 'draft', draft: was };
    const content = {
      named: { personIds },
      told: { deed: clipWhole(text) },
      fromMessage: { cut: text.length > LIMITS.deed },
    };
    return { kind: 'draft', draft: await keepDraft(tx, { draftId, personId, content }) };
  });
}

/** The beginning that a field takes, with no half of a character at its end. */
function clipWhole(text: string): string {
  return text.slice(0, LIMITS.deed).replace(/[\uD800-\uDBFF]$/, '');
}
