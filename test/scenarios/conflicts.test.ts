import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameSubstitute } from '../../src/councils/composition/name-substitute.ts';
import { actorOf } from '../../src/people/actor.ts';
import { overrideRule } from '../../src/rulebook/override-rule.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { councilId } from '../../src/sandbox/sample/seed-councils.ts';
import { docxWords } from '../support/docx.ts';
import type { World } from '../support/world.ts';
import { SECRET } from './support/councils.ts';
import { pressesForged } from './support/old-card.ts';
import { at, openStage, todayOf } from './support/places.ts';
import { isTurnedDown, SOON } from './support/watching.ts';

// A sitting on Lan and Đức: the chair, Hùng, is a relative of Lan; Khánh, their head, is left out by the regulation of
// the council; Tuyết is away and Nga comes in her place.

const YEAR = 2026;
const SECRETARY = 'ha.nguyen';
const CHAIR = 'hung.le';
const PRESIDER = 'hoa.nguyen';
const SUPERIOR = 'khanh.phan';
const AWAY = 'tuyet.ho';
const SUBSTITUTE = 'nga.bui';
const MEMBERS = EMULATION_COUNCIL.members.map(({ login }) => login);

let world: World;
const who = (login: Login) => at(world, login);
beforeAll(async () => {
  world = await openStage();
  const { deps } = world;
  for (const login of ['lan.tran', 'duc.vu'] as const) {
    const own = { personId: personId(login), year: YEAR };
    const data = {
      state: 'confirmed' as const,
      settledById: personId(SECRETARY),
      settledAt: world.clock.now(),
    };
    const { id } = await deps.db.titleRegistration.upsert({
      where: { personId_year: own },
      create: { ...data, ...own, filedById: own.personId },
      update: data,
    });
    await deps.db.titleRegistrationItem.deleteMany({ where: { registrationId: id } });
    await deps.db.titleRegistrationItem.create({
      data: { registrationId: id, title: 'cstd_bo', rank: 1 },
    });
  }
  const administrator = (await actorOf(deps, personId('tam.do')))!;
  for (const rule of ['voting.substitutes', 'voting.superior.cstd_bo'])
    await overrideRule(deps, {
      ...{ actor: administrator, rule, text: 'có', documentNumber: '15/QC-HĐ' },
      ...{ documentDate: '2026-01-05', from: '2026-01-05', to: null },
    });
});
afterAll(() => world.close());

const sittingId = async () =>
  (await world.deps.db.sitting.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).id;

test('a member declares relatives once, and only they see it', async () => {
  const hung = who(CHAIR);
  await hung.types('/hoidong');
  await hung.clicks('Người thân của tôi', { in: 'modal' });
  await hung.sees('Anh/chị chưa khai người thân nào', { in: 'modal' });
  await hung.clicks('Khai người thân', { in: 'modal' });
  await hung.waitsForModal('Khai người thân');
  await hung.fills({ 'Người thân trong cơ quan': 'Lê Quang Hùng', 'Quan hệ với anh/chị': 'Con' });
  expect(await hung.submits()).toBe('errors');
  await hung.fills({ 'Người thân trong cơ quan': 'Trần Thị Lan' });
  world.workspace.faults.duplicateNextEnvelope();
  expect(await hung.submits()).toBe('updated');
  await hung.sees('Trần Thị Lan – Con', { in: 'modal' });
  await hung.closesModal({ all: true });
  expect(await world.deps.db.relativeDeclaration.count()).toBe(1);

  const lan = who('lan.tran');
  await lan.types('/hoidong người thân');
  await lan.sees('Anh/chị chưa khai người thân nào', { in: 'modal' });
  await lan.closesModal({ all: true });
});

