import { expect } from 'vitest';
import { addDays } from '../../../src/kernel/time.ts';
import type { Login } from '../../../src/sandbox/sample/people.ts';
import type { World } from '../../support/world.ts';
import { at, todayOf } from './places.ts';

export interface Wish {
  name: string;
  audience?: 'Tập thể' | 'Cá nhân' | 'Tập thể và cá nhân';
  days?: number;
  channels?: string[];
}

/** Fills in the first step of the form, which must be open. */
export async function fillsEssentials(world: World, login: Login, wish: Wish): Promise<void> {
  const today = todayOf(world);
  await at(world, login).fills({
    'Tên phong trào': wish.name,
    Loại: 'Thi đua theo chuyên đề',
    'Đối tượng': wish.audience ?? 'Tập thể và cá nhân',
    'Từ ngày': today,
    'Đến hết ngày': addDays(today, (wish.days ?? 20) - 1),
    ...(wish.channels ? { 'Kênh đăng thông báo': wish.channels } : {}),
  });
}

/** Writes a campaign through both steps of the form; the preview has come when this is done. */
export async function writes(world: World, login: Login, wish: Wish): Promise<void> {
  const author = at(world, login);
  await author.types('/phongtrao', { in: '#thi-dua' });
  await author.waitsForModal('Phong trào thi đua');
  await fillsEssentials(world, login, wish);
  expect(await author.submits()).toBe('updated');
  await author.sees('Bước 2/2', { in: 'modal' });
  await author.fills({
    'Căn cứ': 'Kế hoạch số 45/KH-BHXH',
    'Mục tiêu': 'Tăng 5% số người tham gia',
    'Nội dung': 'Tuyên truyền tại từng xã',
    'Tiêu chí': 'Người tham gia mới: 100 điểm',
  });
  expect(await author.submits()).toBe('closed');
  await author.sees('Bản xem trước, chỉ anh/chị thấy');
  await author.sees(wish.name, { within: 10_000 });
}

/** Writes and launches a campaign. @returns its code */
export async function launches(world: World, login: Login, wish: Wish): Promise<string> {
  await writes(world, login, wish);
  const author = at(world, login);
  await author.clicks('Phát động', { in: wish.name });
  await author.sees(`“${wish.name}” đã phát động lúc`, { within: 10_000 });
  return campaignRow(world, wish.name).then((row) => row.code ?? '');
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
