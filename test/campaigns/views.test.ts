import { describe, expect, it } from 'vitest';
import {
  announcementMessage,
  closingMessage,
  reminderMessage,
  withdrawnMessage,
} from '../../src/campaigns/announcing/announcement-views.ts';
import { editView, withdrawView } from '../../src/campaigns/announcing/manage-views.ts';
import {
  undeliveredMessage,
  undeliveredRankingMessage,
} from '../../src/campaigns/announcing/undelivered-views.ts';
import {
  approvalMessage,
  returnView,
  settledMessage,
} from '../../src/campaigns/approval/approval-views.ts';
import type { Submission } from '../../src/campaigns/approval/submission-queries.ts';
import { pastView } from '../../src/campaigns/archive/archive-views.ts';
import { homePart, LIST_LENGTH, listAnswer } from '../../src/campaigns/list-views.ts';
import { announcingView } from '../../src/campaigns/plan/announcing-form-views.ts';
import { essentialsView, organisingView, textsView } from '../../src/campaigns/plan/form-views.ts';
import { type PreviewReader, previewMessage } from '../../src/campaigns/plan/preview-views.ts';
import type { CampaignCard } from '../../src/campaigns/queries.ts';
import { LIMITS, PAST_STATES } from '../../src/campaigns/rules.ts';
import { PAST_PAGE, type RunningCampaign } from '../../src/campaigns/running-campaigns.ts';
import type { Language } from '../../src/kernel/language.ts';
import { addDays } from '../../src/kernel/time.ts';
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
    scopeUnitIds: [],
    channelIds: ['C1', 'C2'],
    basis: 'Kế hoạch số 45/KH-BHXH',
    objective: 'Tăng 5%',
    content: 'Tuyên truyền tại xã',
    measures: 'Tổ công tác về xã',
    criteria: 'Người mới: 100 điểm',
    checkDays: ['2026-11-02', '2026-12-01'],
    midtermOn: null,
    finalReviewOn: '2027-01-15',
    rewards: '3 giấy khen',
    prizes: 3,
    budget: 20_000_000,
    budgetSource: 'Quỹ khen thưởng',
    toPersons: false,
    mentionsChannel: false,
    launchAt: null,
    picture: null,
    pledgeBy: '2026-10-15',
    figuresEvery: 'week',
    escalateDays: 3,
  },
  unitName: 'BHXH tỉnh Sông Hàn',
  scopeNames: [],
  authorId: ID,
  authorName: 'Nguyễn Thu Hà',
  contact: { fullName: 'Nguyễn Thu Hà', slackUserId: 'UHA' },
  approvedAt: new Date('2026-10-01T01:00:00Z'),
  approvedBy: 'Lê Hùng',
  publishedAt: new Date('2026-10-01T01:00:00Z'),
  withdrawn: null,
  revisions: [],
  revisionCount: 0,
  joined: { persons: 12, units: 3, confirmed: 8 },
};

const draft: CampaignCard = {
  ...card,
  code: null,
  state: 'draft',
  approvedAt: null,
  approvedBy: null,
  publishedAt: null,
};
const reading = (today: string, changes: Partial<PreviewReader> = {}): PreviewReader => ({
  language: 'vi',
  zone,
  today,
  now: new Date(`${today}T03:00:00Z`),
  mayLaunch: true,
  people: 40,
  indicators: [],
  problems: [],
  ...changes,
});
const drawn = { zone };
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
    measures: 'm'.repeat(LIMITS.measures),
    budgetSource: '&'.repeat(LIMITS.budgetSource),
    checkDays: Array.from({ length: LIMITS.checks }, (_, index) => addDays('2026-10-02', index)),
    midtermOn: '2026-11-15',
    toPersons: true,
    mentionsChannel: true,
    launchAt: new Date('2026-10-03T15:00:00Z'),
    picture: { fileId: 'F012345', alt: 'a'.repeat(LIMITS.pictureAlt) },
    channelIds: Array.from({ length: LIMITS.channels }, (_, index) => `C012345678${index}`),
  },
  scopeNames: Array.from({ length: LIMITS.scope }, () => 'Đ'.repeat(255)),
  revisions: Array.from({ length: 3 }, () => ({
    note: 'g'.repeat(LIMITS.note),
    at: new Date('2026-10-02T15:00:00Z'),
  })),
  revisionCount: 9,
};

