import { expect } from 'vitest';
import { addDays, formatDay } from '../../../src/kernel/time.ts';
import type { Actor } from '../../../src/sandbox/driver.ts';
import type { Login } from '../../../src/sandbox/sample/people.ts';
import type { World } from '../../support/world.ts';
import { at, todayOf } from './places.ts';

export interface Wish {
  name: string;
  audience?: 'Tập thể' | 'Cá nhân' | 'Tập thể và cá nhân';
  days?: number;
  scope?: string[];
  channels?: string[];
}

/** Who approves what others write for the province. */
const DIRECTOR = 'hung.le';

/** Fills in the first step of the form, which must be open. */
export async function fillsEssentials(world: World, login: Login, wish: Wish): Promise<void> {
  const today = todayOf(world);
  await at(world, login).fills({
    'Tên phong trào': wish.name,
    Loại: 'Thi đua theo chuyên đề',
    'Đối tượng': wish.audience ?? 'Tập thể và cá nhân',
    'Từ ngày': today,
    'Đến hết ngày': addDays(today, (wish.days ?? 20) - 1),
    ...(wish.scope ? { 'Phạm vi': wish.scope } : {}),
  });
}

/** The texts of the second step. */
export const TEXTS = {
  'Căn cứ': 'Kế hoạch số 45/KH-BHXH',
  'Mục tiêu': 'Tăng 5% số người tham gia',
  'Nội dung': 'Tuyên truyền tại từng xã',
  'Biện pháp': 'Tổ công tác về xã mỗi tuần',
  'Tiêu chí': 'Người tham gia mới: 100 điểm',
};

/** The third step, without its channels. */
export function organising(world: World) {
  return {
    'Ngày kiểm tra': formatDay(todayOf(world)),
    'Hình thức khen thưởng': 'Giấy khen của Giám đốc',
    'Số giải': '3',
    'Kinh phí (đồng)': '20.000.000',
    'Nguồn kinh phí': 'Quỹ khen thưởng',
  };
}

/** Writes a campaign through the three steps of the form; the preview has come when this is done. */
export async function writes(world: World, login: Login, wish: Wish): Promise<void> {
  const author = at(world, login);
  await author.types('/phongtrao', { in: '#thi-dua' });
  await author.waitsForModal('Phong trào thi đua');
  await fillsEssentials(world, login, wish);
  expect(await author.submits()).toBe('updated');
  await author.sees('Bước 2/3', { in: 'modal' });
  await author.fills(TEXTS);
  expect(await author.submits()).toBe('updated');
  await author.sees('Bước 3/3', { in: 'modal' });
  await author.fills({
    ...organising(world),
    ...(wish.channels ? { 'Kênh đăng thông báo': wish.channels } : {}),
  });
  expect(await author.submits()).toBe('closed');
  await author.sees('Bản xem trước, chỉ anh/chị thấy', { within: 60_000 });
  await author.sees(wish.name, { within: 60_000 });
}

/** Submits a plan from its preview; the director has its card when this is done. */
export async function submits(world: World, login: Login, name: string): Promise<void> {
  await at(world, login).clicks('Trình duyệt', { in: name });
  await at(world, DIRECTOR).sees(`trình duyệt phong trào “${name}”`, { within: 60_000 });
}

/** Writes a campaign, has the director approve it and sees it out. @returns its code */
export async function launches(world: World, login: Login, wish: Wish): Promise<string> {
  await writes(world, login, wish);
  await submits(world, login, wish.name);
  await at(world, DIRECTOR).clicks('Duyệt và phát động', { in: wish.name });
  await at(world, login).sees(`“${wish.name}” đã phát động lúc`, { within: 60_000 });
  return campaignRow(world, wish.name).then((row) => row.code ?? '');
}

/** Presses Hưởng ứng and sends the form; the outcome stands in the modal when this is done. */
export async function joins(
  world: World,
  login: Login,
  place: { in: string },
  fields: Record<string, string> = {},
): Promise<void> {
  const person = at(world, login);
  await person.clicks('Hưởng ứng', place);
  await person.waitsForModal('Hưởng ứng phong trào');
  await person.fills(fields);
  expect(await person.submits()).toBe('updated');
}

/** Presses a button of a campaign in the list; the modal that it opens, by its title, is there when this is done. */
export async function opensFromList(
  world: World,
  login: Login,
  { name, button, title = button }: { name: string; button: string; title?: string },
): Promise<Actor> {
  const person = at(world, login);
  if (person.modal()) await person.closesModal({ all: true });
  await person.types('/phongtrao danh sách', { in: '#thi-dua' });
  await person.sees(name, { in: '#thi-dua' });
  await person.clicks(button, { in: name });
  await person.waitsForModal(title);
  return person;
}

export function campaignRow(world: World, name: string) {
  return world.deps.db.campaign.findFirstOrThrow({
    where: { name },
    include: { channels: true, pledges: true },
  });
}

export function postedCount(world: World, campaignId: string, purpose: string): Promise<number> {
  return world.deps.db.outgoingMessage.count({
    where: { subjectId: campaignId, purpose: `campaigns.${purpose}` },
  });
}

/** How many messages in a channel have these words in them, as readers see it. */
export function postsIn(world: World, channel: string, words: string): number {
  return world.workspace.textsIn(channel).filter((text) => text.includes(words)).length;
}
