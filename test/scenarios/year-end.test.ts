import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import type { World } from '../support/world.ts';
import { OPEN, SECRET } from './support/councils.ts';
import { pressesForged } from './support/old-card.ts';
import { cellsAfter, readsPaper } from './support/papers.ts';
import { at, openStage, todayOf } from './support/places.ts';
import {
  attachesSigned,
  clearsModals,
  fillsSigning,
  opensSignedPapers,
} from './support/signing.ts';
import { isTurnedDown, SOON } from './support/watching.ts';

// The year-end sitting of the emulation council: twelve members, two of whom give their opinions in writing; 120 names for
// four titles, one of them secret, three of them members themselves.

const YEAR = 2026;
const SECRETARY = 'ha.nguyen';
const CARD = 'Phiên họp hội đồng';
const NEW_MEMBERS = ['dung.tran', 'long.duong', 'tam.do'] as const satisfies readonly Login[];
const MEMBERS: readonly Login[] = [
  ...EMULATION_COUNCIL.members.map(({ login }) => login),
  ...NEW_MEMBERS,
];
const IN_WRITING: readonly Login[] = ['hoa.nguyen', 'tuyet.ho'];
const PRESENT = MEMBERS.filter((login) => !IN_WRITING.includes(login));
const CONCERNED = ['khanh.phan', 'viet.kieu', 'thuy.vo'] as const satisfies readonly Login[];
const FIGHTERS = 60;
const LABOURERS = 45;
const MINISTERIAL = 5;
const COLLECTIVES = 10;

let world: World;
const who = (login: Login) => at(world, login);

beforeAll(async () => {
  world = await openStage();
  await seatsNewMembers();
  await seedRegistrations();
});
afterAll(() => world.close());

async function seatsNewMembers(): Promise<void> {
  const { db } = world.deps;
  const { id: councilId } = await db.council.findFirstOrThrow({
    where: { name: EMULATION_COUNCIL.name },
  });
  const { compositionId, fromDate } = await db.councilMember.findFirstOrThrow({
    where: { councilId },
  });
  await db.councilMember.createMany({
    data: NEW_MEMBERS.map((login) => ({
      ...{ councilId, compositionId, fromDate, office: 'member' as const },
      personId: personId(login),
    })),
  });
}

/** Confirmed registrations of people of the departments, and of collectives. */
async function seedRegistrations(): Promise<void> {
  const { db } = world.deps;
  await db.titleRegistrationItem.deleteMany({ where: { registration: { year: YEAR } } });
  await db.registrationRevision.deleteMany({ where: { registration: { year: YEAR } } });
  await db.titleRegistration.deleteMany({ where: { year: YEAR } });
  const from = dateColumn(addDays(todayOf(world), -400));
  const people = Array.from(
    { length: LABOURERS + FIGHTERS + MINISTERIAL - CONCERNED.length },
    (_, index) => ({
      id: randomUUID(),
      staffNumber: `CN-${index}`,
      fullName: `Người Đề Nghị ${String(index + 1).padStart(3, '0')}`,
      email: `de-nghi-${index}@bhxh.example`,
      locale: 'vi-VN',
      timeZone: 'Asia/Ho_Chi_Minh',
    }),
  );
  await db.person.createMany({ data: people });
  await db.posting.createMany({
    data: people.map(({ id }) => ({
      personId: id,
      unitId: unitId('SH-THU'),
      position: 'Chuyên viên',
      office: 'staff' as const,
      fromDate: from,
    })),
  });
  const ids = [...CONCERNED.map(personId), ...people.map(({ id }) => id)];
  const titlesOf = (place: number) =>
    place < FIGHTERS ? ['cstdcs'] : place < FIGHTERS + MINISTERIAL ? ['cstd_bo'] : ['ldtt'];
  const units = await db.unit.findMany({
    where: { code: { startsWith: 'SH-' } },
    take: COLLECTIVES,
    orderBy: { code: 'asc' },
    select: { id: true },
  });
  for (const [place, id] of ids.entries()) await registers({ personId: id }, titlesOf(place));
  for (const { id } of units) await registers({ unitId: id }, ['ttldxs']);
}

