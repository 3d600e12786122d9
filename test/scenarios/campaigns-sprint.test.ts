import { afterAll, beforeAll, expect, test } from 'vitest';
import { runningCampaigns } from '../../src/campaigns/running-campaigns.ts';
import { addDays, type Day, formatDay } from '../../src/kernel/time.ts';
import { actorOf } from '../../src/people/actor.ts';
import { type Login, personId, staffOf } from '../../src/sandbox/sample/people.ts';
import { docxWords } from '../support/docx.ts';
import type { World } from '../support/world.ts';
import {
  campaignRow,
  fillsEssentials,
  opensFromList,
  organising,
  postsIn,
  submits,
  TEXTS,
} from './support/campaigns.ts';
import { cellsAfter } from './support/papers.ts';
import { at, goTo, openStage } from './support/places.ts';
import { hears, SOON } from './support/watching.ts';

// Three months of collection in eight units: two of them late with their pledges and figures, a check with something to
// mend, a mid-term review, a tie at the top, commendations that go on.

const SECRETARY = 'ha.nguyen';
const DIRECTOR = 'hung.le';
const CHECKER = 'yen.luu';
const STAFF = 'lan.tran';
const NAME = 'Nước rút thu quý IV';
const UNITS = [
  ['Phòng Quản lý thu – Sổ, thẻ', 'khanh.phan'],
  ['Phòng Chế độ BHXH', 'huong.dang'],
  ['Phòng Giám định BHYT', 'long.duong'],
  ['Phòng Truyền thông', 'viet.kieu'],
  ['BHXH cơ sở Bến Lội', 'binh.nguyen'],
  ['BHXH cơ sở Đồi Sim', 'loan.pham'],
  ['BHXH cơ sở Cồn Gió', 'phuc.dang'],
  ['BHXH cơ sở Cầu Trắng', 'thao.dinh'],
] as const satisfies readonly (readonly [string, Login])[];
const LATE = [UNITS[6], UNITS[7]];
const IN_TIME = UNITS.slice(0, 6);
// The world begins on Wednesday 11/11/2026.
const PLEDGE_BY = '2026-11-20';
const CHECK_DAY = '2026-12-16';
const MIDTERM = '2026-12-28';
const DAYS = 92;
const ENDS = '2027-02-10';
const FINAL = '2027-02-24';
const INDICATOR = 'Số thu';
const FIELD = `${INDICATOR} (triệu đồng)`;

let world: World;
beforeAll(async () => {
  world = await openStage();
});
afterAll(() => world.close());

const who = (login: Login) => at(world, login);
const actor = async (login: Login) => {
  const found = await actorOf(world.deps, personId(login));
  if (!found) throw new Error(login);
  return found;
};

/** Opens what one button of the campaign in the list opens. */
async function opens(login: Login, button: string, title: string) {
  return opensFromList(world, login, { name: NAME, button, title });
}

async function enters(login: Login, value: string, day: Day): Promise<void> {
  const head = await opens(login, 'Bảng xếp hạng', 'Bảng xếp hạng');
  await head.clicks('Nhập số liệu', { in: 'modal' });
  await head.waitsForModal('Nhập số liệu');
  await head.fills({ 'Lũy kế đến hết ngày': day, [FIELD]: value });
  expect(await head.submits()).toBe('updated');
  await head.sees('Đã ghi 1 số liệu', { in: 'modal' });
  await head.closesModal({ all: true });
}

/** The newest file that the workspace holds, read back. */
async function newestReport(login: Login, act: () => Promise<unknown>): Promise<string[]> {
  const { files } = world.workspace.core.state;
  const before = files.size;
  await act();
  await expect.poll(() => files.size).toBeGreaterThan(before);
  await who(login).sees('dự thảo báo cáo', SOON);
  who(login).seesNot('Asia/');
  return docxWords(Buffer.from([...files.values()].at(-1)?.contentBase64 ?? '', 'base64'));
}

const FINDINGS = {
  'Kết quả nổi bật': 'Thu đạt 104,31% kế hoạch quý.',
  'Hạn chế, nguyên nhân': 'Hai đơn vị chậm báo cáo do thiếu người.',
  'Bài học kinh nghiệm': 'Giao chỉ tiêu từng tháng, kiểm tra sớm.',
};

