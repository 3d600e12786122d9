import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day, dayIn, formatDay, instantAt } from '../../src/kernel/time.ts';
import { openWorld, type World } from '../support/world.ts';

const mail = (login: string) => `${login}@bhxh.example`;
const SECRETARY = mail('ha.nguyen');
const COMMUNICATIONS = mail('mai.thai');
const HEAD = mail('khanh.phan');
const STAFF = mail('lan.tran');
const OTHER_STAFF = mail('duc.vu');
const ENGLISH = mail('chau.do');
const STRANGER = 'nam.truong@doitac.example';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const today = (): Day => dayIn(world.deps.zone, world.clock.now());

async function goTo(day: Day, time: string): Promise<void> {
  const target = instantAt(day, time, world.deps.zone).getTime();
  await world.advance(target - world.clock.now().getTime());
}

interface Wish {
  name: string;
  audience?: string;
  days?: number;
  channels?: string[];
}

/** Writes a campaign through both steps of the form; the preview has come when this is done. */
async function write(email: string, wish: Wish): Promise<void> {
  const author = world.as(email);
  await author.types('/phongtrao', { in: '#thi-dua' });
  await author.waitsForModal('Phong trào thi đua');
  await author.fills({
    'Tên phong trào': wish.name,
    Loại: 'Thi đua theo chuyên đề',
    'Đối tượng': wish.audience ?? 'Tập thể và cá nhân',
    'Từ ngày': today(),
    'Đến hết ngày': addDays(today(), (wish.days ?? 20) - 1),
    ...(wish.channels ? { 'Kênh đăng thông báo': wish.channels } : {}),
  });
  expect(await author.submits()).toBe('updated');
  await author.sees('Bước 2/2', { in: 'modal' });
  await author.fills({
    'Căn cứ': 'Kế hoạch số 45/KH-BHXH',
    'Mục tiêu': 'Tăng 5% số người tham gia',
    'Nội dung': 'Tuyên truyền tại từng xã',
    'Tiêu chí': 'Người tham gia mới: 100 điểm',
  });
  expect(await author.submits()).toBe('closed');
  await author.sees('Bản xem trước, chỉ anh/chị thấy');
  await author.sees(wish.name);
}

async function launch(email: string, wish: Wish): Promise<string> {
  await write(email, wish);
  const author = world.as(email);
  await author.clicks('Phát động', { in: wish.name });
  await author.sees(`“${wish.name}” đã phát động lúc`);
  return rowOf(wish.name).then((row) => row.code ?? '');
}

function rowOf(name: string) {
  return world.database.db.campaign.findFirstOrThrow({
    where: { name },
    include: { channels: true, pledges: true },
  });
}

function postedCount(campaignId: string, purpose: string): Promise<number> {
  return world.database.db.outgoingMessage.count({
    where: { subjectId: campaignId, purpose: `campaigns.${purpose}` },
  });
}

