import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDueScorings, closeScoring } from '../../src/initiatives/scoring/close-scoring.ts';
import { prepareScoring } from '../../src/initiatives/scoring/prepare-scoring.ts';
import { readScores } from '../../src/initiatives/scoring/read-scores.ts';
import { buildScoreFile, requestScoreFile } from '../../src/initiatives/scoring/score-file.ts';
import { outcomesBesideVote } from '../../src/initiatives/scoring/scoring-queries.ts';
import { mendInitiative } from '../../src/initiatives/workflow/mend-initiative.ts';
import { openMending } from '../../src/initiatives/workflow/open-mending.ts';
import { saveMending } from '../../src/initiatives/workflow/save-mending.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { councilOfFive, opened, scored } from './scoring-support.ts';
import { type Agency, accepted, checked, openAgencyWithCouncils, slackIdOf } from './support.ts';

const GOOD = [25, 24, 22, 8];
const POOR = [5, 5, 5, 2];
const RETURN = { kind: 'returned', reason: 'Thống nhất lại tác giả.' } as const;
const PANEL = ['hung.le', 'minh.pham', 'ha.nguyen', 'khanh.phan', 'tam.do'] as const;

let agency: Agency;
let councilId: string;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
  councilId = await councilOfFive(agency.deps.db);
  // A second secretary, who is on no council.
  await agency.deps.db.roleGrant.create({
    data: {
      personId: personId('quan.dinh'),
      unitId: (await agency.deps.db.council.findUniqueOrThrow({ where: { id: councilId } })).unitId,
      role: 'secretary',
      fromDate: dateColumn('2025-07-01'),
    },
  });
});
afterAll(() => agency.close());

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) =>
      error instanceof Error && 'code' in error ? String(error.code) : Promise.reject(error),
  );

/** Both steps of mending, with another essence and these authors. */
async function mends(
  id: string,
  by: Login,
  changes: { essence: string; authors: readonly Login[]; shares: readonly number[] },
) {
  const actor = await agency.actor(by);
  const { revision } = await agency.deps.db.initiative.findUniqueOrThrow({ where: { id } });
  const { current } = await openMending(agency.deps, { actor, initiativeId: id, revision });
  const saved = await saveMending(agency.deps, {
    actor,
    initiativeId: id,
    revision,
    description: current.description,
    authors: { slackUserIds: changes.authors.map(slackIdOf) },
  });
  await mendInitiative(agency.deps, {
    actor,
    initiativeId: id,
    revision,
    savedAt: saved.draft.updatedAt,
    shares: changes.shares,
    written: {
      ...current.description,
      essence: changes.essence,
      ...current.particulars,
    },
  });
}

async function beingScored(title: string) {
  const { id } = await accepted(agency, { by: 'lan.tran', description: { title } });
  const scoringId = await opened(agency, { councilId, initiativeId: id });
  return { id, scoringId };
}

describe('an initiative that is returned after it was scored', () => {
  test('is not voted on with the outcome of the text that was mended, with an author’s own points in it', async () => {
    const { id, scoringId } = await beingScored('Đã chấm rồi sửa');
    for (const login of PANEL)
      await scored(agency, scoringId, login, login === 'khanh.phan' ? [30, 30, 30, 10] : GOOD);
    const ha = await agency.actor('ha.nguyen');
    await closeScoring(agency.deps, { actor: ha, scoringId });
    await checked(agency, id, RETURN);
    await mends(id, 'lan.tran', {
      essence: 'Một giải pháp khác hẳn: bỏ thẻ giấy.',
      authors: ['lan.tran', 'khanh.phan'],
      shares: [50, 50],
    });
    await checked(agency, id);
    const beside = await outcomesBesideVote(agency.deps, agency.deps.db, {
      personId: personId('minh.pham'),
      initiativeIds: [id],
    });
    // Khánh is an author now: his 100 points may not be in what the council reads beside the vote.
    expect(beside.get(id)?.outcome.scorers).not.toBe(5);
    // And what the council scored was another text: it can be scored anew.
    expect(await code(prepareScoring(agency.deps, { actor: ha, initiativeId: id }))).toBe('done');
  });

  test('does not go on being scored when it comes back between two ticks of the calendar', async () => {
    const { id, scoringId } = await beingScored('Đang chấm thì sửa');
    for (const login of PANEL)
      await scored(agency, scoringId, login, login === 'khanh.phan' ? [30, 30, 30, 10] : POOR);
    await checked(agency, id, RETURN);
    await mends(id, 'lan.tran', {
      essence: 'Một giải pháp khác hẳn: bỏ thẻ giấy.',
      authors: ['lan.tran', 'khanh.phan'],
      shares: [50, 50],
    });
    await checked(agency, id);
    const actor = await agency.actor('ha.nguyen');
    const { state, outcome } = await closeScoring(agency.deps, { actor, scoringId });
    // Either it was cancelled with the return, or at least no author's scorecard counts.
    if (state === 'closed') expect(outcome?.scorers).toBe(4);
    expect(state).toBe('cancelled');
  });
});

describe('what others gave', () => {
  test('is not read from a cancelled scoring by a member who has sent nothing', async () => {
    const { id, scoringId } = await beingScored('Chấm rồi trả lại');
    await scored(agency, scoringId, 'tam.do', GOOD);
    await checked(agency, id, RETURN);
    await closeDueScorings(agency.deps);
    const minh = await agency.actor('minh.pham');
    const read = await readScores(agency.deps, { actor: minh, scoringId }).catch(() => null);
    // He will score the same initiative when it comes back.
    expect(read?.scores ?? []).toEqual([]);
  });

  test('is not sent as a file to a secretary whose role ended after the press', async () => {
    const { scoringId } = await beingScored('Tải điểm rồi thôi việc');
    for (const login of PANEL) await scored(agency, scoringId, login, GOOD);
    const ha = await agency.actor('ha.nguyen');
    await closeScoring(agency.deps, { actor: ha, scoringId });
    const quan = await agency.actor('quan.dinh');
    await requestScoreFile(agency.deps, { actor: quan, scoringId });
    await agency.deps.db.roleGrant.updateMany({
      where: { personId: quan.personId, role: 'secretary' },
      data: { toDate: dateColumn('2025-12-31') },
    });
    const built = await buildScoreFile(agency.deps, {
      params: { scoringId },
      personId: quan.personId,
      language: 'vi',
    }).then(
      ({ name }) => name,
      () => null,
    );
    expect(built).toBeNull();
  });
});