test('the sprint is planned for eight units and launched', async () => {
  const author = who(SECRETARY);
  await author.types('/phongtrao', { in: '#thi-dua' });
  await author.waitsForModal('Phong trào thi đua');
  await fillsEssentials(world, SECRETARY, {
    ...{ name: NAME, audience: 'Tập thể', days: DAYS },
    scope: UNITS.map(([name]) => name),
  });
  expect(await author.submits()).toBe('updated');
  await author.sees('Bước 2/3', { in: 'modal' });
  await author.fills(TEXTS);
  expect(await author.submits()).toBe('updated');
  await author.sees('Bước 3/3', { in: 'modal' });
  await author.fills({
    ...organising(world),
    'Ngày kiểm tra': formatDay(CHECK_DAY),
    'Ngày sơ kết': MIDTERM,
    'Ngày tổng kết': FINAL,
    'Hạn đơn vị đăng ký giao ước': PLEDGE_BY,
    'Kỳ nhập số liệu': 'Hằng tháng',
  });
  expect(await author.submits()).toBe('closed');
  await author.sees('Bản xem trước, chỉ anh/chị thấy', SOON);
  await submits(world, SECRETARY, NAME);
  await who(DIRECTOR).clicks('Duyệt và phát động', { in: NAME });
  await author.sees(`“${NAME}” đã phát động lúc`, SOON);

  await opens(SECRETARY, 'Bảng xếp hạng', 'Bảng xếp hạng');
  await author.clicks('Chỉ tiêu', { in: 'modal' });
  await author.waitsForModal('Chỉ tiêu');
  await author.clicks('Thêm chỉ tiêu', { in: 'modal' });
  await author.sees('Tên chỉ tiêu', { in: 'modal' });
  await author.fills({
    'Tên chỉ tiêu': INDICATOR,
    'Đơn vị tính': 'triệu đồng',
    'Mức giao chung': '1.000',
    'Trọng số': '100',
  });
  expect(await author.submits()).toBe('closed');
  await author.closesModal({ all: true });
});

test('six units pledge in time; the two that do not are urged, and the director is told of who stays late', async () => {
  for (const [, login] of IN_TIME) {
    const head = who(login);
    await head.sees(NAME, { in: '#thi-dua', ...SOON });
    await head.clicks('Hưởng ứng', { in: '#thi-dua' });
    await head.waitsForModal('Hưởng ứng phong trào');
    await head.fills({ 'Chỉ tiêu giao ước': '1.000 triệu đồng' });
    expect(await head.submits()).toBe('updated');
    await head.closesModal({ all: true });
  }
  await goTo(world, '2026-11-23', '08:00');
  for (const [name, login] of LATE)
    await who(login).sees(`${name}: chưa đăng ký giao ước (hạn ${formatDay(PLEDGE_BY)})`, SOON);
  for (const [, login] of IN_TIME) who(login).seesNot('Đôn đốc phong trào thi đua');

  const [, first] = UNITS[6];
  await who(first).clicks('Đăng ký giao ước', { in: 'Đôn đốc phong trào' });
  await who(first).waitsForModal('Hưởng ứng phong trào');
  await who(first).fills({ 'Chỉ tiêu giao ước': '900 triệu đồng' });
  expect(await who(first).submits()).toBe('updated');
  await who(first).closesModal({ all: true });
  await goTo(world, '2026-12-01', '08:30');
  await who(DIRECTOR).sees('Phong trào thi đua: 1 đơn vị vẫn chậm sau khi được đôn đốc', SOON);
  await who(DIRECTOR).sees(LATE[1]?.[0] ?? '');
});

test('figures come month by month; who has none is urged again', async () => {
  await goTo(world, '2026-12-02', '09:00');
  for (const [place, [, login]] of UNITS.slice(0, 7).entries())
    await enters(login, String(300 + place * 10), '2026-11-30');
  await goTo(world, '2026-12-10', '08:00');
  const [late, login] = LATE[1] ?? ['', STAFF];
  await who(login).sees(
    `${late}: chưa có đủ số liệu đến hết ngày ${formatDay('2026-11-30')}`,
    SOON,
  );
});

test('a check finds what is to be mended, and the unit mends it', async () => {
  const director = await opens(DIRECTOR, 'Kiểm tra', 'Kiểm tra');
  await director.clicks('Xem', { in: 'modal' });
  await director.waitsForModal('Đợt kiểm tra');
  await director.clicks('Phân công', { in: 'modal' });
  await director.waitsForModal('Phân công');
  const [unit, head] = LATE[1] ?? ['', STAFF];
  await director.fills({ 'Người kiểm tra': [staffOf(CHECKER).name], 'Đơn vị': [unit] });
  expect(await director.submits()).toBe('closed');
  await director.closesModal({ all: true });

  await goTo(world, CHECK_DAY, '08:00');
  const checker = who(CHECKER);
  await checker.sees(`Hôm nay anh/chị kiểm tra phong trào “${NAME}”`, SOON);
  await checker.clicks('Xem', { in: 'Hôm nay anh/chị kiểm tra' });
  await checker.waitsForModal('Đợt kiểm tra');
  await checker.clicks('Ghi kết quả', { in: 'modal' });
  await checker.waitsForModal('Ghi kết quả');
  await checker.fills({
    'Tồn tại, hạn chế': 'Chưa có số liệu tháng 11',
    'Việc cần khắc phục': 'Báo cáo đủ số liệu',
    'Khắc phục xong đến hết ngày': addDays(CHECK_DAY, 5),
  });
  expect(await checker.submits()).toBe('closed');
  await checker.closesModal({ all: true });
  await who(head).sees(`Kết quả kiểm tra ${unit} ngày ${formatDay(CHECK_DAY)}`, SOON);
  await enters(head, '250', '2026-11-30');
  await who(head).clicks('Báo khắc phục', { in: 'Kết quả kiểm tra' });
  await who(head).waitsForModal('Báo khắc phục');
  await who(head).fills({ 'Việc đã làm': 'Đã nhập số liệu tháng 11' });
  expect(await who(head).submits()).toBe('updated');
  await who(head).closesModal({ all: true });
  await checker.sees('báo đã khắc phục', SOON);
  await checker.clicks('Chấp nhận', { in: 'Đã nhập số liệu tháng 11' });
  await checker.sees('Đã chấp nhận khắc phục.', { in: 'modal' });
  await checker.closesModal({ all: true });
});

