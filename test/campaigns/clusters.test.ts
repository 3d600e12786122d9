import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCampaigns } from '../../src/campaigns/announcing/close-campaigns.ts';
import { type EnteredCluster, readCluster } from '../../src/campaigns/clusters/cluster-rules.ts';
import { clusterMark, setCluster } from '../../src/campaigns/clusters/set-cluster.ts';
import { enterFigures, openFigures } from '../../src/campaigns/progress/enter-figures.ts';
import { rankingOf } from '../../src/campaigns/progress/open-ranking.ts';
import { postedRanking, postRanking } from '../../src/campaigns/progress/post-ranking.ts';
import { readLines } from '../../src/campaigns/progress/posted-lines.ts';
import { progressOf } from '../../src/campaigns/progress/progress-queries.ts';
import { type Measured, rankUnits } from '../../src/campaigns/progress/ranking.ts';
import { buildRankingFile } from '../../src/campaigns/progress/ranking-file.ts';
import { rankingMessage } from '../../src/campaigns/progress/ranking-views.ts';
import { setIndicator } from '../../src/campaigns/progress/set-indicator.ts';
import { finishReview } from '../../src/campaigns/review/finish-review.ts';
import { findReview, listedMark } from '../../src/campaigns/review/review-queries.ts';
import { buildReport } from '../../src/campaigns/review/review-report.ts';
import { writeReview } from '../../src/campaigns/review/write-review.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { docxWords } from '../support/docx.ts';
import { type Agency, auditKinds, launched, openAgency } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgency();
});
afterAll(() => agency.close());

const refusal = (code: string, field?: string) =>
  expect.objectContaining({ name: 'AppError', code, ...(field ? { field } : {}) });
const [THU, TT, CG, BL] = [unitId('SH-THU'), unitId('SH-TT'), unitId('SH-CG'), unitId('SH-BL')];
const COAST: EnteredCluster = {
  ...{ name: 'Cụm ven biển', unitIds: [CG, BL], leaderId: CG, year: '2026' },
};

async function sets(
  campaignId: string,
  entered: EnteredCluster | null,
  {
    id = randomUUID(),
    mark = null,
    login = 'ha.nguyen',
  }: { id?: string; mark?: string | null; login?: Login } = {},
) {
  const actor = await agency.actor(login);
  const seen = { campaignId, clusterId: id, mark };
  return { id, changed: await setCluster(agency.deps, { actor, seen, entered }) };
}

const start = (changes: object = {}) =>
  launched(agency, { scopeUnitIds: [THU, TT, CG, BL], ...changes });
const clustersOf = async (campaignId: string) =>
  (await progressOf(agency.deps.db, campaignId, today(agency.deps))).clusters;

/** One indicator with the figures of some units. */
async function enters(campaignId: string, values: readonly (readonly [string, string])[]) {
  const indicatorId = randomUUID();
  const actor = await agency.actor('ha.nguyen');
  await setIndicator(agency.deps, {
    ...{ actor, seen: { campaignId, indicatorId, mark: null }, reason: '' },
    entered: {
      ...{ name: 'Người mới', measure: 'người', direction: 'more', target: '1.000' },
      ...{ targets: '', weight: '100' },
    },
  });
  for (const [unit, value] of values) {
    const of = { actor, campaignId, unitId: unit };
    const { mark, asOf } = await openFigures(agency.deps, of);
    await enterFigures(agency.deps, { ...of, mark, asOf, values: new Map([[indicatorId, value]]) });
  }
}

