import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { type RunningApp, SLACK_PATH } from './compose.ts';
import { ConfigError } from './config.ts';
import type { Database } from './database/client.ts';
import { createUnfinished, type Unfinished } from './kernel/unfinished.ts';
import type { Workspace } from './sandbox/start-workspace.ts';

/** What stands behind the one port: Slack's requests, the practice workspace's page, health. */
export interface Behind {
  /** Null until the app has started. */
  app: RunningApp | null;
  database: Database;
  workspace: Workspace | null;
}

export interface FrontDoor {
  port: number;
  /** From now on requests go there; nowhere, as before the first call, means 503. */
  lead(to: Behind | null): void;
  /**
   * Resolves when what Slack has begun to send is answered, of which the body may still be on its way.
   *
   * @param mostMs the longest that it waits
   */
  answered(mostMs: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Listens on PORT.
 *
 * @param host where to listen; everywhere without one
 * @throws {ConfigError} when the port is taken or forbidden
 */
export async function openFrontDoor(port: number, host: string | undefined): Promise<FrontDoor> {
  let behind: Behind | null = null;
  const unanswered = createUnfinished();
  const server = createServer((request, response) => {
    if (behind) answer({ ...behind, unanswered }, request, response);
    else answerNotYet(response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (behind?.workspace) behind.workspace.handleUpgrade(request, socket, head);
    else socket.destroy();
  });
  await listen(server, port, host);
  return {
    // A listening TCP server's address is never a string.
    port: (server.address() as AddressInfo).port,
    lead(to) {
      behind = to;
    },
    async answered(mostMs) {
      await Promise.race([unanswered.settled(), setTimeout(mostMs, undefined, { ref: false })]);
    },
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const said = { EADDRINUSE: 'is in use', EACCES: 'may not be used' }[error.code ?? ''];
      reject(
        said
          ? new ConfigError(`PORT ${port} ${said}; set PORT to another one, such as 4391.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

/** A browser asks again by itself after a second. */
function answerNotYet(response: ServerResponse): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1', refresh: '1' };
  response.writeHead(503, headers).end('Thi Đua đang khởi động. / Thi Đua is starting.\n');
}

function answer(
  behind: Behind & { unanswered: Unfinished },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { app, database, workspace, unanswered } = behind;
  const path = request.url?.split('?')[0];
  if (path === '/health') {
    health(app, database).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
      () => response.writeHead(503).end('{"ok":false}'),
    );
    return;
  }
  if (path === SLACK_PATH && app?.requestListener) {
    // Bolt throws at what it does not serve, and nobody would catch that.
    if (request.method === 'POST') {
      void unanswered.track(once(response, 'close'));
      app.requestListener(request, response);
    } else response.writeHead(405, { allow: 'POST' }).end();
    return;
  }
  if (workspace?.handle(request, response)) return;
  response.writeHead(404).end();
}

async function health(app: RunningApp | null, database: Database): Promise<string> {
  await database.db.$queryRaw`select 1`;
  return JSON.stringify({ ok: app !== null, ackMs: app?.slack.ackLatency.summary() });
}
