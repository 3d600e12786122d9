import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { announceWindows } from '../../src/titles/announce-windows.ts';
import { confirmMany } from '../../src/titles/confirm-many.ts';
import { prepareList } from '../../src/titles/prepare-list.ts';
import { remindHeads } from '../../src/titles/remind-heads.ts';
import { setWindow, type WindowPlan } from '../../src/titles/set-window.ts';
import { settleList } from '../../src/titles/settle-list.ts';
import { submitList } from '../../src/titles/submit-list.ts';
import { notRegistered } from '../../src/titles/window-queries.ts';
import { withdrawRegistration } from '../../src/titles/withdraw-registration.ts';
import { cloneDatabase } from '../support/database.ts';
import { Agency, YEAR as year } from './support.ts';

let database: Database;
let agency: Agency;
/** Three levels: province, grassroots agency, team. */
let province: string;
let grassroots: string;
let team: string;
let director: string;
let secretary: string;
let head: string;
let leader: string;
let lan: string;
let duc: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  agency = new Agency(database);
  await agency.deps.db.registrationWindow.deleteMany();
  await agency.at('2027-01-15T03:00:00Z');
  province = await agency.unit('BHXH tỉnh');
  grassroots = await agency.unit('BHXH cơ sở', province);
  team = await agency.unit('Tổ một cửa', grassroots);
  director = await agency.person('Lê Hùng', province, 'head');
  secretary = await agency.person('Nguyễn Hà', province, 'secretary');
  head = await agency.person('Phạm Loan', grassroots, 'head');
  leader = await agency.person('Trịnh Hiếu', team, 'head');
  lan = await agency.person('Trần Lan', team);
  duc = await agency.person('Vũ Đức', team);
});

async function set(personId: string, more: Partial<WindowPlan> = {}) {
  const plan: WindowPlan = {
    unitId: province,
    year,
    opensOn: '2027-01-20',
    closesOn: '2027-02-28',
    channels: ['C1'],
    ...more,
  };
  return setWindow(agency.deps, { actor: await agency.actor(personId), plan });
}

const register = (personId: string, chosen = ['ldtt'], unitId: string | null = null) =>
  agency.register(personId, chosen, { unitId });

async function confirmAll(personId: string, unitId: string) {
  const actor = await agency.actor(personId);
  const { waiting } = await prepareList(agency.deps, { actor, unitId, year });
  const chosen = waiting.first.map(({ id, revision }) => ({ registrationId: id, revision }));
  return confirmMany(agency.deps, { actor, chosen });
}

async function submit(personId: string, unitId: string) {
  return submitList(agency.deps, { actor: await agency.actor(personId), unitId, year });
}

async function settle(
  personId: string,
  listId: string,
  verdict: Parameters<typeof settleList>[1]['verdict'] = { state: 'accepted' },
  revision = 1,
) {
  const actor = await agency.actor(personId);
  return settleList(agency.deps, { actor, listId, revision, verdict });
}

describe('a window', () => {
  test('is set by the secretary of the unit or of one above, and by nobody else', async () => {
    const window = await set(secretary, { unitId: grassroots });
    expect(window).toMatchObject({ year, opensOn: '2027-01-20', closesOn: '2027-02-28' });
    expect(await agency.auditKinds(window.id)).toEqual(['titles.window_set']);
    for (const personId of [director, head, lan]) {
      await expect(set(personId)).rejects.toMatchObject({ code: 'not_secretary' });
    }
  });

  test.each([
    ['closes before it opens', { closesOn: '2027-01-19' }, 'closes'],
    ['is over already', { opensOn: '2027-01-01', closesOn: '2027-01-14' }, 'closes'],
    ['is longer than a year', { closesOn: '2028-01-22' }, 'closes'],
    ['is for a far year', { year: 2030 }, 'year'],
    [
      'has too many channels',
      { channels: Array.from({ length: 11 }, (_, index) => `C${index}`) },
      'channels',
    ],
  ])('that %s is refused at its field', async (_what, more, field) => {
    await expect(set(secretary, more)).rejects.toMatchObject({ field });
    expect(await agency.deps.db.registrationWindow.count()).toBe(0);
  });

  test('set twice the same, also at once, is one', async () => {
    const [one, other] = await Promise.all([set(secretary), set(secretary)]);
    expect(one.id).toBe(other.id);
    expect(await agency.auditKinds(one.id)).toEqual(['titles.window_set']);
  });

  test('is announced once, on the morning of its first day, in each of its channels', async () => {
    const { id } = await set(secretary, { channels: ['C1', 'C2'] });
    await agency.at('2027-01-20T00:59:00Z');
    await announceWindows(agency.deps);
    expect(await agency.messages(id)).toEqual([]);
    await agency.at('2027-01-20T01:00:00Z');
    await Promise.all([announceWindows(agency.deps), announceWindows(agency.deps)]);
    await announceWindows(agency.deps);
    const rows = await agency.deps.db.outgoingMessage.findMany({ where: { subjectId: id } });
    expect(rows.map(({ purpose, channelId }) => [purpose, channelId])).toEqual([
      ['titles.window_announced', 'C1'],
      ['titles.window_announced', 'C2'],
    ]);
  });

  test('whose days change after that tells the new ones where it was announced', async () => {
    const { id } = await set(secretary);
    await agency.at('2027-01-21T01:00:00Z');
    await announceWindows(agency.deps);
    await set(secretary, { closesOn: '2027-03-10', channels: ['C1', 'C2'] });
    const rows = await agency.deps.db.outgoingMessage.findMany({
      where: { subjectId: id },
      orderBy: { seq: 'asc' },
    });
    expect(rows.map(({ purpose, channelId }) => [purpose, channelId])).toEqual([
      ['titles.window_announced', 'C1'],
      ['titles.window_moved', 'C1'],
      ['titles.window_announced', 'C2'],
    ]);
  });
});

