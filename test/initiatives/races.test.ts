import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { recordWorkUse } from '../../src/initiatives/after/record-work-use.ts';
import { worksOfPerson } from '../../src/initiatives/after/use-queries.ts';
import { answerShare } from '../../src/initiatives/intake/answer-share.ts';
import { fileInitiative } from '../../src/initiatives/intake/file-initiative.ts';
import { closeDueScorings, closeScoring } from '../../src/initiatives/scoring/close-scoring.ts';
import { declareConflict } from '../../src/initiatives/scoring/declare-conflict.ts';
import { readScores } from '../../src/initiatives/scoring/read-scores.ts';
import { checkForm, type FormVerdict } from '../../src/initiatives/workflow/check-form.ts';
import { mendInitiative } from '../../src/initiatives/workflow/mend-initiative.ts';
import { mergeInitiatives } from '../../src/initiatives/workflow/merge-initiatives.ts';
import { openMending } from '../../src/initiatives/workflow/open-mending.ts';
import { proposeAnnulment } from '../../src/initiatives/workflow/propose-annulment.ts';
import { recordDecision } from '../../src/initiatives/workflow/record-decision.ts';
import { saveMending } from '../../src/initiatives/workflow/save-mending.ts';
import { settleAnnulment } from '../../src/initiatives/workflow/settle-annulment.ts';
import { withdrawInitiative } from '../../src/initiatives/workflow/withdraw-initiative.ts';
import { today } from '../../src/kernel/deps.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { recognised } from './after-support.ts';
import { councilOfFive, opened, scored } from './scoring-support.ts';
import {
  type Agency,
  accepted,
  closedBallot,
  drafted,
  filed,
  openAgencyWithCouncils,
  seenOf,
  slackIdOf,
} from './support.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const ROUNDS = 12;

let agency: Agency;
let councilId: string;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
  councilId = await councilOfFive(agency.deps.db);
  await agency.deps.db.roleGrant.create({
    data: {
      personId: personId('quan.dinh'),
      unitId: unitId('SH'),
      role: 'secretary',
      fromDate: dateColumn('2025-07-01'),
    },
  });
});
afterAll(() => agency.close());

const db = () => agency.deps.db;
const row = (id: string) => db().initiative.findUniqueOrThrow({ where: { id } });
const stepsOf = async (id: string) =>
  (
    await db().initiativeStep.findMany({ where: { initiativeId: id }, orderBy: { seq: 'asc' } })
  ).map(({ kind }) => kind);

/** All at once; only what was foreseen may be refused. */
async function allAtOnce<T>(works: (() => Promise<T>)[]): Promise<(T | AppError)[]> {
  const results = await Promise.allSettled(works.map((work) => work()));
  return results.map((result) => {
    if (result.status === 'fulfilled') return result.value;
    expect(result.reason).toBeInstanceOf(AppError);
    return result.reason as AppError;
  });
}

async function rounds(act: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await act(round);
}

