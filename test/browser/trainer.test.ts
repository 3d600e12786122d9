import { expect, test } from 'vitest';
import { launches } from './support/campaigns.ts';
import { dayFromNow } from './support/forms.ts';
import { canBePressed, fitsWidth, isReadable } from './support/looks.ts';
import { browserSetting } from './support/setting.ts';
import { NARROW, type Window } from './support/window.ts';

const { open, forgives } = browserSetting();

function panelOf(window: Window) {
  return window.page.getByRole('complementary', { name: 'Người hướng dẫn' });
}

async function opensPanel(window: Window) {
  await window.page.getByRole('button', { name: 'Người hướng dẫn' }).click();
  const panel = panelOf(window);
  await panel.getByRole('heading', { name: 'Tin ứng dụng gửi đi' }).waitFor();
  return panel;
}

test('a moved clock ends a campaign; the trainer sees what was delivered and what failed, and why', async () => {
  const name = 'Tuần lễ phục vụ';
  const trainer = await open('Kiều Hoàng Việt');
  const reader = await open('Trần Thị Lan');
  await reader.opens('thi-dua');
  // The app is not in that private channel: there the announcement fails.
  await launches(trainer, { name, days: 3, channels: ['phong-truyen-thong'] });
  await reader.message(name).getByRole('button', { name: 'Hưởng ứng' }).waitFor();

  const panel = await opensPanel(trainer);
  await isReadable(panel);
  const failed = panel.getByRole('listitem').filter({ hasText: 'Gửi hỏng' }).first();
  await failed.getByText('Thông báo phát động phong trào').waitFor();
  await failed.getByText('Gửi #phong-truyen-thong').waitFor();
  await failed.getByText('ứng dụng không thấy kênh này channel_not_found').waitFor();
  const trouble = panel.getByRole('region', { name: 'Trục trặc giữa ứng dụng và Slack' });
  await trouble.getByText('Ứng dụng gọi chat.postMessage').first().waitFor();
  await panel.getByRole('button', { name: /^Chưa gửi được/ }).click();
  await panel.getByText('Gửi #thi-dua').waitFor({ state: 'detached' });

  await panel.getByRole('textbox', { name: 'Ngày cần chuyển đến' }).fill('1/1/2020');
  await panel.getByRole('button', { name: 'Chuyển đến', exact: true }).click();
  await panel.getByText('Anh/chị chọn một lúc sau giờ hiện tại').waitFor();
  const day = await dayFromNow(trainer, 3);
  await panel.getByRole('textbox', { name: 'Ngày cần chuyển đến' }).fill(day);
  await panel.getByRole('textbox', { name: 'Giờ cần chuyển đến' }).fill('9h30');
  await panel.getByRole('button', { name: 'Chuyển đến', exact: true }).click();
  await panel.getByText('Đã chuyển đồng hồ').waitFor();
  await panel.getByText('09:30').waitFor();
  expect(await panel.getByRole('time').first().textContent()).toContain(day);
  await reader.message(`${name}” (`).getByText('đã kết thúc').waitFor();
  await panel.getByRole('button', { name: /^Tất cả/ }).click();
  const closing = panel
    .getByRole('listitem')
    .filter({ hasText: 'Thông báo kết thúc phong trào' })
    .filter({ hasText: 'Gửi #thi-dua' })
    .first();
  await closing.getByText('Đã gửi').waitFor();
  await reader.page.getByRole('button', { name: `Đồng hồ luyện tập: ${day}` }).waitFor();
});

test('the panel is worked with keys alone, and fits a telephone', async () => {
  const trainer = await open('Nguyễn Thu Hà');
  await trainer.tabsTo('button', /^Người hướng dẫn/, 'back');
  await trainer.presses('Enter');
  const panel = panelOf(trainer);
  await panel.waitFor();
  const clock = panel.getByRole('region', { name: 'Đồng hồ luyện tập' });
  const before = await dayFromNow(trainer, 1);
  await trainer.tabsTo('button', '+ 1 ngày');
  await trainer.presses('Enter');
  await clock.getByText(before).waitFor();
  await trainer.presses('Escape');
  await panel.waitFor({ state: 'detached' });

  const small = await open('Nguyễn Thu Hà', NARROW);
  await small.page.getByRole('button', { name: 'Mở danh sách kênh' }).click();
  const narrow = await opensPanel(small);
  await fitsWidth(small.page);
  await isReadable(narrow);
  await canBePressed(narrow.getByRole('button', { name: 'Làm lại từ đầu' }));
});

test('starting over asks first, then brings back the sample agency for every open window', async () => {
  // While the workspace begins anew nobody answers, and the browser says so.
  forgives(/503|ERR_|net::/);
  const trainer = await open('Nguyễn Thu Hà');
  const other = await open('Trần Thị Lan');
  await other.opens('chung');
  await other.sends('Tin trước khi làm lại');
  await other.message('Tin trước khi làm lại').waitFor();

  const panel = await opensPanel(trainer);
  await panel.getByRole('button', { name: 'Làm lại từ đầu' }).click();
  await trainer.waitsForDialog('Làm lại từ đầu');
  await trainer.dialog.getByRole('button', { name: 'Giữ nguyên' }).click();
  await trainer.waitsForNoDialog();
  expect(await other.message('Tin trước khi làm lại').count()).toBe(1);

  await panel.getByRole('button', { name: 'Làm lại từ đầu' }).click();
  await trainer.dialog.getByRole('button', { name: 'Xóa và làm lại' }).click();
  await trainer.page.getByText('Đang làm lại từ đầu').waitFor();
  await other.message('Tin trước khi làm lại').waitFor({ state: 'detached' });
  await trainer.composer.waitFor();
  const fresh = await opensPanel(trainer);
  await fresh.getByText('Đang đúng giờ thật').waitFor();
  await fresh.getByText('Gửi Đinh Phương Thảo').waitFor();
  await other.sends('/dangky');
  await other.waitsForDialog('Đăng ký danh hiệu');
  await other.presses('Escape');
  await other.waitsForNoDialog();
});
