import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { applyImport } from '../../src/imports/run-import.ts';
import { today } from '../../src/kernel/deps.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { type Awarded, annulAwardsOf, recordAwards } from '../../src/records/record-awards.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { actor, COUNCIL, sitting } from '../councils/sitting-stage.ts';
import { check, load } from '../imports/support.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { somebodyWaits } from '../support/somebody-waits.ts';
import { serverUrl } from '../support/template.ts';

const YEAR = 2031;
const DAY = '2026-11-11';
let sample: SampleDatabase;
let sittingId: string;
let actorId: string;
beforeAll(async () => {
  sample = await openSampleDatabase();
  ({ sittingId } = await sitting(sample));
  actorId = (await actor(sample, 'ha.nguyen')).personId;
});
afterAll(() => sample.close());

async function paper(number: string): Promise<string> {
  const { id } = await sample.deps.db.signedPaper.create({
    data: {
      ...{ sittingId, councilId: COUNCIL, kind: 'decision', itemKey: number, year: YEAR, number },
      ...{ signedOn: dateColumn(DAY), signatory: 'Lê Quang Hùng', fileId: randomUUID() },
      ...{ name: 'qd.pdf', type: 'pdf', size: 3, sha256: 'a'.repeat(64), attachedById: actorId },
    },
    select: { id: true },
  });
  return id;
}

const person = (login: 'lan.tran' | 'duc.vu'): Awarded => ({
  ...{ personId: personId(login), unitId: null, title: 'ldtt', year: YEAR },
});

async function records(number: string, awarded: Awarded[], replacesId: string | null = null) {
  const paperId = await paper(number);
  const decision = {
    ...{ paperId, replacesId, number, decidedOn: DAY, signatory: 'Lê Quang Hùng' },
  };
  const { deps } = sample;
  const done = await inTransaction(deps.db, (tx) =>
    recordAwards(deps, tx, { actorId, decision, awarded }),
  );
  return { ...done, paperId };
}

const told = async () =>
  (
    await sample.deps.db.outgoingMessage.findMany({
      where: { purpose: { startsWith: 'records.award' } },
      orderBy: { seq: 'asc' },
      select: { purpose: true, personId: true },
    })
  ).map((one) => `${one.purpose} ${one.personId}`);

test('what stands by another decision is left and named; the rest is recorded and told', async () => {
  const { db } = sample.deps;
  await db.award.create({
    data: {
      ...person('duc.vu'),
      ...{ decisionNumber: '1/QĐ', decidedOn: dateColumn('2026-01-01'), signatory: 'Ai khác' },
    },
  });
  const done = await records('2/QĐ', [person('lan.tran'), person('duc.vu')]);
  expect(done).toMatchObject({ recorded: 1, left: [{ name: 'Vũ Anh Đức', number: '1/QĐ' }] });
  const rows = await db.award.findMany({
    where: { year: YEAR },
    orderBy: { decisionNumber: 'asc' },
  });
  expect(rows.map((row) => [row.personId, row.decisionNumber, row.signedPaperId])).toEqual([
    [personId('duc.vu'), '1/QĐ', null],
    [personId('lan.tran'), '2/QĐ', done.paperId],
  ]);
  expect(await told()).toEqual([`records.award_recorded ${personId('lan.tran')}`]);
});

test('a collective’s heads are told; taken back, the award stands no more and is told', async () => {
  const { deps } = sample;
  const unit: Awarded = {
    ...{ personId: null, unitId: unitId('SH-THU'), title: 'ttldtt', year: YEAR },
  };
  const { paperId } = await records('3/QĐ', [unit]);
  const reason = 'Nhầm tệp';
  await inTransaction(deps.db, (tx) => annulAwardsOf(deps, tx, { actorId, paperId, reason }));
  await inTransaction(deps.db, (tx) => annulAwardsOf(deps, tx, { actorId, paperId, reason }));
  const head = personId('khanh.phan');
  expect((await told()).slice(1)).toEqual([
    `records.award_recorded ${head}`,
    `records.award_annulled ${head}`,
  ]);
  const audited = await deps.db.auditEvent.findMany({
    where: { subjectId: unitId('SH-THU'), kind: { startsWith: 'records.award' } },
    orderBy: { id: 'asc' },
    select: { kind: true, reason: true },
  });
  expect(audited).toEqual([
    { kind: 'records.award_recorded', reason: null },
    { kind: 'records.award_annulled', reason },
  ]);
  // By another decision it is given after all.
  expect(await records('4/QĐ', [unit])).toMatchObject({ recorded: 1, left: [] });
  const row = await deps.db.award.findFirstOrThrow({
    where: { unitId: unitId('SH-THU'), year: YEAR },
  });
  expect([row.decisionNumber, row.annulledAt, row.decidedOn]).toEqual([
    '4/QĐ',
    null,
    dateColumn(DAY),
  ]);
  expect(today(deps)).toBe(DAY);
});

