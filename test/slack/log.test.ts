import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFrontDoor } from '../../src/front-door.ts';
import { as } from '../../src/sandbox/driver.ts';
import { emailOf, type Login } from '../../src/sandbox/sample/people.ts';
import { admitCrowd, type Crowd, crowdEmail, seedCrowd } from '../support/crowd.ts';
import { captureLog } from '../support/log-capture.ts';
import { toldInPrivate } from '../support/pressing.ts';
import { openWorld, type World } from '../support/world.ts';

const MEMBERS = 5;
const OPINION = 'Cần thêm số liệu của quý III trước khi nhân rộng';
const capture = captureLog();

let world: World;
let crowd: Crowd;
beforeAll(async () => {
  world = await openWorld({ log: capture.log });
  admitCrowd(world.workspace, MEMBERS);
  crowd = await seedCrowd(world.deps, MEMBERS, (email) => world.workspace.person(email).id);
});
afterAll(() => world.close());

const member = (number: number) => as(world.workspace, crowdEmail(number));
const staff = (login: Login) => world.as(emailOf(login));

/** Nothing of what people chose, wrote or were given, and none of the app's keys. */
function expectNoSecrets(receipts: readonly string[] = []): void {
  const text = capture.text();
  const { botToken, appToken, signingSecret } = world.workspace.credentials;
  const choices = [
    'councils.agree',
    'councils.disagree',
    'councils.other',
    '"agree"',
    '"disagree"',
  ];
  const labels = ['Đồng ý', 'Không đồng ý', 'Ý kiến khác', ', agree,', ', disagree,'];
  const keys = [botToken, appToken, signingSecret, world.deps.ballotKey.toString('hex')];
  for (const secret of [...choices, ...labels, ...keys, OPINION, ...receipts])
    expect(text).not.toContain(secret);
}

describe('the log at its most talkative', () => {
  test('tells of a whole open vote, its second and late presses, without a choice or an opinion', async () => {
    const { number } = await crowd.openBallot('open');
    const card = `Mời bỏ phiếu: ${number}`;
    await member(1).sees(card);
    await member(1).clicks('Ý kiến khác', { in: card });
    await member(1).waitsForModal('Ý kiến khác');
    await member(1).fills({ 'Ý kiến của anh/chị': OPINION });
    await member(1).submits();
    for (const [index, label] of ['Đồng ý', 'Không đồng ý', 'Đồng ý'].entries()) {
      await member(index + 2).clicks(label, { in: card });
      await member(index + 2).sees(`Đã ghi phiếu ${label}`);
    }
    world.workspace.faults.duplicateNextEnvelope();
    await member(5).clicks('Không đồng ý', { in: card });
    await member(5).sees('được ghi trước đó');
    await staff('lan.tran').sees(number);
    expect(capture.lines()).toContainEqual(
      expect.objectContaining({ listener: 'councils.vote', code: 'voted_before' }),
    );
    expectNoSecrets();
  });

  test('tells of a whole secret ballot without a choice or a receipt', async () => {
    const { number } = await crowd.openBallot('secret');
    const card = `Mời bỏ phiếu: ${number}`;
    for (const [index, label] of ['Đồng ý', 'Không đồng ý', 'Ý kiến khác', 'Đồng ý'].entries()) {
      await member(index + 1).sees(card);
      await member(index + 1).clicks(label, { in: card });
      await member(index + 1).sees('Phiếu kín của anh/chị đã vào hòm phiếu');
    }
    world.workspace.faults.duplicateNextEnvelope();
    await member(5).sees(card);
    await member(5).clicks('Không đồng ý', { in: card });
    await staff('lan.tran').sees(number);
    const receipts = crowd.members.flatMap(({ slackUserId }) =>
      toldInPrivate(world.workspace, slackUserId).flatMap(
        (text) => /Mã biên nhận: ([0-9a-f]{16})/.exec(text)?.[1] ?? [],
      ),
    );
    expect(receipts).toHaveLength(MEMBERS);
    expectNoSecrets(receipts);
  });

  test.each(['open', 'secret'] as const)(
    'tells of a vote in an %s ballot that the database refuses, under its reference, without the row',
    async (method) => {
      const { number } = await crowd.openBallot(method);
      const table = method === 'open' ? 'open_vote' : 'turnout';
      const { pool } = world.database;
      // Postgres writes the whole row into what it says of a check.
      await pool.query(`alter table ${table} add constraint nobody check (false) not valid`);
      const card = `Mời bỏ phiếu: ${number}`;
      await member(1).sees(card);
      await member(1).clicks('Không đồng ý', { in: card });
      await member(1).sees('Hệ thống gặp lỗi');
      await pool.query(`alter table ${table} drop constraint nobody`);
      const [, reference] = /mã ([0-9A-F]{8})/.exec(member(1).messages()) ?? [];
      expect(capture.lines()).toContainEqual(
        expect.objectContaining({ level: 50, listener: 'councils.vote', msg: 'failed' }),
      );
      expect(capture.text()).toContain(reference);
      expectNoSecrets();
    },
  );

  test('tells of what could not be read from an initiative without its words', async () => {
    const { db, pool } = world.database;
    await pool.query('alter table initiative_draft rename to initiative_draft_away');
    const writer = staff('duc.vu');
    await writer.types(`/sangkien ${OPINION}`);
    await writer.sees('Thi Đua');
    await pool.query('alter table initiative_draft_away rename to initiative_draft');
    // Prisma's own refusal of a call repeats its arguments, which are people's words.
    const refused = await db.person
      .create({ data: { fullName: OPINION, staffNumber: 7 } as never })
      .catch((error: unknown) => error);
    expect(String(refused)).toContain(OPINION);
    capture.log.error({ err: refused }, 'failed');
    expectNoSecrets();
  });
});

describe('the time to an acknowledgement', () => {
  test('is measured for every press and shown by /health', async () => {
    const before = world.app.slack.ackLatency.summary();
    const { number } = await crowd.openBallot('open');
    await member(1).sees(`Mời bỏ phiếu: ${number}`);
    await member(1).clicks('Đồng ý', { in: `Mời bỏ phiếu: ${number}` });
    const after = world.app.slack.ackLatency.summary();
    expect(after.count).toBe(before.count + 1);
    expect(after.p50).toBeGreaterThan(0);
    expect(after.max).toBeGreaterThanOrEqual(after.p99);
    expect(after.p99).toBeGreaterThanOrEqual(after.p50);

    const door = await openFrontDoor(0, '127.0.0.1');
    try {
      const url = `http://127.0.0.1:${door.port}/health`;
      door.lead({ app: world.app, database: world.database, workspace: null });
      expect(await (await fetch(url)).json()).toEqual({ ok: true, ackMs: after });
    } finally {
      await door.close();
    }
  });
});
