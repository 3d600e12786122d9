import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jobs } from '../../src/domains.ts';
import { fileRenderers } from '../../src/jobs/file-messages.ts';
import { practiceTrainer } from '../../src/practice.ts';
import { purposes } from '../../src/practice-phrases.ts';
import type { ClientChange, TrainerReport } from '../../src/sandbox/client-protocol.ts';
import type { Trainer } from '../../src/sandbox/trainer.ts';
import { openWorld } from '../support/world.ts';
import { asker } from './support/ask.ts';
import { HOA, LAN, openPractice, type Practice } from './support/practice.ts';

const HOUR_MS = 3_600_000;

let practice: Practice;
let aheadMs: number;
let startedOver: number;
let trainer: Trainer;
beforeEach(async () => {
  aheadMs = 0;
  startedOver = 0;
  practice = await openPractice({
    clock: () => Date.now() + aheadMs,
    ackDeadlineMs: 50,
    rateLimits: 'enforced',
  });
  trainer = {
    moveClock: async (byMs) => {
      aheadMs += byMs;
    },
    deliveries: async () => [
      {
        id: 'd1',
        state: 'failed',
        purpose: { vi: 'Lời nhắc', en: 'Reminder' },
        to: '#chung',
        createdAt: 1,
        settledAt: 2,
        attempts: 3,
        error: 'not_in_channel',
      },
    ],
    startOver: async () => {
      startedOver += 1;
    },
  };
  practice.workspace.setTrainer(trainer);
});
afterEach(() => practice.close());

