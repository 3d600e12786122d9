import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { confirmMany } from '../../src/titles/confirm-many.ts';
import { settleRegistration } from '../../src/titles/settle-registration.ts';
import { cloneDatabase } from '../support/database.ts';
import { type Agency, openSeason } from './support.ts';

let database: Database;
let agency: Agency;
let province: string;
let department: string;
let director: string;
let secretary: string;
let head: string;
let lan: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  ({ agency, province, department, director, secretary, head, lan } = await openSeason(database));
});

/** The cards of as many new people of the department, who register the same. */
async function cards(count: number) {
  const registered = [];
  for (let index = 0; index < count; index += 1) {
    const personId = await agency.person(`Người ${index}`, department);
    registered.push(await agency.register(personId, ['cstdcs']));
  }
  return registered.map(({ id, revision }) => ({ registrationId: id, revision }));
}

async function confirm(personId: string, chosen: Parameters<typeof confirmMany>[1]['chosen']) {
  return confirmMany(agency.deps, { actor: await agency.actor(personId), chosen });
}

/** All that is stored of a registration, but for who it is and when. */
async function traces(id: string) {
  const { db } = database;
  const row = await db.titleRegistration.findUniqueOrThrow({ where: { id } });
  const where = { registrationId: id };
  const history = await db.registrationRevision.findMany({ where, orderBy: { id: 'asc' } });
  const audit = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
  const messages = await db.outgoingMessage.findMany({
    where: { subjectId: id },
    orderBy: { seq: 'asc' },
  });
  const jobs = await db.$queryRaw<{ key: string }[]>`
    select key from graphile_worker.jobs where key like '%' || ${id}::text
      or key in (select 'lane:' || person_id from outgoing_message where subject_id = ${id}::uuid)
    order by key`;
  const own = new Map([
    [id, 'the registration'],
    [row.personId, 'the person'],
  ]);
  const known = (key: string) =>
    [...own].reduce((text, [one, name]) => text.replaceAll(String(one), name), key);
  return {
    state: [row.state, row.revision, row.settledById, row.settledAt !== null, row.returnReason],
    history: history.map(({ revision, state, titles, byId, reason }) => ({
      revision,
      state,
      titles,
      by: own.get(byId) ?? byId,
      reason,
    })),
    audit: audit.map(({ kind, actorId, before, after, reason }) => ({
      kind,
      by: own.get(actorId ?? '') ?? actorId,
      before,
      after,
      reason,
    })),
    messages: messages.map(({ purpose, personId, params, state, dedupeKey }) => ({
      purpose,
      to: own.get(personId ?? '') ?? personId,
      params,
      state,
      dedupeKey: known(dedupeKey ?? ''),
    })),
    jobs: jobs.map(({ key }) => known(key)).toSorted(),
  };
}

describe('confirming many', () => {
  test('leaves of each what a press on its card leaves', async () => {
    const [alone, ...together] = await cards(4);
    const actor = await agency.actor(head);
    await settleRegistration(agency.deps, { actor, ...alone!, verdict: { state: 'confirmed' } });
    expect(await confirm(head, together)).toEqual({ confirmed: 3, left: 0 });
    const pressed = await traces(alone!.registrationId);
    expect(pressed).toMatchObject({
      state: ['confirmed', 1, head, true, null],
      audit: [{ kind: 'titles.registered' }, { kind: 'titles.confirmed', by: head }],
      messages: [{ purpose: 'titles.to_confirm' }, { purpose: 'titles.settled', to: 'the person' }],
      jobs: expect.arrayContaining([
        'lane:the person',
        'refresh:titles.to_confirm:the registration',
      ]),
    });
    for (const { registrationId } of together) {
      expect(await traces(registrationId)).toEqual(pressed);
    }
    // Once more, as a second delivery of the submission: the same answer, and nothing new.
    expect(await confirm(head, together)).toEqual({ confirmed: 3, left: 0 });
    expect(await traces(together[0]!.registrationId)).toEqual(pressed);
  });

  test('leaves alone what is replaced, settled by another, not theirs, or unknown', async () => {
    const [fine, replaced, taken] = await cards(3);
    const { id: own } = await agency.register(head, ['ldtt']);
    const { id: unit } = await agency.register(head, ['ttldtt'], { unitId: department });
    await confirm(director, [taken!]);
    const rest = [own, unit, randomUUID()].map((registrationId) => ({
      registrationId,
      revision: 1,
    }));
    const chosen = [{ ...replaced!, revision: 2 }, taken!, ...rest, fine!];
    expect(await confirm(head, chosen)).toEqual({ confirmed: 1, left: 5 });
    expect((await traces(fine!.registrationId)).state[0]).toBe('confirmed');
    for (const id of [replaced!.registrationId, own, unit]) {
      expect((await traces(id)).state[0]).toBe('submitted');
    }
    expect(await confirm(lan, [replaced!])).toEqual({ confirmed: 0, left: 1 });
    expect(await confirm(secretary, [replaced!])).toEqual({ confirmed: 0, left: 1 });
  });

  test('is for the secretary where no head is left', async () => {
    const { id: directors } = await agency.register(director, ['ldtt']);
    const { id: theirs } = await agency.register(lan, ['ldtt']);
    const { id: provinces } = await agency.register(director, ['ttldtt'], { unitId: province });
    const chosen = [directors, theirs, provinces].map((registrationId) => ({
      registrationId,
      revision: 1,
    }));
    expect(await confirm(secretary, chosen)).toEqual({ confirmed: 2, left: 1 });
    expect((await traces(theirs)).state[0]).toBe('submitted');
  });

  test('by two at once, in any order, is done once', async () => {
    const chosen = await cards(6);
    const both = await Promise.all([confirm(head, chosen), confirm(director, chosen.toReversed())]);
    expect(both.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(6);
    for (const { registrationId } of chosen) {
      expect(await agency.auditKinds(registrationId)).toEqual([
        'titles.registered',
        'titles.confirmed',
      ]);
    }
  });

  test('takes the same number of queries for one and for many', async () => {
    let queries = 0;
    const counted = database.db.$extends({
      query: {
        async $allOperations({ args, query }) {
          queries += 1;
          return query(args);
        },
      },
    });
    const deps = { ...agency.deps, db: counted as never };
    const actor = await agency.actor(head);
    const [one, ...more] = await cards(8);
    expect(await confirmMany(deps, { actor, chosen: [one!] })).toMatchObject({ confirmed: 1 });
    const forOne = queries;
    queries = 0;
    expect(await confirmMany(deps, { actor, chosen: more })).toMatchObject({ confirmed: 7 });
    expect(queries).toBe(forOne);
    expect(forOne).toBeGreaterThan(5);
  });
});
