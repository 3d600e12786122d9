import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { applyOverrides } from '../../src/rulebook/apply-overrides.ts';
import { assembleFiles } from '../../src/rulebook/assemble.ts';
import {
  LiveRulebook,
  openLiveRulebook,
  refreshRulebook,
  rulebookOn,
} from '../../src/rulebook/live.ts';
import type { Override } from '../../src/rulebook/overlay.ts';
import { overrideRule, withdrawOverride } from '../../src/rulebook/override-rule.ts';
import { readValue, showValue, type ValueKind } from '../../src/rulebook/override-values.ts';
import { listRules } from '../../src/rulebook/rule-list.ts';
import { votingRule } from '../../src/rulebook/rules.ts';
import { cloneDatabase } from '../support/database.ts';
import { Agency } from '../titles/support.ts';

const ON = '2026-11-25';
const { bundled } = openLiveRulebook();

const base: Override = {
  rule: 'voting.threshold.sang_kien',
  value: { op: '>=', num: 80, den: 100 },
  documentNumber: '15/QĐ-BHXH',
  documentDate: '2026-12-01',
  from: '2027-01-01',
  to: '2027-12-31',
};
const with_ = (override: Partial<Override>, on = ON) =>
  assembleFiles(applyOverrides(bundled, [{ ...base, ...override }], on));

