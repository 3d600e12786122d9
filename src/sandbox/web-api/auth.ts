/** auth.test, api.test, apps.connections.open */
import { z } from 'zod';
import { ApiFailure } from '../api-failure.ts';
import { handleOf } from '../payloads.ts';
import { defineMethod } from './method.ts';

export const authTest = defineMethod({
  tier: 'generous',
  arguments: z.object({}),
  run: ({ core }) => {
    const { teamId, teamName, teamDomain, botUserId, botId } = core.identity;
    const bot = core.state.people.get(botUserId);
    return {
      url: `https://${teamDomain}.slack.com/`,
      team: teamName,
      user: bot === undefined ? '' : handleOf(bot),
      team_id: teamId,
      user_id: botUserId,
      bot_id: botId,
      is_enterprise_install: false,
    };
  },
});

export const apiTest = defineMethod({
  token: 'none',
  tier: 'generous',
  arguments: z.looseObject({ error: z.string().optional() }),
  run: (_context, args) => {
    if (args.error !== undefined) throw new ApiFailure(args.error, { args });
    return { args };
  },
});

export const connectionsOpen = defineMethod({
  token: 'app',
  tier: 'connections',
  arguments: z.object({}),
  run: ({ core }) => {
    if (core.manifest.settings?.socket_mode_enabled !== true) {
      throw new ApiFailure('socket_mode_not_enabled');
    }
    const url = new URL('/socket', core.baseUrl().replace(/^http/, 'ws'));
    url.searchParams.set('ticket', core.openSocketTicket());
    url.searchParams.set('app_id', core.identity.appId);
    return { url: url.href };
  },
});
