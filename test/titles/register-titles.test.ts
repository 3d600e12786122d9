import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { ladder } from '../../src/rulebook/rules.ts';
import { registerTitles } from '../../src/titles/register-titles.ts';
import { isLadderClosed, missingLower } from '../../src/titles/rules.ts';
import { settleRegistration } from '../../src/titles/settle-registration.ts';
import { cloneDatabase } from '../support/database.ts';
import { Agency } from './support.ts';

const OPEN = '2027-01-15T03:00:00Z';
const year = 2027;
let database: Database;
let agency: Agency;
let province: string;
let department: string;
let director: string;
let head: string;
let lan: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  agency = new Agency(database);
  await agency.at(OPEN);
  province = await agency.unit('BHXH tỉnh');
  department = await agency.unit('Phòng Thu', province);
  director = await agency.person('Lê Hùng', province, 'head');
  head = await agency.person('Phan Khánh', department, 'head');
  lan = await agency.person('Trần Lan', department);
  await agency.window(province, year, '2027-01-02', '2027-02-28');
});

async function register(
  personId: string,
  chosen: string[],
  more: { seenRevision?: number; unitId?: string; year?: number; shown?: string[] } = {},
) {
  return registerTitles(agency.deps, {
    actor: await agency.actor(personId),
    unitId: null,
    year,
    seenRevision: 0,
    shown: [],
    chosen,
    ...more,
  });
}

