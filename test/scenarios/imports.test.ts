import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvOf } from '../imports/support.ts';
import type { World } from '../support/world.ts';
import { at, openStage, speak } from './support/places.ts';
import { changesNothing, SOON } from './support/watching.ts';

describe.each(['vi', 'en'] as const)('importing in Slack, in %s', (language) => {
  let world: World;
  const vi = language === 'vi';
  beforeAll(async () => {
    world = await openStage();
    await speak(world, language, ['tam.do', 'ha.nguyen']);
  });
  afterAll(() => world.close());

  const person = (number: string, more: Record<string, string> = {}) => ({
    staffNumber: number,
    fullName: 'Ngô Bảo Ngân',
    email: `${number}@bhxh.example`,
    unitCode: 'SH-THU',
    position: 'Chuyên viên',
    from: '01/11/2026',
    ...more,
  });

  async function sends(rows: Record<string, string>[], file = csvOf('people', rows)) {
    const tam = at(world, 'tam.do');
    await tam.types(vi ? '/thidua nhập' : '/thidua import');
    await tam.waitsForModal(vi ? 'Nhập dữ liệu' : 'Import data');
    await tam.fills({ [vi ? 'Loại dữ liệu' : 'What it holds']: vi ? 'Cán bộ' : 'People' });
    expect(await tam.submits()).toBe('errors');
    await tam.fills({ [vi ? 'Tệp .xlsx hoặc .csv' : '.xlsx or .csv file']: [file] });
    expect(await tam.submits()).toBe('updated');
    await tam.closesModal();
    return tam;
  }

  test('a file with problems is told row by row, and nothing is imported', async () => {
    const tam = await sends([person('T1'), person('T2', { unitCode: 'LẠ', from: '31/02/2026' })]);
    await tam.sees(
      vi
        ? 'Dòng 3, cột Mã đơn vị, “LẠ”: mã đơn vị chưa có trong danh sách đơn vị.'
        : 'Row 3, column Unit code, “LẠ”: is no code of a unit.',
      SOON,
    );
    await tam.sees(vi ? 'Dòng 3, cột Từ ngày' : 'Row 3, column From');
    expect(await world.deps.db.person.count({ where: { staffNumber: 'T1' } })).toBe(0);
  });

  test('one with many problems is told in a file too', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => person(`M${index}`, { position: '' }));
    const tam = await sends(rows);
    await tam.sees('loi-people.xlsx', { within: 60_000 });
    await tam.sees(vi ? '… và 10 lỗi nữa' : '… and 10 more');
  });

  test('one that is right is imported after a confirmation, once', async () => {
    const tam = await sends([person('T1'), person('T2')]);
    await tam.sees(vi ? '2 mới, 0 thay đổi' : '2 new, 0 changed', SOON);
    expect(await world.deps.db.person.count({ where: { staffNumber: 'T1' } })).toBe(0);
    await tam.clicks(vi ? 'Nhập vào hệ thống' : 'Import', { confirm: true });
    await tam.sees(vi ? 'đã nhập tệp people.csv lúc' : 'people.csv was imported at', SOON);
    expect(await world.deps.db.person.count({ where: { staffNumber: { in: ['T1', 'T2'] } } })).toBe(
      2,
    );
  });

  test('one that cannot be read is explained', async () => {
    const file = { name: 'ảnh.xlsx', content: Buffer.from('không phải Excel') };
    const tam = await sends([], file);
    await tam.sees(vi ? 'Không đọc được tệp' : 'The file cannot be read', SOON);
  });

  test('a template comes as a file; who is no administrator gets none of it', async () => {
    const tam = at(world, 'tam.do');
    await tam.types('/thidua nhap');
    await tam.clicks(vi ? 'Cán bộ' : 'People', { in: 'modal' });
    await tam.sees(vi ? 'Tệp mẫu được gửi' : 'The template comes', { in: 'modal' });
    await tam.closesModal({ all: true });
    await tam.sees('mau-nhap-people.xlsx', { within: 60_000 });
    await changesNothing(world, async () => {
      const ha = at(world, 'ha.nguyen');
      await ha.types('/thidua nhap');
      await ha.sees(vi ? 'Chỉ quản trị viên nhập dữ liệu' : 'Only administrators import data');
    });
  });
});
