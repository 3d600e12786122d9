import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openClusters } from '../../src/campaigns/clusters/open-clusters.ts';
import { clusterMark, setCluster } from '../../src/campaigns/clusters/set-cluster.ts';
import { progressOf } from '../../src/campaigns/progress/progress-queries.ts';
import { openSetting, setYearCluster } from '../../src/campaigns/year-clusters/set-year-cluster.ts';
import { takeClusters } from '../../src/campaigns/year-clusters/take-clusters.ts';
import {
  clustersOfYear,
  openYearClusters,
  organiserFor,
} from '../../src/campaigns/year-clusters/year-cluster-queries.ts';
import { today } from '../../src/kernel/deps.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { codeOf } from '../councils/sitting-stage.ts';
import { agencyOfEach, auditKinds, launched } from './support.ts';

const world = agencyOfEach();
// The sample agency's day is 11/11/2026.
const YEAR = 2026;
const SH = unitId('SH');
const [THU, TT, VP, CG, BL] = [
  ...[unitId('SH-THU'), unitId('SH-TT'), unitId('SH-VP')],
  ...[unitId('SH-CG'), unitId('SH-BL')],
] as const;
const OFFICE = { name: 'Khối văn phòng', unitIds: [THU, TT, VP], leaderId: VP };
const COAST = { name: 'Cụm ven biển', unitIds: [CG, BL], leaderId: null };

async function sets(
  entered: { name: string; unitIds: readonly string[]; leaderId: string | null } | null,
  {
    id = randomUUID() as string,
    mark = null as string | null,
    login = 'ha.nguyen' as Login,
    year = YEAR,
  } = {},
): Promise<string> {
  const actor = await world().actor(login);
  const seen = { organiserId: SH, year, clusterId: id, mark };
  await setYearCluster(world().deps, { actor, seen, entered });
  return id;
}

const ofYear = (year = YEAR) => clustersOfYear(world().deps.db, { organiserId: SH, year });
const ofCampaign = async (campaignId: string) =>
  (await progressOf(world().deps.db, campaignId, today(world().deps))).clusters;
const takes = async (campaignId: string, login: Login = 'ha.nguyen') =>
  takeClusters(world().deps, { actor: await world().actor(login), campaignId });
const offered = async (campaignId: string, login: Login = 'ha.nguyen') =>
  (await openClusters(world().deps, { actor: await world().actor(login), campaignId })).takesOf;

