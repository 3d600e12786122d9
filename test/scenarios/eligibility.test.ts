import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatDay } from '../../src/kernel/time.ts';
import type { World } from '../support/world.ts';
import { openStage, todayOf } from './support/places.ts';

const LAN = 'lan.tran@bhxh.example';
const HER_HEAD = 'khanh.phan@bhxh.example';
const SECRETARY = 'ha.nguyen@bhxh.example';
const OTHER_HEAD = 'thao.dinh@bhxh.example';
const ENGLISH = 'chau.do@bhxh.example';

let world: World;
let pastYear: number;
beforeAll(async () => {
  world = await openStage();
  pastYear = world.clock.now().getFullYear() - 1;
});
afterAll(() => world.close());

test('a person sees what a title takes, with the decisions it was found by', async () => {
  const lan = world.as(LAN);
  await lan.types(`/thidua xét cstđcs ${pastYear}`);
  await lan.waitsForModal('Kết quả xét điều kiện');
  await lan.sees(':white_check_mark: Đủ tiêu chuẩn');
  await lan.sees(`Đạt Lao động tiên tiến năm ${pastYear} (1950/QĐ-BHXH)`);
  await lan.sees('hoàn thành xuất sắc nhiệm vụ (1876/QĐ-BHXH)');
  // What all conditions have in common is said once.
  await lan.sees('Căn cứ của các điều kiện trên: Luật 06/2022/QH15 Điều 23');
  expect(lan.modalText().split('Luật 06/2022/QH15 Điều 23')).toHaveLength(2);
  await lan.sees('Tỷ lệ tối đa 15%');
});

test('a recognised initiative is evidence for its authors', async () => {
  const { db } = world.database;
  const work = await db.recognisedWork.findFirstOrThrow({
    where: { year: pastYear },
    include: { authors: { include: { person: true } } },
  });
  const author = world.as(work.authors[0]?.person.email ?? '');
  await author.types(`/thidua xet CSTĐCS ${pastYear}`);
  await author.waitsForModal('Kết quả xét điều kiện');
  await author.sees(`${work.title} (1702/QĐ-BHXH)`);
});

test('what is missing is named', async () => {
  const lan = world.as(LAN);
  await lan.types(`/thidua xet CSTĐ bộ ${pastYear}`);
  await lan.waitsForModal('Kết quả xét điều kiện');
  await lan.sees(':x: Còn thiếu');
  await lan.sees('Điều kiện chưa đạt hoặc chưa rõ');
  await lan.sees(`${pastYear - 2} không đạt`);
});

test('after 01/10/2026 both versions of the law are shown and people decide', async () => {
  const lan = world.as(LAN);
  await lan.types('/thidua xet ldtt');
  await lan.waitsForModal('Kết quả xét điều kiện');
  await lan.sees(':raised_hand: Cần xem\nNgười có thẩm quyền xem xét, quyết định.');
  await lan.sees('Luật 06/2026/QH16');
  await lan.sees('Nghị định 152/2025/NĐ-CP');
  await lan.sees('Chưa xác minh với văn bản');
});

test('a head sees it for those of the unit, others do not', async () => {
  const lan = world.as(LAN);
  const mention = `<@${lan.id}>`;
  const head = world.as(HER_HEAD);
  await head.types(`/thidua xet ${mention} CSTĐCS ${pastYear}`);
  await head.waitsForModal('Kết quả xét điều kiện');
  await head.sees('Trần Thị Lan');
  const other = world.as(OTHER_HEAD);
  await other.types(`/thidua xet ${mention} CSTĐCS ${pastYear}`);
  await other.sees('điều kiện của người khác hoặc đơn vị chỉ thủ trưởng');
  expect(other.modal()).toBeNull();
});

