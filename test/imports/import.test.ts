import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { discardOldRuns } from '../../src/imports/discard-old-runs.ts';
import { applyImport, discardImport, findRun } from '../../src/imports/run-import.ts';
import { dayOf } from '../../src/kernel/time.ts';
import { cloneDatabase } from '../support/database.ts';
import { Agency } from '../titles/support.ts';
import { check, load, told } from './support.ts';

let database: Database;
let agency: Agency;
/** Marks what belongs to one test. */
let mark: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

const units = () => [
  { code: `T-${mark}`, name: 'BHXH tỉnh', kind: 'tỉnh', validFrom: '01/07/2025' },
  {
    code: `P1-${mark}`,
    name: 'Phòng Thu',
    kind: 'phòng',
    parentCode: `t-${mark}`,
    validFrom: '01/07/2025',
  },
  {
    code: `P2-${mark}`,
    name: 'Phòng Chế độ',
    kind: 'phòng',
    parentCode: `T-${mark}`,
    validFrom: '01/07/2025',
  },
];
const person = (number: string, more: Record<string, string> = {}) => ({
  staffNumber: `${number}-${mark}`,
  fullName: 'Trần Thị Lan',
  email: `${number}-${mark}@bhxh.example`,
  unitCode: `P1-${mark}`,
  position: 'Chuyên viên',
  from: '01/07/2025',
  ...more,
});
const stored = (number: string) =>
  database.db.person.findUnique({
    where: { staffNumber: `${number}-${mark}` },
    include: {
      postings: { orderBy: { fromDate: 'asc' }, include: { unit: true } },
      grants: { orderBy: { fromDate: 'asc' }, include: { unit: true } },
      awards: true,
      ratings: true,
      works: true,
    },
  });

beforeEach(async () => {
  agency = new Agency(database);
  await agency.at('2027-01-15T03:00:00Z');
  mark = randomUUID().slice(0, 8).toUpperCase();
  await load(agency.deps, 'units', units());
});

describe('units', () => {
  test('come as a tree; the same again changes nothing, one change changes one', async () => {
    const again = await check(agency.deps, 'units', units());
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 3 });
    const [first, second, third] = units();
    const renamed = { ...second!, name: 'Phòng Quản lý thu' };
    const run = await load(agency.deps, 'units', [first!, renamed, third!]);
    expect(run.counts).toEqual({ new: 0, changed: 1, same: 2 });
    const unit = await database.db.unit.findUniqueOrThrow({
      where: { code: `P1-${mark}` },
      include: { parent: true },
    });
    expect(unit).toMatchObject({ name: 'Phòng Quản lý thu', kind: 'department' });
    expect(unit.parent?.code).toBe(`T-${mark}`);
  });

  test('go on from former ones, by a document', async () => {
    const merged = {
      code: `P3-${mark}`,
      name: 'Phòng Thu – Chế độ',
      kind: 'phòng',
      parentCode: `T-${mark}`,
      validFrom: '01/10/2026',
      formerCode: `P1-${mark}; P2-${mark}`,
      succession: 'sáp nhập',
    };
    const lacking = await check(agency.deps, 'units', [merged]);
    expect(told(lacking)).toEqual(['2 document needs_document']);
    await load(agency.deps, 'units', [{ ...merged, document: '1368/QĐ-BHXH' }]);
    const successions = await database.db.unitSuccession.findMany({
      where: { successor: { code: `P3-${mark}` } },
    });
    expect(successions.map(({ kind, document }) => [kind, document])).toEqual([
      ['merged', '1368/QĐ-BHXH'],
      ['merged', '1368/QĐ-BHXH'],
    ]);
    const corrected = [{ ...merged, document: '1400/QĐ-BHXH' }];
    expect((await load(agency.deps, 'units', corrected)).counts.changed).toBe(1);
    expect((await check(agency.deps, 'units', corrected)).counts.same).toBe(1);
  });

  test('that stand below themselves, repeat each other or are unknown are told by row and column', async () => {
    const day = { validFrom: '01/07/2025', kind: 'tổ' };
    const run = await check(agency.deps, 'units', [
      { ...day, code: `A-${mark}`, name: 'A', parentCode: `B-${mark}` },
      { ...day, code: `B-${mark}`, name: 'B', parentCode: `A-${mark}` },
      { ...day, code: `b-${mark}`, name: 'B', parentCode: 'KHÔNG CÓ' },
      { ...day, code: `C-${mark}`, name: 'C', kind: 'ban', validTo: '01/01/2025' },
    ]);
    expect(told(run)).toEqual([
      '2 parentCode own_parent',
      '3 parentCode own_parent',
      '4 code repeated',
      '4 parentCode unknown_unit',
      '5 kind not_of_the_list',
      '5 validTo ends_before_it_begins',
    ]);
  });
});

