import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/sandbox/driver.ts';
import { emailOf, type Login, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import type { World } from '../support/world.ts';
import { keepsCard, pressesForged } from './support/old-card.ts';
import { at, openStage, speak, todayOf } from './support/places.ts';
import { changesNothing, isTurnedDown, SOON, timesSeen } from './support/watching.ts';

// From a recognised initiative to its use for titles: other units apply it and report, it is asked for
// at ministry level with their figures, and what it was counted for is recorded.

let world: World;
beforeAll(async () => {
  world = await openStage();
});
afterAll(() => world.close());

const TITLE = 'Đối chiếu tự động';
const SECRET = 'Ngưỡng cảnh báo của từng nhóm dịch vụ.';
const initiative = (title = TITLE) =>
  world.deps.db.initiative.findFirstOrThrow({ where: { title: { startsWith: title } } });
const thisYear = () => Number(todayOf(world).slice(0, 4));

async function opensSummary(login: Login, title = TITLE): Promise<Actor> {
  const person = at(world, login);
  const { number } = await initiative(title);
  await person.types(`/sangkien ${number}`);
  await person.waitsForModal();
  if (person.modal()?.view.title.text === 'Hồ sơ sáng kiến')
    await person.clicks('Áp dụng, ảnh hưởng', { in: 'modal' });
  const { state } = await initiative(title);
  await person.waitsForModal(
    state === 'annulled' ? 'Đã hủy công nhận' : 'Sáng kiến được công nhận',
  );
  return person;
}

async function fillsAdoption(person: Actor, responsible: Login): Promise<void> {
  await person.waitsForModal('Áp dụng tại đơn vị');
  await person.fills({
    'Áp dụng như thế nào': 'Tại tổ thu, <!channel> & theo mẫu của phòng',
    'Người phụ trách': emailOf(responsible),
  });
}

test('everybody reads the summary of a recognised initiative, and never its confidential part', async () => {
  for (const login of ['nga.bui', 'hung.le', 'loan.pham'] as const) {
    const reader = await opensSummary(login, 'Danh mục cảnh báo sớm');
    await reader.sees('Mỗi tuần kết xuất chi phí', { in: 'modal' });
    await reader.sees('Lý Huyền Trang: 100%', { in: 'modal' });
    await reader.sees('Cấp cơ sở: quyết định số', { in: 'modal' });
    await reader.sees('Chưa có đơn vị nào khác ghi nhận áp dụng', { in: 'modal' });
    expect(JSON.stringify(reader.modal())).not.toContain(SECRET);
    expect(reader.modalText()).not.toContain('Đề nghị công nhận phạm vi');
    await reader.closesModal({ all: true });
  }
  // One that is not recognised does not exist for them.
  const { number } = await initiative('Nhắc đóng BHXH');
  await isTurnedDown(world, at(world, 'nga.bui'), 'không có sáng kiến nào mang số này', () =>
    at(world, 'nga.bui').types(`/sangkien ${number}`),
  );
});

describe('another unit', () => {
  test('finds it in the list and takes it up; the authors and the secretary are told', async () => {
    const loan = at(world, 'loan.pham');
    await loan.types('/sangkien áp dụng');
    await loan.sees('Đơn vị của anh/chị chưa áp dụng sáng kiến nào');
    await loan.sees('Mới được công nhận ở đơn vị khác');
    await loan.sees(TITLE);
    await opensSummary('loan.pham');
    await loan.clicks('Áp dụng tại đơn vị', { in: 'modal' });
    await fillsAdoption(loan, 'van.doan');
    world.workspace.faults.duplicateNextEnvelope();
    expect(await Promise.all([loan.submits(), loan.submits()])).toEqual(['updated', 'updated']);
    await loan.sees('Đã ghi. Tác giả và thư ký', { in: 'modal' });
    await loan.closesModal();
    expect(loan.modal()).toBeNull();
    expect(await world.deps.db.adoption.count()).toBe(1);
    await at(world, 'van.doan').sees('Anh/chị phụ trách áp dụng', SOON);
    for (const login of ['lan.tran', 'duc.vu', 'ha.nguyen'] as const) {
      const told = at(world, login);
      await told.sees('BHXH cơ sở Đồi Sim áp dụng từ ngày', SOON);
      expect(timesSeen(told, 'Sáng kiến được áp dụng')).toBe(1);
    }
  });

  test('and a second one; a third has no right', async () => {
    const phuc = await opensSummary('phuc.dang');
    await phuc.clicks('Áp dụng tại đơn vị', { in: 'modal' });
    await fillsAdoption(phuc, 'phuc.dang');
    expect(await phuc.submits()).toBe('updated');
    await phuc.closesModal({ all: true });

    const hieu = await opensSummary('hieu.trinh');
    await hieu.sees('BHXH cơ sở Cồn Gió: từ', { in: 'modal' });
    expect(hieu.modalText()).not.toContain('Áp dụng tại đơn vị');
    await hieu.closesModal({ all: true });
    const value = { initiativeId: (await initiative()).id };
    await isTurnedDown(world, hieu, 'chưa phụ trách đơn vị nào có thể áp dụng', () =>
      pressesForged(world, hieu, { actionId: 'initiatives.adopt', value }),
    );
    // Who has recorded it is not offered it again.
    const loan = await opensSummary('loan.pham');
    expect(loan.modalText()).not.toContain('Áp dụng tại đơn vị');
    await loan.closesModal({ all: true });
  });

  test('reports what it saved; nonsense is refused at its field with nothing lost', async () => {
    const van = at(world, 'van.doan');
    await van.types('/sangkien áp dụng');
    await van.clicks('Xem, báo cáo', { in: 'Sáng kiến đơn vị đang áp dụng' });
    await van.waitsForModal('Áp dụng sáng kiến');
    // Who is responsible reports, but does not end it.
    expect(van.modalText()).not.toContain('Thôi áp dụng');
    await van.clicks('Báo cáo hiệu quả', { in: 'modal' });
    await van.waitsForModal('Báo cáo hiệu quả');
    await changesNothing(world, async () => {
      await van.fills({
        'Số giờ làm việc tiết kiệm': '1,5',
        'Số tiền tiết kiệm': '34.500.000',
        'Cách tính': 'Theo sổ',
      });
      expect(await van.submits()).toBe('errors');
    });
    expect(Object.values(van.errors())).toEqual([expect.stringContaining('Ghi số nguyên')]);
    await van.fills({ 'Số giờ làm việc tiết kiệm': '1.200 giờ', 'Số tiền tiết kiệm': '3 triệu' });
    expect(await van.submits()).toBe('errors');
    await van.fills({ 'Số tiền tiết kiệm': '34.500.000' });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await van.submits()).toBe('updated');
    await van.sees('1.200 giờ, 34.500.000 đ', { in: 'modal' });
    await van.closesModal();
    expect(van.modal()).toBeNull();
    expect(await world.deps.db.effectReport.count()).toBe(1);

    const phuc = await opensSummary('phuc.dang');
    await phuc.clicks('Báo cáo hiệu quả', { in: 'modal' });
    await phuc.fills({ 'Số giờ làm việc': '300', 'Số tiền tiết kiệm': '0', 'Cách tính': 'Ước' });
    expect(await phuc.submits()).toBe('updated');
    await phuc.closesModal({ all: true });
  });

  test('corrects its report; the sums go by the newest, and say whose figures they are', async () => {
    const loan = at(world, 'loan.pham');
    await loan.types('/sangkien áp dụng');
    await loan.clicks('Xem, báo cáo', { in: 'Sáng kiến đơn vị đang áp dụng' });
    await loan.waitsForModal('Áp dụng sáng kiến');
    // A report of a year that has one is told where to correct it.
    await loan.clicks('Báo cáo hiệu quả', { in: 'modal' });
    await loan.fills({ 'Số giờ làm việc': '1', 'Số tiền tiết kiệm': '1', 'Cách tính': 'Sổ' });
    expect(await loan.submits()).toBe('errors');
    expect(loan.errors()).toEqual({ Năm: expect.stringContaining('đã có báo cáo') });
    await loan.closesModal();
    await loan.clicks(`Sửa báo cáo năm ${thisYear()}`, { in: 'modal' });
    await loan.fills({ 'Số tiền tiết kiệm': '30.000.000' });
    expect(await loan.submits()).toBe('updated');
    await loan.sees('1.200 giờ, 30.000.000 đ', { in: 'modal' });
    await loan.sees('đã sửa 1 lần', { in: 'modal' });
    await loan.closesModal();

    const nga = await opensSummary('nga.bui');
    await nga.sees('Tiết kiệm 1.500 giờ và 30.000.000 đ, theo báo cáo của 2 đơn vị', {
      in: 'modal',
    });
    await nga.sees('Số liệu do các đơn vị tự báo cáo', { in: 'modal' });
    await nga.closesModal({ all: true });
  });

  test('is reminded at Home when a report is due again', async () => {
    await world.advance(370 * 24 * 60 * 60_000);
    const phuc = at(world, 'phuc.dang');
    await phuc.sees('Đến kỳ báo cáo hiệu quả', SOON);
    await phuc.opensHome();
    expect(phuc.home()).toContain('1 sáng kiến đang áp dụng chờ báo cáo hiệu quả');
    const van = at(world, 'van.doan');
    await van.clicks('Báo cáo hiệu quả', { in: 'Đến kỳ báo cáo hiệu quả', ...SOON });
    await van.waitsForModal('Báo cáo hiệu quả');
    await van.closesModal();
  });
});

