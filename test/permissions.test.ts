import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayLaunch } from '../src/campaigns/authority.ts';
import { mayConvene } from '../src/councils/authority.ts';
import type { Database } from '../src/database/client.ts';
import { openSimilar } from '../src/initiatives/open-similar.ts';
import { today } from '../src/kernel/deps.ts';
import type { Actor } from '../src/people/actor.ts';
import { grantRole } from '../src/people/grant-role.ts';
import { evaluateEligibility } from '../src/rulebook/evaluate-eligibility.ts';
import { openLiveRulebook } from '../src/rulebook/live.ts';
import { overrideRule } from '../src/rulebook/override-rule.ts';
import { prepareList } from '../src/titles/prepare-list.ts';
import { registerLate } from '../src/titles/register-late.ts';
import { registerTitles } from '../src/titles/register-titles.ts';
import { setWindow } from '../src/titles/set-window.ts';
import { settleList } from '../src/titles/settle-list.ts';
import { settleRegistration } from '../src/titles/settle-registration.ts';
import { submitList } from '../src/titles/submit-list.ts';
import { check } from './imports/support.ts';
import { cloneDatabase } from './support/database.ts';
import { Agency } from './titles/support.ts';

// Who may do what, and where: each role granted in the unit that is acted on, in the one above, in one
// beside it and in one below. What is not in the table is refused.

const ROLES = [
  'head',
  'secretary',
  'inspector',
  'communications',
  'finance',
  'administrator',
] as const;
const PLACES = ['own', 'above', 'beside', 'below'] as const;
type Role = (typeof ROLES)[number];
type Place = (typeof PLACES)[number];

const OWN_AND_ABOVE: Place[] = ['own', 'above'];
const LEADERS = { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE, inspector: OWN_AND_ABOVE };

const MAY: Record<string, Partial<Record<Role, Place[]>>> = {
  'register the unit': { head: ['own'] },
  'confirm a person’s registration': { head: OWN_AND_ABOVE },
  'confirm the unit’s registration': { head: ['above'] },
  'register a person late': { head: OWN_AND_ABOVE },
  'register the unit late': { head: ['above'] },
  'set the window': { secretary: OWN_AND_ABOVE },
  'read the list': LEADERS,
  'send the list up': { head: ['own'] },
  'accept the list': { head: ['above'], secretary: ['above'] },
  'see a person’s eligibility': LEADERS,
  'see the unit’s eligibility': LEADERS,
  'grant a role': { administrator: OWN_AND_ABOVE },
  'import people': { administrator: OWN_AND_ABOVE },
  // The unit above is the whole agency here.
  'override a rule': { administrator: ['above'] },
  'launch a campaign': {
    head: OWN_AND_ABOVE,
    secretary: OWN_AND_ABOVE,
    communications: OWN_AND_ABOVE,
  },
  'convene the unit’s council': { secretary: OWN_AND_ABOVE },
  'see what looks like an initiative': { secretary: OWN_AND_ABOVE },
};

/** What a refusal for want of a right is called. */
const REFUSALS = new Set([
  'not_head_of_unit',
  'not_confirmer',
  'not_your_staff',
  'not_secretary',
  'may_not_read',
  'not_list_receiver',
  'not_yours',
  'not_administrator',
  'initiative_unknown',
]);

let database: Database;
let agency: Agency;
let unit: Record<Place, string>;

beforeAll(async () => {
  database = await cloneDatabase();
  agency = new Agency(database);
  Object.assign(agency.deps, { rulebook: openLiveRulebook() });
  await agency.at('2027-01-15T03:00:00Z');
  const above = await agency.unit('BHXH tỉnh');
  const own = await agency.unit('BHXH cơ sở', above);
  unit = {
    above,
    own,
    beside: await agency.unit('BHXH cơ sở khác', above),
    below: await agency.unit('Tổ một cửa', own),
  };
  // There is a head at the top, so that no secretary stands in for one.
  await agency.person('Lê Hùng', above, 'head');
  await agency.window(above, 2027, '2027-01-02', '2027-02-28');
  await agency.window(above, 2026, '2026-01-02', '2026-02-28');
});
afterAll(() => database.close());

const refused = async (work: Promise<unknown>): Promise<boolean> => {
  try {
    await work;
    return false;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return REFUSALS.has(code);
  }
};

/** A registration that waits: of somebody of the unit, or the unit's own, which waits anew each time. */
async function waiting(of: 'person' | 'unit') {
  const year = 2027;
  const filer = await agency.person('Người đăng ký', unit.own);
  const subject = of === 'person' ? { personId: filer } : { unitId: unit.own };
  const key =
    of === 'person'
      ? { personId_year: { personId: filer, year } }
      : { unitId_year: { unitId: unit.own, year } };
  const anew = {
    filedById: filer,
    state: 'submitted',
    settledById: null,
    settledAt: null,
  } as const;
  const { id, revision } = await database.db.titleRegistration.upsert({
    where: key,
    create: { year, ...subject, filedById: filer },
    update: anew,
  });
  return { registrationId: id, revision, verdict: { state: 'confirmed' } as const };
}