describe('writing and launching', () => {
  test('a secretary writes, previews, changes and launches; the channel sees it once', async () => {
    const secretary = world.as(SECRETARY);
    await write(SECRETARY, { name: 'Nước rút quý IV' });
    const before = await rowOf('Nước rút quý IV');
    expect(before).toMatchObject({ state: 'draft', code: null });
    expect(before.channels).toHaveLength(1);
    secretary.seesNot('Nước rút quý IV', { in: '#thi-dua' });

    await secretary.clicks('Sửa lại', { in: 'Nước rút quý IV' });
    await secretary.waitsForModal('Phong trào thi đua');
    await secretary.fills({
      'Tên phong trào': 'Nước rút cuối năm',
      'Kênh đăng thông báo': ['#thi-dua', '#chung'],
    });
    expect(await secretary.submits()).toBe('updated');
    expect(secretary.modalText()).toContain('Tăng 5% số người tham gia');
    await secretary.fills({ 'Khen thưởng dự kiến': '3 giấy khen' });
    expect(await secretary.submits()).toBe('closed');
    await secretary.sees('Nước rút cuối năm');
    await secretary.sees('Sẽ đăng tại #');

    await secretary.clicks('Phát động', { in: 'Nước rút cuối năm', confirm: false });
    expect((await rowOf('Nước rút cuối năm')).state).toBe('draft');

    await Promise.all([
      secretary.clicks('Phát động', { in: 'Nước rút cuối năm' }),
      secretary.clicks('Phát động', { in: 'Nước rút cuối năm' }),
    ]);
    const code = `PT-${today().slice(0, 4)}-001`;
    await secretary.sees(`Đã phát động phong trào ${code}`);
    await secretary.sees(`đã được phát động với mã ${code}`);
    const reader = world.as(STAFF);
    for (const channel of ['#thi-dua', '#chung']) {
      await reader.sees(code, { in: channel });
      await reader.sees('3 giấy khen', { in: channel });
      await reader.sees('0 cá nhân và 0 tập thể đã hưởng ứng', { in: channel });
    }
    const row = await rowOf('Nước rút cuối năm');
    expect(row).toMatchObject({ id: before.id, state: 'published', code });
    expect(await postedCount(row.id, 'announcement')).toBe(2);
    await secretary.sees(`${code} “Nước rút cuối năm” đã phát động lúc`);
  });

  test('wrong days and contacts are told at their fields, and nothing is kept', async () => {
    const author = world.as(COMMUNICATIONS);
    await author.types('/phongtrao', { in: '#chung' });
    await author.waitsForModal('Phong trào thi đua');
    const common = {
      'Tên phong trào': 'Sai ngày',
      Loại: 'Thi đua đột xuất',
      'Đối tượng': 'Cá nhân',
    };
    await author.fills({
      ...common,
      'Từ ngày': addDays(today(), 3),
      'Đến hết ngày': addDays(today(), 2),
      'Người đầu mối': STRANGER,
    });
    expect(await author.submits()).toBe('errors');
    expect(author.errors()).toEqual({
      'Đến hết ngày': 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
      'Người đầu mối': expect.stringContaining('chưa có trong danh sách cán bộ'),
    });
    await author.fills({
      'Từ ngày': addDays(today(), -3),
      'Đến hết ngày': addDays(today(), -1),
      'Người đầu mối': STAFF,
    });
    expect(await author.submits()).toBe('errors');
    expect(author.errors()).toEqual({ 'Đến hết ngày': expect.stringContaining('đã qua') });
    // Mended in the same modal, then closed: nothing was kept.
    await author.fills({ 'Đến hết ngày': today() });
    expect(await author.submits()).toBe('updated');
    await author.closesModal({ all: true });
    expect(await world.database.db.campaign.count({ where: { name: 'Sai ngày' } })).toBe(0);
  });

  test('going back from the second step loses nothing', async () => {
    const author = world.as(COMMUNICATIONS);
    await author.types('/phongtrao', { in: '#chung' });
    await author.waitsForModal('Phong trào thi đua');
    await author.fills({
      'Tên phong trào': 'Quay lại',
      Loại: 'Thi đua đột xuất',
      'Đối tượng': 'Cá nhân',
      'Từ ngày': today(),
      'Đến hết ngày': today(),
    });
    expect(await author.submits()).toBe('updated');
    await author.closesModal();
    await author.sees('Bước 1/2', { in: 'modal' });
    expect(await author.submits()).toBe('updated');
    await author.sees('Bước 2/2 · Quay lại', { in: 'modal' });
    await author.closesModal({ all: true });
  });

  test('a draft can be discarded; a late press on it says so', async () => {
    await write(SECRETARY, { name: 'Sẽ bỏ' });
    const secretary = world.as(SECRETARY);
    const { id } = await rowOf('Sẽ bỏ');
    await Promise.all([
      secretary.clicks('Bỏ bản nháp', { in: 'Sẽ bỏ' }),
      secretary.clicks('Bỏ bản nháp', { in: 'Sẽ bỏ' }),
    ]);
    await secretary.sees('Đã bỏ bản nháp.');
    await secretary.sees('Bản nháp này không còn nữa');
    await secretary.sees('Bản nháp này đã được bỏ');
    expect(await world.database.db.campaign.count({ where: { id } })).toBe(0);
  });

  test('a form that opens too late is explained', async () => {
    const author = world.as(COMMUNICATIONS);
    // Slack is asked for a profile once a day; here its answer takes longer than a trigger lives.
    await world.clock.advance(25 * 60 * 60_000);
    const release = world.workspace.faults.holdAnswers('users.info');
    await author.types('/phongtrao', { in: '#chung' });
    await world.clock.advance(4_000);
    release();
    await author.sees('Biểu mẫu mở quá chậm');
    expect(author.modal()).toBeNull();
  });

  test('an author learns that a channel did not take it, invites the app and sends again', async () => {
    const author = world.as(COMMUNICATIONS);
    const code = await launch(COMMUNICATIONS, {
      name: 'Kênh riêng',
      audience: 'Cá nhân',
      channels: ['#phong-truyen-thong'],
    });
    const { id } = await rowOf('Kênh riêng');
    await expect
      .poll(() =>
        world.database.db.outgoingMessage.count({ where: { subjectId: id, state: 'dead' } }),
      )
      .toBe(1);
    await world.advance(0);
    await author.sees(`Thông báo phong trào ${code} chưa đăng được tại #phong-truyen-thong`);
    const channel = world.workspace.conversation('#phong-truyen-thong').id;
    world.workspace.join('#phong-truyen-thong', world.workspace.core.identity.botUserId);
    await author.clicks('Gửi lại', { in: `phong trào ${code} chưa đăng được` });
    await author.sees(code, { in: channel });
    expect(await postedCount(id, 'announcement')).toBe(2);
  });
});

