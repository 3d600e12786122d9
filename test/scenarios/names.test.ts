import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBallot } from '../../src/councils/ballots/open-ballot.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { actorOf } from '../../src/people/actor.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { convenes, noRegistrations, registers } from '../councils/names-support.ts';
import type { World } from '../support/world.ts';
import { OPEN } from './support/councils.ts';
import { pressesForged } from './support/old-card.ts';
import { at, openStage, speak } from './support/places.ts';
import { isTurnedDown, SOON } from './support/watching.ts';

// Titles before the emulation council with how each name stands: for who convenes, and for the members who vote.

const YEAR = 2025;
const NUMBER = `CSTĐCS ${YEAR}`;
const SECRETARY = 'ha.nguyen' as const satisfies Login;
const MEMBERS = EMULATION_COUNCIL.members.map(({ login }) => login);
/** One meets the conditions, one does not, one sits on the council; against the first something is open. */
const NOMINEES = ['lan.tran', 'nhung.chu', 'khanh.phan'] as const satisfies readonly Login[];

let world: World;
const who = (login: Login) => at(world, login);

beforeAll(async () => {
  world = await openStage();
  const { deps } = world;
  await noRegistrations(deps, YEAR);
  for (const login of NOMINEES)
    await registers(deps, { personId: personId(login) }, { title: 'cstdcs', year: YEAR });
  await deps.db.openMatter.create({
    data: {
      personId: personId('lan.tran'),
      kind: 'complaint',
      note: 'Đơn số 12',
      openedOn: dateColumn('2026-01-05'),
      recordedById: personId(SECRETARY),
    },
  });
  await speak(world, 'en', ['viet.kieu']);
});
afterAll(() => world.close());

test('who convenes chooses titles by how many meet the conditions', async () => {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong mới');
  await secretary.waitsForModal('Lập phiên họp');
  expect(JSON.stringify(secretary.modal()?.view.blocks)).toContain('2 đủ tiêu chuẩn · 1 còn thiếu');
  await secretary.fills({
    'Hội đồng': EMULATION_COUNCIL.name,
    'Địa điểm hoặc hình thức': 'Hội trường tầng 3',
    'Danh hiệu, khen thưởng đưa ra xét': [
      `Chiến sĩ thi đua cơ sở (CSTĐCS) ${YEAR}: ${NOMINEES.length} đề nghị`,
    ],
  });
  expect(await secretary.submits()).toBe('updated');
  await secretary.clicks('Danh sách', { in: 'modal' });
  await secretary.sees(':lock: có việc chưa kết luận', { in: 'modal' });
  await secretary.sees('Còn thiếu: xếp loại xuất sắc năm 2025 (đã xếp tốt) hoặc 1 sáng kiến', {
    in: 'modal',
  });
  await secretary.closesModal();
});

