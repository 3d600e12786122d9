import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Received, registerShowcase, showcaseManifest } from '../sandbox/page/showcase.ts';
import { type AppInPractice, openWithApp } from '../sandbox/support/practice.ts';
import { fillsIn, picks, submits } from './support/forms.ts';
import { canBePressed, fitsWidth, isReadable } from './support/looks.ts';
import { browserSetting } from './support/setting.ts';
import { NARROW } from './support/window.ts';

// A small app that uses everything that Block Kit has and the product does not use yet.

const received: Received = { actions: [], submissions: [], commands: [] };
let practice: AppInPractice;
beforeAll(async () => {
  practice = await openWithApp('socket', (app) => registerShowcase(app, received), {
    manifest: showcaseManifest,
  });
});
afterAll(() => practice.close());

const { open } = browserSetting(() => practice.url);
const LAN = 'Nguyễn Thị Lan';

function idOf(name: string): string {
  const person = [...practice.workspace.core.state.people.values()].find(
    (one) => one.name === name,
  );
  return person?.id ?? '';
}

test('a form with every input sends exactly what was entered', async () => {
  const lan = await open(LAN);
  await lan.sends('/dangky 2026');
  const form = await lan.waitsForDialog('Đăng ký danh hiệu');
  await isReadable(form);
  await fillsIn(lan, 'Tên sáng kiến', 'Trả hồ sơ đúng hẹn');
  await fillsIn(lan, 'Nội dung (không bắt buộc)', 'Dòng một\nDòng hai');
  await fillsIn(lan, 'Số tiền làm lợi', '12000000');
  await fillsIn(lan, 'Thư điện tử', 'lan@bhxh.example');
  await picks(lan, 'Danh hiệu', 'Chiến sĩ thi đua cơ sở');
  await picks(lan, 'Danh hiệu khác', 'Lao động tiên tiến', 'Chiến sĩ thi đua ngành');
  await picks(lan, 'Đồng tác giả', 'Trần Văn Minh');
  await picks(lan, 'Kênh thông báo', '# chung');
  await form.getByRole('button', { name: 'Đơn vị' }).click();
  await lan.types('BHXH');
  await lan.page.getByRole('option', { name: 'BHXH tỉnh Hà Nam' }).click();
  await fillsIn(lan, 'Ngày áp dụng', '5/12/2026');
  await fillsIn(lan, 'Giờ họp', '14h30');
  await form.getByRole('textbox', { name: 'Hạn góp ý: Chọn ngày' }).fill('31/12/2026');
  await form.getByRole('textbox', { name: 'Hạn góp ý: Chọn giờ' }).fill('17:00');
  await form.getByLabel('Tại đơn vị').check();
  await form.getByLabel('Toàn ngành').check();
  await form.getByLabel('Vừa').check();
  await fillsIn(lan, 'Tóm tắt', 'Hai việc:\n- quét mã\n- nhắn tin');
  const [chooser] = await Promise.all([
    lan.page.waitForEvent('filechooser'),
    form.getByRole('button', { name: /Chọn tệp từ máy/ }).click(),
  ]);
  await chooser.setFiles({
    name: 'minh chứng.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('số liệu'),
  });
  await form.getByText('minh chứng.pdf').waitFor();
  await submits(lan);
  await lan.waitsForNoDialog();

  const option = (text: string, value: string, description?: string) => ({
    text: expect.objectContaining({ type: 'plain_text', text }),
    value,
    ...(description ? { description: expect.objectContaining({ text: description }) } : {}),
  });
  const section = (text: string) => ({
    type: 'rich_text_section',
    elements: [{ type: 'text', text }],
  });
  expect(received.submissions).toHaveLength(1);
  const [sent] = received.submissions;
  expect(sent).toEqual({
    name: { text: { type: 'plain_text_input', value: 'Trả hồ sơ đúng hẹn' } },
    detail: { text: { type: 'plain_text_input', value: 'Dòng một\nDòng hai' } },
    amount: { number: { type: 'number_input', value: '12000000' } },
    mail: { mail: { type: 'email_text_input', value: 'lan@bhxh.example' } },
    title: {
      pick: { type: 'static_select', selected_option: option('Chiến sĩ thi đua cơ sở', 'cstdcs') },
    },
    titles: {
      pick: {
        type: 'multi_static_select',
        selected_options: [
          option('Lao động tiên tiến', 'ldtt'),
          option('Chiến sĩ thi đua ngành', 'cstdn'),
        ],
      },
    },
    author: { user: { type: 'users_select', selected_user: idOf('Trần Văn Minh') } },
    room: {
      room: {
        type: 'conversations_select',
        selected_conversation: practice.workspace.conversation('#chung').id,
      },
    },
    unit: {
      unit: {
        type: 'external_select',
        selected_option: option('BHXH tỉnh Hà Nam', 'BHXH tỉnh Hà Nam'),
      },
    },
    day: { day: { type: 'datepicker', selected_date: '2026-12-05' } },
    hour: { hour: { type: 'timepicker', selected_time: '14:30' } },
    // 17:00 in Vietnam, seven hours east of Greenwich.
    moment: {
      moment: {
        type: 'datetimepicker',
        selected_date_time: Date.UTC(2026, 11, 31, 10, 0) / 1000,
      },
    },
    kinds: {
      boxes: {
        type: 'checkboxes',
        selected_options: [
          option('Tại đơn vị', 'unit'),
          option('Toàn ngành', 'sector', 'Cần hội đồng'),
        ],
      },
    },
    level: { radio: { type: 'radio_buttons', selected_option: option('Vừa', 'middle') } },
    story: {
      rich: {
        type: 'rich_text_input',
        rich_text_value: {
          type: 'rich_text',
          elements: [
            section('Hai việc:'),
            {
              type: 'rich_text_list',
              style: 'bullet',
              indent: 0,
              border: 0,
              elements: [section('quét mã'), section('nhắn tin')],
            },
          ],
        },
      },
    },
    file: {
      file: {
        type: 'file_input',
        files: [
          expect.objectContaining({ name: 'minh chứng.pdf', size: Buffer.byteLength('số liệu') }),
        ],
      },
    },
  });
});

