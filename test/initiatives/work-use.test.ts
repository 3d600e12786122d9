import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordWorkUse } from '../../src/initiatives/after/record-work-use.ts';
import { useMark, worksOfPerson } from '../../src/initiatives/after/use-queries.ts';
import { withdrawWorkUse } from '../../src/initiatives/after/withdraw-work-use.ts';
import { today } from '../../src/kernel/deps.ts';
import { evaluateEligibility } from '../../src/rulebook/evaluate-eligibility.ts';
import { personFacts } from '../../src/rulebook/person-facts.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { annul, recognised } from './after-support.ts';
import { type Agency, openAgencyWithCouncils } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

const code = (value: string) => expect.objectContaining({ code: value });
const thisYear = () => Number(today(agency.deps).slice(0, 4));

/** A work of somebody who has no other. */
async function workOf(by: Login) {
  const { id: initiativeId } = await recognised(agency, { by });
  const works = await worksOfPerson(agency.deps.db, personId(by));
  const work = works.find((one) => one.initiativeId === initiativeId)!;
  return { initiativeId, workId: work.workId, personId: personId(by) };
}

async function records(
  by: Login,
  use: { workId: string; personId: string },
  more: { title?: string; year?: number; seen?: string[] | null } = {},
) {
  const { title = 'cstdcs', year = thisYear(), seen = null } = more;
  const actor = await agency.actor(by);
  const { workId, personId: person } = use;
  const award = { title, year, decisionNumber: '12/QĐ-BHXH', seen };
  return recordWorkUse(agency.deps, { actor, workId, personId: person, ...award });
}

describe('the use of a work', () => {
  test('is recorded once, audited, and seen by whoever evaluates', async () => {
    const work = await workOf('lan.tran');
    const both = await Promise.all([records('ha.nguyen', work), records('ha.nguyen', work)]);
    expect(both.map((one) => one.kind === 'recorded' && one.happened).toSorted()).toEqual([
      false,
      true,
    ]);
    expect(await agency.deps.db.workUse.count({ where: { workId: work.workId } })).toBe(1);
    const audits = await agency.deps.db.auditEvent.findMany({
      where: { subjectId: work.initiativeId, kind: 'initiative.work_used' },
    });
    expect(audits).toMatchObject([{ after: { title: 'cstdcs', year: thisYear() } }]);
    const { works } = await evaluateEligibility(agency.deps, {
      actor: await agency.actor('ha.nguyen'),
      subject: { personId: work.personId },
      award: 'bk_bo',
      year: thisYear(),
    });
    expect(works).toMatchObject([{ usedFor: [{ key: 'cstdcs', year: thisYear() }] }]);
  });

  test('for a second award is recorded only when the first was seen', async () => {
    const work = await workOf('anh.trinh');
    await records('ha.nguyen', work);
    const asked = await records('ha.nguyen', work, { title: 'bk_bo' });
    expect(asked).toMatchObject({ kind: 'used_before', uses: [{ title: 'cstdcs' }] });
    expect(await agency.deps.db.workUse.count({ where: { workId: work.workId } })).toBe(1);
    // Meanwhile somebody recorded another one: what was confirmed is not all.
    const seen = asked.kind === 'used_before' ? asked.uses.map(useMark) : [];
    await records('ha.nguyen', work, { title: 'giay_khen', seen });
    const again = await records('ha.nguyen', work, { title: 'bk_bo', seen });
    expect(again).toMatchObject({ kind: 'used_before', uses: [{}, {}] });
    const all = again.kind === 'used_before' ? again.uses.map(useMark) : [];
    const done = await records('ha.nguyen', work, { title: 'bk_bo', seen: all });
    expect(done).toMatchObject({ kind: 'recorded', happened: true });
  });

  test('of one recognition is the use of the initiative at every level', async () => {
    const work = await workOf('trang.ly');
    const { db } = agency.deps;
    const higher = await db.recognisedWork.create({
      data: {
        ...{ kind: 'initiative', level: 'ministry', title: 'Cấp bộ', year: thisYear() },
        ...{ decisionNumber: '1/QĐ-BTC', decidedOn: new Date(), signatory: 'Bộ trưởng' },
        initiativeId: work.initiativeId,
        authors: { create: { personId: work.personId, share: 100 } },
      },
    });
    await records('ha.nguyen', work);
    const same = await records('ha.nguyen', { ...work, workId: higher.id });
    expect(same).toMatchObject({ kind: 'recorded', happened: false });
    const other = await records('ha.nguyen', { ...work, workId: higher.id }, { title: 'cstd_bo' });
    expect(other.kind).toBe('used_before');
    const facts = await personFacts(db, {
      personIds: [work.personId],
      year: thisYear(),
      on: `${thisYear()}-12-31`,
    });
    const { works } = facts.get(work.personId)!;
    expect(works).toHaveLength(2);
    expect(new Set(works.map((one) => one.same)).size).toBe(1);
    for (const one of works) expect(one.usedFor).toMatchObject([{ key: 'cstdcs' }]);
  });

  test('is taken back once, with its reason, and may be recorded again', async () => {
    const work = await workOf('nam.hoang');
    await records('ha.nguyen', work);
    const withdraws = async (by: Login) =>
      withdrawWorkUse(agency.deps, {
        actor: await agency.actor(by),
        workId: work.workId,
        personId: work.personId,
        title: 'cstdcs',
        year: thisYear(),
        reason: 'Ghi nhầm người',
      });
    await expect(withdraws('nam.hoang')).rejects.toEqual(code('not_secretary'));
    expect(await withdraws('ha.nguyen')).toEqual({ happened: true });
    expect(await withdraws('ha.nguyen')).toEqual({ happened: false });
    const [stored] = await worksOfPerson(agency.deps.db, work.personId);
    expect(stored?.uses).toEqual([]);
    expect(await records('ha.nguyen', work)).toMatchObject({ kind: 'recorded', happened: true });
    const audits = await agency.deps.db.auditEvent.findMany({
      where: { subjectId: work.initiativeId, kind: { startsWith: 'initiative.work_use' } },
      orderBy: { id: 'asc' },
    });
    expect(audits.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['initiative.work_used', null],
      ['initiative.work_use_withdrawn', 'Ghi nhầm người'],
      ['initiative.work_used', null],
    ]);
  });

  test('is refused to others, for what was annulled, unknown awards and years out of reach', async () => {
    const work = await workOf('chi.luong');
    for (const login of ['chi.luong', 'thao.dinh', 'hung.le', 'yen.luu', 'tam.do'] as const)
      await expect(records(login, work)).rejects.toEqual(code('not_secretary'));
    for (const title of ['ttldxs', 'abc'])
      await expect(records('ha.nguyen', work, { title })).rejects.toEqual(code('award_unknown'));
    for (const year of [thisYear() + 1, thisYear() - 2])
      await expect(records('ha.nguyen', work, { year })).rejects.toEqual(
        expect.objectContaining({ field: 'year' }),
      );
    const stranger = { ...work, personId: personId('nga.bui') };
    await expect(records('ha.nguyen', stranger)).rejects.toEqual(code('work_unknown'));
    await annul(agency, work.initiativeId);
    await expect(records('ha.nguyen', work)).rejects.toEqual(code('recognition_annulled'));
    const unknown = { ...work, workId: randomUUID() };
    await expect(records('ha.nguyen', unknown)).rejects.toEqual(code('work_unknown'));
    expect(await agency.deps.db.workUse.count({ where: { personId: work.personId } })).toBe(0);
  });
});
