import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import { OPEN, SECRET } from './support/councils.ts';
import { pressesForged } from './support/old-card.ts';
import { cellsAfter, readsPaper } from './support/papers.ts';
import { at, openStage } from './support/places.ts';
import { hears, isTurnedDown, SOON } from './support/watching.ts';

// A sitting of the nine members of the emulation council: Minh sends regrets, Hoa gives a written opinion, Khánh has a
// conflict of interest about Lan, who is nominated.

const YEAR = 2026;
const SECRETARY = 'ha.nguyen';
const ABSENT = 'minh.pham';
const IN_WRITING = 'hoa.nguyen';
const CONFLICTED = 'khanh.phan';
const MEMBERS = EMULATION_COUNCIL.members.map(({ login }) => login);
const THERE = MEMBERS.filter((login) => login !== ABSENT && login !== IN_WRITING);
const OTHER = 'Quy chế chi tiêu quỹ';

let world: World;
const who = (login: Login) => at(world, login);
beforeAll(async () => {
  world = await openStage();
  const data = {
    state: 'confirmed' as const,
    settledById: personId(SECRETARY),
    settledAt: world.clock.now(),
  };
  const own = { personId_year: { personId: personId('lan.tran'), year: YEAR } };
  const { id } = await world.deps.db.titleRegistration.upsert({
    where: own,
    create: { ...data, ...own.personId_year, filedById: personId('lan.tran') },
    update: data,
  });
  await world.deps.db.titleRegistrationItem.deleteMany({ where: { registrationId: id } });
  await world.deps.db.titleRegistrationItem.create({
    data: { registrationId: id, title: 'cstd_bo', rank: 1 },
  });
});
afterAll(() => world.close());

const sittingId = async () =>
  (await world.deps.db.sitting.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).id;

test('all members are invited, and say whether they come', async () => {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong mới');
  await secretary.waitsForModal('Lập phiên họp');
  await secretary.fills({
    'Hội đồng': EMULATION_COUNCIL.name,
    'Thời gian họp': Math.floor(world.clock.now().getTime() / 1000),
    'Địa điểm hoặc hình thức': 'Phòng họp tầng 2',
    'Danh hiệu, khen thưởng đưa ra xét': [
      `Chiến sĩ thi đua bộ, ban, ngành, tỉnh (CSTĐ bộ) ${YEAR}: 1 đề nghị`,
    ],
    'Nội dung khác': OTHER,
  });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  for (const login of MEMBERS) await who(login).sees('Mời họp hội đồng', SOON);
  await who(ABSENT).sees('Phòng họp tầng 2');

  const minh = who(ABSENT);
  await minh.clicks('Xin vắng', { in: 'Mời họp hội đồng' });
  await minh.fills({ 'Lý do vắng mặt': '  ' });
  expect(await minh.submits()).toBe('errors');
  await minh.fills({ 'Lý do vắng mặt': 'Đi công tác <!here>' });
  expect(await minh.submits()).toBe('closed');
  await minh.sees('Anh/chị đã xin vắng: Đi công tác <!here>', SOON);
  // Before it is chosen, and at once when it is.
  const note = `chỉ tính với: CSTĐ bộ ${YEAR}. Quy định không tính với: ${OTHER}`;
  await who('hung.le').sees(note);
  await hears(who(IN_WRITING), note, () =>
    who(IN_WRITING).clicks('Gửi ý kiến bằng văn bản', { in: 'Mời họp hội đồng' }),
  );
  await who('hung.le').clicks('Dự họp', { in: 'Mời họp hội đồng' });
  await secretary.sees('Dự họp (1): Lê Quang Hùng', SOON);
  await secretary.sees('Xin vắng: Phạm Tuấn Minh – Đi công tác <!here>', SOON);
  await secretary.sees('Ý kiến bằng văn bản (1): Nguyễn Thị Mai Hoa', SOON);
  const id = await sittingId();
  await isTurnedDown(world, who('lan.tran'), 'không phải thành viên của hội đồng', () =>
    pressesForged(world, who('lan.tran'), {
      actionId: 'councils.coming',
      value: { sittingId: id },
    }),
  );
});

