import { describe, expect, it } from 'vitest';
import type { CampaignCard } from '../../src/campaigns/queries.ts';
import type { OpenedReview } from '../../src/campaigns/review/open-review.ts';
import {
  reviewLapsedMessage,
  reviewReadyMessage,
} from '../../src/campaigns/review/review-news-views.ts';
import type { Proposal, Review } from '../../src/campaigns/review/review-queries.ts';
import { REVIEW_LIMITS } from '../../src/campaigns/review/review-rules.ts';
import {
  reviewMessage,
  reviewView,
  rewardsMessage,
  rewardView,
  writeReviewView,
} from '../../src/campaigns/review/review-views.ts';
import { validateMessageBlocks } from '../../src/sandbox/validation/blocks.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const zone = 'Asia/Ho_Chi_Minh';
const AT = new Date('2026-11-16T02:00:00Z');
const long = (most: number) => '<!channel> & *'.padEnd(most, 'ơ');
const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

const review: Review = {
  ...{ id: ID, campaignId: ID, kind: 'final', revision: 1, writtenByName: long(100) },
  ...{ writtenAt: AT, heldOn: '2026-11-16' },
  results: long(REVIEW_LIMITS.text),
  limits: long(REVIEW_LIMITS.text),
  lessons: long(REVIEW_LIMITS.text),
  finished: {
    byName: long(100),
    at: AT,
    lines: Array.from({ length: 300 }, (_, index) => ({
      ...{ rank: index + 1, tied: true, unitId: idOf(index), unitName: long(200) },
      ...{ total: 10_000n, bonus: 500n, penalty: -500n, asOf: '2026-11-16', cluster: null },
    })),
  },
};

const proposals: Proposal[] = Array.from({ length: REVIEW_LIMITS.proposals }, (_, index) => ({
  ...{ id: idOf(index), personId: ID, unitId: null, name: long(100), unitName: long(200) },
  ...{ form: 'certificate', merit: long(REVIEW_LIMITS.merit), proposedByName: long(100) },
}));

const card = {
  ...{ id: ID, code: 'PT-2026-001', unitName: long(200) },
  joined: { persons: 1, confirmed: 1, units: 1 },
  plan: { name: long(120), audience: 'both', endsOn: '2026-11-15', channelIds: ['C1'] },
} as unknown as CampaignCard;

const opened = {
  ...{ campaignId: ID, kind: 'final', code: 'PT-2026-001', state: 'closed', finishes: true },
  midtermLapses: true,
  plan: { ...card.plan, midtermOn: null, finalReviewOn: '2026-11-20', prizes: 3 },
  review: { ...review, finished: null },
  proposals,
} as unknown as OpenedReview;

describe.each(['vi', 'en'] as const)('at their longest, in %s', (language) => {
  const taken = (drawn: ReturnType<typeof reviewMessage>) =>
    validateMessageBlocks(drawn?.blocks, drawn?.text);

  it('what a review proposes and what a channel is told are messages that Slack takes', () => {
    expect(taken(rewardsMessage(card, review, proposals, language))).toMatchObject({ ok: true });
    expect(taken(reviewMessage(card, review))).toMatchObject({ ok: true });
    const reader = { language, zone };
    const unfinished = { ...review, finished: null };
    for (const one of [review, unfinished]) {
      expect(taken(reviewReadyMessage(card, one, reader))).toMatchObject({ ok: true });
      expect(taken(reviewLapsedMessage(card, one, reader))).toMatchObject({ ok: true });
    }
  });

  it('its views are views that Slack takes', () => {
    const reader = { language, zone };
    for (const view of [
      reviewView(opened, reader),
      reviewView({ ...opened, review }, reader),
      writeReviewView(opened, { language, today: '2026-11-16' }),
    ])
      expect(validateView(view, 'modal')).toMatchObject({ ok: true });
  });
});

it('a channel reads of how many units the ranking is not shown', () => {
  expect(JSON.stringify(reviewMessage(card, review))).toContain('270 đơn vị');
});

it('any of hundreds of units can be proposed', () => {
  const units = Array.from({ length: 250 }, (_, index) => ({
    ...{ id: idOf(index), name: `Đơn vị ${index}` },
  }));
  const view = rewardView(opened, units, 'vi');
  expect(validateView(view, 'modal')).toMatchObject({ ok: true });
  expect(JSON.stringify(view)).toContain('Đơn vị 249');
});

it('nothing but what is proposed is counted as shown', () => {
  const drawn = rewardsMessage(card, review, proposals, 'vi');
  const shown = JSON.stringify(drawn).split('Giấy khen').length - 1;
  expect(JSON.stringify(drawn)).toContain(`Và ${proposals.length - shown} đề nghị nữa`);
});
