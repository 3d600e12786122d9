import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filedForSecretary } from '../../src/initiatives/messages.ts';
import { refreshMessages } from '../../src/jobs/outbox.ts';
import { addDays, formatDay } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/sandbox/driver.ts';
import { type Login, STAFF } from '../../src/sandbox/sample/people.ts';
import { COUNCIL_OF_FIVE, councilOfFive } from '../initiatives/scoring-support.ts';
import type { World } from '../support/world.ts';
import { handsIn } from './support/initiatives.ts';
import { keepsCard, pressesForged, submitsForged } from './support/old-card.ts';
import { at, goTo, openStage, speak, todayOf } from './support/places.ts';
import { changesNothing, isTurnedDown, SOON } from './support/watching.ts';

// The council of five: its chair Hùng, Minh, the secretary Hà, Khánh and Tâm. The first initiative is Lan's
// and Khánh's, the second Hùng's, who heads the province.

const SECRETARY = 'ha.nguyen';
const TITLE = 'Ghép bảng kê <!channel> theo mã đơn vị';
const HEADS_TITLE = 'Trang tra cứu của Giám đốc';
let world: World;
let scoringId: string;
let number: string;

beforeAll(async () => {
  world = await openStage();
  await councilOfFive(world.deps.db);
});
afterAll(() => world.close());

const who = (login: Login): Actor => at(world, login);

/** Handed in, and its form found in order. */
async function accepts(login: Login, title: string, coAuthors: Login[] = []) {
  const shares = coAuthors.length > 0 ? [60, 40] : [];
  const row = await handsIn(world, login, { title, coAuthors, shares, investor: 'Ngân sách' });
  await world.deps.db.initiative.update({ where: { id: row.id }, data: { state: 'accepted' } });
  await refreshMessages(world.deps.db, filedForSecretary, row.id);
  return row;
}

async function scores(person: Actor, points: readonly number[], more: Record<string, string> = {}) {
  await person.waitsForModal('Phiếu chấm điểm');
  const labels = ['Tính mới', 'Khả năng áp dụng', 'Hiệu quả', 'Khả năng nhân rộng'];
  await person.fills({
    ...Object.fromEntries(points.map((mark, place) => [labels[place] ?? '', String(mark)])),
    ...more,
  });
}

async function sends(login: Login, points: readonly number[], more: Record<string, string> = {}) {
  const person = who(login);
  await person.clicks('Chấm điểm', { in: 'Mời chấm điểm', ...SOON });
  await scores(person, points, more);
  expect(await person.submits()).toBe('updated');
  await person.closesModal();
}

/** Points and totals as they may stand on a screen. */
const TOTALS = /[5-9]\d([,.]\d)?\/100/;

/** Holds that nobody but these sees a total of a scorecard, on any screen, Home included. */
async function keepsScoresHidden(except: readonly Login[]) {
  for (const { login } of STAFF) {
    if (except.includes(login)) continue;
    expect(who(login).everything(), login).not.toMatch(TOTALS);
  }
}

const forged = (login: Login, actionId: string) =>
  pressesForged(world, who(login), { actionId: `initiatives.${actionId}`, value: { scoringId } });

test('the secretary opens a scoring from the card, and sees who scores and who does not, and why', async () => {
  const row = await accepts('lan.tran', TITLE, ['khanh.phan']);
  number = row.number;
  const secretary = who(SECRETARY);
  await secretary.sees('Mở chấm điểm', SOON);
  const old = keepsCard(world, secretary, 'Sáng kiến mới nộp');
  await secretary.clicks('Mở chấm điểm', { in: number });
  await secretary.waitsForModal('Mở chấm điểm (1/2)');
  await secretary.sees('Chủ đầu tư theo đơn: Ngân sách', { in: 'modal' });
  await secretary.fills({ 'Hội đồng': COUNCIL_OF_FIVE });
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('4 thành viên chấm điểm', { in: 'modal' });
  await secretary.sees('Không chấm: Phan Quốc Khánh – là tác giả', { in: 'modal' });
  const lastDay = formatDay(addDays(todayOf(world), 14));
  await secretary.sees(`Chấm đến hết ngày ${lastDay}`, { in: 'modal' });
  expect(await secretary.submits()).toBe('updated');
  await secretary.waitsForModal('Đã mở chấm điểm');
  await secretary.closesModal();
  ({ id: scoringId } = await world.deps.db.scoring.findFirstOrThrow({
    where: { initiativeId: row.id },
  }));
  await secretary.sees('0/4 phiếu đã gửi', SOON);
  await who('khanh.phan').sees('Anh/chị là tác giả của sáng kiến này nên không chấm điểm', SOON);
  who('khanh.phan').seesNot('Mời chấm điểm');
  for (const login of ['hung.le', 'minh.pham', SECRETARY, 'tam.do'] as const)
    await who(login).sees(`Mời chấm điểm: ${number}`, SOON);
  // The card offers it no more; a press of the old one leads to the scoring that is open.
  await changesNothing(world, async () => {
    await old.presses('Mở chấm điểm');
    await secretary.waitsForModal('Tiến độ chấm điểm');
    await secretary.closesModal();
  });
});

