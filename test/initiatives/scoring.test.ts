import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBallot } from '../../src/councils/ballots/open-ballot.ts';
import { councilsJobs } from '../../src/councils/jobs.ts';
import { exclusionNotice, sittingCard, turnoutCard } from '../../src/councils/messages.ts';
import { initiativesJobs } from '../../src/initiatives/jobs.ts';
import { closeDueScorings, closeScoring } from '../../src/initiatives/scoring/close-scoring.ts';
import { declareConflict } from '../../src/initiatives/scoring/declare-conflict.ts';
import { openScoring } from '../../src/initiatives/scoring/open-scoring.ts';
import { planScoring, prepareScoring } from '../../src/initiatives/scoring/prepare-scoring.ts';
import { readScores } from '../../src/initiatives/scoring/read-scores.ts';
import { reminderDay, remindScorers } from '../../src/initiatives/scoring/remind-scorers.ts';
import { saveScorecard } from '../../src/initiatives/scoring/save-scorecard.ts';
import { requestScoreFile } from '../../src/initiatives/scoring/score-file.ts';
import { scoringJobs } from '../../src/initiatives/scoring/scoring-jobs.ts';
import { scoringOfFile } from '../../src/initiatives/scoring/scoring-of-file.ts';
import {
  outcomesBesideVote,
  scorecardsAwaited,
} from '../../src/initiatives/scoring/scoring-queries.ts';
import { recordDecision } from '../../src/initiatives/workflow/record-decision.ts';
import { today } from '../../src/kernel/deps.ts';
import type { AppError } from '../../src/kernel/errors.ts';
import { addDays } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { accepted, councilOfFive, opened, scored } from './scoring-support.ts';
import { type Agency, closedBallot, filed, openAgencyWithCouncils } from './support.ts';

let agency: Agency;
let councilId: string;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
  councilId = await councilOfFive(agency.deps.db);
});
afterAll(() => agency.close());

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) =>
      error instanceof Error && 'code' in error ? String(error.code) : Promise.reject(error),
  );
const GOOD = [25, 24, 22, 8];

/** An initiative of Lan's, being scored by the council of five. */
async function beingScored(changes: { sheet?: string; days?: number } = {}) {
  const initiative = await accepted(agency, { by: 'lan.tran' });
  const scoringId = await opened(agency, { councilId, initiativeId: initiative.id, ...changes });
  return { initiative, scoringId };
}

const panelOf = async (scoringId: string) =>
  Object.fromEntries(
    (await agency.deps.db.scorer.findMany({ where: { scoringId } })).map((row) => [
      row.personId,
      row.excluded,
    ]),
  );
const messagesOf = async (scoringId: string) =>
  (
    await agency.deps.db.outgoingMessage.findMany({
      where: { subjectId: scoringId },
      select: { purpose: true, personId: true },
    })
  ).map(({ purpose, personId: to }) => `${purpose} ${to}`);
const auditOf = (subjectId: string) =>
  agency.deps.db.auditEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });

describe('opening', () => {
  test('freezes the sheet and the panel and tells each of its members', async () => {
    const { scoringId } = await beingScored();
    const row = await agency.deps.db.scoring.findUniqueOrThrow({ where: { id: scoringId } });
    expect(row).toMatchObject({ state: 'open', sheet: { key: 'generic', pass: 70 } });
    expect(row.closesAt.toISOString()).toBe(`${addDays(today(agency.deps), 14)}T17:00:00.000Z`);
    expect(Object.values(await panelOf(scoringId))).toEqual([null, null, null, null, null]);
    const told = await messagesOf(scoringId);
    expect(told.filter((one) => one.includes('invitation'))).toHaveLength(5);
    expect(told).toContain(`initiatives.scoring_progress ${personId('ha.nguyen')}`);
    // Who joins or leaves the council later changes nothing.
    await agency.deps.db.councilMember.updateMany({
      where: { councilId, personId: personId('tam.do') },
      data: { toDate: new Date('2026-01-06') },
    });
    await scored(agency, scoringId, 'tam.do', GOOD);
    await agency.deps.db.councilMember.updateMany({
      where: { councilId, personId: personId('tam.do') },
      data: { toDate: null },
    });
  });

  test('leaves out an author, a head who authored what the State invests in, and a declared conflict', async () => {
    const { id } = await accepted(agency, {
      by: 'khanh.phan',
      authors: ['khanh.phan', 'hung.le'],
      shares: [60, 40],
    });
    const scoringId = await opened(agency, {
      councilId,
      initiativeId: id,
      stateInvested: true,
      declared: ['tam.do', 'lan.tran'],
    });
    expect(await panelOf(scoringId)).toEqual({
      // Head of a department, not of the unit that recognises: but the initiative is the department's.
      [personId('khanh.phan')]: 'head_author',
      [personId('hung.le')]: 'head_author',
      [personId('tam.do')]: 'declared',
      [personId('minh.pham')]: null,
      [personId('ha.nguyen')]: null,
    });
    const told = await messagesOf(scoringId);
    expect(told.filter((one) => one.includes('exclusion'))).toHaveLength(3);
    for (const login of ['khanh.phan', 'hung.le', 'tam.do'] as const) {
      expect(await code(scored(agency, scoringId, login, GOOD))).toBe('excluded');
      const actor = await agency.actor(login);
      expect(await code(readScores(agency.deps, { actor, scoringId }))).toBe('excluded');
    }
    // Lan is not on the panel, so nothing was declared for her.
    expect(await agency.deps.db.initiativeConflict.count({ where: { initiativeId: id } })).toBe(1);
  });

  test('is offered by the card of the form check until it is done', async () => {
    const initiative = await accepted(agency, { by: 'lan.tran' });
    const renderer = initiativesJobs.renderers?.find(
      ({ purpose }) => purpose === 'initiatives.filed',
    );
    const card = async () =>
      JSON.stringify(
        await renderer?.render(agency.deps, {
          params: {},
          subjectId: initiative.id,
          personId: personId('ha.nguyen'),
          language: 'vi',
        }),
      );
    expect(await card()).toContain('Mở chấm điểm');
    await opened(agency, { councilId, initiativeId: initiative.id });
    expect(await card()).not.toContain('Mở chấm điểm');
  });

  test('without the State’s investment the head is an author like others', async () => {
    const { id } = await accepted(agency, { by: 'hung.le' });
    const scoringId = await opened(agency, { councilId, initiativeId: id });
    expect((await panelOf(scoringId))[personId('hung.le')]).toBe('author');
  });

  test('twice the same opens one; another meanwhile is refused; two at once make one', async () => {
    const { id } = await accepted(agency, { by: 'lan.tran' });
    const both = await Promise.allSettled(
      [14, 14].map((days) => opened(agency, { councilId, initiativeId: id, days })),
    );
    const ids = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(new Set(ids).size).toBe(1);
    expect(await agency.deps.db.scoring.count({ where: { initiativeId: id } })).toBe(1);
    expect(await code(opened(agency, { councilId, initiativeId: id, days: 7 }))).toBe(
      'already_open',
    );
    const actor = await agency.actor('ha.nguyen');
    expect(await prepareScoring(agency.deps, { actor, initiativeId: id })).toEqual({
      scoringId: ids[0],
    });
  });

  test('only of an accepted one, by its secretary, who is no author, within days that make sense', async () => {
    const { id } = await filed(agency, { by: 'lan.tran' });
    expect(await code(opened(agency, { councilId, initiativeId: id }))).toBe('not_accepted');
    await agency.deps.db.initiative.update({ where: { id }, data: { state: 'accepted' } });
    expect(await code(opened(agency, { councilId, initiativeId: id, by: 'minh.pham' }))).toBe(
      'only_secretary',
    );
    expect(await code(opened(agency, { councilId, initiativeId: id, days: -1 }))).toBe(
      'last_day_past',
    );
    expect(await code(opened(agency, { councilId, initiativeId: id, days: 61 }))).toBe(
      'last_day_far',
    );
    expect(await code(opened(agency, { councilId, initiativeId: id, sheet: 'none' }))).toBe(
      'unknown_sheet',
    );
    expect(
      await code(opened(agency, { councilId, initiativeId: id, declared: ['ha.nguyen'] })),
    ).toBe('own_conflict');
    // What was refused has left nothing behind.
    expect(await agency.deps.db.initiativeConflict.count({ where: { initiativeId: id } })).toBe(0);
    const own = await accepted(agency, { by: 'ha.nguyen' });
    expect(await code(opened(agency, { councilId, initiativeId: own.id }))).toBe('own_conflict');
  });

  test('not for a panel other than the one that was shown', async () => {
    const { id } = await accepted(agency, { by: 'lan.tran' });
    const plan = {
      actor: await agency.actor('ha.nguyen'),
      initiativeId: id,
      councilId,
      sheetKey: 'generic',
      lastDay: addDays(today(agency.deps), 14),
      stateInvested: false,
    };
    const { panel } = await planScoring(agency.deps, plan);
    await agency.deps.db.initiativeConflict.create({
      data: { initiativeId: id, personId: personId('tam.do'), declaredById: personId('tam.do') },
    });
    const open = openScoring(agency.deps, { ...plan, mark: panel.mark, declared: [] });
    expect(await code(open)).toBe('panel_changed');
  });
});