describe('the reminder', () => {
  test('goes once to each head, of those in their care who have not registered', async () => {
    const { id } = await set(secretary, { opensOn: '2027-01-15' });
    await register(lan);
    await agency.at('2027-02-23T01:00:00Z');
    await Promise.all([remindHeads(agency.deps), remindHeads(agency.deps)]);
    await remindHeads(agency.deps);
    const told = (await agency.messages(id)).map(({ personId }) => personId);
    expect(told.toSorted()).toEqual([leader, head, director].toSorted());
    const on = '2027-02-23';
    const names = async (headId: string) =>
      (await notRegistered(agency.deps.db, { windowId: id, on, headId })).map(
        ({ fullName }) => fullName,
      );
    expect(await names(leader)).toEqual(['Vũ Đức']);
    // A head's own registration is the care of the head above.
    expect(await names(head)).toEqual(['Trịnh Hiếu']);
    expect(await names(director)).toEqual(['Phạm Loan', 'Nguyễn Hà']);
  });

  test('does not come before its morning, nor to a head whose people have all registered', async () => {
    const { id } = await set(secretary, { opensOn: '2027-01-15' });
    await register(lan);
    await register(duc);
    await agency.at('2027-02-23T00:59:00Z');
    await remindHeads(agency.deps);
    expect(await agency.messages(id)).toEqual([]);
    await agency.at('2027-02-24T01:00:00Z');
    await remindHeads(agency.deps);
    expect((await agency.messages(id)).map(({ personId }) => personId)).not.toContain(leader);
  });

  test('counts one who withdrew, and none who are under a window of their own', async () => {
    const { id } = await set(secretary, { opensOn: '2027-01-15' });
    const mine = await register(lan);
    await withdrawRegistration(agency.deps, {
      actor: await agency.actor(lan),
      registrationId: mine.id,
      revision: 1,
    });
    const on = '2027-02-23';
    const names = async () =>
      (await notRegistered(agency.deps.db, { windowId: id, on })).map(({ fullName }) => fullName);
    expect(await names()).toContain('Trần Lan');
    await set(secretary, { unitId: team, opensOn: '2027-01-15' });
    expect(await names()).not.toContain('Trần Lan');
  });

  test('comes again when the window closes later', async () => {
    const { id } = await set(secretary, { opensOn: '2027-01-15' });
    await agency.at('2027-02-23T01:00:00Z');
    await remindHeads(agency.deps);
    const first = (await agency.messages(id)).length;
    await set(secretary, { opensOn: '2027-01-15', closesOn: '2027-03-10' });
    await remindHeads(agency.deps);
    expect(await agency.messages(id)).toHaveLength(first);
    await agency.at('2027-03-05T01:00:00Z');
    await remindHeads(agency.deps);
    expect(await agency.messages(id)).toHaveLength(first * 2);
  });
});

