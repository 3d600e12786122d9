import type { RequestListener } from 'node:http';
import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { z } from 'zod';
import type { Database } from './database/client.ts';
import { jobs as domainJobs, listeners } from './domains.ts';
import type { Pace } from './jobs/pace.ts';
import { type Jobs, startJobs } from './jobs/runner.ts';
import type { Deps } from './kernel/deps.ts';
import { createSlackApp, type SlackApp, slackClientOptions } from './slack/app.ts';
import { boltLogger } from './slack/bolt-logger.ts';

/** How Slack reaches the app. */
export type Transport =
  | { mode: 'socket'; appToken: string }
  | { mode: 'http'; signingSecret: string };

export const SLACK_PATH = '/slack/events';

export interface RunningApp {
  slack: SlackApp;
  jobs: Jobs;
  /** Over HTTP: what serves Slack's requests at `SLACK_PATH`. */
  requestListener: RequestListener | null;
  /**
   * Finishes what is under way; nothing more may be led to it.
   *
   * @param allHeard resolves when what is led to it already has been heard to its end
   */
  stop(allHeard?: () => Promise<void>): Promise<void>;
}

const Identity = z.object({ team_id: z.string(), user_id: z.string(), bot_id: z.string() });

/**
 * Puts the app together on an open database and starts it: listeners, deliveries, calendar.
 *
 * @param connection.asked when it is aborted before Slack has answered, nothing is left running and its
 *   reason is thrown: an answer may be long in coming, and a connection is tried again and again
 */
export async function startApp(
  deps: Deps,
  database: Database,
  connection: {
    transport: Transport;
    botToken: string;
    apiUrl: string | undefined;
    asked?: AbortSignal;
  },
  /** Slack's unless said otherwise. */
  pace?: Pace,
): Promise<RunningApp> {
  const { transport, botToken, apiUrl, asked = NEVER } = connection;
  const clientOptions = {
    ...slackClientOptions,
    logger: boltLogger(deps.log),
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  };
  const slack = new WebClient(botToken, clientOptions);
  // What a start asks of Slack. What the app tells people is not broken off.
  const startOptions = { ...clientOptions, fetch: fetchUntil(asked) };
  const ownName = new WebClient(botToken, startOptions).auth.test();
  const identity = Identity.parse(await orAborted(asked, ownName));
  const receiver =
    transport.mode === 'socket'
      ? new SocketModeReceiver({
          appToken: transport.appToken,
          installerOptions: { clientOptions: startOptions },
          logger: boltLogger(deps.log),
        })
      : new HTTPReceiver({
          signingSecret: transport.signingSecret,
          endpoints: SLACK_PATH,
          logger: boltLogger(deps.log),
          // A request whose work is slow is answered late rather than refused: the work is not undone.
          unhandledRequestTimeoutMillis: 30_000,
        });
  const app = createSlackApp(
    deps,
    {
      receiver,
      slack,
      token: botToken,
      apiUrl,
      teamId: identity.team_id,
      botUserId: identity.user_id,
      botId: identity.bot_id,
    },
    listeners,
  );
  const jobs = await startJobs({ ...deps, slack }, database, domainJobs, pace);
  if (transport.mode === 'socket') {
    try {
      await orAborted(asked, app.bolt.start());
    } catch (error) {
      await app.bolt.stop();
      // The second time it no longer waits for Slack to answer that it has closed the connection too.
      await app.bolt.stop();
      await jobs.stop();
      throw error;
    }
  }
  return {
    slack: app,
    jobs,
    requestListener: receiver instanceof HTTPReceiver ? receiver.requestListener : null,
    async stop(allHeard) {
      if (transport.mode === 'socket') await app.bolt.stop();
      await jobs.stop();
      await allHeard?.();
      // Whoever has pressed must not be told of a failure because the database is closed next.
      await app.settled();
    },
  };
}

const NEVER = new AbortController().signal;

/**
 * Calls that are broken off when the signal is aborted, without an answer and without an error: nobody waits
 * for them then, and an error as Bolt connects once more would be caught by nobody and end the process.
 */
function fetchUntil(asked: AbortSignal): NonNullable<WebClientOptions['fetch']> {
  return async (url, init) => {
    const signal = init?.signal ? AbortSignal.any([init.signal, asked]) : asked;
    try {
      return await fetch(url, { ...init, signal });
    } catch (error) {
      if (asked.aborted) return new Promise<never>(() => undefined);
      throw error;
    }
  };
}

/** @throws the signal's reason when it is aborted first; what becomes of the work then is nobody's concern */
function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
