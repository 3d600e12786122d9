import { describe, expect, it } from 'vitest';
import {
  announcementMessage,
  closingMessage,
  reminderMessage,
} from '../../src/campaigns/announcing/announcement-views.ts';
import { homePart, listAnswer } from '../../src/campaigns/list-views.ts';
import { previewMessage, undeliveredMessage } from '../../src/campaigns/plan/author-views.ts';
import { essentialsView, joinView, textsView } from '../../src/campaigns/plan/form-views.ts';
import type { CampaignCard, RunningCampaign } from '../../src/campaigns/queries.ts';
import { LIMITS } from '../../src/campaigns/rules.ts';
import type { Language } from '../../src/kernel/language.ts';
import { validateMessageBlocks } from '../../src/sandbox/validation/blocks.ts';
import { plainText } from '../../src/sandbox/validation/plain-text.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';

const LANGUAGES: Language[] = ['vi', 'en'];
const ID = '11111111-1111-4111-8111-111111111111';
const zone = 'Asia/Ho_Chi_Minh';

const card: CampaignCard = {
  id: ID,
  code: 'PT-2026-001',
  state: 'published',
  plan: {
    name: 'Nước rút quý IV',
    kind: 'thematic',
    audience: 'both',
    startsOn: '2026-10-01',
    endsOn: '2026-12-31',
    unitId: ID,
    contactId: ID,
    channelIds: ['C1', 'C2'],
    basis: 'Kế hoạch số 45/KH-BHXH',
    objective: 'Tăng 5%',
    content: 'Tuyên truyền tại xã',
    criteria: 'Người mới: 100 điểm',
    rewards: '3 giấy khen',
  },
  unitName: 'BHXH tỉnh Sông Hàn',
  authorId: ID,
  contact: { fullName: 'Nguyễn Thu Hà', slackUserId: 'UHA' },
  publishedAt: new Date('2026-10-01T01:00:00Z'),
  joined: { persons: 12, units: 3 },
};

const draft: CampaignCard = { ...card, code: null, state: 'draft', publishedAt: null };
const closed: CampaignCard = { ...card, state: 'closed' };

const longest: CampaignCard = {
  ...draft,
  unitName: 'Đ'.repeat(255),
  plan: {
    ...card.plan,
    name: 'Ư'.repeat(LIMITS.name),
    basis: 'b'.repeat(LIMITS.basis),
    objective: 'o'.repeat(LIMITS.objective),
    content: 'n'.repeat(LIMITS.content),
    criteria: 'c'.repeat(LIMITS.criteria),
    rewards: 'r'.repeat(LIMITS.rewards),
    channelIds: Array.from({ length: LIMITS.channels }, (_, index) => `C012345678${index}`),
  },
};

const running: RunningCampaign = {
  id: ID,
  code: 'PT-2026-001',
  name: '<!channel> *Nước rút*',
  kind: 'thematic',
  audience: 'both',
  startsOn: '2026-10-01',
  endsOn: '2026-12-31',
  unitName: 'BHXH tỉnh',
  joined: { persons: 1, units: 0 },
  mine: [],
  canJoin: true,
};

function accepted(message: { text: string; blocks: object[] } | null) {
  expect(message).not.toBeNull();
  const result = validateMessageBlocks(message?.blocks, message?.text);
  expect(result).toMatchObject({ ok: true });
}

function buttons(message: { blocks: object[] }): string[] {
  const found = JSON.stringify(message.blocks).matchAll(/"action_id":"(campaign_\w+)"/g);
  return [...found].map(([, id]) => id ?? '');
}

