import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { influenceRequests } from '../../src/initiatives/after/influence-queries.ts';
import { type InfluenceStep, moveInfluence } from '../../src/initiatives/after/move-influence.ts';
import { proposeInfluence } from '../../src/initiatives/after/propose-influence.ts';
import { reportEffect } from '../../src/initiatives/after/report-effect.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { adopts, annul, recognised } from './after-support.ts';
import { type Agency, messagesAbout, openAgencyWithCouncils } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

const code = (value: string) => expect.objectContaining({ code: value });
const fresh = () =>
  recognised(agency, {
    by: 'lan.tran',
    authors: ['lan.tran', 'duc.vu'],
    outside: 'Trần Văn Bình; Bệnh viện tỉnh',
    shares: [50, 30, 20],
    description: { title: `Sáng kiến ${randomUUID()}` },
  });

async function proposes(
  by: Login,
  initiativeId: string,
  more: { requestId?: string; level?: 'ministry' | 'national' } = {},
) {
  const { requestId = randomUUID(), level = 'ministry' } = more;
  const { happened } = await proposeInfluence(agency.deps, {
    actor: await agency.actor(by),
    requestId,
    initiativeId,
    level,
    influence: 'Ba tỉnh đang dùng',
    documents: null,
    addressee: 'Bộ Tài chính',
  });
  return { requestId, happened };
}

async function moves(by: Login, requestId: string, step: InfluenceStep) {
  return moveInfluence(agency.deps, { actor: await agency.actor(by), requestId, step });
}

const sent = (): InfluenceStep => ({
  state: 'sent',
  number: '215/TTr-BHXH',
  on: today(agency.deps),
});
const decided = (number = '900/QĐ-BTC'): InfluenceStep => ({
  state: 'recognised',
  number,
  on: today(agency.deps),
  signatory: 'Bộ trưởng',
});

test('a request goes its way and becomes evidence for the authors, each step told once', async () => {
  const { id: initiativeId } = await fresh();
  const adoption = await adopts(agency, 'loan.pham', { initiativeId, unit: 'SH-DS' });
  const report = (dong: string, seenReportId: string | null, reportId = randomUUID()) =>
    agency.actor('loan.pham').then((actor) =>
      reportEffect(agency.deps, {
        ...{ actor, reportId, seenReportId, dong, note: 'Sổ' },
        ...{ adoptionId: adoption.adoptionId, year: Number(today(agency.deps).slice(0, 4)) },
        hours: '12',
      }),
    );
  const first = randomUUID();
  await report('5.000', null, first);
  const { requestId } = await proposes('lan.tran', initiativeId);
  expect(await proposes('lan.tran', initiativeId, { requestId })).toMatchObject({
    happened: false,
  });
  // What is reported later does not change what was known then.
  await report('7.000', first);
  const [request] = await influenceRequests(agency.deps.db, initiativeId);
  expect(request?.evidence).toEqual({
    on: today(agency.deps),
    units: [{ name: 'BHXH cơ sở Đồi Sim', since: today(agency.deps) }],
    reported: 1,
    hours: '12',
    dong: '5000',
  });

  expect((await moves('ha.nguyen', requestId, decided())).happened).toBe(false);
  for (let time = 0; time < 2; time += 1) {
    const { happened, request } = await moves('ha.nguyen', requestId, sent());
    expect({ happened, state: request.state }).toEqual({ happened: time === 0, state: 'sent' });
  }
  const answers = await Promise.all([
    moves('ha.nguyen', requestId, decided()),
    moves('ha.nguyen', requestId, decided()),
  ]);
  expect(answers.map(({ happened }) => happened).toSorted()).toEqual([false, true]);
  const works = await agency.deps.db.recognisedWork.findMany({
    where: { initiativeId },
    orderBy: { level: 'asc' },
    include: { authors: { orderBy: { share: 'desc' } } },
  });
  expect(works.map(({ level }) => level)).toEqual(['grassroots', 'ministry']);
  expect(works[1]).toMatchObject({
    decisionNumber: '900/QĐ-BTC',
    authors: [
      { personId: personId('lan.tran'), share: 50 },
      { personId: personId('duc.vu'), share: 30 },
    ],
  });
  const told = await messagesAbout(agency, requestId);
  const news = told.filter(({ purpose }) => purpose === 'initiatives.influence_news');
  expect(news.map((one) => one.personId)).toEqual(
    // She asked herself; of the further steps both are told.
    ['duc.vu', 'lan.tran', 'duc.vu', 'lan.tran', 'duc.vu'].map((login) => personId(login as Login)),
  );
  expect(told).toContainEqual({
    purpose: 'initiatives.influence',
    personId: personId('ha.nguyen'),
  });
  // The level stands; another one can be asked for.
  await expect(proposes('lan.tran', initiativeId)).rejects.toEqual(code('level_recognised'));
  expect(await proposes('ha.nguyen', initiativeId, { level: 'national' })).toMatchObject({
    happened: true,
  });
});

