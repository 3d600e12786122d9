import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { unmatchedStaff, waitingAccess } from '../../src/people/access-queries.ts';
import { matchPerson } from '../../src/people/match-person.ts';
import { refuseAccess } from '../../src/people/refuse-access.ts';
import { requestAccess } from '../../src/people/request-access.ts';
import { cloneDatabase } from '../support/database.ts';
import type { Agency } from '../titles/support.ts';
import { openAgency } from './support.ts';

let database: Database;
let agency: Agency;
let province: string;
let department: string;
let tam: string;
let lan: string;
let account: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  ({ agency, province, department, tam, lan } = await openAgency(database));
  await database.db.person.update({ where: { id: lan }, data: { slackUserId: null } });
  account = `U${randomUUID()}`;
});

const user = (more: object = {}) => ({
  slackUserId: account,
  fullName: 'Lan Trần',
  email: 'lan@rieng.example',
  locale: 'en-US',
  timeZone: null,
  ...more,
});
const ask = () => requestAccess(agency.deps, user());
const match = async (by: string, personId = lan, slackUserId = account) =>
  matchPerson(agency.deps, {
    actor: await agency.actor(by),
    account: user({ slackUserId }),
    personId,
  });
const refuse = async (by: string, requestId: string, reason = 'Không rõ là ai') =>
  refuseAccess(agency.deps, { actor: await agency.actor(by), requestId, reason });
const request = () =>
  database.db.accessRequest.findFirstOrThrow({
    where: { slackUserId: account },
    orderBy: { requestedAt: 'desc' },
  });
const accountOf = async (id: string) =>
  (await database.db.person.findUniqueOrThrow({ where: { id } })).slackUserId;

describe('asking to be added', () => {
  test('waits once, also when pressed twice at once, and each administrator of the agency gets a card', async () => {
    const hoa = await agency.person('Nguyễn Hoa', province, 'administrator');
    await agency.person('Quản trị phòng', department, 'administrator');
    const outcomes = await Promise.all([ask(), ask(), ask()]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual([
      'asked',
      'waiting',
      'waiting',
    ]);
    const { id } = await request();
    expect(await agency.auditKinds(id)).toEqual(['people.access_requested']);
    const cards = await agency.messages(id);
    expect(new Set(cards.map(({ personId }) => personId))).toEqual(new Set([tam, hoa]));
    expect(await waitingAccess(database.db, 5)).toMatchObject({ total: 1, first: [{ id }] });
  });

  test('is kept where there is no administrator yet', async () => {
    await database.db.roleGrant.deleteMany();
    expect(await ask()).toEqual({ outcome: 'asked' });
    expect(await agency.messages((await request()).id)).toEqual([]);
  });

  test('can be done again after a refusal', async () => {
    await ask();
    await refuse(tam, (await request()).id);
    expect(await ask()).toEqual({ outcome: 'asked' });
  });
});

describe('matching by hand', () => {
  test('makes the account that person, in the language of the account; all is written down and told', async () => {
    await ask();
    const { id } = await request();
    expect(await match(tam)).toEqual({ fullName: 'Trần Lan' });
    expect(await agency.actor(lan)).toMatchObject({ slackUserId: account, language: 'en' });
    expect(await request()).toMatchObject({ state: 'matched', settledById: tam });
    expect(await agency.auditKinds(lan)).toEqual(['people.matched']);
    expect(await agency.messages(lan)).toEqual([
      { purpose: 'people.access_matched', personId: lan, params: {} },
    ]);
    await match(tam);
    expect(await agency.auditKinds(lan)).toEqual(['people.matched']);
    await expect(refuse(tam, id)).rejects.toMatchObject({ code: 'access_settled' });
  });

  test('needs no request', async () => {
    await match(tam);
    expect(await accountOf(lan)).toBe(account);
  });

  test('gives an account to one person only, also at once', async () => {
    const khanh = await agency.person('Phan Khánh', department);
    await database.db.person.update({ where: { id: khanh }, data: { slackUserId: null } });
    const both = await Promise.allSettled([match(tam), match(tam, khanh)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'match_refused', field: 'slackUser' },
    });
  });

  test('takes nobody’s account from them', async () => {
    await expect(match(tam, tam)).rejects.toMatchObject({ field: 'unmatchedPerson' });
  });

  test('is for administrators of every unit where the person works or holds a role', async () => {
    const below = await agency.person('Quản trị phòng', department, 'administrator');
    const head = await agency.person('Lê Hùng', province, 'head');
    await expect(match(head)).rejects.toMatchObject({ code: 'not_administrator' });
    await agency.grant(lan, province, 'administrator');
    await expect(match(below)).rejects.toMatchObject({ field: 'unmatchedPerson' });
    expect(await accountOf(lan)).toBeNull();
    await database.db.roleGrant.deleteMany({ where: { personId: lan } });
    await match(below);
    expect(await accountOf(lan)).toBe(account);
  });

  test('is for those who work here', async () => {
    await database.db.posting.updateMany({
      where: { personId: lan },
      data: { toDate: new Date('2027-01-14T00:00:00Z') },
    });
    await expect(match(tam)).rejects.toMatchObject({ field: 'unmatchedPerson' });
  });
});

describe('turning down', () => {
  test('tells the account why, once', async () => {
    await ask();
    const { id } = await request();
    await refuse(tam, id);
    await refuse(tam, id);
    expect(await request()).toMatchObject({ state: 'refused', refusalReason: 'Không rõ là ai' });
    expect(await agency.auditKinds(id)).toEqual([
      'people.access_requested',
      'people.access_refused',
    ]);
    const told = await database.db.outgoingMessage.findMany({
      where: { subjectId: id, purpose: 'people.access_refused' },
    });
    expect(told).toMatchObject([{ channelId: account, personId: null }]);
  });

  test('is for administrators of the agency', async () => {
    await ask();
    const below = await agency.person('Quản trị phòng', department, 'administrator');
    const { id } = await request();
    await expect(refuse(below, id)).rejects.toMatchObject({ code: 'not_administrator' });
    expect(await request()).toMatchObject({ state: 'waiting' });
  });

  test('of two answers at once one counts', async () => {
    await ask();
    const { id } = await request();
    const hoa = await agency.person('Nguyễn Hoa', province, 'administrator');
    const both = await Promise.allSettled([refuse(tam, id, 'một'), refuse(hoa, id, 'hai')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

test('staff without an account are found by name without accents, number or e-mail, in one’s units', async () => {
  const search = { words: '', on: '2027-01-15', limit: 10 };
  const find = async (unitId: string, words: string) =>
    (await unmatchedStaff(database.db, { ...search, unitIds: [unitId], words })).map(
      ({ id }) => id,
    );
  expect(await find(province, 'tran lan')).toEqual([lan]);
  expect(await find(department, 'LAN')).toEqual([lan]);
  expect(await find(await agency.unit('Phòng khác', province), 'lan')).toEqual([]);
  expect(await find(province, 'do tam')).toEqual([]);
  const { staffNumber } = await database.db.person.findUniqueOrThrow({ where: { id: lan } });
  expect(await find(province, staffNumber)).toEqual([lan]);
  await match(tam);
  expect(await find(province, 'tran lan')).toEqual([]);
});