async function registers(
  subject: { personId: string } | { unitId: string },
  titles: readonly string[],
): Promise<void> {
  await world.deps.db.titleRegistration.create({
    data: {
      ...subject,
      year: YEAR,
      state: 'confirmed',
      filedById: personId('ha.nguyen'),
      settledById: personId('ha.nguyen'),
      settledAt: world.clock.now(),
      items: { create: titles.map((title) => ({ title, rank: 1 })) },
    },
  });
}

async function opensSheet(button: string, method: string): Promise<void> {
  const secretary = who(SECRETARY);
  await secretary.clicks(button, { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  await secretary.fills({ 'Hình thức': method });
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('Đã mở bỏ phiếu cho', { in: 'modal' });
  await secretary.closesModal({ all: true });
}

async function opensSittings(): Promise<void> {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong');
  await secretary.waitsForModal('Hội đồng');
}

/** Fills in all pages alike, but for some names, and casts. */
async function votes(
  login: Login,
  number: string,
  rest: string,
  except: Partial<Record<string, readonly string[]>> = {},
): Promise<void> {
  const member = who(login);
  await member.clicks('Bỏ phiếu', { in: `Mời bỏ phiếu: ${number}`, ...SOON });
  await member.waitsForModal('Phiếu biểu quyết');
  for (;;) {
    const text = member.modalText();
    const here = Object.fromEntries(
      Object.entries(except).map(([choice, names = []]) => [
        choice,
        names.filter((name) => text.includes(name)),
      ]),
    );
    await member.fills({ 'Tất cả tên ở trang này': rest, ...here });
    expect(await member.submits()).toBe('updated');
    if (member.modalText().includes('Xem lại phiếu')) break;
  }
  expect(await member.submits()).toBe('updated');
  await member.sees('Đã ghi phiếu cho', { in: 'modal' });
  await member.closesModal({ all: true });
}

test('the secretary puts four titles of the year on the agenda, and other items', async () => {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong mới');
  await secretary.waitsForModal('Lập phiên họp');
  const titles = [
    `Chiến sĩ thi đua cơ sở (CSTĐCS) ${YEAR}: ${FIGHTERS} đề nghị`,
    `Lao động tiên tiến (LĐTT) ${YEAR}: ${LABOURERS} đề nghị`,
    `Chiến sĩ thi đua bộ, ban, ngành, tỉnh (CSTĐ bộ) ${YEAR}`,
    `Tập thể lao động xuất sắc (TTLĐXS) ${YEAR}: ${COLLECTIVES} đề nghị`,
  ];
  await secretary.fills({
    'Hội đồng': 'Hội đồng sáng kiến',
    'Địa điểm hoặc hình thức': 'Hội trường tầng 3',
    'Danh hiệu, khen thưởng đưa ra xét': titles,
  });
  expect(await secretary.submits()).toBe('errors');
  expect(secretary.errors()['Hội đồng']).toContain('không xét danh hiệu');
  await secretary.fills({
    'Hội đồng': EMULATION_COUNCIL.name,
    'Nội dung khác': 'Thông qua quy chế chi tiêu quỹ\n\nKế hoạch năm 2027',
  });
  world.workspace.faults.duplicateNextEnvelope();
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('Phiên họp đã được lập', { in: 'modal' });
  await secretary.sees(`CSTĐCS ${YEAR} · ${FIGHTERS} đề nghị`, { in: 'modal' });
  await secretary.sees(`${COLLECTIVES} chờ bỏ phiếu`, { in: 'modal' });
  await secretary.sees('Nội dung khác – Thông qua quy chế chi tiêu quỹ', { in: 'modal' });
  await secretary.closesModal({ all: true });
  expect(
    await world.deps.db.agendaItem.count({
      where: { sitting: { submissionKey: { not: { startsWith: 'sample' } } } },
    }),
  ).toBe(122);
});

test('two members give their opinions in writing; the roll is called', async () => {
  for (const login of IN_WRITING)
    await who(login).clicks('Gửi ý kiến bằng văn bản', { in: 'Mời họp hội đồng', ...SOON });
  const secretary = who(SECRETARY);
  await secretary.sees('Ý kiến bằng văn bản (2)', SOON);
  await secretary.clicks('Điểm danh', { in: CARD });
  await secretary.waitsForModal('Điểm danh');
  await secretary.fills({ 'Có mặt': await namesOf(PRESENT) });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  // Two thirds of twelve are eight.
  await secretary.sees('Có mặt 10/12, cần ít nhất 8: đủ', SOON);
});

test('one sheet on sixty names: pages, exceptions, review; nobody votes on themselves', async () => {
  await opensSittings();
  await opensSheet(`Mở bỏ phiếu (${FIGHTERS})`, OPEN);
  const hung = who('hung.le');
  const number = `CSTĐCS ${YEAR}`;
  await hung.sees(`Mời bỏ phiếu: ${number}`, SOON);
  await isTurnedDown(world, who('lan.tran'), 'không có tên trong danh sách bỏ phiếu', () =>
    pressesVote('lan.tran'),
  );

  // A page, then the form is closed: it goes on where it was left.
  await hung.clicks('Bỏ phiếu', { in: `Mời bỏ phiếu: ${number}` });
  await hung.waitsForModal('Phiếu biểu quyết');
  await hung.sees(`số 1–25 trong ${FIGHTERS}`, { in: 'modal' });
  await hung.fills({
    'Tất cả tên ở trang này': 'Đồng ý',
    'Riêng: Không đồng ý': ['Người Đề Nghị 001'],
    'Riêng: Ý kiến khác': ['Người Đề Nghị 001'],
  });
  expect(await hung.submits()).toBe('errors');
  expect(Object.values(hung.errors())[0]).toContain('Mỗi tên chỉ một lựa chọn');
  await hung.fills({ 'Riêng: Ý kiến khác': ['Người Đề Nghị 002'] });
  expect(await hung.submits()).toBe('updated');
  await hung.sees(`số 26–50 trong ${FIGHTERS}`, { in: 'modal' });
  await hung.closesModal();
  await hung.clicks('Bỏ phiếu', { in: `Mời bỏ phiếu: ${number}` });
  await hung.sees(`số 26–50 trong ${FIGHTERS}`, { in: 'modal' });
  for (const last of [false, true]) {
    await hung.fills({ 'Tất cả tên ở trang này': 'Đồng ý' });
    expect(await hung.submits()).toBe('updated');
    if (last) await hung.waitsForModal('Xem lại phiếu');
  }
  await hung.sees(`${FIGHTERS - 2} đồng ý · 1 không đồng ý · 1 ý kiến khác`, { in: 'modal' });
  world.workspace.faults.duplicateNextEnvelope();
  expect(await hung.submits()).toBe('updated');
  await hung.closesModal({ all: true });
  await hung.sees('Anh/chị đã bỏ phiếu', SOON);
  expect(
    await world.deps.db.openVote.count({
      where: {
        personId: personId('hung.le'),
        turnout: { rollEntry: { ballot: { sheetId: { not: null } } } },
      },
    }),
  ).toBe(FIGHTERS);
  await isTurnedDown(world, hung, 'Phiếu của anh/chị đã được ghi trước đó', () =>
    pressesVote('hung.le'),
  );

  await who('khanh.phan').sees('Phiếu của anh/chị không có 1 tên: của chính anh/chị', SOON);
  for (const login of IN_WRITING)
    await isTurnedDown(world, who(login), 'không tính ý kiến bằng văn bản', () =>
      pressesVote(login),
    );
  for (const login of PRESENT.slice(1)) {
    await votes(login, number, 'Đồng ý', {
      'Riêng: Không đồng ý': login === 'minh.pham' ? ['Người Đề Nghị 001'] : [],
    });
  }
  // 70 % of twelve: nine must agree. One name has nine, one eight; of those who are members eight of eleven.
  const secretary = who(SECRETARY);
  await secretary.sees(`Thông qua ${FIGHTERS - 1}/${FIGHTERS}`, SOON);
  await secretary.sees('Người Đề Nghị 001 (Phòng Quản lý thu – Sổ, thẻ): 8/12, thiếu 1');
  await secretary.sees('Người Đề Nghị 002 (Phòng Quản lý thu – Sổ, thẻ): 9/12');
  await secretary.sees('Phan Quốc Khánh (Phòng Quản lý thu – Sổ, thẻ): 9/11');
  const outcomes = await world.deps.db.ballot.groupBy({
    by: ['result'],
    where: { sheetId: { not: null } },
    _count: true,
  });
  expect(Object.fromEntries(outcomes.map(({ result, _count }) => [result, _count]))).toEqual({
    passed: FIGHTERS - 1,
    not_passed: 1,
  });
});

test('where the rule says secret it is secret: nothing is kept of a sheet in the making, one receipt for all', async () => {
  await opensSittings();
  const secretary = who(SECRETARY);
  await secretary.clicks(`Mở bỏ phiếu (${MINISTERIAL})`, { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  expect(secretary.modalText()).not.toContain(OPEN);
  await secretary.fills({ 'Hình thức': SECRET });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  const { db } = world.deps;
  const sheet = await db.ballotSheet.findFirstOrThrow({ where: { method: 'secret' } });
  const number = (await db.agendaItem.findFirstOrThrow({ where: { itemKey: 'cstd_bo' } })).year;
  expect(number).toBe(YEAR);
  for (const login of MEMBERS) {
    const member = who(login);
    await member.clicks('Bỏ phiếu', { in: 'CSTĐ bộ', ...SOON });
    await member.fills({
      'Tất cả tên ở trang này': login === 'minh.pham' ? 'Không đồng ý' : 'Đồng ý',
    });
    expect(await member.submits()).toBe('updated');
    expect(await db.sheetDraft.count()).toBe(0);
    expect(await member.submits()).toBe('updated');
    await member.sees('Mã biên nhận', { in: 'modal' });
    await member.closesModal({ all: true });
  }
  await expect.poll(() => db.ballot.count({ where: { sheetId: sheet.id, state: 'open' } })).toBe(0);
  const ballots = await db.ballot.findMany({
    where: { sheetId: sheet.id },
    include: { counted: true, receipts: true, papers: true },
  });
  for (const { counted, receipts, papers, wrappedPrivateKey, outcome } of ballots) {
    expect(papers).toEqual([]);
    expect(wrappedPrivateKey).toBeNull();
    expect(counted).toHaveLength(MEMBERS.length);
    expect(receipts).toHaveLength(MEMBERS.length);
    // 90 % of twelve: eleven are needed, the two in writing among them.
    expect(outcome).toMatchObject({
      ...{ result: 'passed', agree: 11, disagree: 1, inWriting: 2 },
      ...{ base: { size: 12 }, threshold: { needed: 11 }, quorum: { present: 10, needed: 8 } },
    });
  }
  const told = `Thông qua ${MINISTERIAL}/${MINISTERIAL}`;
  await secretary.sees(told, SOON);
  await secretary.clicks('Danh sách biên nhận', { in: told });
  await secretary.sees(`${MEMBERS.length}`, { in: 'modal' });
  await secretary.closesModal();
});

test('the draft decision names those who passed and only them', async () => {
  const words = await readsPaper(world, who(SECRETARY), 'Dự thảo quyết định');
  expect(words).toContain(`Về việc tặng danh hiệu Chiến sĩ thi đua cơ sở năm ${YEAR}`);
  expect(words.find((one) => one.startsWith('Điều 1.'))).toContain(`cho ${FIGHTERS - 1} cá nhân`);
  expect(words).toContain('Phan Quốc Khánh');
  // The law in force and the head as the records have them.
  expect(words.join('\n')).toContain(
    'Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15, sửa đổi bởi Luật 06/2026/QH16',
  );
  expect(words.join('\n')).toContain('Căn cứ Nghị định 152/2025/NĐ-CP');
  expect(words.slice(words.indexOf('GIÁM ĐỐC'))).toContain('Lê Quang Hùng');
  expect(words).not.toContain('THỦ TRƯỞNG ĐƠN VỊ');
  expect(words).not.toContain('Người Đề Nghị 001');
  // What was not voted on yet is not told as if it had been refused.
  const minutes = await readsPaper(world, who(SECRETARY), 'Biên bản họp');
  expect(minutes).toContain(`CSTĐCS ${YEAR}: thông qua ${FIGHTERS - 1}/${FIGHTERS}.`);
  expect(minutes).toContain(`TTLĐXS ${YEAR}: chưa biểu quyết.`);
  // Those of the ministry's title are for the level above to decide.
  expect(words.join(' ')).not.toContain('bộ, ban, ngành');
});

test('the other titles are voted on alike; what was voted on is offered no more', async () => {
  const secretary = who(SECRETARY);
  const offered = async () => {
    await secretary.types('/hoidong mới');
    await secretary.waitsForModal('Lập phiên họp');
    const blocks = JSON.stringify(secretary.modal()?.view.blocks);
    await secretary.closesModal();
    return blocks;
  };
  await opensSittings();
  await opensSheet(`Mở bỏ phiếu (${COLLECTIVES})`, OPEN);
  for (const login of PRESENT) await votes(login, `TTLĐXS ${YEAR}`, 'Đồng ý');
  await secretary.sees(`Thông qua ${COLLECTIVES}/${COLLECTIVES}`, SOON);
  expect(await offered()).toContain(`(LĐTT) ${YEAR}: ${LABOURERS} đề nghị`);
  await opensSittings();
  await opensSheet(`Mở bỏ phiếu (${LABOURERS})`, OPEN);
  // More than half of twelve: six are too few for one of them.
  for (const [place, login] of PRESENT.entries())
    await votes(login, `LĐTT ${YEAR}`, 'Đồng ý', {
      'Riêng: Ý kiến khác': place < 4 ? ['Người Đề Nghị 107'] : [],
    });
  await secretary.sees(`Thông qua ${LABOURERS - 1}/${LABOURERS}`, SOON);
  for (const title of ['CSTĐCS', 'LĐTT', 'TTLĐXS', 'CSTĐ bộ'])
    expect(await offered()).not.toContain(`${title} ${YEAR}`);
});

test('the minutes and the count are read back field by field', async () => {
  const unit = 'Phòng Quản lý thu – Sổ, thẻ';
  const minutes = await readsPaper(world, who(SECRETARY), 'Biên bản họp');
  expect(minutes).toContain('- Địa điểm: Hội trường tầng 3');
  expect(minutes).toContain('- Tổng số thành viên: 12');
  expect(
    minutes.find((line) => line.startsWith('- Có mặt: 10: Lê Quang Hùng, Chủ tịch; ')),
  ).toBeTruthy();
  expect(minutes.find((line) => line.startsWith('- Gửi ý kiến bằng văn bản: 2: '))).toBe(
    '- Gửi ý kiến bằng văn bản: 2: Nguyễn Thị Mai Hoa; Hồ Thị Ánh Tuyết',
  );
  expect(minutes).toContain('- Hình thức: Bỏ phiếu kín');
  const row = (name: string) => cellsAfter(minutes, name, 5);
  expect(row(`Người Đề Nghị 001 (${unit})`)).toEqual([
    '8',
    '2',
    '0',
    '8/12 (66,7%)',
    'Không thông qua',
  ]);
  expect(row(`Người Đề Nghị 002 (${unit})`)).toEqual(['9', '0', '1', '9/12 (75,0%)', 'Thông qua']);
  expect(row(`Phan Quốc Khánh (${unit})`)).toEqual(['9', '0', '0', '9/11 (81,8%)', 'Thông qua']);
  expect(row(`Người Đề Nghị 058 (${unit})`)).toEqual([
    '11',
    '1',
    '0',
    '11/12 (91,7%)',
    'Thông qua',
  ]);
  expect(row(`Người Đề Nghị 107 (${unit})`)).toEqual([
    '6',
    '0',
    '4',
    '6/12 (50,0%)',
    'Không thông qua',
  ]);
  const conclusions = minutes.slice(minutes.indexOf('KẾT LUẬN') + 1);
  expect(conclusions.slice(0, 6)).toEqual([
    `CSTĐCS ${YEAR}: thông qua ${FIGHTERS - 1}/${FIGHTERS}.`,
    `LĐTT ${YEAR}: thông qua ${LABOURERS - 1}/${LABOURERS}.`,
    `CSTĐ bộ ${YEAR}: thông qua ${MINISTERIAL}/${MINISTERIAL}.`,
    `TTLĐXS ${YEAR}: thông qua ${COLLECTIVES}/${COLLECTIVES}.`,
    'Thông qua quy chế chi tiêu quỹ: chưa biểu quyết.',
    'Kế hoạch năm 2027: chưa biểu quyết.',
  ]);
  expect(cellsAfter(minutes, 'THƯ KÝ', 3)).toEqual(['Nguyễn Thu Hà', 'CHỦ TRÌ', 'Lê Quang Hùng']);

  const count = await readsPaper(world, who(SECRETARY), 'Biên bản kiểm phiếu');
  expect(count).toContain('- Số nội dung đã kiểm phiếu: 120/122');
  expect(cellsAfter(count, `CSTĐ bộ ${YEAR} – Người Đề Nghị 058`, 9)).toEqual([
    ...['Phiếu kín', '12', '12', '12', '0', '11', '1', '0', '11/12 (91,7%)'],
  ]);
  expect(cellsAfter(count, `CSTĐCS ${YEAR} – Người Đề Nghị 001`, 9)).toEqual([
    ...['Công khai', '10', '10', '10', '0', '8', '2', '0', '8/12 (66,7%)'],
  ]);
  for (const { login } of STAFF)
    expect(who(login).everything(), login).not.toMatch(/undefined|null|NaN|\[object/);
});

const CSTDCS = `Quyết định CSTĐCS ${YEAR}`;
const SIGNED = { number: '991/QĐ-BHXH', signatory: 'Lê Quang Hùng' };
const FIRST = { ...SIGNED, paper: CSTDCS };
const GIVEN = `Chiến sĩ thi đua cơ sở năm ${YEAR} theo Quyết định số`;

test('a signed decision goes into the records of those it names, and each is told once', async () => {
  const { db } = world.deps;
  await attachesSigned(
    world,
    SECRETARY,
    FIRST,
    `Đã ghi vào hồ sơ của ${FIGHTERS - 1} cá nhân, tập thể`,
  );
  await who('khanh.phan').sees(`Chúc mừng anh/chị được tặng ${GIVEN} 991/QĐ-BHXH`, SOON);
  const awards = await db.award.findMany({
    where: { year: YEAR, title: 'cstdcs' },
    select: { decisionNumber: true, signatory: true, annulledAt: true, person: true },
  });
  expect(awards).toHaveLength(FIGHTERS - 1);
  expect(awards.map(({ person }) => person?.fullName)).not.toContain('Người Đề Nghị 001');
  for (const { decisionNumber, signatory, annulledAt } of awards)
    expect([decisionNumber, signatory, annulledAt]).toEqual(['991/QĐ-BHXH', 'Lê Quang Hùng', null]);
  const told = await db.outgoingMessage.groupBy({
    by: ['personId'],
    where: { purpose: 'records.award_recorded' },
    _count: true,
  });
  expect(told.map(({ _count }) => _count)).toEqual(Array(FIGHTERS - 1).fill(1));
  await who('khanh.phan').clicks('Xem hồ sơ', { in: `${GIVEN} 991` });
  await who('khanh.phan').sees('QĐ 991/QĐ-BHXH', { in: 'modal' });
  await who('khanh.phan').closesModal();
});

test('a decision with a wrong number is replaced, and the records say what it says', async () => {
  const { db } = world.deps;
  const secretary = who(SECRETARY);
  await opensSignedPapers(world, SECRETARY);
  await secretary.clicks('Thay bản khác', { in: 'modal' });
  await secretary.waitsForModal('Thay bản khác');
  await fillsSigning(world, SECRETARY, { ...SIGNED, number: '919/QĐ-BHXH' });
  await secretary.fills({ 'Lý do thay': 'Ghi nhầm số' });
  expect(await secretary.submits()).toBe('updated');
  await clearsModals(world, SECRETARY);
  await who('khanh.phan').sees(`${GIVEN} 919/QĐ-BHXH`, SOON);
  await expect.poll(() => who('khanh.phan').everything()).not.toContain('991/QĐ-BHXH');
  const numbers = await db.award.findMany({
    where: { year: YEAR, title: 'cstdcs' },
    distinct: ['decisionNumber'],
    select: { decisionNumber: true },
  });
  expect(numbers).toEqual([{ decisionNumber: '919/QĐ-BHXH' }]);
});

test('what was given is registered otherwise no more', async () => {
  const { db } = world.deps;
  await db.registrationWindow.create({
    data: {
      ...{ year: YEAR, unitId: unitId('SH-THU') },
      opensOn: dateColumn(addDays(todayOf(world), -5)),
      closesOn: dateColumn(addDays(todayOf(world), 5)),
    },
  });
  // Its reminder is due at once, and would come amid what changes nothing.
  await world.advance(0);
  const given = `năm ${YEAR} đã được tặng theo Quyết định số 919/QĐ-BHXH`;
  await isTurnedDown(world, who('khanh.phan'), given, () =>
    who('khanh.phan').types(`/dangky ${YEAR}`),
  );
  const { id: registrationId, revision } = await db.titleRegistration.findFirstOrThrow({
    where: { year: YEAR, personId: personId('khanh.phan') },
  });
  await isTurnedDown(world, who('khanh.phan'), given, () =>
    pressesForged(world, who('khanh.phan'), {
      actionId: 'titles.withdraw',
      value: { registrationId, revision },
    }),
  );
});

test('a decision that was attached by mistake gives nothing, and those who were told are told', async () => {
  const { db } = world.deps;
  const secretary = who(SECRETARY);
  await opensSignedPapers(world, SECRETARY);
  await secretary.clicks('Thu hồi', { in: 'modal' });
  await secretary.waitsForModal('Thu hồi');
  await secretary.fills({ 'Lý do thu hồi': 'Bản này chưa được ký' });
  expect(await secretary.submits()).toBe('updated');
  await clearsModals(world, SECRETARY);
  await who('khanh.phan').sees('đã thu hồi, nên danh hiệu này chưa có trong hồ sơ', SOON);
  await who('khanh.phan').sees('Bản này chưa được ký');
  await expect.poll(() => who('khanh.phan').everything()).not.toContain('Chúc mừng');
  expect(await db.award.count({ where: { year: YEAR, title: 'cstdcs', annulledAt: null } })).toBe(
    0,
  );
  // The council voted, and this stands: the registration stays as it was.
  await isTurnedDown(world, who('khanh.phan'), 'đã được đưa ra hội đồng bỏ phiếu', () =>
    who('khanh.phan').types(`/dangky ${YEAR}`),
  );
  await attachesSigned(world, SECRETARY, FIRST, `Đã ghi vào hồ sơ của ${FIGHTERS - 1} cá nhân`);
  expect(await db.award.count({ where: { year: YEAR, annulledAt: null, title: 'cstdcs' } })).toBe(
    FIGHTERS - 1,
  );
});

async function pressesVote(login: Login): Promise<unknown> {
  const { id: sheetId } = await world.deps.db.ballotSheet.findFirstOrThrow();
  return pressesForged(world, who(login), { actionId: 'councils.vote_sheet', value: { sheetId } });
}

async function namesOf(logins: readonly Login[]): Promise<string[]> {
  const people = await world.deps.db.person.findMany({
    where: { id: { in: logins.map(personId) } },
    select: { fullName: true },
  });
  return people.map(({ fullName }) => fullName);
}
