import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerShare } from '../../src/initiatives/intake/answer-share.ts';
import { initiativesJobs } from '../../src/initiatives/jobs.ts';
import { filedForSecretary } from '../../src/initiatives/messages.ts';
import { openFile } from '../../src/initiatives/open-file.ts';
import { fileFor } from '../../src/initiatives/opening-slack.ts';
import { closeScoring } from '../../src/initiatives/scoring/close-scoring.ts';
import { scoringJobs } from '../../src/initiatives/scoring/scoring-jobs.ts';
import { scoringProgress } from '../../src/initiatives/scoring/scoring-messages.ts';
import { mendParticularsView } from '../../src/initiatives/workflow/mend-views.ts';
import { openMending } from '../../src/initiatives/workflow/open-mending.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { councilOfFive, opened, scored } from './scoring-support.ts';
import { type Agency, accepted, checked, filed, openAgencyWithCouncils } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

const SECRET = 'Mật khẩu vào kho dữ liệu là …';

test('the confidential part is not shown to a co-author by the form in which it is mended', async () => {
  const { id } = await filed(agency, {
    by: 'lan.tran',
    authors: ['lan.tran', 'duc.vu'],
    shares: [50, 50],
    particulars: { confidential: SECRET },
  });
  await checked(agency, id, { kind: 'returned', reason: 'Bổ sung.' });
  const actor = await agency.actor('duc.vu');
  // The file hides it from him: "chỉ hội đồng sáng kiến và thư ký xem được".
  expect((await openFile(agency.deps, actor, { id })).confidential).toBe(false);
  expect(JSON.stringify(await fileFor(agency.deps, actor, { id }))).not.toContain(SECRET);
  const { draft, hidesConfidential } = await openMending(agency.deps, {
    actor,
    initiativeId: id,
    revision: 1,
  });
  const form = mendParticularsView(
    {
      initiativeId: id,
      revision: 1,
      depth: 2,
      draft,
      firstApplication: { kind: 'in_time' } as never,
      authors: [
        { name: 'Lan', share: 50 },
        { name: 'Đức', share: 50 },
      ],
      asked: null,
      hidesConfidential,
    },
    'vi',
  );
  expect(JSON.stringify(form)).not.toContain(SECRET);
});

test('a council member with a conflict of interest reads the file without its confidential part', async () => {
  const { id } = await filed(agency, { by: 'lan.tran', particulars: { confidential: SECRET } });
  const actor = await agency.actor('long.duong');
  expect((await openFile(agency.deps, actor, { id })).confidential).toBe(true);
  await agency.deps.db.initiativeConflict.create({
    data: { initiativeId: id, personId: actor.personId, declaredById: actor.personId },
  });
  expect((await openFile(agency.deps, actor, { id })).confidential).toBe(false);
  expect(JSON.stringify(await fileFor(agency.deps, actor, { id }))).not.toContain(SECRET);
});

test('why an author does not agree is read by whoever handed in, the secretary and the council only', async () => {
  const { id } = await filed(agency, {
    by: 'lan.tran',
    authors: ['lan.tran', 'duc.vu', 'anh.trinh'],
    shares: [60, 20, 20],
  });
  const request = await agency.deps.db.shareRequest.findFirstOrThrow({
    where: { initiativeId: id, personId: personId('anh.trinh') },
  });
  await answerShare(agency.deps, {
    actor: await agency.actor('anh.trinh'),
    requestId: request.id,
    share: 20,
    answer: { kind: 'declined', reason: 'Anh Đức không làm gì cả.' },
  });
  // The form says: "Người nộp và thư ký đọc nguyên văn lý do này."
  const seenBy = async (login: 'lan.tran' | 'ha.nguyen' | 'duc.vu') =>
    JSON.stringify(await fileFor(agency.deps, await agency.actor(login), { id })).includes(
      'không làm gì cả',
    );
  expect(await seenBy('lan.tran')).toBe(true);
  expect(await seenBy('ha.nguyen')).toBe(true);
  expect(await seenBy('duc.vu')).toBe(false);
});

describe('a card that is redrawn for a secretary whose role has ended', () => {
  beforeAll(async () => {
    await agency.deps.db.roleGrant.create({
      data: {
        personId: personId('quan.dinh'),
        unitId: unitId('SH'),
        role: 'secretary',
        fromDate: dateColumn('2025-07-01'),
      },
    });
  });

  test('tells nothing of the scores', async () => {
    const councilId = await councilOfFive(agency.deps.db);
    const { id } = await accepted(agency, { by: 'lan.tran' });
    const scoringId = await opened(agency, { by: 'quan.dinh', councilId, initiativeId: id });
    await agency.deps.db.roleGrant.updateMany({
      where: { personId: personId('quan.dinh'), role: 'secretary' },
      data: { toDate: dateColumn('2025-12-31') },
    });
    for (const login of ['hung.le', 'minh.pham', 'ha.nguyen', 'khanh.phan', 'tam.do'] as const)
      await scored(agency, scoringId, login, [25, 24, 22, 8]);
    await closeScoring(agency.deps, { actor: await agency.actor('ha.nguyen'), scoringId });
    const renderer = scoringJobs.renderers?.find(
      ({ purpose }) => purpose === scoringProgress.purpose,
    );
    const reader = { params: {}, personId: personId('quan.dinh'), language: 'vi' } as const;
    const card = await renderer?.render(agency.deps, { ...reader, subjectId: scoringId });
    expect(JSON.stringify(card)).not.toMatch(/79,0/);
  });

  test('tells nothing of a text that was handed in since', async () => {
    const { id } = await filed(agency, {
      by: 'lan.tran',
      description: { essence: 'Trước khi nghỉ' },
    });
    await agency.deps.db.initiative.update({
      where: { id },
      data: { essence: 'Điều mới viết sau đó' },
    });
    const renderer = initiativesJobs.renderers?.find(
      ({ purpose }) => purpose === filedForSecretary.purpose,
    );
    const reader = { params: {}, personId: personId('quan.dinh'), language: 'vi' } as const;
    const card = await renderer?.render(agency.deps, { ...reader, subjectId: id });
    expect(JSON.stringify(card)).not.toContain('Điều mới viết sau đó');
  });
});
