import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../src/sandbox/driver.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { COUNCIL_OF_FIVE, councilOfFive } from '../initiatives/scoring-support.ts';
import { docxWords } from '../support/docx.ts';
import type { World } from '../support/world.ts';
import { ballotRow, convenes, OPEN, opensBallot } from './support/councils.ts';
import { accepts, handsIn, initiativeRow } from './support/initiatives.ts';
import { pressesForged } from './support/old-card.ts';
import { at, openStage } from './support/places.ts';
import { isTurnedDown, SOON, timesSeen } from './support/watching.ts';

// One initiative of three units from the request to the certificate, each step by a click. Of the council of
// five, Khánh is an author: four score and vote.

const SECRETARY = 'ha.nguyen';
const TITLE = 'Đối chiếu liên thông <ba phòng> & "một cửa"';
const AUTHORS = ['lan.tran', 'khanh.phan', 'anh.trinh'] as const satisfies readonly Login[];
const SCORERS = ['hung.le', 'minh.pham', SECRETARY, 'tam.do'] as const satisfies readonly Login[];
const POINTS = {
  'hung.le': [24, 25, 20, 8],
  'minh.pham': [25, 24, 22, 8],
  [SECRETARY]: [28, 27, 25, 9],
  'tam.do': [20, 22, 20, 7],
} as const;

let world: World;
let number: string;
beforeAll(async () => {
  world = await openStage();
  await councilOfFive(world.deps.db);
});
afterAll(() => world.close());

const who = (login: Login): Actor => at(world, login);

/** Presses a paper's button and reads what comes. */
async function reads(person: Actor, button: string, name: string, where: string) {
  const came = timesSeen(person, name);
  await person.clicks(button, { in: where, ...SOON });
  await expect.poll(() => timesSeen(person, name)).toBeGreaterThan(came);
  const file = [...world.workspace.core.state.files.values()].findLast((one) => one.name === name);
  return docxWords(Buffer.from(file?.contentBase64 ?? '', 'base64'));
}

async function opensFile(login: Login): Promise<Actor> {
  const person = who(login);
  await person.types(`/sangkien ${number}`);
  await person.waitsForModal('Hồ sơ sáng kiến');
  return person;
}

async function opensScoring(sheet: string): Promise<void> {
  const secretary = await opensFile(SECRETARY);
  await secretary.clicks('Mở chấm điểm', { in: 'modal' });
  await secretary.waitsForModal('Mở chấm điểm (1/2)');
  await secretary.fills({ 'Hội đồng': COUNCIL_OF_FIVE, 'Mẫu phiếu chấm': sheet });
  expect(await secretary.submits()).toBe('updated');
  expect(await secretary.submits()).toBe('updated');
  await secretary.waitsForModal('Đã mở chấm điểm');
  await secretary.closesModal({ all: true });
}

test('three authors of three units have their request as a paper, and the receipt once it is accepted', async () => {
  const [first, ...coAuthors] = AUTHORS;
  ({ number } = await handsIn(world, first, { title: TITLE, coAuthors, shares: [50, 30, 20] }));
  for (const login of coAuthors) {
    await who(login).clicks('Xác nhận tỷ lệ', { in: 'Xác nhận tỷ lệ đóng góp', ...SOON });
    await who(login).sees('Anh/chị đã xác nhận lúc', SOON);
  }
  const lan = await opensFile('lan.tran');
  expect(lan.modalText()).not.toContain('Giấy biên nhận (.docx)');
  const request = await reads(
    lan,
    'Đơn yêu cầu',
    fileName('don-yeu-cau-cong-nhan-sang-kien'),
    'modal',
  );
  expect(request).toContain('ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN');
  for (const words of ['Trần Thị Lan', '50', 'Phan Quốc Khánh', '30', 'Trịnh Ngọc Ánh', '20'])
    expect(request).toContain(words);
  expect(request.join(' ')).toContain(TITLE);
  await lan.closesModal({ all: true });

  await accepts(world, number);
  const anh = await opensFile('anh.trinh');
  const receipt = await reads(anh, 'Giấy biên nhận', fileName('giay-bien-nhan'), 'modal');
  expect(receipt).toContain('GIẤY BIÊN NHẬN');
  expect(receipt).toContain(`- Số tiếp nhận: ${number}`);
  expect(receipt.at(-1)).toBe('Nguyễn Thu Hà');
  await anh.closesModal({ all: true });
});

