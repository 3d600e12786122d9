import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import { OPEN } from './support/councils.ts';
import { at, openStage } from './support/places.ts';
import { attachesSigned, clearsModals, fillsSigning, opensSigning } from './support/signing.ts';
import { SOON } from './support/watching.ts';

// What the cards of a sitting say, to who runs it and to a member, while its items are voted on.

const SECRETARY = 'ha.nguyen';
const MEMBER = 'thuy.vo';
const MEMBERS = EMULATION_COUNCIL.members.map(({ login }) => login);
const FUND = 'Quy chế chi tiêu <quỹ>';
const PLAN = 'Kế hoạch năm 2027';

let world: World;
const who = (login: Login) => at(world, login);
beforeAll(async () => {
  world = await openStage();
});
afterAll(() => world.close());

async function convenes(others: readonly string[], more: Record<string, unknown> = {}) {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong mới');
  await secretary.waitsForModal('Lập phiên họp');
  await secretary.fills({
    'Hội đồng': EMULATION_COUNCIL.name,
    'Địa điểm hoặc hình thức': 'Phòng họp tầng 2',
    'Nội dung khác': others.join('\n'),
    ...more,
  });
  expect(await secretary.submits()).toBe('updated');
  await secretary.closesModal({ all: true });
}

async function opensFirst() {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong');
  await secretary.clicks('Mở bỏ phiếu', { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  await secretary.fills({ 'Hình thức': OPEN });
  expect(await secretary.submits()).toBe('closed');
}

test('an item that was typed in is called by its own name in cards, form and news', async () => {
  await convenes([FUND, PLAN]);
  await opensFirst();
  const member = who(MEMBER);
  await member.sees(`Mời bỏ phiếu: ${FUND}`, SOON);
  await member.clicks('Ý kiến khác', { in: `Mời bỏ phiếu: ${FUND}` });
  await member.waitsForModal('Ý kiến khác');
  expect(member.modalText()).toContain(FUND);
  expect(member.modalText()).not.toContain('Nội dung khác');
  await member.closesModal();
  await who(SECRETARY).sees(`Đang bỏ phiếu: ${FUND}`, SOON);
  await member.types('/hoidong');
  await member.sees(`• ${FUND} ·`, { in: 'modal' });
  await member.closesModal({ all: true });
});

test('the invitation of a member says how each item stands now', async () => {
  const member = who(MEMBER);
  await member.sees(`${FUND}\n:ballot_box_with_ballot: đang bỏ phiếu`, SOON);
  await member.sees(`${PLAN}\nchờ bỏ phiếu`);
  for (const login of MEMBERS)
    await who(login).clicks('Đồng ý', { in: `Mời bỏ phiếu: ${FUND}`, ...SOON });
  await member.sees(`${FUND}\n:white_check_mark: thông qua`, SOON);
  await who(SECRETARY).sees(`Thông qua – ${FUND}`, SOON);
});

test('who attaches signed minutes is told what they leave undecided, and no more ballots are offered on it', async () => {
  const secretary = who(SECRETARY);
  await opensSigning(world, SECRETARY);
  await secretary.sees(`Còn 1 nội dung chưa có kết luận của hội đồng: ${PLAN}.`, { in: 'modal' });
  await clearsModals(world, SECRETARY);
  const number = '3/BB-HĐTĐKT';
  const given = { paper: 'Biên bản kiểm phiếu', number };
  await attachesSigned(world, SECRETARY, given, `Đã đính kèm Biên bản kiểm phiếu số ${number}`);
  await secretary.types('/hoidong');
  const plan = `${PLAN}\nchưa bỏ phiếu; đã có văn bản ký nên đưa vào phiên họp khác`;
  await secretary.sees(plan, { in: 'modal' });
  secretary.seesNot('Mở bỏ phiếu', { in: 'modal' });
  await secretary.closesModal({ all: true });
  // No ballot opens on it here any more: who attaches the next paper is not told to open one.
  await opensSigning(world, SECRETARY);
  secretary.seesNot('chưa có kết luận của hội đồng', { in: 'modal' });
  await clearsModals(world, SECRETARY);
});

test('minutes and drafts are offered once there is something in them', async () => {
  const secretary = who(SECRETARY);
  await secretary.sees('Biên bản kiểm phiếu');
  await convenes(['Việc thứ nhất'], { 'Công bố kết quả': ['Giữ kết quả đến khi có quyết định'] });
  await secretary.sees(
    'Biên bản kiểm phiếu và dự thảo quyết định có ở đây sau khi kiểm phiếu',
    SOON,
  );
});

test('where results are held, the form that opens a ballot says so', async () => {
  const secretary = who(SECRETARY);
  await secretary.types('/hoidong');
  await secretary.clicks('Mở bỏ phiếu', { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  await secretary.sees('Phiên họp giữ kết quả: chỉ người điều hành biết', { in: 'modal' });
  expect(secretary.modalText()).not.toContain('tự đóng và công bố kết quả');
  await secretary.fills({ 'Hình thức': OPEN });
  expect(await secretary.submits()).toBe('closed');
  for (const login of MEMBERS)
    await who(login).clicks('Đồng ý', { in: 'Mời bỏ phiếu: Việc thứ nhất', ...SOON });
  const member = who(MEMBER);
  await member.sees('Việc thứ nhất\n:lock: đã kiểm phiếu, chờ công bố', SOON);
  member.seesNot('Thông qua – Việc thứ nhất');
  await secretary.types('/hoidong');
  await secretary.clicks('Văn bản', { in: 'modal' });
  await secretary.sees('1 kết quả đang được giữ: Việc thứ nhất.', { in: 'modal' });
  await secretary.clicks('Công bố 1 kết quả đang giữ', { in: 'modal' });
  await member.sees('Việc thứ nhất\n:white_check_mark: thông qua', SOON);
  await secretary.closesModal({ all: true });
});

test('the overview shows what is under way and coming; the rest is a press away, page by page', async () => {
  const many = Array.from({ length: 45 }, (_, place) => `Mục ${place + 1}.`);
  // The sittings before this one are over.
  await world.advance(3 * 60 * 60_000);
  await convenes(many);
  const member = who(MEMBER);
  await member.types('/hoidong');
  await member.waitsForModal('Hội đồng');
  expect(member.modal()?.view.blocks.length).toBeLessThan(40);
  await member.sees('Mục 6.', { in: 'modal' });
  expect(member.modalText()).not.toContain('Mục 7.');
  expect(member.modalText()).not.toContain('Việc thứ nhất');
  await member.sees('… và 39 nội dung khác', { in: 'modal' });
  await member.clicks('Cả chương trình', { in: 'modal' });
  await member.waitsForModal('Chương trình họp');
  await member.sees('Nội dung 1–40 trong 45', { in: 'modal' });
  expect(await member.submits()).toBe('updated');
  await member.sees('Mục 45.', { in: 'modal' });
  expect(await member.submits()).toBe('updated');
  await member.sees('Mục 1.', { in: 'modal' });
  await member.closesModal();
  await member.clicks('Mọi phiên họp', { in: 'modal' });
  await member.sees('Việc thứ nhất', { in: 'modal' });
  await member.closesModal({ all: true });
});

test('a signed copy is attached from the deepest list too, and the papers are shown again', async () => {
  const secretary = who(SECRETARY);
  await opensFirst();
  await clearsModals(world, SECRETARY);
  for (const login of MEMBERS)
    await who(login).clicks('Đồng ý', { in: 'Mời bỏ phiếu: Mục 1.', ...SOON });
  await secretary.sees('Thông qua – Mục 1.', SOON);
  await secretary.types('/hoidong');
  await secretary.clicks('Mọi phiên họp', { in: 'modal' });
  await secretary.waitsForModal('Mọi phiên họp');
  // Slack stacks three modals: this is the third.
  await secretary.clicks('Văn bản', { in: 'modal' });
  await secretary.waitsForModal('Văn bản phiên họp');
  await secretary.clicks('Đính kèm bản đã ký', { in: 'modal' });
  await secretary.waitsForModal('Đính kèm bản đã ký');
  await fillsSigning(world, SECRETARY, { paper: 'Biên bản họp', number: '4/BB-HĐTĐKT' });
  expect(await secretary.submits()).toBe('updated');
  await secretary.waitsForModal('Văn bản phiên họp');
  await secretary.sees('Tệp đang được kiểm tra', { in: 'modal' });
  await secretary.closesModal({ all: true });
  await secretary.sees('Đã đính kèm Biên bản họp số 4/BB-HĐTĐKT', SOON);
});

test('in the channel of one council another may be convened, and keeps its own', async () => {
  const secretary = who(SECRETARY);
  const channels = () =>
    world.deps.db.council.findMany({ orderBy: { id: 'asc' }, select: { channelId: true } });
  const before = await channels();
  await secretary.types('/hoidong mới', { in: '#hoi-dong-sang-kien' });
  await secretary.waitsForModal('Lập phiên họp');
  await secretary.fills({
    'Hội đồng': EMULATION_COUNCIL.name,
    'Địa điểm hoặc hình thức': 'Phòng họp tầng 2',
    'Nội dung khác': 'Việc của hội đồng kia',
  });
  expect(await secretary.submits()).toBe('updated');
  expect(await channels()).toEqual(before);
  await secretary.closesModal({ all: true });
});
