import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellUndeliveredRankings } from '../../src/campaigns/announcing/tell-undelivered.ts';
import { discardDraft } from '../../src/campaigns/plan/discard-draft.ts';
import {
  adjustmentsOf,
  givePoints,
  takePointsBack,
} from '../../src/campaigns/progress/adjust-points.ts';
import { enterFigures, openFigures } from '../../src/campaigns/progress/enter-figures.ts';
import { rankingOf, rankingRights } from '../../src/campaigns/progress/open-ranking.ts';
import { postedRanking, postRanking } from '../../src/campaigns/progress/post-ranking.ts';
import { progressOf } from '../../src/campaigns/progress/progress-queries.ts';
import {
  type EnteredIndicator,
  readIndicator,
} from '../../src/campaigns/progress/progress-rules.ts';
import { buildRankingFile } from '../../src/campaigns/progress/ranking-file.ts';
import { resendRanking } from '../../src/campaigns/progress/resend-ranking.ts';
import { contentMark, setIndicator } from '../../src/campaigns/progress/set-indicator.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, formatDay } from '../../src/kernel/time.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import {
  type Agency,
  auditKinds,
  drafted,
  launched,
  openAgency,
  outbox,
  redrawWaiting,
  submitted,
} from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgency();
});
afterAll(() => agency.close());

const refusal = (code: string, field?: string) =>
  expect.objectContaining({ name: 'AppError', code, ...(field ? { field } : {}) });

const NEW_MEMBERS: EnteredIndicator = {
  name: 'Người tham gia mới',
  measure: 'người',
  direction: 'more',
  target: '1.000',
  targets: '',
  weight: '60',
};
const LATE: EnteredIndicator = {
  ...NEW_MEMBERS,
  name: 'Hồ sơ trễ hạn',
  measure: 'hồ sơ',
  direction: 'less',
  target: '10',
  weight: '40',
};

async function sets(
  campaignId: string,
  entered: EnteredIndicator | null,
  {
    id = randomUUID(),
    mark = null,
    reason = '',
    login = 'ha.nguyen',
  }: {
    id?: string;
    mark?: string | null;
    reason?: string;
    login?: 'ha.nguyen' | 'khanh.phan' | 'mai.thai';
  } = {},
) {
  const seen = { campaignId, indicatorId: id, mark };
  const actor = await agency.actor(login);
  const result = await setIndicator(agency.deps, { actor, seen, entered, reason });
  return { id, ...result };
}

async function enters(
  campaignId: string,
  values: Record<string, string>,
  {
    login = 'khanh.phan',
    unit = 'SH-THU',
    asOf = today(agency.deps),
    mark,
  }: {
    login?: 'khanh.phan' | 'lan.tran' | 'ha.nguyen' | 'viet.kieu';
    unit?: 'SH-THU' | 'SH-TT' | 'SH-CG' | 'SH';
    asOf?: string;
    mark?: string;
  } = {},
) {
  const actor = await agency.actor(login);
  const of = { actor, campaignId, unitId: unitId(unit) };
  const seen = mark ?? (await openFigures(agency.deps, of)).mark;
  return enterFigures(agency.deps, {
    ...of,
    ...{ asOf, mark: seen, values: new Map(Object.entries(values)) },
  });
}

const SCOPE = [unitId('SH-THU'), unitId('SH-TT'), unitId('SH-CG')];
async function measured(changes: object = {}) {
  const campaignId = await launched(agency, { scopeUnitIds: SCOPE, ...changes });
  const { id: fresh } = await sets(campaignId, NEW_MEMBERS);
  const { id: late } = await sets(campaignId, LATE);
  return { campaignId, fresh, late };
}