describe('people', () => {
  test('are posted; a head has the role for the unit; the same again changes nothing', async () => {
    const rows = [person('1'), person('2', { office: 'Thủ trưởng', position: 'Trưởng phòng' })];
    const run = await load(agency.deps, 'people', rows);
    expect(run.counts).toEqual({ new: 2, changed: 0, same: 0 });
    expect(await stored('2')).toMatchObject({
      fullName: 'Trần Thị Lan',
      postings: [{ office: 'head', toDate: null, unit: { code: `P1-${mark}` } }],
      grants: [{ role: 'head', toDate: null, unit: { code: `P1-${mark}` } }],
    });
    expect((await stored('1'))?.grants).toEqual([]);
    const again = await load(agency.deps, 'people', rows);
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 2 });
    expect((await stored('2'))?.postings).toHaveLength(1);
  });

  test('who move have their posting closed and a new one; a head’s role ends with it', async () => {
    await load(agency.deps, 'people', [person('1', { office: 'head' })]);
    const moved = person('1', { unitCode: `P2-${mark}`, from: '01/12/2026' });
    expect((await load(agency.deps, 'people', [moved])).counts).toMatchObject({ changed: 1 });
    const after = await stored('1');
    expect(
      after?.postings.map(({ unit, fromDate, toDate }) => [
        unit.code,
        dayOf(fromDate),
        toDate && dayOf(toDate),
      ]),
    ).toEqual([
      [`P1-${mark}`, '2025-07-01', '2026-11-30'],
      [`P2-${mark}`, '2026-12-01', null],
    ]);
    expect(after?.grants.map(({ toDate }) => toDate && dayOf(toDate))).toEqual(['2026-11-30']);
  });

  test('whose posting began the same day are corrected in place; earlier is refused', async () => {
    await load(agency.deps, 'people', [person('1')]);
    await load(agency.deps, 'people', [person('1', { position: 'Chuyên viên chính' })]);
    expect((await stored('1'))?.postings).toMatchObject([{ position: 'Chuyên viên chính' }]);
    const run = await check(agency.deps, 'people', [
      person('1', { position: 'Kế toán viên', from: '30/06/2025' }),
    ]);
    expect(run.problems).toMatchObject([
      { row: 2, column: 'from', code: 'before_current_posting', detail: '01/07/2025' },
    ]);
  });

  test('whose posting began on another day are corrected, unless it would run into the one before', async () => {
    await load(agency.deps, 'people', [person('1')]);
    await load(agency.deps, 'people', [
      person('1', { unitCode: `P2-${mark}`, from: '01/12/2026' }),
    ]);
    const corrected = person('1', { unitCode: `P2-${mark}`, from: '05/12/2026' });
    expect((await load(agency.deps, 'people', [corrected])).counts.changed).toBe(1);
    expect((await stored('1'))?.postings.map(({ fromDate }) => dayOf(fromDate))).toEqual([
      '2025-07-01',
      '2026-12-05',
    ]);
    const run = await check(agency.deps, 'people', [{ ...corrected, from: '30/11/2026' }]);
    expect(run.problems).toMatchObject([
      { row: 2, column: 'from', code: 'before_current_posting', detail: '30/11/2026' },
    ]);
  });

  test('who were written down as heads by mistake have neither office nor role any more', async () => {
    await load(agency.deps, 'people', [person('1', { office: 'head' })]);
    await load(agency.deps, 'people', [person('1')]);
    const after = await stored('1');
    expect(after?.postings).toMatchObject([{ office: 'staff' }]);
    expect(after?.grants.map(({ toDate }) => toDate !== null)).toEqual([true]);
  });

  test('of whom a formula gave an error are told, not taken at its word', async () => {
    const run = await check(agency.deps, 'people', [person('1', { fullName: '#REF!' })]);
    expect(told(run)).toEqual(['2 fullName formula_error']);
  });

  test('every problem is told by row and column, and nothing is written', async () => {
    await load(agency.deps, 'people', [person('1')]);
    const run = await check(agency.deps, 'people', [
      person('2', { staffNumber: '' }),
      person('3', { email: 'không phải thư' }),
      person('4', { unitCode: 'XYZ', from: '31/02/2026' }),
      person('5', { office: 'giám đốc' }),
      person('6'),
      person('6', { email: `khac-${mark}@bhxh.example` }),
      person('7', { email: `1-${mark}@bhxh.example` }),
      person('8', { email: `6-${mark}@bhxh.example` }),
    ]);
    expect(told(run)).toEqual([
      '2 staffNumber missing',
      '3 email not_an_email',
      '4 from not_a_day',
      '4 unitCode unknown_unit',
      '5 office not_of_the_list',
      '7 staffNumber repeated',
      '8 email email_taken',
      '9 email repeated',
    ]);
    await expect(applyImport(agency.deps, { actor: null, runId: run.id })).rejects.toThrow();
    expect(await stored('6')).toBeNull();
  });

  test('staff numbers keep their noughts and are one whatever their case', async () => {
    await load(agency.deps, 'people', [person('00a')]);
    const run = await check(agency.deps, 'people', [
      { ...person('00a'), staffNumber: `00A-${mark}` },
    ]);
    expect(run.counts).toEqual({ new: 0, changed: 0, same: 1 });
  });

  test('whose staff numbers or units differ in a letter beyond A to Z are two, in any database', async () => {
    const team = (code: string) => ({ ...units()[1]!, code: `${code}-${mark}`, name: code });
    const below = { ...team('tổ'), parentCode: `độI-${mark}` };
    await load(agency.deps, 'units', [team('đội'), team('Đội'), below]);
    const stands = await database.db.unit.findUniqueOrThrow({
      where: { code: `tổ-${mark}` },
      include: { parent: true },
    });
    expect(stands.parent).toMatchObject({ code: `đội-${mark}` });
    expect(
      told(await check(agency.deps, 'units', [{ ...below, parentCode: `ĐỘI-${mark}` }])),
    ).toEqual(['2 parentCode unknown_unit']);

    const lan = person('đa', { email: `one-${mark}@bhxh.example`, unitCode: `ĐộI-${mark}` });
    await load(agency.deps, 'people', [lan]);
    expect((await stored('đa'))?.postings).toMatchObject([{ unit: { code: `Đội-${mark}` } }]);
    const other = person('Đa', { email: `two-${mark}@bhxh.example` });
    const run = await check(agency.deps, 'people', [{ ...lan, staffNumber: `đA-${mark}` }, other]);
    expect(run.counts).toEqual({ new: 1, changed: 0, same: 1 });
  });
});

