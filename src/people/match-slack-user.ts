import type { Deps } from '../kernel/deps.ts';

/** What Slack knows of a user. */
export interface SlackProfile {
  slackUserId: string;
  email: string | null;
  locale: string | null;
  timeZone: string | null;
}

/**
 * Keeps what Slack says of a person: language and zone, and, at the first sight, which Slack user
 * they are (by e-mail). A user whose e-mail is in nobody's row stays a stranger.
 *
 * @returns whether a person is matched to this Slack user now
 */
export async function matchSlackUser(deps: Deps, profile: SlackProfile): Promise<boolean> {
  const seen = {
    locale: profile.locale,
    timeZone: profile.timeZone,
    profileSeenAt: deps.clock.now(),
  };
  const known = await deps.db.person.updateMany({
    where: { slackUserId: profile.slackUserId },
    data: seen,
  });
  if (known.count > 0) return true;
  if (!profile.email) return false;
  const matched = await deps.db.person.updateMany({
    where: { email: profile.email.toLowerCase(), slackUserId: null },
    data: { ...seen, slackUserId: profile.slackUserId },
  });
  return matched.count > 0;
}
