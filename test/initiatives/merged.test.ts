import { afterAll, beforeAll, expect, test } from 'vitest';
import { initiativeFile, myInitiatives } from '../../src/initiatives/file-queries.ts';
import { prepareScoring } from '../../src/initiatives/scoring/prepare-scoring.ts';
import { planView } from '../../src/initiatives/scoring/scoring-form-views.ts';
import { mineAnswer } from '../../src/initiatives/views.ts';
import { mergeInitiatives } from '../../src/initiatives/workflow/merge-initiatives.ts';
import { missingAuthors } from '../../src/initiatives/workflow/merged-queries.ts';
import { openDecision } from '../../src/initiatives/workflow/open-decision.ts';
import { prepareWorkflow } from '../../src/initiatives/workflow/prepare-workflow.ts';
import { recordDecision } from '../../src/initiatives/workflow/record-decision.ts';
import { today } from '../../src/kernel/deps.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import {
  type Agency,
  accepted,
  closedBallot,
  filed,
  messagesAbout,
  openAgencyWithCouncils,
} from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

const db = () => agency.deps.db;

/** One of Lan's goes on in one of Đức's, through a third one. */
async function merged() {
  const target = await accepted(agency, { by: 'duc.vu', description: { title: 'Giữ lại' } });
  const between = await filed(agency, { by: 'duc.vu', description: { title: 'Ở giữa' } });
  const outside = 'Trần Văn Bình; Đại học Y; 20';
  const form = { by: 'lan.tran', outside, shares: [80, 20] } as const;
  const own = await filed(agency, { ...form, description: { title: 'Gộp' } });
  const actor = await agency.actor('ha.nguyen');
  const merge = (initiativeId: string, intoNumber: string) =>
    mergeInitiatives(agency.deps, { actor, initiativeId, intoNumber, reason: undefined });
  await merge(own.id, between.number);
  await merge(between.id, target.number);
  return { own, target };
}

async function lineOf(title: string): Promise<string> {
  const mine = await myInitiatives(agency.deps, db(), {
    personId: personId('lan.tran'),
    limit: 20,
  });
  const newest = mine.newest
    .filter((one) => one.title === title)
    .map((one) => ({ ...one, timeline: [] }));
  const { blocks } = mineAnswer({ total: 1, newest, drafts: null }, agency.deps.zone, 'vi');
  return JSON.stringify(blocks);
}

test('while its authors are not named, those who go on with the other are warned, each time', async () => {
  const { own, target } = await merged();
  const missing = [{ merged: own.number, names: ['Trần Thị Lan', 'Trần Văn Bình'] }];
  expect(await missingAuthors(db(), target.id)).toEqual(missing);
  const secretary = await agency.actor('ha.nguyen');
  const file = (await initiativeFile(agency.deps, db(), { id: target.id }))!;
  expect(await prepareWorkflow(agency.deps, db(), secretary, file)).toMatchObject({
    missingAuthors: missing,
  });
  const author = await agency.actor('duc.vu');
  expect(await prepareWorkflow(agency.deps, db(), author, file)).toMatchObject({
    missingAuthors: [],
  });
  const plan = await prepareScoring(agency.deps, { actor: secretary, initiativeId: target.id });
  if (plan.scoringId !== null) throw new Error('it is scored already');
  expect(JSON.stringify(planView(plan, 'vi'))).toContain('tác giả chưa có tên: Trần Thị Lan');
  await db().initiative.update({ where: { id: target.id }, data: { state: 'passed' } });
  expect(await openDecision(agency.deps, secretary, target.id)).toMatchObject({ missing });
  // Named among its authors, nobody is missing.
  await db().$transaction([
    db().initiativeAuthor.deleteMany({ where: { initiativeId: target.id } }),
    db().initiativeAuthor.createMany({
      data: [
        { initiativeId: target.id, ordinal: 1, share: 40, personId: personId('lan.tran') },
        { initiativeId: target.id, ordinal: 3, share: 20, personId: personId('duc.vu') },
        {
          initiativeId: target.id,
          ordinal: 2,
          share: 40,
          outsideName: 'trần văn bình',
          workplace: 'Đại học Y',
        },
      ],
    }),
  ]);
  expect(await missingAuthors(db(), target.id)).toEqual([]);
});

test('its authors are told what became of the other, and their line follows it', async () => {
  const { own, target } = await merged();
  expect(await lineOf('Gộp')).toContain(`${target.number}: Đã tiếp nhận, chờ hội đồng`);
  const ballotId = await closedBallot(agency, target.id, 'passed');
  await db().initiative.update({ where: { id: target.id }, data: { state: 'passed' } });
  await recordDecision(agency.deps, {
    actor: await agency.actor('ha.nguyen'),
    initiativeId: target.id,
    ballotId,
    kind: 'recognised',
    number: '77/QĐ-BHXH',
    decidedOn: today(agency.deps),
    signatory: 'Lê Quang Hùng, Giám đốc',
  });
  const told = await messagesAbout(agency, own.id);
  expect(told.filter(({ purpose }) => purpose === 'initiatives.merged_outcome')).toEqual([
    { purpose: 'initiatives.merged_outcome', personId: personId('lan.tran') },
  ]);
  expect(await lineOf('Gộp')).toContain(`${target.number}: Đã công nhận`);
});