const ask: ReturnType<typeof asker> = (path, options) => asker(practice.url)(path, options);

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return ask(`/client/trainer${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function report(): Promise<TrainerReport> {
  return JSON.parse((await ask('/client/trainer')).text);
}

describe('who may use the trainers’ endpoints', () => {
  test('only this machine, and no page from elsewhere', async () => {
    const foreign = { headers: { host: 'agency.example' } };
    expect((await ask('/client/trainer', foreign)).status).toBe(403);
    const origin = { origin: 'https://agency.example' };
    const to = Date.now() + HOUR_MS;
    expect((await post('/clock', { to }, origin)).status).toBe(403);
    expect((await post('/start-over', {}, origin)).status).toBe(403);
    expect([aheadMs, startedOver]).toEqual([0, 0]);
  });

  test('nobody where there is no trainer, and the page is told so', async () => {
    const bare = await openPractice();
    const askBare = asker(bare.url);
    const id = bare.workspace.person(LAN).id;
    const snapshot = async () => JSON.parse((await askBare(`/client/snapshot?as=${id}`)).text);
    expect((await askBare('/client/trainer')).status).toBe(404);
    expect(await snapshot()).toMatchObject({ hasTrainer: false });
    bare.workspace.setTrainer(trainer);
    expect(await snapshot()).toMatchObject({ hasTrainer: true });
    await bare.close();
  });

  test('an unknown path or method is not found', async () => {
    expect((await post('/other', {})).status).toBe(404);
    expect((await ask('/client/trainer', { method: 'DELETE' })).status).toBe(404);
    expect((await ask('/client/trainerless')).status).toBe(404);
  });
});

describe('the clock', () => {
  test('moves to the moment asked for, and every open page is told', async () => {
    const heard: ClientChange[] = [];
    const { workspace } = practice;
    for (const email of [LAN, HOA]) {
      workspace.subscribe(workspace.person(email).id, (change) => heard.push(change));
    }
    const to = Date.now() + 26 * HOUR_MS;
    expect((await post('/clock', { to })).status).toBe(200);
    expect((await report()).now).toBeGreaterThanOrEqual(to);
    expect((await report()).now).toBeLessThan(to + 60_000);
    expect(heard.map(({ type }) => type)).toEqual(['clock', 'clock']);
    const [first] = heard;
    expect(first?.type === 'clock' && Math.round(first.aheadMs / HOUR_MS)).toBe(26);
    const id = workspace.person(LAN).id;
    const snapshot = JSON.parse((await ask(`/client/snapshot?as=${id}`)).text);
    expect(Math.round(snapshot.clockAheadMs / HOUR_MS)).toBe(26);
  });

  test.each([
    ['the past', () => ({ to: Date.now() - HOUR_MS }), 'not_forward'],
    ['more than five years', () => ({ to: Date.now() + 6 * 366 * 24 * HOUR_MS }), 'too_far'],
    ['no number', () => ({ to: 'ngày mai' }), 'invalid_time'],
    ['a fraction', () => ({ to: Date.now() + 0.5 }), 'invalid_time'],
    ['more than it knows', () => ({ to: Date.now() + HOUR_MS, by: 1 }), 'invalid_time'],
    ['nothing', () => undefined, 'invalid_time'],
  ])('refuses %s', async (_, body, error) => {
    const answer = await post('/clock', body());
    expect([answer.status, JSON.parse(answer.text)]).toEqual([400, { ok: false, error }]);
    expect(aheadMs).toBe(0);
  });
});

describe('the report', () => {
  test('has the deliveries as the product tells them', async () => {
    expect((await report()).deliveries).toMatchObject([
      { state: 'failed', to: '#chung', error: 'not_in_channel' },
    ]);
  });

  test('has refused calls and unanswered acts, newest first, without what is part of a normal day', async () => {
    const { client, workspace } = practice;
    await expect(client.chat.postMessage({ channel: '#ngoai', text: 'x' })).rejects.toThrow();
    const posts = Array.from({ length: 10 }, () =>
      client.chat.postMessage({ channel: '#chung', text: 'x' }),
    );
    const outcomes = await Promise.allSettled(posts);
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
    const lan = workspace.person(LAN);
    const channel = workspace.conversation('#chung').id;
    await workspace.act(lan.id, { type: 'send', channel, text: '/dangky' });
    const { failures } = await report();
    expect(failures).toEqual([
      {
        at: expect.any(Number),
        kind: 'answer',
        what: '/dangky',
        error: 'dispatch_failed',
        who: lan.name,
      },
      {
        at: expect.any(Number),
        kind: 'call',
        what: 'chat.postMessage',
        error: 'not_in_channel',
        who: null,
      },
    ]);
  });
});

describe('starting over', () => {
  test('answers first, then begins', async () => {
    expect((await post('/start-over', {})).status).toBe(202);
    expect(startedOver).toBe(1);
  });

  test('wants an empty object', async () => {
    expect((await post('/start-over', { sure: true })).status).toBe(400);
    expect(startedOver).toBe(0);
  });

  test('is refused where the data are not its own', async () => {
    practice.workspace.setTrainer({ ...trainer, startOver: null });
    expect((await post('/start-over', {})).status).toBe(409);
    expect((await report()).canStartOver).toBe(false);
  });

  test('ends the streams of the open pages, so that they connect anew', async () => {
    const id = practice.workspace.person(LAN).id;
    const stream = await fetch(`${practice.url}/client/changes?as=${id}`);
    const { session } = await report();
    await practice.workspace.close();
    await expect(stream.text()).resolves.toContain(': connected');
    const other = await openPractice();
    other.workspace.setTrainer(trainer);
    const fresh = JSON.parse((await asker(other.url)('/client/trainer')).text);
    expect(fresh.session).not.toBe(session);
    await other.close();
  });
});

describe('the product behind it', () => {
  test('every kind of message has a purpose in words', () => {
    const renderers = [...fileRenderers, ...jobs.flatMap(({ renderers }) => renderers ?? [])];
    const kinds = renderers.map(({ purpose }) => purpose);
    expect(kinds.filter((purpose) => purposes[purpose] === undefined)).toEqual([]);
    expect(Object.keys(purposes).filter((purpose) => !kinds.includes(purpose))).toEqual([]);
  });

  test('a moved clock lets a deadline pass; deliveries have names, failures their reason', {
    timeout: 60_000,
  }, async () => {
    const world = await openWorld();
    const real = practiceTrainer(
      { ...world.deps, clock: world.clock },
      { workspace: world.workspace, jobs: world.app.jobs, startOver: null },
    );
    const secretary = world.as('ha.nguyen@bhxh.example');
    await secretary.types('/hoidong moi');
    await secretary.waitsForModal('Lập phiên họp');
    await secretary.fills({
      'Địa điểm hoặc hình thức': 'Phòng họp tầng 2',
      'Sáng kiến đưa ra xét': ['Nhắc đóng BHXH theo ba mức'],
    });
    await secretary.submits();
    await secretary.clicks('Mở bỏ phiếu', { in: 'modal' });
    await secretary.waitsForModal('Mở bỏ phiếu');
    world.workspace.archive('#hoi-dong-sang-kien');
    await secretary.fills({ 'Hình thức': 'Biểu quyết công khai' });
    await secretary.submits();
    await world.as('minh.pham@bhxh.example').sees('Mời bỏ phiếu');
    const before = world.clock.now().getTime();
    await real.moveClock(30 * 24 * HOUR_MS);
    expect(world.clock.now().getTime()).toBeGreaterThanOrEqual(before + 30 * 24 * HOUR_MS);
    await secretary.sees('Chưa đủ số thành viên bỏ phiếu');

    const deliveries = await real.deliveries(100);
    expect(deliveries).toContainEqual(
      expect.objectContaining({
        purpose: purposes['councils.vote_card'],
        to: 'Phạm Tuấn Minh',
        state: 'delivered',
        error: null,
      }),
    );
    const failed = { to: '#hoi-dong-sang-kien', state: 'failed', error: 'is_archived' };
    await expect.poll(() => real.deliveries(100)).toContainEqual(expect.objectContaining(failed));
    expect((await real.deliveries(1)).length).toBe(1);
    await world.close();
  });
});
