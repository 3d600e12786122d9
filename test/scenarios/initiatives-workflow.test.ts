import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day, formatDay } from '../../src/kernel/time.ts';
import { addMonths } from '../../src/rulebook/calendar.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import type { World } from '../support/world.ts';
import { accepts, handsIn, initiativeRow, tellsSubstance } from './support/initiatives.ts';
import { keepsCard, pressesForged } from './support/old-card.ts';
import { at, goTo, openStage, speak, todayOf } from './support/places.ts';
import { isTurnedDown, SOON, timesSeen } from './support/watching.ts';

const SECRETARY = 'ha.nguyen' as const satisfies Login;
const HOSTILE = 'Nêu rõ số liệu <!channel> *quý III* & <@U1>';

const opensFile = async (world: World, login: Login, number: string) => {
  const person = at(world, login);
  await person.types(`/sangkien ${number}`);
  await person.waitsForModal('Hồ sơ sáng kiến');
  return person;
};

/** The day itself on a weekday, else the Monday after it. */
function working(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}

describe('the form of an initiative is checked', () => {
  let world: World;
  const who = (login: Login) => at(world, login);
  const stateOf = async (title: string) => (await initiativeRow(world, title)).state;
  beforeAll(async () => {
    world = await openStage();
  });
  afterAll(() => world.close());

  test('accepted from the card: receipts go out, a second press and one of another change nothing', async () => {
    const { number, id } = await handsIn(world, 'lan.tran', {
      title: 'Tiếp nhận ngay',
      coAuthors: ['duc.vu'],
      shares: [60, 40],
    });
    const secretary = who(SECRETARY);
    await secretary.sees(`Sáng kiến mới nộp ${number}`, SOON);
    const card = keepsCard(world, secretary, number);
    world.workspace.faults.duplicateNextEnvelope();
    await secretary.clicks('Tiếp nhận', { in: number });
    await secretary.sees(`Đã tiếp nhận ${number}`);
    for (const author of ['lan.tran', 'duc.vu'] as const) {
      await who(author).sees(`Giấy biên nhận ${number}`, SOON);
      await who(author).sees('Nghị định 13/2012/NĐ-CP Điều 7');
      expect(timesSeen(who(author), `Giấy biên nhận ${number}`)).toBe(1);
    }
    // The card no longer offers it; one that a client still shows is answered with what stands.
    await isTurnedDown(world, secretary, `${number}: Đã tiếp nhận, chờ hội đồng`, () =>
      card.presses('Không tiếp nhận'),
    );
    await secretary.sees('Lần bấm này không thay đổi gì');
    const seen = { initiativeId: id, revision: 1, state: 'received' };
    for (const [login, words] of [
      ['lan.tran', 'Chỉ thư ký thi đua của đơn vị hoặc cấp trên'],
      ['hung.le', 'Chỉ thư ký thi đua của đơn vị hoặc cấp trên'],
    ] as const)
      for (const actionId of [
        'initiatives.accept',
        'initiatives.return',
        'initiatives.refuse_form',
      ])
        await isTurnedDown(world, who(login), words, () =>
          pressesForged(world, who(login), { actionId, value: seen }),
        );
  });

  test('returned with what to mend, mended in the two steps under its number, told anew', async () => {
    const request = { title: 'Cần bổ sung', coAuthors: ['anh.trinh'], shares: [50, 50] } as const;
    const { number } = await handsIn(world, 'huong.dang', request);
    const secretary = who(SECRETARY);
    await secretary.sees(`Sáng kiến mới nộp ${number}`, SOON);
    await secretary.clicks('Trả lại để chỉnh sửa', { in: number });
    await secretary.waitsForModal('Trả lại để chỉnh sửa');
    await secretary.sees('Điều 6', { in: 'modal' });
    await secretary.fills({ 'Nội dung cần chỉnh sửa': HOSTILE });
    expect(await secretary.submits()).toBe('updated');
    await secretary.sees(`Đã trả lại ${number}`, { in: 'modal' });
    await secretary.closesModal({ all: true });
    expect(await stateOf('Cần bổ sung')).toBe('returned');

    const author = who('anh.trinh');
    await author.sees('Sáng kiến cần chỉnh sửa', SOON);
    await author.sees(HOSTILE);
    await author.sees(`chậm nhất ngày ${formatDay(addMonths(todayOf(world), 1))}`);
    const old = keepsCard(world, author, 'Sáng kiến cần chỉnh sửa');
    await author.clicks('Chỉnh sửa', { in: 'Sáng kiến cần chỉnh sửa' });
    await author.waitsForModal('Chỉnh sửa (1/2)');
    await author.fills({ 'Lĩnh vực và vấn đề được giải quyết': 'Đối chiếu số thu quý III' });
    expect(await author.submits()).toBe('updated');
    await author.waitsForModal('Chỉnh sửa (2/2)');
    // Closed half-way, nothing is lost.
    await author.closesModal({ all: true });
    await author.clicks('Chỉnh sửa', { in: 'Sáng kiến cần chỉnh sửa' });
    expect(JSON.stringify(author.modal()?.view.blocks)).toContain('số thu quý III');
    expect(await author.submits()).toBe('updated');
    await author.fills({
      'Bản chất của giải pháp': 'Ghép hai bảng kê, kèm số liệu quý III.',
      'Tỷ lệ đóng góp (%) – Đặng Thu Hương': 60,
    });
    expect(await author.submits()).toBe('errors');
    await author.fills({ 'Tỷ lệ đóng góp (%) – Trịnh Ngọc Ánh': 40 });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await author.submits()).toBe('updated');
    await author.waitsForModal('Đã nộp lại');
    await author.sees(number, { in: 'modal' });
    await author.closesModal({ all: true });

    const row = await initiativeRow(world, 'Cần bổ sung');
    expect(row).toMatchObject({ number, state: 'received', revision: 2 });
    expect(row.authors.map(({ share }) => share)).toEqual([60, 40]);
    await secretary.sees(`Sáng kiến đã chỉnh sửa, nộp lại ${number}`, SOON);
    await who('huong.dang').sees(
      'Phần đã sửa: lĩnh vực, bản chất của giải pháp, tác giả, tỷ lệ',
      SOON,
    );
    await isTurnedDown(world, author, 'Sáng kiến không còn chờ chỉnh sửa', () =>
      old.presses('Chỉnh sửa'),
    );

    await opensFile(world, SECRETARY, number);
    await secretary.sees('Trả lại để chỉnh sửa – Nêu rõ số liệu <!channel>', { in: 'modal' });
    await secretary.clicks('Nội dung đã sửa', { in: 'modal' });
    await secretary.waitsForModal('Nội dung đã sửa');
    await secretary.sees('Ghép hai bảng kê theo mã đơn vị.', { in: 'modal' });
    await secretary.sees('Đặng Thu Hương: 60%', { in: 'modal' });
    await secretary.closesModal({ all: true });
    await accepts(world, number);
    await who('huong.dang').types('/sangkien của tôi');
    await who('huong.dang').sees('Chỉnh sửa, nộp lại');
    await who('huong.dang').sees('Đã tiếp nhận, chờ hội đồng: xét công nhận chậm nhất ngày');
  });

  test('not taken in, with ground and reason told to the authors', async () => {
    const { number } = await handsIn(world, 'trang.ly', { title: 'Đã có ở nơi khác' });
    const secretary = await opensFile(world, SECRETARY, number);
    await secretary.clicks('Không tiếp nhận', { in: 'modal' });
    await secretary.waitsForModal('Không tiếp nhận');
    await secretary.fills({
      'Căn cứ': 'Hồ sơ chưa đủ, đã trả lại mà chưa hoàn thiện',
      'Lý do': 'Trùng với kế hoạch của phòng.',
    });
    expect(await secretary.submits()).toBe('errors');
    expect(secretary.errors()).toEqual({ 'Căn cứ': expect.stringContaining('chưa được trả lại') });
    await secretary.fills({ 'Căn cứ': 'Không có tính mới trong phạm vi cơ sở' });
    expect(await secretary.submits()).toBe('updated');
    await secretary.closesModal({ all: true });
    await who('trang.ly').sees('Sáng kiến không được tiếp nhận', SOON);
    await who('trang.ly').sees('Trùng với kế hoạch của phòng.');
    await who('trang.ly').sees('Sáng kiến đủ điều kiện thì anh/chị nộp mới: /sangkien mới');
    const author = await opensFile(world, 'trang.ly', number);
    expect(author.modalText()).not.toContain('đã trả lời tác giả bằng văn bản');
    await author.clicks('Thông báo không tiếp nhận', { in: 'modal' });
    await author.waitsForModal('Văn bản');
    await author.closesModal({ all: true });
    expect(await stateOf('Đã có ở nơi khác')).toBe('form_refused');
  });

  test('withdrawn by an author, and only by one', async () => {
    const { number, id } = await handsIn(world, 'bao.huynh', { title: 'Thôi không nộp' });
    const author = await opensFile(world, 'bao.huynh', number);
    await author.clicks('Rút sáng kiến', { in: 'modal' });
    await author.waitsForModal('Rút sáng kiến?');
    expect(await author.submits()).toBe('updated');
    await author.sees(`Đã rút ${number}`, { in: 'modal' });
    await author.closesModal({ all: true });
    await who(SECRETARY).sees('Sáng kiến đã rút', SOON);
    await isTurnedDown(world, who('nga.bui'), 'không có sáng kiến nào mang số này', () =>
      pressesForged(world, who('nga.bui'), {
        actionId: 'initiatives.withdraw',
        value: { initiativeId: id },
      }),
    );
  });

  test('a duplicate is merged: authors of both are told, both files point to each other', async () => {
    const one = await handsIn(world, 'tuan.vu', { title: 'Gọi trước khi đến' });
    const other = await handsIn(world, 'dat.lam', { title: 'Gọi điện trước khi đến' });
    const secretary = await opensFile(world, SECRETARY, one.number);
    await secretary.clicks('Gộp vào sáng kiến khác', { in: 'modal' });
    await secretary.waitsForModal('Gộp sáng kiến');
    await secretary.fills({ 'Số của sáng kiến được giữ lại': one.number });
    expect(await secretary.submits()).toBe('errors');
    await secretary.fills({ 'Số của sáng kiến được giữ lại': other.number.toLowerCase() });
    expect(await secretary.submits()).toBe('updated');
    await secretary.sees(`Đã gộp ${one.number} vào ${other.number}`, { in: 'modal' });
    await secretary.sees(`trả lại ${other.number} để các tác giả thống nhất`, { in: 'modal' });
    await secretary.closesModal({ all: true });
    await who('tuan.vu').sees('Sáng kiến được gộp', SOON);
    await who('dat.lam').sees('Có sáng kiến được gộp vào', SOON);
    await (await opensFile(world, 'tuan.vu', one.number)).sees(
      `Được gộp vào ${other.number} – Gọi điện`,
      { in: 'modal' },
    );
    await who('tuan.vu').closesModal();
    await opensFile(world, SECRETARY, other.number);
    await secretary.sees(`Đã gộp vào đây: ${one.number}`, { in: 'modal' });
    await secretary.closesModal();
  });

  test('one of the secretary is for another one; while there is none, administrators are told', async () => {
    const { number, id } = await handsIn(world, SECRETARY, { title: 'Của chính thư ký' });
    await who('tam.do').sees('Chưa có người kiểm tra một sáng kiến', SOON);
    await isTurnedDown(world, who(SECRETARY), 'Anh/chị là tác giả', () =>
      pressesForged(world, who(SECRETARY), {
        actionId: 'initiatives.accept',
        value: { initiativeId: id, revision: 1, state: 'received' },
      }),
    );
    await opensFile(world, SECRETARY, number);
    who(SECRETARY).seesNot('[Tiếp nhận]', { in: 'modal' });
    await who(SECRETARY).closesModal();
    await world.deps.db.roleGrant.create({
      data: {
        personId: personId('quan.dinh'),
        unitId: unitId('SH'),
        role: 'secretary',
        fromDate: new Date('2025-07-01'),
      },
    });
    await accepts(world, number, 'quan.dinh');
    expect(await stateOf('Của chính thư ký')).toBe('accepted');
  });
});

