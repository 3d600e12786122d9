import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Deps } from '../kernel/deps.ts';
import { type Language, languageOf } from '../kernel/language.ts';
import { type Actor, findActor } from '../people/actor.ts';
import { matchSlackUser } from '../people/match-slack-user.ts';

const PROFILE_KEPT_MS = 24 * 60 * 60_000;

const User = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  locale: z.string().optional(),
  tz: z.string().nullish(),
  is_bot: z.boolean().optional(),
  profile: z.object({ email: z.string().optional() }).optional(),
});

export type Found = { actor: Actor } | { actor: null; language: Language };

/**
 * The person behind a Slack user. At the first sight, and once a day, Slack is asked for their language;
 * a user who is matched to nobody yet is matched by e-mail, if they belong to this workspace (a guest
 * of a shared channel could carry any address).
 */
export async function findPerson(
  deps: Deps,
  slack: WebClient,
  search: { slackUserId: string; teamId: string },
): Promise<Found> {
  const known = await deps.db.person.findUnique({
    where: { slackUserId: search.slackUserId },
    select: { profileSeenAt: true, locale: true },
  });
  const seen = known?.profileSeenAt;
  if (seen && deps.clock.now().getTime() - seen.getTime() < PROFILE_KEPT_MS) {
    return orStranger(deps, search.slackUserId, languageOf(known.locale));
  }
  const language = await readProfile(deps, slack, search);
  return orStranger(deps, search.slackUserId, language);
}

async function orStranger(deps: Deps, slackUserId: string, language: Language): Promise<Found> {
  const actor = await findActor(deps, slackUserId);
  return actor ? { actor } : { actor: null, language };
}

async function readProfile(
  deps: Deps,
  slack: WebClient,
  { slackUserId, teamId }: { slackUserId: string; teamId: string },
): Promise<Language> {
  try {
    const answer = await slack.users.info({ user: slackUserId, include_locale: true });
    const user = User.parse(answer.user);
    const ours = user.team_id === undefined || user.team_id === teamId;
    if (ours && !user.is_bot) {
      await matchSlackUser(deps, {
        slackUserId,
        email: user.profile?.email ?? null,
        locale: user.locale ?? null,
        timeZone: user.tz ?? null,
      });
    }
    return languageOf(user.locale);
  } catch (error) {
    // Slack is slow or away: what is stored of the person serves on.
    deps.log.warn({ err: error }, 'profile was not read');
    return 'vi';
  }
}