describe('records', () => {
  beforeEach(() => load(agency.deps, 'people', [person('1'), person('2')]));
  const decision = { number: '15/QĐ-BHXH', decidedOn: '15/01/2026' };

  test('of titles, for persons and collectives, by any name of the vocabulary', async () => {
    const rows = [
      { staffNumber: `1-${mark}`, title: 'chiến sĩ thi đua cơ sở', year: '2025', ...decision },
      { unitCode: `P1-${mark}`, title: 'TTLĐXS', year: '2025', ...decision },
      { staffNumber: `2-${mark}`, title: 'bang khen bo', year: '2025', ...decision },
    ].map((row) => ({ ...row, signatory: 'Lê Quang Hùng' }));
    const run = await check(agency.deps, 'awards', rows);
    expect(told(run)).toEqual([]);
    await load(agency.deps, 'awards', rows);
    expect((await stored('2'))?.awards).toMatchObject([{ title: 'bk_bo', year: 2025 }]);
    expect((await stored('1'))?.awards).toMatchObject([
      { title: 'cstdcs', year: 2025, decisionNumber: '15/QĐ-BHXH', signatory: 'Lê Quang Hùng' },
    ]);
    expect((await check(agency.deps, 'awards', rows)).counts).toMatchObject({ new: 0, changed: 0 });
    const corrected = [{ ...rows[0]!, number: '16/QĐ-BHXH' }];
    expect((await load(agency.deps, 'awards', corrected)).counts.changed).toBe(1);
    expect((await stored('1'))?.awards).toMatchObject([{ decisionNumber: '16/QĐ-BHXH' }]);
  });

  test('of a title for the wrong subject, an unknown one, or for two subjects are told', async () => {
    const row = { year: '2025', signatory: 'A', ...decision };
    const run = await check(agency.deps, 'awards', [
      { ...row, staffNumber: `1-${mark}`, title: 'TTLĐXS' },
      { ...row, staffNumber: `1-${mark}`, title: 'Danh hiệu lạ' },
      { ...row, staffNumber: `1-${mark}`, unitCode: `P1-${mark}`, title: 'LĐTT' },
      { ...row, staffNumber: 'không có', title: 'LĐTT' },
      { ...row, staffNumber: `1-${mark}`, title: 'LĐTT', year: '25' },
      { ...row, staffNumber: `1-${mark}`, title: 'LĐTT' },
      { ...row, staffNumber: `1-${mark}`, title: 'lao động tiên tiến' },
    ]);
    expect(told(run)).toEqual([
      '2 title wrong_subject',
      '3 title unknown_title',
      '4 staffNumber one_subject',
      '5 staffNumber unknown_person',
      '6 year not_a_year',
      '8 year repeated',
    ]);
  });

  test('of ratings', async () => {
    const rows = [
      { staffNumber: `1-${mark}`, year: '2025', rating: 'HTXSNV', ...decision },
      { unitCode: `P1-${mark}`, year: '2025', rating: 'Hoàn thành tốt nhiệm vụ', ...decision },
    ];
    await load(agency.deps, 'ratings', rows);
    expect((await stored('1'))?.ratings).toMatchObject([{ year: 2025, rating: 'excellent' }]);
    expect(
      await database.db.unitYear.findFirst({ where: { unit: { code: `P1-${mark}` } } }),
    ).toMatchObject({ rating: 'good' });
    expect((await check(agency.deps, 'ratings', rows)).counts.same).toBe(2);
  });

  test('of what only a collective’s year says; an empty cell leaves what is known', async () => {
    const row = { unitCode: `P1-${mark}`, year: '2024', rating: 'HTTNV', ...decision };
    const yearOf = () =>
      database.db.unitYear.findFirstOrThrow({
        where: { year: 2024, unit: { code: `P1-${mark}` } },
      });
    await load(agency.deps, 'ratings', [{ ...row, exceeded: 'Có', rank: '1' }]);
    expect(await yearOf()).toMatchObject({ exceededTargets: true, clusterRank: 1 });
    expect((await check(agency.deps, 'ratings', [row])).counts.same).toBe(1);
    await load(agency.deps, 'ratings', [{ ...row, exceeded: 'không', rating: 'HTNV' }]);
    expect(await yearOf()).toMatchObject({
      rating: 'completed',
      exceededTargets: false,
      clusterRank: 1,
    });
    const wrong = await check(agency.deps, 'ratings', [
      { ...row, exceeded: 'chắc là có' },
      { ...row, year: '2023', rank: '0' },
      { ...row, unitCode: '', staffNumber: `1-${mark}`, rank: '1' },
    ]);
    expect(told(wrong)).toEqual([
      '2 exceeded not_of_the_list',
      '3 rank not_a_rank',
      '4 rank of_collectives',
    ]);
  });

  test('of initiatives, with authors and their shares', async () => {
    const row = {
      title: `Sáng kiến ${mark}`,
      level: 'cơ sở',
      year: '2025',
      authors: `1-${mark}; 2-${mark}`,
      shares: '60; 40%',
      signatory: 'Lê Quang Hùng',
      ...decision,
    };
    await load(agency.deps, 'initiatives', [row]);
    expect((await stored('1'))?.works).toMatchObject([{ share: 60 }]);
    expect((await stored('2'))?.works).toMatchObject([{ share: 40 }]);
    expect((await check(agency.deps, 'initiatives', [row])).counts.same).toBe(1);
    for (const shares of ['60', '60; 41', '60; 0', '60; 39,5', 'x; y']) {
      const run = await check(agency.deps, 'initiatives', [{ ...row, shares }]);
      expect(told(run), shares).toEqual(['2 shares shares']);
    }
    // Nothing is deleted by an import: an author who is left out has to be taken out by a person.
    const alone = await check(agency.deps, 'initiatives', [
      { ...row, authors: `1-${mark}`, shares: '100' },
    ]);
    expect(alone.problems).toMatchObject([
      { row: 2, column: 'authors', code: 'author_left_out', detail: `2-${mark}` },
    ]);
  });
});

