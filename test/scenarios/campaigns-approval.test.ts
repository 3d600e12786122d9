import type { KnownBlock } from '@slack/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, formatDay, instantAt } from '../../src/kernel/time.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import type { World } from '../support/world.ts';
import {
  campaignRow,
  fillsEssentials,
  joins,
  launches,
  organising,
  postedCount,
  postsIn,
  submits,
  TEXTS,
  writes,
} from './support/campaigns.ts';
import { keepsCard, pressesForged } from './support/old-card.ts';
import { at, goTo, openStage, todayOf } from './support/places.ts';
import { isTurnedDown, SOON } from './support/watching.ts';

const SECRETARY = 'ha.nguyen';
const DIRECTOR = 'hung.le';
const DEPARTMENT_HEAD = 'khanh.phan';
const STAFF = 'lan.tran';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

let world: World;
beforeAll(async () => {
  world = await openStage();
});
afterAll(() => world.close());

describe('writing', () => {
  test('what is wrong is told at each field of each step; a draft is kept after the second and gone on with', async () => {
    const name = 'Ba bước';
    const author = at(world, SECRETARY);
    await author.types('/phongtrao', { in: '#thi-dua' });
    await author.waitsForModal('Phong trào thi đua');
    await fillsEssentials(world, SECRETARY, {
      name,
      days: 30,
      scope: ['Phòng Quản lý thu – Sổ, thẻ'],
    });
    expect(await author.submits()).toBe('updated');
    await author.fills({ ...TEXTS, 'Tiêu chí': 'Người mới: 60\nHồ sơ đúng hạn' });
    expect(await author.submits()).toBe('errors');
    expect(author.errors()).toEqual({ 'Tiêu chí': expect.stringContaining('Dòng 2') });
    await author.fills({ 'Tiêu chí': 'Người mới: 60\nHồ sơ đúng hạn: 20' });
    expect(await author.submits()).toBe('updated');
    await author.sees('Bước 3/3', { in: 'modal' });
    await author.fills({
      ...organising(world),
      'Ngày kiểm tra': formatDay(addDays(todayOf(world), 40)),
      'Ngày tổng kết': todayOf(world),
      'Số giải': 'nhiều',
      'Nguồn kinh phí': null,
    });
    expect(await author.submits()).toBe('errors');
    expect(Object.keys(author.errors()).toSorted()).toEqual(
      ['Ngày kiểm tra', 'Ngày tổng kết', 'Nguồn kinh phí', 'Số giải'].toSorted(),
    );
    await author.closesModal({ all: true });
    const kept = await campaignRow(world, name);
    expect(kept).toMatchObject({ state: 'draft', rewards: null });
    expect(await postedCount(world, kept.id, 'preview')).toBe(0);

    await author.opensHome();
    await author.sees('Bản nháp, chưa xong bước 3', { in: 'home' });
    await author.types('/phongtrao nháp', { in: '#tin-tuc' });
    await author.sees('Kế hoạch phong trào của tôi', { in: '#tin-tuc' });
    await author.clicks('Viết tiếp', { in: name });
    await author.waitsForModal('Phong trào thi đua');
    expect(author.modalText()).toContain('Phòng Quản lý thu – Sổ, thẻ');
    expect(await author.submits()).toBe('updated');
    expect(await author.submits()).toBe('updated');
    // The final review is proposed.
    await author.fills(organising(world));
    expect(await author.submits()).toBe('closed');
    await author.sees('Tổng điểm tối đa của các tiêu chí là 80; nên là 100', SOON);
    await author.sees('Phạm vi', SOON);
    const row = await campaignRow(world, name);
    expect(row.id).toBe(kept.id);
    expect(row.finalReviewOn).toEqual(new Date(`${addDays(todayOf(world), 44)}T00:00:00Z`));
    expect(await world.deps.db.campaignScope.findMany({ where: { campaignId: row.id } })).toEqual([
      { campaignId: row.id, unitId: unitId('SH-THU') },
    ]);
  });
});

