import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeCampaigns } from '../../src/campaigns/announcing/close-campaigns.ts';
import { campaignsJobs } from '../../src/campaigns/jobs.ts';
import { enterFigures, openFigures } from '../../src/campaigns/progress/enter-figures.ts';
import {
  postRankingsRegularly,
  setRankingRhythm,
} from '../../src/campaigns/progress/post-regularly.ts';
import { postingDay } from '../../src/campaigns/progress/progress-rules.ts';
import { setIndicator } from '../../src/campaigns/progress/set-indicator.ts';
import { finishReview } from '../../src/campaigns/review/finish-review.ts';
import { openReview } from '../../src/campaigns/review/open-review.ts';
import { proposeReward, removeReward } from '../../src/campaigns/review/propose-reward.ts';
import { remindOfReviews } from '../../src/campaigns/review/remind-of-review.ts';
import {
  listedMark,
  proposalsOf,
  type ReviewTexts,
} from '../../src/campaigns/review/review-queries.ts';
import { buildReport } from '../../src/campaigns/review/review-report.ts';
import { reviewView } from '../../src/campaigns/review/review-views.ts';
import { writeReview } from '../../src/campaigns/review/write-review.ts';
import { runningCampaigns } from '../../src/campaigns/running-campaigns.ts';
import { everyNominee, nomineesAwaiting } from '../../src/councils/sittings/nominations.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn, formatDay } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { codeOf } from '../councils/sitting-stage.ts';
import { docxWords } from '../support/docx.ts';
import {
  type Agency,
  auditKinds,
  launched,
  openAgency,
  outbox,
  postedIn,
  redrawWaiting,
} from './support.ts';

let agency: Agency;
let campaignId: string;
beforeAll(async () => {
  agency = await openAgency();
});
afterAll(() => agency.close());

const TEXTS = {
  results: 'Vượt 5% chỉ tiêu.',
  limits: 'Hai đơn vị chậm, do thiếu người.',
  lessons: 'Giao chỉ tiêu từng tuần.',
};

const actor = (login: Login) => agency.actor(login);
const row = () => agency.deps.db.campaign.findUniqueOrThrow({ where: { id: campaignId } });

async function writes(
  kind: 'midterm' | 'final',
  changes: { login?: Login; seen?: number } & Partial<ReviewTexts> = {},
) {
  const { login = 'ha.nguyen', seen = 0, ...texts } = changes;
  return writeReview(agency.deps, {
    ...{ actor: await actor(login), campaignId, kind, seen },
    texts: { heldOn: today(agency.deps), ...TEXTS, ...texts },
  });
}

const finishes = async (kind: 'midterm' | 'final', seen = 1, login: Login = 'hung.le') =>
  finishReview(agency.deps, {
    ...{ actor: await actor(login), campaignId, kind, seen },
    listed: listedMark(kind === 'final' ? await proposalsOf(agency.deps.db, campaignId) : []),
  });

/** Past its last day, and closed by the calendar. */
async function ended(): Promise<void> {
  const { endsOn } = await row();
  await agency.goTo(addDays(endsOn.toISOString().slice(0, 10), 1), '09:00');
  await closeCampaigns(agency.deps);
}

beforeEach(async () => {
  const from = today(agency.deps);
  campaignId = await launched(agency, { midtermOn: addDays(from, 10) });
});

describe('writing a review', () => {
  test('is for those who write plans; the same twice is once, and nobody writes over what they have not seen', async () => {
    expect(await codeOf(writes('midterm', { login: 'lan.tran' }))).toBe('may_not_review');
    expect(await writes('midterm')).toBe(true);
    expect(await writes('midterm')).toBe(false);
    expect(await codeOf(writes('midterm', { results: 'Khác' }))).toBe('review_changed');
    expect(await writes('midterm', { results: 'Khác', seen: 1 })).toBe(true);
    expect((await auditKinds(agency, campaignId)).filter((one) => one.includes('review'))).toEqual([
      'campaign.review_written',
      'campaign.review_written',
    ]);
  });

  test('has a day that has come, not before the campaign; a final one after its end', async () => {
    const on = today(agency.deps);
    expect(await codeOf(writes('midterm', { heldOn: addDays(on, 1) }))).toBe('held_in_future');
    expect(await codeOf(writes('midterm', { heldOn: addDays(on, -1) }))).toBe('held_before_start');
    expect(await codeOf(writes('final'))).toBe('not_ended');
    await ended();
    const { endsOn } = await row();
    const before = addDays(endsOn.toISOString().slice(0, 10), -1);
    expect(await codeOf(writes('final', { heldOn: before }))).toBe('held_before_end');
    expect(await writes('final')).toBe(true);
  });

  test('is not there for a plan without a mid-term review', async () => {
    campaignId = await launched(agency);
    expect(await codeOf(writes('midterm'))).toBe('no_midterm');
  });
});

