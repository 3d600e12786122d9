import type { KnownBlock } from '@slack/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, formatDay } from '../../src/kernel/time.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import type { World } from '../support/world.ts';
import {
  campaignRow,
  fillsEssentials,
  joins,
  launches,
  postedCount,
  postsIn,
  writes,
} from './support/campaigns.ts';
import { at, goTo, openStage, TRANSPORTS, todayOf } from './support/places.ts';
import { changesNothing, SOON } from './support/watching.ts';

const SECRETARY = 'ha.nguyen';
const DIRECTOR = 'hung.le';
const COMMUNICATIONS = 'mai.thai';
const HEAD = 'khanh.phan';
const STAFF = 'lan.tran';

describe.each(TRANSPORTS)('a campaign from the plan to the closing over %s', (transport) => {
  const name = 'Nước rút cuối năm';
  let world: World;
  let firstDay: string;
  beforeAll(async () => {
    world = await openStage(transport);
    firstDay = todayOf(world);
  });
  afterAll(() => world.close());

  test('is written, previewed, changed and launched; each channel sees it once, as previewed', async () => {
    const secretary = at(world, SECRETARY);
    await writes(world, SECRETARY, { name: 'Nước rút quý IV' });
    const before = await campaignRow(world, 'Nước rút quý IV');
    expect(before).toMatchObject({ state: 'draft', code: null });
    expect(before.channels).toHaveLength(1);
    secretary.seesNot('Nước rút quý IV', { in: '#thi-dua' });

    await secretary.clicks('Sửa lại', { in: 'Nước rút quý IV' });
    await secretary.waitsForModal('Phong trào thi đua');
    await secretary.fills({ 'Tên phong trào': name });
    expect(await secretary.submits()).toBe('updated');
    expect(secretary.modalText()).toContain('Tăng 5% số người tham gia');
    expect(await secretary.submits()).toBe('updated');
    await secretary.fills({
      'Hình thức khen thưởng': '3 giấy khen',
      'Kênh đăng thông báo': ['#thi-dua', '#chung'],
    });
    expect(await secretary.submits()).toBe('closed');
    // What the last step wrote: the preview was drawn after the first one, too.
    await secretary.sees('Đăng tại #thi-dua, #chung.', SOON);
    await secretary.sees(name);
    const previewed = announced(messageWith(world, secretary.conversation().id, name));

    await secretary.clicks('Trình duyệt', { in: name, confirm: false });
    expect((await campaignRow(world, name)).state).toBe('draft');
    await Promise.all([
      secretary.clicks('Trình duyệt', { in: name }),
      secretary.clicks('Trình duyệt', { in: name }),
    ]);
    await secretary.sees('Đã trình Lê Quang Hùng duyệt');
    await secretary.sees('Kế hoạch này đang chờ Lê Quang Hùng duyệt');
    const director = at(world, DIRECTOR);
    await director.sees(`trình duyệt phong trào “${name}”`, SOON);
    // The director sees word for word what the author did.
    expect(announced(messageWith(world, director.conversation().id, name))).toEqual(previewed);

    await director.clicks('Duyệt và phát động', { in: name, confirm: false });
    expect((await campaignRow(world, name)).state).toBe('submitted');
    await Promise.all([
      director.clicks('Duyệt và phát động', { in: name }),
      director.clicks('Duyệt và phát động', { in: name }),
    ]);
    const code = `PT-${firstDay.slice(0, 4)}-001`;
    await director.sees(`Đã duyệt và phát động phong trào ${code}`);
    await director.sees(`đã duyệt phong trào “${name}”`);
    await secretary.sees(`Phong trào đã phát động với mã ${code}`, SOON);
    const reader = at(world, STAFF);
    for (const channel of ['#thi-dua', '#chung']) {
      await reader.sees(code, { in: channel, ...SOON });
      await reader.sees('3 giấy khen', { in: channel });
      await reader.sees('0 cá nhân và 0 tập thể đã hưởng ứng', { in: channel });
      // Word for word what was previewed, but for the code that the launch gives.
      const posted = announced(messageWith(world, channel, name));
      expect(posted).toEqual(previewed);
    }
    const row = await campaignRow(world, name);
    expect(row).toMatchObject({ id: before.id, state: 'published', code });
    expect(await postedCount(world, row.id, 'announcement')).toBe(2);
    await secretary.sees(`${code} “${name}” đã phát động lúc`, SOON);
  });

  test('a person and a unit join by the button; the count is updated in place, in every channel', async () => {
    const staff = at(world, STAFF);
    await joins(world, STAFF, { in: '#chung' });
    await staff.sees('Đã ghi nhận anh/chị hưởng ứng phong trào', { in: 'modal' });
    await staff.closesModal();
    const head = at(world, HEAD);
    await joins(
      world,
      HEAD,
      { in: '#thi-dua' },
      {
        'Hưởng ứng cho': 'Phòng Quản lý thu – Sổ, thẻ',
        'Chỉ tiêu giao ước': '50 người mới',
      },
    );
    await head.sees('Đã ghi nhận Phòng Quản lý thu – Sổ, thẻ hưởng ứng', { in: 'modal' });
    await head.closesModal();
    for (const channel of ['#thi-dua', '#chung']) {
      await at(world, 'nga.bui').sees('1 cá nhân và 1 tập thể đã hưởng ứng', {
        in: channel,
        ...SOON,
      });
      expect(postsIn(world, channel, 'Tuyên truyền tại từng xã')).toBe(1);
    }
    const { pledges } = await campaignRow(world, name);
    expect(pledges.map((pledge) => pledge.personId ?? pledge.unitId).toSorted()).toEqual(
      [personId(STAFF), unitId('SH-THU')].toSorted(),
    );
  });

  test('is reminded of once before its end, and closed once after it, however often the calendar looks', async () => {
    const staff = at(world, STAFF);
    const { id, code } = await campaignRow(world, name);
    const channels = ['#thi-dua', '#chung'];
    await goTo(world, addDays(firstDay, 14), '07:59');
    await world.advance(0);
    expect(await postedCount(world, id, 'reminder')).toBe(0);
    await goTo(world, addDays(firstDay, 14), '08:00');
    for (const channel of channels)
      await staff.sees(`Còn 5 ngày: phong trào “${name}”`, { in: channel, ...SOON });
    await Promise.all([world.advance(0), world.advance(60_000), world.app.jobs.sweep()]);
    for (const channel of channels) expect(postsIn(world, channel, 'Còn 5 ngày')).toBe(1);

    const lastDay = addDays(firstDay, 19);
    await goTo(world, addDays(lastDay, 1), '08:00');
    for (const channel of channels) {
      await staff.sees(`Phong trào “${name}” (${code}) đã kết thúc`, { in: channel, ...SOON });
      await staff.sees('Cảm ơn 1 cá nhân và 1 tập thể đã hưởng ứng', { in: channel });
      await staff.sees(`Đã kết thúc ngày ${formatDay(lastDay)} ·`, { in: channel, ...SOON });
    }
    await Promise.all([world.advance(60_000), world.app.jobs.sweep()]);
    expect(await campaignRow(world, name)).toMatchObject({ state: 'closed' });
    expect(await postedCount(world, id, 'reminder')).toBe(2);
    expect(await postedCount(world, id, 'closing')).toBe(2);
    for (const channel of channels) {
      expect(postsIn(world, channel, 'sẽ tổng kết và khen thưởng')).toBe(1);
      // Neither the announcement nor the reminder can be pressed any more.
      const pressable = () => world.workspace.textsIn(channel).join().includes('[Hưởng ứng]');
      await expect.poll(pressable, { timeout: SOON.within }).toBe(false);
    }
  });
});

