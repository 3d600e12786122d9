import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordDecision } from '../../src/initiatives/workflow/record-decision.ts';
import { today } from '../../src/kernel/deps.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { type Agency, closedBallot, filed, openAgencyWithCouncils } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

/** Handed in and passed by the council. */
async function passed(by: Login, title: string) {
  const { id: initiativeId } = await filed(agency, { by, description: { title } });
  const ballotId = await closedBallot(agency, initiativeId, 'passed');
  await agency.deps.db.initiative.update({
    where: { id: initiativeId },
    data: { state: 'passed' },
  });
  return { initiativeId, ballotId };
}

async function recognises(item: { initiativeId: string; ballotId: string }, number: string) {
  return recordDecision(agency.deps, {
    actor: await agency.actor('ha.nguyen'),
    ...item,
    kind: 'recognised',
    number,
    decidedOn: today(agency.deps),
    signatory: 'Lê Quang Hùng, Giám đốc',
  });
}

describe('a decision that recognises', () => {
  test('two initiatives of one title is recorded for both, or refused in words', async () => {
    const title = 'Ứng dụng công nghệ thông tin trong quản lý thu';
    const [first, second] = [await passed('lan.tran', title), await passed('duc.vu', title)];
    await recognises(first, '88/QĐ-BHXH');
    const outcome = await recognises(second, '88/QĐ-BHXH').catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(AppError);
    else expect(outcome).toMatchObject({ happened: true });
  });

  test('does not become an imported work of another year because number and title are the same', async () => {
    const title = 'Cải tiến quy trình tiếp nhận hồ sơ';
    // Numbers begin anew each year; this one was imported with the agency's past.
    await agency.deps.db.recognisedWork.create({
      data: {
        kind: 'initiative',
        level: 'grassroots',
        title,
        year: 2019,
        decisionNumber: '125/QĐ-BHXH',
        decidedOn: dateColumn('2019-12-20'),
        signatory: 'Giám đốc cũ',
        annulledAt: new Date('2020-03-01T00:00:00Z'),
        authors: { create: { personId: personId('duc.vu'), share: 100 } },
      },
    });
    const item = await passed('lan.tran', title);
    await recognises(item, '125/QĐ-BHXH');
    const work = await agency.deps.db.recognisedWork.findFirstOrThrow({
      where: { initiativeId: item.initiativeId },
      include: { authors: true },
    });
    expect(work).toMatchObject({
      year: Number(today(agency.deps).slice(0, 4)),
      annulledAt: null,
      authors: [{ personId: personId('lan.tran') }],
    });
  });
});

// She may neither check its form, merge it, run its scoring nor annul it.
test('a secretary does not record the recognition of her own initiative', async () => {
  const { id: initiativeId } = await filed(agency, { by: 'ha.nguyen' });
  const ballotId = await closedBallot(agency, initiativeId, 'passed');
  await agency.deps.db.initiative.update({
    where: { id: initiativeId },
    data: { state: 'passed' },
  });
  const recorded = await recordDecision(agency.deps, {
    actor: await agency.actor('ha.nguyen'),
    initiativeId,
    ballotId,
    kind: 'recognised',
    number: '77/QĐ-BHXH',
    decidedOn: today(agency.deps),
    signatory: 'Lê Quang Hùng, Giám đốc',
  }).then(
    () => 'recorded',
    (error: unknown) => (error as { code?: string }).code,
  );
  expect(recorded).toBe('is_author');
});