describe('joining', () => {
  test('persons join once; the count is redrawn in every channel', async () => {
    const code = await launch(SECRETARY, {
      name: 'Người tốt việc tốt',
      audience: 'Cá nhân',
      channels: ['#thi-dua', '#chung'],
    });
    const staff = world.as(STAFF);
    await staff.sees('Người tốt việc tốt', { in: '#chung' });
    await staff.sees('Người tốt việc tốt', { in: '#thi-dua' });
    await staff.clicks('Hưởng ứng', { in: 'Người tốt việc tốt' });
    await staff.sees(`Đã ghi nhận anh/chị hưởng ứng phong trào ${code}`);
    await staff.clicks('Hưởng ứng', { in: 'Tuyên truyền tại từng xã' });
    await staff.sees(`Anh/chị đã hưởng ứng phong trào ${code} từ`);
    await world.as(HEAD).clicks('Hưởng ứng', { in: 'Người tốt việc tốt' });
    for (const channel of ['#thi-dua', '#chung'])
      await world.as(OTHER_STAFF).sees('2 cá nhân đã hưởng ứng', { in: channel });
    const { pledges } = await rowOf('Người tốt việc tốt');
    expect(pledges.filter(({ unitId }) => unitId === null)).toHaveLength(2);
  });

  test('a head registers the unit; staff are told who can', async () => {
    await launch(SECRETARY, { name: 'Tập thể điển hình', audience: 'Tập thể' });
    const staff = world.as(STAFF);
    await staff.sees('Tập thể điển hình', { in: '#thi-dua' });
    await staff.clicks('Hưởng ứng', { in: 'Tập thể điển hình' });
    await staff.sees('thủ trưởng đăng ký cho đơn vị mình phụ trách');
    await staff.sees('Phan Quốc Khánh');
    await world.as(HEAD).clicks('Hưởng ứng', { in: 'Tập thể điển hình' });
    await world.as(HEAD).sees('Đã ghi nhận Phòng Quản lý thu – Sổ, thẻ hưởng ứng');
    await staff.sees('1 tập thể đã hưởng ứng', { in: '#thi-dua' });
    expect((await rowOf('Tập thể điển hình')).pledges).toHaveLength(1);
  });

  test('where both are invited, a head chooses for whom, from Home as well', async () => {
    await launch(SECRETARY, { name: 'Cả hai cùng làm' });
    const head = world.as(HEAD);
    await head.sees('Cả hai cùng làm', { in: '#thi-dua' });
    await head.clicks('Hưởng ứng', { in: 'Cả hai cùng làm' });
    await head.waitsForModal('Hưởng ứng phong trào');
    await head.closesModal();
    expect((await rowOf('Cả hai cùng làm')).pledges).toHaveLength(0);
    await head.clicks('Hưởng ứng', { in: 'Cả hai cùng làm' });
    await head.waitsForModal('Hưởng ứng phong trào');
    await head.fills({ 'Hưởng ứng cho': ['Phòng Quản lý thu – Sổ, thẻ'] });
    expect(await head.submits()).toBe('updated');
    await head.sees('Đã ghi nhận Phòng Quản lý thu – Sổ, thẻ hưởng ứng', { in: 'modal' });
    await head.closesModal();
    await head.sees('0 cá nhân và 1 tập thể đã hưởng ứng', { in: '#thi-dua' });

    await head.opensHome();
    await head.sees('Cả hai cùng làm', { in: 'home' });
    await head.sees('Phòng Quản lý thu – Sổ, thẻ đã hưởng ứng từ', { in: 'home' });
    await head.clicks('Hưởng ứng', { in: 'Cả hai cùng làm' });
    await head.waitsForModal('Hưởng ứng phong trào');
    expect(head.modalText()).toContain('Phòng Quản lý thu – Sổ, thẻ đã hưởng ứng phong trào');
    await head.fills({ 'Hưởng ứng cho': ['Cá nhân tôi'] });
    expect(await head.submits()).toBe('updated');
    await head.closesModal();
    await head.sees('1 cá nhân và 1 tập thể đã hưởng ứng', { in: '#thi-dua' });
    expect((await rowOf('Cả hai cùng làm')).pledges).toHaveLength(2);
  });

  test('an envelope that comes twice joins once', async () => {
    await launch(SECRETARY, { name: 'Đến hai lần', audience: 'Cá nhân' });
    const staff = world.as(OTHER_STAFF);
    await staff.sees('Đến hai lần', { in: '#thi-dua' });
    world.workspace.faults.duplicateNextEnvelope();
    await staff.clicks('Hưởng ứng', { in: 'Đến hai lần' });
    await staff.sees('1 cá nhân đã hưởng ứng', { in: '#thi-dua' });
    expect((await rowOf('Đến hai lần')).pledges).toHaveLength(1);
  });

  test('the preview takes nobody', async () => {
    await write(SECRETARY, { name: 'Mới xem trước' });
    await world.as(SECRETARY).clicks('Hưởng ứng', { in: 'Mới xem trước' });
    await world.as(SECRETARY).sees('chưa được phát động nên chưa nhận hưởng ứng');
    expect((await rowOf('Mới xem trước')).pledges).toHaveLength(0);
  });
});

