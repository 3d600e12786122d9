import { expect, test } from 'vitest';
import { launches } from './support/campaigns.ts';
import { dayFromNow, picksByKeys } from './support/forms.ts';
import { canBePressed, fitsWidth, isReadable } from './support/looks.ts';
import { browserSetting } from './support/setting.ts';
import { NARROW } from './support/window.ts';

const { open } = browserSetting();

test('a campaign launched with the mouse; who joins by mouse or keys is counted in every window', async () => {
  const name = 'Nước rút quý IV';
  const director = await open('Lê Quang Hùng');
  const lan = await open('Trần Thị Lan', NARROW);
  const khanh = await open('Phan Quốc Khánh');
  // A message that comes while another conversation is open is counted in the sidebar.
  await khanh.opens('thi-dua');
  await khanh.opens('Thi Đua');
  await launches(director, { name, days: 20 });
  await khanh.page.getByRole('button', { name: 'thi-dua 1 tin chưa đọc' }).waitFor();
  await khanh.opens('thi-dua');
  await khanh.page.getByRole('button', { name: 'thi-dua', exact: true }).waitFor();

  await lan.page.getByRole('button', { name: 'Mở danh sách kênh' }).click();
  await lan.opens('thi-dua');
  const small = lan.card(name);
  await small.getByText('0 cá nhân và 0 tập thể đã hưởng ứng').waitFor();
  await fitsWidth(lan.page);
  await isReadable(small);
  const join = small.getByRole('button', { name: 'Hưởng ứng' });
  await canBePressed(join);
  await join.click();
  await lan.dialog.getByRole('button', { name: 'Hưởng ứng' }).click();
  await lan.dialog.getByText('Đã ghi nhận anh/chị hưởng ứng').waitFor();
  await lan.presses('Escape');
  await lan.waitsForNoDialog();

  const announcement = khanh.card(name);
  await announcement.getByText('1 cá nhân').waitFor();
  await isReadable(announcement);
  await khanh.tabsTo('button', 'Hưởng ứng', 'back');
  await khanh.presses('Enter');
  // A head is asked for whom.
  await khanh.waitsForDialog(/Hưởng ứng/);
  await khanh.dialog.getByLabel(/Phòng Quản lý thu/).check();
  await khanh.tabsTo('textbox', /Chỉ tiêu giao ước/);
  await khanh.types('50 người mới');
  await khanh.tabsTo('button', 'Hưởng ứng');
  await khanh.presses('Enter');
  await khanh.dialog.getByText('Đã ghi nhận Phòng Quản lý thu').waitFor();
  await khanh.presses('Escape');
  await khanh.waitsForNoDialog();
  await small.getByText('1 tập thể').waitFor();
  expect(await announcement.textContent()).toContain('1 cá nhân và 1 tập thể đã hưởng ứng');
});

test('a campaign is written and launched with keys alone', async () => {
  const name = 'Chuyển đổi số toàn ngành';
  const author = await open('Lê Quang Hùng');
  const reader = await open('Vũ Anh Đức');
  await reader.opens('chung');

  await author.presses('Control+k');
  await author.types('chung');
  await author.presses('Enter');
  await author.page.getByRole('heading', { level: 1, name: 'chung' }).waitFor();
  await author.types('/phongtrao ');
  await author.presses('Enter');
  await author.waitsForDialog('Phong trào thi đua');
  await author.tabsTo('textbox', 'Tên phong trào');
  await author.types(name);
  await author.tabsTo('button', 'Loại');
  await picksByKeys(author, 'thường xuyên');
  await author.tabsTo('button', 'Đối tượng');
  await picksByKeys(author, 'tập thể và cá nhân');
  // From the calendar: the day that is marked is today.
  await author.tabsTo('button', 'Mở lịch: Từ ngày');
  await author.presses('Enter');
  await author.page.locator('.calendar [aria-current=date]:focus').waitFor();
  await author.presses('Enter');
  await author.tabsTo('textbox', 'Đến hết ngày');
  await author.types(await dayFromNow(author, 30));
  await author.presses('Enter');
  await author.dialog.getByText('Bước 2/3').waitFor();
  for (const [label, text] of [
    ['Căn cứ', 'Kế hoạch số 46/KH-BHXH'],
    ['Mục tiêu', 'Mọi hồ sơ nộp qua mạng'],
    ['Nội dung', 'Hướng dẫn tại bộ phận một cửa'],
    ['Biện pháp', 'Mỗi tổ cử một người trực'],
    ['Tiêu chí', 'Tỷ lệ hồ sơ qua mạng: 100 điểm'],
  ] as const) {
    await author.tabsTo('textbox', label);
    await author.types(text);
  }
  await author.tabsTo('button', 'Tiếp tục');
  await author.presses('Enter');
  await author.dialog.getByText('Bước 3/3').waitFor();
  for (const [label, text] of [
    ['Ngày kiểm tra', await dayFromNow(author, 7)],
    ['Hình thức khen thưởng', 'Giấy khen của Giám đốc'],
    ['Số giải', '3'],
    ['Kinh phí (đồng)', '0'],
  ] as const) {
    await author.tabsTo('textbox', label);
    await author.types(text);
  }
  await author.tabsTo('button', 'Xem trước');
  await author.presses('Enter');
  await author.waitsForNoDialog();
  await author.presses('Control+k');
  await author.types('Thi Đua');
  await author.presses('Enter');
  await author.message(name).waitFor();
  await author.tabsTo('button', 'Phát động', 'back');
  await author.presses('Enter');
  await author.waitsForDialog('Phát động phong trào');
  await author.tabsTo('button', 'Phát động');
  await author.presses('Enter');
  await reader.message(name).getByRole('button', { name: 'Hưởng ứng' }).waitFor();
});
