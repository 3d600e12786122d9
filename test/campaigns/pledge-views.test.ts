import { describe, expect, it } from 'vitest';
import type { JoinerStatus } from '../../src/campaigns/joining/join-campaign.ts';
import { pledgeListView } from '../../src/campaigns/joining/pledge-list-views.ts';
import type { Pledge } from '../../src/campaigns/joining/pledge-queries.ts';
import { PLEDGE_LIMITS } from '../../src/campaigns/joining/pledge-rules.ts';
import {
  changeView,
  joinView,
  ownView,
  pledgedView,
  pledgeReturnedMessage,
  withdrawPledgeView,
} from '../../src/campaigns/joining/pledge-views.ts';
import type { OpenCampaign } from '../../src/campaigns/joining/require-open.ts';
import {
  returnPledgeView,
  waitingHomePart,
  waitingMessage,
  waitingView,
} from '../../src/campaigns/joining/waiting-views.ts';
import { LIMITS } from '../../src/campaigns/rules.ts';
import type { Language } from '../../src/kernel/language.ts';
import { validateMessageBlocks } from '../../src/sandbox/validation/blocks.ts';
import { plainText } from '../../src/sandbox/validation/plain-text.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const idOf = (index: number) => ID.replace(/.{4}$/, String(1000 + index));
const zone = 'Asia/Ho_Chi_Minh';
const at = new Date('2026-11-12T02:00:00Z');
const reader = { language: 'vi' as const, zone };

const campaign: OpenCampaign = {
  ...{ id: ID, code: 'PT-2026-12345', name: '&'.repeat(LIMITS.name), audience: 'both', unitId: ID },
  ...{ startsOn: '2026-11-11', endsOn: '2026-12-10', lastChangeOn: '2026-11-20' },
  addressed: [{ id: ID, name: 'BHXH tỉnh' }],
};

function pledge(index: number, changes: Partial<Pledge> = {}): Pledge {
  return {
    id: idOf(index),
    revision: 3,
    campaign,
    person: { id: ID, fullName: 'Trần Thị Lan' },
    atUnit: { id: idOf(index), name: 'Phòng Quản lý thu' },
    state: 'waiting',
    targets: '&'.repeat(PLEDGE_LIMITS.targets),
    ...{ madeById: ID, madeAt: at, changedAt: at, settledBy: null, settledAt: null, reason: null },
    ...changes,
  };
}
const many = Array.from({ length: 40 }, (_, index) => pledge(index));

describe('what waits for a head', () => {
  it('names who pledges what, as many as a message holds, and points to the rest', () => {
    const message = waitingMessage(
      many.map((one) => ({ ...one, targets: '20 hồ sơ' })),
      'vi',
    );
    const shown = plainText(message?.blocks ?? [], '');
    expect(shown).toContain('40 đăng ký thi đua chờ anh/chị xác nhận');
    expect(shown.match(/Trần Thị Lan/g)).toHaveLength(10);
    expect(shown).toContain('20 hồ sơ');
    expect(shown).toContain('Và 30 đăng ký khác');
    expect(shown).toContain('[Xác nhận cả 10]\n[Mở danh sách]');
  });

  it('says so when nothing is left', () => {
    expect(waitingMessage([], 'vi')?.text).toBe('Không còn đăng ký nào chờ anh/chị xác nhận.');
    expect(waitingHomePart(0, 'vi')).toEqual([]);
  });
});

it('lets no words of a person be more than words', () => {
  const one = pledge(1, { targets: '<!channel> *50* người' });
  const drawn = JSON.stringify([
    waitingMessage([one], 'vi'),
    ownView(campaign, own([one]), reader),
  ]);
  expect(drawn).toContain('&lt;!channel&gt;');
  expect(drawn).not.toContain('<!channel>');
});

it('shows a returned pledge with its reason and what can be done, later only that it was returned', () => {
  const returned = pledge(1, {
    state: 'returned',
    reason: 'Ghi số',
    settledBy: 'Khánh',
    settledAt: at,
  });
  const message = pledgeReturnedMessage(returned, 'vi');
  expect(plainText(message?.blocks ?? [], '')).toContain('Ghi số');
  expect(JSON.stringify(message)).toContain('pledge_change');
  const mended = pledgeReturnedMessage({ ...returned, state: 'waiting' }, 'vi');
  expect(JSON.stringify(mended)).not.toContain('pledge_change');
});

function own(pledges: readonly Pledge[]): JoinerStatus[] {
  return pledges.map((one) => ({
    joiner: { kind: 'unit' as const, unitId: one.atUnit.id },
    unitName: one.atUnit.name,
    pledge: one,
  }));
}

it('the form that an urging opens has its unit chosen already', () => {
  const joiners: JoinerStatus[] = [
    { joiner: { kind: 'person' }, unitName: null, pledge: null },
    { joiner: { kind: 'unit', unitId: idOf(1) }, unitName: 'Văn phòng', pledge: null },
  ];
  const chosen = (unitId?: string) =>
    JSON.stringify(joinView(campaign, joiners, { language: 'vi', zone, unitId })).match(
      /"initial_option":(\{.*?\}.*?\})/,
    )?.[1];
  expect(chosen(idOf(1))).toContain('Văn phòng');
  expect(chosen()).toBeUndefined();
  expect(chosen(idOf(2))).toBeUndefined();
});

describe.each(['vi', 'en'] as Language[])('Slack takes it in %s:', (language) => {
  it('every message and modal, empty and at the longest', () => {
    const long = 'Đ'.repeat(255);
    const withUnit = (count: number): JoinerStatus[] => [
      { joiner: { kind: 'person' }, unitName: null, pledge: null },
      ...Array.from({ length: count }, (_, index) => ({
        joiner: { kind: 'unit' as const, unitId: idOf(index) },
        unitName: long,
        pledge: null,
      })),
    ];
    const settled = { settledBy: long, settledAt: at, reason: '&'.repeat(PLEDGE_LIMITS.reason) };
    const done = own(many.map((one) => ({ ...one, ...settled, state: 'returned' as const })));
    const reading = { language, zone };
    const modals = [
      joinView(campaign, withUnit(0), reading),
      joinView(campaign, withUnit(9), reading),
      joinView(campaign, withUnit(200), reading),
      joinView(campaign, [...withUnit(3), ...done], reading),
      ownView(campaign, done, reading),
      pledgedView(language, long),
      changeView(pledge(1), campaign, language),
      withdrawPledgeView(pledge(1), campaign, language),
      waitingView([], language, null),
      waitingView(many, language, long),
      returnPledgeView(pledge(1), language),
      pledgeListView({ campaign, pledges: [], missing: [] }, 0, reading),
      pledgeListView({ campaign, pledges: many, missing: [long] }, 1, reading),
      pledgeListView({ campaign, pledges: many, missing: [long] }, 9, reading),
    ];
    for (const modal of modals)
      expect(validateView(modal, 'modal')).toEqual({ ok: true, view: modal });
    const returned = pledge(1, { ...settled, state: 'returned' });
    for (const message of [
      waitingMessage(many, language),
      pledgeReturnedMessage(returned, language),
    ])
      expect(validateMessageBlocks(message?.blocks, message?.text)).toMatchObject({ ok: true });
  });
});
