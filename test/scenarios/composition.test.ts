import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dateColumn, formatDay } from '../../src/kernel/time.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import type { World } from '../support/world.ts';
import { convenes, opensBallot, WAITING_TITLE } from './support/councils.ts';
import { at, goTo, openStage, speak, todayOf } from './support/places.ts';

const SECRETARY = 'ha.nguyen';

describe('who sits on a council', () => {
  let world: World;
  beforeAll(async () => {
    world = await openStage();
  });
  afterAll(() => world.close());

  const opensCouncil = async () => {
    const ha = at(world, SECRETARY);
    await ha.types('/hoidong thanh phan sang kien song han');
    await ha.sees('số 613/QĐ-BHXH', { in: 'modal' });
    return ha;
  };

  test('a member reads their own council at once, and nobody else’s', async () => {
    const long = at(world, 'long.duong');
    await long.types('/hoidong kiện toàn');
    await long.sees('Chủ tịch: Phạm Tuấn Minh (Phó Giám đốc)', { in: 'modal' });
    await long.sees('số 613/QĐ-BHXH', { in: 'modal' });
    long.seesNot('Kiện toàn', { in: 'modal' });
    await long.closesModal();
    const lan = at(world, 'lan.tran');
    await lan.types('/hoidong thành phần');
    await lan.sees('chưa là thành viên hội đồng nào');
  });

  test('a posting that ends shows on the secretary’s Home and is told on a working morning, once', async () => {
    const ha = at(world, SECRETARY);
    await ha.types('/hoidong thành phần');
    await ha.sees('9 thành viên · không có việc cần kiện toàn', { in: 'modal' });
    await ha.closesModal();
    const on = todayOf(world);
    await world.deps.db.posting.updateMany({
      where: { personId: personId('tam.do') },
      data: { toDate: dateColumn(on) },
    });
    await goTo(world, addDays(on, 1), '08:05');
    await ha.sees('Hội đồng cần kiện toàn: 1 việc ở 1 hội đồng', { within: 60_000 });
    await goTo(world, addDays(on, 1), '09:05');
    const sent = await world.deps.db.outgoingMessage.count({
      where: { purpose: 'councils.problems' },
    });
    expect(sent).toBe(1);
    await ha.opensHome();
    expect(ha.home()).toContain('Đỗ Minh Tâm (Ủy viên) không còn công tác');
    await ha.clicks('Thành phần hội đồng', { in: 'home' });
    await ha.sees('1 việc cần xem', { in: 'modal' });
    await ha.closesModal();
  });

  test('the form is mended at its fields, shows what changes, and is recorded once', async () => {
    await convenes(world, [WAITING_TITLE]);
    await opensBallot(world, 'Biểu quyết công khai');
    const ha = await opensCouncil();
    await ha.sees('Đỗ Minh Tâm (Ủy viên) không còn công tác', { in: 'modal' });
    await ha.clicks('Kiện toàn', { in: 'modal' });
    await ha.waitsForModal('Kiện toàn hội đồng');
    await ha.sees('Không điền sẵn vì đã nghỉ hoặc chuyển đi: Đỗ Minh Tâm', { in: 'modal' });
    const members = ['Trần Tiến Dũng', 'Võ Thị Bích Thủy', 'Đặng Thu Hương', 'Dương Hải Long'];
    await ha.fills({ 'Ủy viên': [...members, 'Trương Hoài Nam'] });
    expect(await ha.submits()).toBe('errors');
    expect(ha.errors()['Ủy viên']).toContain('Không có trong danh sách cán bộ: Trương Hoài Nam');
    await ha.fills({ 'Ủy viên': [...members, 'Phạm Tuấn Minh'] });
    expect(await ha.submits()).toBe('errors');
    expect(ha.errors()['Ủy viên']).toContain('Được chọn hai lần: Phạm Tuấn Minh');
    await ha.fills({
      'Phó Chủ tịch': ['Nguyễn Thị Mai Hoa', 'Phan Quốc Khánh'],
      'Ủy viên': [...members, 'Kiều Hoàng Việt'],
    });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('➕ Kiều Hoàng Việt – Ủy viên', { in: 'modal' });
    // Back to who was chosen, with nothing lost, and on again.
    await ha.closesModal();
    await ha.sees('Bước 1/2', { in: 'modal' });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('➖ Đỗ Minh Tâm – thôi Ủy viên', { in: 'modal' });
    await ha.sees('🔁 Phan Quốc Khánh – từ Ủy viên sang Phó Chủ tịch', { in: 'modal' });
    await ha.sees('Có 1 cuộc bỏ phiếu đang mở: danh sách bỏ phiếu đã chốt', { in: 'modal' });
    const on = todayOf(world);
    const from = addDays(on, 3);
    await ha.fills({ 'Số quyết định': '700/QĐ-BHXH', 'Ngày quyết định': addDays(on, 1) });
    expect(await ha.submits()).toBe('errors');
    expect(ha.errors()['Ngày quyết định']).toContain('không thể sau hôm nay');
    await ha.fills({ 'Ngày quyết định': on, 'Có hiệu lực từ ngày': addDays(on, -1) });
    expect(await ha.submits()).toBe('errors');
    expect(ha.errors()['Có hiệu lực từ ngày']).toContain('Không sớm hơn ngày quyết định');
    await ha.fills({ 'Có hiệu lực từ ngày': from, 'Đến hết ngày': on });
    expect(await ha.submits()).toBe('errors');
    await ha.fills({ 'Đến hết ngày': null });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('Đã ghi. Người vào', { in: 'modal' });
    // Slack takes three modals: there is no room for another form on this one.
    ha.seesNot('[Kiện toàn]', { in: 'modal' });
    await ha.sees(`Thành phần mới đã ghi, có hiệu lực từ ${formatDay(from)}`, { in: 'modal' });
    await ha.closesModal({ all: true });
    const viet = at(world, 'viet.kieu');
    await viet.sees('Anh/chị là Ủy viên của Hội đồng sáng kiến', { within: 60_000 });
    await at(world, 'khanh.phan').sees('là Phó Chủ tịch', { within: 60_000 });
    // Who is going to sit reads the council that they were told of.
    await viet.clicks('Xem thành phần', { in: 'Anh/chị là Ủy viên của Hội đồng sáng kiến' });
    await viet.sees('Thành phần sắp có hiệu lực', { in: 'modal' });
    await viet.closesModal();
  });

  test('on its day the new composition sits, the former one is read as history', async () => {
    await goTo(world, addDays(todayOf(world), 3), '08:30');
    const viet = at(world, 'viet.kieu');
    await viet.clicks('Xem thành phần', { in: 'Anh/chị là Ủy viên của Hội đồng sáng kiến' });
    await viet.sees('Ủy viên: Kiều Hoàng Việt', { in: 'modal' });
    await viet.sees('Các thành phần trước', { in: 'modal' });
    await viet.sees('Ủy viên Đỗ Minh Tâm', { in: 'modal' });
    viet.seesNot('không còn công tác', { in: 'modal' });
    await viet.closesModal();
  });

  test('a substitute is named for a member, and shown beside them', async () => {
    const ha = at(world, SECRETARY);
    await ha.types('/hoidong thành phần sáng kiến sông hàn');
    await ha.clicks('Ghi người thay thế', { in: 'modal' });
    await ha.waitsForModal('Người thay thế');
    await ha.fills({ 'Thay cho thành viên': 'Dương Hải Long – Ủy viên' });
    await ha.fills({ 'Người thay thế': 'Phan Quốc Khánh' });
    expect(await ha.submits()).toBe('errors');
    expect(ha.errors()['Người thay thế']).toContain('Đã là thành viên hội đồng');
    await ha.fills({ 'Người thay thế': 'Lý Huyền Trang' });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('người thay thế: Lý Huyền Trang (QĐ 700/QĐ-BHXH)', { in: 'modal' });
    await ha.closesModal({ all: true });
  });

  test('a council is set up at a unit that has none; a second of the kind is not', async () => {
    const ha = at(world, SECRETARY);
    const establishes = async () => {
      await ha.types('/hoidong thành phần');
      await ha.clicks('Lập hội đồng', { in: 'modal' });
      await ha.waitsForModal('Lập hội đồng');
      await ha.fills({
        'Đơn vị': 'BHXH cơ sở Đồi Sim',
        'Loại hội đồng': 'Hội đồng sáng kiến',
        'Chủ tịch': 'Phạm Kim Loan',
        'Ủy viên': ['Trịnh Trung Hiếu'],
      });
      return ha.submits();
    };
    expect(await establishes()).toBe('updated');
    await ha.sees('Thành phần này còn: Chưa có Thư ký; Có 2 thành viên, ít hơn', { in: 'modal' });
    await ha.fills({ 'Số quyết định': '15/QĐ-BHXH' });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('Hội đồng sáng kiến BHXH cơ sở Đồi Sim', { in: 'modal' });
    await ha.sees('chưa đối chiếu', { in: 'modal' });
    await ha.closesModal({ all: true });
    expect(await establishes()).toBe('errors');
    await ha.sees('Đơn vị đã có “Hội đồng sáng kiến BHXH cơ sở Đồi Sim”', { in: 'modal' });
    await ha.closesModal({ all: true });
    const council = await world.deps.db.council.count({ where: { unitId: unitId('SH-DS') } });
    expect(council).toBe(1);
    // Its head reads it and may recompose it.
    const loan = at(world, 'loan.pham');
    await loan.types('/hoidong thành phần');
    await loan.sees('Hội đồng sáng kiến BHXH cơ sở Đồi Sim', { in: 'modal' });
    await loan.closesModal();
  });
});

