import type { WebClient } from '@slack/web-api';
import type { Deps } from '../kernel/deps.ts';
import { matchSlackUser } from '../people/match-slack-user.ts';
import { findSlackUserByEmail, readSlackProfile } from '../people/slack-profile.ts';

/**
 * The Slack user of somebody who has never written to the app, found by e-mail and kept.
 *
 * @returns null when nobody in the workspace has their e-mail
 * @throws as Slack's client does
 */
export async function findRecipient(
  deps: Deps & { slack: WebClient },
  personId: string,
): Promise<{ slackUserId: string; locale: string | null } | null> {
  const select = { email: true, slackUserId: true, locale: true } as const;
  const person = await deps.db.person.findUniqueOrThrow({ where: { id: personId }, select });
  const userId = await findSlackUserByEmail(deps.slack, person.email);
  if (!userId) return null;
  await matchSlackUser(deps, await readSlackProfile(deps.slack, userId));
  // Read again, for that Slack user may have been somebody else of the list all along.
  const { slackUserId, locale } = await deps.db.person.findUniqueOrThrow({
    where: { id: personId },
    select,
  });
  return slackUserId ? { slackUserId, locale } : null;
}
