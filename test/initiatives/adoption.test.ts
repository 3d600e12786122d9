import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  adoptionFile,
  adoptionsOf,
  adoptionsToReport,
} from '../../src/initiatives/after/adoption-queries.ts';
import { adoptionNews, adoptionView } from '../../src/initiatives/after/adoption-views.ts';
import { endAdoption } from '../../src/initiatives/after/end-adoption.ts';
import { evidenceOf } from '../../src/initiatives/after/influence-queries.ts';
import { prepareSummary } from '../../src/initiatives/after/prepare-summary.ts';
import { remindEffects } from '../../src/initiatives/after/remind-effects.ts';
import { reportEffect } from '../../src/initiatives/after/report-effect.ts';
import { initiativeSummary } from '../../src/initiatives/after/summary-queries.ts';
import { summaryView } from '../../src/initiatives/after/summary-views.ts';
import { today } from '../../src/kernel/deps.ts';
import type { AppError } from '../../src/kernel/errors.ts';
import { addDays, dateColumn, formatDay } from '../../src/kernel/time.ts';
import { addMonths } from '../../src/rulebook/calendar.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { adopts, annul, recognised } from './after-support.ts';
import { type Agency, messagesAbout, openAgencyWithCouncils } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

const SECRET = 'Ngưỡng là 17,5%';

async function fresh() {
  const form = { by: 'lan.tran', authors: ['lan.tran', 'duc.vu'], shares: [60, 40] } as const;
  return recognised(agency, { ...form, particulars: { confidential: SECRET } });
}

async function reports(
  by: Login,
  report: {
    adoptionId: string;
    year?: number;
    hours?: string;
    dong?: string;
    seen?: string | null;
    reportId?: string;
  },
) {
  const { adoptionId, year, hours = '10', dong = '1.000', seen = null, reportId } = report;
  return reportEffect(agency.deps, {
    actor: await agency.actor(by),
    reportId: reportId ?? randomUUID(),
    adoptionId,
    year: year ?? thisYear(),
    seenReportId: seen,
    hours,
    dong,
    note: 'Tính theo sổ theo dõi',
  });
}

const thisYear = () => Number(today(agency.deps).slice(0, 4));
const summaryOf = (id: string) => initiativeSummary(agency.deps, agency.deps.db, { id });
const code = (value: string) => expect.objectContaining({ code: value });
const at = (field: string) => expect.objectContaining({ field });