describe('an indicator as it is written', () => {
  const units = [
    { id: 'bl', name: 'BHXH cơ sở Bến Lội' },
    { id: 'cg', name: 'BHXH cơ sở Cồn Gió' },
  ];
  const problems = (changes: Partial<EnteredIndicator>) => {
    const read = readIndicator({ ...NEW_MEMBERS, ...changes }, units);
    return 'problems' in read ? read.problems : read.indicator;
  };

  it('has targets of single units, named by a part that no other has', () => {
    expect(problems({ targets: 'Cồn gió: 1.200,5\n\nBHXH cơ sở Bến Lội : 900' })).toMatchObject({
      target: 100_000n,
      targets: new Map([
        ['cg', 120_050n],
        ['bl', 90_000n],
      ]),
      weight: 60,
    });
  });

  it.each([
    [{ target: '12.5' }, { field: 'target', problem: 'no_number' }],
    [{ target: '0' }, { field: 'target', problem: 'nothing' }],
    [{ targets: 'Cồn Gió 5' }, { field: 'targets', problem: 'no_colon', line: 1 }],
    [{ targets: 'Cồn Gió: năm' }, { field: 'targets', problem: 'no_number', line: 1 }],
    [{ targets: 'Cồn Gió: 5\nCơ sở: 5' }, { field: 'targets', problem: 'unit_unclear', line: 2 }],
    [{ targets: 'Hòn Me: 5' }, { field: 'targets', problem: 'unit_unknown', line: 1 }],
    [{ targets: ': 5' }, { field: 'targets', problem: 'unit_unknown', line: 1 }],
    [{ targets: 'Cồn: 5\nGió: 6' }, { field: 'targets', problem: 'unit_twice', line: 2 }],
    [
      { target: '', targets: 'Cồn: 5' },
      { field: 'targets', problem: 'missing', units: ['BHXH cơ sở Bến Lội'] },
    ],
    [{ weight: '0' }, { field: 'weight', problem: 'no_number' }],
    [{ weight: '12,5' }, { field: 'weight', problem: 'no_number' }],
    [{ weight: '101' }, { field: 'weight', problem: 'no_number' }],
  ] as const)('is refused with %j', (changes, problem) => {
    expect(problems(changes)).toEqual([problem]);
  });

  it('may have none as its target where less is better', () => {
    expect(problems({ direction: 'less', target: '0' })).toMatchObject({ target: 0n });
  });
});

describe('setting indicators', () => {
  it('is once however often it is sent, before the launch too; a draft is discarded with them', async () => {
    const { campaignId } = await drafted(agency);
    const id = randomUUID();
    const both = await Promise.all([
      sets(campaignId, NEW_MEMBERS, { id }),
      sets(campaignId, NEW_MEMBERS, { id }),
    ]);
    expect(both.map(({ changed }) => changed).toSorted()).toEqual([false, true]);
    expect(both[0]?.weights).toBe(60);
    expect((await sets(campaignId, LATE)).weights).toBe(100);
    expect(await auditKinds(agency, campaignId)).toEqual([
      'campaign.drafted',
      'campaign.amended',
      'campaign.indicator_set',
      'campaign.indicator_set',
    ]);
    await discardDraft(agency.deps, { actor: await agency.actor('ha.nguyen'), campaignId });
    expect(await agency.deps.db.campaign.count({ where: { id: campaignId } })).toBe(0);
  });

  it('is for those who write plans for the unit', async () => {
    const campaignId = await launched(agency);
    await expect(sets(campaignId, NEW_MEMBERS, { login: 'khanh.phan' })).rejects.toEqual(
      refusal('may_not_measure'),
    );
  });

  it('asks for a reason once there are figures, and keeps before and after', async () => {
    const { campaignId, fresh } = await measured();
    const { deps } = agency;
    const markNow = async () => {
      const { indicators } = await progressOf(deps.db, campaignId, today(deps));
      const one = indicators.find(({ id }) => id === fresh);
      return one ? contentMark(one) : null;
    };
    const mark = await markNow();
    const more = { ...NEW_MEMBERS, target: '1.200' };
    expect((await sets(campaignId, more, { id: fresh, mark })).changed).toBe(true);
    await expect(
      sets(campaignId, { ...more, target: '1.300' }, { id: fresh, mark }),
    ).rejects.toEqual(refusal('indicator_changed'));
    await enters(campaignId, { [fresh]: '5' });
    const seen = { id: fresh, mark: await markNow() };
    await expect(sets(campaignId, NEW_MEMBERS, seen)).rejects.toEqual(
      refusal('reason_missing', 'reason'),
    );
    await sets(campaignId, NEW_MEMBERS, { ...seen, reason: 'Giao lại theo QĐ 12' });
    const removing = { id: fresh, mark: await markNow(), reason: 'Trùng chỉ tiêu khác' };
    await sets(campaignId, null, removing);
    expect((await sets(campaignId, null, removing)).changed).toBe(false);
    await expect(sets(campaignId, NEW_MEMBERS, { ...seen, reason: 'Lại' })).rejects.toEqual(
      refusal('indicator_changed'),
    );
    const events = await deps.db.auditEvent.findMany({
      where: { subjectId: campaignId, reason: { not: null } },
      orderBy: { id: 'asc' },
      select: { kind: true, reason: true, before: true, after: true },
    });
    expect(events).toMatchObject([
      {
        kind: 'campaign.indicator_set',
        reason: 'Giao lại theo QĐ 12',
        before: { target: '120000' },
        after: { target: '100000' },
      },
      { kind: 'campaign.indicator_removed', reason: 'Trùng chỉ tiêu khác' },
    ]);
  });
});