/** Handed in by somebody of the unit. */
async function initiativeOf(unitId: string): Promise<string> {
  const filedById = await agency.person('Tác giả', unitId);
  const { id } = await database.db.initiative.create({
    data: {
      number: `SK-2027-${String((await database.db.initiative.count()) + 1).padStart(4, '0')}`,
      title: 'Hẹn giờ qua Zalo',
      kind: 'managerial',
      field: 'Một cửa',
      firstAppliedOn: new Date('2026-12-01'),
      priorState: 'Chờ lâu',
      essence: 'Hẹn giờ',
      benefits: 'Nhanh hơn',
      filedLate: false,
      unitId,
      filedById,
      authors: { create: { ordinal: 1, personId: filedById, share: 100 } },
    },
    select: { id: true },
  });
  return id;
}

const LATE = { year: 2026, shown: [], seenRevision: 0, reason: 'Đi công tác' };
const DO: Record<string, (actor: Actor) => Promise<boolean>> = {
  'register the unit': async (actor) => {
    const request = { actor, unitId: unit.own, year: 2027, chosen: ['ttldtt'], shown: [] };
    return refused(registerTitles(agency.deps, { ...request, seenRevision: 0 }));
  },
  'confirm a person’s registration': async (actor) =>
    refused(settleRegistration(agency.deps, { actor, ...(await waiting('person')) })),
  'confirm the unit’s registration': async (actor) =>
    refused(settleRegistration(agency.deps, { actor, ...(await waiting('unit')) })),
  'register a person late': async (actor) => {
    const subject = { personId: await agency.person('Người muộn', unit.own) };
    return refused(registerLate(agency.deps, { actor, subject, chosen: ['ldtt'], ...LATE }));
  },
  'register the unit late': async (actor) => {
    const subject = { unitId: unit.own };
    return refused(registerLate(agency.deps, { actor, subject, chosen: ['ttldtt'], ...LATE }));
  },
  'set the window': async (actor) => {
    const days = { opensOn: '2028-01-02', closesOn: '2028-02-28' };
    const plan = { unitId: unit.own, year: 2028, channels: [], ...days };
    return refused(setWindow(agency.deps, { actor, plan }));
  },
  'read the list': async (actor) =>
    refused(prepareList(agency.deps, { actor, unitId: unit.own, year: 2027 })),
  'send the list up': async (actor) =>
    refused(submitList(agency.deps, { actor, unitId: unit.own, year: 2027 })),
  'accept the list': async (actor) => {
    await database.db.registrationList.deleteMany();
    const sender = await agency.person('Người gửi', unit.own);
    const { id } = await database.db.registrationList.create({
      data: { unitId: unit.own, year: 2027, submittedById: sender },
    });
    const verdict = { state: 'accepted' } as const;
    return refused(settleList(agency.deps, { actor, listId: id, revision: 1, verdict }));
  },
  'see a person’s eligibility': async (actor) => {
    const subject = { personId: await agency.person('Người được xét', unit.own) };
    return refused(evaluateEligibility(agency.deps, { actor, subject, award: 'ldtt', year: 2026 }));
  },
  'see the unit’s eligibility': async (actor) => {
    const subject = { unitId: unit.own };
    return refused(
      evaluateEligibility(agency.deps, { actor, subject, award: 'ttldtt', year: 2026 }),
    );
  },
  'grant a role': async (actor) => {
    const personId = await agency.person('Người được giao', unit.own);
    const grant = { personId, unitId: unit.own, role: 'finance' as const, toDate: null };
    return refused(grantRole(agency.deps, { actor, ...grant, fromDate: '2027-01-15' }));
  },
  'import people': async (actor) => {
    const { code } = await database.db.unit.findUniqueOrThrow({ where: { id: unit.own } });
    const row = {
      staffNumber: randomUUID(),
      fullName: 'Người mới',
      email: `${randomUUID()}@bhxh.example`,
      unitCode: code,
      position: 'Chuyên viên',
      from: '01/01/2027',
    };
    let problems = 0;
    const turnedAway = await refused(
      check(agency.deps, 'people', [row], actor).then((run) => {
        problems = run.problems.length;
      }),
    );
    return turnedAway || problems > 0;
  },
  'override a rule': async (actor) => {
    await database.db.ruleOverride.deleteMany();
    const rule = {
      rule: 'voting.quorum',
      text: '3/4',
      documentNumber: '1/QĐ',
      reason: 'Quy chế mới',
    };
    const days = { documentDate: '2027-01-10', from: '2027-01-15', to: null };
    return refused(overrideRule(agency.deps, { actor, ...rule, ...days }));
  },
  'launch a campaign': async (actor) => !(await mayLaunch(database.db, actor, unit.own)),
  'convene the unit’s council': async (actor) => {
    const council = { id: randomUUID(), unitId: unit.own };
    return !(await mayConvene(database.db, actor, council, today(agency.deps)));
  },
  'see what looks like an initiative': async (actor) =>
    refused(openSimilar(agency.deps, actor, await initiativeOf(unit.own))),
};

test.each(Object.keys(MAY))('%s', async (action) => {
  const may = MAY[action] ?? {};
  const wrong: string[] = [];
  for (const role of [...ROLES, null]) {
    for (const place of PLACES) {
      const personId = await agency.person('Người làm', unit[place], ...(role ? [role] : []));
      const allowed = !(await DO[action]!(await agency.actor(personId)));
      // Heads and secretaries of one case must not stand in the way of the next.
      await database.db.roleGrant.deleteMany({ where: { personId } });
      const expected = role !== null && (may[role]?.includes(place) ?? false);
      if (allowed !== expected) {
        wrong.push(`${role ?? 'nobody'} ${place}: ${allowed ? 'may' : 'may not'}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