describe('clusters of a year', () => {
  test('are set by head and secretary, once; a unit is in one, with a leader of that year', async () => {
    const id = randomUUID();
    await Promise.all([sets(OFFICE, { id }), sets(OFFICE, { id })]);
    expect(await ofYear()).toEqual([
      {
        id,
        name: OFFICE.name,
        unitIds: OFFICE.unitIds.toSorted(),
        leader: { unitId: VP, year: YEAR },
      },
    ]);
    expect(await auditKinds(world(), SH)).toEqual(['year_cluster.set']);
    for (const login of ['mai.thai', 'khanh.phan', 'lan.tran'] as const)
      expect(await codeOf(sets(COAST, { login }))).toBe('may_not_cluster');
    for (const wrong of [
      { ...COAST, name: 'KHỐI văn phòng' },
      { ...COAST, unitIds: [CG, TT] },
      { ...COAST, unitIds: [CG] },
      { ...COAST, unitIds: [CG, SH] },
      { ...COAST, leaderId: VP },
    ])
      expect(await codeOf(sets(wrong))).toBe('cluster_refused');
    expect(await ofYear()).toHaveLength(1);
  });

  test('are changed as they were seen, and dissolved for good', async () => {
    const id = await sets(OFFICE);
    const [before] = await ofYear();
    const mark = clusterMark(before!);
    expect(await codeOf(sets({ ...OFFICE, name: 'Khối A' }, { id }))).toBe('cluster_changed');
    await sets({ ...OFFICE, leaderId: TT }, { id, mark });
    expect(await codeOf(sets(null, { id, mark }))).toBe('cluster_changed');
    await sets(null, { id, mark: clusterMark((await ofYear())[0]!) });
    expect(await ofYear()).toEqual([]);
    expect(await codeOf(sets(OFFICE, { id }))).toBe('cluster_changed');
    expect((await auditKinds(world(), SH)).at(-1)).toBe('year_cluster.removed');
  });

  test('are of this year and the next; others are read', async () => {
    await sets(OFFICE, { year: YEAR + 1 });
    expect(await ofYear()).toEqual([]);
    for (const year of [YEAR - 1, YEAR + 2])
      expect(await codeOf(sets(OFFICE, { year }))).toBe('year_over');
    await world().goTo('2028-01-10', '09:00');
    const actor = await world().actor('ha.nguyen');
    const about = { actor, organiserId: SH, year: YEAR + 1 };
    expect(await codeOf(openSetting(world().deps, world().deps.db, about))).toBe('year_over');
    const opened = await openYearClusters(world().deps, world().deps.db, about);
    expect([opened?.clusters.length, opened?.sets]).toEqual([1, false]);
  });

  test('are found by everybody below; before there are any, by who sets them', async () => {
    const found = async (login: Login) => {
      const actor = await world().actor(login);
      return organiserFor(world().deps.db, { actor, year: YEAR });
    };
    expect([await found('ha.nguyen'), await found('lan.tran')]).toEqual([SH, null]);
    expect(await found('khanh.phan')).toBe(null);
    // Those of the next year are read before it, too.
    await sets(COAST, { year: YEAR + 1 });
    expect([await found('lan.tran'), await found('khanh.phan')]).toEqual([SH, SH]);
    await sets(OFFICE);
    expect([await found('lan.tran'), await found('khanh.phan')]).toEqual([SH, SH]);
  });
});

describe('a campaign', () => {
  test('takes them, with those of their units that take part, once', async () => {
    await sets(OFFICE);
    await sets(COAST);
    const campaignId = await launched(world(), { scopeUnitIds: [TT, VP, CG] });
    expect([await offered(campaignId), await offered(campaignId, 'lan.tran')]).toEqual([
      YEAR,
      null,
    ]);
    expect(await codeOf(takes(campaignId, 'lan.tran'))).toBe('may_not_measure');
    const both = await Promise.all([takes(campaignId), takes(campaignId)]);
    expect(both.flatMap(({ names }) => names)).toEqual([OFFICE.name]);
    expect(await ofCampaign(campaignId)).toMatchObject([
      { name: OFFICE.name, unitIds: [TT, VP].toSorted(), leader: { unitId: VP, year: YEAR } },
    ]);
    expect(await offered(campaignId)).toBe(null);
    const kinds = await auditKinds(world(), campaignId);
    expect(kinds.filter((kind) => kind === 'campaign.cluster_set')).toHaveLength(1);
  });

  test('keeps what it has, and what it took when the year’s change', async () => {
    const id = await sets(OFFICE);
    const campaignId = await launched(world(), { scopeUnitIds: [THU, TT, VP, CG, BL] });
    const actor = await world().actor('ha.nguyen');
    const own = { name: 'Khối riêng', unitIds: [THU, CG], leaderId: null, year: '' };
    const seen = { campaignId, clusterId: randomUUID(), mark: null };
    await setCluster(world().deps, { actor, seen, entered: own });
    await takes(campaignId);
    await sets(null, { id, mark: clusterMark((await ofYear())[0]!) });
    expect((await ofCampaign(campaignId)).map(({ name, unitIds }) => [name, unitIds])).toEqual([
      ['Khối riêng', [THU, CG].toSorted()],
      [OFFICE.name, [TT, VP].toSorted()],
    ]);
  });

  test('takes those of its own year only', async () => {
    await sets(OFFICE, { year: YEAR + 1 });
    const campaignId = await launched(world(), { scopeUnitIds: [TT, VP] });
    expect(await offered(campaignId)).toBe(null);
    expect(await takes(campaignId)).toEqual({ year: YEAR, names: [] });
  });
});
