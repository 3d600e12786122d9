import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { today } from '../../src/kernel/deps.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import type { EntryKind, RecordSubject } from '../../src/records/controls.ts';
import { findSubjects } from '../../src/records/find-subjects.ts';
import {
  keepEntry,
  openEntryOf,
  removeEntry,
  type WrittenEntry,
} from '../../src/records/keep-entry.ts';
import { openRecordOf } from '../../src/records/open-record.ts';
import { entryMark } from '../../src/records/queries.ts';
import { evaluateEligibility } from '../../src/rulebook/evaluate-eligibility.ts';
import { cloneDatabase } from '../support/database.ts';
import { Agency } from '../titles/support.ts';

let database: Database;
let agency: Agency;
let province: string;
let department: string;
let former: string;
let secretary: string;
let inspector: string;
let head: string;
let lan: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  agency = new Agency(database);
  await agency.at('2027-01-15T03:00:00Z');
  province = await agency.unit('BHXH tỉnh Sông Hương');
  department = await agency.unit('Phòng Quản lý thu', province);
  former = await agency.unit('Phòng Thu – Sổ, thẻ', null);
  await database.db.unit.update({
    where: { id: former },
    data: { validFrom: dateColumn('2010-01-01'), validTo: dateColumn('2025-06-30') },
  });
  await database.db.unitSuccession.create({
    data: {
      predecessorId: former,
      successorId: department,
      kind: 'merged',
      onDate: dateColumn('2025-07-01'),
      document: '10/QĐ',
    },
  });
  secretary = await agency.person('Nguyễn Thu Hà', province, 'secretary');
  inspector = await agency.person('Lưu Hải Yến', province, 'inspector');
  head = await agency.person('Phan Quốc Khánh', department, 'head');
  lan = await agency.person('Trần Thị Lan', department);
});

const record = async (by: string, of: RecordSubject) =>
  openRecordOf(database.db, { actor: await agency.actor(by), of, on: today(agency.deps) });

const REPRIMAND: WrittenEntry = {
  what: 'reprimand',
  from: '2026-03-01',
  to: '2027-02-28',
  text: '12/QĐ-KL',
  goodGrade: false,
};
const MATTER: WrittenEntry = {
  what: 'complaint',
  from: '2027-01-10',
  to: null,
  text: 'Đơn số 7, Thanh tra tỉnh',
  goodGrade: false,
};

async function keep(
  by: string,
  kind: EntryKind,
  written: WrittenEntry,
  { entryId = null, of = { personId: lan } }: { entryId?: string | null; of?: RecordSubject } = {},
) {
  const about = { actor: await agency.actor(by), of, kind, entryId };
  const { entry } = await openEntryOf(agency.deps, about);
  const seen = entry ? entryMark(entry) : null;
  return keepEntry(agency.deps, { ...about, written, seen });
}

const eligibility = async (by: string, year: number) => {
  const actor = await agency.actor(by);
  const asked = { subject: { personId: lan }, award: 'ldtt', year };
  return evaluateEligibility(agency.deps, { actor, ...asked });
};

describe('reading', () => {
  test('one’s own, and by those who look after the person; not by others', async () => {
    await keep(secretary, 'discipline', REPRIMAND);
    const other = await agency.person('Người khác', department);
    for (const reader of [lan, head, secretary, inspector]) {
      expect(await record(reader, { personId: lan })).toMatchObject({
        record: { fullName: 'Trần Thị Lan', disciplines: [{ what: 'reprimand' }] },
      });
    }
    await expect(record(other, { personId: lan })).rejects.toMatchObject({
      code: 'record_not_yours',
    });
  });

  test('open matters are for the secretary and the inspector, and never for whom they are about', async () => {
    await keep(inspector, 'matter', MATTER);
    const mattersFor = async (by: string, personId: string) =>
      (await record(by, { personId })).record.matters.length;
    expect(await mattersFor(secretary, lan)).toBe(1);
    expect(await mattersFor(inspector, lan)).toBe(1);
    expect(await mattersFor(head, lan)).toBe(0);
    expect(await mattersFor(lan, lan)).toBe(0);
    await keep(inspector, 'matter', MATTER, { of: { personId: secretary } });
    expect(await mattersFor(secretary, secretary)).toBe(0);
    expect((await eligibility(secretary, 2026)).mayKnowMatters).toBe(true);
    const own = { subject: { personId: secretary }, award: 'ldtt', year: 2026 };
    const actor = await agency.actor(secretary);
    expect((await evaluateEligibility(agency.deps, { actor, ...own })).mayKnowMatters).toBe(false);
    const events = await database.db.auditEvent.findMany({ where: { subjectId: lan } });
    expect(JSON.stringify(events.map(({ after }) => after))).not.toContain('Đơn số 7');
  });

  test('a history follows the person through former units, and a former unit is read by those who look after its successor', async () => {
    await database.db.posting.create({
      data: {
        personId: lan,
        unitId: former,
        position: 'Chuyên viên',
        office: 'staff',
        fromDate: dateColumn('2019-01-01'),
        toDate: dateColumn('2025-06-30'),
      },
    });
    expect(await record(lan, { personId: lan })).toMatchObject({
      record: {
        postings: [
          { unitName: 'Phòng Quản lý thu', to: null },
          {
            unitName: 'Phòng Thu – Sổ, thẻ',
            to: '2025-06-30',
            nowCalled: ['Phòng Quản lý thu'],
          },
        ],
      },
    });
    expect(await record(head, { unitId: former })).toMatchObject({
      record: { successors: [{ name: 'Phòng Quản lý thu', kind: 'merged', document: '10/QĐ' }] },
    });
    await expect(record(lan, { unitId: former })).rejects.toMatchObject({
      code: 'record_not_yours',
    });
  });
});