test('an open complaint bars a proposal; only the secretary reads that it is there', async () => {
  const { db } = world.database;
  const lan = await db.person.findUniqueOrThrow({ where: { email: LAN } });
  const secretaryRow = await db.person.findUniqueOrThrow({ where: { email: SECRETARY } });
  await db.openMatter.create({
    data: {
      personId: lan.id,
      kind: 'complaint',
      note: 'Đơn số 12',
      openedOn: new Date('2026-01-05'),
      recordedById: secretaryRow.id,
    },
  });
  const reader = world.as(HER_HEAD);
  await reader.types(`/thidua xet <@${world.as(LAN).id}> CSTĐCS ${pastYear}`);
  await reader.sees('Thư ký thi đua sẽ xác nhận trước khi đề nghị');
  expect(reader.everything()).not.toMatch(/việc chưa kết luận|Đơn số 12|khiếu nại/);
  const secretary = world.as(SECRETARY);
  await secretary.types(`/thidua xet <@${world.as(LAN).id}> CSTĐCS ${pastYear}`);
  await secretary.sees('Đang có việc chưa kết luận');
});

test('without words a form opens; a unit is evaluated by its members', async () => {
  const head = world.as(HER_HEAD);
  await head.types('/thidua xét');
  await head.waitsForModal('Chọn nội dung xét');
  await head.fills({
    'Danh hiệu, hình thức khen thưởng': 'Tập thể lao động xuất sắc',
    Năm: String(pastYear),
    'Xét cho': 'Phòng Quản lý thu – Sổ, thẻ',
  });
  await head.submits();
  await head.sees('cá nhân đạt Lao động tiên tiến');
  await head.sees('Có ít nhất 1 cá nhân đạt Chiến sĩ thi đua cơ sở');
});

test('a title of collectives is not for a person, and unknown words get help', async () => {
  const lan = world.as(LAN);
  await lan.types('/thidua xet TTLĐXS');
  await lan.sees('Danh hiệu này dành cho tập thể');
  await lan.types('/thidua abc');
  await lan.sees('Thi Đua chưa hiểu “abc”');
});

test('a name that was typed after an @ is told whole, with how to choose it', async () => {
  const head = world.as(OTHER_HEAD);
  await head.types(`/thidua xét @Hoàng Nhật Nam năm ${pastYear} cstđcs`);
  await head.sees('Thi Đua chưa biết “@Hoàng Nhật Nam” là ai');
  await head.sees('chọn tên trong danh sách mà Slack gợi ý');
  expect(head.modal()).toBeNull();
});

test('of a year that has not ended or not begun the judgement says that it is provisional', async () => {
  const lan = world.as(LAN);
  const today = formatDay(todayOf(world));
  await lan.closesModal({ all: true });
  await lan.types(`/thidua xet CSTĐCS ${pastYear}`);
  await lan.waitsForModal('Kết quả xét điều kiện');
  expect(lan.modalText()).not.toMatch(/tạm tính|chưa kết thúc/);
  await lan.closesModal({ all: true });
  await lan.types(`/thidua xet ldtt ${pastYear + 1}`);
  await lan.sees(
    `Năm ${pastYear + 1} chưa kết thúc: đây là kết quả tạm tính theo hồ sơ đến ngày ${today}.`,
  );
  await lan.sees('trong năm: 12 tháng, trong đó 2 tháng chưa tới, tạm tính theo hồ sơ hiện nay');
  await lan.closesModal({ all: true });
  await lan.types(`/thidua xet ldtt ${pastYear + 2}`);
  await lan.sees(
    `Năm ${pastYear + 2} chưa bắt đầu: đây là kết quả tạm tính theo hồ sơ đến ngày ${today}, sẽ`,
  );
  await lan.sees('trong năm: 12 tháng, trong đó 12 tháng chưa tới, tạm tính theo hồ sơ hiện nay');
  await lan.closesModal({ all: true });
});

test('in English', async () => {
  const chau = world.as(ENGLISH);
  await chau.types('/thidua xet ldtt');
  await chau.waitsForModal('Eligibility');
  await chau.sees('To be looked at\nPeople have to decide.');
});
