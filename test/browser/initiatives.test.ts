import { expect, test } from 'vitest';
import { dayFromNow, picksByKeys } from './support/forms.ts';
import { canBePressed, isReadable } from './support/looks.ts';
import { browserSetting } from './support/setting.ts';

const { open } = browserSetting();

test('one hands in an initiative with keys alone; the secretary opens its file with the mouse', async () => {
  const lan = await open('Trần Thị Lan');
  const secretary = await open('Nguyễn Thu Hà');

  // The command is chosen from the suggestions: "/sang", Tab, Enter.
  await lan.types('/sang');
  await lan.page.getByRole('listbox', { name: 'Gợi ý' }).waitFor();
  await lan.presses('Tab', 'Enter');
  const first = await lan.waitsForDialog('Nộp sáng kiến (1/3)');
  await isReadable(first);
  await lan.types('Đối chiếu nhanh số phải thu');
  await lan.tabsTo('button', 'Tác giả, đồng tác giả');
  await picksByKeys(lan, 'Vu Anh Duc');
  await lan.tabsTo('button', 'Loại giải pháp');
  await picksByKeys(lan, 'tác nghiệp');
  await lan.tabsTo('textbox', 'Ngày áp dụng lần đầu hoặc áp dụng thử');
  await lan.types(await dayFromNow(lan, -30));
  await lan.tabsTo('textbox', 'Lĩnh vực và vấn đề được giải quyết');
  await lan.types('Quản lý thu; giảm thời gian đối chiếu');
  await lan.tabsTo('button', 'Tiếp tục');
  await lan.presses('Enter');

  const second = await lan.waitsForDialog('Nộp sáng kiến (2/3)');
  await isReadable(second);
  await lan.tabsTo('textbox', /Tỷ lệ đóng góp .* Trần Thị Lan/);
  await lan.presses('Control+a');
  await lan.types('60');
  await lan.tabsTo('textbox', /Tỷ lệ đóng góp .* Vũ Anh Đức/);
  await lan.types('30');
  await lan.tabsTo('textbox', 'Tình trạng trước khi có sáng kiến');
  await lan.types('Đối chiếu bằng tay, mất hai ngày.');
  await lan.tabsTo('textbox', 'Bản chất của giải pháp');
  await lan.types('Ghép hai bảng kê theo mã đơn vị.');
  await lan.tabsTo('textbox', /Lợi ích thu được, theo ý kiến tác giả/);
  await lan.types('Giảm từ hai ngày còn hai giờ.');
  await lan.presses('Enter');
  // Enter in a field of several lines is a new line; the button sends.
  await lan.tabsTo('button', 'Tiếp tục');
  await lan.presses('Enter');
  await second.getByText('Tổng tỷ lệ là 90%, còn thiếu 10%').waitFor();
  // The field with the error has the focus: it is mended at once.
  await lan.presses('Control+a');
  await lan.types('40');
  await lan.tabsTo('button', 'Tiếp tục');
  await lan.presses('Enter');
  const third = await lan.waitsForDialog('Nộp sáng kiến (3/3)');
  await isReadable(third);
  await lan.tabsTo('button', 'Nộp sáng kiến');
  await lan.presses('Enter');
  const receipt = await lan.waitsForDialog('Đã nộp sáng kiến');
  const number = /SK-\d{4}-\d{4}/.exec((await receipt.textContent()) ?? '')?.[0];
  expect(number).toBeDefined();
  await isReadable(receipt);
  await lan.presses('Escape');
  await lan.waitsForNoDialog();
  await lan.message('Đã nhận hồ sơ sáng kiến').getByText(`${number}`).first().waitFor();

  const card = secretary.message(`${number}`);
  await card.waitFor();
  const openFile = card.getByRole('button', { name: 'Xem hồ sơ' });
  await canBePressed(openFile);
  await openFile.click();
  const file = await secretary.waitsForDialog(/Hồ sơ sáng kiến/);
  await file.getByText('Ghép hai bảng kê theo mã đơn vị.').waitFor();
  await isReadable(file);
});
