/** The parts that all interaction payloads share. */
import type { Core } from '../core.ts';
import type { Conversation, Person } from '../model.ts';
import { channelNameOf, handleOf } from '../payloads.ts';

export function commonParts(core: Core, person: Person): Record<string, unknown> {
  const { teamId, teamDomain, appId, verificationToken } = core.identity;
  const handle = handleOf(person);
  return {
    team: { id: teamId, domain: teamDomain },
    user: { id: person.id, username: handle, name: handle, team_id: teamId },
    api_app_id: appId,
    token: verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function channelPart(conversation: Conversation): { id: string; name: string } {
  return { id: conversation.id, name: channelNameOf(conversation) };
}

/** Slack's `action_ts`: seconds with microseconds. */
export function actionTs(core: Core): string {
  return core.timestamps.next();
}