describe('a cluster as it is written', () => {
  const units = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `Phòng ${id}` }));
  const others = [{ id: 'x', name: 'Khối văn phòng', unitIds: ['c', 'd'], leader: null }];
  const read = (changes: Partial<EnteredCluster>) => {
    const given = {
      ...{ name: 'Ven biển', unitIds: ['b', 'a'], leaderId: null, year: '' },
      ...changes,
    };
    const result = readCluster(given, { units, others });
    return 'problems' in result ? result.problems : result.cluster;
  };

  it('has its units once each and a leader of a year, or none yet', () => {
    expect(read({ unitIds: ['b', 'a', 'b'] })).toEqual({
      ...{ name: 'Ven biển', unitIds: ['a', 'b'], leader: null },
    });
    expect(read({ leaderId: 'b', year: '2026' })).toMatchObject({
      leader: { unitId: 'b', year: 2026 },
    });
  });

  it.each([
    [{ name: 'KHỐI VĂN PHÒNG' }, { field: 'name', problem: 'taken' }],
    [{ unitIds: ['a'] }, { field: 'units', problem: 'too_few' }],
    [{ unitIds: ['a', 'z'] }, { field: 'units', problem: 'not_compared' }],
    [
      { unitIds: ['a', 'c'] },
      {
        ...{ field: 'units', problem: 'elsewhere' },
        units: [{ name: 'Phòng c', cluster: 'Khối văn phòng' }],
      },
    ],
    [
      { leaderId: 'c', year: '2026' },
      { field: 'leader', problem: 'no_member' },
    ],
    [{ leaderId: 'a' }, { field: 'year', problem: 'no_year' }],
    [
      { leaderId: 'a', year: '26' },
      { field: 'year', problem: 'no_year' },
    ],
    [{ year: '2026' }, { field: 'leader', problem: 'missing' }],
  ] as const)('is refused for %j', (changes, problem) => {
    expect(read(changes)).toEqual([problem]);
  });
});

describe('within a cluster', () => {
  const indicators: Measured[] = [{ id: 'one', direction: 'more', weight: 100 }];
  const unit = (unitName: string, value: bigint | null, clusterName: string | null) => ({
    ...{ unitId: unitName, unitName, clusterName, bonus: 0n, penalty: 0n },
    targets: new Map([['one', 100n]]),
    figures: new Map(value === null ? [] : [['one', value]]),
  });

  it('units rank by themselves, with ties, and those who have not reported have no rank', () => {
    const ranked = rankUnits(indicators, [
      unit('A', 90n, 'Biển'),
      unit('B', 80n, null),
      unit('C', 70n, 'Biển'),
      unit('D', 70n, 'Biển'),
      unit('E', 70n, 'Núi'),
      unit('F', 10n, 'Biển'),
      unit('G', null, 'Núi'),
    ]);
    expect(ranked.map(({ unitName, rank, cluster }) => [unitName, rank, cluster])).toEqual([
      ['A', 1, { name: 'Biển', rank: 1, tied: false }],
      ['B', 2, null],
      ['C', 3, { name: 'Biển', rank: 2, tied: true }],
      ['D', 3, { name: 'Biển', rank: 2, tied: true }],
      ['E', 3, { name: 'Núi', rank: 1, tied: false }],
      ['F', 6, { name: 'Biển', rank: 4, tied: false }],
      ['G', null, { name: 'Núi', rank: null, tied: false }],
    ]);
  });
});