test('a member declares a conflict of interest about one who is nominated', async () => {
  const khanh = who(CONFLICTED);
  await khanh.clicks('Khai xung đột lợi ích', { in: 'Mời họp hội đồng' });
  await khanh.waitsForModal('Xung đột lợi ích');
  await khanh.fills({ 'Nội dung': [`Trần Thị Lan – CSTĐ bộ ${YEAR}`] });
  world.workspace.faults.duplicateNextEnvelope();
  expect(await khanh.submits()).toBe('updated');
  await khanh.sees(`xung đột lợi ích của anh/chị với:\n• CSTĐ bộ ${YEAR} – Trần Thị Lan`, {
    in: 'modal',
  });
  await khanh.closesModal();
  expect(await world.deps.db.itemConflict.count()).toBe(1);
  await who(SECRETARY).sees(
    `Khai xung đột lợi ích: Phan Quốc Khánh – Trần Thị Lan (CSTĐ bộ ${YEAR})`,
    SOON,
  );
});

test('a conflict declared by mistake is taken back with a reason, and told as it was', async () => {
  const khanh = who(CONFLICTED);
  await khanh.clicks('Khai xung đột lợi ích', { in: 'Mời họp hội đồng' });
  await khanh.waitsForModal('Xung đột lợi ích');
  await khanh.fills({ 'Nội dung': [OTHER] });
  expect(await khanh.submits()).toBe('updated');
  await who(SECRETARY).sees(`(CSTĐ bộ ${YEAR}), ${OTHER}`, SOON);
  await khanh.clicks('Rút lại khai báo', { in: 'modal' });
  await khanh.waitsForModal('Rút lại khai báo');
  await khanh.fills({ 'Nội dung đã khai nhầm': [OTHER], 'Lý do rút lại': '  ' });
  expect(await khanh.submits()).toBe('errors');
  expect(khanh.errors()['Lý do rút lại']).toContain('Ghi lý do rút lại');
  await khanh.fills({ 'Lý do rút lại': 'Khai nhầm mục' });
  world.workspace.faults.duplicateNextEnvelope();
  expect(await khanh.submits()).toBe('updated');
  await khanh.sees(`Đã rút lại khai báo xung đột lợi ích với:\n• ${OTHER}`, { in: 'modal' });
  await khanh.closesModal({ all: true });
  expect(await world.deps.db.itemConflict.count()).toBe(1);
  expect(
    await world.deps.db.auditEvent.findFirstOrThrow({
      where: { kind: 'council.conflict_taken_back' },
    }),
  ).toMatchObject({ actorId: personId(CONFLICTED), reason: 'Khai nhầm mục' });
  await expect
    .poll(() => who(SECRETARY).everything(), { timeout: SOON.within })
    .not.toContain(`(CSTĐ bộ ${YEAR}), ${OTHER}`);
});

test('the secretary calls the roll; who is absent has no vote, and no answer changes it', async () => {
  const id = await sittingId();
  await isTurnedDown(world, who('thuy.vo'), 'Chỉ Chủ tịch, Thư ký hội đồng', () =>
    pressesForged(world, who('thuy.vo'), {
      actionId: 'councils.roll_call',
      value: { sittingId: id },
    }),
  );
  const secretary = who(SECRETARY);
  await secretary.clicks('Điểm danh', { in: 'Phiên họp hội đồng' });
  await secretary.waitsForModal('Điểm danh');
  const names = await namesOf(THERE);
  await secretary.fills({ 'Có mặt': [...names, 'Nguyễn Thị Mai Hoa'] });
  expect(await secretary.submits()).toBe('errors');
  expect(secretary.errors()['Gửi ý kiến bằng văn bản']).toContain(
    'Nguyễn Thị Mai Hoa: vừa có mặt vừa gửi ý kiến bằng văn bản. Mỗi người chỉ một mục',
  );
  await secretary.fills({ 'Có mặt': names });
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('7 có mặt · 1 gửi ý kiến bằng văn bản · 1 vắng mặt', { in: 'modal' });
  await secretary.closesModal({ all: true });
  await secretary.sees('Có mặt 7/9, cần ít nhất 6: đủ', SOON);
  await secretary.sees('Vắng mặt (1): Phạm Tuấn Minh');
  await who(ABSENT).sees('Đã điểm danh: vắng mặt', SOON);
  await isTurnedDown(world, who(ABSENT), 'Phiên họp đã điểm danh', () =>
    pressesForged(world, who(ABSENT), { actionId: 'councils.coming', value: { sittingId: id } }),
  );
});

