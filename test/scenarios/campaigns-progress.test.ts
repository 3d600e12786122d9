import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf, formatDay } from '../../src/kernel/time.ts';
import type { World } from '../support/world.ts';
import { campaignRow, launches, opensFromList, postsIn } from './support/campaigns.ts';
import { at, goTo, openStage, todayOf } from './support/places.ts';
import { SOON } from './support/watching.ts';

const SECRETARY = 'ha.nguyen';
const DIRECTOR = 'hung.le';
const HEAD = 'khanh.phan';
const OTHER_HEAD = 'viet.kieu';
const STAFF = 'lan.tran';
const NAME = 'Về đích trước hạn';
const SCOPE = ['Phòng Quản lý thu – Sổ, thẻ', 'Phòng Truyền thông', 'Văn phòng'];

let world: World;
beforeAll(async () => {
  world = await openStage();
  await launches(world, SECRETARY, { name: NAME, scope: SCOPE });
});
afterAll(() => world.close());

/** Opens the ranking from the list. */
async function opensRanking(
  login: typeof SECRETARY | typeof DIRECTOR | typeof HEAD | typeof OTHER_HEAD | typeof STAFF,
) {
  return opensFromList(world, login, { name: NAME, button: 'Bảng xếp hạng' });
}

describe('the progress of a campaign', () => {
  test('indicators are set, each mistake told at its field', async () => {
    const author = await opensRanking(SECRETARY);
    await author.sees('Phong trào chưa có chỉ tiêu.', { in: 'modal' });
    await author.clicks('Chỉ tiêu', { in: 'modal' });
    await author.waitsForModal('Chỉ tiêu');
    await author.clicks('Thêm chỉ tiêu', { in: 'modal' });
    await author.sees('Tên chỉ tiêu', { in: 'modal' });
    await author.fills({
      'Tên chỉ tiêu': 'Người tham gia mới',
      'Đơn vị tính': 'người',
      'Mức giao chung': '1,000.5',
      'Mức giao riêng': 'Truyền thông: 200\nHòn Me: 3',
      'Trọng số': '0',
    });
    expect(await author.submits()).toBe('errors');
    expect(author.errors()).toEqual({
      'Mức giao chung': expect.stringContaining('1.234,5'),
      'Mức giao riêng': expect.stringContaining('Dòng 2: không có đơn vị này'),
      'Trọng số': expect.stringContaining('từ 1 đến 100'),
    });
    await author.fills({
      'Mức giao chung': '1.000',
      'Mức giao riêng': 'Truyền thông: 200',
      'Trọng số': '60',
    });
    expect(await author.submits()).toBe('closed');
    await author.sees('Tổng trọng số là 60; nên là 100', { in: 'modal' });
    await author.closesModal({ all: true });
  });

  test('heads enter their figures; everybody sees the ranking, and nobody who entered', async () => {
    const head = await opensRanking(HEAD);
    head.seesNot('Thêm chỉ tiêu', { in: 'modal' });
    await head.clicks('Nhập số liệu', { in: 'modal' });
    await head.waitsForModal('Nhập số liệu');
    await head.fills({
      'Lũy kế đến hết ngày': addDays(todayOf(world), 1),
      'Người tham gia mới (người)': 'nhiều',
    });
    expect(await head.submits()).toBe('errors');
    expect(head.errors()).toEqual({
      'Lũy kế đến hết ngày': expect.stringContaining('trong khoảng'),
      'Người tham gia mới (người)': expect.stringContaining('1.234,5'),
    });
    await head.fills({
      'Lũy kế đến hết ngày': todayOf(world),
      'Người tham gia mới (người)': '1.050',
    });
    expect(await head.submits()).toBe('updated');
    await head.sees('Đã ghi 1 số liệu của Phòng Quản lý thu – Sổ, thẻ', { in: 'modal' });
    await head.closesModal({ all: true });

    const other = await opensRanking(OTHER_HEAD);
    await other.clicks('Nhập số liệu', { in: 'modal' });
    await other.waitsForModal('Nhập số liệu');
    await other.fills({ 'Người tham gia mới (người)': '200' });
    expect(await other.submits()).toBe('updated');
    await other.closesModal({ all: true });

    const staff = await opensRanking(STAFF);
    await staff.sees('2/3 đơn vị đã báo cáo', { in: 'modal' });
    const day = formatDay(todayOf(world));
    expect(staff.modalText()).toContain(
      `1. Phòng Quản lý thu – Sổ, thẻ: 60,00 điểm (đồng hạng) · đến ${day}`,
    );
    expect(staff.modalText()).toContain('1. Phòng Truyền thông: 60,00 điểm (đồng hạng)');
    expect(staff.modalText()).toContain('– Văn phòng: chưa báo cáo');
    expect(staff.modalText()).not.toContain('Phan Quốc Khánh');
    staff.seesNot('Nhập số liệu', { in: 'modal' });
    await staff.clicks('Chỉ tiêu', { in: 'modal' });
    await staff.waitsForModal('Chỉ tiêu');
    staff.seesNot('Thêm chỉ tiêu', { in: 'modal' });
    await staff.closesModal({ all: true });
  });

  test('the director gives points and takes them back, each with a reason', async () => {
    const director = await opensRanking(DIRECTOR);
    await director.clicks('Điểm cộng, điểm trừ', { in: 'modal' });
    await director.waitsForModal('Điểm cộng, điểm trừ');
    await director.sees('Chưa có điểm cộng, điểm trừ.', { in: 'modal' });
    await director.clicks('Cộng hoặc trừ điểm', { in: 'modal' });
    await director.sees('Số điểm', { in: 'modal' });
    await director.fills({
      'Đơn vị': 'Phòng Truyền thông',
      Loại: 'Điểm trừ',
      'Số điểm': '1.5',
      'Lý do': 'Báo cáo chậm',
    });
    expect(await director.submits()).toBe('errors');
    expect(director.errors()).toEqual({ 'Số điểm': expect.stringContaining('2,5') });
    await director.fills({ 'Số điểm': '1,5' });
    expect(await director.submits()).toBe('updated');
    await director.sees('Đã ghi điểm.', { in: 'modal' });
    await director.closesModal({ all: true });
    const staff = await opensRanking(STAFF);
    await staff.sees('2. Phòng Truyền thông: 58,50 điểm', { in: 'modal' });
    expect(staff.modalText()).toContain('trừ 1,50');
    staff.seesNot('Điểm cộng, điểm trừ', { in: 'modal' });
    await staff.closesModal({ all: true });
    await opensRanking(DIRECTOR);
    await director.clicks('Điểm cộng, điểm trừ', { in: 'modal' });
    await director.waitsForModal('Điểm cộng, điểm trừ');
    await director.clicks('Thu hồi', { in: 'modal' });
    await director.waitsForModal('Thu hồi điểm');
    expect(await director.submits()).toBe('errors');
    await director.fills({ 'Lý do': 'Đã báo cáo đúng hạn' });
    expect(await director.submits()).toBe('updated');
    await director.closesModal({ all: true });
  });

  test('the director posts the ranking, and it is changed in place the same day', async () => {
    const director = await opensRanking(DIRECTOR);
    await director.clicks('Đăng bảng xếp hạng', { in: 'modal' });
    await director.sees('Bảng xếp hạng đang được đăng tại', { in: 'modal' });
    await director.closesModal({ all: true });
    const staff = at(world, STAFF);
    const title = `Bảng xếp hạng ngày ${formatDay(todayOf(world))}`;
    await staff.sees(title, { in: '#thi-dua', ...SOON });
    await staff.sees('1. Phòng Truyền thông: 60,00 điểm (đồng hạng)', { in: '#thi-dua' });
    await staff.sees('Tổng điểm – 1. …thu – Sổ, thẻ: 60, 1. …Truyền thông: 60', { in: '#thi-dua' });
    const head = await opensRanking(OTHER_HEAD);
    await head.clicks('Nhập số liệu', { in: 'modal' });
    await head.waitsForModal('Nhập số liệu');
    await head.fills({ 'Người tham gia mới (người)': '150' });
    expect(await head.submits()).toBe('updated');
    await head.closesModal({ all: true });
    await opensRanking(DIRECTOR);
    await director.clicks('Đăng bảng xếp hạng', { in: 'modal' });
    await director.sees('Bảng xếp hạng hôm nay đã đăng tại', { in: 'modal' });
    await director.closesModal({ all: true });
    await staff.sees('2. Phòng Truyền thông: 45,00 điểm', { in: '#thi-dua', ...SOON });
    expect(postsIn(world, '#thi-dua', title)).toBe(1);

    await opensRanking(STAFF);
    staff.seesNot('Đăng bảng xếp hạng', { in: 'modal' });
    await staff.clicks('Tải .xlsx', { in: 'modal' });
    await staff.sees('Tệp đang được gửi', { in: 'modal' });
    await staff.closesModal({ all: true });
    await staff.sees('bang-xep-hang-pt-2026-001', SOON);
  });

  test('a secretary chooses the unit, and changes an indicator with a reason', async () => {
    const author = await opensRanking(SECRETARY);
    await author.clicks('Nhập số liệu', { in: 'modal' });
    await author.waitsForModal('Nhập số liệu');
    await author.fills({ 'Đơn vị': 'Văn phòng' });
    expect(await author.submits()).toBe('updated');
    expect(author.modalText()).toContain('Chưa có số liệu.');
    await author.fills({ 'Người tham gia mới (người)': '333,3' });
    expect(await author.submits()).toBe('updated');
    await author.sees('Đã ghi 1 số liệu của Văn phòng', { in: 'modal' });
    await author.closesModal({ all: true });
    await opensRanking(SECRETARY);
    await author.sees('3. Văn phòng: 20,00 điểm', { in: 'modal' });
    await author.clicks('Chỉ tiêu', { in: 'modal' });
    await author.waitsForModal('Chỉ tiêu');
    await author.clicks('Sửa', { in: 'modal' });
    await author.sees('Tên chỉ tiêu', { in: 'modal' });
    await author.fills({ 'Trọng số': '100' });
    expect(await author.submits()).toBe('errors');
    expect(author.errors()).toEqual({ 'Lý do thay đổi': expect.stringContaining('lý do') });
    await author.fills({ 'Lý do thay đổi': 'Chỉ còn một chỉ tiêu' });
    expect(await author.submits()).toBe('closed');
    await author.sees('Tổng trọng số: 100.', { in: 'modal' });
    await author.closesModal({ all: true });
    const { id, endsOn } = await campaignRow(world, NAME);
    const changed = await world.deps.db.auditEvent.findFirstOrThrow({
      where: { subjectId: id, kind: 'campaign.indicator_set', reason: { not: null } },
    });
    expect(changed.reason).toBe('Chỉ còn một chỉ tiêu');

    // After the end heads still have it in their list, until the final review.
    await goTo(world, addDays(dayOf(endsOn), 1), '09:00');
    const head = await opensRanking(HEAD);
    await head.clicks('Nhập số liệu', { in: 'modal' });
    await head.waitsForModal('Nhập số liệu');
    expect(head.modalText()).toContain('Gần nhất: 1.050 người đến');
    await head.fills({ 'Người tham gia mới (người)': '900' });
    expect(await head.submits()).toBe('updated');
    await head.closesModal({ all: true });
    await opensRanking(HEAD);
    await head.sees(`1. Phòng Quản lý thu – Sổ, thẻ: 90,00 điểm · đến ${formatDay(endsOn)}`, {
      in: 'modal',
    });
  });
});