describe('at the same moment', () => {
  test('two secretaries accept, return and refuse: one verdict stands, told once', () =>
    rounds(async () => {
      const { id } = await filed(agency, { by: 'lan.tran' });
      const seen = await seenOf(agency, id);
      const verdicts: FormVerdict[] = [
        { kind: 'accepted' },
        { kind: 'returned', reason: 'Bổ sung' },
        { kind: 'form_refused', ground: 'not_new', reason: 'Không mới' },
      ];
      const [ha, quan] = [await agency.actor('ha.nguyen'), await agency.actor('quan.dinh')];
      const results = await allAtOnce(
        [ha, quan, ha].map(
          (actor, place) => () =>
            checkForm(agency.deps, { actor, seen, verdict: verdicts[place]! }),
        ),
      );
      const steps = await stepsOf(id);
      expect(steps).toHaveLength(1);
      expect((await row(id)).state).toBe(steps[0]);
      expect(results.filter((one) => !(one instanceof AppError) && one.done)).toHaveLength(1);
    }));

  test('the author withdraws, the secretary accepts, a colleague answers for the share', () =>
    rounds(async () => {
      const { id } = await filed(agency, {
        by: 'lan.tran',
        authors: ['lan.tran', 'duc.vu'],
        shares: [50, 50],
      });
      const seen = await seenOf(agency, id);
      const request = await db().shareRequest.findFirstOrThrow({
        where: { initiativeId: id, personId: personId('duc.vu') },
      });
      const [lan, duc, ha] = await Promise.all(
        (['lan.tran', 'duc.vu', 'ha.nguyen'] as const).map((login) => agency.actor(login)),
      );
      await allAtOnce<unknown>([
        () => withdrawInitiative(agency.deps, { actor: lan!, initiativeId: id, reason: undefined }),
        () => checkForm(agency.deps, { actor: ha!, seen, verdict: { kind: 'accepted' } }),
        () => withdrawInitiative(agency.deps, { actor: duc!, initiativeId: id, reason: undefined }),
        () =>
          answerShare(agency.deps, {
            actor: duc!,
            requestId: request.id,
            share: 50,
            answer: { kind: 'confirmed' },
          }),
      ]);
      expect((await row(id)).state).toBe('withdrawn');
      const steps = await stepsOf(id);
      expect(steps.filter((kind) => kind === 'withdrawn')).toHaveLength(1);
      expect(steps.at(-1)).toBe('withdrawn');
    }));

  test('A goes on in B, B in A, and A in C: no circle', () =>
    rounds(async () => {
      const [a, b, c] = await Promise.all([
        filed(agency, { by: 'lan.tran' }),
        filed(agency, { by: 'duc.vu' }),
        filed(agency, { by: 'anh.trinh' }),
      ]);
      const actor = await agency.actor('ha.nguyen');
      const merge = (from: typeof a, into: typeof a) => () =>
        mergeInitiatives(agency.deps, {
          actor,
          initiativeId: from!.id,
          intoNumber: into!.number,
          reason: undefined,
        });
      await allAtOnce([merge(a, b), merge(b, a), merge(a, c), merge(b, c)]);
      const rows = await Promise.all([a, b, c].map((one) => row(one!.id)));
      for (const one of rows) {
        let [at, depth] = [one, 0];
        while (at.mergedIntoId && depth < 5) {
          at = await row(at.mergedIntoId);
          depth += 1;
        }
        expect(depth).toBeLessThan(3);
        expect(at.state).not.toBe('merged');
      }
    }));

  test('two authors mend: one text stands, the other is told and keeps theirs', () =>
    rounds(async () => {
      const { id } = await filed(agency, {
        by: 'lan.tran',
        authors: ['lan.tran', 'duc.vu'],
        shares: [50, 50],
      });
      const ha = await agency.actor('ha.nguyen');
      const verdict = { kind: 'returned', reason: 'Bổ sung' } as const;
      await checkForm(agency.deps, { actor: ha, seen: await seenOf(agency, id), verdict });
      const ready = await Promise.all(
        (['lan.tran', 'duc.vu'] as const).map(async (login) => {
          const actor = await agency.actor(login);
          const opening = { actor, initiativeId: id, revision: 1 };
          const { current } = await openMending(agency.deps, opening);
          const saved = await saveMending(agency.deps, {
            ...opening,
            description: { ...current.description, title: `Của ${login}` },
            authors: { slackUserIds: ['lan.tran', 'duc.vu'].map((one) => slackIdOf(one as Login)) },
          });
          return {
            ...opening,
            savedAt: saved.draft.updatedAt,
            shares: login === 'lan.tran' ? [70, 30] : [30, 70],
            written: { ...current.description, ...current.particulars },
          };
        }),
      );
      const results = await allAtOnce([
        ...ready.map((one) => () => mendInitiative(agency.deps, one)),
        ...ready.map((one) => () => mendInitiative(agency.deps, one)),
      ]);
      expect(results.filter((one) => one instanceof AppError)).toHaveLength(2);
      expect(await stepsOf(id)).toEqual(['returned', 'mended']);
      const authors = await db().initiativeAuthor.findMany({
        where: { initiativeId: id },
        orderBy: { ordinal: 'asc' },
      });
      const { title } = await row(id);
      expect(authors.map(({ share }) => share)).toEqual(
        title === 'Của lan.tran' ? [70, 30] : [30, 70],
      );
      expect(await db().initiativeMending.count({ where: { initiativeId: id } })).toBe(1);
    }));

  test('the last step comes three times: one number', () =>
    rounds(async () => {
      const draft = await drafted(agency, { by: 'nga.bui' });
      const actor = await agency.actor('nga.bui');
      const filing = { actor, ...draft, shares: [100] };
      const results = await allAtOnce(
        [0, 1, 2].map(() => () => fileInitiative(agency.deps, filing)),
      );
      const numbers = results.map((one) => (one instanceof AppError ? one.code : one.number));
      expect(new Set(numbers).size).toBe(1);
    }));

  test('two proposals and three settlements of an annulment: two persons, one end', () =>
    rounds(async (round) => {
      const { id } = await recognised(agency, {
        by: 'lan.tran',
        description: { title: `H ${round}` },
      });
      const [ha, quan, hung] = await Promise.all(
        (['ha.nguyen', 'quan.dinh', 'hung.le'] as const).map((login) => agency.actor(login)),
      );
      await allAtOnce(
        [ha!, quan!].map(
          (actor) => () =>
            proposeAnnulment(agency.deps, { actor, initiativeId: id, reason: 'Sao chép' }),
        ),
      );
      const [proposal, ...others] = await db().initiativeAnnulment.findMany({
        where: { initiativeId: id },
      });
      expect(others).toEqual([]);
      const settle = (actor: typeof ha, kind: 'confirmed' | 'declined') => () =>
        settleAnnulment(agency.deps, {
          actor: actor!,
          annulmentId: proposal!.id,
          verdict: kind === 'confirmed' ? { kind } : { kind, reason: 'Không' },
        });
      await allAtOnce([
        settle(ha, 'confirmed'),
        settle(quan, 'declined'),
        settle(hung, 'confirmed'),
        settle(hung, 'declined'),
      ]);
      const settled = await db().initiativeAnnulment.findFirstOrThrow({
        where: { initiativeId: id },
      });
      expect(settled.settledById).not.toBe(settled.proposedById);
      const { state } = await row(id);
      expect(state).toBe(settled.state === 'confirmed' ? 'annulled' : 'recognised');
      const works = await db().recognisedWork.findMany({ where: { initiativeId: id } });
      expect(
        works.every(({ annulledAt }) => (annulledAt !== null) === (state === 'annulled')),
      ).toBe(true);
    }));

  test('an annulment is confirmed while a use is recorded', () =>
    rounds(async (round) => {
      const { id } = await recognised(agency, {
        by: 'lan.tran',
        description: { title: `D ${round}` },
      });
      const [ha, hung] = [await agency.actor('ha.nguyen'), await agency.actor('hung.le')];
      await proposeAnnulment(agency.deps, { actor: ha, initiativeId: id, reason: 'Sao chép' });
      const { id: annulmentId } = await db().initiativeAnnulment.findFirstOrThrow({
        where: { initiativeId: id },
      });
      const lan = personId('lan.tran');
      const work = (await worksOfPerson(db(), lan)).find((one) => one.initiativeId === id)!;
      const use = {
        actor: ha,
        workId: work.workId,
        personId: lan,
        title: 'cstdcs',
        year: Number(today(agency.deps).slice(0, 4)),
        decisionNumber: '1/QĐ',
        seen: null,
      };
      await allAtOnce<unknown>([
        () =>
          settleAnnulment(agency.deps, {
            actor: hung,
            annulmentId,
            verdict: { kind: 'confirmed' },
          }),
        () => recordWorkUse(agency.deps, use),
        () => recordWorkUse(agency.deps, use),
      ]);
      expect((await row(id)).state).toBe('annulled');
      expect(await db().workUse.count({ where: { workId: work.workId } })).toBeLessThan(2);
    }));

  test('two secretaries record two decisions: one stands, one row is evidence', () =>
    rounds(async (round) => {
      const { id } = await filed(agency, { by: 'lan.tran', description: { title: `Q ${round}` } });
      const ballotId = await closedBallot(agency, id, 'passed');
      await db().initiative.update({ where: { id }, data: { state: 'passed' } });
      const record = (login: Login, number: string) => async () =>
        recordDecision(agency.deps, {
          actor: await agency.actor(login),
          initiativeId: id,
          ballotId,
          kind: 'recognised',
          number,
          decidedOn: today(agency.deps),
          signatory: 'Giám đốc',
        });
      const results = await allAtOnce([
        record('ha.nguyen', `${randomUUID()}`),
        record('quan.dinh', `${randomUUID()}`),
        record('ha.nguyen', `${randomUUID()}`),
      ]);
      expect(results.filter((one) => !(one instanceof AppError) && one.happened)).toHaveLength(1);
      expect(await db().recognisedWork.count({ where: { initiativeId: id } })).toBe(1);
    }));

  test('scorecards come while two close, one looks at others’ and one declares a conflict', () =>
    rounds(async () => {
      const { id } = await accepted(agency, { by: 'lan.tran' });
      const scoringId = await opened(agency, { councilId, initiativeId: id });
      for (const login of ['hung.le', 'minh.pham', 'ha.nguyen'] as const)
        await scored(agency, scoringId, login, [20, 20, 20, 5]);
      const [ha, quan, khanh, hung] = await Promise.all(
        (['ha.nguyen', 'quan.dinh', 'khanh.phan', 'hung.le'] as const).map((one) =>
          agency.actor(one),
        ),
      );
      await allAtOnce<unknown>([
        () => scored(agency, scoringId, 'khanh.phan', [30, 30, 30, 10]),
        () => scored(agency, scoringId, 'tam.do', [30, 30, 30, 10]),
        () => declareConflict(agency.deps, { actor: khanh!, scoringId }),
        () => readScores(agency.deps, { actor: hung!, scoringId }),
        () => scored(agency, scoringId, 'hung.le', [1, 1, 1, 1]),
        () => closeScoring(agency.deps, { actor: ha!, scoringId }),
        () => closeScoring(agency.deps, { actor: quan!, scoringId }),
        () => closeDueScorings(agency.deps),
      ]);
      const [seat] = await db().scorer.findMany({
        where: { scoringId, personId: personId('khanh.phan') },
        include: { scorecard: true },
      });
      // Either in conflict or counted, never both.
      expect(seat?.excluded !== null && seat?.scorecard?.sentAt != null).toBe(false);
      await scored(agency, scoringId, 'tam.do', [30, 30, 30, 10]).catch(() => undefined);
      const closed = await closeScoring(agency.deps, { actor: ha!, scoringId });
      const entitled = closed.panel.filter(({ excluded }) => !excluded);
      expect(closed.state).toBe('closed');
      expect(closed.outcome?.scorers).toBe(entitled.filter(({ sentAt }) => sentAt).length);
      const card = await db().scorecard.findFirstOrThrow({
        where: { scoringId, personId: personId('hung.le') },
        include: { marks: true },
      });
      const total = card.marks.reduce((sum, { points }) => sum + points, 0);
      expect([4, 65]).toContain(total);
    }));
});
