import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { docxWords } from '../support/docx.ts';
import type { World } from '../support/world.ts';
import { OPEN, SECRET } from './support/councils.ts';
import { pressesForged } from './support/old-card.ts';
import { at, openStage, todayOf } from './support/places.ts';
import { isTurnedDown, SOON } from './support/watching.ts';

// The year-end sitting of the emulation council: nine members; 120 names for four titles, three of them members.

const YEAR = 2026;
const SECRETARY = 'ha.nguyen';
const MEMBERS = EMULATION_COUNCIL.members.map(({ login }) => login);
const CONCERNED = ['khanh.phan', 'viet.kieu', 'thuy.vo'] as const satisfies readonly Login[];
const FIGHTERS = 60;
const LABOURERS = 45;
const MINISTERIAL = 5;
const COLLECTIVES = 10;

let world: World;
const who = (login: Login) => at(world, login);

beforeAll(async () => {
  world = await openStage();
  await seedRegistrations();
});
afterAll(() => world.close());

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
    `CSTĐCS ${YEAR}: ${FIGHTERS} đề nghị`,
    `LĐTT ${YEAR}: ${LABOURERS} đề nghị`,
    `CSTĐ bộ ${YEAR}`,
    `TTLĐXS ${YEAR}: ${COLLECTIVES} đề nghị`,
  ];
  await secretary.fills({
    'Hội đồng': 'Hội đồng sáng kiến',
    'Địa điểm hoặc hình thức': 'Hội trường tầng 3',
    'Danh hiệu đưa ra xét': titles,
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
  for (const login of MEMBERS.slice(1)) {
    await votes(login, number, 'Đồng ý', {
      'Riêng: Không đồng ý':
        login === 'minh.pham' || login === 'hoa.nguyen' ? ['Người Đề Nghị 001'] : [],
    });
  }
  // Of nine 7 must agree: one name has six, and those who are members are voted on by eight.
  const secretary = who(SECRETARY);
  await secretary.sees(`Thông qua ${FIGHTERS - 1}/${FIGHTERS}`, SOON);
  await secretary.sees('Người Đề Nghị 001 (Phòng Quản lý thu – Sổ, thẻ): 6/9, thiếu 1');
  await secretary.sees('Phan Quốc Khánh (Phòng Quản lý thu – Sổ, thẻ): 8/8');
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
  await expect
    .poll(() => db.ballot.count({ where: { sheetId: sheet.id, state: 'open' } }), {
      timeout: 20_000,
    })
    .toBe(0);
  const ballots = await db.ballot.findMany({
    where: { sheetId: sheet.id },
    include: { counted: true, receipts: true, papers: true },
  });
  for (const { counted, receipts, papers, wrappedPrivateKey, outcome } of ballots) {
    expect(papers).toEqual([]);
    expect(wrappedPrivateKey).toBeNull();
    expect(counted).toHaveLength(MEMBERS.length);
    expect(receipts).toHaveLength(MEMBERS.length);
    // 90 % of nine: all nine are needed.
    expect(outcome).toMatchObject({ result: 'not_passed', agree: 8, threshold: { needed: 9 } });
  }
  await secretary.sees(`Thông qua 0/${MINISTERIAL}`, SOON);
  await secretary.clicks('Danh sách biên nhận', { in: `Thông qua 0/${MINISTERIAL}` });
  await secretary.sees(`${MEMBERS.length}`, { in: 'modal' });
  await secretary.closesModal();
});

test('the draft decision names those who passed and only them', async () => {
  const secretary = who(SECRETARY);
  const files = world.workspace.core.state.files;
  const before = files.size;
  await secretary.clicks('Dự thảo quyết định', { in: 'Phiên họp hội đồng', ...SOON });
  await expect.poll(() => files.size, { timeout: 20_000 }).toBeGreaterThan(before);
  const file = [...files.values()].at(-1);
  const words = await docxWords(Buffer.from(file?.contentBase64 ?? '', 'base64'));
  expect(words).toContain(`Về việc tặng danh hiệu Chiến sĩ thi đua cơ sở năm ${YEAR}`);
  expect(words.find((one) => one.startsWith('Điều 1.'))).toContain(`cho ${FIGHTERS - 1} cá nhân`);
  expect(words).toContain('Phan Quốc Khánh');
  expect(words).not.toContain('Người Đề Nghị 001');
  // Those of the ministry's title are for the level above to decide.
  expect(words.join(' ')).not.toContain('bộ, ban, ngành');
});

test('collectives are voted on alike; what was voted on is offered no more', async () => {
  await opensSittings();
  await opensSheet(`Mở bỏ phiếu (${COLLECTIVES})`, OPEN);
  for (const login of MEMBERS) await votes(login, `TTLĐXS ${YEAR}`, 'Đồng ý');
  await who(SECRETARY).sees(`Thông qua ${COLLECTIVES}/${COLLECTIVES}`, SOON);
  await who(SECRETARY).types('/hoidong mới');
  await who(SECRETARY).waitsForModal('Lập phiên họp');
  const offered = JSON.stringify(who(SECRETARY).modal()?.view.blocks);
  expect(offered).toContain(`LĐTT ${YEAR}: ${LABOURERS} đề nghị`);
  expect(offered).not.toContain(`CSTĐCS ${YEAR}`);
  await who(SECRETARY).closesModal();
  for (const { login } of STAFF)
    expect(who(login).everything(), login).not.toMatch(/undefined|null|NaN|\[object/);
});

async function pressesVote(login: Login): Promise<unknown> {
  const { id: sheetId } = await world.deps.db.ballotSheet.findFirstOrThrow();
  return pressesForged(world, who(login), { actionId: 'councils.vote_sheet', value: { sheetId } });
}