describe('the command', () => {
  test('without the right, it lists what runs and says who may launch', async () => {
    await launch(SECRETARY, { name: 'Có trong danh sách', audience: 'Cá nhân' });
    const staff = world.as(STAFF);
    await staff.types('/phongtrao', { in: '#tin-tuc' });
    await staff.sees('Phong trào đang chạy', { in: '#tin-tuc' });
    await staff.sees('Có trong danh sách', { in: '#tin-tuc' });
    await staff.sees('được phát động phong trào cho đơn vị mình', { in: '#tin-tuc' });
    await staff.sees('Nguyễn Thu Hà', { in: '#tin-tuc' });
    expect(staff.modal()).toBeNull();
  });

  test.each(['danh sách', 'DANH SACH', 'danh sách'.normalize('NFD'), 'list'])(
    'lists for all: %s',
    async (words) => {
      const secretary = world.as(SECRETARY);
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
      const staff = world.as(OTHER_STAFF);
      const shown = () => staff.messages('#tin-tuc').split('xem các phong trào đang chạy').length;
      const before = shown();
      await staff.types(`/phongtrao ${words}`, { in: '#tin-tuc' });
      await expect.poll(shown).toBeGreaterThan(before);
    },
  );

  test('answers in English, and lets an English reader write a campaign', async () => {
    const reader = world.as(ENGLISH);
    await reader.types('/phongtrao', { in: '#tin-tuc' });
    await reader.sees('Running campaigns', { in: '#tin-tuc' });
    await reader.sees('may launch a campaign for their unit', { in: '#tin-tuc' });
    await reader.types('/phongtrao help', { in: '#tin-tuc' });
    await reader.sees('write and launch a campaign', { in: '#tin-tuc' });
    const { db } = world.database;
    const person = await db.person.findUniqueOrThrow({
      where: { email: ENGLISH },
      select: { id: true, postings: { select: { unitId: true, fromDate: true } } },
    });
    const { unitId, fromDate } = person.postings[0]!;
    await db.roleGrant.create({
      data: { personId: person.id, unitId, fromDate, role: 'communications' },
    });
    await reader.types('/phongtrao', { in: '#thi-dua' });
    await reader.waitsForModal('Emulation campaign');
    await reader.fills({
      Name: 'English week',
      Kind: 'Ad hoc',
      'For whom': 'Persons',
      'First day': today(),
      'Last day': addDays(today(), 5),
    });
    expect(await reader.submits()).toBe('updated');
    await reader.fills({ Basis: 'Plan 12', Objective: 'One', Content: 'Two', Criteria: 'Three' });
    expect(await reader.submits()).toBe('closed');
    await reader.sees('A preview that only you see');
    await reader.clicks('Launch', { in: 'English week' });
    await reader.sees('is launched. The announcement is going out in #thi-dua');
    await reader.sees('English week', { in: '#thi-dua' });
    expect(await rowOf('English week')).toMatchObject({ state: 'published', unitId });
  });

  test('turns a stranger away kindly', async () => {
    const stranger = world.as(STRANGER);
    await stranger.types('/phongtrao', { in: '#chung' });
    await stranger.sees('chưa được ghép với danh sách cán bộ');
    expect(stranger.modal()).toBeNull();
  });
});

