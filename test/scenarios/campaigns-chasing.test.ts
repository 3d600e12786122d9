import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, formatDay } from '../../src/kernel/time.ts';
import { type Login, staffOf } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import {
  campaignRow,
  fillsEssentials,
  opensFromList,
  organising,
  submits,
  TEXTS,
} from './support/campaigns.ts';
import { at, goTo, openStage, todayOf } from './support/places.ts';
import { changesNothing, SOON } from './support/watching.ts';

const SECRETARY = 'ha.nguyen';
const DIRECTOR = 'hung.le';
const HEAD = 'viet.kieu';
const OTHER_HEAD = 'khanh.phan';
const CHECKER = 'yen.luu';
const STAFF = 'lan.tran';
const NAME = 'Về đích trước hạn';
const UNIT = 'Phòng Truyền thông';
const OTHER = 'Phòng Quản lý thu – Sổ, thẻ';
// The world begins on Wednesday 11/11/2026.
const FRIDAY = '2026-11-13';
const MONDAY = '2026-11-16';
const WEDNESDAY = '2026-11-18';
/** The day to which the check is moved: the Friday after. */
const CHECK_DAY = '2026-11-20';

let world: World;
beforeAll(async () => {
  world = await openStage();
});
afterAll(() => world.close());

/** Opens what one button of the campaign in the list opens. */
async function opens(login: Login, button: string, title: string) {
  return opensFromList(world, login, { name: NAME, button, title });
}

describe('a campaign is chased', () => {
  test('the plan says until when units pledge; what is wrong is told at its field', async () => {
    const author = at(world, SECRETARY);
    await author.types('/phongtrao', { in: '#thi-dua' });
    await author.waitsForModal('Phong trào thi đua');
    await fillsEssentials(world, SECRETARY, {
      name: NAME,
      audience: 'Tập thể',
      days: 40,
      scope: [UNIT, OTHER, 'Văn phòng'],
    });
    expect(await author.submits()).toBe('updated');
    await author.sees('Bước 2/3', { in: 'modal' });
    await author.fills(TEXTS);
    expect(await author.submits()).toBe('updated');
    await author.sees('Bước 3/3', { in: 'modal' });
    await author.fills({
      ...organising(world),
      'Ngày kiểm tra': formatDay(WEDNESDAY),
      'Hạn đơn vị đăng ký giao ước': addDays(todayOf(world), 60),
      'Kỳ nhập số liệu': 'Hằng tuần',
      'Báo cấp trên sau đôn đốc (ngày làm việc)': 'ba',
    });
    expect(await author.submits()).toBe('errors');
    expect(author.errors()).toEqual({
      'Hạn đơn vị đăng ký giao ước': expect.stringContaining('trong thời gian phong trào'),
      'Báo cấp trên sau đôn đốc (ngày làm việc)': expect.stringContaining('từ 1 đến 60'),
    });
    await author.fills({
      'Hạn đơn vị đăng ký giao ước': FRIDAY,
      'Báo cấp trên sau đôn đốc (ngày làm việc)': '2',
    });
    expect(await author.submits()).toBe('closed');
    await author.sees('Bản xem trước, chỉ anh/chị thấy', SOON);
    await author.sees(`Đơn vị đăng ký giao ước đến hết ${formatDay(FRIDAY)}`, SOON);
    await author.sees('Báo cấp trên sau 2 ngày làm việc', SOON);
    await submits(world, SECRETARY, NAME);
    await at(world, DIRECTOR).clicks('Duyệt và phát động', { in: NAME });
    await author.sees(`“${NAME}” đã phát động lúc`, SOON);
  });

  test('over a weekend nobody is urged; on Monday heads are, and it ends when they pledge', async () => {
    const head = at(world, HEAD);
    await changesNothing(world, async () => {
      await goTo(world, addDays(FRIDAY, 1), '10:00');
      await goTo(world, addDays(FRIDAY, 2), '10:00');
    });
    await goTo(world, MONDAY, '08:00');
    await head.sees('Đôn đốc phong trào thi đua: 1 việc đã quá hạn', SOON);
    await head.sees(`${UNIT}: chưa đăng ký giao ước (hạn ${formatDay(FRIDAY)})`, SOON);
    const other = at(world, OTHER_HEAD);
    await other.sees(`${OTHER}: chưa đăng ký giao ước`, SOON);

    await head.clicks('Đăng ký giao ước', { in: 'Đôn đốc phong trào' });
    await head.waitsForModal('Hưởng ứng phong trào');
    await head.fills({ 'Chỉ tiêu giao ước': '50 người mới' });
    expect(await head.submits()).toBe('updated');
    await head.closesModal({ all: true });
    await head.sees('Các việc được đôn đốc trong tin này không còn chậm.', SOON);
  });

  test('the director sees who is late and urges by hand, once; others may not', async () => {
    const director = await opens(DIRECTOR, 'Đôn đốc', 'Đôn đốc');
    await director.sees('Đơn vị đang chậm: 2/3', { in: 'modal' });
    expect(director.modalText()).toContain(`đôn đốc lúc 08:00 ${formatDay(MONDAY)}`);
    director.seesNot(UNIT, { in: 'modal' });
    await director.clicks('Đôn đốc ngay', { in: 'modal' });
    await director.sees(`Đã đôn đốc ${OTHER}.`, { in: 'modal' });
    // The list itself goes on, and knows it.
    await director.sees('Đôn đốc bằng tay lần cuối lúc', { in: 'modal' });
    await director.clicks('Đôn đốc ngay', { in: 'modal' });
    await director.sees('Đã đôn đốc Văn phòng.', { in: 'modal' });
    director.seesNot('Đôn đốc ngay', { in: 'modal' });
    await director.closesModal({ all: true });
    const author = await opens(SECRETARY, 'Đôn đốc', 'Đôn đốc');
    author.seesNot('Đôn đốc ngay', { in: 'modal' });
    await author.sees('Đôn đốc bằng tay lần cuối lúc', { in: 'modal' });
    await author.closesModal({ all: true });
    const staff = at(world, STAFF);
    await staff.types('/phongtrao danh sách', { in: '#thi-dua' });
    await staff.sees(NAME, { in: '#thi-dua' });
    staff.seesNot('[Đôn đốc]', { in: '#thi-dua' });
    staff.seesNot('[Kiểm tra]', { in: '#thi-dua' });
  });

  test('two working days later the director is told of who is late still', async () => {
    await goTo(world, WEDNESDAY, '08:30');
    const director = at(world, DIRECTOR);
    await director.sees('Phong trào thi đua: 2 đơn vị vẫn chậm sau khi được đôn đốc', SOON);
    await director.sees(`đôn đốc lúc 08:00 ${formatDay(MONDAY)}`, SOON);
  });
});

