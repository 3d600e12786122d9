import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, formatDay } from '../../src/kernel/time.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import { campaignRow, joins, launches, writes } from './support/campaigns.ts';
import { at, openStage, todayOf } from './support/places.ts';

const SECRETARY = 'ha.nguyen';
const HEAD = 'khanh.phan';
const STAFF = 'lan.tran';
const OTHER_STAFF = 'duc.vu';
const ENGLISH = 'chau.do';

let world: World;
beforeAll(async () => {
  world = await openStage();
});
afterAll(() => world.close());

describe('joining', () => {
  test('persons join once; the count is redrawn in every channel', async () => {
    const code = await launches(world, SECRETARY, {
      name: 'Người tốt việc tốt',
      audience: 'Cá nhân',
      channels: ['#thi-dua', '#chung'],
    });
    const staff = at(world, STAFF);
    await staff.sees('Người tốt việc tốt', { in: '#chung' });
    await staff.sees('Người tốt việc tốt', { in: '#thi-dua' });
    await joins(world, STAFF, { in: 'Người tốt việc tốt' });
    await staff.sees(`Đã ghi nhận anh/chị hưởng ứng phong trào ${code}`, { in: 'modal' });
    await staff.sees('Đăng ký chờ Phan Quốc Khánh xác nhận', { in: 'modal' });
    await staff.closesModal();
    await staff.clicks('Hưởng ứng', { in: 'Tuyên truyền tại từng xã' });
    await staff.waitsForModal('Đăng ký của tôi');
    await staff.sees('Chờ xác nhận', { in: 'modal' });
    await staff.closesModal();
    await joins(world, HEAD, { in: 'Người tốt việc tốt' });
    await at(world, HEAD).sees('Đăng ký chờ Lê Quang Hùng xác nhận', { in: 'modal' });
    await at(world, HEAD).closesModal();
    for (const channel of ['#thi-dua', '#chung'])
      await at(world, OTHER_STAFF).sees('2 cá nhân đã hưởng ứng', { in: channel });
    const { pledges } = await campaignRow(world, 'Người tốt việc tốt');
    expect(pledges.filter(({ unitId }) => unitId === null)).toHaveLength(2);
  });

  test('a head registers the unit; staff are told who can', async () => {
    await launches(world, SECRETARY, { name: 'Tập thể điển hình', audience: 'Tập thể' });
    const staff = at(world, STAFF);
    await staff.sees('Tập thể điển hình', { in: '#thi-dua' });
    await staff.clicks('Hưởng ứng', { in: 'Tập thể điển hình' });
    await staff.sees('thủ trưởng đăng ký cho đơn vị mình phụ trách');
    await staff.sees('Phan Quốc Khánh');
    const head = at(world, HEAD);
    await head.clicks('Hưởng ứng', { in: 'Tập thể điển hình' });
    await head.waitsForModal('Hưởng ứng phong trào');
    await head.fills({ 'Chỉ tiêu giao ước': 'Vận động thêm nhiều người' });
    expect(await head.submits()).toBe('errors');
    expect(head.errors()).toEqual({
      'Chỉ tiêu giao ước': 'Chỉ tiêu của tập thể phải có con số, ví dụ: 50 người, 98%.',
    });
    await head.fills({ 'Chỉ tiêu giao ước': 'Vận động thêm 50 người' });
    expect(await head.submits()).toBe('updated');
    await head.sees('Đã ghi nhận Phòng Quản lý thu – Sổ, thẻ hưởng ứng', { in: 'modal' });
    await head.closesModal();
    await staff.sees('1 tập thể đã hưởng ứng', { in: '#thi-dua' });
    expect((await campaignRow(world, 'Tập thể điển hình')).pledges).toHaveLength(1);
  });

  test('where both are invited, a head chooses for whom, from Home as well', async () => {
    await launches(world, SECRETARY, { name: 'Cả hai cùng làm' });
    const head = at(world, HEAD);
    await head.sees('Cả hai cùng làm', { in: '#thi-dua' });
    await head.clicks('Hưởng ứng', { in: 'Cả hai cùng làm' });
    await head.waitsForModal('Hưởng ứng phong trào');
    await head.closesModal();
    expect((await campaignRow(world, 'Cả hai cùng làm')).pledges).toHaveLength(0);
    await head.clicks('Hưởng ứng', { in: 'Cả hai cùng làm' });
    await head.waitsForModal('Hưởng ứng phong trào');
    await head.fills({ 'Hưởng ứng cho': 'Phòng Quản lý thu – Sổ, thẻ' });
    expect(await head.submits()).toBe('errors');
    expect(Object.keys(head.errors())).toEqual(['Chỉ tiêu giao ước']);
    await head.fills({ 'Chỉ tiêu giao ước': '98% hồ sơ đúng hạn' });
    expect(await head.submits()).toBe('updated');
    await head.sees('Đã ghi nhận Phòng Quản lý thu – Sổ, thẻ hưởng ứng', { in: 'modal' });
    await head.closesModal();
    await head.sees('0 cá nhân và 1 tập thể đã hưởng ứng', { in: '#thi-dua' });

    await head.opensHome();
    await head.sees('Cả hai cùng làm', { in: 'home' });
    await head.sees('Phòng Quản lý thu – Sổ, thẻ đã hưởng ứng từ', { in: 'home' });
    await head.clicks('Hưởng ứng', { in: 'Cả hai cùng làm' });
    await head.waitsForModal('Hưởng ứng phong trào');
    expect(head.modalText()).toContain('Phòng Quản lý thu – Sổ, thẻ · Đã xác nhận');
    expect(head.modalText()).toContain('98% hồ sơ đúng hạn');
    expect(await head.submits()).toBe('updated');
    await head.closesModal();
    await head.sees('1 cá nhân và 1 tập thể đã hưởng ứng', { in: '#thi-dua' });
    expect((await campaignRow(world, 'Cả hai cùng làm')).pledges).toHaveLength(2);
  });

  test('the preview takes nobody', async () => {
    await writes(world, SECRETARY, { name: 'Mới xem trước' });
    await at(world, SECRETARY).clicks('Hưởng ứng', { in: 'Mới xem trước' });
    await at(world, SECRETARY).sees('chưa được phát động nên chưa nhận hưởng ứng');
    expect((await campaignRow(world, 'Mới xem trước')).pledges).toHaveLength(0);
  });
});