test('one request a level is open; one that failed or was withdrawn leaves room, and stays on record', async () => {
  const { id: initiativeId } = await fresh();
  const both = await Promise.allSettled([
    proposes('lan.tran', initiativeId),
    proposes('duc.vu', initiativeId),
  ]);
  expect(both.filter((one) => one.status === 'rejected')).toMatchObject([
    { reason: expect.objectContaining({ code: 'level_open', field: 'level' }) },
  ]);
  const [open] = await influenceRequests(agency.deps.db, initiativeId);
  await moves('ha.nguyen', open!.id, { state: 'withdrawn', reason: 'Bổ sung hồ sơ' });
  const { requestId } = await proposes('duc.vu', initiativeId);
  await moves('ha.nguyen', requestId, sent());
  const answer = { state: 'not_recognised', number: '77/BTC-TCCB', reason: 'Phạm vi hẹp' } as const;
  await moves('ha.nguyen', requestId, { ...answer, on: today(agency.deps) });
  await proposes('lan.tran', initiativeId);
  const all = await influenceRequests(agency.deps.db, initiativeId);
  expect(all.map(({ state }) => state)).toEqual(['proposed', 'not_recognised', 'withdrawn']);
  expect(await agency.deps.db.recognisedWork.count({ where: { initiativeId } })).toBe(1);
});

test('who has no right proposes nothing and takes nothing further', async () => {
  const { id: initiativeId } = await fresh();
  for (const login of ['khanh.phan', 'hung.le', 'yen.luu', 'nga.bui'] as const)
    await expect(proposes(login, initiativeId)).rejects.toEqual(code('may_not_propose'));
  const { requestId } = await proposes('lan.tran', initiativeId);
  for (const login of ['lan.tran', 'hung.le', 'khanh.phan'] as const) {
    await expect(moves(login, requestId, sent())).rejects.toEqual(code('not_secretary'));
    const withdrawn = moves(login, requestId, { state: 'withdrawn', reason: 'Thôi' });
    await expect(withdrawn).rejects.toEqual(code('not_secretary'));
  }
});

test('days are refused at their fields; an answer is not before the letter', async () => {
  const { id: initiativeId } = await fresh();
  const { requestId } = await proposes('lan.tran', initiativeId);
  const on = today(agency.deps);
  const letter = { state: 'sent', number: '1/TTr' } as const;
  await expect(moves('ha.nguyen', requestId, { ...letter, on: addDays(on, 1) })).rejects.toEqual(
    expect.objectContaining({ field: 'dispatchedOn' }),
  );
  await moves('ha.nguyen', requestId, { ...letter, on });
  const answer = { state: 'recognised', number: '2/QĐ', signatory: 'Bộ trưởng' } as const;
  for (const day of [addDays(on, -1), addDays(on, 1)])
    await expect(moves('ha.nguyen', requestId, { ...answer, on: day })).rejects.toEqual(
      expect.objectContaining({ field: 'answeredOn' }),
    );
});

test('what was annulled is raised no more; that it was withdrawn can be recorded', async () => {
  const { id: initiativeId } = await fresh();
  const { requestId } = await proposes('lan.tran', initiativeId);
  await annul(agency, initiativeId);
  await expect(proposes('lan.tran', initiativeId, { level: 'national' })).rejects.toEqual(
    code('recognition_annulled'),
  );
  await expect(moves('ha.nguyen', requestId, sent())).rejects.toEqual(code('recognition_annulled'));
  const withdrawn = await moves('ha.nguyen', requestId, { state: 'withdrawn', reason: 'Đã hủy' });
  expect(withdrawn).toMatchObject({ happened: true, request: { annulled: true } });
});

test('a recognition that was imported before becomes the initiative’s; one of another is refused', async () => {
  const { db } = agency.deps;
  const { id: initiativeId } = await fresh();
  const { title } = await db.initiative.findUniqueOrThrow({ where: { id: initiativeId } });
  const imported = await db.recognisedWork.create({
    data: {
      ...{ kind: 'initiative', level: 'ministry', title, year: 2026 },
      ...{
        decisionNumber: '901/QĐ-BTC',
        decidedOn: dateColumn(today(agency.deps)),
        signatory: 'Bộ trưởng',
      },
      authors: { create: { personId: personId('lan.tran'), share: null } },
    },
  });
  const { requestId } = await proposes('lan.tran', initiativeId);
  await moves('ha.nguyen', requestId, sent());
  await moves('ha.nguyen', requestId, decided('901/QĐ-BTC'));
  const kept = await db.recognisedWork.findUniqueOrThrow({
    where: { id: imported.id },
    include: { authors: true },
  });
  expect(kept).toMatchObject({ initiativeId });
  expect(kept.authors).toHaveLength(2);

  const { id: twin } = await fresh();
  await db.initiative.update({ where: { id: twin }, data: { title } });
  const second = await proposes('lan.tran', twin);
  await moves('ha.nguyen', second.requestId, sent());
  await expect(moves('ha.nguyen', second.requestId, decided('901/QĐ-BTC'))).rejects.toEqual(
    expect.objectContaining({ code: 'decision_taken', field: 'number' }),
  );
  const [standing] = await influenceRequests(db, twin);
  expect(standing?.state).toBe('sent');
});