describe('a run', () => {
  test('is written by who checked it, once, also when pressed twice at once', async () => {
    const rows = [person('1')];
    const root = await database.db.unit.findUniqueOrThrow({ where: { code: `T-${mark}` } });
    const admin = await agency.person('Đỗ Tâm', root.id, 'administrator');
    const other = await agency.person('Nguyễn Hà', root.id, 'administrator');
    const run = await check(agency.deps, 'people', rows, await agency.actor(admin));
    const by = async (personId: string) => ({ actor: await agency.actor(personId), runId: run.id });
    await expect(applyImport(agency.deps, await by(other))).rejects.toMatchObject({
      code: 'not_yours',
    });
    await expect(discardImport(agency.deps, await by(other))).rejects.toMatchObject({
      code: 'not_yours',
    });
    const mine = await by(admin);
    const both = await Promise.all([
      applyImport(agency.deps, mine),
      applyImport(agency.deps, mine),
    ]);
    expect(both.map(({ state }) => state)).toEqual(['applied', 'applied']);
    expect(await agency.auditKinds(run.id)).toEqual(['people.imported']);
    const kept = await database.db.importRun.findUniqueOrThrow({ where: { id: run.id } });
    expect(kept.rows).toEqual([]);
    await expect(discardImport(agency.deps, mine)).rejects.toMatchObject({ code: 'settled' });
  });

  test('that would come out otherwise by now, or is a day old, writes nothing', async () => {
    const run = await check(agency.deps, 'people', [person('1'), person('2')]);
    await load(agency.deps, 'people', [person('1')]);
    await expect(applyImport(agency.deps, { actor: null, runId: run.id })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    expect(await stored('2')).toBeNull();
    // As many changed rows as before, but over a name that its sender has not seen.
    const renamed = await check(agency.deps, 'people', [person('1', { fullName: 'Trần Lan' })]);
    await load(agency.deps, 'people', [person('1', { fullName: 'Trần Thị Ngọc Lan' })]);
    await expect(
      applyImport(agency.deps, { actor: null, runId: renamed.id }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const old = await check(agency.deps, 'people', [person('2')]);
    await agency.at('2027-01-16T04:00:00Z');
    await expect(applyImport(agency.deps, { actor: null, runId: old.id })).rejects.toMatchObject({
      code: 'too_old',
    });
  });

  test('of an administrator stays within their units', async () => {
    const unit = await database.db.unit.findUniqueOrThrow({ where: { code: `P1-${mark}` } });
    const admin = await agency.actor(await agency.person('Đỗ Tâm', unit.id, 'administrator'));
    const rows = [person('1'), person('2', { unitCode: `P2-${mark}` })];
    const run = await check(agency.deps, 'people', rows, admin);
    expect(told(run)).toEqual(['3 unitCode not_your_unit']);
    const head = await agency.actor(await agency.person('Phan Khánh', unit.id, 'head'));
    await expect(check(agency.deps, 'people', rows, head)).rejects.toMatchObject({
      code: 'not_administrator',
    });
    const [, own] = units();
    expect(told(await check(agency.deps, 'units', [{ ...own!, name: 'Khác' }], admin))).toEqual([]);
    const elsewhere = [
      { ...own!, parentCode: `P2-${mark}` },
      {
        ...own!,
        formerCode: `P2-${mark}`,
        succession: 'đổi tên',
        document: '1368/QĐ-BHXH',
      },
    ];
    for (const [index, row] of elsewhere.entries()) {
      const column = index === 0 ? 'parentCode' : 'formerCode';
      expect(told(await check(agency.deps, 'units', [row], admin))).toEqual([
        `2 ${column} not_your_unit`,
      ]);
    }
    const top = { ...units()[0]!, name: 'Tỉnh khác' };
    expect(told(await check(agency.deps, 'units', [top], admin))).toEqual(['2 code not_your_unit']);
  });

  test('that nobody settled is thrown away after a day, with what it held', async () => {
    const fine = await check(agency.deps, 'people', [person('1')]);
    const faulty = await check(agency.deps, 'people', [person('2', { unitCode: 'LẠ' })]);
    await discardOldRuns(agency.deps);
    expect((await findRun(database.db, fine.id)).state).toBe('checked');
    await agency.at('2027-01-16T04:00:00Z');
    await discardOldRuns(agency.deps);
    const kept = await database.db.importRun.findUniqueOrThrow({ where: { id: fine.id } });
    expect(kept).toMatchObject({ state: 'discarded', rows: [] });
    // What was wrong with a file stays to be read.
    expect((await findRun(database.db, faulty.id)).state).toBe('checked');
  });

  test('with very many problems keeps the first of them and says how many there are', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) =>
      person(`n${index}`, { unitCode: 'LẠ', from: '' }),
    );
    const run = await check(agency.deps, 'people', rows);
    expect(run.problemCount).toBe(6_000);
    expect(run.problems).toHaveLength(5_000);
    expect(run.problems[0]).toMatchObject({ row: 2 });
  });

  test('is checked with the same number of queries for one row and for many', async () => {
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
    await check(deps, 'people', [person('1')]);
    const one = queries;
    queries = 0;
    await check(
      deps,
      'people',
      Array.from({ length: 40 }, (_, index) => person(`n${index}`)),
    );
    expect(queries).toBe(one);
  });
});
