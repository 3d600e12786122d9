import { expect } from 'vitest';
import type { Login } from '../../../src/sandbox/sample/people.ts';
import type { World } from '../../support/world.ts';
import { at } from './places.ts';

// The initiative council of the sample agency has nine members; Phan Quốc Khánh is an author of the
// waiting initiative, so eight may vote on it: 6 are needed for a quorum, and 6 in favour (2/3 of 8).
export const SECRETARY = 'ha.nguyen' as const satisfies Login;
export const WAITING_TITLE = 'Nhắc đóng BHXH theo ba mức';
export const AUTHOR = 'khanh.phan' as const satisfies Login;
export const CO_AUTHOR = 'phuong.ngo' as const satisfies Login;
export const VOTERS = [
  'minh.pham',
  'ha.nguyen',
  'hoa.nguyen',
  'dung.tran',
  'thuy.vo',
  'huong.dang',
  'long.duong',
  'tam.do',
] as const satisfies readonly Login[];

export const OPEN = 'Biểu quyết công khai';
export const SECRET = 'Bỏ phiếu kín';

/** Convenes a sitting on these initiatives (by the beginnings of their titles); its modal stays open. */
export async function convenes(
  world: World,
  titles: readonly string[],
  where: { channel?: string } = {},
): Promise<void> {
  const secretary = at(world, SECRETARY);
  await secretary.types('/hoidong mới');
  await secretary.waitsForModal('Lập phiên họp');
  await secretary.fills({
    'Địa điểm hoặc hình thức': 'Phòng họp tầng 2',
    'Sáng kiến đưa ra xét': [...titles],
    ...(where.channel ? { 'Kênh theo dõi': where.channel } : {}),
  });
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('Phiên họp đã được lập', { in: 'modal' });
}

/** Opens the ballot on the first item of the modal that awaits one. */
export async function opensBallot(
  world: World,
  method: string,
  more: { closesAt?: Date } = {},
): Promise<void> {
  const secretary = at(world, SECRETARY);
  await secretary.clicks('Mở bỏ phiếu', { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  await secretary.fills({
    'Hình thức': method,
    ...(more.closesAt ? { 'Hạn bỏ phiếu': more.closesAt.getTime() / 1000 } : {}),
  });
  expect(await secretary.submits()).toBe('closed');
}

/** The newest ballot on the initiative whose title begins so. */
export function ballotRow(world: World, title: string = WAITING_TITLE) {
  return world.deps.db.ballot.findFirstOrThrow({
    where: { agendaItem: { initiative: { title: { startsWith: title } } } },
    orderBy: { openedAt: 'desc' },
    include: { roll: true },
  });
}

/** Presses a choice on the newest card and waits for the answer. */
export async function votes(world: World, login: Login, choice: string): Promise<void> {
  const member = at(world, login);
  await member.clicks(choice, { in: 'Mời bỏ phiếu', within: 60_000 });
}

export async function initiativeId(world: World, title: string = WAITING_TITLE): Promise<string> {
  const { id } = await world.deps.db.initiative.findFirstOrThrow({
    where: { title: { startsWith: title } },
    select: { id: true },
  });
  return id;
}