describe('a scorecard', () => {
  test('is kept as a draft that lacks some, then sent whole, then corrected', async () => {
    const { scoringId } = await beingScored();
    const draft = await scored(agency, scoringId, 'minh.pham', [20, null, null, 5], {
      send: false,
    });
    expect(draft).toEqual({ sent: false, total: 25, most: 100, done: 2, of: 4 });
    expect(await scorecardsAwaited(agency.deps.db, personId('minh.pham'))).toContainEqual(
      expect.objectContaining({ scoringId, drafted: true }),
    );
    // A later draft may lack what an earlier one had.
    await scored(agency, scoringId, 'minh.pham', [20, 18], { send: false });
    expect(await code(scored(agency, scoringId, 'minh.pham', [20, 18, 20]))).toBe('missing_mark');
    // All that is missing or wrong is said at once.
    const refused: AppError = await scored(agency, scoringId, 'minh.pham', [20, 99]).catch(
      (error) => error,
    );
    expect([refused, ...refused.also].map((one) => one.code)).toEqual([
      'wrong_points',
      'missing_mark',
      'missing_mark',
    ]);
    expect(await scored(agency, scoringId, 'minh.pham', GOOD)).toMatchObject({
      sent: true,
      total: 79,
    });
    expect(await scored(agency, scoringId, 'minh.pham', [26, 24, 22, 8])).toMatchObject({
      total: 80,
    });
    expect(
      await code(scored(agency, scoringId, 'minh.pham', [1, null, null, null], { send: false })),
    ).toBe('sent_already');
    const marks = await agency.deps.db.scorecardMark.findMany({ where: { scoringId } });
    expect(marks.map(({ points }) => points).toSorted()).toEqual([22, 24, 26, 8].toSorted());
    const kinds = (await auditOf(scoringId)).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'initiative.scoring_opened',
      'initiative.scorecard_sent',
      'initiative.scorecard_corrected',
    ]);
    // Nothing of the points is in the audit.
    for (const event of await auditOf(scoringId)) {
      if (event.kind !== 'initiative.scoring_opened')
        expect([event.before, event.after]).toEqual([null, null]);
    }
  });

  test.each<[string, (number | null)[], string]>([
    ['too many points', [31, 20, 20, 5], 'wrong_points'],
    ['fewer than none', [-1, 20, 20, 5], 'wrong_points'],
    ['half a point', [20.5, 20, 20, 5], 'wrong_points'],
    ['no number', [Number.NaN, 20, 20, 5], 'wrong_points'],
    ['a criterion missing', [20, 20, 20, null], 'missing_mark'],
  ])('with %s is refused at its field', async (_what, points, refusal) => {
    const { scoringId } = await beingScored();
    expect(await code(scored(agency, scoringId, 'minh.pham', points))).toBe(refusal);
    expect(await agency.deps.db.scorecard.count({ where: { scoringId } })).toBe(0);
  });

  test('twice the same, also at once, is one and one line in the audit', async () => {
    const { scoringId } = await beingScored();
    await Promise.all([1, 2, 3].map(() => scored(agency, scoringId, 'minh.pham', GOOD)));
    const sent = (await auditOf(scoringId)).filter(({ kind }) => kind.includes('scorecard'));
    expect(sent.map(({ kind }) => kind)).toEqual(['initiative.scorecard_sent']);
    expect(await agency.deps.db.scorecardMark.count({ where: { scoringId } })).toBe(4);
  });

  test('comes from the panel only, and from nobody who became an author', async () => {
    const { scoringId, initiative } = await beingScored();
    for (const login of ['lan.tran', 'nga.bui'] as const)
      expect(await code(scored(agency, scoringId, login, GOOD))).toBe('scoring_unknown');
    await agency.deps.db.$transaction([
      agency.deps.db.$executeRaw`
        update initiative_author set share = 50 where initiative_id = ${initiative.id}::uuid`,
      agency.deps.db.initiativeAuthor.create({
        data: { initiativeId: initiative.id, ordinal: 2, personId: personId('tam.do'), share: 50 },
      }),
    ]);
    expect(await code(scored(agency, scoringId, 'tam.do', GOOD))).toBe('excluded');
  });

  test('is not taken after the last day, nor once the initiative is withdrawn', async () => {
    const { scoringId } = await beingScored({ days: 1 });
    await agency.goTo(addDays(today(agency.deps), 1), '23:59');
    await scored(agency, scoringId, 'minh.pham', GOOD, { send: false });
    await agency.goTo(addDays(today(agency.deps), 1), '00:00');
    expect(await code(scored(agency, scoringId, 'minh.pham', GOOD))).toBe('scoring_over');

    const other = await beingScored();
    await agency.deps.db.initiative.update({
      where: { id: other.initiative.id },
      data: { state: 'withdrawn' },
    });
    expect(await code(scored(agency, other.scoringId, 'minh.pham', GOOD))).toBe('scoring_over');
  });

  test('cannot be written past its maximum, incomplete, fixed or excluded, whatever the code does', async () => {
    const { scoringId } = await beingScored();
    await scored(agency, scoringId, 'minh.pham', GOOD);
    const { db } = agency.deps;
    const where = { scoringId, personId: personId('minh.pham') };
    await expect(
      db.scorecardMark.updateMany({
        where: { ...where, criterion: 'novelty' },
        data: { points: 31 },
      }),
    ).rejects.toThrow(/scorecard_mark_points/);
    await expect(
      db.scorecardMark.updateMany({
        where: { ...where, criterion: 'novelty' },
        data: { points: 31, max: 40 },
      }),
    ).rejects.toThrow(/[Ff]oreign key/);
    await expect(
      db.scorecard.create({
        data: { scoringId, personId: personId('tam.do'), sentAt: new Date() },
      }),
    ).rejects.toThrow(/lacks points/);
    const actor = await agency.actor('minh.pham');
    await readScores(agency.deps, { actor, scoringId });
    await expect(
      db.scorecardMark.updateMany({
        where: { ...where, criterion: 'novelty' },
        data: { points: 1 },
      }),
    ).rejects.toThrow(/is fixed/);
    await declareConflict(agency.deps, { actor: await agency.actor('tam.do'), scoringId });
    await expect(
      db.scorecard.create({ data: { scoringId, personId: personId('tam.do') } }),
    ).rejects.toThrow(/is excluded/);
  });
});