describe('a level of influence', () => {
  test('is asked for by an author with the figures of the day, and comes to the secretary', async () => {
    const lan = await opensSummary('lan.tran');
    await lan.clicks('Đề nghị công nhận phạm vi ảnh hưởng', { in: 'modal' });
    await lan.waitsForModal('Phạm vi ảnh hưởng');
    await lan.sees('2 đơn vị khác đang áp dụng', { in: 'modal' });
    await lan.sees('1.500 giờ, 30.000.000 đ', { in: 'modal' });
    await lan.sees('Nghị định 152/2025/NĐ-CP Điều 12, Điều 33', { in: 'modal' });
    await lan.sees('Pháp luật không quy định thời hạn', { in: 'modal' });
    await lan.fills({
      'Phạm vi ảnh hưởng thể hiện': 'Hai đơn vị, <!here> đang dùng',
      'Văn bản xác nhận': '12/XN-DS ngày 01/03',
      'Nơi được đề nghị': 'Bộ Tài chính',
    });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await lan.submits()).toBe('updated');
    await lan.sees('Đã ghi đề nghị', { in: 'modal' });
    await lan.closesModal();
    expect(await world.deps.db.influenceRequest.count()).toBe(1);
    await at(world, 'ha.nguyen').sees('Đề nghị phạm vi ảnh hưởng', SOON);
    await at(world, 'duc.vu').sees('Đã đề nghị công nhận phạm vi ảnh hưởng', SOON);

    // The public does not read the request; the same level is not asked for twice.
    const nga = await opensSummary('nga.bui');
    expect(nga.modalText()).not.toContain('Hai đơn vị');
    expect(nga.modalText()).not.toContain('Đã đề nghị');
    await nga.closesModal({ all: true });
    const duc = await opensSummary('duc.vu');
    await duc.sees('Đã đề nghị, chờ tờ trình', { in: 'modal' });
    expect(duc.modalText()).not.toContain('Ghi tờ trình');
    await duc.closesModal({ all: true });
  });

  test('goes its way by the secretary’s card only, and old cards change nothing', async () => {
    const ha = at(world, 'ha.nguyen');
    const request = await world.deps.db.influenceRequest.findFirstOrThrow();
    const value = { requestId: request.id };
    for (const login of ['lan.tran', 'khanh.phan', 'hung.le'] as const)
      await isTurnedDown(
        world,
        at(world, login),
        'Chỉ thư ký thi đua của đơn vị hoặc cấp trên',
        () =>
          pressesForged(world, at(world, login), {
            actionId: 'initiatives.send_influence',
            value,
          }),
      );
    const old = keepsCard(world, ha, 'Đề nghị phạm vi ảnh hưởng');
    await ha.clicks('Ghi tờ trình đã gửi', { in: 'Đề nghị phạm vi ảnh hưởng' });
    await ha.fills({ 'Số tờ trình': '215/TTr-BHXH' });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('Tờ trình số 215/TTr-BHXH', { in: 'modal' });
    await ha.closesModal();
    await changesNothing(world, () => old.presses('Ghi tờ trình đã gửi'));
    await ha.sees('không có gì thay đổi', { in: 'modal' });
    await ha.closesModal();
    await ha.clicks('Ghi công nhận', { in: 'Đề nghị phạm vi ảnh hưởng', ...SOON });
    await ha.fills({ 'Số quyết định': '900/QĐ-BTC', 'Người ký': 'Bộ trưởng Bộ Tài chính' });
    expect(await Promise.all([ha.submits(), ha.submits()])).toEqual(['updated', 'updated']);
    await ha.closesModal();
    for (const login of ['lan.tran', 'duc.vu'] as const)
      await at(world, login).sees('Phạm vi ảnh hưởng được công nhận', SOON);
    const nga = await opensSummary('nga.bui');
    await nga.sees('Cấp bộ, ngành, tỉnh: quyết định số 900/QĐ-BTC', { in: 'modal' });
    await nga.closesModal({ all: true });
  });
});