test('what is wrong is told at its field, in the window and by the app, and nothing is lost', async () => {
  const lan = await open(LAN);
  await lan.sends('/dangky');
  const form = await lan.waitsForDialog('Đăng ký danh hiệu');
  await fillsIn(lan, 'Tên sáng kiến', 'Ngắn');
  await form.getByText('cần thêm 1 ký tự').waitFor();
  await fillsIn(lan, 'Số tiền làm lợi', 'mười');
  await submits(lan);
  await form.getByText('Anh/chị cần nhập ít nhất 5 ký tự.').waitFor();
  await form.getByText('Anh/chị cần nhập một số.').waitFor();
  expect(await form.getByLabel('Số tiền làm lợi').inputValue()).toBe('mười');
  await fillsIn(lan, 'Tên sáng kiến', 'Đủ dài rồi');
  await fillsIn(lan, 'Số tiền làm lợi', '10');
  // A day that there is not is sent by no press.
  await fillsIn(lan, 'Ngày áp dụng', '31/02/2026');
  await form.getByLabel('Giờ họp').focus();
  await form.getByText('Ngày chưa đúng').waitFor();
  const sent = received.submissions.length;
  await submits(lan);
  expect(
    await form
      .getByLabel('Ngày áp dụng')
      .first()
      .evaluate((field) => field === document.activeElement),
  ).toBe(true);
  await form.getByText('Ngày chưa đúng').waitFor();
  expect(received.submissions).toHaveLength(sent);
  await lan.presses('Escape');
  await lan.waitsForNoDialog();
});

test('a message with every block reads well, wide and narrow, and its elements answer', async () => {
  const lan = await open(LAN);
  await lan.sends('/sangkien');
  const message = lan.card('Phiên bỏ phiếu: Sáng kiến 2026-014');
  await message.waitFor();
  await isReadable(message);
  // 1782864000 is midnight in Greenwich, seven in the morning in Vietnam.
  await message.getByText('2026-07-01 07:00').waitFor();
  await message.getByRole('columnheader', { name: 'Tiêu chí' }).waitFor();
  await message.getByRole('cell', { name: 'Hiệu quả áp dụng' }).waitFor();
  await message.getByText('<b>không phải thẻ</b>').waitFor();

  await message.getByRole('button', { name: /^Thao tác khác: Rút ngắn/ }).click();
  await lan.page.getByRole('menuitem', { name: 'Nêu ý kiến' }).click();
  await expect
    .poll(() => received.actions.at(-1))
    .toMatchObject({
      action_id: 'more',
      selected_option: { value: 'opinion' },
    });
  await message.getByRole('button', { name: 'Không đồng ý' }).click();
  const question = await lan.waitsForDialog('Bỏ phiếu không đồng ý');
  await question.getByText('Phiếu đã bỏ không đổi được.').waitFor();
  await question.getByRole('button', { name: 'Quay lại' }).click();
  await lan.waitsForNoDialog();
  expect(received.actions.at(-1)).not.toMatchObject({ action_id: 'refuse' });

  await message.getByRole('button', { name: 'Nút không trả lời' }).click();
  await message.getByRole('alert').getByText('Ứng dụng không trả lời').waitFor();
  await message.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await lan.page.getByText('Đã ghi phiếu đồng ý.').waitFor();

  const small = await open(LAN, NARROW);
  await small.sends('/sangkien');
  await small.card('Phiên bỏ phiếu').waitFor();
  await fitsWidth(small.page);
  await isReadable(small.card('Phiên bỏ phiếu'));
});