test('a scoring opened with the wrong sheet is stopped with its reason, and opened anew', async () => {
  await opensScoring('Phiếu 3 tiêu chí đạt hoặc không đạt');
  const minh = who('minh.pham');
  await minh.sees(`Mời chấm điểm: ${number}`, SOON);
  const { id: scoringId } = await world.deps.db.scoring.findFirstOrThrow();
  for (const login of ['minh.pham', 'lan.tran'] as const)
    await isTurnedDown(world, who(login), 'Chỉ thư ký thi đua của đơn vị có hội đồng', () =>
      pressesForged(world, who(login), {
        actionId: 'initiatives.stop_scoring',
        value: { scoringId },
      }),
    );
  const secretary = who(SECRETARY);
  await secretary.clicks('Dừng chấm điểm', { in: `Đang chấm điểm: ${number}`, ...SOON });
  await secretary.waitsForModal('Dừng chấm điểm');
  await secretary.fills({ 'Lý do dừng': '   ' });
  expect(await secretary.submits()).toBe('errors');
  expect(secretary.errors()).toEqual({ 'Lý do dừng': 'Ghi lý do dừng.' });
  await secretary.fills({ 'Lý do dừng': 'Nhầm mẫu phiếu <!here>' });
  world.workspace.faults.duplicateNextEnvelope();
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('Thư ký đã dừng đợt chấm điểm', { in: 'modal' });
  await secretary.closesModal({ all: true });
  await minh.sees('Nhầm mẫu phiếu <!here>', SOON);
  minh.seesNot('Mời chấm điểm');
  expect(await world.deps.db.scoring.findMany()).toMatchObject([
    { state: 'cancelled', outcome: null, stopReason: 'Nhầm mẫu phiếu <!here>' },
  ]);

  await opensScoring('Phiếu 4 tiêu chí');
  await minh.sees(`Mời chấm điểm: ${number}`, SOON);
});

test('scored and closed, the sheets come as papers: all to the secretary, to a member the own one', async () => {
  const labels = ['Tính mới', 'Khả năng áp dụng', 'Hiệu quả', 'Khả năng nhân rộng'];
  for (const login of SCORERS) {
    const person = who(login);
    await person.clicks('Chấm điểm', { in: `Mời chấm điểm: ${number}`, ...SOON });
    await person.waitsForModal('Phiếu chấm điểm');
    await person.fills({
      ...Object.fromEntries(labels.map((label, place) => [label, String(POINTS[login][place])])),
      ...(login === 'tam.do' ? { 'Nhận xét': 'Nên nêu rõ số liệu & nguồn.' } : {}),
    });
    expect(await person.submits()).toBe('updated');
    await person.closesModal();
  }
  const secretary = who(SECRETARY);
  await secretary.clicks('Đóng chấm điểm', { in: `Đang chấm điểm: ${number}`, ...SOON });
  const result = `Kết quả chấm điểm: ${number}`;
  await secretary.sees(result, SOON);
  const name = `phieu-cham-${number}.docx`;

  const all = await reads(secretary, 'Phiếu chấm (.docx)', name, '4/4 thành viên đã gửi phiếu');
  expect(all.filter((words) => words === 'PHIẾU CHẤM ĐIỂM SÁNG KIẾN')).toHaveLength(4);
  expect(all[0]).toBe('BHXH TỈNH SÔNG HÀN');
  expect(all[1]).toBe(COUNCIL_OF_FIVE.toLocaleUpperCase('vi'));
  const summary = all.slice(0, all.indexOf('PHIẾU CHẤM ĐIỂM SÁNG KIẾN'));
  expect(summary).toContain(`- Tên sáng kiến: ${TITLE}`);
  expect(row(summary, 'Phạm Tuấn Minh', 5)).toEqual(['25', '24', '22', '8', '79']);
  expect(row(summary, 'Phan Quốc Khánh', 1)).toEqual(['Không chấm: tác giả']);
  expect(row(summary, 'Điểm trung bình', 5)).toEqual(['24,3', '24,5', '21,8', '8,0', '78,5']);
  expect(summary.find((words) => words.startsWith('đạt;'))).toContain('cần từ 70: đủ');
  expect(row(summary, 'THƯ KÝ HỘI ĐỒNG', 3)).toEqual([
    'Nguyễn Thu Hà',
    'CHỦ TỊCH HỘI ĐỒNG',
    'Lê Quang Hùng',
  ]);

  const tam = who('tam.do');
  await tam.sees(result, SOON);
  const own = await reads(tam, 'Phiếu của tôi (.docx)', name, result);
  expect(own.filter((words) => words === 'PHIẾU CHẤM ĐIỂM SÁNG KIẾN')).toHaveLength(1);
  expect(row(own, 'Tính mới', 3)).toEqual(['30', '15', '20']);
  expect(row(own, 'Tổng', 2)).toEqual(['100', '69']);
  expect(own).toContain('Nên nêu rõ số liệu & nguồn.');
  expect(own.slice(-2)).toEqual(['NGƯỜI CHẤM ĐIỂM', 'Đỗ Minh Tâm']);
  expect(own.join(' ')).not.toMatch(/Phạm Tuấn Minh|Điểm trung bình/);

  // An author on the council gets no sheet, whatever a client presses.
  const { id: scoringId } = await world.deps.db.scoring.findFirstOrThrow({
    where: { state: 'closed' },
  });
  const khanh = who('khanh.phan');
  await isTurnedDown(world, khanh, 'Anh/chị không có phần việc nào trong đợt chấm điểm này', () =>
    pressesForged(world, khanh, { actionId: 'initiatives.score_sheets', value: { scoringId } }),
  );
});