test('before the sheet opens, those to be checked stand first; it opens all the same', async () => {
  const secretary = who(SECRETARY);
  await secretary.clicks(`Mở bỏ phiếu (${NOMINEES.length})`, { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  await secretary.sees('2 đề nghị cần kiểm tra trước khi mở', { in: 'modal' });
  await secretary.sees('Xét tiêu chuẩn lúc', { in: 'modal' });
  await secretary.clicks('Xem tiêu chuẩn', { in: 'modal' });
  await secretary.waitsForModal('Kết quả xét điều kiện');
  await secretary.sees('Luật 06/2022/QH15 Điều 23', { in: 'modal' });
  await secretary.closesModal();
  await secretary.fills({ 'Hình thức': OPEN });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  expect(await world.deps.db.ballot.count({ where: { state: 'open' } })).toBe(NOMINEES.length);
});

test('a member reads beside each name how it stands, and the whole of it', async () => {
  const hung = who('hung.le');
  await hung.clicks('Bỏ phiếu', { in: `Mời bỏ phiếu: ${NUMBER}`, ...SOON });
  await hung.waitsForModal('Phiếu biểu quyết');
  await hung.sees('Trần Thị Lan (Phòng Quản lý thu – Sổ, thẻ)\n:white_check_mark: Đủ tiêu chuẩn', {
    in: 'modal',
  });
  await hung.sees(':x: Còn thiếu: xếp loại xuất sắc', { in: 'modal' });
  await hung.clicks('Xem tiêu chuẩn', { in: 'modal' });
  await hung.waitsForModal('Kết quả xét điều kiện');
  await hung.sees('Nghị định 152/2025/NĐ-CP', { in: 'modal' });
  await hung.sees('Xét tiêu chuẩn lúc', { in: 'modal' });
  await hung.closesModal({ all: true });
  const viet = who('viet.kieu');
  await viet.clicks('Vote', { in: `Please vote: ${NUMBER}`, ...SOON });
  await viet.sees('Conditions met', { in: 'modal' });
  await viet.sees('Not met: rating excellent of 2025 (was good) or 1 initiatives', { in: 'modal' });
  await viet.closesModal({ all: true });
});

test('the agenda of a member has the names too; of oneself one reads nothing', async () => {
  const khanh = who('khanh.phan');
  await khanh.types('/hoidong');
  await khanh.waitsForModal('Hội đồng');
  await khanh.clicks('Danh sách', { in: 'modal' });
  await khanh.sees('Phan Quốc Khánh', { in: 'modal' });
  // Of the three names two are told of.
  expect(khanh.modalText().split('[Xem tiêu chuẩn]')).toHaveLength(3);
  await khanh.clicks('Xem tiêu chuẩn', { in: 'modal' });
  await khanh.waitsForModal('Kết quả xét điều kiện');
  await khanh.closesModal({ all: true });
  const { id: agendaItemId } = await world.deps.db.agendaItem.findFirstOrThrow({
    where: { personId: personId('khanh.phan') },
  });
  await isTurnedDown(world, khanh, 'Đề nghị này là của anh/chị', () =>
    pressesForged(world, khanh, { actionId: 'councils.judgement', value: { agendaItemId } }),
  );
  for (const login of ['lan.tran', 'dung.tran'] as const)
    await isTurnedDown(world, who(login), 'Nội dung này không còn', () =>
      pressesForged(world, who(login), { actionId: 'councils.judgement', value: { agendaItemId } }),
    );
});

test('the card of a ballot on one name tells it until the vote, and to nobody in conflict', async () => {
  const { deps } = world;
  await registers(deps, { personId: personId('nga.bui') }, { title: 'cstdcs', year: YEAR });
  const secretary = (await actorOf(deps, personId(SECRETARY)))!;
  const sittingId = await convenes(deps, secretary, [{ itemKey: 'cstdcs', year: YEAR }]);
  const where = { sittingId, personId: personId('nga.bui') };
  const { id: agendaItemId } = await deps.db.agendaItem.findFirstOrThrow({ where });
  await deps.db.itemConflict.create({ data: { agendaItemId, personId: personId('thuy.vo') } });
  const closesAt = new Date(deps.clock.now().getTime() + 60 * 60_000);
  await openBallot(deps, { actor: secretary, agendaItemId, method: 'open', closesAt });
  const hung = who('hung.le');
  const told = 'Bùi Thúy Nga\n:x: Còn thiếu: xếp loại xuất sắc năm 2025 (đã xếp tốt)';
  await hung.sees(told, SOON);
  await hung.clicks('Xem tiêu chuẩn', { in: told });
  await hung.waitsForModal('Kết quả xét điều kiện');
  await hung.closesModal();
  await hung.clicks('Đồng ý', { in: told });
  await expect.poll(() => hung.messages(), { timeout: SOON.within }).not.toContain('Còn thiếu');
  const thuy = who('thuy.vo');
  await thuy.sees('Bùi Thúy Nga', SOON);
  expect(thuy.messages()).not.toMatch(/Còn thiếu|Xem tiêu chuẩn/);
});

test('nobody but the secretary read that something is open', async () => {
  for (const login of [...MEMBERS, ...NOMINEES]) {
    const text = who(login).everything();
    expect(text, login).not.toMatch(/Đơn số 12|khiếu nại|undefined|NaN|\[object/);
    if (login !== SECRETARY) expect(text, login).not.toMatch(/chưa kết luận|:lock:/);
  }
});