test('a draft is kept; what is wrong is said at its field; sending twice is once', async () => {
  const minh = who('minh.pham');
  await minh.clicks('Chấm điểm', { in: 'Mời chấm điểm' });
  await minh.sees('Khung điểm tham khảo (Mẫu 03, tỉnh Sơn La): 27–30 | 21–26', { in: 'modal' });
  await scores(minh, [20, 19], { 'Nhận xét': 'Đã áp dụng ở hai phòng.' });
  expect(await minh.submits()).toBe('errors');
  expect(minh.errors()).toEqual({
    'Hiệu quả': 'Chưa chấm tiêu chí này.',
    'Khả năng nhân rộng': 'Chưa chấm tiêu chí này.',
  });
  await minh.fills({ 'Khi ghi': 'Lưu nháp, gửi sau' });
  expect(await minh.submits()).toBe('updated');
  await minh.sees('Nháp đã lưu: 39/100, đã chấm 2/4 tiêu chí', { in: 'modal' });
  await minh.closesModal();
  await minh.clicks('Chấm tiếp', { in: 'Nháp đã lưu', ...SOON });
  await scores(
    minh,
    [25, 24, 22, 8].map((mark, place) => (place === 0 ? mark : mark)),
  );
  const answer = submitsForged(world, minh, {
    block: 'mark_effect',
    state: { type: 'number_input', value: '31' },
  });
  expect(JSON.stringify(await answer)).toContain('số nguyên từ 0 đến 30');
  expect(await minh.submits()).toBe('updated');
  await minh.sees('Anh/chị đã gửi phiếu: 79/100', { in: 'modal' });
  await minh.closesModal();
  const sheets = await world.deps.db.scorecard.findMany({ where: { scoringId } });
  expect(sheets).toMatchObject([{ comment: 'Đã áp dụng ở hai phòng.' }]);
  await who(SECRETARY).sees('1/4 phiếu đã gửi', SOON);
  await who(SECRETARY).sees('Đã gửi: Phạm Tuấn Minh');
  await keepsScoresHidden(['minh.pham']);
});

test('Home shows what waits, and nothing to an author', async () => {
  const tam = who('tam.do');
  await tam.opensHome();
  expect(tam.home()).toContain('Phiếu chấm điểm chờ anh/chị: 1');
  const secretary = who(SECRETARY);
  await secretary.opensHome();
  expect(secretary.home()).toContain('1/4 phiếu đã gửi');
  for (const author of ['lan.tran', 'khanh.phan'] as const) {
    await who(author).opensHome();
    expect(who(author).home()).not.toMatch(/chấm điểm/i);
    await who(author).types(`/sangkien ${number}`);
    await who(author).sees('Hội đồng đang chấm điểm.', { in: 'modal' });
    who(author).seesNot('phiếu đã gửi', { in: 'modal' });
    await who(author).closesModal();
  }
});

test('nobody gets a score by a button that is not theirs', async () => {
  const author = 'Anh/chị là tác giả của sáng kiến này nên không chấm điểm';
  const nothing = 'không có phần việc nào trong đợt chấm điểm này';
  const only = 'Chỉ thư ký thi đua của đơn vị có hội đồng';
  const own = 'gửi phiếu của mình trước';
  const cases: [Login, string, string][] = [
    ['khanh.phan', 'scores', author],
    ['khanh.phan', 'score', author],
    ['khanh.phan', 'scoring_progress', only],
    ['khanh.phan', 'score_file', only],
    ['khanh.phan', 'close_scoring', only],
    ['lan.tran', 'scores', nothing],
    ['lan.tran', 'score', nothing],
    ['lan.tran', 'declare_conflict', nothing],
    ['lan.tran', 'score_file', only],
    ['nga.bui', 'scores', nothing],
    ['tam.do', 'scores', own],
    ['tam.do', 'score_file', only],
    [SECRETARY, 'scores', own],
    [SECRETARY, 'score_file', 'thư ký chỉ thấy ai đã gửi phiếu'],
    [SECRETARY, 'close_scoring', 'Chưa đóng được: còn thiếu phiếu của'],
  ];
  for (const [login, action, words] of cases)
    await isTurnedDown(world, who(login), words, () => forged(login, action));
  await keepsScoresHidden(['minh.pham']);
});