describe('others’ scores', () => {
  test('are seen only after one’s own is sent, which is fixed from then on', async () => {
    const { scoringId } = await beingScored();
    await scored(agency, scoringId, 'minh.pham', GOOD);
    const tam = await agency.actor('tam.do');
    await scored(agency, scoringId, 'tam.do', [20, 20, 20, null], { send: false });
    expect(await code(readScores(agency.deps, { actor: tam, scoringId }))).toBe('own_first');
    await scored(agency, scoringId, 'tam.do', [20, 20, 20, 5]);
    const { scores } = await readScores(agency.deps, { actor: tam, scoringId });
    expect(scores.map((one) => one.personId).toSorted()).toEqual(
      [personId('minh.pham'), personId('tam.do')].toSorted(),
    );
    expect(await code(scored(agency, scoringId, 'tam.do', GOOD))).toBe('scorecard_fixed');
    // Looking again is no second change; who has not looked may still correct.
    await readScores(agency.deps, { actor: tam, scoringId });
    const fixed = (await auditOf(scoringId)).filter(({ kind }) => kind.endsWith('fixed'));
    expect(fixed).toHaveLength(1);
    expect(await scored(agency, scoringId, 'minh.pham', [30, 24, 22, 8])).toMatchObject({
      total: 84,
    });
  });

  test('a correction and a look at once: never a change after the look', async () => {
    const { scoringId } = await beingScored();
    await scored(agency, scoringId, 'minh.pham', GOOD);
    const actor = await agency.actor('minh.pham');
    for (let round = 0; round < 3; round += 1) {
      const [saved, looked] = await Promise.all([
        code(scored(agency, scoringId, 'minh.pham', [round, 24, 22, 8])),
        readScores(agency.deps, { actor, scoringId }),
      ]);
      const mark = await agency.deps.db.scorecardMark.findFirst({
        where: { scoringId, criterion: 'novelty' },
      });
      expect(['done', 'scorecard_fixed']).toContain(saved);
      expect(looked.scores[0]?.points.novelty).toBe(mark?.points);
    }
  });

  test('the secretary sees who has sent, and nothing more before the close, though she scores', async () => {
    const { scoringId } = await beingScored();
    await scored(agency, scoringId, 'minh.pham', GOOD);
    const ha = await agency.actor('ha.nguyen');
    expect(await code(readScores(agency.deps, { actor: ha, scoringId }))).toBe('own_first');
    expect(await code(requestScoreFile(agency.deps, { actor: ha, scoringId }))).toBe(
      'not_yet_closed',
    );
    const file = await scoringOfFile(agency.deps, ha, (await initiativeOf(scoringId)).initiativeId);
    expect(file).toMatchObject({ runs: true, readsOutcome: false });
    expect(JSON.stringify(file)).not.toContain('points":');
  });
});