describe('finding', () => {
  const find = async (by: string, words: string) =>
    (await findSubjects(agency.deps, await agency.actor(by), words)).map(({ name }) => name);

  test('without accents, by number, and former units by the name they had', async () => {
    const { staffNumber } = await database.db.person.findUniqueOrThrow({ where: { id: lan } });
    expect(await find(head, 'lan tran')).toEqual(['Trần Thị Lan']);
    expect(await find(head, staffNumber.toUpperCase())).toEqual(['Trần Thị Lan']);
    expect(await find(head, 'the so thu')).toEqual(['Phòng Thu – Sổ, thẻ']);
    expect(await find(head, 'phong thu')).toEqual(['Phòng Quản lý thu', 'Phòng Thu – Sổ, thẻ']);
    expect(await find(head, 'thu – so, the')).toEqual(['Phòng Thu – Sổ, thẻ']);
  });

  test('only among those looked after, and oneself', async () => {
    await agency.person('Trần Văn Lân', province);
    expect(await find(head, 'tran')).toEqual(['Trần Thị Lan']);
    expect(await find(secretary, 'tran')).toEqual(['Trần Thị Lan', 'Trần Văn Lân']);
    expect(await find(lan, 'phan')).toEqual([]);
    expect(await find(lan, 'tran thi lan')).toEqual(['Trần Thị Lan']);
    expect(await find(secretary, '%')).toEqual([]);
    expect(await find(secretary, '  ')).toEqual([]);
  });
});

describe('writing down', () => {
  test('a discipline decides at once, corrected and taken off again', async () => {
    const of2026 = async () => JSON.stringify((await eligibility(secretary, 2026)).evaluation);
    const before = await of2026();
    const opened = await keep(secretary, 'discipline', REPRIMAND);
    const [entry] = opened.kind === 'person' ? opened.record.disciplines : [];
    expect(await of2026()).toContain('12/QĐ-KL');
    await keep(secretary, 'discipline', { ...REPRIMAND, to: '2026-03-31' }, { entryId: entry!.id });
    const removing = {
      actor: await agency.actor(secretary),
      of: { personId: lan },
      kind: 'discipline' as const,
      entryId: entry!.id,
    };
    await expect(removeEntry(agency.deps, { ...removing, reason: '  ' })).rejects.toMatchObject({
      field: 'reason',
    });
    await removeEntry(agency.deps, { ...removing, reason: 'Ghi nhầm người' });
    await removeEntry(agency.deps, { ...removing, reason: 'Ghi nhầm người' });
    expect(await of2026()).toBe(before);
    expect(await agency.auditKinds(lan)).toEqual([
      'records.entry_added',
      'records.entry_corrected',
      'records.entry_removed',
    ]);
  });

  test('the same twice, also at once, is one entry', async () => {
    await Promise.all([
      keep(secretary, 'discipline', REPRIMAND),
      keep(secretary, 'discipline', REPRIMAND),
    ]);
    await keep(secretary, 'discipline', REPRIMAND);
    expect(await database.db.discipline.count({ where: { personId: lan } })).toBe(1);
    expect(await agency.auditKinds(lan)).toHaveLength(1);
    await expect(
      keep(secretary, 'discipline', { ...REPRIMAND, what: 'warning' }),
    ).rejects.toMatchObject({ code: 'entry_repeated', field: 'text' });
  });

  test('leave changes the months worked', async () => {
    const leave = { ...REPRIMAND, what: 'unpaid', from: '2026-01-01', to: '2026-06-30', text: '' };
    await keep(secretary, 'leave', leave);
    const found = JSON.stringify((await eligibility(secretary, 2026)).evaluation);
    expect(found).toContain('"kind":"months","year":2026,"needed":10,"found":6');
    await expect(keep(secretary, 'leave', { ...leave, to: '2026-07-31' })).rejects.toMatchObject({
      code: 'entry_repeated',
      field: 'from',
    });
  });

  test('is for those who may, and never in one’s own record', async () => {
    for (const [by, kind, written] of [
      [head, 'discipline', REPRIMAND],
      [inspector, 'discipline', REPRIMAND],
      [lan, 'discipline', REPRIMAND],
      [head, 'matter', MATTER],
      [lan, 'matter', MATTER],
    ] as const) {
      await expect(keep(by, kind, written)).rejects.toMatchObject({ code: 'not_keeper' });
    }
    const own = { of: { personId: secretary } };
    await expect(keep(secretary, 'discipline', REPRIMAND, own)).rejects.toMatchObject({
      code: 'not_keeper',
    });
    const ofUnit = { of: { unitId: department } };
    await expect(keep(secretary, 'discipline', REPRIMAND, ofUnit)).rejects.toMatchObject({
      code: 'not_keeper',
    });
    expect((await keep(secretary, 'matter', MATTER, ofUnit)).record.matters).toHaveLength(1);
    expect(await database.db.discipline.count({ where: { personId: lan } })).toBe(0);
  });

  test('what cannot be meant is refused at its field', async () => {
    for (const [kind, change, field] of [
      ['discipline', { what: 'sick' }, 'what'],
      ['discipline', { text: ' ' }, 'text'],
      ['discipline', { from: '2027-02-01' }, 'from'],
      ['discipline', { to: '2026-02-01' }, 'to'],
      ['matter', { what: 'press', to: '2027-02-01' }, 'to'],
    ] as const) {
      await expect(keep(secretary, kind, { ...REPRIMAND, ...change })).rejects.toMatchObject({
        field,
      });
    }
  });
});
