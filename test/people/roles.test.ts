import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import type { Role } from '../../src/database/generated/enums.ts';
import { endRole } from '../../src/people/end-role.ts';
import { setFirstAdministrator } from '../../src/people/first-administrator.ts';
import { grantRole } from '../../src/people/grant-role.ts';
import { grantsUnder } from '../../src/people/role-queries.ts';
import { cloneDatabase } from '../support/database.ts';
import type { Agency } from '../titles/support.ts';
import { openAgency } from './support.ts';

let database: Database;
let agency: Agency;
let province: string;
let department: string;
let tam: string;
let lan: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  ({ agency, province, department, tam, lan } = await openAgency(database));
});

async function grant(
  by: string,
  personId: string,
  role: Role,
  unitId = department,
  more: { fromDate?: string; toDate?: string | null } = {},
) {
  const actor = await agency.actor(by);
  const days = { fromDate: '2027-01-15', toDate: null, ...more };
  return grantRole(agency.deps, { actor, personId, unitId, role, ...days });
}

const end = async (by: string, grantId: string) =>
  endRole(agency.deps, { actor: await agency.actor(by), grantId });

const adminGrantOf = async (personId: string) =>
  (
    await database.db.roleGrant.findFirstOrThrow({
      where: { personId, role: 'administrator' },
      orderBy: { fromDate: 'asc' },
    })
  ).id;

describe('granting', () => {
  test('holds from its first day, is written down, and the person is told', async () => {
    const { id } = await grant(tam, lan, 'secretary');
    expect((await agency.actor(lan)).grants).toEqual([{ role: 'secretary', unitId: department }]);
    expect(await agency.auditKinds(lan)).toEqual(['people.role_granted']);
    expect(await agency.messages(id)).toEqual([
      { purpose: 'people.role_granted', personId: lan, params: {} },
    ]);
  });

  test('is for an administrator of the unit or of one above', async () => {
    const below = await agency.person('Quản trị phòng', department, 'administrator');
    const head = await agency.person('Lê Hùng', province, 'head');
    await expect(grant(head, lan, 'secretary')).rejects.toMatchObject({
      code: 'not_administrator',
    });
    await expect(grant(below, lan, 'administrator', province)).rejects.toMatchObject({
      code: 'not_administrator',
    });
    expect(await grant(below, lan, 'secretary')).toMatchObject({ role: 'secretary' });
  });

  test('the same twice, also at once, is one grant', async () => {
    const both = await Promise.all([grant(tam, lan, 'head'), grant(tam, lan, 'head')]);
    expect(both[0].id).toBe(both[1].id);
    expect(await database.db.roleGrant.count({ where: { personId: lan } })).toBe(1);
  });

  test('has days that can be meant', async () => {
    await expect(
      grant(tam, lan, 'head', department, { toDate: '2027-01-14' }),
    ).rejects.toMatchObject({ field: 'to' });
    await expect(
      grant(tam, lan, 'head', department, { fromDate: '2026-01-01', toDate: '2027-01-14' }),
    ).rejects.toMatchObject({ field: 'to' });
    await grant(tam, lan, 'head', department, { fromDate: '2027-01-16', toDate: '2027-01-16' });
    expect((await agency.actor(lan)).grants).toEqual([]);
    await agency.at('2027-01-16T03:00:00Z');
    expect((await agency.actor(lan)).grants).toHaveLength(1);
    await agency.at('2027-01-17T03:00:00Z');
    expect((await agency.actor(lan)).grants).toEqual([]);
  });
});