describe('the calendar', () => {
  let world: World;
  beforeAll(async () => {
    world = await openStage();
  });
  afterAll(() => world.close());

  test('reminds the secretary before a form check ends and after; Home counts what is overdue', async () => {
    const { number } = await handsIn(world, 'lan.tran', { title: 'Chờ lâu' });
    const by = addMonths(todayOf(world), 1);
    const secretary = at(world, SECRETARY);
    await goTo(world, working(addDays(by, -5)), '08:30');
    await secretary.sees('Nhắc hạn xử lý sáng kiến', SOON);
    await secretary.sees(`${number} – Chờ lâu`);
    await goTo(world, working(addDays(by, 1)), '08:30');
    await secretary.sees('quá hạn', SOON);
    await secretary.opensHome();
    await secretary.sees('sáng kiến chờ kiểm tra hình thức (quá hạn', { in: 'home' });
    await secretary.sees('Sáng kiến chờ xử lý', { in: 'home' });
    await secretary.clicks('Xem tất cả', { in: 'home' });
    await secretary.waitsForModal('Hạn xử lý sáng kiến');
    await secretary.sees(`${number} – Chờ lâu`, { in: 'modal' });
    await secretary.closesModal();
    at(world, 'lan.tran').seesNot('Nhắc hạn xử lý sáng kiến');
  });

  test('reminds the author of a correction; a late one is marked and can still be handed in', async () => {
    const { number, id } = await handsIn(world, 'duc.vu', { title: 'Sửa muộn' });
    const secretary = await opensFile(world, SECRETARY, number);
    await secretary.clicks('Trả lại để chỉnh sửa', { in: 'modal' });
    await secretary.fills({ 'Nội dung cần chỉnh sửa': 'Bổ sung.' });
    await secretary.submits();
    await secretary.closesModal({ all: true });
    const by = addMonths(todayOf(world), 1);
    const author = at(world, 'duc.vu');
    await goTo(world, working(addDays(by, -5)), '08:30');
    await author.sees('Tác giả chỉnh sửa: hạn', SOON);
    await goTo(world, addDays(by, 3), '10:00');
    await author.clicks('Chỉnh sửa', { in: 'Tác giả chỉnh sửa: hạn' });
    await author.waitsForModal('Chỉnh sửa (1/2)');
    expect(await author.submits()).toBe('updated');
    await tellsSubstance(author, 'duc.vu', { title: 'Sửa muộn' });
    expect(await author.submits()).toBe('updated');
    await author.closesModal({ all: true });
    expect(await world.deps.db.initiative.findUnique({ where: { id } })).toMatchObject({
      state: 'received',
      mendedLate: true,
    });
    await secretary.sees('Nộp lại sau hạn chỉnh sửa', SOON);
  });

  test('an annulment takes a second person; its card is settled once', async () => {
    const row = await world.deps.db.initiative.findFirstOrThrow({
      where: { state: 'recognised', title: { startsWith: 'Đối chiếu tự động' } },
    });
    const secretary = await opensFile(world, SECRETARY, row.number);
    await secretary.clicks('Đề nghị hủy công nhận', { in: 'modal' });
    await secretary.waitsForModal('Hủy công nhận');
    await secretary.fills({ 'Lý do hủy công nhận': 'Sao chép của đơn vị khác.' });
    expect(await secretary.submits()).toBe('updated');
    await secretary.sees(`Đã gửi đề nghị hủy công nhận ${row.number}`, { in: 'modal' });
    await secretary.closesModal({ all: true });
    // The head of the unit is asked; the secretary who proposed it may not settle it.
    const head = at(world, 'khanh.phan');
    await head.sees('Đề nghị hủy công nhận sáng kiến', SOON);
    const { id: annulmentId } = await world.deps.db.initiativeAnnulment.findFirstOrThrow();
    await isTurnedDown(world, secretary, 'Anh/chị là người đề nghị', () =>
      pressesForged(world, secretary, {
        actionId: 'initiatives.confirm_annulment',
        value: { annulmentId },
      }),
    );
    await head.opensHome();
    await head.sees('đề nghị hủy công nhận', { in: 'home' });
    await head.clicks('Xác nhận hủy', { in: 'Đề nghị hủy công nhận sáng kiến' });
    await head.sees(`${row.number}: đã hủy công nhận`);
    await at(world, 'lan.tran').sees('Hủy công nhận sáng kiến', SOON);
    await at(world, 'lan.tran').sees('Sao chép của đơn vị khác.');
    await secretary.sees(`${row.number}: đã hủy công nhận, Phan Quốc Khánh xác nhận`, SOON);
    const works = await world.deps.db.recognisedWork.findMany({ where: { initiativeId: row.id } });
    expect(works.every(({ annulledAt }) => annulledAt !== null)).toBe(true);
  });

  test('says it in English too', async () => {
    await speak(world, 'en', ['chau.do', SECRETARY]);
    const { number } = await world.deps.db.initiative.findFirstOrThrow({
      where: { title: 'Chờ lâu' },
    });
    const secretary = at(world, SECRETARY);
    await secretary.types(`/sangkien ${number}`);
    await secretary.waitsForModal('File of the initiative');
    await secretary.sees('History', { in: 'modal' });
    await secretary.clicks('Return to be mended', { in: 'modal' });
    await secretary.waitsForModal('Return to be mended');
    await secretary.sees('It keeps its number', { in: 'modal' });
    await secretary.closesModal({ all: true });
  });
});