async function refusal(attempt: Promise<unknown>): Promise<AppError> {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

describe('registering', () => {
  test('completes the ladder, stores it, writes the audit and asks the head of the unit', async () => {
    const receipt = await register(lan, ['cstd_bo']);

    expect(receipt).toMatchObject({
      change: 'registered',
      added: ['ldtt', 'cstdcs'],
      confirmers: { role: 'head', persons: [{ id: head }] },
      window: { closesOn: '2027-02-28' },
    });
    const stored = await agency.stored({ personId: lan, year });
    expect(stored).toMatchObject({
      state: 'submitted',
      revision: 1,
      filedById: lan,
      titles: ['ldtt', 'cstdcs', 'cstd_bo'],
    });
    expect(await agency.auditKinds(stored!.id)).toEqual(['titles.registered']);
    expect(await agency.messages(stored!.id)).toEqual([
      { purpose: 'titles.to_confirm', personId: head, params: { revision: 1 } },
    ]);
  });

  test('a head registers the unit they head, and the head above is asked', async () => {
    const receipt = await register(head, ['ttldxs'], { unitId: department });

    expect(receipt.confirmers?.persons).toEqual([{ id: director, fullName: 'Lê Hùng' }]);
    const stored = await agency.stored({ unitId: department, year });
    expect(stored).toMatchObject({ personId: null, titles: ['ttldtt', 'ttldxs'] });
  });

  test("a head's own registration goes one level up", async () => {
    const { confirmers } = await register(head, ['ldtt']);
    expect(confirmers?.persons.map((person) => person.id)).toEqual([director]);
  });

  test('where no head is found the secretary is asked', async () => {
    const secretary = await agency.person('Nguyễn Hà', province, 'secretary');
    const { confirmers } = await register(director, ['ldtt']);
    expect(confirmers).toMatchObject({ role: 'secretary', persons: [{ id: secretary }] });
  });

  test('where nobody can confirm the registration is kept all the same', async () => {
    const { confirmers } = await register(director, ['ldtt']);
    expect(confirmers).toBeNull();
    const stored = await agency.stored({ personId: director, year });
    expect(stored?.state).toBe('submitted');
    expect(await agency.messages(stored!.id)).toEqual([]);
  });
});

describe('what is refused leaves nothing behind', () => {
  test.each([
    ['a form of commendation', ['bk_tt'], 'not_registerable', 'Công văn số 4793/BHXH-TĐKT'],
    ['an initiative', ['ldtt', 'sang_kien'], 'not_registerable', 'Công văn số 4793/BHXH-TĐKT'],
    ['a title of collectives', ['ttldtt'], 'not_registerable', 'tập thể'],
    ['a value nobody offered', ['cstd_vu_tru'], 'not_registerable', 'cstd_vu_tru'],
    ['no title at all', [], 'nothing_chosen', 'ít nhất một'],
  ])('%s', async (_what, chosen, code, said) => {
    const error = await refusal(register(lan, chosen));
    expect(error).toMatchObject({ code, field: 'titles' });
    expect(error.say('vi')).toContain(said);
    expect(await agency.stored({ personId: lan, year })).toBeNull();
  });

  test('a title with the one below it taken out', async () => {
    await register(lan, ['cstdcs']);
    const shown = ['ldtt', 'cstdcs'];
    const error = await refusal(register(lan, ['cstdcs'], { shown, seenRevision: 1 }));
    expect(error).toMatchObject({ code: 'not_registerable', field: 'titles' });
    for (const language of ['vi', 'en'] as const) {
      expect(error.say(language)).toContain('LĐTT');
      expect(error.say(language)).toContain('CSTĐCS');
      expect(error.say(language)).toContain('Công văn số 4793/BHXH-TĐKT');
    }
    expect(await agency.stored({ personId: lan, year })).toMatchObject({
      revision: 1,
      titles: shown,
    });
  });

  test('a unit by one who does not head it', async () => {
    expect(await refusal(register(lan, ['ttldtt'], { unitId: department }))).toMatchObject({
      code: 'not_head_of_unit',
    });
    expect(await refusal(register(director, ['ttldtt'], { unitId: department }))).toMatchObject({
      code: 'not_head_of_unit',
    });
    expect(await agency.stored({ unitId: department, year })).toBeNull();
  });
});

describe('the window', () => {
  test.each([
    ['before it opens', '2027-01-01T16:59:00Z', 'window_not_yet'],
    ['after it closes', '2027-02-28T17:00:00Z', 'window_closed'],
  ])('%s nothing is taken, and its days are told', async (_when, now, code) => {
    await agency.at(now);
    const error = await refusal(register(lan, ['ldtt']));
    expect(error.code).toBe(code);
    expect(error.say('vi')).toContain('từ ngày 02/01/2027 đến hết ngày 28/02/2027');
    expect(error.say('en')).toContain('28/02/2027');
    expect(await agency.stored({ personId: lan, year })).toBeNull();
  });

  test.each(['2027-01-01T17:00:00Z', '2027-02-28T16:59:59Z'])(
    'both its days belong to it (%s)',
    async (now) => {
      await agency.at(now);
      expect((await register(lan, ['ldtt'])).change).toBe('registered');
    },
  );

  test("is judged by the database's clock, for filing and for amending", async () => {
    await register(head, ['ldtt']);
    await agency.databaseAt('2027-03-01T00:00:00Z');
    expect((await refusal(register(lan, ['ldtt']))).code).toBe('window_closed');
    expect((await refusal(register(head, ['cstdcs'], { seenRevision: 1 }))).code).toBe(
      'window_closed',
    );
    expect(await agency.stored({ personId: lan, year })).toBeNull();
    expect((await agency.stored({ personId: head, year }))?.titles).toEqual(['ldtt']);
  });

  test("the unit's own window goes before that of the unit above", async () => {
    await agency.window(department, year, '2027-01-02', '2027-01-10');
    expect((await refusal(register(lan, ['ldtt']))).code).toBe('window_closed');
    expect((await register(director, ['ldtt'])).change).toBe('registered');
  });

  test('a year without one is refused', async () => {
    expect((await refusal(register(lan, ['ldtt'], { year: 2031 }))).code).toBe('window_none');
  });
});

describe('amending', () => {
  test('raises the revision, asks again and keeps what was before in the audit', async () => {
    await register(lan, ['cstdcs']);
    const { change, registration } = await register(lan, ['ldtt'], { seenRevision: 1 });

    expect(change).toBe('amended');
    const stored = await agency.stored({ personId: lan, year });
    expect(stored).toMatchObject({ revision: 2, state: 'submitted', titles: ['ldtt'] });
    const events = await agency.deps.db.auditEvent.findMany({
      where: { subjectId: registration.id, kind: 'titles.amended' },
    });
    expect(events).toMatchObject([
      { before: { titles: ['ldtt', 'cstdcs'] }, after: { titles: ['ldtt'] } },
    ]);
    expect((await agency.messages(registration.id)).map(({ params }) => params)).toEqual([
      { revision: 1 },
      { revision: 2 },
    ]);
  });

  test('a confirmed registration that is amended must be confirmed again', async () => {
    const { registration } = await register(lan, ['ldtt']);
    await settleRegistration(agency.deps, {
      actor: await agency.actor(head),
      registrationId: registration.id,
      revision: 1,
      verdict: { state: 'confirmed' },
    });
    await register(lan, ['cstdcs'], { seenRevision: 1 });
    expect(await agency.stored({ personId: lan, year })).toMatchObject({
      state: 'submitted',
      revision: 2,
      settledById: null,
      settledAt: null,
    });
  });

  test('nothing changed changes nothing', async () => {
    const { registration } = await register(lan, ['cstdcs']);
    const again = await register(lan, ['ldtt', 'cstdcs'], { seenRevision: 1 });
    expect(again.change).toBe('unchanged');
    expect((await agency.stored({ personId: lan, year }))?.revision).toBe(1);
    expect(await agency.auditKinds(registration.id)).toEqual(['titles.registered']);
    expect(await agency.messages(registration.id)).toHaveLength(1);
  });

  test('what was returned may be sent again as it is', async () => {
    const { registration } = await register(lan, ['cstdcs']);
    await settleRegistration(agency.deps, {
      actor: await agency.actor(head),
      registrationId: registration.id,
      revision: 1,
      verdict: { state: 'returned', reason: 'Bấm nhầm' },
    });
    const again = await register(lan, ['cstdcs'], { seenRevision: 1 });
    expect(again.change).toBe('amended');
    expect(await agency.stored({ personId: lan, year })).toMatchObject({
      state: 'submitted',
      revision: 2,
      returnReason: null,
    });
  });

  test('a form that was opened before a change does not overwrite it', async () => {
    await register(lan, ['ldtt']);
    await register(lan, ['cstdcs'], { seenRevision: 1 });
    const error = await refusal(register(lan, ['cstd_bo'], { seenRevision: 1 }));
    expect(error.code).toBe('changed_meanwhile');
    expect((await agency.stored({ personId: lan, year }))?.titles).toEqual(['ldtt', 'cstdcs']);
  });
});

describe('the same submission', () => {
  test('twice writes once and is answered the same', async () => {
    const first = await register(lan, ['cstdcs']);
    const second = await register(lan, ['cstdcs']);
    expect(second).toEqual(first);
    expect(await agency.auditKinds(first.registration.id)).toEqual(['titles.registered']);
  });

  test('five at once write once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => register(lan, ['cstdcs'])));
    expect(new Set(answers.map(({ change }) => change))).toEqual(new Set(['registered']));
    const { registration } = answers[0]!;
    expect(await agency.stored({ personId: lan, year })).toMatchObject({ revision: 1 });
    expect(await agency.auditKinds(registration.id)).toEqual(['titles.registered']);
    expect(await agency.messages(registration.id)).toHaveLength(1);
  });

  test('five amendments at once raise the revision once', async () => {
    await register(lan, ['ldtt']);
    await Promise.all(
      Array.from({ length: 5 }, () => register(lan, ['cstdcs'], { seenRevision: 1 })),
    );
    expect(await agency.stored({ personId: lan, year })).toMatchObject({
      revision: 2,
      titles: ['ldtt', 'cstdcs'],
    });
  });
});

