import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayIn, formatDay } from '../../src/kernel/time.ts';
import { sampleDates } from '../../src/sandbox/sample/dates.ts';
import { emailOf, type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { openWorld, type World } from '../support/world.ts';

// Delivery is paced at one message a second in a conversation, and a redrawing waits a second.
const SOON = { within: 10_000 };
const CSTDCS = 'Chiến sĩ thi đua cơ sở (CSTĐCS)';
const LABEL = 'Danh hiệu, từ thấp đến cao';

let world: World;
let year: number;
let closes: string;

beforeAll(async () => {
  world = await openWorld();
  const { deps } = world;
  const dates = sampleDates(dayIn(deps.zone, deps.clock.now()), deps.zone);
  year = dates.registrationYear;
  closes = formatDay(dates.registrationCloses);
});
afterAll(() => world.close());

function at(login: Login) {
  return world.as(emailOf(login));
}

async function stored(key: { personId?: string; unitId?: string }) {
  const row = await world.deps.db.titleRegistration.findFirst({
    where: { ...key, year },
    include: { items: { orderBy: { rank: 'asc' } } },
  });
  return row && { ...row, titles: row.items.map((item) => item.title) };
}

async function registers(login: Login, ...titles: string[]) {
  const person = at(login);
  await person.types('/dangky');
  await person.waitsForModal('Đăng ký danh hiệu');
  await person.fills({ [LABEL]: titles });
  expect(await person.submits()).toBe('updated');
  await person.waitsForModal('Đã gửi đăng ký');
  return person;
}

describe('from the form to the confirmation', () => {
  test('a person registers, the head confirms, the card settles and the person is told', async () => {
    const lan = await registers('lan.tran', CSTDCS);
    await lan.sees(`2 danh hiệu năm ${year}`, { in: 'modal' });
    await lan.sees('1. Lao động tiên tiến (LĐTT)', { in: 'modal' });
    await lan.sees('Đã thêm: Lao động tiên tiến (LĐTT)', { in: 'modal' });
    await lan.sees('Công văn số 4793/BHXH-TĐKT', { in: 'modal' });
    await lan.sees('thủ trưởng Phan Quốc Khánh', { in: 'modal' });
    await lan.sees(`hết ngày ${closes}`, { in: 'modal' });
    await lan.closesModal();
    expect(await stored({ personId: personId('lan.tran') })).toMatchObject({
      state: 'submitted',
      revision: 1,
      titles: ['ldtt', 'cstdcs'],
    });

    const khanh = at('khanh.phan');
    await khanh.sees('Trần Thị Lan', SOON);
    await khanh.sees('Chuyên viên quản lý thu, Phòng Quản lý thu');
    await khanh.clicks('Xác nhận', { in: 'Trần Thị Lan' });
    expect(await stored({ personId: personId('lan.tran') })).toMatchObject({
      state: 'confirmed',
      settledById: personId('khanh.phan'),
    });
    await khanh.sees('Đã được Phan Quốc Khánh xác nhận lúc', SOON);
    await lan.sees('Phan Quốc Khánh đã xác nhận đăng ký danh hiệu', SOON);
  });

  test('a head returns with a reason; the person amends from the message; the old card is outdated', async () => {
    const duc = await registers('duc.vu', CSTDCS);
    await duc.closesModal();
    const khanh = at('khanh.phan');
    await khanh.sees('Vũ Anh Đức', SOON);
    await khanh.clicks('Trả lại', { in: 'Vũ Anh Đức' });
    await khanh.waitsForModal('Trả lại đăng ký');
    expect(await khanh.submits()).toBe('errors');
    await khanh.fills({ 'Lý do trả lại': 'Năm nay đăng ký <!channel> LĐTT' });
    expect(await khanh.submits()).toBe('closed');
    expect(await stored({ personId: personId('duc.vu') })).toMatchObject({
      state: 'returned',
      returnReason: 'Năm nay đăng ký <!channel> LĐTT',
    });

    await duc.sees('Năm nay đăng ký <!channel> LĐTT', SOON);
    await duc.clicks('Sửa đăng ký');
    await duc.waitsForModal('Đăng ký danh hiệu');
    await duc.sees('Đã được Phan Quốc Khánh trả lại', { in: 'modal' });
    await duc.fills({ [LABEL]: ['Lao động tiên tiến (LĐTT)'] });
    expect(await duc.submits()).toBe('updated');
    await duc.closesModal();
    expect(await stored({ personId: personId('duc.vu') })).toMatchObject({
      state: 'submitted',
      revision: 2,
      returnReason: null,
      titles: ['ldtt'],
    });
    await khanh.sees('Đã được thay bằng bản đăng ký mới', SOON);
    await khanh.sees('Bản sửa lần 1', SOON);
  });

  test('pressing twice, or after an amendment, changes nothing more and tells how it stands', async () => {
    const bao = await registers('bao.huynh', CSTDCS);
    await bao.closesModal();
    const long = at('long.duong');
    await long.sees('Huỳnh Gia Bảo', SOON);
    const card = { in: 'Huỳnh Gia Bảo' };
    // The return form stays open while the person amends.
    await long.clicks('Trả lại', card);
    await long.waitsForModal('Trả lại đăng ký');
    await bao.types(`/dangky ${year}`);
    await bao.waitsForModal('Đăng ký danh hiệu');
    await bao.fills({ [LABEL]: ['Lao động tiên tiến (LĐTT)'] });
    await bao.submits();
    await bao.closesModal();
    await long.fills({ 'Lý do trả lại': 'Muộn rồi' });
    expect(await long.submits()).toBe('updated');
    await long.sees('Lần bấm này không thay đổi gì', { in: 'modal' });
    await long.closesModal({ all: true });
    const row = await stored({ personId: personId('bao.huynh') });
    expect(row).toMatchObject({ state: 'submitted', revision: 2 });

    await long.sees('Bản sửa lần 1, thay bản trước', SOON);
    await Promise.all([long.clicks('Xác nhận', card), long.clicks('Xác nhận', card)]);
    expect((await stored({ personId: personId('bao.huynh') }))?.state).toBe('confirmed');
    const events = await world.deps.db.auditEvent.count({
      where: { subjectId: row!.id, kind: 'titles.confirmed' },
    });
    expect(events).toBe(1);
  });

  test('the head of a unit registers it, and the director is asked', async () => {
    const khanh = at('khanh.phan');
    await khanh.types('/dangky donvi tap the lao dong xuat sac');
    await khanh.waitsForModal('Đăng ký danh hiệu');
    expect(await khanh.submits()).toBe('updated');
    await khanh.sees('Phòng Quản lý thu', { in: 'modal' });
    await khanh.sees('thủ trưởng Lê Quang Hùng', { in: 'modal' });
    await khanh.closesModal();
    expect(await stored({ unitId: unitId('SH-THU') })).toMatchObject({
      state: 'submitted',
      titles: ['ttldtt', 'ttldxs'],
    });
    await at('hung.le').sees('Phan Quốc Khánh đăng ký cho tập thể', SOON);
  });

  test('in English', async () => {
    const chau = at('chau.do');
    await chau.types('/dangky cstdcs');
    await chau.waitsForModal('Register titles');
    expect(await chau.submits()).toBe('updated');
    await chau.sees('2 titles', { in: 'modal' });
    await chau.sees('Added: Advanced Worker (LĐTT)', { in: 'modal' });
    await chau.sees('Waiting to be confirmed by Kiều Hoàng Việt', { in: 'modal' });
    expect((await stored({ personId: personId('chau.do') }))?.titles).toEqual(['ldtt', 'cstdcs']);
  });
});

describe('what cannot be', () => {
  test('a form of commendation is refused with its document, and nothing is registered', async () => {
    const nga = at('nga.bui');
    await nga.types('/dangky bang khen thu tuong');
    await nga.sees('là hình thức khen thưởng nên không đăng ký', SOON);
    await nga.sees('Công văn số 4793/BHXH-TĐKT');
    await nga.types('/dangky sáng kiến');
    await nga.sees('Sáng kiến không phải đăng ký từ đầu năm', SOON);
    expect(nga.modal()).toBeNull();
    expect(await stored({ personId: personId('nga.bui') })).toBeNull();
  });

  test('help, and words that are not understood', async () => {
    const nga = at('nga.bui');
    await nga.types('/dangky trợ giúp');
    await nga.sees('/dangky đơn vị', SOON);
    await nga.types('/dangky xin nghỉ');
    await nga.sees('Chưa hiểu “xin nghỉ”', SOON);
  });

  test('a stranger is told what to do', async () => {
    const stranger = world.as('nam.truong@doitac.example');
    await stranger.types('/dangky');
    await stranger.sees('chưa được ghép với danh sách cán bộ', SOON);
    expect(stranger.modal()).toBeNull();
  });

  test('one who heads no unit cannot register one', async () => {
    const nga = at('nga.bui');
    await nga.types('/dangky đơn vị');
    await nga.sees('Chỉ thủ trưởng đơn vị đăng ký danh hiệu cho tập thể', SOON);
    expect(nga.modal()).toBeNull();
  });

  test('an empty choice stays in the form, and a closed form leaves nothing', async () => {
    const nga = at('nga.bui');
    await nga.types('/dangky');
    await nga.waitsForModal('Đăng ký danh hiệu');
    await nga.fills({ [LABEL]: [] });
    expect(await nga.submits()).toBe('errors');
    expect(Object.keys(nga.errors())).toEqual([LABEL]);
    await nga.fills({ [LABEL]: [CSTDCS] });
    await nga.closesModal();
    expect(await stored({ personId: personId('nga.bui') })).toBeNull();
  });

  test('a year without a window is refused', async () => {
    const nga = at('nga.bui');
    await nga.types(`/dangky ${year + 5}`);
    await nga.sees(`Năm ${year + 5} chưa có đợt đăng ký`, SOON);
  });
});

describe('Home', () => {
  test('shows how it stands and opens the form', async () => {
    const anh = await registers('anh.trinh', CSTDCS);
    await anh.closesModal();
    await anh.opensHome();
    await anh.sees('Đang chờ thủ trưởng Đặng Thu Hương xác nhận', { in: 'home' });
    await anh.clicks('Xem, sửa', { in: 'home' });
    await anh.waitsForModal('Đăng ký danh hiệu');
    await anh.closesModal();
  });

  test('tells a head how many wait, and lets them confirm there', async () => {
    const thao = at('thao.dinh');
    await thao.opensHome();
    await thao.sees('1 bản đăng ký chờ anh/chị xác nhận', { in: 'home' });
    await thao.clicks('Xem', { in: 'home' });
    await thao.waitsForModal('Xác nhận đăng ký');
    await thao.sees('Hoàng Nhật Nam', { in: 'modal' });
    expect(await thao.submits()).toBe('closed');
    expect((await stored({ personId: personId('nam.hoang') }))?.state).toBe('confirmed');
  });
});

describe('after the window', () => {
  test('the form that was left open is refused with the dates, and so is the command', async () => {
    const yen = at('yen.luu');
    await yen.types('/dangky');
    await yen.waitsForModal('Đăng ký danh hiệu');
    await world.advance(61 * 24 * 3600_000);
    await yen.fills({ [LABEL]: [CSTDCS] });
    expect(await yen.submits()).toBe('errors');
    expect(yen.errors()[LABEL]).toContain(`đến hết ngày ${closes}`);
    await yen.closesModal();
    await yen.types('/dangky');
    await yen.sees(`Đợt đăng ký danh hiệu năm ${year} đã đóng`, SOON);
    expect(await stored({ personId: personId('yen.luu') })).toBeNull();
  });
});