describe('the use for titles', () => {
  const evaluates = async (login: Login, award: string) => {
    const ha = at(world, 'ha.nguyen');
    await ha.types(`/thidua xét <@${at(world, login).id}> ${award} ${thisYear()}`);
    await ha.waitsForModal('Kết quả xét điều kiện');
    return ha;
  };

  test('counts the ministry level for CSTĐ bộ, and is recorded from the evaluation', async () => {
    const ha = await evaluates('lan.tran', 'CSTĐ bộ');
    await ha.sees('(900/QĐ-BTC)', { in: 'modal' });
    await ha.sees('cấp bộ, ngành, tỉnh, 900/QĐ-BTC', { in: 'modal' });
    await ha.clicks('Ghi nhận đã dùng cho danh hiệu…', { in: 'modal' });
    await ha.waitsForModal('Dùng sáng kiến');
    await ha.fills({ 'Số quyết định, nếu đã có': '77/QĐ-BTC' });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await ha.submits()).toBe('updated');
    await ha.sees('Đã ghi', { in: 'modal' });
    await ha.closesModal();
    expect(ha.modal()).toBeNull();
    expect(await world.deps.db.workUse.findMany()).toMatchObject([
      { personId: personId('lan.tran'), title: 'cstd_bo', decisionNumber: '77/QĐ-BTC' },
    ]);
  });

  test('a second time is warned of with the letter, and recorded when that is confirmed', async () => {
    const ha = await opensSummary('ha.nguyen');
    await ha.clicks('Ghi nhận đã dùng cho danh hiệu…', { in: 'modal' });
    await ha.waitsForModal('Dùng sáng kiến');
    const lan = 'Trần Thị Lan – Cấp bộ, ngành, tỉnh, 900/QĐ-BTC';
    const chosen = { 'Tác giả': `${lan}, ${thisYear()}` };
    await ha.fills({
      ...chosen,
      'Danh hiệu, hình thức khen thưởng': 'Bằng khen bộ, ban, ngành, tỉnh',
    });
    await changesNothing(world, async () => expect(await ha.submits()).toBe('updated'));
    await ha.waitsForModal('Sáng kiến đã dùng');
    await ha.sees('Công văn số 1168/BNV-BTĐKT ngày 06/02/2026', { in: 'modal' });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('Đã ghi', { in: 'modal' });
    await ha.closesModal();

    // Whoever evaluates now is told.
    const shown = await evaluates('lan.tran', 'CSTĐCS');
    await shown.sees('đã dùng cho Chiến sĩ thi đua bộ, ban, ngành, tỉnh', { in: 'modal' });
    await shown.sees('Công văn 1168/BNV-BTĐKT', { in: 'modal' });
    await shown.closesModal();
    const head = at(world, 'khanh.phan');
    await head.types(`/thidua xét <@${at(world, 'lan.tran').id}> CSTĐCS ${thisYear()}`);
    await head.waitsForModal('Kết quả xét điều kiện');
    expect(head.modalText()).not.toContain('Ghi nhận đã dùng');
    await head.closesModal();
  });

  test('is taken back with a reason', async () => {
    const ha = await opensSummary('ha.nguyen');
    await ha.clicks('Bỏ ghi nhận', { in: 'modal' });
    await ha.waitsForModal('Bỏ ghi nhận đã dùng');
    await ha.fills({ 'Lý do': 'Ghi nhầm năm' });
    expect(await ha.submits()).toBe('updated');
    await ha.closesModal();
    expect(await world.deps.db.workUse.count({ where: { withdrawnAt: null } })).toBe(1);
    const lan = at(world, 'lan.tran');
    const use = await world.deps.db.workUse.findFirstOrThrow({ where: { withdrawnAt: null } });
    const { workId, personId: person, title, year } = use;
    await isTurnedDown(world, lan, 'Chỉ thư ký thi đua của đơn vị người đó', () =>
      pressesForged(world, lan, {
        actionId: 'initiatives.withdraw_use',
        value: { workId, personId: person, title, year },
      }),
    );
  });
});