describe('finishing a review', () => {
  test('is for whoever may launch; of two at once one does it, and each channel is told once', async () => {
    await writes('midterm');
    expect(await codeOf(finishes('midterm', 1, 'ha.nguyen'))).toBe('may_not_finish');
    expect(await codeOf(finishes('midterm', 2))).toBe('review_changed');
    const both = await Promise.all([finishes('midterm'), finishes('midterm')]);
    expect(both.filter(Boolean)).toEqual([{ channels: 2, proposed: 0 }]);
    const { id } = await agency.deps.db.campaignReview.findFirstOrThrow({ where: { campaignId } });
    expect(await postedIn(agency, id, 'campaigns.review')).toEqual(['C0CHUNG', 'C0THIDUA']);
    expect((await row()).state).toBe('published');
    expect(await codeOf(writes('midterm', { seen: 1, results: 'Muộn' }))).toBe('reviewed_before');
    const list = await runningCampaigns(agency.deps, await actor('ha.nguyen'), 50);
    expect(list.shown.find((one) => one.id === campaignId)).toMatchObject({ reviews: [] });
  });

  test('has those who were urged told that nothing is late any more, once it is the final one', async () => {
    const unit = unitId('SH-THU');
    const told = personId('lan.tran');
    await agency.deps.db.campaignUrging.create({
      data: {
        ...{ campaignId, unitId: unit, matter: 'figures', subjectId: campaignId, toldIds: [told] },
        ...{ period: dateColumn(today(agency.deps)), since: dateColumn(today(agency.deps)) },
      },
      select: { id: true },
    });
    await ended();
    await agency.database.pool.query('delete from graphile_worker._private_jobs');
    await writes('final');
    await finishes('final');
    expect(await redrawWaiting(agency, told, 'campaigns.urging')).toBe(true);
  });

  test('keeps the ranking as it stood, with its ties, and makes the campaign reviewed', async () => {
    const { deps } = agency;
    const head = await actor('hung.le');
    const indicatorId = randomUUID();
    await setIndicator(deps, {
      ...{ actor: head, seen: { campaignId, indicatorId, mark: null }, reason: '' },
      entered: {
        ...{ name: 'Người tham gia mới', measure: 'người', direction: 'more', target: '100' },
        ...{ targets: '', weight: '100' },
      },
    });
    const units = [
      ['SH-THU', '50'],
      ['SH-TT', '50'],
      ['SH-GD', '20'],
    ] as const;
    for (const [code, value] of units) await reports(code, indicatorId, value);
    await ended();
    await writes('final');
    await finishes('final');
    expect(await codeOf(reports('SH-GD', indicatorId, '100'))).toBe('not_taken');
    const review = await deps.db.campaignReview.findFirstOrThrow({
      where: { campaignId, kind: 'final' },
    });
    const lines = review.lines as { rank: number | null; tied: boolean; total: string | null }[];
    expect(lines.slice(0, 3).map(({ rank, tied, total }) => [rank, tied, total])).toEqual([
      [1, true, '5000'],
      [1, true, '5000'],
      [3, false, '2000'],
    ]);
    expect((await row()).state).toBe('reviewed');
    const drawn = await draws('campaigns.review', review.id);
    expect(drawn).toContain('trân trọng cảm ơn');
    expect(drawn).toContain(TEXTS.results);
    expect(drawn).not.toContain(TEXTS.limits);
  });
});

