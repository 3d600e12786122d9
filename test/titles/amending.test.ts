import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { openHistory } from '../../src/titles/open-history.ts';
import { prepareRegistration } from '../../src/titles/prepare-registration.ts';
import { registerLate } from '../../src/titles/register-late.ts';
import { settleRegistration } from '../../src/titles/settle-registration.ts';
import { withdrawRegistration } from '../../src/titles/withdraw-registration.ts';
import { cloneDatabase } from '../support/database.ts';
import { type Agency, openSeason, YEAR as year } from './support.ts';

let database: Database;
let agency: Agency;
let department: string;
let director: string;
let head: string;
let secretary: string;
let lan: string;
let colleague: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  ({ agency, department, director, secretary, head, lan } = await openSeason(database));
  colleague = await agency.person('Vũ Đức', department);
});

const AFTER = '2027-03-01T01:00:00Z';

const registerUnit = () => agency.register(head, ['ttldtt'], { unitId: department });

async function confirm(personId: string, registrationId: string, revision = 1) {
  const actor = await agency.actor(personId);
  const verdict = { state: 'confirmed' } as const;
  return settleRegistration(agency.deps, { actor, registrationId, revision, verdict });
}

async function withdraw(personId: string, registrationId: string, revision: number) {
  const actor = await agency.actor(personId);
  return withdrawRegistration(agency.deps, { actor, registrationId, revision });
}

async function late(personId: string, more: Partial<Parameters<typeof registerLate>[1]> = {}) {
  return registerLate(agency.deps, {
    actor: await agency.actor(personId),
    subject: { personId: lan },
    year,
    chosen: ['cstdcs'],
    shown: [],
    seenRevision: 0,
    reason: 'Đi công tác dài ngày',
    ...more,
  });
}

