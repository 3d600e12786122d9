/** What a person types: plain text and slash commands. */
import { ApiFailure } from '../api-failure.ts';
import type { Core } from '../core.ts';
import { postMessage, postNotice } from '../messages.ts';
import type { Conversation, Person } from '../model.ts';
import { channelNameOf, handleOf } from '../payloads.ts';
import { phrasesFor } from '../phrases.ts';
import { issueResponseUrl, postAnswer, readAnswer } from '../response-urls.ts';
import { type ActOutcome, DONE } from './outcome.ts';

export async function send(
  core: Core,
  person: Person,
  conversation: Conversation,
  typed: string,
  threadTs: string | null,
): Promise<ActOutcome> {
  const text = typed.trim();
  if (text === '') return { ok: false, error: 'no_text' };
  if (text.startsWith('/')) return runCommand(core, person, conversation, text, threadTs);
  if (conversation.archived) return { ok: false, error: 'is_archived' };
  if (threadTs !== null && core.state.message(conversation.id, threadTs) === null) {
    return { ok: false, error: 'thread_not_found' };
  }
  const linked = linkMentions(core, escapeEntities(text));
  postMessage(core, { conversation, userId: person.id, text: linked, blocks: [], threadTs });
  return DONE;
}

async function runCommand(
  core: Core,
  person: Person,
  conversation: Conversation,
  typed: string,
  threadTs: string | null,
): Promise<ActOutcome> {
  const phrases = phrasesFor(person.locale);
  const [, command = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(typed) ?? [];
  const commands = core.manifest.features?.slash_commands ?? [];
  const known = commands.find((one) => one.command === command);
  // Slack has no commands in threads, either.
  if (known === undefined || threadTs !== null) {
    const failure = phrases.unknownCommand(
      command,
      commands.map((one) => one.command),
    );
    postNotice(core, person.id, conversation, failure);
    return { ok: true, failure };
  }
  const escaped = escapeEntities(rest);
  const { teamId, teamDomain, appId, verificationToken } = core.identity;
  const delivered = await core.deliver({
    type: 'slash_commands',
    payload: {
      token: verificationToken,
      team_id: teamId,
      team_domain: teamDomain,
      channel_id: conversation.id,
      channel_name: channelNameOf(conversation),
      user_id: person.id,
      user_name: handleOf(person),
      command,
      text: known.should_escape === true ? linkMentions(core, escaped) : escaped,
      api_app_id: appId,
      is_enterprise_install: 'false',
      response_url: issueResponseUrl(core, { userId: person.id, channel: conversation.id }),
      trigger_id: core.triggers.issue({ userId: person.id, channel: conversation.id }),
    },
  });
  if (!delivered.ok) return failed(core, person, conversation, command, delivered.reason);
  const answer = readAnswer(delivered.response);
  if (answer === null) return DONE;
  try {
    postAnswer(core, person.id, conversation, null, answer);
    return DONE;
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    return failed(core, person, conversation, command, error.code);
  }
}

function failed(
  core: Core,
  person: Person,
  conversation: Conversation,
  command: string,
  reason: string,
): ActOutcome {
  const failure = phrasesFor(person.locale).commandFailed(command, reason);
  postNotice(core, person.id, conversation, failure);
  return { ok: true, failure };
}

function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `@handle` and `#channel` become links; a link pasted as `<@U…>` is one already. */
function linkMentions(core: Core, text: string): string {
  return text
    .replace(/&lt;(@[UW][A-Z0-9]+|#C[A-Z0-9]+)(?:\|[^&]*)?&gt;/g, '<$1>')
    .replace(/(^|\s)@([\p{L}\p{N}._-]+)/gu, (whole, before: string, handle: string) => {
      const person = [...core.state.people.values()].find((one) => handleOf(one) === handle);
      return person === undefined ? whole : `${before}<@${person.id}|${handle}>`;
    })
    .replace(/(^|\s)#([\p{L}\p{M}\p{N}_-]+)/gu, (whole, before: string, name: string) => {
      const channel = core.state.channelByName(name);
      return channel?.kind === 'channel' ? `${before}<#${channel.id}|${name}>` : whole;
    });
}
