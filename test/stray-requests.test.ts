import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningApp } from '../src/compose.ts';
import { ConfigError, readConfig } from '../src/config.ts';
import { type FrontDoor, openFrontDoor } from '../src/front-door.ts';
import { Running } from '../src/running.ts';
import { FailureLog } from '../src/sandbox/failure-log.ts';
import { openPracticeClock } from '../src/sandbox/practice-clock.ts';
import { serve } from '../src/serve.ts';
import { cloneDatabase } from './support/database.ts';
import { type Product, startProduct } from './support/product.ts';

// Anybody on the network can send a request: none of them ends the process.

describe('the practice workspace', () => {
  let product: Product;
  let folder: string;
  let port: number;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stray-'));
    product = await startProduct({ DATA_DIR: folder }, 'http://localhost:');
    port = Number(/http:\/\/localhost:(\d+)/.exec(product.output())?.[1]);
  }, 60_000);
  afterAll(async () => {
    expect(await product.stop()).toBe(0);
    await rm(folder, { recursive: true });
  });

  /** Sends the bytes and cuts the line, or waits for the answer. */
  async function sends(text: string, then: 'cut' | 'wait'): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.write(text);
    if (then === 'cut') socket.resetAndDestroy();
    await once(socket, 'close');
    return answer;
  }

  test.each([
    [
      'what is no address',
      'GET // HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      '400',
    ],
    [
      'a GET at the app’s door',
      'GET /slack/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      '404',
    ],
  ])('outlives %s', async (_what, request, status) => {
    expect(await sends(request, 'wait')).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
  });

  test('outlives upgrades that are refused while the line is cut', async () => {
    const upgrade = (path: string) =>
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
    for (let round = 0; round < 10; round += 1) {
      for (const path of ['/socket?ticket=x', '/nowhere', '//']) await sends(upgrade(path), 'cut');
    }
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect(health.status).toBe(200);
  });
});

test('the app’s door takes POST alone: Bolt throws at everything else', async () => {
  const door = await openFrontDoor(0, '127.0.0.1');
  const throws = () => {
    throw new Error('not mine');
  };
  const app = { requestListener: throws } as unknown as RunningApp;
  const database = await cloneDatabase();
  door.lead({ app, database, workspace: null });
  const answer = await fetch(`http://127.0.0.1:${door.port}/slack/events?x=1`);
  expect(answer.status).toBe(405);
  await door.close();
  await database.close();
});

describe('who stops the app waits for what Slack has begun to send', () => {
  let door: FrontDoor;
  let socket: Socket;
  let heard: string[];
  beforeEach(async () => {
    heard = [];
    door = await openFrontDoor(0, '127.0.0.1');
    const requestListener: RunningApp['requestListener'] = (request, response) => {
      request.on('data', (chunk) => heard.push(String(chunk))).on('end', () => response.end('ok'));
      request.on('error', () => undefined);
    };
    const app = { requestListener } as RunningApp;
    // Only health asks the database.
    door.lead({ app, database: null as never, workspace: null });
    socket = connect(door.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n1');
    await expect.poll(() => heard).toEqual(['1']);
    door.lead(null);
  });
  afterEach(async () => {
    socket.destroy();
    await door.close();
  });

  test('until it is answered, the rest of its body too', async () => {
    const answered = door.answered(60_000).then(() => heard.push('answered'));
    socket.write('2');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain('200 OK');
    await answered;
    expect(heard).toEqual(['1', '2', 'answered']);
  });

  test('and not for ever', async () => {
    await door.answered(1);
    expect(heard).toEqual(['1']);
  });
});

test('the real thing does not start on a database that was practised in', async () => {
  const database = await cloneDatabase();
  await openPracticeClock(database.db);
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    BALLOT_KEY: 'k'.repeat(32),
    SLACK_API_URL: 'http://127.0.0.1:1/api/',
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  const running = new Running();
  const embedded = { connection: database.connection, close: async () => undefined };
  await expect(serve(config, Promise.resolve(embedded), running)).rejects.toThrow(ConfigError);
  await running.stop();
  await database.close();
});

test('the trainers’ panel does not tell which button somebody pressed: it may be a vote', () => {
  const log = new FailureLog();
  const payload = {
    type: 'block_actions',
    user: { id: 'U1' },
    actions: [{ action_id: 'councils.disagree' }],
  };
  log.noteAnswer({ type: 'interactive', payload } as never, 'operation_timeout');
  expect(log.latest).toMatchObject([{ what: 'block_actions', userId: 'U1' }]);
});