async function reports(
  code: 'SH-THU' | 'SH-TT' | 'SH-GD',
  indicatorId: string,
  value: string,
): Promise<void> {
  const { deps } = agency;
  const about = { actor: await actor('hung.le'), campaignId, unitId: unitId(code) };
  const { mark } = await openFigures(deps, about);
  await enterFigures(deps, {
    ...{ ...about, mark, asOf: today(deps) },
    values: new Map([[indicatorId, value]]),
  });
}

async function draws(purpose: string, subjectId: string, redrawing = true): Promise<string> {
  const renderer = campaignsJobs.renderers?.find((one) => one.purpose === purpose);
  const drawn = await renderer?.render(agency.deps, {
    ...{ params: {}, subjectId, personId: null, language: 'vi', redrawing },
  });
  return JSON.stringify(drawn);
}

describe('whoever may finish a review', () => {
  const reviewId = async (kind: 'midterm' | 'final' = 'midterm') => {
    const where = { campaignId_kind: { campaignId, kind } };
    return (await agency.deps.db.campaignReview.findUniqueOrThrow({ where })).id;
  };
  const told = async () =>
    (await outbox(agency, await reviewId()))
      .filter(({ purpose }) => purpose === 'campaigns.review_ready')
      .map(({ personId: id }) => id);
  const director = personId('hung.le');

  test('is told that it is written, once a day in which it is saved; the message shows how it stands', async () => {
    await Promise.all([writes('midterm'), writes('midterm')]);
    expect(await told()).toEqual([director]);
    await agency.database.pool.query('delete from graphile_worker._private_jobs');
    await writes('midterm', { results: 'Vượt 6%.', seen: 1 });
    expect(await told()).toEqual([director]);
    expect(await redrawWaiting(agency, await reviewId(), 'campaigns.review_ready')).toBe(true);
    const drawn = await draws('campaigns.review_ready', await reviewId());
    expect(drawn).toContain('Nội dung sơ kết phong trào');
    expect(drawn).toContain('Nguyễn Thu Hà soạn lúc');
    expect(drawn).toContain('campaign_review');
    await agency.goTo(addDays(today(agency.deps), 1), '09:00');
    await writes('midterm', { results: 'Vượt 7%.', seen: 2 });
    expect(await told()).toEqual([director, director]);
    await finishes('midterm', 3);
    expect(await draws('campaigns.review_ready', await reviewId())).toContain('hoàn thành lúc');
  });

  test('is not told of what was finished, or lapsed, before the message was sent', async () => {
    await writes('midterm');
    const sent = async (kind: 'midterm' | 'final') =>
      draws('campaigns.review_ready', await reviewId(kind), false);
    expect(await sent('midterm')).toContain('Nội dung sơ kết phong trào');
    await ended();
    await writes('final');
    await finishes('final');
    expect([await sent('midterm'), await sent('final')]).toEqual(['null', 'null']);
  });

  test('is not told of what they wrote themselves', async () => {
    await writes('midterm', { login: 'hung.le' });
    expect(await told()).toEqual([]);
  });
});