describe('the ladder', () => {
  test('is closed in the database whatever is shown and submitted', async () => {
    const { rulebook } = agency.deps;
    const persons = ladder(rulebook, 'person').map(({ key }) => key);
    const others = ['bk_bo', 'ttldtt', 'sang_kien', 'CSTĐ cơ sở', ''];
    let seenRevision = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...persons, ...others), { maxLength: 6 }),
        fc.subarray(persons),
        async (chosen, shown) => {
          const refused = await register(lan, chosen, { shown, seenRevision }).then(
            () => false,
            (error: unknown) => {
              expect(error).toBeInstanceOf(AppError);
              return true;
            },
          );
          const stored = await agency.stored({ personId: lan, year });
          seenRevision = stored?.revision ?? 0;
          expect(isLadderClosed(rulebook, stored?.titles ?? [])).toBe(true);
          const keys = chosen.map((word) => (word === 'CSTĐ cơ sở' ? 'cstdcs' : word));
          const titles = keys.filter((key) => persons.includes(key));
          const takenOut = missingLower(rulebook, titles).some((key) => shown.includes(key));
          expect(refused).toBe(takenOut || titles.length < keys.length || keys.length === 0);
          if (!refused) expect(stored?.titles).toEqual(expect.arrayContaining(titles));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('cannot be broken past the use case either', async () => {
    const { registration } = await register(lan, ['ldtt']);
    const item = { registrationId: registration.id, title: 'cstd_bo', rank: 3 };
    const { titleRegistrationItem } = agency.deps.db;
    await expect(
      titleRegistrationItem.create({ data: { ...item, rankBelow: 2 } }),
    ).rejects.toThrow();
    await expect(
      titleRegistrationItem.create({ data: { ...item, rankBelow: null } }),
    ).rejects.toThrow();
  });
});