describe('the command', () => {
  test('without the right, it lists what runs and says who may launch', async () => {
    await launches(world, SECRETARY, { name: 'Có trong danh sách', audience: 'Cá nhân' });
    const staff = at(world, STAFF);
    await staff.types('/phongtrao', { in: '#tin-tuc' });
    await staff.sees('Phong trào đang chạy', { in: '#tin-tuc' });
    await staff.sees('Có trong danh sách', { in: '#tin-tuc' });
    await staff.sees('được lập kế hoạch phong trào cho đơn vị mình', { in: '#tin-tuc' });
    await staff.sees('Nguyễn Thu Hà', { in: '#tin-tuc' });
    expect(staff.modal()).toBeNull();
  });

  test.each(['danh sách', 'DANH SACH', 'danh sách'.normalize('NFD'), 'list'])(
    'lists for all: %s',
    async (words) => {
      const secretary = at(world, SECRETARY);
      const shown = () => secretary.messages('#tin-tuc').split('Phong trào đang chạy').length;
      const before = shown();
      await secretary.types(`/phongtrao ${words}`, { in: '#tin-tuc' });
      await expect.poll(shown).toBe(before + 1);
      expect(secretary.modal()).toBeNull();
    },
  );

  test.each(['trợ giúp', 'tro giup', 'help', '?', 'không có lệnh này'])(
    'helps: %s',
    async (words) => {
      const staff = at(world, OTHER_STAFF);
      const shown = () => staff.messages('#tin-tuc').split('xem các phong trào đang chạy').length;
      const before = shown();
      await staff.types(`/phongtrao ${words}`, { in: '#tin-tuc' });
      await expect.poll(shown).toBeGreaterThan(before);
    },
  );

  test('answers in English, and lets an English reader write a campaign', async () => {
    const reader = at(world, ENGLISH);
    await reader.types('/phongtrao', { in: '#tin-tuc' });
    await reader.sees('Running campaigns', { in: '#tin-tuc' });
    await reader.sees('may write the plan of a campaign for their unit', { in: '#tin-tuc' });
    await reader.types('/phongtrao help', { in: '#tin-tuc' });
    await reader.sees('write the plan of a campaign', { in: '#tin-tuc' });
    const { db } = world.database;
    const person = await db.person.findUniqueOrThrow({
      where: { id: personId(ENGLISH) },
      select: { id: true, postings: { select: { unitId: true, fromDate: true } } },
    });
    const { unitId, fromDate } = person.postings[0]!;
    for (const role of ['communications', 'head'] as const)
      await db.roleGrant.create({ data: { personId: person.id, unitId, fromDate, role } });
    await reader.types('/phongtrao', { in: '#thi-dua' });
    await reader.waitsForModal('Emulation campaign');
    await reader.fills({
      Name: 'English week',
      Kind: 'Ad hoc',
      'For whom': 'Persons',
      'First day': todayOf(world),
      'Last day': addDays(todayOf(world), 5),
    });
    expect(await reader.submits()).toBe('updated');
    await reader.fills({
      Basis: 'Plan 12',
      Objective: 'One',
      Content: 'Two',
      Measures: 'Three',
      Criteria: 'Four: 100',
    });
    expect(await reader.submits()).toBe('updated');
    await reader.fills({
      'Days of checks': formatDay(todayOf(world)),
      Rewards: 'A certificate',
      'Number of prizes': '1',
      'Budget (đồng)': '0',
    });
    expect(await reader.submits()).toBe('closed');
    await reader.sees('A preview that only you see');
    await reader.clicks('Launch', { in: 'English week' });
    await reader.sees('is launched. The announcement is going out in #thi-dua');
    await reader.sees('English week', { in: '#thi-dua' });
    expect(await campaignRow(world, 'English week')).toMatchObject({ state: 'published', unitId });
  });
});
