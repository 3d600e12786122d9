// Takes the pictures of docs/images/ from the product itself: `npm run screenshots`. Each is to be looked at
// before it is committed.
import { execFile } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { launches } from '../test/browser/support/campaigns.ts';
import { launchChromium } from '../test/browser/support/chromium.ts';
import { opensVote, votes } from '../test/browser/support/councils.ts';
import { startPractice } from '../test/browser/support/product.ts';
import { NARROW, type Size, WIDE, Window } from '../test/browser/support/window.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'docs/images');
const MOST_BYTES = 200_000;

const PICTURE: Size = { ...WIDE, scale: 1.5 };
const INITIATIVE = 'Nhắc đóng BHXH theo ba mức';
const CAMPAIGN = 'Nước rút phát triển người tham gia BHXH tự nguyện';

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await run(process.execPath, ['tools/build.mjs'], { cwd: ROOT });
  const product = await startPractice();
  const browser = await launchChromium();
  try {
    await takePictures(browser, product.address);
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function takePictures(browser: Browser, address: string): Promise<void> {
  const open = async (name: string, size = PICTURE): Promise<Window> => {
    const window = await Window.open(browser, address, name, size);
    await window.dismissesWelcome();
    return window;
  };

  const lan = await open('Trần Thị Lan');
  await lan.sends('/dangky');
  const form = await lan.waitsForDialog('Đăng ký danh hiệu');
  await form.getByLabel('Chiến sĩ thi đua cơ sở (CSTĐCS)').check();
  await keep(lan, 'registration');
  await lan.presses('Escape');
  await lan.waitsForNoDialog();

  const secretary = await open('Nguyễn Thu Hà', WIDE);
  await opensVote(secretary, INITIATIVE);
  const hoa = await open('Nguyễn Thị Mai Hoa');
  await votes(hoa, 'Đồng ý');
  const long = await open('Dương Hải Long');
  await votes(long, 'Đồng ý');
  const chair = await open('Phạm Tuấn Minh');
  await chair.message('Mời bỏ phiếu').waitFor();
  await keep(chair, 'council-vote');
  const thuy = await open('Võ Thị Bích Thủy', { ...NARROW, scale: 2 });
  await thuy.message('Mời bỏ phiếu').waitFor();
  await keep(thuy, 'telephone');

  const director = await open('Lê Quang Hùng');
  await launches(director, { name: CAMPAIGN, days: 20 });
  await lan.opens('thi-dua');
  await lan.card(CAMPAIGN).getByRole('button', { name: 'Hưởng ứng' }).click();
  await lan.dialog.getByRole('button', { name: 'Hưởng ứng' }).click();
  await lan.dialog.getByText('Đã ghi nhận').waitFor();
  await lan.presses('Escape');
  await hoa.opens('thi-dua');
  await hoa.card(CAMPAIGN).getByText('1 cá nhân').waitFor();
  await hoa.page.getByRole('heading', { level: 1 }).click();
  await keep(hoa, 'campaign');

  await secretary.opens('hoi-dong-sang-kien');
  await secretary.message('2/8').waitFor();
  await secretary.page.getByRole('button', { name: 'Người hướng dẫn' }).click();
  await secretary.page.getByRole('button', { name: '+ 1 giờ' }).click();
  await secretary.page.getByText('Đã chuyển đồng hồ').waitFor();
  await keep(secretary, 'trainer');
}

/** @throws Error when the picture is too large for a README */
async function keep(window: Window, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  // Nothing that only the mouse or the caret brings about.
  await window.page.mouse.move(0, 0);
  await window.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes, at most ${MOST_BYTES}`);
  console.log(`docs/images/${name}.png`);
}

await main();
