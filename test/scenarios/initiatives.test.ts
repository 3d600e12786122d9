import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, formatDay } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/sandbox/driver.ts';
import { type Login, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import {
  describes,
  handsIn,
  initiativeRow,
  reachesSecondStep,
  shareField,
  tellsBenefits,
  tellsSubstance,
} from './support/initiatives.ts';
import { pressesForged } from './support/old-card.ts';
import { at, openStage, speak, TRANSPORTS, todayOf } from './support/places.ts';
import { changesNothing, hears, isTurnedDown, SOON } from './support/watching.ts';

const DAY_MS = 24 * 60 * 60_000;
const FIRST_DAY = 'Ngày áp dụng lần đầu hoặc áp dụng thử';

function messagesAbout(world: World, subjectId: string) {
  return world.deps.db.outgoingMessage.findMany({
    where: { subjectId },
    orderBy: { seq: 'asc' },
    select: { purpose: true, personId: true },
  });
}

describe.each(TRANSPORTS)('handing in an initiative over %s', (transport) => {
  const request = {
    title: 'Đối chiếu nhanh số phải thu',
    coAuthors: ['duc.vu'],
    shares: [60, 40],
  } as const;
  let world: World;
  let lan: Actor;
  beforeAll(async () => {
    world = await openStage(transport);
    lan = at(world, 'lan.tran');
  });
  afterAll(() => world.close());

  test('a first application that is still to come is refused at its field', async () => {
    await lan.types('/sangkien');
    await lan.waitsForModal('Nộp sáng kiến (1/3)');
    const tomorrow = addDays(todayOf(world), 1);
    await changesNothing(world, async () => {
      await describes(world, lan, { ...request, firstAppliedOn: tomorrow });
      expect(await lan.submits()).toBe('errors');
    });
    expect(lan.errors()).toEqual({ [FIRST_DAY]: expect.stringContaining('chưa đến') });
    // Mended in the same form.
    await describes(world, lan, { ...request, firstAppliedOn: todayOf(world) });
    expect(await lan.submits()).toBe('updated');
    await lan.waitsForModal('Nộp sáng kiến (2/3)');
  });

  test('shares of 60 and 30 are refused at the field, with their sum', async () => {
    await tellsSubstance(lan, 'lan.tran', { ...request, shares: [60, 30] });
    expect(await lan.submits()).toBe('errors');
    expect(lan.errors()).toEqual({
      [shareField('duc.vu')]: 'Tổng tỷ lệ là 90%, còn thiếu 10%. Tổng phải bằng 100%.',
    });
    expect(await world.deps.db.initiative.count({ where: { title: request.title } })).toBe(0);
  });

  test('with 60 and 40 it gets its number; authors get receipts and the secretary a card', async () => {
    const today = todayOf(world);
    await lan.fills({ [shareField('duc.vu')]: 40 });
    expect(await lan.submits()).toBe('updated');
    await lan.waitsForModal('Nộp sáng kiến (3/3)');
    await lan.sees('cam đoan mọi thông tin trong đơn trung thực', { in: 'modal' });
    expect(await lan.submits()).toBe('updated');
    await lan.waitsForModal('Đã nộp sáng kiến');
    const row = await initiativeRow(world, request.title);
    expect(row).toMatchObject({ state: 'received', filedById: personId('lan.tran') });
    expect(row.number).toMatch(new RegExp(`^SK-${today.slice(0, 4)}-\\d{4}$`));
    expect(row.authors.map(({ personId, share }) => [personId, share])).toEqual([
      [personId('lan.tran'), 60],
      [personId('duc.vu'), 40],
    ]);
    await lan.sees(row.number, { in: 'modal' });
    await lan.sees('Vũ Anh Đức (Phòng Quản lý thu – Sổ, thẻ): 40%', { in: 'modal' });
    await lan.sees('Nghị định 13/2012/NĐ-CP Điều 6', { in: 'modal' });
    lan.seesNot('Nghị định 13/2012/NĐ-CP Điều 7', { in: 'modal' });
    await lan.closesModal();
    expect(lan.modal()).toBeNull();

    for (const author of ['lan.tran', 'duc.vu'] as const)
      await at(world, author).sees(`Đã nhận hồ sơ sáng kiến ${row.number}`, SOON);
    const secretary = at(world, 'ha.nguyen');
    await secretary.sees(`Sáng kiến mới nộp ${row.number}`, SOON);
    await secretary.clicks('Xem hồ sơ', { in: row.number });
    await secretary.waitsForModal('Hồ sơ sáng kiến');
    await secretary.sees('Ghép hai bảng kê theo mã đơn vị.', { in: 'modal' });
    await secretary.closesModal();
    expect(await messagesAbout(world, row.id)).toEqual([
      { purpose: 'initiatives.receipt', personId: personId('lan.tran') },
      { purpose: 'initiatives.receipt', personId: personId('duc.vu') },
      { purpose: 'initiatives.filed', personId: personId('ha.nguyen') },
    ]);
  });

  test('the next one, on another day of the year, gets the next number', async () => {
    const before = await initiativeRow(world, request.title);
    await world.advance(100 * DAY_MS);
    const year = todayOf(world).slice(0, 4);
    const sameYear = before.number.includes(year);
    const row = await handsIn(world, 'tuan.vu', { title: 'Gọi trước khi đến' });
    const next = sameYear ? Number(before.number.slice(-4)) + 1 : 1;
    expect(row.number).toBe(`SK-${year}-${String(next).padStart(4, '0')}`);
  });
});

describe('an initiative', () => {
  let world: World;
  beforeAll(async () => {
    world = await openStage();
  });
  afterAll(() => world.close());

  test('of more than a year ago is warned of with the article, taken in and marked', async () => {
    const firstAppliedOn = addDays(todayOf(world), -400);
    const request = { title: 'Áp dụng từ năm trước', firstAppliedOn };
    const mai = await reachesSecondStep(world, 'mai.thai', request);
    await mai.sees(`Áp dụng lần đầu ngày ${formatDay(firstAppliedOn)}`, { in: 'modal' });
    await mai.sees('thời hạn nộp là 1 năm', { in: 'modal' });
    await mai.sees('Nghị định 13/2012/NĐ-CP Điều 5', { in: 'modal' });
    await mai.sees('Anh/chị vẫn nộp được', { in: 'modal' });
    await tellsBenefits(mai, 'mai.thai', request);
    expect(await mai.submits()).toBe('updated');
    await mai.closesModal();
    expect(await initiativeRow(world, request.title)).toMatchObject({ filedLate: true });
    await at(world, 'ha.nguyen').sees('Nộp quá 1 năm sau ngày áp dụng lần đầu', SOON);
  });

  test('has authors from outside and a single author needs no share', async () => {
    const row = await handsIn(world, 'thanh.mai', {
      title: 'Cùng làm với bệnh viện',
      outside: 'Trần Văn Bình; Bệnh viện tỉnh; 30',
    });
    // What was written in the first step is suggested, the rest goes to the one in the list.
    expect(row.authors).toMatchObject([
      { personId: personId('thanh.mai'), share: 70 },
      { outsideName: 'Trần Văn Bình', workplace: 'Bệnh viện tỉnh', share: 30 },
    ]);
    const alone = await handsIn(world, 'trang.ly', { title: 'Một mình' });
    expect(alone.authors).toMatchObject([{ personId: personId('trang.ly'), share: 100 }]);
  });

  test('keeps its confidential part from all but the secretary and the council', async () => {
    const secret = 'Ngưỡng cảnh báo là 17,5%';
    const row = await handsIn(world, 'bao.huynh', {
      title: 'Cảnh báo chi phí',
      coAuthors: ['anh.trinh'],
      shares: [50, 50],
      confidential: secret,
    });
    expect(row.confidential).toBe(secret);
    await at(world, 'ha.nguyen').sees(`Sáng kiến mới nộp ${row.number}`, SOON);
    await at(world, 'anh.trinh').sees(`Đã nhận hồ sơ sáng kiến ${row.number}`, SOON);

    const opens = async (login: Login): Promise<string> => {
      const person = at(world, login);
      await person.types(`/sangkien ${row.number}`);
      await person.waitsForModal('Hồ sơ sáng kiến');
      const text = person.modalText();
      await person.closesModal();
      return text;
    };
    for (const author of ['bao.huynh', 'anh.trinh'] as const) {
      const text = await opens(author);
      expect(text).not.toContain(secret);
      expect(text).toContain('Đã ghi; chỉ hội đồng sáng kiến và thư ký xem được');
    }
    for (const reader of ['ha.nguyen', 'minh.pham', 'tam.do'] as const)
      expect(await opens(reader)).toContain(secret);
    // To the director, who sits on no council, and to colleagues it does not exist.
    for (const login of ['hung.le', 'nga.bui'] as const) {
      const person = at(world, login);
      await isTurnedDown(world, person, 'Anh/chị không có sáng kiến nào mang số này để xem', () =>
        person.types(`/sangkien ${row.number}`),
      );
      expect(person.modal()).toBeNull();
    }

    // It stands in no message to anybody, in no list, in no audit entry and in no job.
    for (const { login } of STAFF) at(world, login).seesNot(secret);
    const { pool } = world.database;
    for (const table of ['outgoing_message', 'audit_event', 'graphile_worker._private_jobs']) {
      const { rows } = await pool.query<{ row: string }>(
        `select row_to_json(stored)::text as row from ${table} stored`,
      );
      expect(
        rows.filter((one) => one.row.includes('17,5')),
        table,
      ).toEqual([]);
    }
  });

  test('is kept as a draft by each step, through a refusal and a closed form', async () => {
    const request = {
      title: 'Viết dở',
      coAuthors: ['hieu.trinh'],
      shares: [10, 10],
      confidential: 'Giữ kín',
    } as const;
    const loan = await reachesSecondStep(world, 'loan.pham', request);
    await tellsSubstance(loan, 'loan.pham', request);
    expect(await loan.submits()).toBe('errors');
    await loan.closesModal();
    await loan.closesModal();
    await loan.types('/sangkien của tôi');
    await loan.sees('Bản nháp chưa nộp: Viết dở');

    const resumes = async () => {
      await loan.types('/sangkien');
      await loan.clicks('Viết tiếp');
      await loan.waitsForModal('Nộp sáng kiến (1/3)');
      await loan.sees('Anh/chị đang viết tiếp bản nháp lưu lúc', { in: 'modal' });
      expect(await loan.submits()).toBe('updated');
      await loan.waitsForModal('Nộp sáng kiến (2/3)');
    };
    await resumes();
    expect(JSON.stringify(loan.modal()?.view.blocks)).toContain('Giảm từ hai ngày còn hai giờ.');
    await loan.fills({ [shareField('loan.pham')]: 30, [shareField('hieu.trinh')]: 70 });
    expect(await loan.submits()).toBe('updated');
    await loan.waitsForModal('Nộp sáng kiến (3/3)');
    // A file that is no document is refused at its field; the rest of the step is kept even so.
    await loan.fills({
      'Thông tin cần bảo mật': 'Giữ kín',
      'Tệp minh chứng': [{ name: 'cài đặt.exe', content: Buffer.from('MZ') }],
    });
    expect(await loan.submits()).toBe('errors');
    await loan.closesModal({ all: true });

    await resumes();
    const shares = JSON.stringify(loan.modal()?.view.blocks);
    expect(shares).toContain('"initial_value":"30"');
    expect(shares).toContain('"initial_value":"70"');
    expect(await loan.submits()).toBe('updated');
    await loan.waitsForModal('Nộp sáng kiến (3/3)');
    expect(JSON.stringify(loan.modal()?.view.blocks)).toContain('Giữ kín');
    expect(await loan.submits()).toBe('updated');
    await loan.waitsForModal('Đã nộp sáng kiến');
    await loan.closesModal();
    const row = await initiativeRow(world, 'Viết dở');
    expect(row).toMatchObject({ confidential: 'Giữ kín' });
    expect(row.authors.map(({ share }) => share)).toEqual([30, 70]);
    expect(await world.deps.db.initiativeDraft.count()).toBe(0);
  });

  test('can be one of several drafts; each is gone on with or deleted by itself', async () => {
    const giang = await reachesSecondStep(world, 'giang.bui', { title: 'Bản thứ nhất' });
    await giang.closesModal({ all: true });
    await reachesSecondStep(world, 'giang.bui', { title: 'Bản thứ hai' });
    await giang.closesModal({ all: true });
    await giang.types('/sangkien');
    await giang.sees('Bản thứ nhất');
    // The newest comes first.
    await giang.clicks('Xóa', { confirm: true });
    await giang.sees('Đã xóa bản nháp');
    expect(await world.deps.db.initiativeDraft.count()).toBe(1);
    // An old list still has the button; it says that the draft is gone.
    await hears(giang, 'Bản nháp này không còn', () =>
      pressesForged(world, giang, {
        actionId: 'initiatives.resume',
        value: { draftId: crypto.randomUUID(), depth: 1 },
      }),
    );
    await giang.clicks('Viết sáng kiến mới');
    await giang.waitsForModal('Nộp sáng kiến (1/3)');
    await describes(world, giang, { title: 'Mới' });
    expect(await giang.submits()).toBe('updated');
    await tellsBenefits(giang, 'giang.bui', { title: 'Mới' });
    expect(await giang.submits()).toBe('updated');
    await giang.closesModal();
    expect(giang.modal()).toBeNull();
    await initiativeRow(world, 'Mới');
    const left = await world.deps.db.initiativeDraft.findMany();
    expect(JSON.stringify(left)).toContain('Bản thứ nhất');
    expect(left).toHaveLength(1);
  });

  test.each([
    'của tôi',
    'cua toi',
    'CỦA TÔI',
    'của tôi'.normalize('NFD'),
    'danh sách'.normalize('NFD'),
    'mine',
  ])('of mine are listed however it is typed: %s', async (typed) => {
    const lan = at(world, 'lan.tran');
    await hears(lan, 'Sáng kiến của tôi', () => lan.types(`/sangkien ${typed}`));
  });

  test('Home lists mine and tells the secretary what waits', async () => {
    const trang = at(world, 'trang.ly');
    await trang.opensHome();
    await trang.sees('Một mình', { in: 'home' });
    const secretary = at(world, 'ha.nguyen');
    await secretary.opensHome();
    await secretary.sees('sáng kiến chờ kiểm tra hình thức', { in: 'home' });
  });

  test('in English: the form, the refusals, the receipt and the card', async () => {
    await speak(world, 'en', ['ha.nguyen']);
    const chau = at(world, 'chau.do');
    await chau.types('/sangkien');
    await chau.waitsForModal('Initiative (1 of 3)');
    const first = {
      'Title of the initiative': 'Bilingual letters',
      'Author and co-authors': ['chau.do@bhxh.example', 'mai.thai@bhxh.example'],
      'Kind of solution': 'Managerial solution',
      'Field and problem solved': 'Letters abroad',
    };
    const day = 'Day of first application or trial';
    await chau.fills({ ...first, [day]: addDays(todayOf(world), 3) });
    expect(await chau.submits()).toBe('errors');
    expect(chau.errors()).toEqual({ [day]: expect.stringContaining('still to come') });
    await chau.fills({ [day]: addDays(todayOf(world), -500) });
    expect(await chau.submits()).toBe('updated');
    await chau.sees('it was to be handed in within 1 year', { in: 'modal' });
    await chau.sees('You can still hand it in', { in: 'modal' });
    await chau.fills({
      'Share (%) – Đỗ Bảo Châu': 60,
      'Share (%) – Thái Thanh Mai': 30,
      'State before the initiative': 'Each was written anew',
      'Essence of the solution': 'Templates in two languages',
      'Benefits, in your opinion': 'Half the time',
    });
    expect(await chau.submits()).toBe('errors');
    expect(chau.errors()).toEqual({
      'Share (%) – Thái Thanh Mai': 'The shares add to 90%, 10% short. They must add to 100%.',
    });
    await chau.fills({ 'Share (%) – Thái Thanh Mai': 40 });
    expect(await chau.submits()).toBe('updated');
    await chau.waitsForModal('Initiative (3 of 3)');
    expect(await chau.submits()).toBe('updated');
    await chau.waitsForModal('Handed in');
    await chau.sees('Check of the form: by', { in: 'modal' });
    await chau.closesModal();
    const { number } = await initiativeRow(world, 'Bilingual letters');
    await chau.sees(`Initiative has arrived ${number}`, SOON);
    await at(world, 'mai.thai').sees(`Đã nhận hồ sơ sáng kiến ${number}`, SOON);
    const secretary = at(world, 'ha.nguyen');
    await secretary.sees(`An initiative was handed in ${number}`, SOON);
    await secretary.clicks('View the file', { in: number });
    await secretary.waitsForModal('File of the initiative');
    await secretary.closesModal();
    await hears(chau, 'My initiatives', () => chau.types('/sangkien mine'));
  });
});
