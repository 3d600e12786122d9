import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { EXE, PDF, PNG } from '../initiatives/evidence-support.ts';
import type { World } from '../support/world.ts';
import { pressesForged } from './support/old-card.ts';
import { at, openStage, speak } from './support/places.ts';
import { clearsModals } from './support/signing.ts';
import { hears, isTurnedDown, SOON, timesSeen } from './support/watching.ts';

// A sitting is convened with a file; a member reads it; the secretary adds a second one and takes the first off.

const SECRETARY = 'ha.nguyen' as const satisfies Login;
const MEMBER = 'thuy.vo' as const satisfies Login;
const CARD = 'Phiên họp hội đồng';
const INVITATION = 'Mời họp hội đồng';
const FIRST = 'Dự thảo quy chế.pdf';
const SECOND = 'Biểu so sánh.png';

let world: World;
const who = (login: Login) => at(world, login);
beforeAll(async () => {
  world = await openStage();
});
afterAll(() => world.close());

const files = () =>
  world.deps.db.sittingFile.findMany({ orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] });

/** The files that somebody has from the app in their direct message, oldest first. */
function received(login: Login): string[] {
  const { id } = who(login).conversation();
  return [...world.workspace.core.state.files.values()]
    .filter(({ channels }) => channels.includes(id))
    .map(({ name }) => name);
}

async function opensFiles(login: Login, card: string): Promise<void> {
  await who(login).clicks('Tài liệu họp', { in: card, ...SOON });
  await who(login).waitsForModal('Tài liệu họp');
}

test('is convened with a file, delivered twice; the wrong one beside it is told with its reason', async () => {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong mới');
  await secretary.waitsForModal('Lập phiên họp');
  await secretary.fills({
    'Hội đồng': EMULATION_COUNCIL.name,
    'Địa điểm hoặc hình thức': 'Phòng họp tầng 2',
    'Nội dung khác': Array.from({ length: 8 }, (_, place) => `Việc ${place + 1}`).join('\n'),
    'Tài liệu họp': 'Điều 5 Quy chế năm 2024',
    'Tệp tài liệu họp': [
      { name: FIRST, content: PDF },
      { name: 'Phụ lục.pdf', content: EXE },
    ],
  });
  await secretary.sees('tài liệu chỉ dành cho hội đồng về một sáng kiến', { in: 'modal' });
  world.workspace.faults.duplicateNextEnvelope();
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('Các tệp đang được kiểm tra', { in: 'modal' });
  await clearsModals(world, SECRETARY);
  await secretary.sees('đã nhận', SOON);
  await secretary.sees('nội dung tệp không đúng với loại ghi ở tên tệp', SOON);
  await secretary.sees('1 tài liệu đính kèm', SOON);
  expect((await files()).map(({ name }) => name)).toEqual([FIRST]);
  expect(await world.deps.db.sitting.count({ where: { files: { some: {} } } })).toBe(1);
});

test('its invitation shows the file beside what is to be read, and a member gets it', async () => {
  const member = who(MEMBER);
  await member.sees('Điều 5 Quy chế năm 2024', SOON);
  await member.sees('1 tài liệu đính kèm', SOON);
  member.seesNot('có thêm');
  await opensFiles(MEMBER, INVITATION);
  await member.sees(FIRST, { in: 'modal' });
  await member.sees('Nguyễn Thu Hà', { in: 'modal' });
  for (const words of ['Gỡ', 'Thêm tài liệu']) member.seesNot(words, { in: 'modal' });
  await member.clicks('Nhận tệp', { in: 'modal' });
  await expect.poll(() => received(MEMBER), { timeout: SOON.within }).toEqual([FIRST]);
  await clearsModals(world, MEMBER);
});

