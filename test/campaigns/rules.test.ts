import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  campaignCode,
  closingDay,
  isRunning,
  LONGEST_LEAD,
  planMark,
  possibleJoiners,
  reminderDay,
  reminderLead,
  scheduleProblem,
  stageOf,
} from '../../src/campaigns/rules.ts';
import type { CampaignState } from '../../src/database/generated/enums.ts';
import { addDays } from '../../src/kernel/time.ts';

const START = '2026-10-01';
const lasting = (days: number) => ({ startsOn: START, endsOn: addDays(START, days - 1) });

describe('schedule', () => {
  it.each([
    ['2026-10-02', '2026-10-01', '2026-09-01', 'ends_before_start'],
    ['2026-10-01', '2026-10-05', '2026-10-06', 'already_over'],
    ['2026-10-01', '2026-10-01', '2026-10-01', null],
    ['2026-09-01', '2026-10-05', '2026-10-05', null],
    ['2027-01-01', '2027-03-31', '2026-10-01', null],
  ])('from %s to %s seen on %s: %s', (startsOn, endsOn, today, problem) => {
    expect(scheduleProblem({ startsOn, endsOn }, today)).toBe(problem);
  });

  it('runs through its last day and only while published', () => {
    const campaign = { state: 'published' as const, endsOn: '2026-12-31' };
    expect(isRunning(campaign, '2026-12-31')).toBe(true);
    expect(isRunning(campaign, '2027-01-01')).toBe(false);
    expect(isRunning({ ...campaign, state: 'draft' }, '2026-12-01')).toBe(false);
    expect(isRunning({ ...campaign, state: 'closed' }, '2026-12-01')).toBe(false);
  });
});

describe('reminder', () => {
  it.each([
    [1, 1],
    [7, 1],
    [8, 2],
    [20, 5],
    [28, 7],
    [92, 7],
    [365, 7],
  ])('a campaign of %i days is reminded of %i days before its end', (days, lead) => {
    expect(reminderLead(lasting(days))).toBe(lead);
    expect(reminderDay(lasting(days))).toBe(addDays(lasting(days).endsOn, -lead));
  });

  it('never comes after the end, nor more than a week before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000 }), (days) => {
        const plan = lasting(days);
        const day = reminderDay(plan);
        expect(day < plan.endsOn).toBe(true);
        expect(day >= addDays(plan.endsOn, -LONGEST_LEAD)).toBe(true);
        expect(days < 2 || day >= plan.startsOn).toBe(true);
      }),
    );
  });

  it('leaves the closing to the day after the last', () => {
    expect(closingDay({ endsOn: '2026-12-31' })).toBe('2027-01-01');
  });
});

describe('who can join', () => {
  const person = { kind: 'person' };
  const unit = (unitId: string) => ({ kind: 'unit', unitId });

  it.each([
    ['persons', ['a', 'b'], [person]],
    ['persons', [], [person]],
    ['collectives', ['a', 'b'], [unit('a'), unit('b')]],
    ['collectives', [], []],
    ['both', [], [person]],
    ['both', ['a'], [person, unit('a')]],
  ] as const)('%s, heading %j', (audience, headed, joiners) => {
    expect(possibleJoiners(audience, headed)).toEqual(joiners);
  });
});

describe('mark of a plan', () => {
  const plan = {
    ...lasting(30),
    name: 'a',
    kind: 'regular' as const,
    audience: 'both' as const,
    unitId: 'u',
    contactId: 'c',
    scopeUnitIds: ['u1', 'u2'],
    channelIds: ['C1', 'C2'],
    basis: 'b',
    objective: 'o',
    content: 'n',
    criteria: 'r',
    measures: null,
    checkDays: ['2026-10-05', '2026-10-06'],
    midtermOn: null,
    finalReviewOn: null,
    rewards: null,
    prizes: null,
    budget: null,
    budgetSource: null,
    toPersons: false,
    mentionsChannel: false,
    launchAt: null,
    picture: null,
    pledgeBy: null,
    figuresEvery: 'none' as const,
    escalateDays: 3,
  };

  it('does not depend on the order of channels, units and days', () => {
    expect(planMark({ ...plan, channelIds: ['C2', 'C1'] })).toBe(planMark(plan));
    expect(planMark({ ...plan, scopeUnitIds: ['u2', 'u1'] })).toBe(planMark(plan));
    expect(planMark({ ...plan, checkDays: plan.checkDays.toReversed() })).toBe(planMark(plan));
  });

  it.each([
    { name: 'b' },
    { kind: 'ad_hoc' as const },
    { audience: 'persons' as const },
    { startsOn: '2026-09-30' },
    { endsOn: '2026-12-31' },
    { unitId: 'v' },
    { contactId: 'd' },
    { channelIds: ['C1'] },
    { basis: 'x' },
    { objective: 'x' },
    { content: 'x' },
    { criteria: 'x' },
    { rewards: 'x' },
    { measures: 'x' },
    { scopeUnitIds: ['u1'] },
    { checkDays: ['2026-10-05'] },
    { midtermOn: '2026-10-10' },
    { finalReviewOn: '2026-11-10' },
    { prizes: 1 },
    { budget: 1 },
    { budgetSource: 'x' },
    { toPersons: true },
    { mentionsChannel: true },
    { launchAt: new Date(0) },
    { picture: { fileId: 'F1', alt: 'a' } },
    { pledgeBy: '2026-10-10' },
    { figuresEvery: 'week' as const },
    { escalateDays: 4 },
  ])('changes with %j', (change) => {
    expect(planMark({ ...plan, ...change })).not.toBe(planMark(plan));
  });
});

describe('stage', () => {
  const campaign = { ...lasting(90), midtermOn: '2026-11-15' };
  const stage = (state: CampaignState, today: string) => stageOf({ ...campaign, state }, today);

  it.each([
    ['draft', '2026-10-01', 'draft'],
    ['submitted', '2026-10-01', 'submitted'],
    ['approved', '2026-10-01', 'approved'],
    ['published', '2026-09-30', 'launched'],
    ['published', '2026-10-01', 'running'],
    ['published', '2026-11-14', 'running'],
    ['published', '2026-11-15', 'midterm'],
    ['published', '2026-12-29', 'midterm'],
    ['published', '2026-12-30', 'awaiting_review'],
    ['closed', '2026-12-30', 'awaiting_review'],
    ['reviewed', '2027-01-15', 'reviewed'],
    ['archived', '2027-01-15', 'archived'],
    ['withdrawn', '2026-10-05', 'withdrawn'],
  ] as const)('%s on %s: %s', (state, today, expected) => {
    expect(stage(state, today)).toBe(expected);
  });
});

describe('code', () => {
  it('has three digits, or more when they are needed', () => {
    expect(campaignCode(2026, 1)).toBe('PT-2026-001');
    expect(campaignCode(2026, 1234)).toBe('PT-2026-1234');
  });
});