describe('the list of a unit', () => {
  beforeEach(async () => {
    await set(secretary, { opensOn: '2027-01-15' });
    await register(lan, ['cstdcs']);
    await register(duc);
  });

  test('counts people, states, collectives and titles, with the year before', async () => {
    const { id } = await register(leader, ['ttldtt'], team);
    await agency.deps.db.titleRegistration.create({
      data: {
        year: year - 1,
        personId: lan,
        filedById: lan,
        items: { create: { rank: 1, title: 'ldtt' } },
      },
    });
    const actor = await agency.actor(head);
    const view = await prepareList(agency.deps, { actor, unitId: grassroots, year });
    expect(view.counts).toEqual({
      people: 4,
      submitted: 2,
      confirmed: 0,
      returned: 0,
      collectives: 1,
      units: 2,
    });
    expect(Object.fromEntries(view.titles)).toEqual({
      ldtt: { now: 2, before: 1 },
      cstdcs: { now: 1, before: 0 },
      ttldtt: { now: 1, before: 0 },
    });
    // The head of the grassroots agency is asked for the team's own; the leader for its people.
    expect(view.waiting.first.map((one) => one.id)).toEqual([id]);
  });

  test('is read by heads, secretaries and inspectors of the unit or above, and by nobody else', async () => {
    const inspector = await agency.person('Lưu Yến', province, 'inspector');
    for (const personId of [leader, head, director, secretary, inspector]) {
      const actor = await agency.actor(personId);
      expect((await prepareList(agency.deps, { actor, unitId: team, year })).unit.id).toBe(team);
    }
    for (const [personId, unitId] of [
      [lan, team],
      [leader, grassroots],
      [head, province],
    ] as const) {
      const actor = await agency.actor(personId);
      await expect(prepareList(agency.deps, { actor, unitId, year })).rejects.toMatchObject({
        code: 'may_not_read',
      });
    }
  });

  test('is confirmed as a whole; what was amended meanwhile is left', async () => {
    const actor = await agency.actor(leader);
    const { waiting } = await prepareList(agency.deps, { actor, unitId: team, year });
    expect(waiting.count).toBe(2);
    const seen = waiting.first.map(({ id, revision }) => ({ registrationId: id, revision }));
    await agency.register(duc, ['cstdcs'], { seenRevision: 1 });
    expect(await confirmMany(agency.deps, { actor, chosen: seen })).toEqual({
      confirmed: 1,
      left: 1,
    });
    expect((await agency.stored({ personId: lan, year }))?.state).toBe('confirmed');
    expect((await agency.stored({ personId: duc, year }))?.state).toBe('submitted');
    // Others' are left as they are.
    const stranger = await agency.actor(lan);
    const rest = await prepareList(agency.deps, { actor, unitId: team, year });
    const chosen = rest.waiting.first.map(({ id, revision }) => ({ registrationId: id, revision }));
    expect(await confirmMany(agency.deps, { actor: stranger, chosen })).toEqual({
      confirmed: 0,
      left: 1,
    });
  });

  test('goes up when nothing in it waits, to the nearest secretary, else head, above', async () => {
    await expect(submit(leader, team)).rejects.toMatchObject({ code: 'list_waits' });
    await confirmAll(leader, team);
    const list = await submit(leader, team);
    expect(list).toMatchObject({ state: 'submitted', revision: 1 });
    expect(await agency.messages(list.id)).toEqual([
      { purpose: 'titles.list_to_accept', personId: secretary, params: { revision: 1 } },
    ]);
    expect(await agency.auditKinds(list.id)).toEqual(['titles.list_submitted']);
  });

  test('is sent by the head of the unit itself, not by one above, nor by its people', async () => {
    await confirmAll(leader, team);
    for (const personId of [head, director, secretary, lan]) {
      await expect(submit(personId, team)).rejects.toMatchObject({ code: 'not_head_of_unit' });
    }
    await expect(submit(director, province)).rejects.toMatchObject({ code: 'nothing_above' });
    await expect(submit(head, grassroots)).resolves.toMatchObject({ state: 'submitted' });
  });

  test('twice, also at once, is sent once; after an amendment it can be sent anew', async () => {
    await confirmAll(leader, team);
    const [one, other] = await Promise.all([submit(leader, team), submit(leader, team)]);
    expect([one.revision, other.revision]).toEqual([1, 1]);
    await settle(head, one.id);
    expect((await submit(leader, team)).state).toBe('accepted');
    await agency.at('2027-01-16T03:00:00Z');
    await agency.register(duc, ['cstdcs'], { seenRevision: 1 });
    await confirmAll(leader, team);
    expect(await submit(leader, team)).toMatchObject({ state: 'submitted', revision: 2 });
  });

  test('is accepted or returned by the level above only, once, and its sender is told', async () => {
    await confirmAll(leader, team);
    const { id } = await submit(leader, team);
    for (const personId of [leader, lan]) {
      await expect(settle(personId, id)).rejects.toMatchObject({ code: 'not_list_receiver' });
    }
    await expect(settle(head, id, { state: 'returned', reason: ' ' })).rejects.toMatchObject({
      code: 'reason_needed',
    });
    const both = await Promise.all([
      settle(head, id, { state: 'returned', reason: 'Thiếu người' }),
      settle(secretary, id),
    ]);
    expect(both.filter(({ done }) => done)).toHaveLength(1);
    expect(await agency.auditKinds(id)).toHaveLength(2);
    expect(await agency.messages(id)).toContainEqual({
      purpose: 'titles.list_settled',
      personId: leader,
      params: { revision: 1 },
    });
  });

  test('of a unit waits for the lists below it that were sent', async () => {
    await confirmAll(leader, team);
    await submit(leader, team);
    await expect(submit(head, grassroots)).rejects.toMatchObject({ code: 'lists_wait' });
  });

  test('takes the same number of queries with one registration and with many', async () => {
    const actor = await agency.actor(leader);
    const count = async () => {
      let queries = 0;
      const counted = agency.deps.db.$extends({
        query: {
          async $allOperations({ args, query }) {
            queries += 1;
            return query(args);
          },
        },
      });
      await prepareList({ ...agency.deps, db: counted as never }, { actor, unitId: team, year });
      return queries;
    };
    const few = await count();
    for (let index = 0; index < 5; index += 1) {
      await register(await agency.person(`Người ${index}`, team));
    }
    expect(await count()).toBe(few);
  });
});