describe('figures', () => {
  it('are proposed for the day that is late, where they can be of it', async () => {
    const on = today(agency.deps);
    const { campaignId } = await measured({ startsOn: addDays(on, -5) });
    const actor = await agency.actor('khanh.phan');
    const proposed = async (asOf?: string) => {
      const about = { actor, campaignId, unitId: unitId('SH-THU'), asOf };
      return (await openFigures(agency.deps, about)).asOf;
    };
    expect(await proposed()).toBe(on);
    expect(await proposed(addDays(on, -3))).toBe(addDays(on, -3));
    expect(await proposed(addDays(on, -6))).toBe(on);
    expect(await proposed(addDays(on, 1))).toBe(on);
  });

  it('are entered once, corrected by a later row, and the newest counts', async () => {
    const { campaignId, fresh, late } = await measured({
      startsOn: addDays(today(agency.deps), -5),
    });
    const form = await openFigures(agency.deps, {
      actor: await agency.actor('khanh.phan'),
      ...{ campaignId, unitId: unitId('SH-THU') },
    });
    const { mark } = form;
    const both = await Promise.all([
      enters(campaignId, { [fresh]: '500', [late]: '' }, { mark }),
      enters(campaignId, { [fresh]: '500', [late]: '' }, { mark }),
    ]);
    expect(both.map(({ entered }) => entered).toSorted()).toEqual([0, 1]);
    await expect(enters(campaignId, { [fresh]: '600' }, { mark })).rejects.toEqual(
      refusal('figures_changed'),
    );
    await enters(campaignId, { [fresh]: '450,5', [late]: '20' });
    // Of an earlier day: kept, and not the newest.
    await enters(campaignId, { [fresh]: '900' }, { asOf: addDays(today(agency.deps), -1) });
    const { lines } = await rankingOf(agency.deps, campaignId);
    expect(lines).toMatchObject([
      { unitId: unitId('SH-THU'), rank: 1, total: 2_703n + 2_000n, asOf: today(agency.deps) },
      { rank: null },
      { rank: null },
    ]);
    const rows = await agency.deps.db.campaignFigure.findMany({
      where: { indicatorId: fresh },
      orderBy: { seq: 'asc' },
    });
    expect(rows.map(({ value }) => value)).toEqual([50_000n, 45_050n, 90_000n]);
    await expect(
      agency.deps.db.campaignFigure.updateMany({
        where: { indicatorId: fresh },
        data: { value: 1 },
      }),
    ).rejects.toThrow();
  });

  it('are refused at their fields, all at once', async () => {
    const { campaignId, fresh, late } = await measured();
    const tomorrow = addDays(today(agency.deps), 1);
    const failed = await enters(
      campaignId,
      { [fresh]: '12.5', [late]: '-3' },
      { asOf: tomorrow },
    ).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      code: 'wrong_day',
      field: 'asOf',
      also: [
        { code: 'no_amount', field: `figure_${fresh}` },
        { code: 'no_amount', field: `figure_${late}` },
      ],
    });
    const before = addDays(today(agency.deps), -1);
    await expect(enters(campaignId, { [fresh]: '5' }, { asOf: before })).rejects.toEqual(
      refusal('wrong_day', 'asOf'),
    );
    await expect(enters(campaignId, { [fresh]: ' ' })).rejects.toEqual(
      refusal('no_figures', `figure_${fresh}`),
    );
    expect(await agency.deps.db.campaignFigure.count({ where: { indicatorId: fresh } })).toBe(0);
  });

  it('are entered by the head or secretary of the unit or one above', async () => {
    const { campaignId, fresh } = await measured();
    for (const login of ['lan.tran', 'viet.kieu'] as const)
      await expect(enters(campaignId, { [fresh]: '5' }, { login })).rejects.toEqual(
        refusal('may_not_enter'),
      );
    await expect(
      enters(campaignId, { [fresh]: '5' }, { login: 'ha.nguyen', unit: 'SH' }),
    ).rejects.toEqual(refusal('not_compared'));
    expect(
      await enters(campaignId, { [fresh]: '5' }, { login: 'ha.nguyen', unit: 'SH-CG' }),
    ).toEqual({ entered: 1, unitName: 'BHXH cơ sở Cồn Gió' });
    const { campaign } = await rankingOf(agency.deps, campaignId);
    const rights = async (login: 'hung.le' | 'khanh.phan' | 'lan.tran') =>
      rankingRights(agency.deps, await agency.actor(login), campaign);
    expect(await rights('hung.le')).toEqual({
      enters: true,
      measures: true,
      gives: true,
    });
    const none = { enters: false, measures: false, gives: false };
    expect(await rights('khanh.phan')).toEqual({ ...none, enters: true });
    expect(await rights('lan.tran')).toEqual(none);
  });

  it('compare the units below where one is addressed', async () => {
    const campaignId = await launched(agency);
    const { units } = await progressOf(agency.deps.db, campaignId, today(agency.deps));
    expect(units).toHaveLength(11);
    expect(units.map(({ id }) => id)).not.toContain(unitId('SH'));
    const alone = await launched(agency, { scopeUnitIds: [unitId('SH-CG')] });
    const one = await progressOf(agency.deps.db, alone, today(agency.deps));
    expect(one.units.map(({ id }) => id)).toEqual([unitId('SH-CG')]);
  });

  it('are not taken before the launch, and until the final review only', async () => {
    const { campaignId: draftId } = await drafted(agency, { scopeUnitIds: SCOPE });
    const { id } = await sets(draftId, NEW_MEMBERS);
    await expect(enters(draftId, { [id]: '5' })).rejects.toEqual(refusal('not_taken'));
    await expect(rankingOf(agency.deps, draftId)).rejects.toEqual(refusal('progress_gone'));
    const endsOn = addDays(today(agency.deps), 2);
    const finalReviewOn = addDays(endsOn, 3);
    const { campaignId, fresh } = await measured({ endsOn, finalReviewOn });
    await agency.goTo(finalReviewOn, '10:00');
    expect((await enters(campaignId, { [fresh]: '5' }, { asOf: endsOn })).entered).toBe(1);
    await expect(
      enters(campaignId, { [fresh]: '5' }, { asOf: addDays(endsOn, 1) }),
    ).rejects.toEqual(refusal('wrong_day', 'asOf'));
    await agency.goTo(addDays(finalReviewOn, 1), '08:00');
    await expect(enters(campaignId, { [fresh]: '6' }, { asOf: endsOn })).rejects.toEqual(
      refusal('not_taken'),
    );
    await expect(sets(campaignId, { ...LATE, name: 'Khác' })).rejects.toEqual(
      refusal('progress_over'),
    );
  });
});