describe('taking up an initiative', () => {
  test('is recorded once for a unit, and its authors and their secretary are told once', async () => {
    const { id: initiativeId } = await fresh();
    const adoptionId = randomUUID();
    const adoption = { initiativeId, unit: 'SH-DS', adoptionId } as const;
    const first = await adopts(agency, 'loan.pham', adoption);
    expect(first).toEqual({ adoptionId, happened: true });
    // The same submission again is the same success; another form finds that it is applied.
    expect(await adopts(agency, 'loan.pham', adoption)).toEqual({ adoptionId, happened: true });
    const other = await adopts(agency, 'ha.nguyen', { initiativeId, unit: 'SH-DS' });
    expect(other).toEqual({ adoptionId, happened: false });
    expect(await agency.deps.db.adoption.count({ where: { initiativeId } })).toBe(1);
    expect(await messagesAbout(agency, adoptionId)).toEqual([
      { purpose: 'initiatives.adopted', personId: personId('lan.tran') },
      { purpose: 'initiatives.adopted', personId: personId('duc.vu') },
      { purpose: 'initiatives.adopted', personId: personId('ha.nguyen') },
    ]);
    const audits = await agency.deps.db.auditEvent.count({
      where: { subjectId: initiativeId, kind: 'initiative.adopted' },
    });
    expect(audits).toBe(1);
  });

  test('tells whoever is made responsible at once, once', async () => {
    const { id: initiativeId } = await fresh();
    const adoptionId = randomUUID();
    const adoption = { initiativeId, unit: 'SH-DS', adoptionId, responsible: 'van.doan' } as const;
    await adopts(agency, 'loan.pham', adoption);
    await adopts(agency, 'loan.pham', adoption);
    const told = await messagesAbout(agency, adoptionId);
    expect(told.filter(({ purpose }) => purpose === 'initiatives.adoption_assigned')).toEqual([
      { purpose: 'initiatives.adoption_assigned', personId: personId('van.doan') },
    ]);
  });

  test('from a later day on counts nowhere before it, and has no effect to report yet', async () => {
    const { id: initiativeId } = await fresh();
    const since = addDays(today(agency.deps), 20);
    const { adoptionId } = await adopts(agency, 'loan.pham', {
      initiativeId,
      unit: 'SH-DS',
      since,
    });
    const { deps } = agency;
    const summary = (await summaryOf(initiativeId))!;
    expect(summary.appliedAt).toMatchObject([{ begun: false }]);
    expect(evidenceOf(summary, today(deps)).units).toEqual([]);
    const loan = await agency.actor('loan.pham');
    expect((await prepareSummary(deps, loan, { id: initiativeId })).reports).toEqual([]);
    const rights = { adopt: false, proposeInfluence: false, recordUse: false, reports: [] };
    const shown = JSON.stringify(summaryView(summary, rights, [], 'vi'));
    expect(shown).toContain(`sẽ áp dụng từ ${formatDay(since)}`);
    expect(shown).not.toContain('Đang áp dụng tại');
    const file = (await adoptionFile(deps, deps.db, adoptionId))!;
    const reader = { mayReport: true, mayEnd: true, zone: deps.zone };
    expect(JSON.stringify(adoptionView(file, reader, 'vi'))).not.toContain('Báo cáo hiệu quả');
    expect(adoptionNews(file, 'adopted', 'vi').text).toContain('sẽ áp dụng sáng kiến');
    await expect(reports('loan.pham', { adoptionId })).rejects.toEqual(code('not_begun'));
  });

  test('by two at the same moment is recorded once', async () => {
    const { id: initiativeId } = await fresh();
    const both = await Promise.all(
      (['loan.pham', 'ha.nguyen'] as const).map((by) =>
        adopts(agency, by, { initiativeId, unit: 'SH-DS' }),
      ),
    );
    expect(both.map(({ happened }) => happened).toSorted()).toEqual([false, true]);
    expect(new Set(both.map(({ adoptionId }) => adoptionId)).size).toBe(1);
  });

  test('is refused to those without the right, for the own unit, and for what is not recognised', async () => {
    const { id: initiativeId } = await fresh();
    const by = (login: Login, unit: 'SH-DS' | 'SH-THU' = 'SH-DS') =>
      adopts(agency, login, { initiativeId, unit });
    for (const login of ['hieu.trinh', 'binh.nguyen', 'yen.luu', 'lan.tran'] as const)
      await expect(by(login)).rejects.toEqual(code('not_adopting_unit'));
    await expect(by('khanh.phan', 'SH-THU')).rejects.toEqual(code('own_unit'));
    const waiting = await agency.deps.db.initiative.update({
      where: { id: initiativeId },
      data: { state: 'accepted' },
    });
    await expect(by('loan.pham')).rejects.toEqual(code('initiative_unknown'));
    await agency.deps.db.initiative.update({
      where: { id: waiting.id },
      data: { state: 'recognised' },
    });
    await annul(agency, initiativeId);
    await expect(by('loan.pham')).rejects.toEqual(code('recognition_annulled'));
    expect(await agency.deps.db.adoption.count({ where: { initiativeId } })).toBe(0);
  });

  test('is refused at its field for a day out of reach and a unit that is no more', async () => {
    const { id: initiativeId } = await fresh();
    const on = today(agency.deps);
    const from = (since: string) =>
      adopts(agency, 'loan.pham', { initiativeId, unit: 'SH-DS', since });
    await expect(from(addDays(on, 400))).rejects.toEqual(at('since'));
    await expect(from(addDays(on, -31))).rejects.toEqual(at('since'));
    const { db } = agency.deps;
    const where = { id: unitId('SH-CG') };
    await db.unit.update({ where, data: { validTo: dateColumn(addDays(on, -1)) } });
    const gone = adopts(agency, 'ha.nguyen', { initiativeId, unit: 'SH-CG' });
    await expect(gone).rejects.toEqual(
      expect.objectContaining({ code: 'unit_gone', field: 'adoptingUnit' }),
    );
    await db.unit.update({ where, data: { validTo: null } });
  });

  test('that ended can begin anew; what was reported stays and counts once', async () => {
    const { id: initiativeId } = await fresh();
    const { adoptionId } = await adopts(agency, 'loan.pham', { initiativeId, unit: 'SH-DS' });
    await reports('loan.pham', { adoptionId, dong: '5.000' });
    const end = async (login: Login) =>
      endAdoption(agency.deps, {
        actor: await agency.actor(login),
        adoptionId,
        endedOn: today(agency.deps),
        reason: 'Đã có phần mềm',
      });
    await expect(end('hieu.trinh')).rejects.toEqual(code('not_adopting_unit'));
    expect(await end('loan.pham')).toEqual({ happened: true });
    expect(await end('loan.pham')).toEqual({ happened: false });
    expect(await messagesAbout(agency, adoptionId)).toHaveLength(3 + 3);
    const again = await adopts(agency, 'loan.pham', { initiativeId, unit: 'SH-DS' });
    expect(again.happened).toBe(true);
    // The year has a report already, made under the first adoption.
    await expect(reports('loan.pham', { adoptionId: again.adoptionId })).rejects.toEqual(
      code('year_reported'),
    );
    expect(await summaryOf(initiativeId)).toMatchObject({
      appliedAt: [{ adoptionId: again.adoptionId, endedOn: null }],
      sums: { dong: 5000n, units: 1 },
    });
  });
});