describe('a mid-term review that is not finished before the final one', () => {
  const opens = async (kind: 'midterm' | 'final', login: Login = 'hung.le') => {
    const about = { actor: await actor(login), campaignId, kind };
    const opened = await openReview(agency.deps, agency.deps.db, about);
    return JSON.stringify(reviewView(opened, { language: 'vi', zone: agency.deps.zone }));
  };

  test('lapses with a word to its writer, and its text is kept', async () => {
    await writes('midterm');
    await ended();
    await writes('final');
    expect(await opens('final')).toContain('Sơ kết đã soạn nhưng chưa hoàn thành sẽ không đăng');
    await finishes('final');
    const { id } = await agency.deps.db.campaignReview.findFirstOrThrow({
      where: { campaignId, kind: 'midterm' },
    });
    const about = (await outbox(agency, id)).map((one) => [one.purpose, one.personId]);
    expect(about).toEqual([
      ['campaigns.review_ready', personId('hung.le')],
      ['campaigns.review_lapsed', personId('ha.nguyen')],
    ]);
    for (const purpose of ['campaigns.review_ready', 'campaigns.review_lapsed'])
      expect(await draws(purpose, id)).toContain('đã tổng kết trước khi sơ kết hoàn thành');
    const kept = await opens('midterm', 'ha.nguyen');
    expect(kept).toContain(TEXTS.limits);
    expect(kept).toContain('nội dung được lưu, không đăng');
    for (const button of ['campaign_review_write', 'campaign_review_finish'])
      expect(kept).not.toContain(`"${button}"`);
    expect(await codeOf(writes('midterm', { seen: 1, results: 'Muộn' }))).toBe('reviewed_before');
    expect(await codeOf(finishes('midterm'))).toBe('reviewed_before');
  });

  test('is no matter where it was finished, or never written', async () => {
    await ended();
    await writes('final');
    expect(await opens('final')).not.toContain('Sơ kết đã soạn');
  });

  test('that its own writer passed over is told to nobody', async () => {
    await writes('midterm', { login: 'hung.le' });
    await ended();
    await writes('final');
    await finishes('final');
    const sent = { purpose: 'campaigns.review_lapsed', personId: personId('hung.le') };
    expect(await agency.deps.db.outgoingMessage.count({ where: sent })).toBe(0);
  });
});

test('the button says whether a text is to be written or changed', async () => {
  const shown = async () => {
    const about = { actor: await actor('ha.nguyen'), campaignId, kind: 'midterm' as const };
    const opened = await openReview(agency.deps, agency.deps.db, about);
    return JSON.stringify(reviewView(opened, { language: 'vi', zone: agency.deps.zone }));
  };
  expect(await shown()).toContain('Soạn nội dung');
  await writes('midterm');
  expect(await shown()).toContain('Sửa nội dung');
  expect(await shown()).not.toContain('Soạn nội dung');
});

describe('proposed commendations', () => {
  const proposes = async (
    subject: { personId?: string; unitId?: string },
    { form = 'certificate' as const, merit = 'Vượt chỉ tiêu', login = 'ha.nguyen' as Login } = {},
  ) =>
    proposeReward(agency.deps, {
      ...{ actor: await actor(login), campaignId, form, merit },
      subject: { personId: subject.personId ?? null, unitId: subject.unitId ?? null },
    });

  test('are of those addressed, one for each, never of oneself, and go to the secretary once', async () => {
    await ended();
    const thu = unitId('SH-THU');
    const lan = personId('lan.tran');
    expect(await codeOf(proposes({}))).toBe('one_subject');
    expect(await codeOf(proposes({ personId: lan, unitId: thu }))).toBe('one_subject');
    expect(await codeOf(proposes({ personId: personId('ha.nguyen') }))).toBe('not_oneself');
    expect(await codeOf(proposes({ unitId: randomUUID() }))).toBe('not_addressed');
    expect(await proposes({ unitId: thu })).toEqual({ count: 1, prizes: 3 });
    expect(await proposes({ unitId: thu })).toEqual({ count: 1, prizes: 3 });
    expect(await codeOf(proposes({ unitId: thu }, { merit: 'Khác' }))).toBe('proposed_before');
    expect(await proposes({ personId: lan })).toEqual({ count: 2, prizes: 3 });
    const { id: proposalId } = await agency.deps.db.campaignProposal.findFirstOrThrow({
      where: { campaignId, personId: lan },
    });
    for (const _ of [1, 2])
      await removeReward(agency.deps, { actor: await actor('ha.nguyen'), campaignId, proposalId });
    expect(await proposes({ personId: lan })).toEqual({ count: 2, prizes: 3 });
    await writes('final');
    expect(await finishes('final')).toEqual({ channels: 2, proposed: 2 });
    const review = await agency.deps.db.campaignReview.findFirstOrThrow({ where: { campaignId } });
    const told = (await outbox(agency, review.id)).filter(
      ({ purpose }) => purpose === 'campaigns.rewards_proposed',
    );
    expect(told.map(({ personId: id }) => id)).toEqual([personId('ha.nguyen')]);
    const drawn = await draws('campaigns.rewards_proposed', review.id);
    expect(drawn).toContain('đề nghị khen thưởng 2 tập thể, cá nhân');
    expect(drawn).toContain('Trần Thị Lan');
    expect(await codeOf(proposes({ unitId: unitId('SH-GD') }))).toBe('reviewed_before');
    // A council can vote on them: those of the unit's own commendation, each once.
    const { db, zone } = agency.deps;
    const year = Number(today(agency.deps).slice(0, 4));
    const search = { zone, councilUnitId: unitId('SH'), itemKey: 'giay_khen', year };
    expect(await nomineesAwaiting(db, search)).toEqual([
      { personId: null, unitId: thu },
      { personId: lan, unitId: null },
    ]);
    expect(await everyNominee(db, search)).toContainEqual({
      ...{ personId: lan, unitId: null, itemKey: 'giay_khen', year },
    });
    expect(await nomineesAwaiting(db, { ...search, year: year - 1 })).toEqual([]);
  });
});

