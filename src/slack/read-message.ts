import type { MessageShortcut } from '@slack/bolt';
import type { Deps } from '../kernel/deps.ts';
import type { Language } from '../kernel/language.ts';
import { personsOfSlackUsers } from '../people/queries.ts';
import { cleanText } from './field-values.ts';
import type { ChosenMessage } from './listeners.ts';
import { mentionedUsers, readableText } from './message-text.ts';

/** The message of a shortcut, with the names of those it mentions as the staff list has them. */
export async function readMessage(
  deps: Deps,
  { channel, message }: MessageShortcut,
  language: Language,
): Promise<ChosenMessage> {
  const { ts, user, text = '' } = message;
  const mentioned = mentionedUsers(text);
  const persons = await personsOfSlackUsers(deps.db, mentioned);
  const readable = readableText(text, (id) => persons.get(id)?.fullName, language);
  return {
    channelId: channel.id,
    ts,
    authorSlackUserId: user ?? null,
    text: cleanText(readable),
    mentionedSlackUserIds: mentioned,
  };
}
