import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { today } from '../../src/kernel/deps.ts';
import { awaitingConfirmation, findConfirmers, matterOf } from '../../src/titles/confirmers.ts';
import { findRegistrationById } from '../../src/titles/queries.ts';
import type { Verdict } from '../../src/titles/settle-each.ts';
import { settleRegistration } from '../../src/titles/settle-registration.ts';
import { cloneDatabase } from '../support/database.ts';
import { type Agency, openSeason, YEAR as year } from './support.ts';

let database: Database;
let agency: Agency;
let province: string;
let department: string;
let director: string;
let head: string;
let secretary: string;
let lan: string;
let registrationId: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  ({ agency, province, department, director, secretary, head, lan } = await openSeason(database));
  registrationId = (await agency.register(lan, ['cstdcs'])).id;
});

const CONFIRM: Verdict = { state: 'confirmed' };

async function settle(
  personId: string,
  verdict: Verdict = CONFIRM,
  more: { id?: string; revision?: number } = {},
) {
  const { id = registrationId, revision = 1 } = more;
  const actor = await agency.actor(personId);
  return settleRegistration(agency.deps, { actor, registrationId: id, revision, verdict });
}

describe('settling', () => {
  test('the head confirms, and who registered is told', async () => {
    const { done } = await settle(head);
    expect(done).toBe(true);
    expect(await agency.stored({ personId: lan, year })).toMatchObject({
      state: 'confirmed',
      settledById: head,
    });
    expect(await agency.auditKinds(registrationId)).toEqual([
      'titles.registered',
      'titles.confirmed',
    ]);
    expect(await agency.messages(registrationId)).toContainEqual({
      purpose: 'titles.settled',
      personId: lan,
      params: { revision: 1 },
    });
  });

  test('a return carries its reason, and one without is refused', async () => {
    await expect(settle(head, { state: 'returned', reason: '  ' })).rejects.toMatchObject({
      code: 'reason_needed',
      field: 'reason',
    });
    await settle(head, { state: 'returned', reason: ' Chưa đủ điều kiện ' });
    expect(await agency.stored({ personId: lan, year })).toMatchObject({
      state: 'returned',
      returnReason: 'Chưa đủ điều kiện',
    });
  });

  test('twice settles once and is answered the same', async () => {
    await settle(head);
    expect((await settle(head)).done).toBe(true);
    expect(await agency.auditKinds(registrationId)).toHaveLength(2);
  });

  test('a verdict after another changes nothing and tells how it stands', async () => {
    await settle(head);
    const late = await settle(director, { state: 'returned', reason: 'Muộn' });
    expect(late).toMatchObject({
      done: false,
      registration: { state: 'confirmed', settledByName: 'Phan Khánh' },
    });
    expect((await agency.stored({ personId: lan, year }))?.state).toBe('confirmed');
  });

  test('confirming and returning at once: one wins', async () => {
    const both = await Promise.all([
      settle(head),
      settle(director, { state: 'returned', reason: 'Cùng lúc' }),
    ]);
    expect(both.filter(({ done }) => done)).toHaveLength(1);
    expect(await agency.auditKinds(registrationId)).toHaveLength(2);
  });

  test('a card of a revision that was replaced settles nothing', async () => {
    await agency.register(lan, ['ldtt'], { seenRevision: 1 });
    const late = await settle(head, CONFIRM, { revision: 1 });
    expect(late).toMatchObject({ done: false, registration: { revision: 2, state: 'submitted' } });
    expect((await agency.stored({ personId: lan, year }))?.state).toBe('submitted');
  });
});

describe('who may settle', () => {
  test('a head above may; the person, a colleague, another head and the secretary may not', async () => {
    const elsewhere = await agency.unit('Phòng Khác', province);
    const colleague = await agency.person('Vũ Đức', department);
    const stranger = await agency.person('Dương Long', elsewhere, 'head');
    for (const personId of [lan, colleague, stranger, secretary]) {
      await expect(settle(personId)).rejects.toMatchObject({ code: 'not_confirmer' });
    }
    expect((await agency.stored({ personId: lan, year }))?.state).toBe('submitted');
    expect((await settle(director)).done).toBe(true);
  });

  test('no head settles their own, for themself or for their unit', async () => {
    const { id: own } = await agency.register(head, ['ldtt']);
    const { id: unit } = await agency.register(head, ['ttldtt'], { unitId: department });
    for (const id of [own, unit]) {
      await expect(settle(head, CONFIRM, { id })).rejects.toMatchObject({ code: 'not_confirmer' });
      expect((await settle(director, CONFIRM, { id })).done).toBe(true);
    }
  });

  test('the secretary settles where no head is left', async () => {
    const { id } = await agency.register(director, ['ldtt']);
    expect((await settle(secretary, CONFIRM, { id })).done).toBe(true);
  });
});

describe('what waits', () => {
  test('waits for exactly those who are asked', async () => {
    const team = await agency.unit('Tổ Thu', department);
    const member = await agency.person('Cao Linh', team);
    await agency.register(member, ['ldtt']);
    await agency.register(head, ['ldtt']);
    await agency.register(head, ['ttldtt'], { unitId: department });
    await agency.register(director, ['ldtt']);
    await agency.register(director, ['ttldtt'], { unitId: province });
    await settle(head);
    const { db } = agency.deps;
    const on = today(agency.deps);
    const pending = await db.titleRegistration.findMany({
      where: { state: 'submitted' },
      select: { id: true },
    });
    for (const personId of [director, head, secretary, lan, member]) {
      const asked: string[] = [];
      for (const { id } of pending) {
        const registration = await findRegistrationById(db, id, on);
        const confirmers = await findConfirmers(db, matterOf(registration!), on);
        if (confirmers?.persons.some((person) => person.id === personId)) asked.push(id);
      }
      const waiting = await awaitingConfirmation(db, { personId, on, limit: 10 });
      expect(waiting.count).toBe(asked.length);
      expect(new Set(waiting.ids)).toEqual(new Set(asked));
    }
    const few = await awaitingConfirmation(db, { personId: secretary, on, limit: 1 });
    expect(few).toMatchObject({ count: 2, ids: [expect.any(String)] });
  });

  test('goes over to a successor', async () => {
    const { db } = agency.deps;
    await db.roleGrant.deleteMany({ where: { personId: head } });
    const successor = await agency.person('Ngô Phương', department, 'head');
    const on = today(agency.deps);
    expect(await awaitingConfirmation(db, { personId: successor, on, limit: 5 })).toEqual({
      count: 1,
      ids: [registrationId],
    });
    expect((await settle(successor)).done).toBe(true);
  });
});
