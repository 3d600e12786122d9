import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { evaluateEligibility } from '../../src/rulebook/evaluate-eligibility.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { eligibilityView } from '../../src/rulebook/views.ts';
import { registerTitles } from '../../src/titles/register-titles.ts';
import { cloneDatabase } from '../support/database.ts';
import { Agency } from '../titles/support.ts';

let database: Database;
let agency: Agency;
let lan: string;
let province: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  agency = new Agency(database);
  await agency.at('2027-01-15T03:00:00Z');
  province = await agency.unit('BHXH tỉnh');
  lan = await agency.person('Trần Lan', await agency.unit('Phòng Thu', province));
});

/** Where the organisation's rule on titles without registration is this one. */
function ruled(value: 'allow' | 'warn' | 'refuse'): void {
  const { registration, ...rest } = loadRulebook();
  const rule = { ...registration.withoutRegistration, value };
  Object.assign(agency.deps, {
    rulebook: { ...rest, registration: { ...registration, withoutRegistration: rule } },
  });
}

async function evaluated(award: string, year = 2027) {
  const actor = await agency.actor(lan);
  return evaluateEligibility(agency.deps, { actor, subject: { personId: lan }, award, year });
}

test('a title that was not registered is told of, or ruled out, as the organisation decides', async () => {
  await agency.window(province, 2027, '2027-01-02', '2027-02-28');
  ruled('warn');
  const warned = await evaluated('ldtt');
  expect(warned.unregistered).toMatchObject({ consequence: 'warn' });
  expect(warned.evaluation.outcome).toBe('needs_human');
  const shown = { language: 'vi', rulebook: agency.deps.rulebook } as const;
  expect(JSON.stringify(eligibilityView(warned, shown))).toContain(
    'Năm 2027 chưa đăng ký danh hiệu này',
  );
  ruled('refuse');
  expect((await evaluated('ldtt')).evaluation.outcome).toBe('not_eligible');
  ruled('allow');
  expect((await evaluated('ldtt')).unregistered).toBeNull();
});

test('not one that was, nor one that waits for the head', async () => {
  await agency.window(province, 2027, '2027-01-02', '2027-02-28');
  ruled('warn');
  await registerTitles(agency.deps, {
    actor: await agency.actor(lan),
    unitId: null,
    year: 2027,
    chosen: ['ldtt'],
    shown: [],
    seenRevision: 0,
  });
  expect((await evaluated('ldtt')).unregistered).toBeNull();
  expect((await evaluated('cstdcs')).unregistered).toMatchObject({ consequence: 'warn' });
});

test('nor a commendation, nor where registering has not begun', async () => {
  ruled('refuse');
  expect((await evaluated('ldtt')).unregistered).toBeNull();
  await agency.window(province, 2027, '2027-02-01', '2027-02-28');
  expect((await evaluated('ldtt')).unregistered).toBeNull();
  await agency.at('2027-02-01T03:00:00Z');
  expect((await evaluated('ldtt')).unregistered).toMatchObject({ consequence: 'refuse' });
  expect((await evaluated('bk_bo')).unregistered).toBeNull();
  expect((await evaluated('ldtt', 2026)).unregistered).toBeNull();
});