test('the mid-term review is told before its day; others may not write it, and only the director finishes', async () => {
  await goTo(world, addDays(MIDTERM, -4), '08:30');
  const author = who(SECRETARY);
  await author.sees(`Sắp đến ngày sơ kết phong trào`, SOON);
  await goTo(world, MIDTERM, '08:00');
  await author.sees('Hôm nay là ngày sơ kết phong trào', SOON);
  await author.clicks('Sơ kết', { in: 'Hôm nay là ngày sơ kết' });
  await author.waitsForModal('Sơ kết');
  await author.sees('Chưa soạn nội dung.', { in: 'modal' });
  author.seesNot('Hoàn thành sơ kết', { in: 'modal' });
  await author.clicks('Soạn nội dung', { in: 'modal' });
  await author.sees('Kết quả nổi bật', { in: 'modal' });
  await author.fills({ ...FINDINGS, 'Ngày tổ chức': addDays(MIDTERM, 1) });
  expect(await author.submits()).toBe('errors');
  expect(author.errors()).toEqual({ 'Ngày tổ chức': 'Ngày này chưa đến.' });
  await author.fills({ 'Ngày tổ chức': MIDTERM });
  expect(await author.submits()).toBe('closed');
  await author.sees(FINDINGS['Hạn chế, nguyên nhân'], { in: 'modal' });
  author.seesNot('Hoàn thành sơ kết', { in: 'modal' });
  const report = await newestReport(SECRETARY, () =>
    author.clicks('Dự thảo báo cáo (.docx)', { in: 'modal' }),
  );
  expect(report).toContain(`Sơ kết phong trào thi đua “${NAME}”`);
  expect(report).not.toContain('V. ĐỀ NGHỊ KHEN THƯỞNG');
  await author.closesModal({ all: true });

  const director = await opens(DIRECTOR, 'Sơ kết', 'Sơ kết');
  await director.clicks('Hoàn thành sơ kết', { in: 'modal' });
  await director.sees('Đã hoàn thành sơ kết, đăng kết quả vào 1 kênh.', { in: 'modal', ...SOON });
  await director.closesModal({ all: true });
  await who(STAFF).sees(FINDINGS['Kết quả nổi bật'], { in: '#thi-dua', ...SOON });
  await who(STAFF).sees(`Phong trào tiếp tục đến hết ngày ${formatDay(ENDS)}.`, { in: '#thi-dua' });
  // It is offered no more: what is finished is read only.
  const { shown } = await runningCampaigns(world.deps, await actor(SECRETARY), 10);
  expect(shown).toMatchObject([{ stage: 'running', reviews: [] }]);
  await author.clicks('Sơ kết', { in: 'Hôm nay là ngày sơ kết' });
  await author.sees('Lê Quang Hùng hoàn thành lúc', { in: 'modal' });
  author.seesNot('Soạn nội dung', { in: 'modal' });
  await author.closesModal({ all: true });
  expect((await campaignRow(world, NAME)).state).toBe('published');
});

test('the last figures make a tie at the top, shown in the ranking', async () => {
  await goTo(world, ENDS, '15:00');
  const values = ['1.000', '1.000', '980', '950', '900', '850', '800', '700'];
  for (const [place, [, login]] of UNITS.entries()) await enters(login, values[place] ?? '', ENDS);
  const staff = await opens(STAFF, 'Bảng xếp hạng', 'Bảng xếp hạng');
  const ranking = staff.modalText();
  expect(ranking).toMatch(/1\. Phòng Chế độ BHXH: 100,00 điểm \(đồng hạng\)/);
  expect(ranking).toMatch(/1\. Phòng Quản lý thu – Sổ, thẻ: 100,00 điểm \(đồng hạng\)/);
  expect(ranking).toMatch(/3\. Phòng Giám định BHYT: 98,00 điểm/);
  await staff.closesModal({ all: true });
});

