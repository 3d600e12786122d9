import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBallot } from '../../src/councils/ballots/open-ballot.ts';
import { callOffSitting } from '../../src/councils/sittings/changes/call-off-sitting.ts';
import { findActor } from '../../src/people/actor.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import { OPEN } from './support/councils.ts';
import { pressesForged } from './support/old-card.ts';
import { at, openStage } from './support/places.ts';
import { isTurnedDown, SOON } from './support/watching.ts';

// A sitting of the emulation council that is moved, put in another order, added to, and another one that is called off.

const SECRETARY = 'ha.nguyen';
const CARD = 'Phiên họp hội đồng';
const FIRST = 'Quy chế chi tiêu quỹ';
const SECOND = 'Kế hoạch năm 2027';
const THIRD = 'Phát động quý I';

let world: World;
const who = (login: Login) => at(world, login);
beforeAll(async () => {
  world = await openStage();
});
afterAll(() => world.close());

async function convenes(place: string, others: readonly string[], documents?: string) {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong mới');
  await secretary.waitsForModal('Lập phiên họp');
  await secretary.fills({
    'Hội đồng': EMULATION_COUNCIL.name,
    'Địa điểm hoặc hình thức': place,
    'Nội dung khác': others.join('\n'),
    ...(documents ? { 'Tài liệu họp': documents } : {}),
  });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  return newest();
}

function newest() {
  return world.deps.db.sitting.findFirstOrThrow({
    where: { submissionKey: { not: { startsWith: 'sample' } } },
    orderBy: { createdAt: 'desc' },
    include: { agenda: { orderBy: { ordinal: 'asc' } } },
  });
}

async function agenda(): Promise<(string | null)[]> {
  return (await newest()).agenda.map(({ title }) => title);
}

async function changes(fields: Record<string, never[] | string | number | string[]>) {
  const secretary = who(SECRETARY);
  await secretary.clicks('Sửa phiên họp', { in: CARD, ...SOON });
  await secretary.waitsForModal('Sửa phiên họp');
  await secretary.fills(fields);
  return secretary.submits();
}

test('members read in the invitation what they are to read before it', async () => {
  await convenes(
    'Phòng họp tầng 2',
    // Typed twice is one item.
    [FIRST, SECOND, SECOND],
    'Dự thảo quy chế <!channel>\nhttps://bhxh.example/quy-che',
  );
  expect(await agenda()).toEqual([FIRST, SECOND]);
  const thuy = who('thuy.vo');
  await thuy.sees('Dự thảo quy chế <!channel>', SOON);
  expect(JSON.stringify(world.workspace.messagesIn(thuy.conversation().id))).not.toContain(
    '"<!channel>',
  );
  await thuy.clicks('Dự họp', { in: 'Mời họp hội đồng' });
  await thuy.sees('Anh/chị đã báo dự họp', SOON);
});

test('a sitting that is moved is told once, and members answer again', async () => {
  const secretary = who(SECRETARY);
  await isTurnedDown(world, who('thuy.vo'), 'Chỉ Chủ tịch, Thư ký hội đồng', async () =>
    pressesForged(world, who('thuy.vo'), {
      actionId: 'councils.change_sitting',
      value: { sittingId: (await newest()).id },
    }),
  );
  const { startsAt } = await newest();
  const later = startsAt.getTime() / 1000 + 3600;
  expect(await changes({ 'Địa điểm hoặc hình thức': ' ' })).toBe('errors');
  await secretary.fills({
    'Thời gian họp': startsAt.getTime() / 1000 - 24 * 3600,
    'Địa điểm hoặc hình thức': 'Họp trực tuyến',
  });
  expect(await secretary.submits()).toBe('errors');
  expect(secretary.errors()['Thời gian họp']).toContain('Ngày họp đã qua');
  await secretary.fills({
    'Thời gian họp': later,
    'Địa điểm hoặc hình thức': 'Họp trực tuyến',
  });
  world.workspace.faults.duplicateNextEnvelope();
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('Thành viên được báo thời gian, địa điểm mới', { in: 'modal' });
  await secretary.closesModal({ all: true });
  const thuy = who('thuy.vo');
  await thuy.sees('đã đổi: ', SOON);
  await thuy.sees('Họp trực tuyến');
  await thuy.sees('(trước là ');
  expect(await world.deps.db.sittingAttendance.count({ where: { answer: { not: null } } })).toBe(0);
  expect(
    await world.deps.db.outgoingMessage.count({ where: { purpose: 'councils.sitting_moved' } }),
  ).toBe(EMULATION_COUNCIL.members.length);
  await thuy.clicks('Dự họp', { in: 'Mời họp hội đồng', ...SOON });
});