test('who looks at others’ scores has theirs fixed; before that it can be corrected', async () => {
  const tam = who('tam.do');
  await sends('tam.do', [20, 20, 20, 10], { 'Nhận xét': '=SUM(A1) <@U1>' });
  await tam.sees('Anh/chị đã gửi phiếu: 70/100', SOON);
  await tam.clicks('Sửa phiếu', { in: 'Anh/chị đã gửi phiếu' });
  await scores(tam, [14]);
  expect(await tam.submits()).toBe('updated');
  await tam.closesModal();
  await tam.clicks('Xem điểm của hội đồng', { in: '64/100', ...SOON });
  await tam.waitsForModal('Điểm của hội đồng');
  await tam.sees('2/4 phiếu đã gửi', { in: 'modal' });
  await tam.sees('Phạm Tuấn Minh: 79/100', { in: 'modal' });
  await tam.sees('Điểm trung bình 71,5/100', { in: 'modal' });
  tam.seesNot('Đã áp dụng ở hai phòng', { in: 'modal' });
  await tam.closesModal();
  await tam.sees('Phiếu đã cố định vì anh/chị đã xem điểm', SOON);
  await isTurnedDown(world, tam, 'phiếu của anh/chị không sửa được nữa', () =>
    forged('tam.do', 'score'),
  );
  await keepsScoresHidden(['minh.pham', 'tam.do']);
});

test('the late are reminded once, a working day before; the calendar closes, and everybody reads what they may', async () => {
  await speak(world, 'en', ['hung.le']);
  const { lastDay } = await world.deps.db.scoring.findUniqueOrThrow({ where: { id: scoringId } });
  const last = lastDay.toISOString().slice(0, 10);
  await sends(SECRETARY, [28, 27, 25, 9]);
  await goTo(world, last, '08:00');
  await who('hung.le').sees('is not sent yet', SOON);
  who('minh.pham').seesNot('chưa gửi');
  await goTo(world, addDays(last, 1), '00:00');
  const secretary = who(SECRETARY);
  await secretary.sees(`Kết quả chấm điểm: ${number}`, SOON);
  await secretary.sees('Điểm trung bình 77,3/100; đạt');
  await secretary.sees('3/4 thành viên đã gửi phiếu');
  await secretary.sees(`Đã kết thúc chấm điểm sáng kiến ${number}`, SOON);
  await secretary.sees('đưa sáng kiến ra phiên họp để bỏ phiếu, gõ /hoidong mới');
  await who('hung.le').sees('the scoring is over', SOON);
  await secretary.sees('Tính mới: 22,3/30 (14–28) · 1 phiếu dưới mức tối thiểu 15');
  await who('hung.le').sees('Average 77.3/100; passed', SOON);
  await isTurnedDown(world, who('hung.le'), 'The scoring is over', () =>
    forged('hung.le', 'score'),
  );
  await keepsScoresHidden(['minh.pham', 'tam.do', SECRETARY, 'hung.le']);
  const author = who('khanh.phan');
  const only = 'Chỉ thư ký thi đua của đơn vị có hội đồng';
  const refusals = {
    scores: 'nên không chấm điểm',
    score_file: only,
    scoring_progress: only,
    stop_scoring: only,
  };
  for (const [action, words] of Object.entries(refusals))
    await isTurnedDown(world, author, words, () => forged('khanh.phan', action));
  await author.types(`/sangkien ${number}`);
  await author.sees('Hội đồng đã chấm điểm, chờ quyết định', { in: 'modal' });
  expect(author.everything()).not.toMatch(TOTALS);
  await author.closesModal();
  await author.types('/hoidong');
  await author.waitsForModal();
  expect(author.everything()).not.toMatch(TOTALS);
  await author.closesModal();
});