test('the final review waits for the end, proposes commendations and thanks everybody once', async () => {
  const { id: campaignId } = await campaignRow(world, NAME);
  await goTo(world, addDays(ENDS, 1), '08:30');
  await expect.poll(async () => (await campaignRow(world, NAME)).state).toBe('closed');
  const author = await opens(SECRETARY, 'Tổng kết', 'Tổng kết');
  await author.clicks('Soạn nội dung', { in: 'modal' });
  await author.sees('Kết quả nổi bật', { in: 'modal' });
  await author.fills({ ...FINDINGS, 'Ngày tổ chức': addDays(ENDS, -1) });
  expect(await author.submits()).toBe('errors');
  expect(author.errors()).toEqual({ 'Ngày tổ chức': expect.stringContaining(formatDay(ENDS)) });
  await author.fills({ 'Ngày tổ chức': addDays(ENDS, 1) });
  world.workspace.faults.duplicateNextEnvelope();
  expect(await author.submits()).toBe('closed');
  await author.sees(FINDINGS['Kết quả nổi bật'], { in: 'modal' });

  for (const [unit] of UNITS.slice(0, 2)) {
    await author.clicks('Thêm đề nghị khen thưởng', { in: 'modal' });
    await author.waitsForModal('Đề nghị khen thưởng');
    expect(await author.submits()).toBe('errors');
    await author.fills({
      'Tập thể': unit,
      'Thành tích': 'Hoàn thành 100% chỉ tiêu, đồng hạng nhất',
    });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await author.submits()).toBe('closed');
  }
  await author.sees('Đề nghị khen thưởng: 2', { in: 'modal' });
  await author.clicks('Thêm đề nghị khen thưởng', { in: 'modal' });
  await author.waitsForModal('Đề nghị khen thưởng');
  await author.fills({ 'Hoặc cá nhân': staffOf(SECRETARY).name, 'Thành tích': 'Tự đề nghị' });
  expect(await author.submits()).toBe('errors');
  expect(author.errors()).toEqual({
    'Hoặc cá nhân': 'Không ai đề nghị khen thưởng cho chính mình.',
  });
  await author.fills({ 'Hoặc cá nhân': staffOf(STAFF).name, 'Thành tích': 'Thu nợ 15 đơn vị' });
  expect(await author.submits()).toBe('closed');
  await author.sees('Đề nghị khen thưởng: 3', { in: 'modal' });

  const report = await newestReport(SECRETARY, () =>
    author.clicks('Dự thảo báo cáo (.docx)', { in: 'modal' }),
  );
  expect(report).toContain(`Tổng kết phong trào thi đua “${NAME}”`);
  expect(cellsAfter(report, '1 (bằng điểm)', 2)).toEqual(['Phòng Chế độ BHXH', '100,00']);
  expect(report).toContain('Điểm cộng, trừ');
  for (const text of Object.values(FINDINGS)) expect(report).toContain(text);
  expect(report).toContain('Thu nợ 15 đơn vị');
  expect(report.join('\n')).toContain('Số đơn vị được đôn đốc: 8/8, báo cấp trên 1');
  expect(report.join('\n')).toContain('đã khắc phục 1/1');
  await author.closesModal({ all: true });

  const director = await opens(DIRECTOR, 'Tổng kết', 'Tổng kết');
  await hears(who(SECRETARY), 'đề nghị khen thưởng 3 tập thể, cá nhân', async () => {
    await director.clicks('Hoàn thành tổng kết', { in: 'modal' });
    await director.sees('chuyển 3 đề nghị khen thưởng đến thư ký thi đua', {
      in: 'modal',
      ...SOON,
    });
  });
  await director.closesModal({ all: true });
  await who(STAFF).sees('trân trọng cảm ơn 7 tập thể đã hưởng ứng', { in: '#thi-dua', ...SOON });
  await who(STAFF).sees('1. Phòng Chế độ BHXH: 100,00 điểm (đồng hạng)', { in: '#thi-dua' });
  expect(postsIn(world, '#thi-dua', 'Tổng kết phong trào')).toBe(1);
  expect(await campaignRow(world, NAME)).toMatchObject({ state: 'reviewed' });
  const kinds = await world.deps.db.auditEvent.groupBy({
    by: ['kind'],
    where: { subjectId: campaignId },
    _count: true,
  });
  const counts = Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count]));
  expect(counts).toMatchObject({
    'campaign.pledged': 7,
    'campaign.closed': 1,
    'campaign.review_written': 2,
    'campaign.review_finished': 2,
    'campaign.reward_proposed': 3,
  });
  for (const [, login] of UNITS)
    expect(who(login).everything(), login).not.toMatch(/undefined|null|NaN|\[object/);
});