describe('bonus and penalty', () => {
  async function gives(
    campaignId: string,
    changes: Partial<Parameters<typeof givePoints>[1]> = {},
    login: 'hung.le' | 'ha.nguyen' = 'hung.le',
  ) {
    return givePoints(agency.deps, {
      ...{ actor: await agency.actor(login), campaignId, adjustmentId: randomUUID() },
      ...{ unitId: unitId('SH-THU'), kind: 'bonus' as const, points: '2,5', reason: 'Sáng kiến' },
      ...changes,
    });
  }

  it('count once each until they are taken back, with a reason; nothing is lost', async () => {
    const { campaignId, fresh } = await measured();
    await enters(campaignId, { [fresh]: '500' });
    const adjustmentId = randomUUID();
    const both = await Promise.all([
      gives(campaignId, { adjustmentId }),
      gives(campaignId, { adjustmentId }),
    ]);
    expect(both.toSorted()).toEqual([false, true]);
    await gives(campaignId, { kind: 'penalty', points: '1', reason: 'Báo cáo chậm' });
    const first = async () => (await rankingOf(agency.deps, campaignId)).lines[0];
    expect(await first()).toMatchObject({ total: 3_150n, bonus: 250n, penalty: -100n });
    const taking = { actor: await agency.actor('hung.le'), campaignId, adjustmentId };
    await expect(takePointsBack(agency.deps, { ...taking, reason: ' ' })).rejects.toEqual(
      refusal('reason_missing', 'reason'),
    );
    const reason = 'Ghi nhầm đơn vị';
    const taken = await Promise.all([
      takePointsBack(agency.deps, { ...taking, reason }),
      takePointsBack(agency.deps, { ...taking, reason }),
    ]);
    expect(taken.toSorted()).toEqual([false, true]);
    expect(await first()).toMatchObject({ total: 2_900n, bonus: 0n, penalty: -100n });
    // Sent again, it does not come back.
    expect(await gives(campaignId, { adjustmentId })).toBe(false);
    expect(await adjustmentsOf(agency.deps.db, campaignId)).toMatchObject([
      { unitName: 'Phòng Quản lý thu – Sổ, thẻ', points: -100n, madeBy: 'Lê Quang Hùng' },
    ]);
    const kinds = await auditKinds(agency, campaignId);
    expect(kinds.slice(-3)).toEqual([
      'campaign.points_given',
      'campaign.points_given',
      'campaign.points_taken_back',
    ]);
    const kept = { where: { id: adjustmentId } };
    const { db } = agency.deps;
    await expect(
      db.campaignAdjustment.update({ ...kept, data: { points: 900 } }),
    ).rejects.toThrow();
    await expect(db.campaignAdjustment.delete(kept)).rejects.toThrow();
  });

  it('are refused at their fields, and from who may not launch', async () => {
    const { campaignId } = await measured();
    for (const points of ['0', '100,01', '2.5', '-1'])
      await expect(gives(campaignId, { points })).rejects.toEqual(
        refusal('wrong_points', 'points'),
      );
    await expect(gives(campaignId, { reason: ' ', unitId: unitId('SH') })).rejects.toMatchObject({
      ...{ code: 'not_compared', field: 'unit' },
      also: [{ code: 'reason_missing', field: 'reason' }],
    });
    await expect(gives(campaignId, {}, 'ha.nguyen')).rejects.toEqual(refusal('may_not_launch'));
  });
});