test('the secretary reads the scores by member and gets them as a workbook', async () => {
  const secretary = who(SECRETARY);
  await secretary.clicks('Điểm từng thành viên', { in: `Kết quả chấm điểm: ${number}` });
  await secretary.sees('Đỗ Minh Tâm: 64/100', { in: 'modal' });
  await secretary.sees('=SUM(A1) <@U1>', { in: 'modal' });
  await secretary.closesModal();
  await secretary.clicks('Bảng điểm (.xlsx)', { in: 'Kết quả chấm điểm' });
  await secretary.sees(`bang-diem-${number}.xlsx`, { within: 60_000 });
  const file = [...world.workspace.core.state.files.values()].find(({ name }) =>
    name.startsWith('bang-diem'),
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(Buffer.from(file?.contentBase64 ?? '', 'base64')).buffer);
  const rows = (name: string) =>
    (workbook.getWorksheet(name)?.getSheetValues() ?? []).flatMap((row) =>
      Array.isArray(row) ? [row.slice(1)] : [],
    );
  const points = rows('Điểm');
  expect(points).toContainEqual(
    expect.arrayContaining(['Phạm Tuấn Minh', 'Phó Chủ tịch', 25, 24, 22, 8, 79]),
  );
  expect(points).toContainEqual(expect.arrayContaining(['Phan Quốc Khánh', 'Không chấm: tác giả']));
  expect(points).toContainEqual(expect.arrayContaining(['Lê Quang Hùng', 'Không gửi phiếu']));
  expect(points).toContainEqual(
    expect.arrayContaining(['Điểm trung bình', 22.3, 23.7, 22.3, 9, 77.3]),
  );
  expect(rows('Nhận xét').flat()).toContain('=SUM(A1) <@U1>');
});

test('where the State invests, a head who is the author is no member; a member may declare a conflict', async () => {
  await speak(world, 'vi', ['hung.le']);
  const row = await accepts('hung.le', HEADS_TITLE);
  const secretary = who(SECRETARY);
  await secretary.types(`/sangkien ${row.number}`);
  await secretary.clicks('Mở chấm điểm', { in: 'modal' });
  await secretary.waitsForModal('Mở chấm điểm (1/2)');
  await secretary.fills({
    'Hội đồng': COUNCIL_OF_FIVE,
    'Nguồn đầu tư': ['Nhà nước đầu tư kinh phí, phương tiện cho sáng kiến'],
    'Ngày cuối chấm điểm': addDays(todayOf(world), -1),
  });
  expect(await secretary.submits()).toBe('errors');
  expect(Object.keys(secretary.errors())).toEqual(['Ngày cuối chấm điểm']);
  await secretary.fills({ 'Ngày cuối chấm điểm': addDays(todayOf(world), 7) });
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('Không chấm: Lê Quang Hùng – người đứng đầu, tác giả sáng kiến', {
    in: 'modal',
  });
  await secretary.fills({ 'Thành viên đã khai có xung đột lợi ích': ['Phan Quốc Khánh'] });
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('3 thành viên chấm điểm', { in: 'modal' });
  await secretary.sees('Phan Quốc Khánh – đã khai có xung đột lợi ích', { in: 'modal' });
  await secretary.closesModal();
  await who('hung.le').sees('nên không tham gia hội đồng đối với sáng kiến này', SOON);
  const tam = who('tam.do');
  await tam.clicks('Tôi có xung đột lợi ích', { in: `Mời chấm điểm: ${row.number}`, ...SOON });
  await tam.sees('Anh/chị đã khai có xung đột lợi ích với sáng kiến này', SOON);
  await secretary.sees('0/2 phiếu đã gửi', SOON);
  for (const login of ['minh.pham', SECRETARY] as const) {
    const person = who(login);
    await person.clicks('Chấm điểm', { in: `Mời chấm điểm: ${row.number}`, ...SOON });
    await scores(person, [20, 20, 20, 5]);
    expect(await person.submits()).toBe('updated');
    await person.closesModal();
  }
  await secretary.clicks('Đóng chấm điểm', { in: `Đang chấm điểm: ${row.number}`, ...SOON });
  await secretary.sees('Điểm trung bình 65,0/100; không đạt', SOON);
  await secretary.sees('Tổng điểm trung bình cần từ 70: chưa đủ');
});