test('in English, from the command to the recorded composition', async () => {
  const world = await openStage();
  try {
    await speak(world, 'en', [SECRETARY, 'viet.kieu']);
    await world.deps.db.person.update({
      where: { id: personId('tuyet.ho') },
      data: { slackUserId: null },
    });
    const ha = at(world, SECRETARY);
    await ha.types('/hoidong members');
    await ha.waitsForModal('Composition of councils');
    await ha.sees('9 members · nothing to mend', { in: 'modal' });
    await ha.clicks('View composition', { in: 'modal' });
    await ha.clicks('Recompose', { in: 'modal' });
    await ha.waitsForModal('Recompose a council');
    await ha.sees('Members without Slack who stay', { in: 'modal' });
    await ha.fills({ Chair: null });
    expect(await ha.submits()).toBe('errors');
    await ha.fills({ Chair: 'Lê Quang Hùng', Members: ['Võ Thị Bích Thủy'] });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('➖ Kiều Hoàng Việt – no longer Member', { in: 'modal' });
    await ha.fills({ 'Number of the decision': '701/QĐ-BHXH' });
    expect(await ha.submits()).toBe('updated');
    await ha.sees('Recorded. Those who join', { in: 'modal' });
    await at(world, 'viet.kieu').sees('you are no longer Member', { within: 60_000 });
    const { members } = await world.deps.db.councilComposition.findFirstOrThrow({
      where: { decisionNumber: '701/QĐ-BHXH' },
      include: { members: true },
    });
    // Whom no picker finds stays all the same.
    expect(members).toHaveLength(7);
    expect(members.map((one) => one.personId)).toContain(personId('tuyet.ho'));
  } finally {
    await world.close();
  }
});
