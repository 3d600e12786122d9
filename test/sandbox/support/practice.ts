/** A workspace behind a real HTTP server, with a real Bolt app in front of it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, type AppOptions, HTTPReceiver, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import {
  openWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../../src/sandbox/start-workspace.ts';
import { parseManifest } from '../../../src/sandbox/validation/manifest.ts';

export const SCOPES = [
  'channels:history',
  'channels:join',
  'channels:manage',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'mpim:read',
  'mpim:write',
  'reactions:write',
  'users:read',
  'users:read.email',
];

export function manifestWith(options: { scopes?: readonly string[] } = {}) {
  return parseManifest(`
display_information:
  name: Thi Đua
features:
  bot_user: { display_name: Thi Đua }
  app_home: { home_tab_enabled: true, messages_tab_enabled: true }
  slash_commands:
    - { command: /dangky, description: Đăng ký danh hiệu, usage_hint: '[năm]', should_escape: true }
    - { command: /cham, description: Chậm }
  shortcuts:
    - { name: Gửi sáng kiến, type: global, callback_id: idea, description: Gửi một sáng kiến }
    - { name: Ghi nhận việc tốt, type: message, callback_id: praise, description: Ghi nhận }
oauth_config:
  scopes:
    bot: [${(options.scopes ?? SCOPES).join(', ')}]
settings:
  event_subscriptions:
    bot_events: [app_home_opened, message.im]
  interactivity: { is_enabled: true }
  socket_mode_enabled: true
`);
}

export const LAN = 'lan@bhxh.example';
export const MINH = 'minh@bhxh.example';
export const HOA = 'hoa@bhxh.example';

const tz = 'Asia/Ho_Chi_Minh';

export function optionsWith(changes: Partial<WorkspaceOptions> = {}): WorkspaceOptions {
  return {
    manifest: manifestWith(),
    people: [
      { name: 'Nguyễn Thị Lan', email: LAN, title: 'Chuyên viên', locale: 'vi-VN', tz },
      { name: 'Trần Văn Minh', email: MINH, title: 'Trưởng phòng', locale: 'vi-VN', tz },
      { name: 'Lê Thị Hòa', email: HOA, title: 'Giám đốc', locale: 'en-US', tz },
    ],
    channels: [
      {
        name: 'chung',
        isPrivate: false,
        memberEmails: 'all',
        topic: 'Việc chung',
        appIsMember: true,
      },
      { name: 'ngoai', isPrivate: false, memberEmails: [MINH], topic: '', appIsMember: false },
      { name: 'kin', isPrivate: true, memberEmails: [MINH], topic: '', appIsMember: false },
      {
        name: 'hoi-dong',
        isPrivate: true,
        memberEmails: [MINH, HOA],
        topic: '',
        appIsMember: true,
      },
    ],
    journalPath: null,
    clock: Date.now,
    delivery: { mode: 'socket' },
    teamName: 'BHXH thử',
    rateLimits: 'off',
    ...changes,
  };
}

export interface Practice {
  workspace: Workspace;
  url: string;
  client: WebClient;
  /** A client that sends a call once and tells of every failure. */
  clientWith(token: string): WebClient;
  close(): Promise<void>;
}

export async function openPractice(changes: Partial<WorkspaceOptions> = {}): Promise<Practice> {
  const workspace = await openWorkspace(optionsWith(changes));
  const server = createServer((req, res) => {
    if (!workspace.handle(req, res)) res.writeHead(418).end('not the workspace');
  });
  server.on('upgrade', (req, socket, head) => workspace.handleUpgrade(req, socket, head));
  const url = await listen(server);
  workspace.setBaseUrl(url);
  const clientWith = (token: string) =>
    new WebClient(token, {
      slackApiUrl: `${url}/api/`,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logLevel: LogLevel.ERROR,
    });
  return {
    workspace,
    url,
    clientWith,
    client: clientWith(workspace.credentials.botToken),
    close: async () => {
      await workspace.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface AppInPractice extends Practice {
  app: App;
}

/** Starts a Bolt app against a fresh workspace, over either transport. */
export async function openWithApp(
  mode: 'socket' | 'http',
  register: (app: App) => void,
  changes: Partial<WorkspaceOptions> = {},
): Promise<AppInPractice> {
  if (mode === 'socket') {
    const practice = await openPractice(changes);
    const app = newApp(practice, {
      token: practice.workspace.credentials.botToken,
      appToken: practice.workspace.credentials.appToken,
      socketMode: true,
    });
    register(app);
    await app.start();
    return {
      ...practice,
      app,
      close: async () => {
        await app.stop();
        await practice.close();
      },
    };
  }
  return openOverHttp(register, changes);
}

async function openOverHttp(
  register: (app: App) => void,
  changes: Partial<WorkspaceOptions>,
): Promise<AppInPractice> {
  // The request URL must be known before the workspace opens, the secret before the receiver.
  let listener: HTTPReceiver['requestListener'] | undefined;
  const server = createServer((req, res) => listener?.(req, res));
  const url = `${await listen(server)}/slack/events`;
  const practice = await openPractice({ ...changes, delivery: { mode: 'http', url } });
  const receiver = new HTTPReceiver({
    signingSecret: practice.workspace.credentials.signingSecret,
    logLevel: LogLevel.ERROR,
  });
  listener = receiver.requestListener;
  const app = newApp(practice, {
    token: practice.workspace.credentials.botToken,
    receiver,
  });
  register(app);
  await app.init();
  return {
    ...practice,
    app,
    close: async () => {
      await practice.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function newApp(practice: Practice, options: AppOptions): App {
  return new App({
    ...options,
    clientOptions: { slackApiUrl: `${practice.url}/api/` },
    logLevel: LogLevel.ERROR,
    deferInitialization: options.receiver !== undefined,
  });
}
