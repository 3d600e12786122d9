import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personId } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import { at, openStage, speak } from './support/places.ts';

describe.each(['vi', 'en'] as const)('records, in %s', (language) => {
  let world: World;
  const vi = language === 'vi';
  const title = vi ? 'Hồ sơ' : 'Record';
  beforeAll(async () => {
    world = await openStage();
    await speak(world, language, ['ha.nguyen', 'lan.tran', 'khanh.phan', 'duc.vu']);
  });
  afterAll(() => world.close());

  test('everybody reads their own; of others only those they look after', async () => {
    const lan = at(world, 'lan.tran');
    await lan.types(vi ? '/thidua ho so' : '/thidua record');
    await lan.waitsForModal(title);
    await lan.sees('Trần Thị Lan', { in: 'modal' });
    await lan.sees('Phòng Quản lý thu', { in: 'modal' });
    lan.seesNot(vi ? 'Ghi kỷ luật' : 'Add a discipline', { in: 'modal' });
    lan.seesNot(vi ? 'chưa kết luận' : 'Open matters', { in: 'modal' });
    await lan.closesModal();
    await lan.types(`/thidua hồ sơ <@${at(world, 'duc.vu').person.id}>`);
    await lan.sees(vi ? 'không thuộc phạm vi anh/chị phụ trách' : 'not among those you look after');
    await lan.types('/thidua hồ sơ Vũ Anh Đức');
    await lan.sees(vi ? 'Không tìm thấy' : 'No person or unit', { in: 'modal' });
    await lan.closesModal();
  });

  test('the secretary finds somebody, writes a discipline down, mends the form at its field', async () => {
    const ha = at(world, 'ha.nguyen');
    await ha.types('/thidua hồ sơ tran');
    await ha.waitsForModal(title);
    await ha.sees(vi ? 'kết quả cho “tran”' : 'found for “tran”', { in: 'modal' });
    await ha.closesModal();
    await ha.types('/thidua hồ sơ tran thi lan');
    await ha.waitsForModal(title);
    await ha.clicks(vi ? 'Ghi kỷ luật' : 'Add a discipline', { in: 'modal' });
    await ha.waitsForModal(vi ? 'Kỷ luật' : 'Discipline');
    await ha.fills({
      [vi ? 'Loại' : 'Kind']: vi ? 'Khiển trách' : 'Reprimand',
      [vi ? 'Số quyết định' : 'Number of the decision']: '12/QĐ-KL <!channel>',
      [vi ? 'Đến hết ngày (hết thời hạn kỷ luật)' : 'Last day on which it counts']: '2020-01-01',
    });
    expect(await ha.submits()).toBe('errors');
    await ha.sees(vi ? 'phải bằng hoặc sau ngày bắt đầu' : 'must not be before the first', {
      in: 'modal',
    });
    await ha.fills({
      [vi ? 'Đến hết ngày (hết thời hạn kỷ luật)' : 'Last day on which it counts']: null,
    });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('12/QĐ-KL <!channel>', { in: 'modal' });
    await ha.closesModal({ all: true });
    expect(
      await world.deps.db.discipline.count({ where: { personId: personId('lan.tran') } }),
    ).toBe(1);
  });

  test('an open matter is seen by the secretary and not by the head', async () => {
    const ha = at(world, 'ha.nguyen');
    await ha.types('/thidua hồ sơ tran thi lan');
    await ha.waitsForModal(title);
    await ha.clicks(vi ? 'Ghi việc chưa kết luận' : 'Add an open matter', { in: 'modal' });
    await ha.waitsForModal(vi ? 'Việc chưa kết luận' : 'Open matter');
    await ha.fills({
      [vi ? 'Loại' : 'Kind']: vi ? 'Đơn thư khiếu nại, tố cáo' : 'Complaint or denunciation',
      [vi ? 'Nội dung' : 'What it is about']: 'Đơn số 7, Thanh tra tỉnh',
    });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('Đơn số 7', { in: 'modal' });
    await ha.closesModal({ all: true });
    const khanh = at(world, 'khanh.phan');
    await khanh.types('/thidua hồ sơ tran thi lan');
    await khanh.waitsForModal(title);
    await khanh.sees('12/QĐ-KL', { in: 'modal' });
    khanh.seesNot('Đơn số 7', { in: 'modal' });
    khanh.seesNot(vi ? 'chưa kết luận' : 'Open matters', { in: 'modal' });
    await khanh.closesModal();
  });

  test('a wrong entry is taken off, with a reason', async () => {
    const ha = at(world, 'ha.nguyen');
    await ha.types('/thidua hồ sơ tran thi lan');
    await ha.waitsForModal(title);
    await ha.clicks(vi ? 'Sửa' : 'Correct', { in: 'modal' });
    await ha.waitsForModal(vi ? 'Kỷ luật' : 'Discipline');
    await ha.fills({
      [vi ? 'Gỡ mục ghi sai' : 'Take a wrong entry off']: [
        vi ? 'Mục này ghi sai, gỡ khỏi hồ sơ' : 'This entry is wrong; take it off the record',
      ],
    });
    expect(await ha.submits()).toBe('errors');
    await ha.fills({ [vi ? 'Lý do gỡ' : 'Reason for taking it off']: 'Nhầm người' });
    expect(await ha.submits()).toBe('updated');
    ha.seesNot('12/QĐ-KL', { in: 'modal' });
    await ha.closesModal({ all: true });
    expect(
      await world.deps.db.discipline.count({ where: { personId: personId('lan.tran') } }),
    ).toBe(0);
  });
});
