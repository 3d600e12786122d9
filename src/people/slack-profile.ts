import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { SlackProfile } from './match-slack-user.ts';

const User = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  locale: z.string().optional(),
  tz: z.string().nullish(),
  is_bot: z.boolean().optional(),
  deleted: z.boolean().optional(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  profile: z.object({ email: z.string().optional() }).optional(),
});

export interface SlackUser extends SlackProfile {
  /** As they write it in Slack. */
  fullName: string;
}

export interface ReadProfile extends SlackUser {
  /** The workspace that they belong to; null when Slack does not say. */
  teamId: string | null;
  isBot: boolean;
  /** The account was closed. */
  isGone: boolean;
}

/** @throws as Slack's client does */
export async function readSlackProfile(slack: WebClient, userId: string): Promise<ReadProfile> {
  const answer = await slack.users.info({ user: userId, include_locale: true });
  const user = User.parse(answer.user);
  return {
    slackUserId: user.id,
    fullName: user.real_name || user.name || user.id,
    email: user.profile?.email ?? null,
    locale: user.locale ?? null,
    timeZone: user.tz ?? null,
    teamId: user.team_id ?? null,
    isBot: user.is_bot ?? false,
    isGone: user.deleted ?? false,
  };
}

/** Whether it is an account of somebody of this workspace: no guest of a shared channel, no bot. */
export function isOfWorkspace(profile: ReadProfile, teamId: string): boolean {
  const ours = profile.teamId === null || profile.teamId === teamId;
  return ours && !profile.isBot && !profile.isGone;
}

/**
 * The id of the Slack user with this e-mail, or null when nobody in the workspace has it.
 *
 * @throws as Slack's client does
 */
export async function findSlackUserByEmail(
  slack: WebClient,
  email: string,
): Promise<string | null> {
  try {
    const answer = await slack.users.lookupByEmail({ email });
    const user = User.parse(answer.user);
    return user.deleted || user.is_bot ? null : user.id;
  } catch (error) {
    const parsed = z.object({ data: z.object({ error: z.string() }) }).safeParse(error);
    if (parsed.success && parsed.data.data.error === 'users_not_found') return null;
    throw error;
  }
}
