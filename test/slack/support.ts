import { SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Database } from '../../src/database/client.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { openLiveRulebook } from '../../src/rulebook/live.ts';
import { type Actor, as } from '../../src/sandbox/driver.ts';
import type { PracticeClock } from '../../src/sandbox/practice-clock.ts';
import { emailOf, type Login, STAFF } from '../../src/sandbox/sample/people.ts';
import { seedSampleAgency } from '../../src/sandbox/sample/seed.ts';
import { sampleChannels, samplePeople } from '../../src/sandbox/sample/workspace.ts';
import type { Workspace } from '../../src/sandbox/start-workspace.ts';
import { createSlackApp, type SlackApp, slackClientOptions } from '../../src/slack/app.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import type { RegisterListeners } from '../../src/slack/listeners.ts';
import { openTestClock } from '../support/clock.ts';
import { cloneDatabase } from '../support/database.ts';
import { captureLog, type LogCapture } from '../support/log-capture.ts';
import { openSlackServer } from '../support/slack-server.ts';

/** The Slack side alone: real Bolt before a workspace, with a matter made for the test instead of the domains. */
export interface Desk {
  database: Database;
  deps: Deps;
  clock: PracticeClock;
  log: LogCapture;
  workspace: Workspace;
  slack: WebClient;
  app: SlackApp;
  receiver: SocketModeReceiver;
  as(login: Login): Actor;
  /** Somebody by e-mail, of the staff or not. */
  somebody(email: string): Actor;
  close(): Promise<void>;
}

export async function openDesk(register: RegisterListeners): Promise<Desk> {
  const database = await cloneDatabase();
  const clock = await openTestClock(database.db);
  const log = captureLog();
  const { workspace, env, close } = await openSlackServer({
    people: samplePeople(),
    channels: sampleChannels(),
    clock: () => clock.now().getTime(),
  });
  const deps: Deps = {
    db: database.db,
    rulebook: openLiveRulebook(),
    clock,
    zone: 'Asia/Ho_Chi_Minh',
    log: log.log,
    ballotKey: Buffer.alloc(32, 7),
  };
  await seedSampleAgency(deps, {
    slackIdByEmail: new Map(
      STAFF.map(({ login }) => [emailOf(login), workspace.person(emailOf(login)).id]),
    ),
    channelIdByName: new Map(),
  });
  const clientOptions = {
    ...slackClientOptions,
    logger: boltLogger(deps.log),
    slackApiUrl: env.SLACK_API_URL,
  };
  const slack = new WebClient(env.SLACK_BOT_TOKEN, clientOptions);
  const { teamId, botUserId, botId } = workspace.core.identity;
  const receiver = new SocketModeReceiver({
    appToken: env.SLACK_APP_TOKEN,
    installerOptions: { clientOptions },
    logger: boltLogger(deps.log),
  });
  const app = createSlackApp(
    deps,
    {
      receiver,
      slack,
      token: env.SLACK_BOT_TOKEN,
      apiUrl: env.SLACK_API_URL,
      teamId,
      botUserId,
      botId,
    },
    [register],
  );
  await app.bolt.start();
  return {
    database,
    deps,
    clock,
    log,
    workspace,
    slack,
    app,
    receiver,
    as: (login) => as(workspace, emailOf(login)),
    somebody: (email) => as(workspace, email),
    async close() {
      await app.bolt.stop();
      await close();
      await database.close();
    },
  };
}