const initiativeOf = (scoringId: string) =>
  agency.deps.db.scoring.findUniqueOrThrow({
    where: { id: scoringId },
    select: { initiativeId: true },
  });

describe('the close', () => {
  test('by the secretary when all have sent, once; the outcome explains itself', async () => {
    const { scoringId, initiative } = await beingScored();
    const actor = await agency.actor('ha.nguyen');
    const panel: [Login, number[]][] = [
      ['hung.le', [25, 24, 22, 8]],
      ['minh.pham', [20, 24, 26, 9]],
      ['ha.nguyen', [27, 28, 25, 8]],
      ['khanh.phan', [14, 20, 20, 4]],
    ];
    for (const [login, points] of panel) await scored(agency, scoringId, login, points);
    expect(await code(closeScoring(agency.deps, { actor, scoringId }))).toBe('not_all_sent');
    await declareConflict(agency.deps, { actor: await agency.actor('tam.do'), scoringId });
    const minh = await agency.actor('minh.pham');
    expect(await code(closeScoring(agency.deps, { actor: minh, scoringId }))).toBe(
      'only_secretary',
    );
    const closed = await Promise.all(
      [1, 2].map(() => closeScoring(agency.deps, { actor, scoringId })),
    );
    for (const one of closed)
      expect(one.outcome).toMatchObject({
        entitled: 4,
        scorers: 4,
        total: { averageTenths: 760, lowest: 58, highest: 88 },
        result: 'reached',
      });
    const events = (await auditOf(scoringId)).filter(({ kind }) => kind.endsWith('closed'));
    expect(events).toHaveLength(1);
    expect(await code(scored(agency, scoringId, 'minh.pham', GOOD))).toBe('scoring_over');
    expect(await code(prepareScoring(agency.deps, { actor, initiativeId: initiative.id }))).toBe(
      'already_scored',
    );
    expect(await readScores(agency.deps, { actor, scoringId })).toMatchObject({
      scores: { length: 4 },
    });
  });

  test('by the calendar after the last day, late ones too; drafts do not count; too few is said', async () => {
    const { scoringId, initiative } = await beingScored({ days: 2 });
    await scored(agency, scoringId, 'minh.pham', GOOD);
    await scored(agency, scoringId, 'tam.do', GOOD, { send: false });
    await closeDueScorings(agency.deps);
    const state = async () =>
      agency.deps.db.scoring.findUniqueOrThrow({ where: { id: scoringId } });
    expect((await state()).state).toBe('open');
    await agency.goTo(addDays(today(agency.deps), 10), '09:00');
    await Promise.all([closeDueScorings(agency.deps), closeDueScorings(agency.deps)]);
    expect(await state()).toMatchObject({
      state: 'closed',
      closedById: null,
      conclusive: false,
      outcome: { scorers: 1, enough: { needed: 3, met: false } },
    });
    // The secretary who opened it is told by a message of its own, once.
    expect((await messagesOf(scoringId)).filter((one) => one.includes('outcome'))).toEqual([
      `initiatives.scoring_outcome ${personId('ha.nguyen')}`,
    ]);
    // It did not stand for the council, so it may be scored anew.
    const again = await opened(agency, { councilId, initiativeId: initiative.id });
    expect(again).not.toBe(scoringId);
  });

  test('an initiative that no longer waits ends its scoring without an outcome', async () => {
    const { scoringId, initiative } = await beingScored();
    await scored(agency, scoringId, 'minh.pham', GOOD);
    await agency.deps.db.initiative.update({
      where: { id: initiative.id },
      data: { state: 'withdrawn' },
    });
    await closeDueScorings(agency.deps);
    const row = await agency.deps.db.scoring.findUniqueOrThrow({ where: { id: scoringId } });
    expect(row).toMatchObject({ state: 'cancelled', outcome: null });
  });

  test('reached or not: two thirds of those who may score', async () => {
    const { scoringId } = await beingScored({ sheet: 'three_reached' });
    const cards: [Login, number[]][] = [
      ['hung.le', [1, 1, 1]],
      ['minh.pham', [1, 1, 1]],
      ['ha.nguyen', [1, 1, 1]],
      ['khanh.phan', [1, 1, 0]],
      ['tam.do', [1, 1, 1]],
    ];
    for (const [login, [novelty = 0, feasibility = 0, effect = 0]] of cards) {
      await saveScorecard(agency.deps, {
        actor: await agency.actor(login),
        scoringId,
        points: { novelty, feasibility, effect },
        comment: null,
        send: true,
      });
    }
    const actor = await agency.actor('ha.nguyen');
    const { outcome } = await closeScoring(agency.deps, { actor, scoringId });
    expect(outcome).toMatchObject({ kind: 'reached', reaching: 4, needed: 4, result: 'reached' });
  });
});