test('who opens a vote is told how many are there, and when they are too few for it', async () => {
  const secretary = who(SECRETARY);
  const calls = async (present: readonly Login[]) => {
    await secretary.clicks('Điểm danh lại', { in: 'Phiên họp hội đồng', ...SOON });
    await secretary.waitsForModal('Điểm danh');
    await secretary.fills({ 'Có mặt': await namesOf(present) });
    expect(await secretary.submits()).toBe('updated');
    await secretary.closesModal({ all: true });
    await secretary.sees(`Có mặt ${present.length}/9`, SOON);
  };
  await calls(THERE.slice(0, 5));
  await secretary.types('/hoidong');
  await secretary.clicks('Mở bỏ phiếu (1)', { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  await secretary.sees('Chưa đủ người để bỏ phiếu cho: Trần Thị Lan', { in: 'modal' });
  await secretary.closesModal();
  await secretary.clicks('Mở bỏ phiếu', { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  await secretary.sees('Theo điểm danh, 4 người trong số đó không có mặt.', { in: 'modal' });
  await secretary.sees('Chỉ 5 người có mặt được bỏ phiếu, cần ít nhất 6', { in: 'modal' });
  await secretary.closesModal({ all: true });
  await calls(THERE);
  await secretary.types('/hoidong');
  await secretary.clicks('Mở bỏ phiếu (1)', { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  expect(secretary.modalText()).not.toContain('Chưa đủ người');
  await secretary.closesModal({ all: true });
});

test('whoever is in conflict opens no ballot on it, though they run the sitting', async () => {
  const { id } = await world.deps.db.agendaItem.findFirstOrThrow({ where: { title: OTHER } });
  const own = { agendaItemId: id, personId: personId('hung.le') };
  await world.deps.db.itemConflict.create({ data: own });
  const value = { agendaItemId: id };
  await isTurnedDown(world, who('hung.le'), 'người khác của hội đồng', () =>
    pressesForged(world, who('hung.le'), { actionId: 'councils.open_ballot', value }),
  );
  await world.deps.db.itemConflict.delete({ where: { agendaItemId_personId: own } });
});

test('where the rule does not count written opinions, those present vote', async () => {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong');
  await secretary.clicks('Mở bỏ phiếu', { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  await secretary.sees(OTHER, { in: 'modal' });
  await secretary.fills({ 'Hình thức': OPEN });
  expect(await secretary.submits()).toBe('closed');
  await who('hung.le').sees(`Mời bỏ phiếu: ${OTHER}`, SOON);
  const { id: ballotId } = await world.deps.db.ballot.findFirstOrThrow({
    where: { agendaItem: { kind: 'other' } },
  });
  const refusals = {
    [ABSENT]: 'anh/chị vắng mặt ở phiên họp',
    [IN_WRITING]: 'không tính ý kiến bằng văn bản',
  };
  for (const [login, words] of Object.entries(refusals))
    await isTurnedDown(world, who(login as Login), words, () =>
      pressesForged(world, who(login as Login), {
        actionId: 'councils.agree',
        value: { ballotId },
      }),
    );
  for (const login of THERE)
    await who(login).clicks('Đồng ý', { in: `Mời bỏ phiếu: ${OTHER}`, ...SOON });
  await secretary.sees(`Thông qua – ${OTHER}`, SOON);
  await secretary.sees('Có mặt theo điểm danh: 7, cần ít nhất 6: đủ');
  expect(
    (await world.deps.db.ballot.findUniqueOrThrow({ where: { id: ballotId } })).outcome,
  ).toMatchObject({
    agree: 7,
    notVoted: 2,
    base: { size: 9 },
    quorum: { present: 7, needed: 6 },
  });
});

test('where it counts them, a written opinion is one of the papers and makes nobody present', async () => {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong');
  await secretary.clicks('Mở bỏ phiếu (1)', { in: 'modal' });
  await secretary.fills({ 'Hình thức': SECRET });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  // Not by who may cast: the base is the eight who may vote, of whom six are there.
  await secretary.sees('Đang bỏ phiếu: CSTĐ bộ', SOON);
  await secretary.sees('0/7 thành viên đã bỏ phiếu');
  await secretary.sees('Có mặt theo điểm danh: 6, cần ít nhất 6: đủ');
  for (const login of [...THERE, IN_WRITING] as const) {
    if (login === CONFLICTED) continue;
    const member = who(login);
    await member.clicks('Bỏ phiếu', { in: 'CSTĐ bộ', ...SOON });
    await member.fills({ 'Lựa chọn của anh/chị': 'Đồng ý' });
    expect(await member.submits()).toBe('updated');
    expect(await member.submits()).toBe('updated');
    await member.closesModal({ all: true });
  }
  for (const login of [CONFLICTED, ABSENT] as const) who(login).seesNot('Mời bỏ phiếu: CSTĐ bộ');
  const hoa = who(IN_WRITING);
  await hoa.clicks('Danh sách biên nhận', { in: 'CSTĐ bộ', ...SOON });
  await hoa.sees('Có 7 phiếu trong hòm khi kiểm phiếu', { in: 'modal' });
  await hoa.closesModal({ all: true });
  await secretary.sees('Thông qua 0/1', SOON);
  const ballot = await world.deps.db.ballot.findFirstOrThrow({
    where: { agendaItem: { itemKey: 'cstd_bo' } },
    include: { roll: true },
  });
  expect(ballot.roll.find((one) => one.personId === personId(CONFLICTED))).toMatchObject({
    excluded: 'declared',
  });
  // 90 % of the eight who may vote: all eight, and Minh gave nothing.
  expect(ballot.outcome).toMatchObject({
    result: 'not_passed',
    agree: 7,
    inWriting: 1,
    notVoted: 1,
    base: { size: 8 },
    threshold: { needed: 8 },
    quorum: { present: 6, needed: 6, met: true },
  });
});

test('the minutes, the count and the draft decision are read back field by field', async () => {
  const secretary = who(SECRETARY);
  const minutes = await reads('Biên bản họp');
  expect(minutes.slice(0, 2)).toEqual([
    'BHXH TỈNH SÔNG HÀN',
    EMULATION_COUNCIL.name.toLocaleUpperCase('vi'),
  ]);
  expect(minutes).toContain('Số: ……/BB-HĐTĐKT');
  expect(minutes).toContain('BIÊN BẢN');
  expect(minutes).toContain('- Tổng số thành viên: 9');
  expect(minutes).toContain('- Vắng mặt: 1: Phạm Tuấn Minh (Đi công tác <!here>)');
  expect(minutes).toContain('- Gửi ý kiến bằng văn bản: 1: Nguyễn Thị Mai Hoa');
  expect(minutes).toContain('- Chủ trì: Lê Quang Hùng, Chủ tịch');
  expect(minutes).toContain(`1. Chiến sĩ thi đua bộ, ban, ngành, tỉnh năm ${YEAR}`);
  expect(minutes).toContain('- Hình thức: Bỏ phiếu kín');
  expect(minutes).toContain('- Thành viên trong danh sách: 9');
  expect(minutes).toContain('- Thành viên có quyền biểu quyết: 8');
  expect(cellsAfter(minutes, 'Trần Thị Lan (Phòng Quản lý thu – Sổ, thẻ)', 5)).toEqual([
    ...['7', '0', '0', '7/8 (87,5%)', 'Không thông qua'],
  ]);
  expect(minutes).toContain(`2. ${OTHER}`);
  expect(cellsAfter(minutes, OTHER, 5)).toEqual(['7', '0', '0', '7/9 (77,8%)', 'Thông qua']);
  expect(minutes).toContain(`CSTĐ bộ ${YEAR}: thông qua 0/1.`);
  expect(minutes.find((words) => words.startsWith('Biên bản kết thúc vào hồi'))).toMatch(
    /\d\d giờ \d\d ngày \d\d\/\d\d\/\d{4}, đã đọc lại/,
  );
  expect(cellsAfter(minutes, 'THƯ KÝ', 3)).toEqual(['Nguyễn Thu Hà', 'CHỦ TRÌ', 'Lê Quang Hùng']);

  const count = await reads('Biên bản kiểm phiếu');
  expect(count).toContain('BIÊN BẢN KIỂM PHIẾU');
  // Given out to the seven of eight who may cast; all came back, one of them in writing.
  expect(cellsAfter(count, `CSTĐ bộ ${YEAR} – Trần Thị Lan`, 9)).toEqual([
    ...['Phiếu kín', '7', '7', '7', '0', '7', '0', '0', '7/8 (87,5%)'],
  ]);
  // A button that would only refuse is not there.
  secretary.seesNot('[Dự thảo quyết định]');
  const value = { sittingId: await sittingId() };
  await isTurnedDown(world, secretary, 'Chưa có nội dung nào được thông qua mà thủ trưởng', () =>
    pressesForged(world, secretary, { actionId: 'councils.minutes_decision', value }),
  );
  await isTurnedDown(world, who('thuy.vo'), 'Chỉ Chủ tịch, Thư ký hội đồng', () =>
    pressesForged(world, who('thuy.vo'), { actionId: 'councils.minutes_sitting', value }),
  );
});

const reads = (button: string) => readsPaper(world, who(SECRETARY), button);

async function namesOf(logins: readonly Login[]): Promise<string[]> {
  const people = await world.deps.db.person.findMany({
    where: { id: { in: logins.map(personId) } },
  });
  return people.map(({ fullName }) => fullName);
}