test('the vote has the outcome of the scoring on its card; recognised, the certificate can be printed', async () => {
  await convenes(world, ['Đối chiếu liên thông']);
  await opensBallot(world, OPEN);
  const { roll } = await ballotRow(world, TITLE);
  const voters = roll.filter(({ excluded }) => !excluded);
  expect(voters.length).toBeGreaterThanOrEqual(SCORERS.length);
  const minh = who('minh.pham');
  await minh.sees('Mời bỏ phiếu', SOON);
  const outcome = 'Điểm trung bình 78,5/100; đạt';
  // On the card of the outcome, and beside the vote.
  await expect.poll(() => timesSeen(minh, outcome), { timeout: SOON.within }).toBe(2);
  for (const { personId } of voters) {
    const { email } = await world.deps.db.person.findUniqueOrThrow({ where: { id: personId } });
    await world.as(email).clicks('Đồng ý', { in: 'Mời bỏ phiếu', ...SOON });
  }
  const secretary = who(SECRETARY);
  await secretary.clicks('Ghi quyết định công nhận', { in: number, ...SOON });
  await secretary.waitsForModal('Quyết định công nhận');
  await secretary.fills({ 'Số quyết định': '905/QĐ-BHXH', 'Người ký': 'Lê Quang Hùng' });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
  expect(await initiativeRow(world, TITLE)).toMatchObject({ state: 'recognised' });

  const lan = await opensFile('lan.tran');
  const words = await reads(lan, 'Giấy chứng nhận', fileName('giay-chung-nhan-sang-kien'), 'modal');
  expect(words).toContain('GIẤY CHỨNG NHẬN SÁNG KIẾN');
  expect(words.find((one) => one.startsWith('- Quyết định công nhận:'))).toContain(
    'số 905/QĐ-BHXH',
  );
  for (const author of ['Trần Thị Lan', 'Phan Quốc Khánh', 'Trịnh Ngọc Ánh'])
    expect(words).toContain(author);
});

function fileName(paper: string): string {
  return `${paper}-${number.toLowerCase()}.docx`;
}

/** What stands in the cells after this one. */
function row(words: readonly string[], first: string, length: number): string[] {
  const place = words.findIndex((one) => one.startsWith(first));
  return words.slice(place + 1, place + 1 + length);
}
