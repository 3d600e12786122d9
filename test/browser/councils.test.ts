import { expect, test } from 'vitest';
import { opensVote, votes } from './support/councils.ts';
import { canBePressed, fitsWidth, isReadable } from './support/looks.ts';
import { browserSetting } from './support/setting.ts';
import { NARROW } from './support/window.ts';

const { open } = browserSetting();

const TITLE = 'Nhắc đóng BHXH theo ba mức';
/** Eight of nine may vote; the ninth is an author. */
const OTHERS = [
  'Nguyễn Thị Mai Hoa',
  'Trần Tiến Dũng',
  'Đặng Thu Hương',
  'Dương Hải Long',
  'Đỗ Minh Tâm',
];

test('a council votes by mouse, by keys and on a telephone; turnout is live, choices are not', async () => {
  const secretary = await open('Nguyễn Thu Hà');
  const author = await open('Ngô Lan Phương');
  await opensVote(secretary, TITLE);
  await secretary.opens('hoi-dong-sang-kien');
  const turnout = secretary.message('Đang bỏ phiếu');
  await turnout.getByText('0/8').waitFor();
  await isReadable(turnout);

  const chair = await open('Phạm Tuấn Minh');
  const card = chair.message('Mời bỏ phiếu');
  await card.waitFor();
  await isReadable(card);
  for (const name of ['Đồng ý', 'Không đồng ý', 'Ý kiến khác']) {
    await canBePressed(card.getByRole('button', { name, exact: true }));
  }
  // Thinks again in the confirmation: no vote is cast.
  await card.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await chair.waitsForDialog('Xác nhận phiếu');
  await chair.dialog.getByRole('button', { name: 'Xem lại' }).click();
  await chair.waitsForNoDialog();
  await votes(chair, 'Đồng ý');
  await turnout.getByText('1/8').waitFor();

  const thuy = await open('Võ Thị Bích Thủy', NARROW);
  const small = thuy.message('Mời bỏ phiếu');
  await small.waitFor();
  await fitsWidth(thuy.page);
  await isReadable(small);
  await thuy.tabsTo('button', 'Không đồng ý', 'back');
  await thuy.presses('Enter');
  await thuy.waitsForDialog('Xác nhận phiếu');
  await thuy.tabsTo('button', 'Bỏ phiếu');
  await thuy.presses('Enter');
  await thuy.page.getByText('Đã ghi phiếu Không đồng ý').last().waitFor();
  await turnout.getByText('2/8').waitFor();
  const seen = await turnout.textContent();
  expect(seen).not.toMatch(/không đồng ý|\d+ đồng ý/i);

  for (const name of OTHERS) {
    const member = await open(name);
    await votes(member, 'Đồng ý');
  }
  await secretary.opens('Thi Đua');
  await votes(secretary, 'Đồng ý');
  await secretary.message('7 đồng ý').waitFor();
  const outcome = author.message('thông qua');
  await outcome.getByText('Thông tư 18/2013/TT-BKHCN').first().waitFor();
  await isReadable(outcome);
});