describe('a reminder', () => {
  test.each([
    // Wednesday; the day before is a working day.
    ['2026-12-02', '2026-12-01'],
    ['2026-11-30', '2026-11-27'],
    ['2026-11-29', '2026-11-27'],
    ['2026-11-28', '2026-11-27'],
  ])('for the last day %s comes on %s', (lastDay, day) => {
    expect(reminderDay({ openedOn: '2026-11-01', lastDay })).toBe(day);
    expect(reminderDay({ openedOn: day, lastDay })).toBeNull();
  });

  test('has no way into the sheet any more once it is sent or over, and comes to nobody then', async () => {
    const { scoringId } = await beingScored();
    const renderer = scoringJobs.renderers?.find(({ purpose }) => purpose.endsWith('_reminder'));
    const shown = async (login: Login, redrawing: boolean) =>
      JSON.stringify(
        await renderer?.render(agency.deps, {
          params: {},
          subjectId: scoringId,
          personId: personId(login),
          language: 'vi',
          redrawing,
        }),
      );
    expect(await shown('minh.pham', false)).toContain('"Chấm điểm"');
    await scored(agency, scoringId, 'minh.pham', GOOD);
    expect(await shown('minh.pham', false)).toBe('null');
    expect(await shown('minh.pham', true)).toContain('anh/chị đã gửi');
    expect(await shown('minh.pham', true)).not.toContain('button');
    const { closesAt } = await agency.deps.db.scoring.findUniqueOrThrow({
      where: { id: scoringId },
    });
    await agency.goTo(addDays(closesAt.toISOString().slice(0, 10), 1), '09:00');
    await closeDueScorings(agency.deps);
    expect(await shown('hung.le', true)).toContain('đợt chấm đã kết thúc');
    expect(await shown('hung.le', true)).not.toContain('button');
  });

  test('goes once, in private, to those whose scorecard is not in', async () => {
    const { scoringId } = await beingScored();
    await scored(agency, scoringId, 'minh.pham', GOOD);
    await scored(agency, scoringId, 'tam.do', GOOD, { send: false });
    const { lastDay, openedAt } = await agency.deps.db.scoring.findUniqueOrThrow({
      where: { id: scoringId },
    });
    const last = lastDay.toISOString().slice(0, 10);
    const day = reminderDay({ openedOn: openedAt.toISOString().slice(0, 10), lastDay: last })!;
    const reminded = async () =>
      (await messagesOf(scoringId)).filter((one) => one.includes('reminder')).toSorted();
    await agency.goTo(day, '07:59');
    await remindScorers(agency.deps);
    expect(await reminded()).toEqual([]);
    await agency.goTo(day, '08:00');
    await Promise.all([remindScorers(agency.deps), remindScorers(agency.deps)]);
    await remindScorers(agency.deps);
    expect(await reminded()).toEqual(
      (['hung.le', 'ha.nguyen', 'khanh.phan', 'tam.do'] as const)
        .map((login) => `initiatives.scoring_reminder ${personId(login)}`)
        .toSorted(),
    );
  });
});

