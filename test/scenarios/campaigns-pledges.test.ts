import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../src/kernel/time.ts';
import type { World } from '../support/world.ts';
import { campaignRow, joins, launches } from './support/campaigns.ts';
import { keepsCard } from './support/old-card.ts';
import { at, goTo, openStage, todayOf } from './support/places.ts';
import { isTurnedDown, SOON } from './support/watching.ts';

const SECRETARY = 'ha.nguyen';
const HEAD = 'khanh.phan';
const STAFF = 'lan.tran';
const NAME = 'Về đích sớm';
const TARGETS = 'Chỉ tiêu giao ước';

let world: World;
let code: string;
beforeAll(async () => {
  world = await openStage();
  code = await launches(world, SECRETARY, { name: NAME, scope: ['Phòng Quản lý thu – Sổ, thẻ'] });
  await at(world, STAFF).sees(NAME, { in: '#thi-dua', ...SOON });
});
afterAll(() => world.close());

test('one whom the campaign does not address is told whom to ask', async () => {
  const other = at(world, 'anh.trinh');
  await isTurnedDown(world, other, `Phong trào ${code} phát động cho Phòng Quản lý thu`, () =>
    other.clicks('Hưởng ứng', { in: NAME }),
  );
  await other.sees('Phòng Chế độ BHXH không thuộc phạm vi này');
  expect(other.modal()).toBeNull();
});

test('persons pledge; their head has one message the next morning and confirms, returns', async () => {
  for (const [login, targets] of [
    ['duc.vu', 'Cố gắng'],
    [STAFF, 'Vận động 20 người'],
    ['linh.cao', '100% hồ sơ'],
  ] as const) {
    await joins(world, login, { in: NAME }, { [TARGETS]: targets });
    await at(world, login).closesModal();
  }
  const head = at(world, HEAD);
  await head.opensHome();
  await head.sees('3 đăng ký thi đua chờ anh/chị xác nhận', { in: 'home' });
  await goTo(world, addDays(todayOf(world), 1), '08:00');
  await head.sees('Vận động 20 người', SOON);
  const card = keepsCard(world, head, '3 đăng ký thi đua chờ anh/chị xác nhận');

  await head.clicks('Mở danh sách', { in: 'Vận động 20 người' });
  await head.waitsForModal('Đăng ký chờ xác nhận');
  await head.closesModal();
  await card.presses('Trả lại');
  await head.waitsForModal('Trả lại đăng ký');
  await head.fills({ 'Điều cần sửa': ' ' });
  expect(await head.submits()).toBe('errors');
  expect(head.errors()).toEqual({ 'Điều cần sửa': 'Anh/chị ghi lý do.' });
  await head.fills({ 'Điều cần sửa': 'Ghi rõ con số' });
  expect(await head.submits()).toBe('updated');
  await head.sees('Đã trả lại đăng ký của Vũ Anh Đức', { in: 'modal' });
  await head.closesModal();

  await at(world, 'linh.cao').clicks('Hưởng ứng', { in: NAME });
  await at(world, 'linh.cao').clicks('Rút đăng ký', { in: 'modal' });
  await at(world, 'linh.cao').waitsForModal('Rút đăng ký');
  await at(world, 'linh.cao').fills({ 'Lý do': 'Nghỉ thai sản' });
  expect(await at(world, 'linh.cao').submits()).toBe('updated');

  // The old card still shows all three.
  await card.presses('Xác nhận cả 3');
  await head.sees('Đã xác nhận 1 đăng ký');
  await head.sees('Giữ nguyên, vì đã sửa, đã rút hoặc đã có người quyết định');
  await head.sees('Không còn đăng ký nào chờ anh/chị xác nhận', SOON);
  await at(world, STAFF).sees('1 cá nhân và 0 tập thể đã hưởng ứng · 1 cá nhân đã được xác nhận', {
    in: '#thi-dua',
    ...SOON,
  });
});

test('what was returned is mended from its message; a confirmed one stays', async () => {
  const duc = at(world, 'duc.vu');
  await duc.sees(`Phan Quốc Khánh trả lại đăng ký của anh/chị trong phong trào ${code}`, SOON);
  await duc.clicks('Sửa và gửi lại', { in: 'Ghi rõ con số' });
  await duc.waitsForModal('Sửa giao ước');
  await duc.fills({ [TARGETS]: 'Cấp 200 thẻ' });
  expect(await duc.submits()).toBe('updated');
  await duc.sees('Đăng ký chờ thủ trưởng xác nhận', { in: 'modal' });
  await duc.closesModal();

  const staff = at(world, STAFF);
  await staff.clicks('Hưởng ứng', { in: NAME });
  await staff.waitsForModal('Đăng ký của tôi');
  await staff.sees('Đã xác nhận · Phan Quốc Khánh', { in: 'modal' });
  await isTurnedDown(world, staff, 'Phan Quốc Khánh đã xác nhận nên chỉ tiêu giữ nguyên', () =>
    staff.clicks('Sửa chỉ tiêu', { in: 'modal' }),
  );
  await staff.closesModal({ all: true });

  const head = at(world, HEAD);
  await head.opensHome();
  await head.clicks('Mở danh sách', { in: 'home' });
  await head.waitsForModal('Đăng ký chờ xác nhận');
  await head.sees('Cấp 200 thẻ', { in: 'modal' });
  expect(await head.submits()).toBe('updated');
  await head.sees('Đã xác nhận 1 đăng ký', { in: 'modal' });
  await head.closesModal();
  const { pledges } = await campaignRow(world, NAME);
  expect(pledges.map(({ state }) => state).toSorted()).toEqual([
    'confirmed',
    'confirmed',
    'withdrawn',
  ]);
});

test('who launched reads the list and has it as a file; the head sees their own', async () => {
  for (const login of [SECRETARY, HEAD] as const) {
    const reader = at(world, login);
    await reader.types('/phongtrao danh sách', { in: '#tin-tuc' });
    await reader.clicks('Danh sách đăng ký', { in: '#tin-tuc' });
    await reader.waitsForModal('Danh sách đăng ký');
    await reader.sees('Trần Thị Lan · Phòng Quản lý thu – Sổ, thẻ · Đã xác nhận', { in: 'modal' });
    await reader.sees('Phòng Quản lý thu – Sổ, thẻ · Chưa đăng ký', { in: 'modal' });
    await reader.clicks('Tải tệp .xlsx', { in: 'modal' });
    await reader.closesModal({ all: true });
    await reader.sees(`Danh sách đăng ký phong trào ${code}`, SOON);
  }
});
