import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
} from 'vitest';
import { createSignalHandler, Running } from '../src/running.ts';
import { type HeldSlack, openHeldSlack } from './support/held-slack.ts';
import { type OpenPlace, places } from './support/place.ts';
import { type Spawned, spawnProduct } from './support/product.ts';

// A process that is told to end ends by itself, at whatever it is.

const IN_ORDER = { code: 0, signal: null };

describe('what runs', () => {
  let running: Running;
  let stopped: string[];
  beforeEach(() => {
    running = new Running();
    stopped = [];
  });
  const stops = (name: string) => async () => void stopped.push(name);

  test('is stopped also when it was added while another was being stopped', async () => {
    running.add(stops('door'));
    running.add(async () => {
      running.add(stops('workspace'));
      running.add(stops('app'));
      stopped.push('database');
    });
    await running.stop();
    expect(stopped).toEqual(['database', 'app', 'workspace', 'door']);
  });

  test('is stopped also when it was added after the stop', async () => {
    running.add(stops('door'));
    await running.stop();
    running.add(stops('database'));
    await running.stop();
    expect(stopped).toEqual(['door', 'database']);
  });

  test('is not taken away from under what is being started', async () => {
    running.add(stops('database'));
    const slack = new EventEmitter();
    const started = running.start(async () => {
      await once(slack, 'answer');
      expect(stopped).toEqual([]);
      running.add(stops('app'));
    });
    const stop = running.stop();
    expect(running.asked.aborted).toBe(true);
    slack.emit('answer');
    await Promise.all([started, stop]);
    expect(stopped).toEqual(['app', 'database']);
  });

  test('is stopped also when a start or another stop has failed', async () => {
    running.add(stops('door'));
    running.add(async () => {
      throw new Error('no answer');
    });
    const started = running.start(async () => {
      running.add(stops('workspace'));
      throw new Error('no app');
    });
    await expect(started).rejects.toThrow('no app');
    await expect(running.stop()).rejects.toThrow('no answer');
    expect(stopped).toEqual(['workspace', 'door']);
  });
});

test('signals that come soon after the first do nothing; after five seconds one ends at once', () => {
  const done: string[] = [];
  let now = 1_000;
  const signal = createSignalHandler({
    stop: () => done.push('stop'),
    endAtOnce: () => done.push('end at once'),
    now: () => now,
  });
  signal();
  for (now of [1_001, 6_000]) signal();
  expect(done).toEqual(['stop']);
  now = 6_001;
  signal();
  expect(done).toEqual(['stop', 'end at once']);
});

/** What a product says first of these words, or how it ends without them. */
async function endsOrSays({ child, output, ended }: Spawned, words: string) {
  const said = new Promise<string>((resolve) => {
    const look = () => {
      if (output().includes(words)) resolve(words);
    };
    child.stdout?.on('data', look);
    look();
  });
  return Promise.race([ended, said]);
}

function spawns(env: Record<string, string>): Spawned {
  const product = spawnProduct(env);
  onTestFinished(async () => {
    product.child.kill('SIGKILL');
    await product.ended;
  });
  return product;
}

describe.each(places)('the real thing, on $name', (place) => {
  let open: OpenPlace;
  let slack: HeldSlack;
  beforeAll(async () => {
    open = await place.open();
    await open.prepare(async () => undefined);
  });
  afterAll(() => open.remove());
  afterEach(() => slack.close());

  test('ends when it is told so before Slack has told who it is', async () => {
    slack = await openHeldSlack('auth.test');
    const product = spawns({ ...slack.env, ...open.env });
    await slack.asked;
    product.child.kill('SIGTERM');
    slack.answer();
    expect(await endsOrSays(product, 'is ready')).toEqual(IN_ORDER);
  });

  test.each(['apps.connections.open', 'socket'] as const)(
    'ends though Slack never answers: %s',
    async (call) => {
      slack = await openHeldSlack(call);
      const product = spawns({ ...slack.env, ...open.env });
      await slack.asked;
      product.child.kill('SIGTERM');
      expect(await product.ended).toEqual(IN_ORDER);
    },
  );

  test('ends while it waits to try again to connect to Slack', async () => {
    const broken = { ok: false, error: 'internal_error' };
    slack = await openHeldSlack(null, { 'apps.connections.open': broken });
    const product = spawns({ ...slack.env, ...open.env });
    await endsOrSays(product, 'Failed to retrieve a new WSS URL');
    product.child.kill('SIGINT');
    expect(await product.ended).toEqual(IN_ORDER);
  });

  test('stops in order though it is told so twice, as by npm and by the service manager', async () => {
    slack = await openHeldSlack(null);
    const overHttp = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 's'.repeat(32) };
    const product = spawns({ ...slack.env, ...open.env, ...overHttp });
    expect(await endsOrSays(product, 'Thi Đua is ready')).toBe('Thi Đua is ready');
    const port = Number(/port (\d+)\)/.exec(product.output())?.[1]);
    // What Slack has begun to send keeps it from ending between the signals.
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n',
    );
    await once(socket, 'data');
    const health = async () => (await fetch(`http://127.0.0.1:${port}/health`)).status;
    product.child.kill('SIGTERM');
    await expect.poll(health).toBe(503);
    product.child.kill('SIGTERM');
    expect(await health()).toBe(503);
    socket.write('1');
    expect(await product.ended).toEqual(IN_ORDER);
  });
});

describe('the practice workspace', () => {
  // One for all, in this order: a database that is there need not be made again.
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stopping-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const isThere = (name: string) => () => existsSync(join(folder, name));
  const soon = { interval: 5 };

  test.each(['process.lock', 'workspace.jsonl'])(
    'ends when it is told so as it has made %s',
    async (name) => {
      expect(isThere(name)()).toBe(false);
      const product = spawns({ DATA_DIR: folder });
      await expect.poll(isThere(name), soon).toBe(true);
      product.child.kill('SIGTERM');
      expect(await endsOrSays(product, 'http://localhost:')).toEqual(IN_ORDER);
      expect(product.output()).not.toContain('Error');
      expect(isThere('process.lock')()).toBe(false);
    },
  );

  test.each(['while it stops', 'while it starts'])('ends as it starts over, %s', async (when) => {
    const product = spawns({ DATA_DIR: folder });
    await endsOrSays(product, 'http://localhost:');
    const address = /http:\/\/localhost:\d+/.exec(product.output())?.[0];
    const answer = await fetch(`${address}/client/trainer/start-over`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(202);
    if (when === 'while it starts') {
      await expect.poll(isThere('ballot.key'), soon).toBe(false);
      await expect.poll(isThere('postgres.whole'), soon).toBe(true);
    }
    product.child.kill('SIGTERM');
    expect(await product.ended).toEqual(IN_ORDER);
    expect(product.output()).not.toContain('Error');
    expect(isThere('process.lock')()).toBe(false);
  });
});
