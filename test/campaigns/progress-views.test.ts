import { describe, expect, it } from 'vitest';
import { clustersView, clusterView } from '../../src/campaigns/clusters/cluster-views.ts';
import { figuresUnitView, figuresView } from '../../src/campaigns/progress/figures-views.ts';
import { indicatorsView, indicatorView } from '../../src/campaigns/progress/indicator-views.ts';
import {
  givePointsView,
  pointsView,
  takeBackView,
} from '../../src/campaigns/progress/points-views.ts';
import { progressPhrases } from '../../src/campaigns/progress/progress-phrases.ts';
import { rankUnits } from '../../src/campaigns/progress/ranking.ts';
import { rankingMessage, rankingView } from '../../src/campaigns/progress/ranking-views.ts';
import {
  yearClustersView,
  yearClusterView,
} from '../../src/campaigns/year-clusters/year-cluster-views.ts';
import { validateMessageBlocks } from '../../src/sandbox/validation/blocks.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';

describe.each(['vi', 'en'] as const)('Slack takes it in %s:', (language) => {
  const ID = '11111111-1111-4111-8111-111111111111';
  const long = (count: number) => '<&>'.repeat(count).slice(0, count);
  const units = Array.from({ length: 120 }, (_, index) => ({
    id: `22222222-2222-4222-8222-${String(index).padStart(12, '0')}`,
    name: `${index}${long(150)}`,
  }));
  const indicators = Array.from({ length: 15 }, (_, index) => ({
    id: `33333333-3333-4333-8333-${String(index).padStart(12, '0')}`,
    ...{ name: long(150), measure: long(30), direction: 'more' as const, weight: 100 },
    ...{ target: 100_000_000_000_000n, targets: new Map([['none', 1n]]) },
  }));
  const clusters = Array.from({ length: 30 }, (_, index) => ({
    id: `44444444-4444-4444-8444-${String(index).padStart(12, '0')}`,
    name: `${index}${long(78)}`,
    unitIds: units.slice(index * 4, index * 4 + 4).map(({ id }) => id),
    leader: { unitId: units[index * 4]?.id ?? '', year: 2026 },
  }));
  const campaign = {
    ...{ id: ID, code: 'PT-2026-001', name: long(120), state: 'published' as const, unitId: ID },
    ...{ startsOn: '2026-10-01', endsOn: '2026-12-31', finalReviewOn: null },
    ...{ channelIds: ['C1'], units, indicators, clusters },
  };
  const lines = rankUnits(
    indicators,
    units.map(({ id, name }, index) => ({
      clusterName: clusters[Math.floor(index / 4)]?.name ?? null,
      ...{ unitId: id, unitName: name, asOf: '2026-11-11', bonus: 1_000n, penalty: -1_000n },
      targets: new Map(indicators.map((one) => [one.id, 100n])),
      figures: new Map(index % 3 === 0 ? [] : indicators.map((one) => [one.id, 50n])),
    })),
  );
  const rights = { enters: true, measures: true, gives: true };

  it('every modal at its longest', () => {
    const [first] = indicators;
    const [unit] = units;
    const adjustments = Array.from({ length: 90 }, (_, index) => ({
      ...{ id: indicators[0]?.id ?? '', unitName: long(150), reason: long(500) },
      ...{ points: BigInt(index - 45) || 1n, madeBy: long(60) },
    }));
    const [adjustment] = adjustments;
    if (!first || !unit || !adjustment) throw new Error('nothing to show');
    const last = new Map([[first.id, { asOf: '2026-11-11', value: 100_000_000_000_000n }]]);
    const seen = { campaignId: ID, indicatorId: ID, mark: 'm' };
    const ofYear = {
      ...{ organiser: { id: ID, name: long(200) }, year: 2026, sets: true, units },
      // Half of the units in one cluster.
      clusters: clusters.map((one, index) =>
        index === 0 ? { ...one, unitIds: units.slice(60).map(({ id }) => id) } : one,
      ),
    };
    const seenOfYear = { organiserId: ID, year: 2026, clusterId: ID, mark: 'm' };
    const seenCluster = { campaignId: ID, clusterId: ID, mark: 'm' };
    const modals = [
      rankingView({ campaign, lines }, { language, rights, from: 0 }),
      rankingView({ campaign, lines }, { language, rights, from: 100 }),
      rankingView(
        { campaign: { ...campaign, indicators: [] }, lines: lines.slice(0, 3) },
        { language, rights, from: 0 },
      ),
      indicatorsView(campaign, { language, measures: true }),
      indicatorsView({ ...campaign, indicators: [first] }, { language, measures: true }),
      indicatorView({ language, seen, campaign, indicator: first, figures: true }),
      indicatorView({ language, seen, campaign, indicator: null, figures: true }),
      figuresUnitView({ campaignId: ID, units }, language),
      figuresView({ campaign, unit, last, mark: 'm', asOf: '2026-11-11' }, language),
      clustersView(
        { campaign, lines, measures: true, takesOf: 2026 },
        { language, done: long(300) },
      ),
      clustersView(
        { campaign: { ...campaign, clusters: [] }, lines, measures: true, takesOf: null },
        { language },
      ),
      yearClustersView(ofYear, { language, done: long(300) }),
      yearClustersView({ ...ofYear, clusters: [], sets: false }, { language }),
      ...[clusters[0] ?? null, null].map((cluster) =>
        yearClusterView({ language, seen: seenOfYear, opened: ofYear, cluster }),
      ),
      clusterView({ language, seen: seenCluster, campaign, cluster: clusters[0] ?? null }),
      clusterView({ language, seen: seenCluster, campaign, cluster: null }),
      pointsView(campaign, adjustments, language),
      givePointsView(campaign, language),
      takeBackView({ campaignId: ID, adjustment }, language),
    ];
    for (const modal of modals) {
      const result = validateView(modal, 'modal');
      expect(result.ok ? [] : result.messages).toEqual([]);
    }
  });

  it('a cluster of a year names its units in their order, and says how many are left out', () => {
    const shown = (count: number, of: typeof units) => {
      const unitIds = of.slice(0, count).map(({ id }) => id);
      const cluster = {
        ...{ id: ID, name: long(80), leader: null },
        unitIds: unitIds.toReversed(),
      };
      const about = { organiser: { id: ID, name: 'SH' }, year: 2026, sets: false };
      const opened = { ...about, clusters: [cluster], units: of };
      return JSON.stringify(yearClustersView(opened, { language }).blocks);
    };
    const short = units.map(({ id }, index) => ({ id, name: `Xã số ${index}` }));
    expect(shown(3, short)).toContain('Xã số 0; Xã số 1; Xã số 2"');
    const longest = shown(50, units);
    expect(longest).toMatch(language === 'vi' ? /; và \d+ đơn vị nữa"/ : /; and \d+ more"/);
    expect(longest).not.toMatch(/&(?!amp;|lt;|gt;)/);
  });

  it('an indicator asks for a reason where it is changed, or added beside figures', () => {
    const seen = { campaignId: ID, indicatorId: ID, mark: null };
    const asks = (indicator: (typeof indicators)[number] | null, figures: boolean) =>
      indicatorView({ language, seen, campaign, indicator, figures }).blocks.flatMap((block) =>
        'label' in block && block.block_id === 'reason' ? block.label.text : [],
      );
    const say = progressPhrases[language];
    expect(asks(null, false)).toEqual([]);
    expect(asks(null, true)).toEqual([say.reasonToAdd]);
    expect(asks(indicators[0] ?? null, false)).toEqual([say.reason]);
  });

  it('the message in the channel', () => {
    const posted = { code: 'PT-2026-001', name: long(120), day: '2026-11-11' };
    const message = rankingMessage(
      { ...posted, postedAt: new Date('2026-11-11T03:00:00Z'), lines },
      { language, zone: 'Asia/Ho_Chi_Minh' },
    );
    expect(message.charted?.filter(({ type }) => type === 'data_visualization')).not.toEqual([]);
    for (const blocks of [message.blocks, message.charted]) {
      const result = validateMessageBlocks(blocks, message.text);
      expect(result.ok ? [] : result.messages).toEqual([]);
    }
  });
});