const waiting: Submission = {
  id: ID,
  campaignId: ID,
  mark: '0123456789abcdef',
  submittedAt: new Date('2026-09-30T03:00:00Z'),
  submittedById: ID,
  submittedBy: '<@U1> Hà',
  settled: null,
};
const returned: Submission = {
  ...waiting,
  settled: {
    outcome: 'returned',
    byId: ID,
    by: 'Lê Hùng',
    at: new Date('2026-09-30T04:00:00Z'),
    reason: '<!channel> '.padEnd(LIMITS.reason, 'x'),
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
  stage: 'running',
  canManage: false,
  withdrawn: null,
  canArchive: false,
  joined: { persons: 1, units: 0, confirmed: 0 },
  canList: false,
  reviews: [],
  canChase: false,
  canSeeChecks: false,
  mine: [],
  canJoin: true,
};

function accepted(message: { text: string; blocks: object[] } | null) {
  expect(message).not.toBeNull();
  const result = validateMessageBlocks(message?.blocks, message?.text);
  expect(result.ok ? [] : [result.error, ...result.messages]).toEqual([]);
}

function buttons(message: { blocks: object[] }): string[] {
  const found = JSON.stringify(message.blocks).matchAll(/"action_id":"(campaign_\w+)"/g);
  return [...found].map(([, id]) => id ?? '');
}

describe('the announcement', () => {
  it('says who, what, when and how many, with one button', () => {
    const { text, blocks } = announcementMessage(card, drawn);
    expect(text).toBe('Phát động phong trào thi đua: Nước rút quý IV');
    expect(plainText(blocks, text)).toMatchSnapshot();
    expect(buttons({ blocks })).toEqual(['campaign_join']);
  });

  it('shows the same blocks in the preview', () => {
    const { blocks } = previewMessage(draft, reading('2026-09-30', { language: 'en' }));
    expect(blocks).toEqual(expect.arrayContaining(announcementMessage(draft, drawn).blocks));
  });

  it('counts only those whom the campaign invites', () => {
    const text = (audience: 'persons' | 'collectives') =>
      plainText(
        announcementMessage({ ...card, plan: { ...card.plan, audience } }, drawn).blocks,
        '',
      );
    expect(text('persons')).toContain('12 cá nhân đã hưởng ứng');
    expect(text('collectives')).toContain('3 tập thể đã hưởng ứng');
  });

  it('loses its button when the campaign is closed, and says so', () => {
    const { blocks } = announcementMessage(closed, drawn);
    expect(buttons({ blocks })).toEqual([]);
    expect(plainText(blocks, '')).toContain('Đã kết thúc ngày 31/12/2026');
  });

  it("lets no markup of the author's through", () => {
    const hostile = '<!channel> <@U1> &amp;';
    const plan = { ...card.plan, name: hostile, objective: hostile, content: hostile };
    const { text, blocks } = announcementMessage({ ...card, plan, unitName: hostile }, drawn);
    expect(text).not.toContain('<!channel>');
    const mrkdwn = [...JSON.stringify(blocks).matchAll(/"mrkdwn","text":"([^"]*)"/g)];
    expect(mrkdwn.length).toBeGreaterThan(0);
    expect(mrkdwn.some(([, one]) => one?.includes('<!channel>'))).toBe(false);
  });
});

describe('an announcement that changes', () => {
  const pictured = { ...card.plan, picture: { fileId: 'F1', alt: '<!here> Đội tuyên truyền' } };

  it('calls the channel in its first posting only, if a person wished it', () => {
    const calling = { ...card, plan: { ...card.plan, mentionsChannel: true } };
    const says = (one: CampaignCard, drawing: object) =>
      JSON.stringify(announcementMessage(one, { zone, ...drawing })).includes('<!channel>');
    expect(says(calling, { first: true })).toBe(true);
    expect(says(calling, { first: false })).toBe(false);
    expect(says(calling, { first: true, direct: true })).toBe(false);
    expect(says(card, { first: true })).toBe(false);
  });

  it('shows a picture of Slack with its description', () => {
    const { blocks } = announcementMessage({ ...card, plan: pictured }, drawn);
    expect(blocks.find(({ type }) => type === 'image')).toEqual({
      type: 'image',
      slack_file: { id: 'F1' },
      alt_text: '<!here> Đội tuyên truyền',
    });
  });

  it('says what changed and when, the newest first, and nothing of who joined to one person', () => {
    const changes = [
      { note: 'Gia hạn <!channel>', at: new Date('2026-11-02T02:00:00Z') },
      { note: 'Thêm tiêu chí', at: new Date('2026-10-20T02:00:00Z') },
    ];
    const changed = { ...card, revisions: changes, revisionCount: 4 };
    const { blocks } = announcementMessage(changed, { zone, direct: true });
    const shown = plainText(blocks, '');
    expect(shown).toContain('Sửa đổi lúc 09:00 02/11/2026: Gia hạn');
    expect(shown.indexOf('Gia hạn')).toBeLessThan(shown.indexOf('Thêm tiêu chí'));
    expect(shown).toContain('Và 2 lần sửa đổi trước.');
    expect(shown).not.toContain('12 cá nhân');
    const mrkdwn = [...JSON.stringify(blocks).matchAll(/"mrkdwn","text":"([^"]*)"/g)];
    expect(mrkdwn.some(([, one]) => one?.includes('<!channel>'))).toBe(false);
  });

  it('says that it was withdrawn and why, without its button', () => {
    const withdrawn = { at: new Date('2026-10-05T03:00:00Z'), reason: '<!channel> Bão số 12' };
    const { blocks } = announcementMessage({ ...card, state: 'withdrawn', withdrawn }, drawn);
    expect(buttons({ blocks })).toEqual([]);
    const shown = plainText(blocks, '');
    // In bold, and not between stars that are left standing.
    expect(shown).toContain('đã được hủy lúc 10:00 05/10/2026');
    expect(shown).not.toContain('*');
    expect(shown).toContain('Bão số 12');
    expect(JSON.stringify(blocks)).not.toContain('"mrkdwn","text":"<!channel>');
  });
});

describe('the preview', () => {
  it('offers to submit where the author may not launch, and to take back what waits', () => {
    const mine = previewMessage(draft, reading('2026-09-30', { mayLaunch: false }));
    expect(buttons(mine)).toContain('campaign_submit');
    expect(buttons(mine)).not.toContain('campaign_publish');
    const sent = previewMessage({ ...draft, state: 'submitted' }, reading('2026-09-30'));
    expect(buttons(sent)).toEqual(['campaign_join', 'campaign_recall']);
  });

  it('warns of a total that is not 100, and names what is to be mended', () => {
    const plan = { ...draft.plan, criteria: 'Người mới: 60\nHồ sơ: 20' };
    const reader = reading('2026-09-30', { problems: ['Chọn *ngày* <!here>'] });
    const { blocks } = previewMessage({ ...draft, plan }, reader);
    expect(plainText(blocks, '')).toContain('các tiêu chí là 80; nên là 100');
    expect(JSON.stringify(blocks)).toContain('Chọn *ngày* &lt;!here&gt;');
  });

  it('shows to its author and to who approves it what it is measured by, in short', () => {
    const indicators = [
      {
        ...{ id: 'a', name: 'Người <mới>', measure: 'người', weight: 60 },
        ...{ direction: 'more' as const, target: 100_000n, targets: new Map([['u', 1n]]) },
      },
      {
        ...{ id: 'b', name: 'Hồ sơ trễ', measure: 'hồ sơ', weight: 30 },
        ...{ direction: 'less' as const, target: 1_000n, targets: new Map() },
      },
    ];
    const reader = reading('2026-09-30', { indicators });
    for (const { blocks } of [
      previewMessage(draft, reader),
      approvalMessage({ submission: waiting, card: draft }, reader),
    ]) {
      const text = plainText(blocks, '');
      expect(text).toContain(
        '1. Người <mới>: Ít nhất 1.000, mức riêng của 1 đơn vị, người · trọng số 60',
      );
      expect(text).toContain('2. Hồ sơ trễ: Không quá 10 hồ sơ · trọng số 30');
      expect(text).toContain('Tổng trọng số là 90; nên là 100');
    }
    expect(plainText(previewMessage(draft, reading('2026-09-30')).blocks, '')).not.toContain(
      'trọng số',
    );
  });

  it('says of a time outside office hours that it is', () => {
    const at = (launchAt: string) => {
      const plan = { ...draft.plan, launchAt: new Date(launchAt) };
      return plainText(previewMessage({ ...draft, plan }, reading('2026-09-30')).blocks, '');
    };
    expect(at('2026-10-01T01:00:00Z')).toContain('08:00 01/10/2026\n');
    expect(at('2026-10-03T01:00:00Z')).toContain('08:00 03/10/2026 (ngoài giờ làm việc)');
    expect(at('2026-10-01T12:00:00Z')).toContain('(ngoài giờ làm việc)');
    expect(at('2026-09-29T01:00:00Z')).toContain('đã qua: phát động ngay khi được duyệt');
  });

  it('offers to launch, change and discard, and names the channels in the dialog', () => {
    const message = previewMessage(draft, reading('2026-09-30'));
    expect(buttons(message)).toEqual([
      'campaign_join',
      'campaign_publish',
      'campaign_amend',
      'campaign_announcing',
      'campaign_discard',
    ]);
    const dialog = JSON.stringify(message.blocks);
    expect(dialog).toContain('"type":"mrkdwn","text":"Thông báo được đăng ngay tại <#C1>, <#C2>."');
    expect(plainText(message.blocks, '')).toMatchSnapshot();
  });

  it('promises no reminder whose day is past', () => {
    const shown = (today: string) => plainText(previewMessage(draft, reading(today)).blocks, '');
    expect(shown('2026-12-23')).toContain('Tự nhắc lúc 08:00 ngày 24/12/2026');
    expect(shown('2026-12-24')).not.toContain('Tự nhắc');
  });

  it('becomes a note once it is out, or discarded', () => {
    const reader = reading('2026-10-01');
    const out = previewMessage(card, reader);
    expect(out.text).toBe(
      '*PT-2026-001* “Nước rút quý IV” đã phát động lúc 08:00 01/10/2026 tại <#C1>, <#C2>.',
    );
    expect(buttons(out)).toEqual(['campaign_edit', 'campaign_withdraw']);
    expect(buttons(previewMessage(card, { ...reader, mayLaunch: false }))).toEqual([]);
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
  expect(said({ persons: 12, units: 3, confirmed: 8 })).toContain('Cảm ơn 12 cá nhân và 3 tập thể');
  expect(said({ persons: 12, units: 3, confirmed: 8 })).toContain('tổng kết');
  expect(said({ persons: 0, units: 0, confirmed: 0 })).not.toContain('Cảm ơn');
});

describe('lists', () => {
  it('offer the button where somebody is left to join, and say who has joined', () => {
    const reader = { language: 'vi' as const, zone };
    const joined = {
      ...running,
      id: '22222222-2222-4222-8222-222222222222',
      canJoin: false,
      mine: [
        {
          unitName: null,
          since: new Date('2026-10-02T02:00:00Z'),
          state: 'waiting' as const,
        },
      ],
    };
    const answer = listAnswer({ shown: [running, joined], total: 12 }, reader, 'Ghi chú');
    accepted({ text: answer.text, blocks: answer.blocks ?? [] });
    const shown = plainText(answer.blocks ?? [], '');
    expect(buttons({ blocks: answer.blocks ?? [] })).toEqual([
      'campaign_join',
      'campaign_ranking',
      'campaign_join',
      'campaign_ranking',
      'campaign_past',
    ]);
    expect(shown).toContain('[Đăng ký của tôi]');
    expect(shown).toContain('Anh/chị đã hưởng ứng từ 09:00 02/10/2026 · Chờ xác nhận');
    expect(shown).toContain('Còn 10 phong trào khác');
    expect(JSON.stringify(answer.blocks)).not.toContain('<!channel>');
  });

  it('say so where one of them waits for its final review', () => {
    const title = (stage: RunningCampaign['stage']) =>
      listAnswer({ shown: [{ ...running, stage }], total: 1 }, { language: 'vi', zone }, null).text;
    expect(title('running')).toBe('Phong trào đang chạy');
    expect(title('awaiting_review')).toBe('Phong trào đang chạy và chờ tổng kết');
  });

  it.each(LANGUAGES)('at their longest are what Slack takes, in %s', (language) => {
    const whole: RunningCampaign = {
      ...running,
      ...{
        name: '&'.repeat(LIMITS.name),
        unitName: 'đ'.repeat(200),
        reviews: ['midterm', 'final'],
      },
      ...{ canManage: true, canArchive: true, canList: true, canChase: true, canSeeChecks: true },
      mine: Array.from({ length: 12 }, () => ({
        ...{ unitName: 'đ'.repeat(200), since: new Date('2026-10-02T02:00:00Z') },
        state: 'confirmed' as const,
      })),
    };
    const id = (index: number) => `11111111-1111-4111-8111-${String(index).padStart(12, '0')}`;
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...whole, id: id(index) }));
    const { text, blocks = [] } = listAnswer(
      { shown: many(LIST_LENGTH), total: 90 },
      { language, zone },
      'Ghi chú',
    );
    accepted({ text, blocks });
    const withdrawn = {
      at: new Date(),
      reason: '&'.repeat(LIMITS.reason),
      byName: '&'.repeat(200),
    };
    for (const state of PAST_STATES)
      for (const from of [0, PAST_PAGE]) {
        const totals = { reviewed: 20, archived: 20, withdrawn: 20 };
        const shown = many(PAST_PAGE).map((one) =>
          state === 'withdrawn' ? { ...one, withdrawn, canManage: false, canArchive: false } : one,
        );
        const past = { state, from, shown, totals };
        const view = pastView(past, { language, zone }, 'PT-2026-001');
        expect(validateView(view, 'modal')).toMatchObject({ ok: true });
      }
  });

  it('leave nothing on Home when no campaign is running', () => {
    expect(homePart({ shown: [], total: 0 }, { language: 'vi', zone })).toEqual([]);
  });
});

