import { App, LogLevel, type Receiver } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Deps } from '../kernel/deps.ts';
import { createUnfinished } from '../kernel/unfinished.ts';
import { type AckLatency, createAckLatency } from './ack-latency.ts';
import { boltListeners, type Registered } from './bolt-listeners.ts';
import { boltLogger } from './bolt-logger.ts';
import type { RegisterListeners } from './listeners.ts';
import { phrases } from './phrases.ts';

export interface SlackApp {
  bolt: App;
  ackLatency: AckLatency;
  /** Resolves when everybody who has asked for something so far has been served and told. */
  settled(): Promise<void>;
  /** Names of everything registered, for the manifest's test. */
  registered: Registered;
}

/** Calls end by themselves well before a job is taken for dead; what to retry is decided by the caller. */
export const slackClientOptions = {
  retryConfig: { retries: 0 },
  timeout: 10_000,
  rejectRateLimitedCalls: true,
} as const;

/** The Bolt app with every listener of every domain, the same over Socket Mode and HTTP. */
export function createSlackApp(
  deps: Deps,
  options: {
    receiver: Receiver;
    slack: WebClient;
    token: string;
    apiUrl: string | undefined;
    /** The workspace that the token belongs to; payloads of any other are refused. */
    teamId: string;
    botUserId: string;
    botId: string;
  },
  domains: readonly RegisterListeners[],
): SlackApp {
  const { receiver, slack, token, teamId, botUserId, botId } = options;
  const unfinished = createUnfinished();
  const bolt = new App({
    receiver,
    authorize: async () => ({ botToken: token, botUserId, botId, teamId }),
    clientOptions: {
      ...slackClientOptions,
      ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
    },
    // The app listens to nobody's messages, so none of its own come to it.
    ignoreSelf: false,
    // Nothing is kept of conversations, so nothing need be looked for at each request.
    convoStore: false,
    // Bolt's debug level prints whole payloads, ballots among them.
    logLevel: LogLevel.INFO,
    logger: boltLogger(deps.log),
  });
  bolt.use(async ({ body, ack, next, ...rest }) => {
    const from = payloadTeam(body);
    if (from === teamId) return unfinished.track(next());
    deps.log.warn({ team: from }, 'payload of another workspace refused');
    const isCommand = 'command' in rest && rest.command !== undefined;
    const acknowledge: unknown = ack;
    if (typeof acknowledge === 'function')
      await acknowledge(isCommand ? { text: phrases.vi.otherWorkspace } : undefined);
  });
  bolt.error(async (error) => {
    deps.log.error({ err: error.original ?? error, code: error.code }, 'listener failed');
  });
  const ackLatency = createAckLatency();
  const surroundings = { slack, teamId, ackLatency, unfinished };
  const { listeners, registered } = boltListeners(bolt, deps, surroundings);
  for (const register of domains) register(listeners, deps);
  return { bolt, ackLatency, settled: () => unfinished.settled(), registered };
}

function payloadTeam(body: object): string | undefined {
  if ('team_id' in body && typeof body.team_id === 'string') return body.team_id;
  if ('team' in body && typeof body.team === 'object' && body.team && 'id' in body.team)
    return String(body.team.id);
  return undefined;
}