describe('an override', () => {
  test('of what is dated holds on its days only, and everything else stays', () => {
    const before = votingRule(assembleFiles(bundled), 'sang_kien', '2027-06-01');
    const rules = with_({});
    expect(votingRule(rules, 'sang_kien', '2027-06-01')).toEqual({
      ...before,
      threshold: { op: '>=', num: 80, den: 100 },
      source: 'Văn bản số 15/QĐ-BHXH ngày 01/12/2026 của đơn vị',
      verified: true,
      note: null,
    });
    for (const day of ['2026-12-31', '2028-01-01']) {
      expect(votingRule(rules, 'sang_kien', day)).toEqual({
        ...votingRule(assembleFiles(bundled), 'sang_kien', day),
      });
    }
    const other = votingRule(rules, 'cstdcs', '2027-06-01');
    expect(other).toEqual(votingRule(assembleFiles(bundled), 'cstdcs', '2027-06-01'));
  });

  test('leaves every day with exactly one rule, whatever its days', () => {
    const day = fc
      .date({ min: new Date('2015-07-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.boolean(), day, (one, other, open, asked) => {
        const [from, to] = one <= other ? [one, other] : [other, one];
        const rules = with_({ from, to: open ? null : to });
        const found = votingRule(rules, 'sang_kien', asked);
        const inside = asked >= from && (open || asked <= to);
        expect(found.source.startsWith('Văn bản số 15')).toBe(inside);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, unknown]>([
    ['voting.quorum', { num: 3, den: 4 }],
    ['voting.conflict', false],
    ['initiatives.decideMonths', 2],
    ['councils.minimum.initiative', 3],
    ['councils.odd', false],
    ['councils.expiringDays', 60],
    ['registration.closing', { month: 3, day: 31 }],
    ['quota.cstdcs', 20],
    ['base_salary', 2_600_000],
    ['leaf.ldtt_months', 9],
    ['leaf.ldtt_discipline', 'warning'],
    ['leaf.ttldxs_ratio', { op: '>', num: 3, den: 5 }],
    ['leaf.cstd_tq_spacing', 5],
  ])('of %s is shown in the list with its document', (rule, value) => {
    const override = { ...base, rule, value, from: '2026-01-01', to: null };
    const files = applyOverrides(bundled, [override], ON);
    assembleFiles(files);
    const known = listRules(bundled, ON).find(({ id }) => id === rule);
    if (!known) return expect(rule).toBe('a rule of the list');
    const now = listRules(files, ON).find(({ id }) => id === rule);
    expect(now).toMatchObject({ verified: true, source: expect.stringContaining('15/QĐ-BHXH') });
    if (now && 'kind' in now.value) expect(now.value.value).toEqual(value);
    return undefined;
  });

  test('of how to vote does not vouch for the votes it takes; both documents are named', () => {
    const item = 'cstd_bo';
    const [threshold, method] = (['threshold', 'method'] as const).map((part) => ({
      ...base,
      rule: `voting.${part}.${item}`,
      documentNumber: `${part}/QĐ`,
      value: part === 'threshold' ? { op: '>=', num: 80, den: 100 } : 'open',
    }));
    const rule = (overrides: Override[]) =>
      votingRule(assembleFiles(applyOverrides(bundled, overrides, ON)), item, '2027-06-01');
    const before = votingRule(assembleFiles(bundled), item, '2027-06-01');
    expect(before.verified).toBe(false);
    const how = rule([method!]);
    expect(how).toMatchObject({ method: 'open', verified: false, note: before.note });
    expect(how.source).toContain(before.source);
    expect(how.source).toContain('hình thức: Văn bản số method/QĐ');
    for (const order of [
      [threshold!, method!],
      [method!, threshold!],
    ]) {
      const both = rule(order);
      expect(both).toMatchObject({ method: 'open', verified: true, threshold: { num: 80 } });
      expect(both.source).toMatch(/^Văn bản số threshold\/QĐ.*; hình thức: Văn bản số method\/QĐ/);
    }
  });

  test('every rule that can be overridden takes its own value and changes nothing but its source', () => {
    for (const entry of listRules(bundled, ON).filter(({ overridable }) => overridable)) {
      const value = 'kind' in entry.value ? entry.value.value : true;
      const override = { ...base, rule: entry.id, value, from: '2026-01-01', to: null };
      const files = applyOverrides(bundled, [override], ON);
      assembleFiles(files);
      const now = listRules(files, ON).find(({ id }) => id === entry.id);
      expect(now?.value, entry.id).toEqual(entry.value);
      expect(now?.source, entry.id).toContain('15/QĐ-BHXH');
    }
  });
});

describe('a value', () => {
  test.each<[ValueKind['type'], string, unknown]>([
    ['share', '2/3', { num: 2, den: 3 }],
    ['share', ' 70 % ', { num: 70, den: 100 }],
    ['share', '0', undefined],
    ['share', '4/3', undefined],
    ['share', '101%', undefined],
    ['threshold', 'từ 70%', { op: '>=', num: 70, den: 100 }],
    ['threshold', 'Trên 1/2', { op: '>', num: 1, den: 2 }],
    ['threshold', '> 50%', { op: '>', num: 50, den: 100 }],
    ['threshold', '90', { op: '>=', num: 90, den: 100 }],
    ['threshold', 'trên 100%', undefined],
    ['threshold', 'đa số', undefined],
    ['flag', 'Có', true],
    ['flag', 'khong', false],
    ['flag', 'chắc', undefined],
    ['month_day', '28/02', { month: 2, day: 28 }],
    ['month_day', '29/02', undefined],
    ['month_day', '31/3', { month: 3, day: 31 }],
    ['confirm', '', true],
  ])('%s: “%s”', (type, text, value) => {
    const kind = { type } as ValueKind;
    expect(readValue(kind, text)).toEqual(value);
    if (value !== undefined) {
      const shown = showValue(kind, value, 'vi');
      if (type !== 'confirm') expect(readValue(kind, shown)).toEqual(value);
    }
  });

  test('a whole number keeps within its bounds', () => {
    const kind: ValueKind = { type: 'int', min: 1, max: 12 };
    expect(['1', '12', '0', '13', '1,5', '-1', ''].map((text) => readValue(kind, text))).toEqual([
      1,
      12,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('recording one', () => {
  let database: Database;
  let agency: Agency;
  let deps: Deps;
  let admin: string;
  let lan: string;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    agency = new Agency(database);
    await agency.at('2026-11-25T03:00:00Z');
    await database.db.ruleOverride.deleteMany();
    deps = { ...agency.deps, rulebook: openLiveRulebook() };
    const root = await agency.unit('BHXH tỉnh');
    const department = await agency.unit('Phòng', root);
    admin = await agency.person('Đỗ Tâm', root, 'administrator');
    lan = await agency.person('Trần Lan', department, 'administrator');
  });

  const record = async (more: Partial<Parameters<typeof overrideRule>[1]> = {}, by = admin) =>
    overrideRule(deps, {
      actor: await agency.actor(by),
      rule: base.rule,
      text: 'từ 80%',
      documentNumber: '15/QĐ-BHXH',
      documentDate: '2026-11-20',
      from: '2026-11-25',
      to: null,
      reason: 'Quy chế mới',
      ...more,
    });
  const threshold = () => votingRule(deps.rulebook, 'sang_kien', ON).threshold;

  test('decides at once, here and in every other process', async () => {
    const elsewhere = { ...deps, rulebook: openLiveRulebook() };
    const { id } = await record();
    expect(threshold()).toEqual({ op: '>=', num: 80, den: 100 });
    await refreshRulebook(elsewhere);
    expect(votingRule(elsewhere.rulebook, 'sang_kien', ON).threshold.num).toBe(80);
    expect(await agency.auditKinds(id)).toEqual(['rulebook.overridden']);
    const [event] = await database.db.auditEvent.findMany({ where: { subjectId: id } });
    expect(event).toMatchObject({ actorId: admin, reason: 'Quy chế mới' });
    await withdrawOverride(deps, { actor: await agency.actor(admin), id });
    await refreshRulebook(elsewhere);
    for (const { rulebook } of [deps, elsewhere]) {
      expect(votingRule(rulebook, 'sang_kien', ON)).toEqual(
        votingRule(assembleFiles(bundled), 'sang_kien', ON),
      );
    }
    expect(await database.db.ruleOverride.count({ where: { id } })).toBe(1);
  });

  test('costs one query while nothing changes', async () => {
    let queries = 0;
    const counted = database.db.$extends({
      query: {
        async $allOperations({ args, query }) {
          queries += 1;
          return query(args);
        },
      },
    });
    await refreshRulebook(deps);
    await refreshRulebook({ ...deps, db: counted as never });
    expect(queries).toBe(1);
  });

  test('twice the same, also at once, is kept once; other days that meet it are refused', async () => {
    const [one, other] = await Promise.all([record(), record()]);
    expect(one.id).toBe(other.id);
    await expect(record({ text: 'từ 90%', from: '2027-01-01' })).rejects.toMatchObject({
      code: 'overlaps',
      field: 'from',
    });
    expect(await database.db.ruleOverride.count()).toBe(1);
  });

  test('is for administrators of the whole agency', async () => {
    await expect(record({}, lan)).rejects.toMatchObject({ code: 'not_administrator' });
    const { id } = await record();
    await expect(
      withdrawOverride(deps, { actor: await agency.actor(lan), id }),
    ).rejects.toMatchObject({ code: 'not_administrator' });
    expect(threshold().num).toBe(80);
  });

  test.each([
    ['a value that cannot be meant', { text: 'đa số' }, 'value'],
    ['an end before its beginning', { to: '2026-11-24' }, 'to'],
    ['a rule that is fixed', { rule: 'registration.titlesOnly', text: 'không' }, undefined],
    ['a rule that there is not', { rule: 'voting.threshold.khong_co' }, undefined],
  ])('with %s is refused and changes nothing', async (_what, more, field) => {
    const before = threshold();
    const refused = record(more);
    await expect(refused).rejects.toMatchObject(field ? { field } : { code: 'unknown_rule' });
    expect(threshold()).toEqual(before);
    expect(await database.db.ruleOverride.count()).toBe(0);
  });

  test('of a condition holds for decisions on its days, not for those of before', async () => {
    const months = { rule: 'leaf.ldtt_months', text: '9' };
    await record(months);
    const asked = (on: string) => {
      const rules = rulebookOn(deps.rulebook, on).standards.standards;
      const [found] = rules
        .filter(({ award }) => award === 'ldtt')
        .map(({ condition }) => condition);
      return JSON.stringify(found);
    };
    expect(asked('2025-12-31')).toContain('"monthsInYear":10');
    expect(asked('2026-11-24')).toContain('"monthsInYear":10');
    expect(asked(ON)).toContain('"monthsInYear":9');
    expect(asked('2027-12-31')).toContain('"monthsInYear":9');
    const { id } = await record(months);
    await withdrawOverride(deps, { actor: await agency.actor(admin), id });
    expect(asked('2027-12-31')).toContain('"monthsInYear":10');
  });

  test('the database keeps two values of a rule off the same day, but for those withdrawn', async () => {
    const { id } = await record({ to: '2026-12-31' });
    const row = (fromDate: string, rule = base.rule) =>
      database.db.ruleOverride.create({
        data: {
          rule,
          value: {},
          documentNumber: '16/QĐ-BHXH',
          documentDate: dateColumn('2026-11-20'),
          fromDate: dateColumn(fromDate),
          recordedById: admin,
        },
      });
    await expect(row('2026-12-31')).rejects.toThrow('rule_override_one_a_day');
    await row('2026-12-31', 'voting.quorum');
    await row('2027-01-01');
    await database.db.ruleOverride.deleteMany({ where: { id: { not: id } } });
    await withdrawOverride(deps, { actor: await agency.actor(admin), id });
    await row('2026-12-31');
  });

  test('a live rulebook stays one object, so that whoever has it reads what holds', async () => {
    const { rulebook } = deps;
    await record();
    expect(deps.rulebook).toBe(rulebook);
    expect(rulebook).toBeInstanceOf(LiveRulebook);
    expect(votingRule(rulebook, 'sang_kien', ON).threshold.num).toBe(80);
  });
});
