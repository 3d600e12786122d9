import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatDay } from '../../src/kernel/time.ts';
import type { World } from '../support/world.ts';
import { launches, opensFromList } from './support/campaigns.ts';
import { openStage, todayOf } from './support/places.ts';
import { SOON } from './support/watching.ts';

const SECRETARY = 'ha.nguyen';
const STAFF = 'lan.tran';
const NAME = 'Số liệu từ tệp';

let world: World;
beforeAll(async () => {
  world = await openStage();
  await launches(world, SECRETARY, {
    name: NAME,
    scope: ['Phòng Quản lý thu – Sổ, thẻ', 'Phòng Truyền thông', 'Văn phòng'],
  });
  const author = await opensRanking(SECRETARY);
  await author.clicks('Chỉ tiêu', { in: 'modal' });
  await author.waitsForModal('Chỉ tiêu');
  await author.clicks('Thêm chỉ tiêu', { in: 'modal' });
  await author.sees('Tên chỉ tiêu', { in: 'modal' });
  await author.fills({
    ...{ 'Tên chỉ tiêu': 'Người tham gia mới', 'Đơn vị tính': 'người' },
    ...{ 'Mức giao chung': '1.000', 'Trọng số': '100' },
  });
  expect(await author.submits()).toBe('closed');
  await author.closesModal({ all: true });
});
afterAll(() => world.close());

async function opensRanking(login: typeof SECRETARY | typeof STAFF) {
  return opensFromList(world, login, { name: NAME, button: 'Bảng xếp hạng' });
}

function csv(name: string, rows: readonly string[]) {
  const heading = 'Mã đơn vị;Đơn vị;Lũy kế đến hết ngày;Người tham gia mới (người)';
  return { name, content: Buffer.from([heading, ...rows].join('\n')) };
}

async function sends(file: { name: string; content: Buffer }) {
  const author = await opensRanking(SECRETARY);
  await author.clicks('Nhập từ tệp', { in: 'modal' });
  await author.waitsForModal('Nhập từ tệp');
  await author.fills({ 'Tệp .xlsx hoặc .csv': [file] });
  expect(await author.submits()).toBe('updated');
  await author.sees('Tệp đang được kiểm tra', { in: 'modal' });
  await author.closesModal({ all: true });
  return author;
}

test('the template comes as a file, a form without a file is told at its field', async () => {
  const author = await opensRanking(SECRETARY);
  await author.clicks('Nhập từ tệp', { in: 'modal' });
  await author.waitsForModal('Nhập từ tệp');
  expect(await author.submits()).toBe('errors');
  expect(author.errors()).toEqual({
    'Tệp .xlsx hoặc .csv': expect.stringContaining('Anh/chị cần điền'),
  });
  await author.clicks('Tải tệp mẫu', { in: 'modal' });
  await author.sees('Tệp mẫu đang được gửi', { in: 'modal' });
  await author.closesModal({ all: true });
  await author.sees('so-lieu-pt-2026-001.xlsx', SOON);
});

test('mistakes are told by row and column, and nothing is entered', async () => {
  const day = formatDay(todayOf(world));
  const author = await sends(
    csv('sai.csv', [`SH-THU;;${day};900`, `SH-XA;;${day};5`, `SH-TT;;31/02/2026;12.5`]),
  );
  await author.sees('Tệp sai.csv có 3 lỗi nên chưa ghi số nào', SOON);
  await author.sees('Dòng 3, cột Mã đơn vị, “SH-XA”: không có đơn vị này');
  await author.sees('Dòng 4, cột Lũy kế đến hết ngày, “31/02/2026”');
  await author.sees('Dòng 4, cột Người tham gia mới (người), “12.5”: viết số như 1.234,5');
  expect(await world.deps.db.campaignFigure.count()).toBe(0);
});

test('what would be written is shown with what it replaces, then entered once', async () => {
  const day = formatDay(todayOf(world));
  const author = await sends(csv('dot-1.csv', [`SH-THU;;${day};900`, `SH-TT;;${day};450,5`]));
  await author.sees('2 số mới, 0 đính chính, 0 giữ nguyên, của 2 đơn vị', SOON);
  await author.clicks('Ghi số liệu', { confirm: true });
  await author.sees('Đã ghi số liệu từ tệp dot-1.csv', SOON);
  const staff = await opensRanking(STAFF);
  await staff.sees('1. Phòng Quản lý thu – Sổ, thẻ: 90,00 điểm', { in: 'modal' });
  await staff.sees('2. Phòng Truyền thông: 45,05 điểm', { in: 'modal' });
  staff.seesNot('Nhập từ tệp', { in: 'modal' });
  await staff.closesModal({ all: true });

  await sends(csv('dot-2.csv', [`SH-THU;;${day};900`, `SH-TT;;${day};500`]));
  await author.sees('Phòng Truyền thông · Người tham gia mới', SOON);
  await author.sees('450,5 → 500');
  await author.clicks('Bỏ', { in: 'dot-2.csv' });
  await author.sees('Đã bỏ tệp số liệu dot-2.csv', SOON);
  await sends(csv('dot-1.csv', [`SH-THU;;${day};900`, `SH-TT;;${day};450,5`]));
  await author.sees('Mọi số liệu của tệp dot-1.csv đã có', SOON);
});