describe('approval', () => {
  test('returned with what to mend, mended, submitted anew and approved', async () => {
    const name = 'Sửa rồi duyệt';
    const author = at(world, SECRETARY);
    const director = at(world, DIRECTOR);
    await writes(world, SECRETARY, { name });
    await submits(world, SECRETARY, name);
    await author.sees('Kế hoạch đang chờ thủ trưởng duyệt', SOON);
    await director.opensHome();
    await director.sees('Kế hoạch phong trào chờ anh/chị duyệt: 1', { in: 'home' });
    await director.sees(`“${name}” · BHXH tỉnh Sông Hàn · Nguyễn Thu Hà trình lúc`, { in: 'home' });
    await director.clicks('Trả lại', { in: name });
    await director.waitsForModal('Trả lại kế hoạch');
    expect(await director.submits()).toBe('errors');
    await director.fills({ 'Điều cần sửa': 'Nêu rõ <!channel> chỉ tiêu từng huyện' });
    expect(await director.submits()).toBe('closed');
    await author.sees('Lê Quang Hùng đã trả lại kế hoạch', SOON);
    await author.sees('chỉ tiêu từng huyện', SOON);
    const firstCard = keepsCard(world, director, name);
    await director.sees('Lê Quang Hùng đã trả lại kế hoạch', SOON);
    await director.opensHome();
    director.seesNot('chờ anh/chị duyệt', { in: 'home' });

    await author.clicks('Sửa lại', { in: name });
    await author.waitsForModal('Phong trào thi đua');
    expect(await author.submits()).toBe('updated');
    await author.fills({ 'Mục tiêu': 'Mỗi huyện tăng 5%' });
    expect(await author.submits()).toBe('updated');
    expect(await author.submits()).toBe('closed');
    await author.sees('Mỗi huyện tăng 5%', SOON);
    await author.clicks('Trình duyệt', { in: 'Mỗi huyện tăng 5%' });
    await director.sees('Mỗi huyện tăng 5%', SOON);
    await isTurnedDown(world, director, 'đã trả lại kế hoạch', () =>
      firstCard.presses('Duyệt và phát động'),
    );
    await director.clicks('Duyệt và phát động', { in: 'Mỗi huyện tăng 5%' });
    await at(world, STAFF).sees('Mỗi huyện tăng 5%', { in: '#thi-dua', ...SOON });
    await author.sees(`Lê Quang Hùng đã duyệt phong trào “${name}”`, SOON);
  });

  test('of two heads who press at once one decides; the card of the other says who', async () => {
    const name = 'Hai thủ trưởng';
    const { db } = world.deps;
    const { id: grantId } = await db.roleGrant.create({
      data: {
        personId: personId(DEPARTMENT_HEAD),
        unitId: unitId('SH'),
        role: 'head',
        fromDate: new Date('2026-01-01'),
      },
      select: { id: true },
    });
    await writes(world, SECRETARY, { name });
    await submits(world, SECRETARY, name);
    const [director, other] = [at(world, DIRECTOR), at(world, DEPARTMENT_HEAD)];
    await other.sees(`trình duyệt phong trào “${name}”`, SOON);
    world.workspace.faults.duplicateNextEnvelope();
    await Promise.all([
      director.clicks('Duyệt và phát động', { in: name }),
      other.clicks('Duyệt và phát động', { in: name }),
    ]);
    const { id } = await campaignRow(world, name);
    const settled = await db.campaignSubmission.findFirstOrThrow({
      where: { campaignId: id },
      include: { settledBy: true },
    });
    const decided = `${settled.settledBy?.fullName} đã duyệt phong trào “${name}” lúc`;
    for (const head of [director, other]) await head.sees(decided, SOON);
    expect(
      await db.auditEvent.count({ where: { subjectId: id, kind: 'campaign.published' } }),
    ).toBe(1);
    expect(await postedCount(world, id, 'announcement')).toBe(1);
    await db.roleGrant.delete({ where: { id: grantId } });
  });

  test('nobody else approves, returns, takes back, changes or withdraws', async () => {
    const name = 'Chỉ thủ trưởng';
    await writes(world, SECRETARY, { name });
    await submits(world, SECRETARY, name);
    const { id: campaignId } = await campaignRow(world, name);
    const { id: submissionId, mark } = await world.deps.db.campaignSubmission.findFirstOrThrow({
      where: { campaignId },
    });
    const forged = async (
      login: typeof STAFF | typeof SECRETARY,
      actionId: string,
      says: string,
    ) => {
      const person = at(world, login);
      const value = { campaignId, submissionId, mark };
      await isTurnedDown(world, person, says, () =>
        pressesForged(world, person, { actionId, value }),
      );
      expect(person.modal()).toBeNull();
    };
    for (const login of [STAFF, SECRETARY] as const)
      for (const action of [
        'campaign_approve',
        'campaign_return',
        'campaign_edit',
        'campaign_withdraw',
      ])
        await forged(login, action, 'là việc của thủ trưởng');
    await forged(STAFF, 'campaign_recall', 'Bản nháp này không còn nữa');
    await forged(SECRETARY, 'campaign_amend', 'Kế hoạch đang chờ duyệt');
    await forged(SECRETARY, 'campaign_discard', 'Kế hoạch đang chờ duyệt');
    const author = at(world, SECRETARY);
    await author.clicks('Thu hồi', { in: 'Kế hoạch đang chờ thủ trưởng duyệt' });
    await author.sees('Đã thu hồi', SOON);
    await at(world, DIRECTOR).sees(`đã thu hồi kế hoạch phong trào “${name}”`, SOON);
    await author.clicks('Bỏ bản nháp', { in: name });
    await author.sees('Đã bỏ bản nháp', SOON);
  });
});