test('what was annulled is marked and can be applied, used and raised no more', async () => {
  const { id } = await initiative();
  const { db } = world.deps;
  await db.initiative.update({ where: { id }, data: { state: 'annulled' } });
  await db.recognisedWork.updateMany({
    where: { initiativeId: id },
    data: { annulledAt: world.clock.now() },
  });
  const nam = await opensSummary('thao.dinh');
  await nam.sees('Quyết định công nhận đã bị hủy', { in: 'modal' });
  await nam.sees('BHXH cơ sở Đồi Sim: từ', { in: 'modal' });
  expect(nam.modalText()).not.toContain('Áp dụng tại đơn vị');
  await nam.closesModal({ all: true });
  const annulled = 'đã bị hủy nên không thực hiện được';
  const value = { initiativeId: id };
  for (const [login, actionId] of [
    ['thao.dinh', 'initiatives.adopt'],
    ['lan.tran', 'initiatives.propose_influence'],
  ] as const)
    await isTurnedDown(world, at(world, login), annulled, () =>
      pressesForged(world, at(world, login), { actionId, value }),
    );
  const adoption = await db.adoption.findFirstOrThrow({ where: { unitId: unitId('SH-DS') } });
  await isTurnedDown(world, at(world, 'loan.pham'), annulled, () =>
    pressesForged(world, at(world, 'loan.pham'), {
      actionId: 'initiatives.report_effect',
      value: { adoptionId: adoption.id },
    }),
  );
});