describe('a conflict of interest', () => {
  let scoringId: string;
  let initiativeId: string;
  beforeEach(async () => {
    const made = await beingScored();
    scoringId = made.scoringId;
    initiativeId = made.initiative.id;
  });

  test('declared by a member takes them off the panel and off the roll of the vote', async () => {
    const actor = await agency.actor('tam.do');
    await scored(agency, scoringId, 'tam.do', GOOD, { send: false });
    await Promise.all([1, 2].map(() => declareConflict(agency.deps, { actor, scoringId })));
    expect((await panelOf(scoringId))[personId('tam.do')]).toBe('declared');
    expect(await code(scored(agency, scoringId, 'tam.do', GOOD))).toBe('excluded');
    const events = (await auditOf(initiativeId)).filter(({ kind }) => kind.includes('conflict'));
    expect(events).toHaveLength(1);

    // The vote takes what awaits the council.
    await agency.deps.db.initiative.update({
      where: { id: initiativeId },
      data: { state: await awaitedState() },
    });
    const { clock, db } = agency.deps;
    const sitting = await db.sitting.create({
      data: {
        councilId,
        startsAt: clock.now(),
        place: 'Trực tuyến',
        convenedById: personId('ha.nguyen'),
        submissionKey: scoringId,
        agenda: { create: { ordinal: 1, initiativeId } },
      },
      include: { agenda: true },
    });
    const { ballotId } = await openBallot(agency.deps, {
      actor: await agency.actor('ha.nguyen'),
      agendaItemId: sitting.agenda[0]!.id,
      method: 'open',
      closesAt: new Date(clock.now().getTime() + 3_600_000),
    });
    const entry = await db.rollEntry.findUniqueOrThrow({
      where: { ballotId_personId: { ballotId, personId: personId('tam.do') } },
    });
    expect(entry.excluded).toBe('declared');
    expect(await drawn(exclusionNotice, ballotId, 'tam.do')).toContain(
      'đã khai có xung đột lợi ích',
    );
    expect(await drawn(turnoutCard, ballotId, 'ha.nguyen')).toContain(
      'Không tham gia vì đã khai có xung đột lợi ích: Đỗ Minh Tâm',
    );
  });

  /** The state from which a vote begins. */
  async function awaitedState() {
    const { initiativesAwaitingCouncil } = await import('../../src/initiatives/queries.ts');
    const unit = await agency.deps.db.council.findUniqueOrThrow({ where: { id: councilId } });
    const waiting = await initiativesAwaitingCouncil(agency.deps.db, {
      councilUnitId: unit.unitId,
    });
    return waiting.some(({ id }) => id === initiativeId) ? 'accepted' : 'received';
  }

  test('comes too late when the scorecard is in, and is nobody’s who does not score', async () => {
    await scored(agency, scoringId, 'tam.do', GOOD);
    const declare = async (login: Login) =>
      code(declareConflict(agency.deps, { actor: await agency.actor(login), scoringId }));
    expect(await declare('tam.do')).toBe('conflict_too_late');
    expect(await declare('nga.bui')).toBe('scoring_unknown');
  });
});