describe('the announcement', () => {
  it('says who, what, when and how many, with one button', () => {
    const { text, blocks } = announcementMessage(card);
    expect(text).toBe('Phát động phong trào thi đua: Nước rút quý IV');
    expect(plainText(blocks, text)).toMatchSnapshot();
    expect(buttons({ blocks })).toEqual(['campaign_join']);
  });

  it('shows the same blocks in the preview', () => {
    const { blocks } = previewMessage(draft, { language: 'en', zone, today: '2026-09-30' });
    expect(blocks).toEqual(expect.arrayContaining(announcementMessage(draft).blocks));
  });

  it('counts only those whom the campaign invites', () => {
    const text = (audience: 'persons' | 'collectives') =>
      plainText(announcementMessage({ ...card, plan: { ...card.plan, audience } }).blocks, '');
    expect(text('persons')).toContain('12 cá nhân đã hưởng ứng');
    expect(text('collectives')).toContain('3 tập thể đã hưởng ứng');
  });

  it('loses its button when the campaign is closed, and says so', () => {
    const { blocks } = announcementMessage(closed);
    expect(buttons({ blocks })).toEqual([]);
    expect(plainText(blocks, '')).toContain('Đã kết thúc ngày 31/12/2026');
  });

  it("lets no markup of the author's through", () => {
    const hostile = '<!channel> <@U1> &amp;';
    const plan = { ...card.plan, name: hostile, objective: hostile, content: hostile };
    const { text, blocks } = announcementMessage({ ...card, plan, unitName: hostile });
    expect(text).not.toContain('<!channel>');
    const mrkdwn = [...JSON.stringify(blocks).matchAll(/"mrkdwn","text":"([^"]*)"/g)];
    expect(mrkdwn.length).toBeGreaterThan(0);
    expect(mrkdwn.some(([, one]) => one?.includes('<!channel>'))).toBe(false);
  });
});

describe('the preview', () => {
  it('offers to launch, change and discard, and names the channels in the dialog', () => {
    const message = previewMessage(draft, { language: 'vi', zone, today: '2026-09-30' });
    expect(buttons(message)).toEqual([
      'campaign_join',
      'campaign_publish',
      'campaign_amend',
      'campaign_discard',
    ]);
    const dialog = JSON.stringify(message.blocks);
    expect(dialog).toContain('"type":"mrkdwn","text":"Thông báo được đăng ngay tại <#C1>, <#C2>."');
    expect(plainText(message.blocks, '')).toMatchSnapshot();
  });

  it('promises no reminder whose day is past', () => {
    const shown = (today: string) =>
      plainText(previewMessage(draft, { language: 'vi', zone, today }).blocks, '');
    expect(shown('2026-12-23')).toContain('Tự nhắc lúc 08:00 ngày 24/12/2026');
    expect(shown('2026-12-24')).not.toContain('Tự nhắc');
  });

  it('becomes a note once it is out, or discarded', () => {
    const reader = { language: 'vi' as const, zone, today: '2026-10-01' };
    const out = previewMessage(card, reader);
    expect(out.text).toBe(
      '*PT-2026-001* “Nước rút quý IV” đã phát động lúc 08:00 01/10/2026 tại <#C1>, <#C2>.',
    );
    expect(buttons(out)).toEqual([]);
    expect(previewMessage(null, reader).text).toBe('Bản nháp này đã được bỏ.');
  });
});

describe('the reminder', () => {
  const on = (today: string) => ({ today, posted: false });

  it('says how many days are left', () => {
    expect(reminderMessage(card, on('2026-12-24'))?.text).toContain('Còn 7 ngày');
    expect(reminderMessage(card, on('2026-12-31'))?.text).toContain('kết thúc hôm nay');
  });

  it('is not sent after the end', () => {
    expect(reminderMessage(card, on('2027-01-01'))).toBeNull();
    expect(reminderMessage(closed, on('2026-12-30'))).toBeNull();
  });

  it('that stands in the channel by then says that it is over, without its button', () => {
    const drawn = reminderMessage(closed, { today: '2027-01-01', posted: true });
    expect(drawn?.text).toContain('đã kết thúc ngày');
    expect(buttons(drawn!)).toEqual([]);
  });
});

it('thanks at the closing by numbers, or leaves the thanks out when nobody joined', () => {
  const said = (joined: CampaignCard['joined']) =>
    plainText(closingMessage({ ...closed, joined }).blocks, '');
  expect(said({ persons: 12, units: 3 })).toContain('Cảm ơn 12 cá nhân và 3 tập thể');
  expect(said({ persons: 12, units: 3 })).toContain('tổng kết');
  expect(said({ persons: 0, units: 0 })).not.toContain('Cảm ơn');
});