test('anybody declares, and ends what they declared; nobody ends another’s', async () => {
  const duc = who('duc.vu');
  await duc.types('/hoidong nguoi than');
  await duc.clicks('Khai người thân', { in: 'modal' });
  await duc.fills({
    'Người thân trong cơ quan': 'Võ Thị Bích Thủy',
    'Quan hệ với anh/chị': 'Anh, chị, em ruột',
  });
  expect(await duc.submits()).toBe('updated');
  await duc.closesModal({ all: true });
  const { id } = await world.deps.db.relativeDeclaration.findFirstOrThrow({
    where: { personId: personId('duc.vu') },
  });
  await isTurnedDown(world, who('thuy.vo'), 'Không tìm thấy lần khai này', () =>
    pressesForged(world, who('thuy.vo'), {
      actionId: 'councils.end_relative',
      value: { declarationId: id },
    }),
  );
  await duc.types('/hoidong người thân');
  await duc.clicks('Thôi khai', { in: 'modal' });
  await duc.sees('Đã thôi khai', { in: 'modal' });
  await duc.closesModal({ all: true });
});

test('who is named as a substitute is told, and asked when the member sends regrets', async () => {
  const { deps } = world;
  const day = todayOf(world);
  const { id: memberId } = await deps.db.councilMember.findFirstOrThrow({
    where: { councilId: councilId(EMULATION_COUNCIL), personId: personId(AWAY) },
  });
  await nameSubstitute(deps, {
    ...{ actor: (await actorOf(deps, personId(SECRETARY)))!, memberId },
    ...{ councilId: councilId(EMULATION_COUNCIL), substituteId: randomUUID() },
    personId: personId(SUBSTITUTE),
    decision: { number: '700/QĐ-BHXH', decidedOn: day, from: day },
  });
  const nga = who(SUBSTITUTE);
  await nga.sees('Anh/chị là người thay thế của Hồ Thị Ánh Tuyết', SOON);
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong mới');
  await secretary.waitsForModal('Lập phiên họp');
  await secretary.fills({
    'Hội đồng': EMULATION_COUNCIL.name,
    'Địa điểm hoặc hình thức': 'Phòng họp tầng 2',
    'Danh hiệu, khen thưởng đưa ra xét': [
      `Chiến sĩ thi đua bộ, ban, ngành, tỉnh (CSTĐ bộ) ${YEAR}: 2 đề nghị`,
    ],
  });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  nga.seesNot('Mời họp hội đồng');

  const tuyet = who(AWAY);
  await tuyet.clicks('Xin vắng', { in: 'Mời họp hội đồng', ...SOON });
  await tuyet.fills({ 'Lý do vắng mặt': 'Đi công tác' });
  expect(await tuyet.submits()).toBe('closed');
  await nga.sees('Anh/chị dự họp thay Hồ Thị Ánh Tuyết', SOON);
  await nga.clicks('Dự họp', { in: 'Mời họp hội đồng' });
  await secretary.sees('Dự thay: Bùi Thúy Nga, thay Hồ Thị Ánh Tuyết (dự họp)', SOON);
  await nga.types('/hoidong');
  await nga.sees('Phòng họp tầng 2', { in: 'modal' });
  await nga.closesModal({ all: true });
});

test('the roll-call knows who stands in for whom', async () => {
  const secretary = who(SECRETARY);
  await secretary.clicks('Điểm danh', { in: 'Phiên họp hội đồng' });
  await secretary.waitsForModal('Điểm danh');
  const people = await world.deps.db.person.findMany({
    where: { id: { in: MEMBERS.filter((login) => login !== AWAY).map(personId) } },
  });
  const names = people.map(({ fullName }) => fullName);
  await secretary.fills({
    'Có mặt': [...names, 'Hồ Thị Ánh Tuyết'],
    'Người dự thay có mặt': ['Bùi Thúy Nga'],
  });
  expect(await secretary.submits()).toBe('errors');
  expect(secretary.errors()['Người dự thay có mặt']).toContain('Mỗi ghế chỉ một người');
  await secretary.fills({ 'Có mặt': names });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  await secretary.sees('Có mặt 9/9, cần ít nhất 6: đủ', SOON);
  await secretary.sees('Dự thay: Bùi Thúy Nga, thay Hồ Thị Ánh Tuyết');
  await who(SUBSTITUTE).sees('Đã điểm danh: có mặt', SOON);
});