/** What a message of the council says to this person now. */
async function drawn(kind: { purpose: string }, subjectId: string, login: Login): Promise<string> {
  const renderer = councilsJobs.renderers?.find(({ purpose }) => purpose === kind.purpose);
  const reader = { personId: personId(login), language: 'vi', params: {}, subjectId } as const;
  return JSON.stringify(await renderer?.render(agency.deps, reader));
}

test('what may be read of an outcome, by whom', async () => {
  const { id } = await accepted(agency, { by: 'khanh.phan' });
  const scoringId = await opened(agency, { councilId, initiativeId: id });
  for (const login of ['hung.le', 'minh.pham', 'ha.nguyen', 'tam.do'] as const)
    await scored(agency, scoringId, login, GOOD);
  const ha = await agency.actor('ha.nguyen');
  await closeScoring(agency.deps, { actor: ha, scoringId });
  const reads = async (login: Login) => {
    const { runs, scores, readsOutcome } = await scoringOfFile(
      agency.deps,
      await agency.actor(login),
      id,
    );
    const beside = await outcomesBesideVote(agency.deps, agency.deps.db, {
      personId: personId(login),
      initiativeIds: [id],
    });
    return { runs, scores, readsOutcome, besideVote: beside.has(id) };
  };
  const nothing = { runs: false, scores: false, readsOutcome: false };
  expect(await reads('ha.nguyen')).toMatchObject({ runs: true, scores: true, readsOutcome: true });
  expect(await reads('tam.do')).toMatchObject({ runs: false, scores: true, readsOutcome: true });
  // Sits on the other council of the province.
  expect(await reads('long.duong')).toMatchObject({ ...nothing, readsOutcome: true });
  // The author sits on this council; a colleague sits on none.
  expect(await reads('khanh.phan')).toEqual({ ...nothing, besideVote: false });
  expect(await reads('lan.tran')).toMatchObject(nothing);
  for (const login of ['khanh.phan', 'long.duong', 'lan.tran'] as const) {
    const actor = await agency.actor(login);
    expect(await code(readScores(agency.deps, { actor, scoringId }))).not.toBe('done');
    expect(await code(requestScoreFile(agency.deps, { actor, scoringId }))).toBe('only_secretary');
  }

  // The author is a member who may run sittings: the card shows the item to him without its score.
  const sitting = await agency.deps.db.sitting.create({
    data: {
      councilId,
      startsAt: agency.deps.clock.now(),
      place: 'Trực tuyến',
      convenedById: personId('khanh.phan'),
      submissionKey: scoringId,
      agenda: { create: { ordinal: 1, initiativeId: id } },
    },
  });
  const line = 'Điểm trung bình *79,0/100*; *đạt*';
  expect(await drawn(sittingCard, sitting.id, 'ha.nguyen')).toContain(line);
  expect(await drawn(sittingCard, sitting.id, 'khanh.phan')).not.toMatch(/Điểm trung bình|79,0/);

  // After the decision an author reads the outcome, and nobody's name with a score.
  await agency.deps.db.initiative.update({ where: { id }, data: { state: 'passed' } });
  const ballotId = await closedBallot(agency, id, 'passed');
  await recordDecision(agency.deps, {
    actor: ha,
    initiativeId: id,
    ballotId,
    kind: 'recognised',
    number: '1/QĐ',
    decidedOn: today(agency.deps),
    signatory: 'Giám đốc',
  });
  expect(await reads('khanh.phan')).toEqual({
    ...nothing,
    readsOutcome: true,
    besideVote: false,
  });
  const khanh = await agency.actor('khanh.phan');
  expect(await code(readScores(agency.deps, { actor: khanh, scoringId }))).toBe('excluded');
});