describe('withdrawing', () => {
  test('keeps the registration on record and tells who had confirmed it', async () => {
    const { id } = await agency.register(lan, ['cstdcs']);
    await confirm(head, id);
    const after = await withdraw(lan, id, 1);
    expect(after).toMatchObject({ state: 'withdrawn', revision: 2 });
    expect(await agency.stored({ personId: lan, year })).toMatchObject({
      state: 'withdrawn',
      settledById: null,
    });
    expect(await agency.auditKinds(id)).toEqual([
      'titles.registered',
      'titles.confirmed',
      'titles.withdrawn',
    ]);
    expect(await agency.messages(id)).toContainEqual({
      purpose: 'titles.withdrawn',
      personId: head,
      params: { revision: 2 },
    });
  });

  test('twice, also at once, withdraws once and answers the same', async () => {
    const { id } = await agency.register(lan, ['ldtt']);
    const both = await Promise.all([withdraw(lan, id, 1), withdraw(lan, id, 1)]);
    expect(both.map(({ state, revision }) => ({ state, revision }))).toEqual([
      { state: 'withdrawn', revision: 2 },
      { state: 'withdrawn', revision: 2 },
    ]);
    expect(
      (await agency.auditKinds(id)).filter((kind) => kind === 'titles.withdrawn'),
    ).toHaveLength(1);
  });

  test('the same titles can be registered anew; the form begins empty', async () => {
    const { id } = await agency.register(lan, ['ldtt']);
    await withdraw(lan, id, 1);
    const actor = await agency.actor(lan);
    const form = await prepareRegistration(agency.deps, { actor, unitId: null, year, chosen: [] });
    expect(form.chosen).toEqual([]);
    expect(await agency.register(lan, ['ldtt'], { seenRevision: 2 })).toMatchObject({
      state: 'submitted',
      revision: 3,
    });
  });

  test('is for its person, or the head of its unit, only', async () => {
    const { id } = await agency.register(lan, ['ldtt']);
    for (const personId of [colleague, head, director, secretary]) {
      await expect(withdraw(personId, id, 1)).rejects.toMatchObject({ code: 'no_registration' });
    }
    const unit = await registerUnit();
    await expect(withdraw(lan, unit.id, 1)).rejects.toMatchObject({ code: 'not_head_of_unit' });
    await expect(withdraw(director, unit.id, 1)).rejects.toMatchObject({
      code: 'not_head_of_unit',
    });
    expect(await withdraw(head, unit.id, 1)).toMatchObject({ state: 'withdrawn' });
    expect((await agency.stored({ personId: lan, year }))?.state).toBe('submitted');
  });

  test('is over with the window, by the clock of the database too', async () => {
    const { id } = await agency.register(lan, ['ldtt']);
    await agency.databaseAt(AFTER);
    await expect(withdraw(lan, id, 1)).rejects.toMatchObject({ code: 'window_closed' });
    await agency.at(AFTER);
    await expect(withdraw(lan, id, 1)).rejects.toMatchObject({ code: 'window_closed' });
    expect((await agency.stored({ personId: lan, year }))?.state).toBe('submitted');
  });

  test('a form that shows an older revision withdraws nothing', async () => {
    const { id } = await agency.register(lan, ['ldtt']);
    await agency.register(lan, ['cstdcs'], { seenRevision: 1 });
    await expect(withdraw(lan, id, 1)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect((await agency.stored({ personId: lan, year }))?.titles).toEqual(['ldtt', 'cstdcs']);
  });
});

describe('after the window', () => {
  beforeEach(() => agency.at(AFTER));

  test('the head registers for a person, with a reason, and the person is told', async () => {
    const registration = await late(head);
    expect(registration).toMatchObject({
      state: 'confirmed',
      titles: ['ldtt', 'cstdcs'],
      lateReason: 'Đi công tác dài ngày',
      settledById: head,
    });
    expect(await agency.messages(registration.id)).toEqual([
      { purpose: 'titles.filed_late', personId: lan, params: { revision: 1 } },
    ]);
    const [event] = await agency.deps.db.auditEvent.findMany({
      where: { subjectId: registration.id },
    });
    expect(event).toMatchObject({
      kind: 'titles.registered_late',
      actorId: head,
      onBehalfOfId: lan,
      reason: 'Đi công tác dài ngày',
    });
  });

  test('the person may not, nor a colleague, nor a secretary where there is a head', async () => {
    for (const personId of [lan, colleague, secretary]) {
      await expect(late(personId)).rejects.toMatchObject({ code: 'not_your_staff' });
    }
    expect(await agency.stored({ personId: lan, year })).toBeNull();
  });

  test('a head’s own goes through the head above, a unit’s too', async () => {
    await expect(late(head, { subject: { personId: head } })).rejects.toMatchObject({
      code: 'not_your_staff',
    });
    expect(await late(director, { subject: { personId: head } })).toMatchObject({
      state: 'confirmed',
    });
    const unit = { subject: { unitId: department }, chosen: ['ttldxs'] };
    await expect(late(head, unit)).rejects.toMatchObject({ code: 'not_your_staff' });
    const registration = await late(director, unit);
    expect(registration).toMatchObject({ state: 'confirmed', titles: ['ttldtt', 'ttldxs'] });
    expect((await agency.messages(registration.id)).map(({ personId }) => personId)).toEqual([
      head,
    ]);
  });

  test('the secretary stands in where there is no head', async () => {
    await agency.deps.db.roleGrant.deleteMany({ where: { role: 'head' } });
    expect(await late(secretary)).toMatchObject({ state: 'confirmed', settledById: secretary });
  });

  test('without a reason, or with nothing or a commendation chosen, nothing is written', async () => {
    await expect(late(head, { reason: ' \n' })).rejects.toMatchObject({
      code: 'late_reason_needed',
      field: 'reason',
    });
    await expect(late(head, { chosen: [] })).rejects.toMatchObject({ code: 'nothing_chosen' });
    await expect(late(head, { chosen: ['bằng khen'] })).rejects.toMatchObject({
      code: 'not_registerable',
    });
    expect(await agency.stored({ personId: lan, year })).toBeNull();
  });

  test('while the window is open everybody registers for themself', async () => {
    await agency.at('2027-02-28T16:59:00Z');
    await expect(late(head)).rejects.toMatchObject({ code: 'window_open' });
    await agency.at(AFTER);
    await agency.databaseAt('2027-02-28T16:59:00Z');
    await expect(late(head)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect(await agency.stored({ personId: lan, year })).toBeNull();
  });

  test('the same form sent twice at once registers once', async () => {
    const [one, other] = await Promise.all([late(head), late(head)]);
    expect(one.id).toBe(other.id);
    expect(await agency.auditKinds(one.id)).toEqual(['titles.registered_late']);
    expect(await agency.messages(one.id)).toHaveLength(1);
  });

  test('what was registered in time is changed, seen from the revision that the form showed', async () => {
    await agency.at('2027-01-15T03:00:00Z');
    const { id } = await agency.register(lan, ['ldtt']);
    await agency.at(AFTER);
    await expect(late(head)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect(await late(head, { seenRevision: 1 })).toMatchObject({ id, revision: 2 });
    expect(await agency.stored({ personId: lan, year })).toMatchObject({
      titles: ['ldtt', 'cstdcs'],
      state: 'confirmed',
    });
  });
});

describe('the history', () => {
  test('tells each change, newest first, and cannot be altered', async () => {
    const { id } = await agency.register(lan, ['ldtt']);
    const actor = await agency.actor(head);
    const verdict = { state: 'returned', reason: 'Nên phấn đấu cao hơn' } as const;
    await settleRegistration(agency.deps, { actor, registrationId: id, revision: 1, verdict });
    await agency.register(lan, ['cstdcs'], { seenRevision: 1 });
    await confirm(head, id, 2);
    await withdraw(lan, id, 2);
    const { revisions } = await openHistory(agency.deps, {
      actor: await agency.actor(lan),
      registrationId: id,
    });
    expect(
      revisions.map(({ state, titles, reason, byName }) => [state, titles.length, reason, byName]),
    ).toEqual([
      ['withdrawn', 2, null, 'Trần Lan'],
      ['confirmed', 2, null, 'Phan Khánh'],
      ['submitted', 2, null, 'Trần Lan'],
      ['returned', 1, 'Nên phấn đấu cao hơn', 'Phan Khánh'],
      ['submitted', 1, null, 'Trần Lan'],
    ]);
    await expect(
      agency.deps.db.registrationRevision.deleteMany({ where: { registrationId: id } }),
    ).rejects.toThrow('history is never changed');
  });

  test('is read by the person and those who confirm, and by nobody else', async () => {
    const { id } = await agency.register(lan, ['ldtt']);
    for (const personId of [colleague, secretary]) {
      const actor = await agency.actor(personId);
      await expect(openHistory(agency.deps, { actor, registrationId: id })).rejects.toMatchObject({
        code: 'no_registration',
      });
    }
    for (const personId of [head, director]) {
      const actor = await agency.actor(personId);
      const { revisions } = await openHistory(agency.deps, { actor, registrationId: id });
      expect(revisions).toHaveLength(1);
    }
  });
});
