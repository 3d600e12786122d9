import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../support/world.ts';
import { launches, opensFromList } from './support/campaigns.ts';
import { at, openStage } from './support/places.ts';

const SECRETARY = 'ha.nguyen';
const STAFF = 'lan.tran';
const NAME = 'Thi đua theo cụm';

let world: World;
beforeAll(async () => {
  world = await openStage();
  await launches(world, SECRETARY, {
    name: NAME,
    scope: ['Phòng Quản lý thu – Sổ, thẻ', 'Phòng Truyền thông', 'Văn phòng'],
  });
});
afterAll(() => world.close());

async function opensClusters(login: typeof SECRETARY | typeof STAFF) {
  const person = await opensFromList(world, login, { name: NAME, button: 'Bảng xếp hạng' });
  await person.clicks('Cụm, khối', { in: 'modal' });
  await person.waitsForModal('Cụm, khối thi đua');
  return person;
}

test('clusters are set in a form, each mistake told at its field', async () => {
  const author = await opensClusters(SECRETARY);
  await author.sees('Phong trào chưa chia cụm, khối', { in: 'modal' });
  await author.clicks('Thêm cụm, khối', { in: 'modal' });
  await author.sees('Trưởng cụm, khối', { in: 'modal' });
  await author.fills({
    'Tên cụm, khối': 'Khối văn phòng',
    'Đơn vị': ['Phòng Truyền thông'],
    'Trưởng cụm, khối': 'Văn phòng',
  });
  expect(await author.submits()).toBe('errors');
  expect(author.errors()).toEqual({
    'Đơn vị': 'Một cụm, khối có ít nhất hai đơn vị.',
    'Trưởng cụm, khối': 'Trưởng cụm, khối là một trong các đơn vị đã chọn.',
    'Bầu cho năm': expect.stringContaining('năm bốn chữ số'),
  });
  await author.fills({ 'Đơn vị': ['Phòng Truyền thông', 'Văn phòng'], 'Bầu cho năm': '2026' });
  expect(await author.submits()).toBe('closed');
  await author.sees('Đã lưu cụm, khối.', { in: 'modal' });
  await author.closesModal({ all: true });

  await opensClusters(SECRETARY);
  await author.clicks('Thêm cụm, khối', { in: 'modal' });
  await author.sees('Tên cụm, khối', { in: 'modal' });
  await author.fills({
    'Tên cụm, khối': 'Khối nghiệp vụ',
    'Đơn vị': ['Phòng Quản lý thu – Sổ, thẻ', 'Văn phòng'],
  });
  expect(await author.submits()).toBe('errors');
  expect(author.errors()).toEqual({
    'Đơn vị': 'Mỗi đơn vị thuộc một cụm, khối: Văn phòng đã thuộc Khối văn phòng.',
  });
  await author.closesModal({ all: true });
});

test('everybody reads them; who set them dissolves one', async () => {
  const staff = await opensClusters(STAFF);
  await staff.sees('Khối văn phòng · trưởng: Văn phòng (2026)', { in: 'modal' });
  await staff.sees('– Phòng Truyền thông: chưa báo cáo', { in: 'modal' });
  staff.seesNot('Thêm cụm, khối', { in: 'modal' });
  staff.seesNot('Sửa', { in: 'modal' });
  await staff.closesModal({ all: true });

  const author = await opensClusters(SECRETARY);
  await author.clicks('Sửa', { in: 'modal' });
  await author.sees('Giải thể', { in: 'modal' });
  await author.fills({ 'Giải thể': ['Giải thể cụm, khối này'] });
  expect(await author.submits()).toBe('closed');
  await author.sees('Đã giải thể cụm, khối.', { in: 'modal' });
  await author.closesModal({ all: true });
  await opensClusters(SECRETARY);
  await author.sees('Phong trào chưa chia cụm, khối', { in: 'modal' });
  await author.closesModal({ all: true });
});

test('the secretary sets those of the year, which the campaign takes', async () => {
  const author = at(world, SECRETARY);
  await author.types('/phongtrao cụm', { in: '#thi-dua' });
  await author.waitsForModal('Cụm, khối thi đua');
  await author.sees('Chưa có cụm, khối thi đua năm 2026', { in: 'modal' });
  await author.clicks('Thêm cụm, khối', { in: 'modal' });
  await author.sees('Trưởng cụm, khối năm 2026', { in: 'modal' });
  await author.fills({
    'Tên cụm, khối': 'Khối <!channel> & văn phòng',
    'Đơn vị': ['Phòng Truyền thông', 'Văn phòng'],
    'Trưởng cụm, khối năm 2026': 'Văn phòng',
  });
  expect(await author.submits()).toBe('closed');
  await author.sees('Đã lưu cụm, khối.', { in: 'modal' });
  await author.sees('Khối <!channel> & văn phòng · trưởng: Văn phòng', { in: 'modal' });
  await author.clicks('Năm 2025', { in: 'modal' });
  await author.sees('Chưa có cụm, khối thi đua năm 2025', { in: 'modal' });
  author.seesNot('Thêm cụm, khối', { in: 'modal' });
  await author.closesModal({ all: true });

  const staff = at(world, STAFF);
  await staff.types('/phongtrao cụm', { in: '#thi-dua' });
  await staff.sees('Khối <!channel> & văn phòng · trưởng: Văn phòng', { in: 'modal' });
  staff.seesNot('Sửa', { in: 'modal' });
  await staff.closesModal({ all: true });

  await opensClusters(SECRETARY);
  await author.clicks('Lấy theo cụm, khối năm 2026', { in: 'modal' });
  await author.sees('Đã lấy 1 cụm, khối năm 2026: Khối <!channel> & văn phòng.', { in: 'modal' });
  await author.sees('Khối <!channel> & văn phòng · trưởng: Văn phòng (2026)', { in: 'modal' });
  author.seesNot('Lấy theo cụm', { in: 'modal' });
  await author.closesModal({ all: true });
});
