import { describe, expect, test } from 'vitest';
import { contrastOf, fitsWidth, isReadable } from './support/looks.ts';
import { browserSetting } from './support/setting.ts';
import { NARROW } from './support/window.ts';

const { open } = browserSetting();

test('the first paint comes within a second', async () => {
  const paints: number[] = [];
  for (const _ of [1, 2, 3]) {
    const lan = await open('Trần Thị Lan');
    paints.push(
      await lan.page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      ),
    );
  }
  const [, middle] = paints.sort((one, other) => one - other);
  expect(middle).toBeLessThan(1_000);
});

describe('who one is', () => {
  test('is chosen from people with their office; those to try come first', async () => {
    const lan = await open('Trần Thị Lan');
    await lan.page.getByRole('button', { name: /Đổi người/ }).click();
    const dialog = await lan.waitsForDialog('Làm việc với tư cách ai');
    const [first] = await dialog.getByRole('option').allTextContents();
    expect(first).toContain('Trần Thị Lan');
    expect(first).toContain('Chuyên viên quản lý thu');
    expect(first).toContain('/dangky');
    await isReadable(dialog);
    // Without marks, by the office; the search box has the focus.
    await lan.types('giam doc bhxh tinh');
    await dialog.getByRole('option', { name: 'Lê Quang Hùng' }).click();
    await lan.page
      .getByRole('button', { name: /Đang làm việc với tư cách Lê Quang Hùng/ })
      .waitFor();
    await lan.page.goBack();
    await lan.page
      .getByRole('button', { name: /Đang làm việc với tư cách Trần Thị Lan/ })
      .waitFor();
  });

  test('one who uses Slack in English is answered in English, and the page can be English too', async () => {
    const chau = await open('Đỗ Bảo Châu');
    await chau.page.getByRole('button', { name: 'English' }).click();
    await chau.page.getByRole('button', { name: 'Jump to' }).waitFor();
    expect(await chau.page.locator('html').getAttribute('lang')).toBe('en');
    await chau.composer.fill('/dangky help');
    await chau.page.getByRole('button', { name: 'Send', exact: true }).click();
    await chau.message('Only visible to you').getByText('/dangky').first().waitFor();
  });
});

describe('at 390 pixels', () => {
  test('every part fits, and reads well', async () => {
    const ha = await open('Nguyễn Thu Hà', NARROW);
    const { page } = ha;
    await fitsWidth(page);
    await isReadable(page.locator('.welcome'));
    await ha.dismissesWelcome();
    await page.getByRole('tab', { name: 'Trang chủ' }).click();
    await page.getByText('Chào anh/chị').waitFor();
    await fitsWidth(page);
    await isReadable(page.getByRole('tabpanel'));
    await page.getByRole('button', { name: 'Mở danh sách kênh' }).click();
    await page.getByRole('navigation').waitFor();
    await isReadable(page.getByRole('navigation'));
    await page.getByRole('button', { name: /Đổi người/ }).click();
    await fitsWidth(page);
    await isReadable(ha.dialog);
    await ha.presses('Escape');
    await ha.opens('Thi Đua');
    await page.getByRole('tab', { name: 'Tin nhắn' }).click();
    for (const command of ['/dangky', '/sangkien', '/hoidong moi', '/phongtrao']) {
      await ha.sends(command);
      await ha.dialog.waitFor();
      await fitsWidth(page);
      await isReadable(ha.dialog);
      await ha.presses('Escape');
      await ha.waitsForNoDialog();
    }
  });

  test('typing shows the commands, above the box', async () => {
    const ha = await open('Nguyễn Thu Hà', NARROW);
    await ha.types('/');
    const suggestions = ha.page.getByRole('listbox', { name: 'Gợi ý' });
    await suggestions.getByText('/phongtrao').waitFor();
    await fitsWidth(ha.page);
    await isReadable(suggestions);
  });
});

test('texts stand out from what is behind them', async () => {
  const ha = await open('Nguyễn Thu Hà');
  for (const text of [
    'Không gian luyện tập',
    'Ba việc nên thử trước',
    'Người hướng dẫn',
    'Tin nhắn riêng',
  ]) {
    expect(await contrastOf(ha.page.getByText(text).first()), text).toBeGreaterThan(4.5);
  }
});

test('a command that does not exist is told so, and a stranger is told whom to ask', async () => {
  const stranger = await open('Trương Hoài Nam');
  await stranger.sends('/khongco');
  await stranger.message('/khongco không phải là một lệnh').waitFor();
  await stranger.sends('/dangky');
  await stranger.message('danh sách').waitFor();
});
