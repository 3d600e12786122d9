import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/sandbox/driver.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { docxWords } from '../support/docx.ts';
import type { World } from '../support/world.ts';
import { COMMUNICATIONS, exemplarRow, pngOf, publishes, tells } from './support/exemplars.ts';
import { at, goTo, openStage, TRANSPORTS, todayOf } from './support/places.ts';
import { hears, SOON, timesSeen } from './support/watching.ts';

const DEED = 'Chị ấy phân luồng hồ sơ từ đầu giờ, bà Nguyễn Thị Tư không phải chờ';
const HEADLINE = 'Một cửa không còn hàng chờ';
const TEXT = 'Chị Trần Thị Lan phân luồng hồ sơ từ đầu giờ; một người dân không phải chờ.';

/** The files that the app has put into somebody's direct messages. */
function filesSentTo(world: World, login: Login) {
  const channel = at(world, login).conversation().id;
  const { botUserId } = world.workspace.core.identity;
  return [...world.workspace.core.state.files.values()].filter(
    (file) => file.channels.includes(channel) && file.userId === botUserId,
  );
}

describe.each(TRANSPORTS)('from a colleague’s praise to three units, over %s', (transport) => {
  let world: World;
  let lan: Actor;
  let reporter: Actor;
  let editor: Actor;
  let number: string;
  beforeAll(async () => {
    world = await openStage(transport);
    lan = at(world, 'lan.tran');
    reporter = at(world, 'anh.trinh');
    editor = at(world, COMMUNICATIONS);
    await at(world, 'thanh.mai').types(`<@${lan.id}> ${DEED}`, { in: '#thi-dua' });
  });
  afterAll(() => world.close());

  test('the words of a message and whom it mentions become a report in three steps', async () => {
    await reporter.usesMessageShortcut('Tuyên dương', DEED);
    await reporter.waitsForModal('Tuyên dương (1/3)');
    await reporter.sees('Tin nhắn đã thành phần việc làm cụ thể', { in: 'modal' });
    await tells(world, reporter, {
      deed: DEED,
      model: true,
      citizens: 'Nguyễn Thị Tư',
      files: [{ name: 'quay.png', content: pngOf(1200, 800) }],
    });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await reporter.submits()).toBe('updated');
    await reporter.sees('Trần Thị Lan (Phòng Quản lý thu', { in: 'modal' });
    await reporter.closesModal({ all: true });
    const row = await exemplarRow(world, DEED);
    number = row.number;
    expect(row).toMatchObject({ state: 'waiting', kind: 'advanced_model' });
    expect(row.subjects).toMatchObject([{ personId: personId('lan.tran'), directWorker: true }]);
    await reporter.sees('Đã nhận: quay.png', SOON);

    // Chosen again, the message leads to what it became.
    await reporter.usesMessageShortcut('Tuyên dương', DEED);
    await reporter.waitsForModal('Gương tốt');
    await reporter.closesModal({ all: true });
    expect(await world.deps.db.exemplar.count({ where: { deed: DEED } })).toBe(1);
  });

  test('nobody else reads it before it is published', async () => {
    const other = at(world, 'nga.bui');
    await hears(other, 'Không có bài tuyên dương này', () => other.types(`/tuyenduong ${number}`));
    await hears(other, 'Không có bài đã đăng nào', () =>
      other.types('/tuyenduong tìm tran thi lan'),
    );
    other.seesNot('Nguyễn Thị Tư không phải chờ', { in: '#chung' });
    expect(other.messages()).not.toContain('bà Nguyễn Thị Tư');
  });

  test('who is praised agrees, the head endorses, communications hear of it once', async () => {
    const head = at(world, 'khanh.phan');
    await head.opensHome();
    expect(head.home()).toContain('1 gương tốt chờ anh/chị xác nhận');
    await lan.clicks('Đồng ý, cả báo chí', { in: 'Anh/chị được đề nghị tuyên dương', ...SOON });
    await lan.sees('đồng ý công bố trong cơ quan và trên báo chí lúc', SOON);
    expect(timesSeen(editor, 'Gương tốt chờ biên tập')).toBe(0);
    world.workspace.faults.duplicateNextEnvelope();
    await head.clicks('Xác nhận', { in: 'Xác nhận gương tốt của đơn vị', ...SOON });
    await head.sees('Phan Quốc Khánh đã xác nhận lúc', SOON);
    await editor.sees('Gương tốt chờ biên tập', SOON);
    expect(timesSeen(editor, 'Gương tốt chờ biên tập')).toBe(1);
  });

  test('a citizen is not named without a record; the preview is what the channels see', async () => {
    await editor.clicks('Biên tập, đăng', { in: 'Gương tốt chờ biên tập' });
    await editor.waitsForModal('Biên tập bài');
    await editor.fills({ 'Tiêu đề': HEADLINE, 'Đăng ở kênh': ['#thi-dua', '#chung'] });
    // The draft has the reporter's words, and in them the citizen's name.
    expect(await editor.submits()).toBe('errors');
    expect(editor.errors()).toEqual({
      'Nội dung bài': expect.stringContaining('Bài nêu tên người dân: Nguyễn Thị Tư'),
    });
    await editor.closesModal({ all: true });
    await publishes(world, { headline: HEADLINE, text: TEXT, channels: ['#thi-dua', '#chung'] });
    await reporter.sees(`Đã đăng bài tuyên dương`, SOON);
    await at(world, 'nga.bui').sees(TEXT, { in: '#chung' });
  });

  test('colleagues congratulate once each; the count stands on the post', async () => {
    for (const login of ['nga.bui', 'duc.vu', 'linh.cao'] as const) {
      const person = at(world, login);
      await hears(person, 'Anh/chị đã chúc mừng. Cảm ơn', () =>
        person.clicks('Chúc mừng', { in: '#thi-dua' }),
      );
    }
    await lan.sees('3 người chúc mừng', { in: '#thi-dua', ...SOON });
    await lan.sees('3 người chúc mừng', { in: '#chung', ...SOON });
  });

  test('heads of three units copy it; the post names them and who is praised hears', async () => {
    for (const [login, unit] of [
      ['huong.dang', 'Phòng Chế độ BHXH'],
      ['loan.pham', 'BHXH cơ sở Đồi Sim'],
      ['phuc.dang', 'BHXH cơ sở Cồn Gió'],
    ] as const) {
      const head = at(world, login);
      await head.clicks('Học tập, áp dụng', { in: '#thi-dua' });
      await head.waitsForModal('Học tập, áp dụng');
      await head.fills({ 'Áp dụng như thế nào': `Làm theo ở ${unit}` });
      world.workspace.faults.duplicateNextEnvelope();
      expect(await head.submits()).toBe('updated');
      await head.closesModal({ all: true });
      await lan.sees(`${unit} học tập, áp dụng ${number}`, SOON);
    }
    await lan.sees('3 đơn vị học tập: Phòng Chế độ BHXH, BHXH cơ sở Đồi Sim, BHXH cơ sở Cồn Gió', {
      in: '#thi-dua',
      ...SOON,
    });
    const { id } = await exemplarRow(world, DEED);
    const copied = { where: { exemplarId: id } };
    expect(await world.deps.db.exemplarApplication.count(copied)).toBe(3);
  });

  test('the press pack has the published words and the picture, and no word of the report', async () => {
    await editor.types(`/tuyenduong ${number}`);
    await editor.waitsForModal('Gương tốt');
    await editor.clicks('Tài liệu cho báo chí', { in: 'modal' });
    await editor.sees(`tai-lieu-bao-chi-${number.toLowerCase()}.docx`, SOON);
    await editor.closesModal({ all: true });
    const file = filesSentTo(world, COMMUNICATIONS).find(({ name }) => name.endsWith('.docx'));
    const content = Buffer.from(file?.contentBase64 ?? '', 'base64');
    const words = (await docxWords(content)).join(' ');
    expect(words).toContain(TEXT);
    expect(words).toContain('Trần Thị Lan, Chuyên viên quản lý thu');
    expect(words).not.toContain('Nguyễn Thị Tư');
    const zip = await JSZip.loadAsync(content);
    expect(
      Object.keys(zip.files).filter((path) => /^word\/media\/.+\.png$/.test(path)),
    ).toHaveLength(1);
  });

  test('a commendation is proposed by the simplified procedure and taken in hand', async () => {
    const head = at(world, 'khanh.phan');
    await head.types(`/tuyenduong ${number}`);
    await head.waitsForModal('Gương tốt');
    await head.clicks('Đề nghị khen thưởng', { in: 'modal' });
    await head.waitsForModal('Đề nghị khen thưởng');
    await head.fills({ 'Hình thức': 'Giấy khen', 'Trường hợp': 'Người đứng đầu phát hiện' });
    expect(await head.submits()).toBe('updated');
    await head.closesModal({ all: true });
    const secretary = at(world, 'ha.nguyen');
    await secretary.sees('Đề nghị khen thưởng đột xuất', SOON);
    await secretary.opensHome();
    expect(secretary.home()).toContain('1 đề nghị khen thưởng đột xuất chờ tiếp nhận');
    await secretary.clicks('Tiếp nhận', { in: 'Đề nghị khen thưởng đột xuất' });
    await head.sees('Đề nghị Giấy khen cho Trần Thị Lan: thư ký đã tiếp nhận', SOON);
  });

  test('it is found without accents, with the share of direct workers for communications', async () => {
    const other = at(world, 'nga.bui');
    await hears(other, `${number} – ${HEADLINE}`, () =>
      other.types('/tuyenduong tim quan ly thu lan'),
    );
    await hears(editor, 'Người lao động trực tiếp: 3/3 người được tuyên dương (100%)', () =>
      editor.types('/tuyenduong danh sách'),
    );
    expect(timesSeen(other, 'Người lao động trực tiếp')).toBe(0);
  });

  test('the digest of the month stands in each channel once, in working hours', async () => {
    await goTo(world, '2026-12-01', '07:59');
    expect(await world.deps.db.exemplarDigest.count()).toBe(0);
    await goTo(world, '2026-12-01', '08:00');
    for (const channel of ['#thi-dua', '#chung']) {
      await lan.sees('Gương tốt tháng 11/2026', { in: channel, ...SOON });
      await lan.sees(`${HEADLINE} (${number})`, { in: channel });
      await lan.sees('3 người chúc mừng · 3 đơn vị học tập', { in: channel });
    }
    await goTo(world, '2026-12-02', '08:00');
    expect(await world.deps.db.exemplarDigest.count()).toBe(2);
  });

  test('after some months a unit is asked what came of it, and reports', async () => {
    const day = addDays(todayOf(world), 75);
    await goTo(world, day, '09:00');
    const head = at(world, 'loan.pham');
    await head.sees('1 điển hình đơn vị đang học tập chờ báo cáo kết quả', SOON);
    await head.clicks('Xem', { in: 'chờ báo cáo kết quả' });
    await head.waitsForModal('Học tập điển hình');
    await head.clicks('Báo cáo kết quả', { in: 'modal' });
    await head.waitsForModal('Báo cáo kết quả');
    await head.fills({
      'Kết quả sau khi áp dụng': 'Không còn hàng chờ',
      'Số lượt người được phục vụ': '1,5',
      'Số giờ làm việc tiết kiệm': '0',
    });
    expect(await head.submits()).toBe('errors');
    await head.fills({ 'Số lượt người được phục vụ': '1.200' });
    expect(await head.submits()).toBe('updated');
    await head.sees('1.200 lượt người được phục vụ, tiết kiệm 0 giờ', { in: 'modal' });
    await head.closesModal({ all: true });
    await hears(head, 'đã báo cáo', () => head.types('/tuyenduong áp dụng'));
  });

  test('consent that is taken back takes the posts and the digests down in place', async () => {
    await lan.clicks('Rút đồng ý', { in: 'Anh/chị được đề nghị tuyên dương' });
    for (const channel of ['#thi-dua', '#chung']) {
      await lan.sees(`Bài tuyên dương ${number} đã được gỡ`, { in: channel, ...SOON });
      await expect.poll(() => lan.messages(channel)).not.toContain(HEADLINE);
    }
    await editor.sees('đã được gỡ', SOON);
    const other = at(world, 'nga.bui');
    await hears(other, 'Không có bài tuyên dương này', () => other.types(`/tuyenduong ${number}`));
    const row = await exemplarRow(world, DEED);
    expect(row).toMatchObject({ state: 'withdrawn', closeReason: 'no_consent' });
  });
});