test('a review is not finished with proposals that were not seen', async () => {
  await ended();
  await writes('final');
  const about = { actor: await actor('ha.nguyen'), campaignId, form: 'certificate' } as const;
  const subject = { personId: null, unitId: unitId('SH-THU') };
  await proposeReward(agency.deps, { ...about, merit: 'Tốt', subject });
  const head = await actor('hung.le');
  const which = { actor: head, campaignId, kind: 'final', seen: 1 } as const;
  const unseen = finishReview(agency.deps, { ...which, listed: listedMark([]) });
  expect(await codeOf(unseen)).toBe('review_changed');
  expect((await row()).state).toBe('closed');
  expect(await finishes('final')).toEqual({ channels: 2, proposed: 1 });
});

test('proposals are listed collectives first, in the order in which they were made', async () => {
  await ended();
  const subjects = [
    { personId: personId('lan.tran'), unitId: null },
    ...(['SH-TT', 'SH-GD', 'SH-THU', 'SH-VP'] as const)
      .toSorted((one, other) => (unitId(one) < unitId(other) ? 1 : -1))
      .map((code) => ({ personId: null, unitId: unitId(code) })),
  ];
  for (const subject of subjects)
    await proposeReward(agency.deps, {
      ...{
        actor: await actor('ha.nguyen'),
        campaignId,
        form: 'certificate',
        merit: 'Tốt',
        subject,
      },
    });
  const listed = await proposalsOf(agency.deps.db, campaignId);
  expect(listed.map((one) => one.unitId)).toEqual([
    ...subjects.slice(1).map((one) => one.unitId),
    null,
  ]);
});

describe('the draft report', () => {
  test('is read back: days, counts, what was written, and what is still to be written', async () => {
    const params = { campaignId, kind: 'final' } as const;
    await ended();
    const empty = await docxWords((await buildReport(agency.deps, { params })).content);
    expect(empty).toContain('………');
    await writes('final');
    await proposeReward(agency.deps, {
      ...{ actor: await actor('ha.nguyen'), campaignId, form: 'certificate' },
      ...{ merit: 'Về đích sớm nhất', subject: { personId: null, unitId: unitId('SH-THU') } },
    });
    const { name, content } = await buildReport(agency.deps, { params });
    const words = await docxWords(content);
    const { startsOn, endsOn } = await row();
    const day = (date: Date) => formatDay(date.toISOString().slice(0, 10));
    expect(words).toContain('Tổng kết phong trào thi đua “Nước rút quý IV”');
    expect(words).toContain(`- Thời gian: ${day(startsOn)} – ${day(endsOn)}`);
    for (const text of Object.values(TEXTS)) expect(words).toContain(text);
    for (const text of ['Giấy khen', 'Về đích sớm nhất', 'Phòng Quản lý thu – Sổ, thẻ'])
      expect(words).toContain(text);
    expect(name).toMatch(/^bao-cao-tong-ket-pt-.*\.docx$/i);
  });
});