test('what a form cannot take is said at its field; sent again, it comes', async () => {
  const secretary = who(SECRETARY);
  await secretary.clicks('Gửi lại tệp', SOON);
  await secretary.waitsForModal('Thêm tài liệu');
  await secretary.fills({
    'Tệp tài liệu họp': [{ name: 'rỗng.pdf', content: Buffer.alloc(0) }],
  });
  expect(await secretary.submits()).toBe('errors');
  expect(secretary.errors()['Tệp tài liệu họp']).toContain('tệp trống');
  await clearsModals(world, SECRETARY);

  // As deep as it lies: the form opens in the place of the list.
  await secretary.types('/hoidong');
  await secretary.waitsForModal('Hội đồng');
  for (const [button, modal] of [
    ['Cả chương trình', 'Chương trình họp'],
    ['Tài liệu họp', 'Tài liệu họp'],
    ['Thêm tài liệu', 'Thêm tài liệu'],
  ] as const) {
    await secretary.clicks(button, { in: 'modal' });
    await secretary.waitsForModal(modal);
  }
  await secretary.fills({ 'Tệp tài liệu họp': [{ name: SECOND, content: PNG }] });
  world.workspace.faults.duplicateNextEnvelope();
  expect(await secretary.submits()).toBe('updated');
  await secretary.waitsForModal('Tài liệu họp');
  await secretary.sees('Các tệp đang được kiểm tra', { in: 'modal' });
  await clearsModals(world, SECRETARY);
  for (const login of [MEMBER, 'hung.le'] as const) {
    await who(login).sees('có thêm 1 tài liệu', SOON);
    await who(login).sees('2 tài liệu đính kèm', SOON);
    expect(timesSeen(who(login), 'có thêm 1 tài liệu')).toBe(1);
  }
  secretary.seesNot('có thêm 1 tài liệu');
});

test('nobody but who runs it adds or takes off, whatever they send', async () => {
  const member = who(MEMBER);
  const [first] = await files();
  const { sittingId, id: fileId } = first!;
  for (const [actionId, value] of [
    ['councils.add_files', { sittingId }],
    ['councils.take_off_file', { fileId }],
  ] as const)
    await isTurnedDown(world, member, 'Chỉ Chủ tịch, Thư ký hội đồng', () =>
      pressesForged(world, member, { actionId, value }),
    );
  const stranger = who('duc.vu');
  await isTurnedDown(world, stranger, 'phiên họp mà anh/chị không được mời', () =>
    pressesForged(world, stranger, { actionId: 'councils.get_file', value: { fileId } }),
  );
  expect(received('duc.vu')).toEqual([]);
});

test('the secretary takes the first off: the list, cards and news show it, and nobody gets it', async () => {
  const secretary = who(SECRETARY);
  const [first] = await files();
  await opensFiles(MEMBER, INVITATION);
  await opensFiles(SECRETARY, CARD);
  await secretary.clicks('Gỡ', { in: 'modal' });
  await secretary.sees(SECOND, { in: 'modal', ...SOON });
  await expect.poll(async () => (await files())[0]?.takenOffById).toBe(personId(SECRETARY));
  secretary.seesNot(FIRST, { in: 'modal' });
  await clearsModals(world, SECRETARY);
  await who(MEMBER).sees('1 tài liệu đính kèm', SOON);
  // The list that was open still offers it.
  await hears(who(MEMBER), 'Tài liệu này đã được gỡ', () =>
    who(MEMBER).clicks('Nhận tệp', { in: 'modal' }),
  );
  await clearsModals(world, MEMBER);
  expect(received(MEMBER)).toEqual([FIRST]);
  expect(
    await world.deps.db.auditEvent.count({
      where: { kind: 'council.file_taken_off', subjectId: first!.sittingId },
    }),
  ).toBe(1);
});

test('in English, by the form that changes the sitting', async () => {
  await speak(world, 'en', [SECRETARY, MEMBER]);
  const secretary = who(SECRETARY);
  await secretary.clicks('Sửa phiên họp', { in: CARD, ...SOON });
  await secretary.waitsForModal('Change the sitting');
  await secretary.fills({ 'Files for the sitting': [{ name: 'Agenda.pdf', content: PDF }] });
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('The files are being checked', { in: 'modal' });
  await clearsModals(world, SECRETARY);
  await who(MEMBER).sees('Agenda.pdf', SOON);
  await who(MEMBER).sees('1 more file for the sitting');
  await who(MEMBER).clicks('Meeting files', { in: 'Agenda.pdf' });
  await who(MEMBER).waitsForModal('Meeting files');
  await who(MEMBER).sees('Agenda.pdf', { in: 'modal' });
  expect((await files()).filter(({ takenOffAt }) => !takenOffAt).map(({ name }) => name)).toEqual([
    SECOND,
    'Agenda.pdf',
  ]);
});