describe('a check', () => {
  test('is arranged and moved, each mistake told at its field', async () => {
    const director = await opens(DIRECTOR, 'Kiểm tra', 'Kiểm tra');
    await director.clicks('Xem', { in: 'modal' });
    await director.waitsForModal('Đợt kiểm tra');
    await director.sees('chưa phân công', { in: 'modal' });
    await director.clicks('Phân công', { in: 'modal' });
    await director.waitsForModal('Phân công');
    await director.fills({
      'Người kiểm tra': [staffOf(HEAD).name],
      'Đơn vị': [UNIT, OTHER, 'Văn phòng'],
    });
    expect(await director.submits()).toBe('errors');
    expect(director.errors()).toEqual({
      'Người kiểm tra': expect.stringContaining('không tự kiểm tra đơn vị mình'),
    });
    await director.fills({ 'Người kiểm tra': [staffOf(CHECKER).name] });
    expect(await director.submits()).toBe('closed');
    await director.sees('Đã lưu.', { in: 'modal' });
    await director.sees(staffOf(CHECKER).name, { in: 'modal' });
    director.seesNot('chưa phân công', { in: 'modal' });
    await director.clicks('Dời ngày', { in: 'modal' });
    await director.waitsForModal('Dời ngày');
    await director.fills({ 'Ngày mới': CHECK_DAY, 'Lý do': '' });
    expect(await director.submits()).toBe('errors');
    await director.fills({ 'Lý do': 'Mưa bão' });
    expect(await director.submits()).toBe('closed');
    await director.sees('Đã dời ngày kiểm tra.', { in: 'modal' });
    await director.sees(formatDay(CHECK_DAY), { in: 'modal' });
    // The list is drawn anew, not left from before.
    await director.clicks('Các đợt kiểm tra', { in: 'modal' });
    await director.waitsForModal('Kiểm tra');
    await director.sees(`${formatDay(CHECK_DAY)} · `, { in: 'modal' });
    await director.sees(staffOf(CHECKER).name, { in: 'modal' });
    await director.closesModal();
    expect(director.modalText()).toBe('');
    await goTo(world, WEDNESDAY, '09:00');
    await at(world, CHECKER).sees(`dời sang ngày ${formatDay(CHECK_DAY)}: Mưa bão`, SOON);
    await at(world, CHECKER).sees(`Ngày ${formatDay(CHECK_DAY)}, anh/chị kiểm tra`, SOON);
  });

  test('is recorded on its day; the head mends, the checker returns and accepts', async () => {
    await goTo(world, CHECK_DAY, '08:00');
    const checker = at(world, CHECKER);
    await checker.sees(`Hôm nay anh/chị kiểm tra phong trào “${NAME}”`, SOON);
    await checker.clicks('Xem', { in: 'Hôm nay anh/chị kiểm tra' });
    await checker.waitsForModal('Đợt kiểm tra');
    await checker.clicks('Ghi kết quả', { in: 'modal' });
    await checker.waitsForModal('Ghi kết quả');
    await checker.fills({ 'Điểm tốt': 'Sổ đầy đủ' });
    expect(await checker.submits()).toBe('closed');
    await checker.sees(`Đã ghi kết quả kiểm tra ${OTHER}`, { in: 'modal' });
    // What lies under the form is not what it was before.
    await checker.sees('Điểm tốt: Sổ đầy đủ', { in: 'modal' });
    checker.seesNot(`${OTHER}: chưa ghi kết quả`, { in: 'modal' });
    await checker.clicks('Ghi kết quả', { in: 'modal' });
    await checker.waitsForModal('Ghi kết quả');
    await checker.sees(UNIT, { in: 'modal' });
    await checker.fills({ 'Việc cần khắc phục': 'Lập sổ theo dõi' });
    expect(await checker.submits()).toBe('errors');
    expect(checker.errors()).toEqual({
      'Điểm tốt': expect.stringContaining('ít nhất'),
      'Khắc phục xong đến hết ngày': expect.stringContaining('cả hai'),
    });
    const by = addDays(CHECK_DAY, 4);
    await checker.fills({ 'Tồn tại, hạn chế': 'Thiếu sổ', 'Khắc phục xong đến hết ngày': by });
    expect(await checker.submits()).toBe('closed');
    await checker.sees(`Đã ghi kết quả kiểm tra ${UNIT}`, { in: 'modal' });
    await checker.closesModal({ all: true });

    const head = at(world, HEAD);
    await head.sees(`Kết quả kiểm tra ${UNIT} ngày ${formatDay(CHECK_DAY)}`, SOON);
    await head.clicks('Báo khắc phục', { in: 'Kết quả kiểm tra' });
    await head.waitsForModal('Báo khắc phục');
    await head.fills({ 'Việc đã làm': 'Đã lập sổ' });
    expect(await head.submits()).toBe('updated');
    await head.closesModal({ all: true });
    await checker.sees('báo đã khắc phục', SOON);
    await checker.clicks('Trả lại', { in: 'báo đã khắc phục' });
    await checker.waitsForModal('Trả lại');
    await checker.fills({ 'Lý do': 'Sổ chưa ký' });
    expect(await checker.submits()).toBe('updated');
    await checker.closesModal({ all: true });
    await head.sees('trả lại báo cáo khắc phục', SOON);
    await head.sees('Sổ chưa ký', SOON);
    await head.clicks('Báo khắc phục', { in: 'trả lại báo cáo khắc phục' });
    await head.waitsForModal('Báo khắc phục');
    await head.fills({ 'Việc đã làm': 'Đã ký sổ' });
    expect(await head.submits()).toBe('updated');
    await head.closesModal({ all: true });
    await checker.sees('Đã ký sổ', SOON);
    await checker.clicks('Chấp nhận', { in: 'Đã ký sổ' });
    await checker.sees('Đã chấp nhận khắc phục.', { in: 'modal' });
    await checker.closesModal({ all: true });
    await head.sees(`đã chấp nhận khắc phục của ${UNIT}`, SOON);
  });

  test('a unit sees its own findings only; what is overdue stands in the report', async () => {
    const other = await opens(OTHER_HEAD, 'Kiểm tra', 'Kiểm tra');
    other.seesNot(UNIT, { in: 'modal' });
    await other.sees(OTHER, { in: 'modal' });
    await other.closesModal({ all: true });
    // Saturday: the third unit was not looked at on Friday.
    await goTo(world, addDays(CHECK_DAY, 1), '09:00');
    const inspector = at(world, CHECKER);
    await inspector.types('/thidua kiểm tra');
    await inspector.waitsForModal('Báo cáo kiểm tra');
    await inspector.sees('Đợt kiểm tra phong trào quá ngày: 1', { in: 'modal' });
    await inspector.sees('Kết quả kiểm tra chưa khắc phục: 0', { in: 'modal' });
    await inspector.closesModal();
    const { id } = await campaignRow(world, NAME);
    const kinds = await world.deps.db.auditEvent.findMany({
      where: { subjectId: id, kind: { startsWith: 'campaign.mending' } },
      orderBy: { id: 'asc' },
      select: { kind: true },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'campaign.mending_told',
      'campaign.mending_returned',
      'campaign.mending_told',
      'campaign.mending_accepted',
    ]);
  });
});
