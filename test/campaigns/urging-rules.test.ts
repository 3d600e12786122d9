import { describe, expect, it } from 'vitest';
import {
  dueFigureDays,
  figuresLateness,
  pledgeLateness,
} from '../../src/campaigns/urging/urging-rules.ts';

describe('days of which figures are due', () => {
  const plan = { startsOn: '2026-11-11', endsOn: '2026-12-10' };
  const days = (figuresEvery: 'none' | 'week' | 'month', on: string, graceDays = 1) =>
    dueFigureDays({ ...plan, figuresEvery }, { on, graceDays });

  it.each([
    // Friday's are entered by the end of Monday.
    ['week', '2026-11-16', []],
    ['week', '2026-11-17', ['2026-11-13']],
    ['week', '2026-11-24', ['2026-11-13', '2026-11-20']],
    // 30 November is a Monday.
    ['month', '2026-12-01', []],
    ['month', '2026-12-02', ['2026-11-30']],
    // The last day, a Thursday.
    ['month', '2026-12-12', ['2026-11-30', '2026-12-10']],
    ['none', '2027-01-15', []],
  ] as const)('every %s, on %s: %j', (every, on, expected) => {
    expect(days(every, on)).toEqual(expected);
  });

  it('the last working day of a month comes before its weekend', () => {
    const plan = { startsOn: '2026-10-05', endsOn: '2026-12-10', figuresEvery: 'month' as const };
    // 31 October is a Saturday.
    expect(dueFigureDays(plan, { on: '2026-11-03', graceDays: 1 })).toEqual(['2026-10-30']);
  });

  it('are late since the first that is missing, and urged about the last', () => {
    const late = (newest: string | null, setOn = '2026-11-01') =>
      figuresLateness({
        ...{ dueDays: ['2026-11-13', '2026-11-20'], endsOn: '2026-12-10', graceDays: 1 },
        ...{ launchedOn: '2026-11-01', indicators: [{ setOn, newest }] },
      });
    expect(late(null)).toEqual({ period: '2026-11-20', since: '2026-11-17' });
    expect(late('2026-11-13')).toEqual({ period: '2026-11-20', since: '2026-11-24' });
    expect(late('2026-11-19')).toEqual({ period: '2026-11-20', since: '2026-11-24' });
    expect(late('2026-11-20')).toBeNull();
    // Not of days before the indicator was set.
    expect(late(null, '2026-11-13')).toEqual({ period: '2026-11-20', since: '2026-11-24' });
    expect(late(null, '2026-11-20')).toBeNull();
  });

  it('a pledge is late after its day, the launch, or the day that it was withdrawn', () => {
    const base = {
      pledgeBy: '2026-11-11',
      launchedOn: '2026-11-01',
      withdrawnOn: null,
      on: '2026-11-12',
    };
    expect(pledgeLateness(base)).toEqual({ period: '2026-11-11', since: '2026-11-12' });
    expect(pledgeLateness({ ...base, on: '2026-11-11' })).toBeNull();
    expect(pledgeLateness({ ...base, launchedOn: '2026-11-12' })).toBeNull();
    expect(pledgeLateness({ ...base, withdrawnOn: '2026-11-12' })).toBeNull();
    expect(pledgeLateness({ ...base, pledgeBy: null })).toBeNull();
  });
});