test('the form says who is left out and why; a vice chair presides, the chair sees nothing of it', async () => {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong');
  await secretary.clicks('Mở bỏ phiếu (2)', { in: 'modal' });
  await secretary.sees(
    'Không tham gia vì có quan hệ thân thích với tác giả hoặc người được xét: Lê Quang Hùng',
    { in: 'modal' },
  );
  await secretary.sees('Không tham gia vì là thủ trưởng trực tiếp', { in: 'modal' });
  await secretary.fills({ 'Hình thức': SECRET });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });

  await secretary.sees('0/8 thành viên đã bỏ phiếu', SOON);
  await who(PRESIDER).sees(`Anh/chị chủ trì nội dung CSTĐ bộ ${YEAR} – Trần Thị Lan`, SOON);
  const hung = who(CHAIR);
  await hung.sees('người bỏ phiếu và diễn biến không hiển thị với anh/chị', SOON);
  hung.seesNot('thành viên đã bỏ phiếu');
  hung.seesNot('Chưa bỏ phiếu');
  who(AWAY).seesNot(`Mời bỏ phiếu: CSTĐ bộ ${YEAR}`);
  who(SUPERIOR).seesNot(`Mời bỏ phiếu: CSTĐ bộ ${YEAR}`);
  who('lan.tran').seesNot('thân thích');
});

test('the substitute votes in the seat, and it all stands in the minutes', async () => {
  for (const login of [...MEMBERS, SUBSTITUTE as Login]) {
    if (login === AWAY || login === SUPERIOR) continue;
    const member = who(login);
    await member.clicks('Bỏ phiếu', { in: `CSTĐ bộ ${YEAR}`, ...SOON });
    const one = member.modalText().includes('Lựa chọn của anh/chị');
    await member.fills({ [one ? 'Lựa chọn của anh/chị' : 'Tất cả tên ở trang này']: 'Đồng ý' });
    expect(await member.submits()).toBe('updated');
    expect(await member.submits()).toBe('updated');
    await member.closesModal({ all: true });
  }
  const secretary = who(SECRETARY);
  await secretary.sees('Thông qua 2/2', SOON);
  await who(CHAIR).sees('Thông qua 2/2', SOON);
  const ballots = await world.deps.db.ballot.findMany({
    where: { agendaItem: { sittingId: await sittingId() } },
    include: { roll: true, agendaItem: true },
  });
  const sizes = ballots.map(({ agendaItem, rollSize, entitled, presidedById }) => [
    ...[agendaItem.personId, rollSize, entitled, presidedById],
  ]);
  expect(sizes.toSorted()).toEqual(
    [
      [personId('lan.tran'), 9, 7, personId(PRESIDER)],
      [personId('duc.vu'), 9, 8, personId(CHAIR)],
    ].toSorted(),
  );
  const files = world.workspace.core.state.files;
  const before = files.size;
  await secretary.clicks('Biên bản họp', { in: 'Phiên họp hội đồng' });
  await expect.poll(() => files.size).toBeGreaterThan(before);
  const file = [...files.values()].at(-1);
  const words = (await docxWords(Buffer.from(file?.contentBase64 ?? '', 'base64'))).join('\n');
  expect(words).toContain('- Dự thay: 1: Bùi Thúy Nga (dự thay Hồ Thị Ánh Tuyết)');
  expect(words).toContain('Nguyễn Thị Mai Hoa, Phó Chủ tịch');
  expect(words).toContain('Lê Quang Hùng (có xung đột lợi ích)');
  expect(words).not.toContain('thân thích');
});
