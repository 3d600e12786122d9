import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import type { World } from '../support/world.ts';
import { submitsForged } from './support/old-card.ts';
import { at, openStage, speak, TRANSPORTS } from './support/places.ts';
import { CSTDCS, LDTT, registered, registers, TITLES_FIELD, windowOf } from './support/titles.ts';
import { changesNothing, isTurnedDown, SOON } from './support/watching.ts';

const LADDER = [
  LDTT,
  CSTDCS,
  'Chiến sĩ thi đua bộ, ban, ngành, tỉnh (CSTĐ bộ)',
  'Chiến sĩ thi đua toàn quốc (CSTĐTQ)',
];

describe.each(TRANSPORTS)('from the form to the confirmation over %s', (transport) => {
  let world: World;
  beforeAll(async () => {
    world = await openStage(transport);
  });
  afterAll(() => world.close());

  test('a person registers, the head confirms, the card settles and the person is told', async () => {
    const { year, closes } = windowOf(world);
    const lan = at(world, 'lan.tran');
    await lan.types('/dangky');
    await lan.waitsForModal('Đăng ký danh hiệu');
    const form = lan.modalText();
    expect(form).toContain(`Năm ${year}`);
    const places = LADDER.map((title) => form.indexOf(title));
    expect(places).toEqual(places.toSorted((one, two) => one - two));
    expect(places[0]).toBeGreaterThan(0);
    expect(form.toLowerCase()).not.toMatch(/bằng khen|giấy khen|huân chương/);
    // Nobody is asked for an initiative.
    expect(form).toContain('không đăng ký hình thức khen thưởng và sáng kiến');
    expect(lan.modal()?.view.blocks.filter(({ type }) => type === 'input')).toHaveLength(1);

    await lan.fills({ [TITLES_FIELD]: [CSTDCS] });
    expect(await lan.submits()).toBe('updated');
    await lan.sees(`2 danh hiệu năm ${year}`, { in: 'modal' });
    await lan.sees(`1. ${LDTT}`, { in: 'modal' });
    await lan.sees(`Đã thêm: ${LDTT}`, { in: 'modal' });
    await lan.sees('Công văn số 4793/BHXH-TĐKT', { in: 'modal' });
    await lan.sees('thủ trưởng Phan Quốc Khánh', { in: 'modal' });
    await lan.sees(`hết ngày ${closes}`, { in: 'modal' });
    await lan.closesModal();
    expect(await registered(world, { personId: personId('lan.tran') })).toMatchObject({
      state: 'submitted',
      revision: 1,
      titles: ['ldtt', 'cstdcs'],
    });

    const khanh = at(world, 'khanh.phan');
    await khanh.sees('Trần Thị Lan', SOON);
    await khanh.sees('Chuyên viên quản lý thu, Phòng Quản lý thu');
    await khanh.clicks('Xác nhận', { in: 'Trần Thị Lan' });
    expect(await registered(world, { personId: personId('lan.tran') })).toMatchObject({
      state: 'confirmed',
      settledById: personId('khanh.phan'),
    });
    await khanh.sees('Đã được Phan Quốc Khánh xác nhận lúc', SOON);
    await lan.sees('Phan Quốc Khánh đã xác nhận đăng ký danh hiệu', SOON);
  });

  test('the command again shows what is registered, and amends it; it is to be confirmed again', async () => {
    const lan = at(world, 'lan.tran');
    await lan.types('/dangky');
    await lan.waitsForModal('Đăng ký danh hiệu');
    await lan.sees('Đã được Phan Quốc Khánh xác nhận lúc', { in: 'modal' });
    await lan.sees('Nếu anh/chị sửa, bản đăng ký phải được xác nhận lại', { in: 'modal' });
    // Sent as it is shown, it stays as it is.
    await changesNothing(world, async () => {
      expect(await lan.submits()).toBe('updated');
      await lan.sees('giữ nguyên, không có gì thay đổi', { in: 'modal' });
      await lan.closesModal();
    });

    await lan.types('/dangky');
    await lan.waitsForModal('Đăng ký danh hiệu');
    await lan.fills({ [TITLES_FIELD]: LADDER.slice(0, 3) });
    expect(await lan.submits()).toBe('updated');
    await lan.sees('3 danh hiệu', { in: 'modal' });
    lan.seesNot('Đã thêm', { in: 'modal' });
    await lan.closesModal();
    expect(await registered(world, { personId: personId('lan.tran') })).toMatchObject({
      state: 'submitted',
      revision: 2,
      titles: ['ldtt', 'cstdcs', 'cstd_bo'],
    });
    const khanh = at(world, 'khanh.phan');
    await khanh.sees('Bản sửa lần 1, thay bản trước', SOON);
    await khanh.clicks('Xác nhận', { in: 'Bản sửa lần 1' });
    expect((await registered(world, { personId: personId('lan.tran') }))?.state).toBe('confirmed');
  });

  test('a head returns with a reason; the person amends from the message; the old card is outdated', async () => {
    const duc = await registers(world, 'duc.vu', CSTDCS);
    await duc.closesModal();
    const khanh = at(world, 'khanh.phan');
    await khanh.sees('Vũ Anh Đức', SOON);
    await khanh.clicks('Trả lại', { in: 'Vũ Anh Đức' });
    await khanh.waitsForModal('Trả lại đăng ký');
    expect(await khanh.submits()).toBe('errors');
    await khanh.fills({ 'Lý do trả lại': 'Năm nay đăng ký <!channel> LĐTT' });
    expect(await khanh.submits()).toBe('closed');
    expect(await registered(world, { personId: personId('duc.vu') })).toMatchObject({
      state: 'returned',
      returnReason: 'Năm nay đăng ký <!channel> LĐTT',
    });

    await duc.sees('Năm nay đăng ký <!channel> LĐTT', SOON);
    await duc.clicks('Sửa đăng ký');
    await duc.waitsForModal('Đăng ký danh hiệu');
    await duc.sees('Đã được Phan Quốc Khánh trả lại', { in: 'modal' });
    await duc.fills({ [TITLES_FIELD]: [LDTT] });
    expect(await duc.submits()).toBe('updated');
    await duc.closesModal();
    expect(await registered(world, { personId: personId('duc.vu') })).toMatchObject({
      state: 'submitted',
      revision: 2,
      returnReason: null,
      titles: ['ldtt'],
    });
    await khanh.sees('Đã được thay bằng bản đăng ký mới', SOON);
    await khanh.sees('Bản sửa lần 1', SOON);
  });

  test('the head of a unit registers it, and the director is asked', async () => {
    const khanh = at(world, 'khanh.phan');
    await khanh.types('/dangky donvi tap the lao dong xuat sac');
    await khanh.waitsForModal('Đăng ký danh hiệu');
    expect(await khanh.submits()).toBe('updated');
    await khanh.sees('Phòng Quản lý thu', { in: 'modal' });
    await khanh.sees('thủ trưởng Lê Quang Hùng', { in: 'modal' });
    await khanh.closesModal();
    expect(await registered(world, { unitId: unitId('SH-THU') })).toMatchObject({
      state: 'submitted',
      titles: ['ttldtt', 'ttldxs'],
    });
    await at(world, 'hung.le').sees('Phan Quốc Khánh đăng ký cho tập thể', SOON);
  });
});