test('charts are drawn, with their figures as a table; pictures are shown, files downloaded', async () => {
  const lan = await open(LAN, { width: 1100, height: 1800 });
  await lan.sends('/phongtrao');
  const figure = (name: string) => lan.page.getByRole('figure', { name });
  await figure('Sáng kiến theo lĩnh vực').locator('path').nth(3).waitFor();
  await figure('Sáng kiến theo lĩnh vực').getByText('14 (43,8%)').waitFor();
  const bars = figure('Sáng kiến đã nộp và được công nhận');
  await bars.locator('rect').nth(7).waitFor();
  await bars.getByText('Xem số liệu').click();
  await bars.getByRole('cell', { name: '12' }).waitFor();
  await bars.getByRole('rowheader', { name: 'Quý IV' }).waitFor();
  await figure('Lượt hưởng ứng phong trào').locator('path.line').nth(1).waitFor();
  await figure('Quỹ khen thưởng đã dùng').locator('path.area').waitFor();
  await isReadable(bars);

  const picture = lan.page.getByRole('img', { name: 'Biểu trưng' });
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      picture.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth),
    )
    .toBe(8);
  const [download] = await Promise.all([
    lan.page.waitForEvent('download'),
    lan.page.getByRole('link', { name: 'Tải về bao-cao.csv' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('bao-cao.csv');
  expect(await readFile(await download.path(), 'utf8')).toBe('Tháng;Số sáng kiến\n');

  const small = await open(LAN, NARROW);
  await small.page
    .getByRole('figure', { name: 'Lượt hưởng ứng phong trào' })
    .locator('svg')
    .waitFor();
  await fitsWidth(small.page);
});

test('people write to each other: mentions, threads, private messages, what only one sees', async () => {
  const lan = await open(LAN);
  const minh = await open('Trần Văn Minh');
  await lan.opens('chung');
  await lan.types('Nhờ @minh');
  await lan.page.getByRole('listbox', { name: 'Gợi ý' }).getByText('Trần Văn Minh').waitFor();
  await lan.presses('Tab');
  await lan.types('xem *giúp* :trophy:');
  await lan.presses('Enter');
  await minh.page.getByRole('button', { name: 'chung 1 tin chưa đọc' }).click();
  const message = minh.message('@Trần Văn Minh');
  await message.locator('.mention-me').waitFor();
  await message.locator('strong', { hasText: 'giúp' }).waitFor();
  await message.getByText('🏆').waitFor();

  await message.hover();
  await message.getByRole('button', { name: 'Trả lời trong chủ đề' }).click();
  const thread = minh.page.getByRole('complementary', { name: 'Chủ đề' });
  await thread.getByRole('textbox', { name: 'Trả lời' }).fill('Em xem rồi ạ');
  await minh.presses('Enter');
  await lan.message('Nhờ').getByRole('button', { name: '1 trả lời' }).click();
  await lan.page.getByRole('complementary', { name: 'Chủ đề' }).getByText('Em xem rồi ạ').waitFor();
  await lan.page.getByRole('button', { name: 'Đóng chủ đề' }).click();

  await lan.sends('/hoidong');
  const note = lan.message('Anh/chị chưa có phiên họp nào.');
  await note.getByText('Chỉ anh/chị thấy tin này').waitFor();
  expect(await minh.message('Anh/chị chưa có phiên họp nào.').count()).toBe(0);

  await lan.page.getByRole('button', { name: 'Nhắn riêng một người' }).click();
  await lan.types('minh');
  await lan.presses('Enter');
  await lan.page.getByRole('heading', { level: 1, name: 'Trần Văn Minh' }).waitFor();
  await lan.sends('Chuyện riêng');
  await minh.page.getByRole('button', { name: 'Nguyễn Thị Lan 1 tin chưa đọc' }).click();
  await minh.message('Chuyện riêng').waitFor();
});

test('the Home tab is the app’s, and its buttons can be pressed', async () => {
  const lan = await open(LAN);
  await lan.page.getByRole('tab', { name: 'Trang chủ' }).click();
  const home = lan.page.getByRole('tabpanel', { name: 'Trang chủ' });
  await home.getByText('hồ sơ chờ xác nhận').waitFor();
  await isReadable(home);
  await canBePressed(home.getByRole('button', { name: 'Đăng ký danh hiệu' }));
});