describe('those who write it are told', () => {
  const told = async () =>
    (await outbox(agency, campaignId))
      .filter(({ purpose }) => purpose === 'campaigns.review_due')
      .map(({ params, personId: id }) => [(params as { stage: string }).stage, id]);

  test('before the day, on it and when it is late, once each, in office hours and never at night', async () => {
    const { midtermOn } = await row();
    const day = midtermOn!.toISOString().slice(0, 10);
    await agency.goTo(addDays(day, -5), '07:30');
    await remindOfReviews(agency.deps);
    expect(await told()).toEqual([]);
    // Over a weekend at most.
    await agency.goTo(addDays(day, -2), '09:00');
    await Promise.all([remindOfReviews(agency.deps), remindOfReviews(agency.deps)]);
    const [ha, hung] = [personId('ha.nguyen'), personId('hung.le')];
    expect((await told()).map(([stage]) => stage)).toEqual(['soon', 'soon']);
    expect(new Set((await told()).map(([, id]) => id))).toEqual(new Set([ha, hung]));
    await agency.goTo(addDays(day, 10), '09:00');
    await remindOfReviews(agency.deps);
    await remindOfReviews(agency.deps);
    // What was to be said on the day itself, while nothing ran, is not said any more.
    expect((await told()).map(([stage]) => stage)).toEqual(['soon', 'soon', 'late', 'late']);
    await writes('midterm');
    await finishes('midterm');
    await agency.goTo(addDays(day, 12), '09:00');
    await remindOfReviews(agency.deps);
    expect(await told()).toHaveLength(4);
  });
});

describe('the ranking is posted by itself', () => {
  const sets = async (every: 'none' | 'week' | 'month', login: Login = 'hung.le') =>
    setRankingRhythm(agency.deps, { actor: await actor(login), campaignId, every });
  const postings = () => agency.deps.db.campaignRanking.count({ where: { campaignId } });
  const monday = () => {
    const on = today(agency.deps);
    return Array.from({ length: 7 }, (_, later) => addDays(on, later + 1)).find(
      (day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1,
    )!;
  };

  test('each Monday at 08:00, once, when it has changed; set by whoever may launch', async () => {
    const { deps } = agency;
    expect(await codeOf(sets('week', 'ha.nguyen'))).toBe('may_not_launch');
    expect([await sets('week'), await sets('week')]).toEqual([true, false]);
    const indicatorId = randomUUID();
    await setIndicator(deps, {
      ...{ actor: await actor('hung.le'), reason: '' },
      seen: { campaignId, indicatorId, mark: null },
      entered: {
        ...{ name: 'Số thu', measure: 'triệu đồng', direction: 'more', target: '100' },
        ...{ targets: '', weight: '100' },
      },
    });
    await reports('SH-THU', indicatorId, '50');
    const first = monday();
    await agency.goTo(first, '07:59');
    await postRankingsRegularly(deps);
    expect(await postings()).toBe(0);
    await agency.goTo(first, '08:00');
    await Promise.all([postRankingsRegularly(deps), postRankingsRegularly(deps)]);
    expect(await postings()).toBe(1);
    // Nothing has changed in the week.
    await agency.goTo(addDays(first, 7), '08:30');
    await postRankingsRegularly(deps);
    expect(await postings()).toBe(1);
    // A Monday on which nothing ran is caught up.
    await reports('SH-THU', indicatorId, '60');
    await agency.goTo(addDays(first, 15), '09:00');
    await postRankingsRegularly(deps);
    await postRankingsRegularly(deps);
    expect(await postings()).toBe(2);
    expect(await sets('none')).toBe(true);
    await reports('SH-THU', indicatorId, '70');
    await agency.goTo(addDays(first, 21), '09:00');
    await postRankingsRegularly(deps);
    expect(await postings()).toBe(2);
  });

  test.each([
    ['week', '2026-11-16', '2026-11-16'],
    ['week', '2026-11-15', '2026-11-09'],
    // The first is a Sunday.
    ['month', '2026-11-02', '2026-11-02'],
    ['month', '2026-11-01', '2026-10-01'],
    ['none', '2026-11-16', null],
  ] as const)('%s: of %s it is %s', (every, on, day) => {
    expect(postingDay(every, on)).toBe(day);
  });
});