describe('titles', () => {
  let world: World;
  beforeAll(async () => {
    world = await openStage();
  });
  afterAll(() => world.close());

  test('in English: person, head and answers', async () => {
    await speak(world, 'en', ['viet.kieu']);
    const { closes } = windowOf(world);
    const chau = at(world, 'chau.do');
    await chau.types('/dangky');
    await chau.waitsForModal('Register titles');
    await chau.fills({ 'Titles, from low to high': ['Grassroots Emulation Fighter (CSTĐCS)'] });
    expect(await chau.submits()).toBe('updated');
    await chau.sees('2 titles', { in: 'modal' });
    await chau.sees('Added: Advanced Worker (LĐTT)', { in: 'modal' });
    await chau.sees('Waiting to be confirmed by Kiều Hoàng Việt', { in: 'modal' });
    await chau.closesModal();
    const viet = at(world, 'viet.kieu');
    await viet.sees('2 titles registered for', SOON);
    await viet.clicks('Return', { in: 'Đỗ Bảo Châu' });
    await viet.waitsForModal('Return registration');
    await viet.fills({ Reason: 'One a year' });
    expect(await viet.submits()).toBe('closed');
    await viet.sees('Returned by Kiều Hoàng Việt at', SOON);
    await chau.sees('Kiều Hoàng Việt returned the registration of titles', SOON);
    await chau.sees('One a year');
    await chau.sees(`send it again by ${closes} inclusive`);
    await chau.clicks('Amend', { in: 'One a year' });
    await chau.waitsForModal('Register titles');
    await chau.fills({ 'Titles, from low to high': ['Advanced Worker (LĐTT)'] });
    expect(await chau.submits()).toBe('updated');
    await chau.closesModal();
    await viet.sees('Amendment 1, in place of the one before', SOON);
    await viet.clicks('Confirm', { in: 'Amendment 1' });
    await chau.sees('Kiều Hoàng Việt confirmed the registration of titles', SOON);
    expect(await registered(world, { personId: personId('chau.do') })).toMatchObject({
      state: 'confirmed',
      revision: 2,
      titles: ['ldtt'],
    });
  });

  test.each([
    '/dangky cstđcs',
    '/dangky CSTDCS',
    '/dangky chiến sĩ thi đua cơ sở',
    '/dangky chien si thi dua co so',
    '/dangky chiến sĩ thi đua cơ sở'.normalize('NFD'),
    '/dangky CHIẾN SĨ THI ĐUA CƠ SỞ'.normalize('NFD'),
  ])('a title is understood as typed (%s) and brings those below it', async (typed) => {
    const linh = at(world, 'linh.cao');
    await linh.types(typed);
    await linh.waitsForModal('Đăng ký danh hiệu');
    const [field] = linh.modal()?.view.blocks.filter(({ type }) => type === 'input') ?? [];
    expect(field).toMatchObject({
      element: { initial_options: [{ value: 'ldtt' }, { value: 'cstdcs' }] },
    });
    await linh.closesModal();
  });

  test.each(['đơn vị', 'DON VI', 'đơn vị'.normalize('NFD'), 'tập thể', 'unit'])(
    'the head of a unit opens its form however it is typed: %s',
    async (typed) => {
      const huong = at(world, 'huong.dang');
      await huong.types(`/dangky ${typed}`);
      await huong.waitsForModal('Đăng ký danh hiệu');
      await huong.sees('Phòng Chế độ BHXH', { in: 'modal' });
      await huong.sees('Tập thể lao động tiên tiến (TTLĐTT)', { in: 'modal' });
      await huong.closesModal();
    },
  );

  test('the head of several units is asked for which', async () => {
    await world.deps.db.roleGrant.create({
      data: {
        personId: personId('phuc.dang'),
        unitId: unitId('SH-CT'),
        role: 'head',
        fromDate: new Date('2020-01-01'),
      },
    });
    const phuc = at(world, 'phuc.dang');
    await phuc.types('/dangky đơn vị');
    await phuc.sees('Anh/chị đăng ký cho đơn vị nào?');
    await phuc.sees('BHXH cơ sở Cồn Gió');
    await phuc.clicks('Mở biểu mẫu', { in: 'Anh/chị đăng ký cho đơn vị nào?' });
    await phuc.waitsForModal('Đăng ký danh hiệu');
    // In the order of their names.
    await phuc.sees('BHXH cơ sở Cầu Trắng', { in: 'modal' });
    await phuc.closesModal();
  });

  test('a lower title that is taken out, while a higher one stays, is refused at the field', async () => {
    const linh = at(world, 'linh.cao');
    await linh.types('/dangky cstđcs');
    await linh.waitsForModal('Đăng ký danh hiệu');
    await changesNothing(world, async () => {
      await linh.fills({ [TITLES_FIELD]: [CSTDCS] });
      expect(await linh.submits()).toBe('errors');
    });
    const { [TITLES_FIELD]: told } = linh.errors();
    expect(told).toContain(`Đăng ký ${CSTDCS} thì không bỏ ${LDTT}`);
    expect(told).toContain('từ thấp đến cao (Công văn số 4793/BHXH-TĐKT)');
    // Mended in the same form.
    await linh.fills({ [TITLES_FIELD]: [LDTT, CSTDCS] });
    expect(await linh.submits()).toBe('updated');
    await linh.closesModal();
    expect((await registered(world, { personId: personId('linh.cao') }))?.titles).toEqual([
      'ldtt',
      'cstdcs',
    ]);
  });

  test('a form of commendation that is forged into the form is refused at the field', async () => {
    const nga = at(world, 'nga.bui');
    await nga.types('/dangky');
    await nga.waitsForModal('Đăng ký danh hiệu');
    await changesNothing(world, async () => {
      const answer = await submitsForged(world, nga, {
        block: 'titles',
        state: { type: 'checkboxes', selected_options: [{ value: 'bk_tt' }] },
      });
      expect(answer).toMatchObject({
        response_action: 'errors',
        errors: {
          titles: expect.stringMatching(
            /^Bằng khen của Thủ tướng Chính phủ là hình thức khen thưởng .*\(Công văn số 4793\/BHXH-TĐKT\)/,
          ),
        },
      });
    });
    await nga.closesModal();
  });

  test.each([
    '/dangky bằng khen',
    '/dangky bang khen thu tuong',
    '/dangky bằng khen thủ tướng'.normalize('NFD'),
    '/dangky GIẤY KHEN',
    '/dangky cstđcs, bằng khen',
  ])('a form of commendation is refused with its document: %s', async (typed) => {
    const nga = at(world, 'nga.bui');
    await isTurnedDown(world, nga, 'là hình thức khen thưởng nên không đăng ký', () =>
      nga.types(typed),
    );
    expect(nga.modal()).toBeNull();
    await nga.sees('chỉ đăng ký danh hiệu thi đua (Công văn số 4793/BHXH-TĐKT)');
  });

  test('an initiative is not asked for and not registered', async () => {
    const nga = at(world, 'nga.bui');
    await isTurnedDown(world, nga, 'Sáng kiến không phải đăng ký từ đầu năm', () =>
      nga.types('/dangky sáng kiến'),
    );
    expect(nga.modal()).toBeNull();
  });

  test('one who heads no unit cannot register one', async () => {
    const nga = at(world, 'nga.bui');
    await isTurnedDown(world, nga, 'Chỉ thủ trưởng đơn vị đăng ký danh hiệu cho tập thể', () =>
      nga.types('/dangky đơn vị'),
    );
    expect(nga.modal()).toBeNull();
  });

  test('an empty choice stays in the form', async () => {
    const nga = at(world, 'nga.bui');
    await nga.types('/dangky');
    await nga.waitsForModal('Đăng ký danh hiệu');
    await nga.fills({ [TITLES_FIELD]: [] });
    expect(await nga.submits()).toBe('errors');
    expect(Object.keys(nga.errors())).toEqual([TITLES_FIELD]);
    await nga.closesModal();
  });

  test('a year without a window is refused', async () => {
    const nga = at(world, 'nga.bui');
    const year = windowOf(world).year + 5;
    await isTurnedDown(world, nga, `Năm ${year} chưa có đợt đăng ký`, () =>
      nga.types(`/dangky ${year}`),
    );
  });

  test('Home shows how it stands and opens the form', async () => {
    const anh = await registers(world, 'anh.trinh', CSTDCS);
    await anh.closesModal();
    await anh.opensHome();
    await anh.sees('Đang chờ thủ trưởng Đặng Thu Hương xác nhận', { in: 'home' });
    await anh.clicks('Xem, sửa', { in: 'home' });
    await anh.waitsForModal('Đăng ký danh hiệu');
    await anh.closesModal();
  });

  test('Home tells a head how many wait, and lets them confirm there', async () => {
    const thao = at(world, 'thao.dinh');
    await thao.opensHome();
    await thao.sees('1 bản đăng ký chờ anh/chị xác nhận', { in: 'home' });
    await thao.clicks('Xem', { in: 'home' });
    await thao.waitsForModal('Xác nhận đăng ký');
    await thao.sees('Hoàng Nhật Nam', { in: 'modal' });
    expect(await thao.submits()).toBe('closed');
    expect((await registered(world, { personId: personId('nam.hoang') }))?.state).toBe('confirmed');
    await at(world, 'nam.hoang').sees('Đinh Phương Thảo đã xác nhận', SOON);
  });
});