describe('reporting the effect', () => {
  test('sums the newest reports of two units, in whole đồng and hours', async () => {
    const { id: initiativeId } = await fresh();
    const one = await adopts(agency, 'loan.pham', { initiativeId, unit: 'SH-DS' });
    const two = await adopts(agency, 'phuc.dang', {
      initiativeId,
      unit: 'SH-CG',
      responsible: 'giang.bui',
    });
    const first = randomUUID();
    await reports('loan.pham', {
      adoptionId: one.adoptionId,
      hours: '1.200',
      dong: '34.500.000 đ',
      reportId: first,
    });
    // Who is responsible reports too.
    await reports('giang.bui', { adoptionId: two.adoptionId, hours: '300', dong: '9007199254741' });
    await reports('loan.pham', {
      adoptionId: one.adoptionId,
      hours: '1.000',
      dong: '30.000.000',
      seen: first,
    });
    const { sums } = (await summaryOf(initiativeId))!;
    expect(sums).toEqual({
      hours: 1300n,
      dong: 9_007_229_254_741n,
      units: 2,
      years: [{ year: thisYear(), hours: 1300n, dong: 9_007_229_254_741n, units: 2 }],
    });
    const audits = await agency.deps.db.auditEvent.findMany({
      where: { subjectId: initiativeId, kind: { startsWith: 'initiative.effect' } },
      orderBy: { id: 'asc' },
    });
    expect(audits.map(({ kind }) => kind)).toEqual([
      'initiative.effect_reported',
      'initiative.effect_reported',
      'initiative.effect_corrected',
    ]);
    expect(audits[2]).toMatchObject({
      before: { hours: '1200', dong: '34500000' },
      after: { hours: '1000', dong: '30000000' },
    });
  });

  test('that comes twice counts once; of two corrections from one form the second is told', async () => {
    const { id: initiativeId } = await fresh();
    const { adoptionId } = await adopts(agency, 'loan.pham', { initiativeId, unit: 'SH-DS' });
    const reportId = randomUUID();
    const send = () => reports('loan.pham', { adoptionId, reportId });
    const twice = await Promise.all([send(), send()]);
    expect(twice.map(({ happened }) => happened).toSorted()).toEqual([false, true]);
    const corrections = await Promise.allSettled(
      ['2.000', '3.000'].map((dong) => reports('loan.pham', { adoptionId, seen: reportId, dong })),
    );
    const refused = corrections.filter((one) => one.status === 'rejected');
    expect(refused).toMatchObject([{ reason: code('report_changed') }]);
    expect(await agency.deps.db.effectReport.count({ where: { adoptionId } })).toBe(2);
  });

  test('refuses nonsense at its field, years outside, strangers, and what was annulled', async () => {
    const { id: initiativeId } = await fresh();
    const { adoptionId } = await adopts(agency, 'loan.pham', { initiativeId, unit: 'SH-DS' });
    await expect(reports('loan.pham', { adoptionId, hours: '12,5' })).rejects.toEqual(at('hours'));
    await expect(reports('loan.pham', { adoptionId, dong: '2 triệu' })).rejects.toEqual(at('dong'));
    // All that is wrong is said at once.
    const wrong = { adoptionId, hours: '-5', dong: '2 triệu', year: thisYear() - 1 };
    const refused: AppError = await reports('loan.pham', wrong).catch((error) => error);
    expect([refused, ...refused.also].map(({ field }) => field)).toEqual(['year', 'hours', 'dong']);
    expect(refused.also[0]?.say('vi')).toContain('Số không thể âm');
    for (const year of [thisYear() - 1, thisYear() + 1])
      await expect(reports('loan.pham', { adoptionId, year })).rejects.toEqual(at('year'));
    for (const login of ['binh.nguyen', 'lan.tran', 'hieu.trinh'] as const)
      await expect(reports(login, { adoptionId })).rejects.toEqual(code('not_reporter'));
    await annul(agency, initiativeId);
    await expect(reports('loan.pham', { adoptionId })).rejects.toEqual(
      code('recognition_annulled'),
    );
    expect(await agency.deps.db.effectReport.count({ where: { adoptionId } })).toBe(0);
    // What stands is marked.
    expect(await summaryOf(initiativeId)).toMatchObject({ annulled: true, appliedAt: [{}] });
  });

  test('history is never changed', async () => {
    const { id: initiativeId } = await fresh();
    const { adoptionId } = await adopts(agency, 'loan.pham', { initiativeId, unit: 'SH-DS' });
    await reports('loan.pham', { adoptionId });
    await expect(
      agency.deps.db.effectReport.updateMany({ where: { adoptionId }, data: { dong: 1n } }),
    ).rejects.toThrow();
    await expect(
      agency.deps.db.effectReport.deleteMany({ where: { adoptionId } }),
    ).rejects.toThrow();
  });

  test('of a unit and the one above it for one year may overlap, which the summary says', async () => {
    const { id: initiativeId } = await fresh();
    const below = await adopts(agency, 'loan.pham', { initiativeId, unit: 'SH-DS' });
    const above = await adopts(agency, 'hung.le', { initiativeId, unit: 'SH' });
    await reports('loan.pham', { adoptionId: below.adoptionId });
    expect((await summaryOf(initiativeId))?.overlaps).toEqual([]);
    await reports('hung.le', { adoptionId: above.adoptionId });
    expect((await summaryOf(initiativeId))?.overlaps).toEqual([
      { unitName: 'BHXH cơ sở Đồi Sim', aboveName: 'BHXH tỉnh Sông Hàn' },
    ]);
  });
});

