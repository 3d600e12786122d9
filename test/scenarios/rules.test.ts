import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { World } from '../support/world.ts';
import { at, openStage, speak, todayOf } from './support/places.ts';
import { changesNothing } from './support/watching.ts';

describe.each(['vi', 'en'] as const)('the rules in force, in %s', (language) => {
  let world: World;
  const vi = language === 'vi';
  const title = vi ? 'Quy định đang áp dụng' : 'Rules in force';
  beforeAll(async () => {
    world = await openStage();
    await speak(world, language, ['lan.tran', 'tam.do', 'ha.nguyen']);
  });
  afterAll(() => world.close());

  test('everybody reads them by group, with the document and whether it was checked', async () => {
    const lan = at(world, 'lan.tran');
    await lan.types(vi ? '/thidua quy chế' : '/thidua rules');
    await lan.waitsForModal(title);
    for (const group of vi
      ? ['Văn bản luật', 'Danh hiệu', 'Tiêu chuẩn', 'Tỷ lệ', 'Biểu quyết', 'Sáng kiến', 'Đăng ký']
      : ['Laws', 'Titles', 'Standards', 'Quotas', 'Voting', 'Initiatives', 'Registration']) {
      await lan.clicks(group, { in: 'modal' });
      expect(lan.modalText(), group).toMatch(vi ? /đối chiếu|xác minh/ : /checked/);
      lan.seesNot(vi ? '[Thay]' : '[Override]', { in: 'modal' });
      await lan.closesModal();
    }
    await lan.closesModal({ all: true });
  });

  test('of another day too', async () => {
    const lan = at(world, 'lan.tran');
    const words = vi ? 'luong co so' : 'base salary';
    for (const [day, value] of [
      ['01/01/2024', '1.800.000'],
      ['1/7/2024', '2.340.000'],
    ]) {
      await lan.types(`/thidua ${vi ? 'quy chế' : 'rules'} ${day} ${words}`);
      await lan.waitsForModal(title);
      await lan.sees(value!, { in: 'modal' });
      await lan.closesModal();
    }
    await lan.types(`/thidua ${vi ? 'quy chế' : 'rules'} 01/01/2024`);
    await lan.clicks(vi ? 'Văn bản luật' : 'Laws', { in: 'modal' });
    await lan.sees('Nghị định 98/2023/NĐ-CP', { in: 'modal' });
    lan.seesNot('Nghị định 152/2025/NĐ-CP', { in: 'modal' });
    await lan.closesModal({ all: true });
  });

  test('an administrator overrides one by a document; a ballot opened then shows it', async () => {
    const tam = at(world, 'tam.do');
    await tam.types(
      vi ? '/thidua quy che ty le phieu sang kien' : '/thidua rules threshold initiatives',
    );
    await tam.waitsForModal(title);
    await tam.clicks(vi ? 'Thay' : 'Override', { in: 'modal' });
    await tam.waitsForModal(vi ? 'Quy định của đơn vị' : 'Own rule');
    const today = todayOf(world);
    await tam.fills({
      [vi ? 'Giá trị mới' : 'New value']: 'đa số',
      [vi ? 'Số văn bản' : 'Document number']: '77/QĐ-BHXH',
      [vi ? 'Ngày văn bản' : 'Document date']: today,
      [vi ? 'Lý do' : 'Reason']: 'Quy chế Hội đồng mới',
    });
    expect(await tam.submits()).toBe('errors');
    expect(Object.values(tam.errors())).toEqual([
      vi ? 'Giá trị này không dùng được cho quy định này.' : 'This value cannot be meant here.',
    ]);
    await tam.fills({ [vi ? 'Giá trị mới' : 'New value']: vi ? 'từ 85%' : 'at least 85%' });
    expect(await tam.submits()).toBe('updated');
    await tam.sees('77/QĐ-BHXH', { in: 'modal' });
    await tam.closesModal();
    expect(tam.modal()).toBeNull();

    const ha = at(world, 'ha.nguyen');
    await ha.types(vi ? '/thidua quy che 77' : '/thidua rules 77');
    await ha.sees(vi ? 'từ 85%' : 'at least 85%', { in: 'modal' });
    await ha.closesModal();
    await ha.types('/hoidong moi');
    await ha.waitsForModal(vi ? 'Lập phiên họp' : 'Convene a sitting');
    await ha.fills({
      [vi ? 'Địa điểm hoặc hình thức' : 'Place or form']: 'Phòng họp',
      [vi ? 'Sáng kiến đưa ra xét' : 'Initiatives on the agenda']: ['Nhắc đóng BHXH theo ba mức'],
    });
    await ha.submits();
    await ha.clicks(vi ? 'Mở bỏ phiếu' : 'Open ballot', { in: 'modal' });
    await ha.waitsForModal(vi ? 'Mở bỏ phiếu' : 'Open a ballot');
    await ha.fills({
      [vi ? 'Hình thức' : 'Method']: vi ? 'Biểu quyết công khai' : 'Open vote',
    });
    await ha.submits();
    const ballot = await world.deps.db.ballot.findFirstOrThrow({ orderBy: { openedAt: 'desc' } });
    expect(ballot.rule).toMatchObject({
      threshold: { op: '>=', num: 85, den: 100 },
      verified: true,
      source: expect.stringContaining('77/QĐ-BHXH'),
    });
  });

  test('and withdraws it; who is no administrator is offered neither', async () => {
    const tam = at(world, 'tam.do');
    const ha = at(world, 'ha.nguyen');
    const [override, withdraw] = vi ? ['[Thay]', '[Bãi bỏ]'] : ['[Override]', '[Withdraw]'];
    const threshold = vi
      ? '/thidua quy che ty le phieu sang kien'
      : '/thidua rules threshold initiatives';
    await ha.types(threshold);
    await ha.sees('77/QĐ-BHXH', { in: 'modal' });
    ha.seesNot(withdraw!, { in: 'modal' });
    await ha.closesModal();
    await tam.types(threshold);
    await tam.sees(withdraw!, { in: 'modal' });
    await tam.clicks(vi ? 'Bãi bỏ' : 'Withdraw', { in: 'modal', confirm: true });
    await tam.sees(vi ? 'Đã bãi bỏ' : 'is withdrawn', { in: 'modal' });
    await tam.closesModal();
    await tam.types(threshold);
    await tam.sees(override!, { in: 'modal' });
    await tam.closesModal();
    await changesNothing(world, async () => {
      await ha.types(threshold);
      await ha.waitsForModal(title);
      ha.seesNot('77/QĐ-BHXH', { in: 'modal' });
      ha.seesNot(override!, { in: 'modal' });
      await ha.closesModal();
      await ha.types(vi ? '/thidua quy che 77' : '/thidua rules 77');
      await ha.sees(vi ? '0 quy định khớp' : '0 rules match', { in: 'modal' });
      await ha.closesModal();
    });
  });
});