test('in English, and nothing confidential in any message, audit entry or job', async () => {
  await speak(world, 'en', ['thao.dinh']);
  const thao = at(world, 'thao.dinh');
  const { number } = await initiative('Danh mục cảnh báo sớm');
  await thao.types(`/sangkien ${number}`);
  await thao.waitsForModal('Recognised initiative');
  await thao.clicks('Apply at my unit', { in: 'modal' });
  await thao.waitsForModal('Apply at my unit');
  await thao.fills({ 'How it is applied': 'Weekly', 'Who is responsible': emailOf('thao.dinh') });
  expect(await thao.submits()).toBe('updated');
  await thao.closesModal({ all: true });
  await at(world, 'trang.ly').sees('BHXH cơ sở Cầu Trắng áp dụng từ ngày', SOON);
  for (const { login } of STAFF) at(world, login).seesNot(SECRET);
  const { pool } = world.database;
  for (const table of ['outgoing_message', 'audit_event', 'graphile_worker._private_jobs']) {
    const { rows } = await pool.query<{ row: string }>(
      `select row_to_json(stored)::text as row from ${table} stored`,
    );
    expect(
      rows.filter((one) => one.row.includes('Ngưỡng cảnh báo của từng')),
      table,
    ).toEqual([]);
  }
});