describe('the clusters of a campaign', () => {
  it('are set, changed and dissolved by those who measure; the same twice is once', async () => {
    const campaignId = await start();
    await expect(sets(campaignId, COAST, { login: 'khanh.phan' })).rejects.toEqual(
      refusal('may_not_measure'),
    );
    const { id, changed } = await sets(campaignId, COAST);
    expect(changed).toBe(true);
    expect((await sets(campaignId, COAST, { id })).changed).toBe(false);
    const [coast] = await clustersOf(campaignId);
    expect(coast).toEqual({
      ...{ id, name: 'Cụm ven biển', unitIds: [BL, CG].toSorted() },
      leader: { unitId: CG, year: 2026 },
    });
    const wider = { ...COAST, unitIds: [CG, BL, TT], leaderId: null, year: '' };
    await expect(sets(campaignId, wider, { id, mark: 'old' })).rejects.toEqual(
      refusal('cluster_changed'),
    );
    await expect(
      sets(campaignId, { ...COAST, name: 'Khối phòng', unitIds: [THU, CG], leaderId: TT }),
    ).rejects.toMatchObject({
      ...{ code: 'cluster_refused', field: 'units', also: [{ field: 'leader' }] },
    });
    if (!coast) throw new Error('no cluster');
    await sets(campaignId, wider, { id, mark: clusterMark(coast) });
    const [changedTo] = await clustersOf(campaignId);
    if (!changedTo) throw new Error('no cluster');
    expect(changedTo).toMatchObject({ unitIds: [BL, CG, TT].toSorted(), leader: null });
    await sets(campaignId, null, { id, mark: clusterMark(changedTo) });
    expect(await clustersOf(campaignId)).toEqual([]);
    // Sent again, it does not come back; its units and its name are free.
    await expect(sets(campaignId, COAST, { id })).rejects.toEqual(refusal('cluster_changed'));
    await sets(campaignId, COAST);
    expect((await auditKinds(agency, campaignId)).slice(-4)).toEqual([
      ...['campaign.cluster_set', 'campaign.cluster_set'],
      ...['campaign.cluster_removed', 'campaign.cluster_set'],
    ]);
  });

  it('hold a unit once, whoever is first', async () => {
    const campaignId = await start();
    const both = await Promise.allSettled([
      sets(campaignId, COAST),
      sets(campaignId, { ...COAST, name: 'Khối khác', unitIds: [CG, THU] }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [cluster] = await clustersOf(campaignId);
    const { db } = agency.deps;
    await expect(
      db.campaignClusterUnit.create({
        data: { campaignId, unitId: CG, clusterId: cluster?.id ?? '' },
      }),
    ).rejects.toThrow();
    await expect(
      db.campaignClusterUnit.updateMany({ where: { campaignId }, data: { leadsIn: 2026 } }),
    ).rejects.toThrow();
  });

  it('stand in the post, the file, and what a review keeps', async () => {
    const endsOn = addDays(today(agency.deps), 5);
    const campaignId = await start({ endsOn, finalReviewOn: addDays(endsOn, 10) });
    await sets(campaignId, COAST);
    await enters(campaignId, [
      [THU, '900'],
      [CG, '500'],
      [BL, '500'],
    ]);
    const { deps } = agency;
    const director = await agency.actor('hung.le');
    await postRanking(deps, { actor: director, campaignId });
    const { id } = await deps.db.campaignRanking.findFirstOrThrow({ where: { campaignId } });
    const posted = await postedRanking(deps.db, id);
    expect(posted?.lines.map(({ cluster }) => cluster)).toEqual([
      null,
      { name: 'Cụm ven biển', rank: 1, tied: true },
      { name: 'Cụm ven biển', rank: 1, tied: true },
      null,
    ]);
    const message = posted && rankingMessage(posted, { language: 'vi', zone: deps.zone });
    expect(JSON.stringify(message?.blocks)).toContain('Cụm ven biển: hạng 1 (đồng hạng)');

    const file = await buildRankingFile(deps, { params: { campaignId }, language: 'vi' });
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(file.content).buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Bảng xếp hạng', 'Theo cụm, khối']);
    const sheet = book.worksheets[1]?.getSheetValues() ?? [];
    expect(sheet.flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []))).toEqual([
      ['Cụm, khối', 'Hạng trong cụm, khối', 'Đơn vị', 'Tổng điểm'],
      ['Cụm ven biển', 1, 'BHXH cơ sở Bến Lội', 50],
      ['Cụm ven biển', 1, 'BHXH cơ sở Cồn Gió', 50],
    ]);

    await agency.goTo(addDays(endsOn, 1), '09:00');
    await closeCampaigns(deps);
    const actor = await agency.actor('ha.nguyen');
    const texts = { heldOn: today(deps), results: 'Tốt', limits: 'Chậm', lessons: 'Sớm hơn' };
    await writeReview(deps, { actor, campaignId, kind: 'final', seen: 0, texts });
    await finishReview(deps, {
      ...{ actor: director, campaignId, kind: 'final', seen: 1, listed: listedMark([]) },
    });
    const review = await findReview(deps.db, { campaignId, kind: 'final' });
    expect(review?.finished?.lines[1]?.cluster).toEqual({
      ...{ name: 'Cụm ven biển', rank: 1, tied: true },
    });
    const report = await buildReport(deps, { params: { campaignId, kind: 'final' } });
    expect(await docxWords(report.content)).toContain('Cụm ven biển (1, bằng điểm)');
  });

  it('are missing in rankings that were kept before there were any', () => {
    const old = { rank: 1, tied: false, unitName: 'A', total: '1', bonus: '0', penalty: '0' };
    expect(readLines([{ ...old, asOf: null }])).toMatchObject([{ cluster: null }]);
  });

  it('compare only those that are compared', async () => {
    const campaignId = await start();
    await sets(campaignId, COAST);
    await enters(campaignId, [[CG, '500']]);
    const { lines } = await rankingOf(agency.deps, campaignId);
    expect(lines.map(({ unitId: id, cluster }) => [id, cluster?.rank])).toEqual(
      expect.arrayContaining([
        [CG, 1],
        [BL, null],
        [THU, undefined],
      ]),
    );
  });
});