describe('the posted ranking', () => {
  it('stands once a day in each channel, is changed in place, and keeps what it said', async () => {
    const { campaignId, fresh } = await measured();
    const { deps } = agency;
    const hung = await agency.actor('hung.le');
    await expect(
      postRanking(deps, { actor: await agency.actor('ha.nguyen'), campaignId }),
    ).rejects.toEqual(refusal('may_not_launch'));
    await enters(campaignId, { [fresh]: '500' });
    const both = await Promise.all([
      postRanking(deps, { actor: hung, campaignId }),
      postRanking(deps, { actor: hung, campaignId }),
    ]);
    expect(both.map(({ again }) => again).toSorted()).toEqual([false, true]);
    const [first] = await deps.db.campaignRanking.findMany({ where: { campaignId } });
    const firstId = first?.id ?? '';
    const posts = async (id: string) => (await outbox(agency, id)).map((one) => one.channelId);
    expect(await posts(firstId)).toEqual(['C0CHUNG', 'C0THIDUA']);
    await enters(campaignId, { [fresh]: '600' });
    expect((await postedRanking(deps.db, firstId))?.lines[0]?.total).toBe(3_000n);
    await postRanking(deps, { actor: hung, campaignId });
    expect(await redrawWaiting(agency, firstId, 'campaigns.ranking')).toBe(true);
    expect(await posts(firstId)).toHaveLength(2);
    const posted = await postedRanking(deps.db, firstId);
    expect(posted?.lines[0]).toMatchObject({ rank: 1, total: 3_600n });

    await agency.goTo(addDays(today(deps), 1), '09:00');
    await postRanking(deps, { actor: hung, campaignId });
    expect(await deps.db.campaignRanking.count({ where: { campaignId } })).toBe(2);
    const kinds = await auditKinds(agency, campaignId);
    expect(kinds.filter((kind) => kind === 'campaign.ranking_posted')).toHaveLength(3);
  });

  it('that a channel did not take is told once to who posted it, and sent again once', async () => {
    const { campaignId, fresh } = await measured();
    const { deps } = agency;
    const actor = await agency.actor('hung.le');
    await enters(campaignId, { [fresh]: '500' });
    await postRanking(deps, { actor, campaignId });
    const { id: rankingId } = await deps.db.campaignRanking.findFirstOrThrow({
      where: { campaignId },
    });
    const channelId = 'C0CHUNG';
    const { id: messageId } = await deps.db.outgoingMessage.findFirstOrThrow({
      where: { subjectId: rankingId, channelId },
    });
    const failed = { rankingId, messageId, channelId };
    await expect(resendRanking(deps, { actor, ...failed })).rejects.toEqual(
      refusal('nothing_to_resend'),
    );
    await deps.db.outgoingMessage.update({
      where: { id: messageId },
      data: { state: 'dead', error: 'not_in_channel' },
    });
    await Promise.all([tellUndeliveredRankings(deps), tellUndeliveredRankings(deps)]);
    await tellUndeliveredRankings(deps);
    const told = async () => outbox(agency, rankingId);
    expect(
      (await told()).filter(({ purpose }) => purpose === 'campaigns.ranking_undelivered'),
    ).toEqual([
      expect.objectContaining({
        ...{ personId: actor.personId, channelId: null },
        params: { messageId, channelId, reason: 'not_in_channel' },
      }),
    ]);
    await Promise.all([
      resendRanking(deps, { actor, ...failed }),
      resendRanking(deps, { actor, ...failed }),
    ]);
    const there = (await told()).filter((one) => one.channelId === channelId);
    expect(there.map(({ state }) => state)).toEqual(['dead', 'waiting']);
  });

  it('is an .xlsx with every figure, target and score', async () => {
    const { campaignId, fresh } = await measured();
    await enters(campaignId, { [fresh]: '450,5' });
    const file = await buildRankingFile(agency.deps, { params: { campaignId }, language: 'vi' });
    expect(file.name).toMatch(/^bang-xep-hang-pt-2026-\d+-2026-\d\d-\d\d\.xlsx$/);
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(file.content).buffer);
    const rows = book.worksheets[0]?.getSheetValues() ?? [];
    const cells = rows.flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []));
    expect(cells).toContainEqual([
      ...[1, 'Phòng Quản lý thu – Sổ, thẻ', 450.5, 1000, 27.03],
      ...[null, 10, null, 0, 0, 27.03, formatDay(today(agency.deps))].map((cell) =>
        cell === null ? undefined : cell,
      ),
    ]);
    expect(cells.filter((row) => row.includes('chưa báo cáo'))).toHaveLength(2);
  });
});

describe('a plan that is not launched', () => {
  it('is drawn again for its author and for who approves it when its indicators change', async () => {
    const { campaignId, submissionId } = await submitted(agency);
    await sets(campaignId, NEW_MEMBERS);
    expect(await redrawWaiting(agency, campaignId, 'campaigns.preview')).toBe(true);
    expect(await redrawWaiting(agency, submissionId, 'campaigns.approval')).toBe(true);
  });
});
