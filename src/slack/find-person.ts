import type { WebClient } from '@slack/web-api';
import type { Deps } from '../kernel/deps.ts';
import { type Language, languageOf } from '../kernel/language.ts';
import { type Actor, findActor, findKnown } from '../people/actor.ts';
import { matchSlackUser } from '../people/match-slack-user.ts';
import { isOfWorkspace, readSlackProfile } from '../people/slack-profile.ts';

const PROFILE_KEPT_MS = 24 * 60 * 60_000;

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
  const known = await findKnown(deps, search.slackUserId);
  const seen = known?.profileSeenAt;
  if (known && seen && deps.clock.now().getTime() - seen.getTime() < PROFILE_KEPT_MS) {
    return found(known.actor, known.language);
  }
  const language = await readProfile(deps, slack, search);
  return found(await findActor(deps, search.slackUserId), language);
}

function found(actor: Actor | null, language: Language): Found {
  return actor ? { actor } : { actor: null, language };
}

async function readProfile(
  deps: Deps,
  slack: WebClient,
  { slackUserId, teamId }: { slackUserId: string; teamId: string },
): Promise<Language> {
  try {
    const profile = await readSlackProfile(slack, slackUserId);
    if (isOfWorkspace(profile, teamId)) await matchSlackUser(deps, profile);
    return languageOf(profile.locale);
  } catch (error) {
    // Slack is slow or away: what is stored of the person serves on.
    deps.log.warn({ err: error }, 'profile was not read');
    return 'vi';
  }
}