describe('the calendar', () => {
  test('reminds once, closes once, and the announcement loses its button', async () => {
    const from = today();
    const code = await launch(SECRETARY, {
      name: 'Hai mươi ngày',
      audience: 'Cá nhân',
      days: 20,
      channels: ['#tin-tuc'],
    });
    const staff = world.as(STAFF);
    const { id } = await rowOf('Hai mươi ngày');
    await staff.sees(code, { in: '#tin-tuc' });
    await staff.clicks('Hưởng ứng', { in: 'Tuyên truyền tại từng xã' });
    await goTo(addDays(from, 14), '08:00');
    await staff.sees('Còn 5 ngày: phong trào “Hai mươi ngày”', { in: '#tin-tuc' });
    await world.advance(0);
    await world.advance(60_000);

    const ended = addDays(from, 19);
    await goTo(addDays(ended, 1), '07:00');
    const late = world.as(OTHER_STAFF);
    await late.clicks('Hưởng ứng', { in: 'Còn 5 ngày' });
    await late.sees(`Phong trào đã kết thúc ngày ${formatDay(ended)} nên không nhận thêm`);
    expect((await rowOf('Hai mươi ngày')).pledges).toHaveLength(1);

    await goTo(addDays(ended, 1), '08:00');
    await staff.sees(`Phong trào “Hai mươi ngày” (${code}) đã kết thúc`, { in: '#tin-tuc' });
    await staff.sees('Cảm ơn 1 cá nhân đã hưởng ứng', { in: '#tin-tuc' });
    await staff.sees('Đã kết thúc ngày', { in: '#tin-tuc' });
    await world.advance(60_000);
    expect(await rowOf('Hai mươi ngày')).toMatchObject({ state: 'closed' });
    expect(await postedCount(id, 'reminder')).toBe(1);
    expect(await postedCount(id, 'closing')).toBe(1);
    const [announcement] = world.workspace
      .messagesIn('#tin-tuc')
      .filter(({ blocks }) => JSON.stringify(blocks).includes('Tuyên truyền tại từng xã'));
    expect(JSON.stringify(announcement?.blocks)).not.toContain('campaign_join');
  });
});
