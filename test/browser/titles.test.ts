import { expect, test } from 'vitest';
import { submits } from './support/forms.ts';
import { canBePressed, contrastOf, isReadable } from './support/looks.ts';
import { browserSetting } from './support/setting.ts';

const { open } = browserSetting();

test('one registers with the mouse, the head confirms with keys, and both see it at once', async () => {
  const lan = await open('Trần Thị Lan');
  const khanh = await open('Phan Quốc Khánh');

  await lan.sends('/dangky');
  const form = await lan.waitsForDialog('Đăng ký danh hiệu');
  await isReadable(form);
  const send = form.getByRole('button', { name: 'Gửi đăng ký' });
  await canBePressed(send);
  expect(await contrastOf(send)).toBeGreaterThan(4.5);
  await send.click();
  await form.getByText('Anh/chị cần điền mục bắt buộc này.').waitFor();
  await form.getByLabel('Chiến sĩ thi đua cơ sở (CSTĐCS)').check();
  await send.click();
  const receipt = await lan.waitsForDialog('Đã gửi đăng ký');
  await receipt.getByText('Đã thêm').waitFor();
  await isReadable(receipt);
  await receipt.getByRole('button', { name: 'Đóng' }).last().click();
  await lan.waitsForNoDialog();

  const card = khanh.message('Trần Thị Lan');
  await card.getByRole('button', { name: 'Xác nhận' }).waitFor();
  await isReadable(card);
  await khanh.tabsTo('button', 'Xác nhận', 'back');
  await khanh.presses('Enter');
  await khanh.message('Đã được Phan Quốc Khánh xác nhận').waitFor();
  await lan.message('Phan Quốc Khánh đã xác nhận đăng ký danh hiệu').waitFor();
});

test('one registers with keys alone, the head returns it with the mouse and a reason', async () => {
  const duc = await open('Vũ Anh Đức');
  const khanh = await open('Phan Quốc Khánh');

  // The message box has the focus when the page opens.
  await duc.types('/dangky');
  await duc.presses('Enter');
  await duc.waitsForDialog('Đăng ký danh hiệu');
  await duc.tabsTo('checkbox', /Lao động tiên tiến/);
  await duc.presses('Space', 'Enter');
  await duc.waitsForDialog('Đã gửi đăng ký');
  await duc.presses('Escape');
  await duc.waitsForNoDialog();
  expect(await duc.focused()).toContain('textarea');

  const card = khanh.message('Vũ Anh Đức');
  await canBePressed(card.getByRole('button', { name: 'Trả lại' }));
  await card.getByRole('button', { name: 'Trả lại' }).click();
  const reason = await khanh.waitsForDialog(/Trả lại/);
  await reason.getByRole('textbox').fill('Anh đăng ký thêm Chiến sĩ thi đua cơ sở.');
  await submits(khanh);
  await khanh.waitsForNoDialog();
  await duc.message('Anh đăng ký thêm Chiến sĩ thi đua cơ sở.').waitFor();
});