test('an import writes another decision over it, which the signed one no longer gives or takes', async () => {
  const { deps } = sample;
  const { db } = deps;
  const lan = { ...person('lan.tran'), year: 2024 };
  const where = { personId: lan.personId, year: 2024, title: 'ldtt' };
  const row = () => db.award.findFirstOrThrow({ where });
  await db.award.deleteMany({ where });
  const { paperId } = await records('5/QĐ', [lan]);
  const { staffNumber } = await db.person.findUniqueOrThrow({ where: { id: lan.personId ?? '' } });
  const line = {
    ...{ staffNumber, title: 'ldtt', year: '2024', number: '6/QĐ' },
    ...{ decidedOn: '12/01/2025', signatory: 'Lê Quang Hùng' },
  };
  expect((await load(deps, 'awards', [line])).counts.changed).toBe(1);
  expect(await row()).toMatchObject({ decisionNumber: '6/QĐ', signedPaperId: null });
  const key = `refresh:records.award_recorded:${(await row()).id}`;
  const redraw = await db.$queryRaw<unknown[]>`
    select key from graphile_worker.jobs where key = ${key}`;
  expect(redraw).toHaveLength(1);
  const about = { actorId, paperId, reason: 'Nhầm tệp' };
  await inTransaction(deps.db, (tx) => annulAwardsOf(deps, tx, about));
  expect(await row()).toMatchObject({ decisionNumber: '6/QĐ', annulledAt: null });
});

test('what a decision gave that was taken back stands again when it is imported', async () => {
  const { deps } = sample;
  const { db } = deps;
  const duc = { ...person('duc.vu'), year: 2024 };
  const where = { personId: duc.personId, year: 2024, title: 'ldtt' };
  await db.award.deleteMany({ where });
  const { paperId } = await records('7/QĐ', [duc]);
  const about = { actorId, paperId, reason: 'Nhầm tệp' };
  await inTransaction(deps.db, (tx) => annulAwardsOf(deps, tx, about));
  const { staffNumber } = await db.person.findUniqueOrThrow({ where: { id: duc.personId ?? '' } });
  const line = {
    ...{ staffNumber, title: 'ldtt', year: '2024', number: '7/QĐ' },
    ...{ decidedOn: '11/11/2026', signatory: 'Lê Quang Hùng' },
  };
  expect((await load(deps, 'awards', [line])).counts).toMatchObject({ changed: 1, same: 0 });
  expect(await db.award.findFirstOrThrow({ where })).toMatchObject({
    ...{ decisionNumber: '7/QĐ', annulledAt: null, signedPaperId: null },
  });
  expect((await load(deps, 'awards', [line])).counts).toMatchObject({ changed: 0, same: 1 });
});

test.skipIf(!serverUrl)(
  'an import of the same award at the same moment comes after the decision, and finds it',
  async () => {
    const { deps, database } = sample;
    const { staffNumber } = await deps.db.person.findUniqueOrThrow({
      where: { id: personId('lan.tran') },
      select: { staffNumber: true },
    });
    const year = YEAR + 2;
    const row = {
      ...{ staffNumber, title: 'LĐTT', year: String(year), number: '99/QĐ' },
      ...{ decidedOn: '01/02/2026', signatory: 'Ai khác' },
    };
    const run = await check(deps, 'awards', [row]);
    expect(run.problems).toEqual([]);
    const paperId = await paper('8/QĐ');
    const decision = {
      ...{ paperId, replacesId: null, number: '8/QĐ', decidedOn: DAY, signatory: 'Lê Quang Hùng' },
    };
    const awarded = [{ ...person('lan.tran'), year }];
    let importing: Promise<unknown> = Promise.resolve();
    await inTransaction(deps.db, async (tx) => {
      await recordAwards(deps, tx, { actorId, decision, awarded });
      importing = applyImport(deps, { actor: null, runId: run.id });
      await Promise.race([somebodyWaits(database.pool), importing]);
    });
    await expect(importing).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const award = await deps.db.award.findFirstOrThrow({
      where: { personId: personId('lan.tran'), year },
    });
    expect(award).toMatchObject({ decisionNumber: '8/QĐ', signedPaperId: paperId });
  },
);
