import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSheet } from '../../src/councils/sheets/open-sheet.ts';
import { actorOf } from '../../src/people/actor.ts';
import { personId, staffOf } from '../../src/sandbox/sample/people.ts';
import { convenes, newPeople, noRegistrations, registers } from '../councils/names-support.ts';
import { prepareTemplate } from '../support/template.ts';
import { openWorld, type World } from '../support/world.ts';
import { picks, submits } from './support/forms.ts';
import { canBePressed, fitsWidth, isReadable } from './support/looks.ts';
import { browserSetting } from './support/setting.ts';
import { NARROW, type Window } from './support/window.ts';

// A ballot sheet of thirty names on a telephone; the people are made by the test, so the product runs in its process.

const YEAR = 2025;
const NUMBER = `CSTĐCS ${YEAR}`;
const MET = 24;
const SHORT = 6;
const NAMES = MET + SHORT;
/** Where pictures of each step go, to look at; none without it. */
const PICTURES = process.env.SHEET_PICTURES;

let world: World;
const { open } = browserSetting(() => world.address);

beforeAll(async () => {
  await prepareTemplate();
  world = await openWorld({ ackDeadlineMs: 15_000 });
  const { deps } = world;
  await noRegistrations(deps, YEAR);
  const met = await newPeople(deps, MET, {
    year: YEAR,
    rating: 'excellent',
    called: 'Nguyễn Hoàng An',
  });
  const short = await newPeople(deps, SHORT, {
    year: YEAR,
    rating: 'completed',
    called: 'Trần Thanh Bình',
  });
  await deps.db.award.createMany({
    data: met.map((id) => ({
      personId: id,
      title: 'ldtt',
      year: YEAR,
      decisionNumber: '1950/QĐ-BHXH',
      decidedOn: new Date(`${YEAR}-12-26`),
      signatory: 'Giám đốc',
    })),
  });
  for (const id of [...met, ...short])
    await registers(deps, { personId: id }, { title: 'cstdcs', year: YEAR });
  const secretary = (await actorOf(deps, personId('ha.nguyen')))!;
  const group = { itemKey: 'cstdcs', year: YEAR };
  const sittingId = await convenes(deps, secretary, [group]);
  await openSheet(deps, {
    ...{ actor: secretary, sittingId, ...group, method: 'open' },
    closesAt: new Date(deps.clock.now().getTime() + 24 * 60 * 60_000),
    submissionKey: 'browser',
  });
});
afterAll(() => world.close());

async function pictures(window: Window, name: string): Promise<void> {
  if (PICTURES) await window.page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

test('a member pages through thirty names on a telephone, reads why, makes an exception, reviews and casts', async () => {
  const member = await open(staffOf('thuy.vo').name, NARROW);
  const card = member.message(`Mời bỏ phiếu: ${NUMBER}`);
  await isReadable(card);
  await fitsWidth(member.page);
  await card.getByRole('button', { name: 'Bỏ phiếu', exact: true }).click();

  const form = await member.waitsForDialog('Phiếu biểu quyết');
  await form.getByText(`số 1–25 trong ${NAMES}`).waitFor();
  // It begins with the names, not with the choice below them.
  await canBePressed(form.getByRole('button', { name: 'Xem tiêu chuẩn' }).first());
  await pictures(member, '1-page');
  await fitsWidth(member.page);
  await isReadable(form);
  expect(await form.getByText('Đủ tiêu chuẩn', { exact: false }).count()).toBe(MET);
  const reads = form.getByRole('button', { name: 'Xem tiêu chuẩn' });
  expect(await reads.count()).toBe(25);

  // The whole of one judgement, over the form; what was marked is still there afterwards.
  await form.getByLabel('Đồng ý', { exact: true }).check();
  await reads.nth(24).scrollIntoViewIfNeeded();
  await canBePressed(reads.nth(24));
  await pictures(member, '2-short');
  await reads.nth(24).click();
  const judgement = await member.waitsForDialog('Kết quả xét điều kiện');
  await judgement.getByText('Còn thiếu').first().waitFor();
  await judgement.getByText('Luật 06/2022/QH15 Điều 23').first().waitFor();
  await fitsWidth(member.page);
  await isReadable(judgement);
  await pictures(member, '3-judgement');
  await judgement.getByRole('button', { name: 'Đóng' }).last().click();
  await judgement.waitFor({ state: 'detached' });
  expect(await form.getByLabel('Đồng ý', { exact: true }).isChecked()).toBe(true);

  await picks(member, 'Riêng: Không đồng ý', '25. ');
  await pictures(member, '4-exception');
  await fitsWidth(member.page);
  await submits(member);
  await form.getByText(`số 26–${NAMES} trong ${NAMES}`).waitFor();
  // The next page begins at its top, with nothing marked.
  await pictures(member, '5-second');
  await canBePressed(form.getByRole('button', { name: 'Xem tiêu chuẩn' }).first());
  expect(await form.getByLabel('Đồng ý', { exact: true }).isChecked()).toBe(false);
  await expect(form.getByText('25. Trần Thanh Bình 001').count()).resolves.toBe(0);
  await form.getByLabel('Ý kiến khác', { exact: true }).check();
  await submits(member);

  const review = await member.waitsForDialog('Xem lại phiếu');
  await review.getByText(`${MET} đồng ý`).waitFor();
  await review.getByText('1 không đồng ý').waitFor();
  await review.getByText('5 ý kiến khác').waitFor();
  await fitsWidth(member.page);
  await isReadable(review);
  await pictures(member, '6-review');
  await submits(member);
  const cast = await member.waitsForDialog('Phiếu biểu quyết');
  await cast.getByText(`Đã ghi phiếu cho ${NAMES} đề nghị`).waitFor();
  await pictures(member, '7-cast');
  await cast.getByRole('button', { name: 'Đóng' }).last().click();
  await member.waitsForNoDialog();
  await member.message('Anh/chị đã bỏ phiếu').waitFor();
  await fitsWidth(member.page);
  await pictures(member, '8-voted');
  const votes = await world.deps.db.openVote.groupBy({
    by: ['choice'],
    where: {
      personId: personId('thuy.vo'),
      turnout: { rollEntry: { ballot: { sheetId: { not: null } } } },
    },
    _count: true,
  });
  expect(Object.fromEntries(votes.map(({ choice, _count }) => [choice, _count]))).toEqual({
    agree: MET,
    disagree: 1,
    other: 5,
  });
});