describe('ending', () => {
  test('takes effect at once, stays on record and is told', async () => {
    const { id } = await grant(tam, lan, 'secretary');
    await end(tam, id);
    expect((await agency.actor(lan)).grants).toEqual([]);
    expect(await database.db.roleGrant.count({ where: { id } })).toBe(1);
    expect(await agency.auditKinds(lan)).toEqual(['people.role_granted', 'people.role_ended']);
    await end(tam, id);
    expect(await agency.auditKinds(lan)).toHaveLength(2);
    expect((await agency.messages(id)).map(({ purpose }) => purpose)).toEqual([
      'people.role_granted',
      'people.role_ended',
    ]);
  });

  test('a grant that has not begun never does', async () => {
    const { id } = await grant(tam, lan, 'head', department, { fromDate: '2027-02-01' });
    await end(tam, id);
    await agency.at('2027-02-01T03:00:00Z');
    expect((await agency.actor(lan)).grants).toEqual([]);
  });

  test('is for administrators', async () => {
    const { id } = await grant(tam, lan, 'secretary');
    await expect(end(lan, id)).rejects.toMatchObject({ code: 'not_administrator' });
  });

  test('the last administrator stays, also where another is limited in time or below', async () => {
    const mine = await adminGrantOf(tam);
    await expect(end(tam, mine)).rejects.toMatchObject({ code: 'role_refused' });
    await grant(tam, lan, 'administrator', department);
    await grant(tam, lan, 'administrator', province, { toDate: '2027-06-30' });
    await expect(end(tam, mine)).rejects.toMatchObject({ code: 'role_refused' });
    const hoa = await agency.person('Nguyễn Hoa', province);
    await grant(tam, hoa, 'administrator', province);
    await end(tam, mine);
    expect((await agency.actor(tam)).grants).toEqual([]);
  });

  test('of two who end each other at once one stays', async () => {
    await grant(tam, lan, 'administrator', province);
    const [one, other] = [await adminGrantOf(tam), await adminGrantOf(lan)];
    const results = await Promise.allSettled([end(tam, other), end(lan, one)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const left = await grantsUnder(database.db, { unitIds: [province], on: '2027-01-15' });
    expect(left.filter(({ role }) => role === 'administrator')).toHaveLength(1);
  });

  test('somebody who has left the agency is no administrator who remains', async () => {
    await grant(tam, lan, 'administrator', province);
    await database.db.posting.updateMany({
      where: { personId: lan },
      data: { toDate: new Date('2027-01-01T00:00:00Z') },
    });
    await expect(end(tam, await adminGrantOf(tam))).rejects.toMatchObject({
      code: 'role_refused',
    });
  });
});

describe('the first administrator', () => {
  const emailOf = async (id: string) =>
    (await database.db.person.findUniqueOrThrow({ where: { id } })).email;

  test('is set while there is none, once, also when two do it at once', async () => {
    await database.db.roleGrant.deleteMany();
    const both = await Promise.all([
      setFirstAdministrator(agency.deps, (await emailOf(lan)).toUpperCase()),
      setFirstAdministrator(agency.deps, await emailOf(tam)),
    ]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'granted']);
    expect(await database.db.roleGrant.count()).toBe(1);
    const [event] = await database.db.auditEvent.findMany({
      where: { kind: 'people.role_granted' },
      orderBy: { id: 'desc' },
      take: 1,
    });
    expect(event).toMatchObject({ actorId: null });
  });

  test('is set anew when the only one has left the agency', async () => {
    await database.db.posting.updateMany({
      where: { personId: tam },
      data: { toDate: new Date('2027-01-01T00:00:00Z') },
    });
    expect(await setFirstAdministrator(agency.deps, await emailOf(lan))).toMatchObject({
      outcome: 'granted',
    });
  });

  test('is somebody who works here', async () => {
    await database.db.roleGrant.deleteMany();
    expect(await setFirstAdministrator(agency.deps, 'ai.do@bhxh.example')).toEqual({
      outcome: 'nobody',
    });
    await database.db.posting.updateMany({
      where: { personId: lan },
      data: { toDate: new Date('2027-01-01T00:00:00Z') },
    });
    expect(await setFirstAdministrator(agency.deps, await emailOf(lan))).toEqual({
      outcome: 'not_posted',
    });
    expect(await database.db.roleGrant.count()).toBe(0);
  });
});