describe('the announcement', () => {
  test('with a picture, @channel and direct messages, at its time; a file that is no picture is refused', async () => {
    const name = 'Đúng giờ';
    const author = at(world, SECRETARY);
    await writes(world, SECRETARY, { name, scope: ['Phòng Quản lý thu – Sổ, thẻ'] });
    await author.clicks('Cách thông báo', { in: name });
    await author.waitsForModal('Cách thông báo');
    await author.fills({ Ảnh: [{ name: 'giả.png', content: Buffer.from('<svg/>') }] });
    expect(await author.submits()).toBe('errors');
    expect(author.errors()).toEqual({
      Ảnh: expect.stringContaining('không phải ảnh JPG hoặc PNG'),
    });
    await author.fills({ Ảnh: [{ name: 'ảnh.png', content: PNG }] });
    expect(await author.submits()).toBe('errors');
    expect(author.errors()).toEqual({ 'Mô tả ảnh': expect.stringContaining('mô tả') });
    const day = addDays(todayOf(world), 1);
    const launchAt = instantAt(day, '08:30', world.deps.zone);
    await author.fills({
      'Mô tả ảnh': 'Đội tuyên truyền tại xã <!here>',
      'Giờ phát động': launchAt.getTime() / 1000,
      'Tin nhắn riêng': ['Gửi riêng cho 5 người trong phạm vi'],
      'Gọi cả kênh': ['Kèm @channel ở lần đăng đầu'],
    });
    expect(await author.submits()).toBe('closed');
    await author.sees('Đội tuyên truyền tại xã', SOON);
    await author.sees('Lần đăng đầu có @channel', SOON);
    await submits(world, SECRETARY, name);
    const director = at(world, DIRECTOR);
    await director.clicks('Duyệt và phát động', { in: name });
    await director.sees(`Phong trào được phát động lúc 08:30 ${formatDay(day)}`, SOON);
    await author.opensHome();
    await author.sees('Đã duyệt, chờ phát động', { in: 'home' });
    expect((await campaignRow(world, name)).state).toBe('approved');
    expect(postsIn(world, '#thi-dua', name)).toBe(0);

    await goTo(world, day, '08:30');
    await Promise.all([world.advance(0), world.app.jobs.sweep()]);
    const staff = at(world, STAFF);
    await staff.sees(name, { in: '#thi-dua', ...SOON });
    const { id } = await campaignRow(world, name);
    const direct = await world.deps.db.outgoingMessage.findMany({
      where: { subjectId: id, purpose: 'campaigns.direct' },
    });
    expect(direct.map((one) => one.personId)).toContain(personId(STAFF));
    expect(direct.map((one) => one.personId)).not.toContain(personId(DIRECTOR));
    expect(await postedCount(world, id, 'announcement')).toBe(1);
    const [post] = messagesWith('#thi-dua', name);
    expect(JSON.stringify(post)).toContain('<!channel>');
    expect(post?.find(({ type }) => type === 'image')).toMatchObject({
      slack_file: { id: expect.stringMatching(/^F/) },
      alt_text: 'Đội tuyên truyền tại xã <!here>',
    });
    // Somebody joins: redrawn in place, nobody is called again.
    await joins(world, STAFF, { in: '#thi-dua' });
    await staff.closesModal();
    await staff.sees('1 cá nhân và 0 tập thể đã hưởng ứng', { in: '#thi-dua', ...SOON });
    expect(JSON.stringify(messagesWith('#thi-dua', name))).not.toContain('<!channel>');
  });

  test('is changed in place with a note, in channels and direct messages', async () => {
    const name = 'Sẽ gia hạn';
    await launches(world, SECRETARY, { name, channels: ['#thi-dua', '#chung'] });
    const director = at(world, DIRECTOR);
    await director.clicks('Sửa thông báo', { in: name });
    await director.waitsForModal('Sửa thông báo');
    await director.fills({
      'Nội dung sửa đổi': 'Gia hạn thêm 10 ngày <!channel> *nhé*',
      'Đến hết ngày': addDays(todayOf(world), 29),
      'Ngày tổng kết': addDays(todayOf(world), 40),
    });
    expect(await director.submits()).toBe('updated');
    await director.sees('Đã cập nhật', { in: 'modal' });
    await director.closesModal();
    const staff = at(world, STAFF);
    for (const channel of ['#thi-dua', '#chung']) {
      await staff.sees('Gia hạn thêm 10 ngày', { in: channel, ...SOON });
      expect(postsIn(world, channel, name)).toBe(1);
      const [blocks] = messagesWith(channel, name);
      expect(JSON.stringify(blocks)).not.toMatch(/"mrkdwn","text":"[^"]*<!channel>/);
    }
    const row = await campaignRow(world, name);
    expect(await world.deps.db.campaignRevision.count({ where: { campaignId: row.id } })).toBe(1);
  });

  test('gets a picture and another one while it is out, each looked at in the form', async () => {
    const name = 'Thay ảnh';
    await launches(world, SECRETARY, { name, channels: ['#chung'] });
    const director = at(world, DIRECTOR);
    const picture = () =>
      messagesWith('#chung', name)[0]?.find(({ type }) => type === 'image') ?? null;
    async function changes(fields: Record<string, unknown>, note: string) {
      await director.clicks('Sửa thông báo', { in: name });
      await director.waitsForModal('Sửa thông báo');
      await director.fills({ 'Nội dung sửa đổi': note, ...fields });
    }
    await changes({ Ảnh: [{ name: 'giả.png', content: Buffer.from('<svg/>') }] }, 'Thêm ảnh');
    expect(await director.submits()).toBe('errors');
    expect(director.errors()).toEqual({
      Ảnh: expect.stringContaining('không phải ảnh JPG hoặc PNG'),
    });
    await director.fills({ Ảnh: [{ name: 'một.png', content: PNG }] });
    expect(await director.submits()).toBe('errors');
    expect(director.errors()).toEqual({ 'Mô tả ảnh': expect.stringContaining('mô tả') });
    await director.fills({ 'Mô tả ảnh': 'Ra quân tại xã' });
    expect(await director.submits()).toBe('updated');
    await director.closesModal();
    const staff = at(world, STAFF);
    await staff.sees('Thêm ảnh', { in: '#chung', ...SOON });
    const first = picture();
    expect(first).toMatchObject({ alt_text: 'Ra quân tại xã' });

    await changes({ 'Thay bằng ảnh khác': [{ name: 'hai.png', content: PNG }] }, 'Ảnh mới');
    expect(await director.submits()).toBe('updated');
    await director.closesModal();
    await staff.sees('Ảnh mới', { in: '#chung', ...SOON });
    const second = picture();
    expect(second).toMatchObject({ alt_text: 'Ra quân tại xã' });
    expect(second).not.toEqual(first);

    await changes({}, 'Chỉ thêm ghi chú');
    expect(await director.submits()).toBe('updated');
    await director.sees('Không có gì thay đổi', { in: 'modal' });
    await director.closesModal();
    await changes({ Ảnh: [] }, 'Bỏ ảnh');
    expect(await director.submits()).toBe('updated');
    await director.closesModal();
    await staff.sees('Bỏ ảnh', { in: '#chung', ...SOON });
    expect(picture()).toBeNull();
  });

  test('is withdrawn with a reason: nobody joins any more, and those who joined are told once', async () => {
    const name = 'Sẽ hủy';
    const code = await launches(world, SECRETARY, {
      name,
      audience: 'Cá nhân',
      channels: ['#chung'],
    });
    const staff = at(world, STAFF);
    await staff.sees(name, { in: '#chung', ...SOON });
    const old = keepsCard(world, staff, name);
    await joins(world, STAFF, { in: name });
    await staff.sees(`Đã ghi nhận anh/chị hưởng ứng phong trào ${code}`, { in: 'modal' });
    await staff.closesModal();
    const director = at(world, DIRECTOR);
    await director.clicks('Hủy phong trào', { in: name });
    await director.waitsForModal('Hủy phong trào');
    await director.fills({ 'Lý do': 'Dồn lực cho khắc phục bão số 12' });
    await Promise.all([director.submits(), director.submits()]);
    await staff.sees('khắc phục bão số 12', { in: '#chung', ...SOON });
    await staff.sees('mà anh/chị đã đăng ký hưởng ứng', SOON);
    await isTurnedDown(world, staff, `Phong trào ${code} đã được hủy`, () =>
      old.presses('Hưởng ứng'),
    );
    const { id, state } = await campaignRow(world, name);
    expect(state).toBe('withdrawn');
    expect(await postedCount(world, id, 'withdrawn')).toBe(1);
    await at(world, SECRETARY).sees(`“${name}” đã hủy lúc`, SOON);
  });
});

/** The blocks of the messages in a channel with these words. */
function messagesWith(channel: string, words: string): (readonly KnownBlock[])[] {
  return world.workspace
    .messagesIn(channel)
    .map(({ blocks }) => blocks)
    .filter((blocks) => JSON.stringify(blocks).includes(words));
}
