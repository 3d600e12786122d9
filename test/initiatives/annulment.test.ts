import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adoptionsOf } from '../../src/initiatives/after/adoption-queries.ts';
import type { InfluenceRequest } from '../../src/initiatives/after/influence-queries.ts';
import { influenceBlocks } from '../../src/initiatives/after/influence-views.ts';
import { annulmentReach } from '../../src/initiatives/workflow/annulment-reach.ts';
import { keepRecognition } from '../../src/initiatives/workflow/keep-recognition.ts';
import { proposeAnnulment } from '../../src/initiatives/workflow/propose-annulment.ts';
import { settleAnnulment } from '../../src/initiatives/workflow/settle-annulment.ts';
import { withdrawAnnulment } from '../../src/initiatives/workflow/withdraw-annulment.ts';
import { today } from '../../src/kernel/deps.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { adopts, recognised } from './after-support.ts';
import { type Agency, messagesAbout, openAgencyWithCouncils } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

const db = () => agency.deps.db;

async function proposed(initiativeId: string, by: Login = 'ha.nguyen'): Promise<string> {
  const reason = 'Sao chép của nơi khác.';
  await proposeAnnulment(agency.deps, { actor: await agency.actor(by), initiativeId, reason });
  const { id } = await db().initiativeAnnulment.findFirstOrThrow({
    where: { initiativeId, state: 'proposed' },
  });
  return id;
}

async function confirms(by: Login, annulmentId: string) {
  const verdict = { kind: 'confirmed' } as const;
  return settleAnnulment(agency.deps, { actor: await agency.actor(by), annulmentId, verdict });
}

async function told(id: string, purpose: string) {
  const messages = await messagesAbout(agency, id);
  return messages.flatMap((one) => (one.purpose === purpose ? [one.personId] : []));
}

test('the units that apply it are told, and their list marks it', async () => {
  const { id } = await recognised(agency, { by: 'lan.tran' });
  const adoption = { initiativeId: id, unit: 'SH-DS', responsible: 'van.doan' } as const;
  const { adoptionId } = await adopts(agency, 'loan.pham', adoption);
  await confirms('hung.le', await proposed(id));
  expect((await told(adoptionId, 'initiatives.adoption_annulled')).toSorted()).toEqual(
    [personId('loan.pham'), personId('van.doan')].toSorted(),
  );
  const mine = { unitIds: [unitId('SH-DS')], personId: personId('loan.pham') };
  expect(await adoptionsOf(agency.deps, db(), mine)).toMatchObject([
    { id: adoptionId, annulled: true, dueOn: null },
  ]);
});

test('what was built on it is named before anybody decides', async () => {
  const { id } = await recognised(agency, { by: 'lan.tran' });
  await adopts(agency, 'loan.pham', { initiativeId: id, unit: 'SH-DS' });
  const work = await db().recognisedWork.findFirstOrThrow({ where: { initiativeId: id } });
  const use = { workId: work.id, personId: personId('lan.tran'), year: 2025 };
  await db().workUse.create({ data: { ...use, title: 'cstdcs' } });
  const { rulebook } = agency.deps;
  const reach = await annulmentReach(db(), id, { rulebook, language: 'vi' });
  expect(reach.units).toEqual(['BHXH cơ sở Đồi Sim']);
  expect(reach.uses).toMatchObject([{ personName: 'Trần Thị Lan', year: 2025 }]);
});

test('the head of the unit that decided is asked beside the head of the authors’ unit, never an author', async () => {
  const { id } = await recognised(agency, { by: 'lan.tran' });
  await proposed(id);
  const asked = await told(id, 'initiatives.annulment');
  expect(asked).toContain(personId('khanh.phan'));
  expect(asked).toContain(personId('hung.le'));
  const form = { by: 'hung.le', authors: ['hung.le', 'lan.tran'], shares: [50, 50] } as const;
  const own = await recognised(agency, form);
  await proposed(own.id);
  expect(await told(own.id, 'initiatives.annulment')).not.toContain(personId('hung.le'));
});

test('who proposed takes the proposal back, nobody else; then it is settled no more and may be proposed anew', async () => {
  const { id } = await recognised(agency, { by: 'lan.tran' });
  const annulmentId = await proposed(id);
  const withdraws = async (by: Login) =>
    withdrawAnnulment(agency.deps, { actor: await agency.actor(by), annulmentId });
  await expect(withdraws('tam.do')).rejects.toMatchObject({ code: 'annulment_unknown' });
  expect(await withdraws('ha.nguyen')).toMatchObject({ state: 'withdrawn', settledById: null });
  expect(await withdraws('ha.nguyen')).toMatchObject({ state: 'withdrawn' });
  expect(await confirms('hung.le', annulmentId)).toMatchObject({
    done: false,
    annulment: { state: 'withdrawn' },
  });
  const { state } = await db().initiative.findUniqueOrThrow({ where: { id } });
  expect(state).toBe('recognised');
  const audits = { subjectId: id, kind: 'initiative.annulment_withdrawn' };
  expect(await db().auditEvent.count({ where: audits })).toBe(1);
  const again = await proposed(id);
  expect(await confirms('hung.le', again)).toMatchObject({ done: true });
});

test('a level that rested on it is not said to be recognised beside the annulment', async () => {
  const { id } = await recognised(agency, { by: 'lan.tran' });
  await keepRecognition(db(), {
    initiativeId: id,
    level: 'ministry',
    number: randomUUID(),
    decidedOn: today(agency.deps),
    signatory: 'Bộ trưởng',
  });
  const request: InfluenceRequest = {
    id: randomUUID(),
    initiativeId: id,
    initiativeNumber: 'SK-2026-0001',
    initiativeTitle: 'Tên',
    initiativeUnitId: unitId('SH'),
    level: 'ministry',
    state: 'recognised',
    influence: 'Toàn ngành',
    documents: null,
    addressee: 'Bộ Nội vụ',
    evidence: { on: '2026-01-01', units: [], reported: 0, hours: '0', dong: '0' },
    proposedByName: 'Trần Thị Lan',
    proposedAt: agency.clock.now(),
    dispatchNumber: null,
    dispatchedOn: null,
    answerNumber: '1/QĐ-BNV',
    answeredOn: '2026-01-02',
    signatory: 'Bộ trưởng',
    reason: null,
    annulled: false,
  };
  const reader = { secretary: false, zone: agency.deps.zone };
  const said = (annulled: boolean) =>
    JSON.stringify(influenceBlocks([{ ...request, annulled }], reader, 'vi'));
  expect(said(false)).toContain(': Đã công nhận\\n');
  expect(said(true)).not.toContain(': Đã công nhận\\n');
  expect(said(true)).toContain('công nhận cấp cơ sở đã bị hủy');
});