test('the summary never has the confidential part', async () => {
  const { id } = await fresh();
  const summary = await summaryOf(id);
  expect(summary).not.toBeNull();
  const text = JSON.stringify(summary, (_, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
  expect(text).not.toContain('17,5');
});

describe('reminders', () => {
  const due = () =>
    agency.deps.db.outgoingMessage.findMany({
      where: { purpose: 'initiatives.effects_due' },
      orderBy: { seq: 'asc' },
      select: { personId: true },
    });

  test('come after six months, gathered, once to each; then after a year', async () => {
    const { db } = agency.deps;
    // Only those of this test are to be reminded of.
    for (const { id } of await db.adoption.findMany({ where: { endedOn: null } }))
      await endAdoption(agency.deps, {
        actor: await agency.actor('ha.nguyen'),
        adoptionId: id,
        endedOn: today(agency.deps),
        reason: 'Thử',
      });
    const start = today(agency.deps);
    const [a, b] = [await fresh(), await fresh()];
    const adoption = { unit: 'SH-DS', responsible: 'hieu.trinh' } as const;
    const one = await adopts(agency, 'loan.pham', { initiativeId: a.id, ...adoption });
    await adopts(agency, 'loan.pham', { initiativeId: b.id, ...adoption });
    const dueOn = addMonths(start, 6);
    await agency.goTo(addDays(dueOn, -1), '23:50');
    await remindEffects(agency.deps);
    await agency.goTo(dueOn, '07:59');
    await remindEffects(agency.deps);
    expect(await due()).toEqual([]);

    await agency.goTo(dueOn, '08:00');
    await Promise.all([remindEffects(agency.deps), remindEffects(agency.deps)]);
    await remindEffects(agency.deps);
    const readers = [personId('loan.pham'), personId('hieu.trinh')];
    expect((await due()).map((one) => one.personId).toSorted()).toEqual(readers.toSorted());
    for (const reader of readers)
      expect(await adoptionsToReport(agency.deps, db, reader)).toHaveLength(2);
    // The director heads the unit above, which has a head below it.
    expect(await adoptionsToReport(agency.deps, db, personId('hung.le'))).toEqual([]);

    await reports('hieu.trinh', { adoptionId: one.adoptionId });
    const left = await adoptionsToReport(agency.deps, db, personId('hieu.trinh'));
    expect(left.map(({ initiativeId }) => initiativeId)).toEqual([b.id]);
    const mine = { unitIds: [unitId('SH-DS')], personId: personId('loan.pham') };
    const lines = await adoptionsOf(agency.deps, db, mine);
    expect(lines.map(({ dueOn }) => dueOn)).toEqual([dueOn, addMonths(dueOn, 12)]);

    await agency.goTo(addDays(dueOn, 200), '09:00');
    await remindEffects(agency.deps);
    expect(await due()).toHaveLength(2);
    await agency.goTo(addDays(addMonths(dueOn, 12), 1), '09:00');
    await annul(agency, b.id);
    await remindEffects(agency.deps);
    expect(await due()).toHaveLength(4);
    // What was annulled waits for nothing.
    expect(await adoptionsToReport(agency.deps, db, personId('hieu.trinh'))).toMatchObject([
      { initiativeId: a.id },
    ]);
  });
});