describe('lists', () => {
  it('offer the button where somebody is left to join, and say who has joined', () => {
    const reader = { language: 'vi' as const, zone };
    const joined = {
      ...running,
      canJoin: false,
      mine: [{ unitName: null, since: new Date('2026-10-02T02:00:00Z') }],
    };
    const answer = listAnswer({ shown: [running, joined], total: 12 }, reader, 'Ghi chú');
    accepted({ text: answer.text, blocks: answer.blocks ?? [] });
    const shown = plainText(answer.blocks ?? [], '');
    expect(buttons({ blocks: answer.blocks ?? [] })).toEqual(['campaign_join']);
    expect(shown).toContain('Anh/chị đã hưởng ứng từ 09:00 02/10/2026');
    expect(shown).toContain('Còn 10 phong trào khác');
    expect(JSON.stringify(answer.blocks)).not.toContain('<!channel>');
  });

  it('leave nothing on Home when no campaign is running', () => {
    expect(homePart({ shown: [], total: 0 }, { language: 'vi', zone })).toEqual([]);
  });
});

describe.each(LANGUAGES)('Slack takes it in %s:', (language) => {
  const reader = { language, zone, today: '2026-09-30' };

  it('every message, at the longest', () => {
    const out: CampaignCard = { ...longest, state: 'published', code: 'PT-2026-12345' };
    const failure = { messageId: ID, channelId: 'C1', reason: 'not_in_channel' };
    accepted(previewMessage(longest, reader));
    accepted(previewMessage({ ...out, publishedAt: card.publishedAt }, reader));
    accepted(previewMessage(null, reader));
    accepted(announcementMessage(out));
    accepted(announcementMessage({ ...out, state: 'closed' }));
    accepted(reminderMessage(out, { today: '2026-12-30', posted: false }));
    accepted(closingMessage(out));
    for (const reason of ['not_in_channel', 'is_archived', 'msg_too_long'])
      accepted(undeliveredMessage(out, { ...failure, reason }, language));
  });

  it('every modal and the Home, empty and at the longest', () => {
    const units = Array.from({ length: 3 }, (_, index) => ({
      id: ID.replace(/.$/, String(index)),
      name: 'Đ'.repeat(255),
    }));
    const amended = {
      seen: { campaignId: ID, mark: '0123456789abcdef' },
      plan: { ...longest.plan, unitId: units[1]!.id },
      contactSlackId: 'U1',
    };
    const { basis, objective, content, criteria, rewards, ...essentials } = longest.plan;
    const texts = { basis, objective, content, criteria, rewards };
    const campaign = {
      id: ID,
      code: 'PT-2026-001',
      name: longest.plan.name,
      startsOn: '2026-10-01',
    };
    const joiners = [
      { joiner: { kind: 'person' as const }, unitName: null, since: null },
      ...units.map(({ id, name }) => ({
        joiner: { kind: 'unit' as const, unitId: id },
        unitName: name,
        since: null,
      })),
    ];
    const modals = [
      essentialsView({
        language,
        units: units.slice(0, 1),
        contactSlackId: 'U1',
        channelId: 'C1',
        amended: null,
      }),
      essentialsView({ language, units, contactSlackId: 'U1', channelId: 'C1', amended: null }),
      essentialsView({ language, units, contactSlackId: null, channelId: null, amended }),
      textsView({ language, amends: null, essentials, texts: null }),
      textsView({ language, amends: amended.seen, essentials, texts }),
      joinView({ language, campaign, joiners, already: ['Đã hưởng ứng'] }),
    ];
    for (const modal of modals)
      expect(validateView(modal, 'modal')).toEqual({ ok: true, view: modal });
    const home = {
      type: 'home',
      blocks: homePart({ shown: Array.from({ length: 5 }, () => running), total: 9 }, reader),
    };
    expect(validateView(home, 'home')).toMatchObject({ ok: true });
  });
});