/** The blocks of the newest message with these words. */
function messageWith(world: World, channel: string, words: string): KnownBlock[] {
  const found = world.workspace
    .messagesIn(channel)
    .findLast(({ blocks }) => JSON.stringify(blocks).includes(words));
  if (!found) throw new Error(`nothing in ${channel} with "${words}"`);
  return found.blocks;
}

/** The announcement in a message, from its heading to its button, without the code and Slack's own ids. */
function announced(blocks: readonly KnownBlock[]): unknown {
  const from = blocks.findIndex(({ type }) => type === 'header');
  const to = blocks.findIndex((block) => JSON.stringify(block).includes('campaign_join'));
  if (from < 0 || to < 0) throw new Error('no announcement in this message');
  const written = blocks.slice(from, to + 1).map((block) => ({ ...block, block_id: '' }));
  return JSON.parse(JSON.stringify(written).replace(/\*PT-[^*]*\*/, '*PT*'));
}

describe('writing a campaign', () => {
  let world: World;
  beforeAll(async () => {
    world = await openStage();
  });
  afterAll(() => world.close());

  test('wrong days and contacts are told at their fields, and nothing is kept', async () => {
    const author = at(world, COMMUNICATIONS);
    await changesNothing(world, async () => {
      await author.types('/phongtrao', { in: '#chung' });
      await author.waitsForModal('Phong trào thi đua');
      await fillsEssentials(world, COMMUNICATIONS, { name: 'Sai ngày', audience: 'Cá nhân' });
      await author.fills({
        'Từ ngày': addDays(todayOf(world), 3),
        'Đến hết ngày': addDays(todayOf(world), 2),
        'Người đầu mối': 'nam.truong@doitac.example',
      });
      expect(await author.submits()).toBe('errors');
      expect(author.errors()).toEqual({
        'Đến hết ngày': 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
        'Người đầu mối': expect.stringContaining('chưa có trong danh sách cán bộ'),
      });
      await author.fills({
        'Từ ngày': addDays(todayOf(world), -3),
        'Đến hết ngày': addDays(todayOf(world), -1),
        'Người đầu mối': 'lan.tran@bhxh.example',
      });
      expect(await author.submits()).toBe('errors');
      expect(author.errors()).toEqual({ 'Đến hết ngày': expect.stringContaining('đã qua') });
      // Mended in the same modal, then closed: nothing was kept.
      await author.fills({ 'Đến hết ngày': todayOf(world) });
      expect(await author.submits()).toBe('updated');
      await author.closesModal({ all: true });
    });
  });

  test('going back from the second step loses nothing', async () => {
    const author = at(world, COMMUNICATIONS);
    await author.types('/phongtrao', { in: '#chung' });
    await author.waitsForModal('Phong trào thi đua');
    await fillsEssentials(world, COMMUNICATIONS, { name: 'Quay lại', days: 1 });
    expect(await author.submits()).toBe('updated');
    await author.closesModal();
    await author.sees('Bước 1/3', { in: 'modal' });
    expect(await author.submits()).toBe('updated');
    await author.sees('Bước 2/3 · Quay lại', { in: 'modal' });
    await author.closesModal({ all: true });
  });

  test('a draft can be discarded; a late press on it says so', async () => {
    await writes(world, SECRETARY, { name: 'Sẽ bỏ' });
    const secretary = at(world, SECRETARY);
    const { id } = await campaignRow(world, 'Sẽ bỏ');
    await Promise.all([
      secretary.clicks('Bỏ bản nháp', { in: 'Sẽ bỏ' }),
      secretary.clicks('Bỏ bản nháp', { in: 'Sẽ bỏ' }),
    ]);
    await secretary.sees('Đã bỏ bản nháp.');
    await secretary.sees('Bản nháp này không còn nữa');
    await secretary.sees('Bản nháp này đã được bỏ', SOON);
    expect(await world.database.db.campaign.count({ where: { id } })).toBe(0);
  });

  test('of several channels, the one that the app is not in is told to the author, who sends again', async () => {
    const author = at(world, COMMUNICATIONS);
    const code = await launches(world, COMMUNICATIONS, {
      name: 'Kênh riêng',
      audience: 'Cá nhân',
      channels: ['#thi-dua', '#phong-truyen-thong', '#tin-tuc'],
    });
    const { id } = await campaignRow(world, 'Kênh riêng');
    for (const channel of ['#thi-dua', '#tin-tuc'])
      await author.sees('Kênh riêng', { in: channel, ...SOON });
    const dead = { subjectId: id, state: 'dead' } as const;
    await expect
      .poll(() => world.deps.db.outgoingMessage.count({ where: dead }), { timeout: SOON.within })
      .toBe(1);
    await Promise.all([world.advance(0), world.app.jobs.sweep()]);
    const told = `Thông báo phong trào ${code} chưa đăng được tại #phong-truyen-thong`;
    await author.sees(told, SOON);
    await author.sees('/invite', SOON);
    expect(await postedCount(world, id, 'undelivered')).toBe(1);
    world.workspace.join('#phong-truyen-thong', world.workspace.core.identity.botUserId);
    await Promise.all([
      author.clicks('Gửi lại', { in: told }),
      author.clicks('Gửi lại', { in: told }),
    ]);
    await author.sees(code, { in: '#phong-truyen-thong', ...SOON });
    expect(await postedCount(world, id, 'announcement')).toBe(4);
    for (const channel of ['#thi-dua', '#tin-tuc', '#phong-truyen-thong'])
      expect(postsIn(world, channel, 'Kênh riêng')).toBe(1);
  });
});