test('items are put in another order, added and taken away', async () => {
  const secretary = who(SECRETARY);
  expect(await changes({ 'Chương trình, theo thứ tự': [] })).toBe('errors');
  expect(secretary.errors()['Chương trình, theo thứ tự']).toContain('cần ít nhất một nội dung');
  await secretary.fills({
    'Chương trình, theo thứ tự': [SECOND, FIRST],
    'Thêm nội dung khác': `${THIRD}\n`,
  });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  expect(await agenda()).toEqual([SECOND, FIRST, THIRD]);
  await who('thuy.vo').sees(`có thêm nội dung: ${THIRD}`, SOON);
  await who('thuy.vo').sees(`1. Nội dung khác – ${SECOND}`, SOON);
  expect(await changes({ 'Chương trình, theo thứ tự': [SECOND, THIRD] })).toBe('updated');
  await secretary.closesModal({ all: true });
  expect(await agenda()).toEqual([SECOND, THIRD]);
  // Nobody was told of a time that did not change.
  expect(
    await world.deps.db.outgoingMessage.count({ where: { purpose: 'councils.sitting_moved' } }),
  ).toBe(EMULATION_COUNCIL.members.length);
});

test('what was opened for a ballot stays; time and place are fixed; the sitting is not called off', async () => {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong');
  await secretary.clicks('Mở bỏ phiếu', { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  await secretary.sees(SECOND, { in: 'modal' });
  await secretary.fills({ 'Hình thức': OPEN });
  expect(await secretary.submits()).toBe('closed');
  // In the channel of its own council, which was chosen after the form had opened.
  await secretary.sees(`Đang bỏ phiếu: ${SECOND}`, { in: '#hoi-dong-thi-dua', ...SOON });
  expect(world.workspace.textsIn('#hoi-dong-sang-kien').join()).not.toContain(SECOND);

  expect(await changes({ 'Chương trình, theo thứ tự': [THIRD] })).toBe('errors');
  expect(secretary.errors()['Chương trình, theo thứ tự']).toContain(
    `không bỏ khỏi chương trình: ${SECOND}`,
  );
  await secretary.fills({
    'Chương trình, theo thứ tự': [THIRD, SECOND],
    'Địa điểm hoặc hình thức': 'Nơi khác',
  });
  expect(await secretary.submits()).toBe('errors');
  expect(secretary.errors()['Thời gian họp']).toContain('đã bỏ phiếu');
  await secretary.fills({ 'Địa điểm hoặc hình thức': 'Họp trực tuyến' });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  expect(await agenda()).toEqual([THIRD, SECOND]);

  const value = { sittingId: (await newest()).id };
  await pressesForged(world, secretary, { actionId: 'councils.call_off', value });
  await secretary.waitsForModal('Hủy phiên họp');
  await secretary.fills({ 'Lý do': 'Nhầm' });
  expect(await secretary.submits()).toBe('errors');
  expect(secretary.errors()['Lý do']).toContain('đã mở bỏ phiếu, không hủy được');
  await secretary.closesModal();
});

test('a sitting is called off with a reason; nothing of it can be pressed or opened any more', async () => {
  const sitting = await convenes('Phòng họp tầng 5', ['Việc khác']);
  const secretary = who(SECRETARY);
  await secretary.clicks('Hủy phiên họp', { in: 'Phòng họp tầng 5', ...SOON });
  await secretary.waitsForModal('Hủy phiên họp');
  await secretary.fills({ 'Lý do': '  ' });
  expect(await secretary.submits()).toBe('errors');
  await secretary.fills({ 'Lý do': 'Lãnh đạo đi công tác' });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  const thuy = who('thuy.vo');
  await thuy.sees('lúc 12:00 11/11/2026 đã hủy', SOON);
  await thuy.sees('Lãnh đạo đi công tác');
  await secretary.sees('Phiên họp đã hủy. Lãnh đạo đi công tác', SOON);
  const value = { sittingId: sitting.id };
  for (const actionId of ['councils.coming', 'councils.regrets', 'councils.conflicts'])
    await isTurnedDown(world, thuy, 'Phiên họp này đã hủy', () =>
      pressesForged(world, thuy, { actionId, value }),
    );
  for (const actionId of ['councils.change_sitting', 'councils.call_off'])
    await isTurnedDown(world, secretary, 'Phiên họp này đã hủy', () =>
      pressesForged(world, secretary, { actionId, value }),
    );
  expect(await world.deps.db.sittingAttendance.count({ where: value })).toBe(0);
});

test('a ballot that opens as the sitting is called off: one of the two comes first', async () => {
  for (let round = 0; round < 4; round += 1) {
    const place = `Phòng ${round}`;
    const sitting = await convenes(place, [`Việc ${round}`]);
    const row = await world.deps.db.person.findUniqueOrThrow({
      where: { id: personId(SECRETARY) },
    });
    const actor = await findActor(world.deps, row.slackUserId ?? '');
    if (!actor) throw new Error('the secretary is known');
    const [item] = sitting.agenda;
    const closesAt = new Date(world.clock.now().getTime() + 3600_000);
    const done = await Promise.allSettled([
      openBallot(world.deps, { actor, agendaItemId: item!.id, method: 'open', closesAt }),
      callOffSitting(world.deps, { actor, sittingId: sitting.id, reason: 'Thử' }),
    ]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const after = await newest();
    const ballots = await world.deps.db.ballot.count({ where: { agendaItemId: item!.id } });
    expect(ballots).toBe(after.calledOffAt ? 0 : 1);
  }
});