describe.each(LANGUAGES)('Slack takes it in %s:', (language) => {
  const indicators = Array.from({ length: 15 }, (_, index) => ({
    ...{ id: `${index}`, name: 'Đ'.repeat(150), measure: 'đ'.repeat(30), weight: 100 },
    ...{ direction: 'more' as const, target: 100_000_000_000_000n },
    targets: new Map([['none', 1n]]),
  }));
  const reader = reading('2026-09-30', { language, indicators, problems: ['Thiếu một mục'] });

  it('every message, at the longest', () => {
    const out: CampaignCard = { ...longest, state: 'published', code: 'PT-2026-12345' };
    const failure = { messageId: ID, channelId: 'C1', reason: 'not_in_channel' };
    accepted(previewMessage(longest, reader));
    const text = plainText(previewMessage(longest, reader).blocks, '');
    expect(text).toMatch(/Còn 1\d chỉ tiêu|1\d more indicators/);
    expect(plainText(previewMessage(draft, reader).blocks, '')).toContain('15. ');
    accepted(previewMessage({ ...out, publishedAt: card.publishedAt }, reader));
    accepted(previewMessage(null, reader));
    accepted(announcementMessage(out, drawn));
    accepted(announcementMessage({ ...out, state: 'closed' }, drawn));
    accepted(reminderMessage(out, { today: '2026-12-30', posted: false }));
    accepted(closingMessage(out));
    const withdrawn = { at: new Date('2026-10-05T03:00:00Z'), reason: 'x'.repeat(LIMITS.reason) };
    const gone: CampaignCard = { ...out, state: 'withdrawn', withdrawn };
    accepted(announcementMessage(gone, drawn));
    accepted(announcementMessage(out, { zone, first: true }));
    accepted(announcementMessage(out, { zone, direct: true }));
    accepted(withdrawnMessage(gone, language));
    accepted(previewMessage({ ...longest, state: 'submitted' }, reader));
    accepted(previewMessage({ ...longest, state: 'draft' }, { ...reader, mayLaunch: false }));
    accepted(previewMessage({ ...gone, publishedAt: card.publishedAt }, reader));
    accepted(approvalMessage({ submission: waiting, card: longest }, reader));
    accepted(approvalMessage({ submission: returned, card: longest }, reader));
    accepted(settledMessage({ submission: returned, card: longest }, reader));
    for (const reason of ['not_in_channel', 'is_archived', 'msg_too_long', 'invalid_blocks'])
      accepted(undeliveredMessage(out, { ...failure, reason }, language));
    const posting = { code: 'PT-2026-12345', day: '2026-11-11' };
    accepted(undeliveredRankingMessage(posting, { ...failure, rankingId: ID }, language));
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
      scope: units,
    };
    const { basis, objective, content, measures, criteria, ...others } = longest.plan;
    const { name, kind, audience, startsOn, endsOn, unitId, contactId } = others;
    const essentials = { name, kind, audience, startsOn, endsOn, unitId, contactId };
    const texts = { basis, objective, content, measures, criteria };
    const form = { campaignId: ID, formKey: ID, seen: null, channelId: 'C1' };
    const { seen, plan } = amended;
    const rules = { finalReviewDays: 15, midtermYears: 3, chasing: plan };
    const blank = { ...draft.plan, checkDays: [], finalReviewOn: null, channelIds: [] };
    const addressed = {
      ...essentials,
      scopeUnitIds: Array.from({ length: LIMITS.scope }, () => ID),
    };
    const modals = [
      essentialsView({
        language,
        form,
        units: units.slice(0, 1),
        contactSlackId: 'U1',
        amended: null,
      }),
      essentialsView({ language, form, units, contactSlackId: 'U1', amended: null }),
      essentialsView({ language, form, units, contactSlackId: null, amended }),
      textsView({ language, form, essentials: addressed, texts: null }),
      textsView({ language, form, essentials: addressed, texts }),
      organisingView({ language, form, plan: blank, ...rules }),
      organisingView({ language, form, plan, ...rules }),
      announcingView({ language, seen, plan: blank, people: 2_000 }),
      announcingView({ language, seen, plan, people: 2_000 }),
      editView({ language, seen, code: 'PT-2026-001', plan, contactSlackId: 'U1' }),
      withdrawView({ language, campaignId: ID, code: 'PT-2026-001', name: plan.name }),
      returnView({ submissionId: ID, mark: 'm' }, plan.name, language),
    ];
    for (const modal of modals)
      expect(validateView(modal, 'modal')).toEqual({ ok: true, view: modal });
    const home = {
      type: 'home',
      blocks: homePart(
        {
          shown: Array.from({ length: 5 }, (_, index) => ({
            ...running,
            id: `11111111-1111-4111-8111-11111111111${index}`,
          })),
          total: 9,
        },
        reader,
      ),
    };
    expect(validateView(home, 'home')).toMatchObject({ ok: true });
  });
});
