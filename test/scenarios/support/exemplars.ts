import { addDays } from '../../../src/kernel/time.ts';
import type { GivenFile } from '../../../src/sandbox/driver/choosing.ts';
import type { Actor } from '../../../src/sandbox/driver.ts';
import { emailOf, type Login } from '../../../src/sandbox/sample/people.ts';
import type { World } from '../../support/world.ts';
import { at, todayOf } from './places.ts';
import { SOON } from './watching.ts';

export const COMMUNICATIONS = 'mai.thai' as const satisfies Login;

export interface Praise {
  deed: string;
  model?: boolean;
  persons?: readonly Login[];
  unit?: string;
  citizens?: string;
  files?: readonly GivenFile[];
  /** Days before today. */
  ago?: number;
}

/** A picture of this size, as far as its head tells. */
export function pngOf(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size, Buffer.from('0806000000', 'hex')]);
}

/** Fills in the three steps, the first of which must be open; the last one is left to be sent. */
export async function tells(world: World, person: Actor, praise: Praise): Promise<void> {
  await person.fills({
    Loại: praise.model ? 'Điển hình tiên tiến' : 'Người tốt, việc tốt',
    ...(praise.persons ? { 'Người được tuyên dương': praise.persons.map(emailOf) } : {}),
    ...(praise.unit ? { 'Tập thể được tuyên dương': praise.unit } : {}),
    'Ngày diễn ra, hoặc bắt đầu': addDays(todayOf(world), -(praise.ago ?? 1)),
  });
  await goesOn(person, 'Tuyên dương (2/3)');
  await person.fills({
    'Việc làm cụ thể': praise.deed,
    'Ở đâu': 'Bộ phận một cửa',
    'Kết quả, tác động': 'Người dân nhận được hồ sơ ngay trong ngày',
    'Ai được hưởng lợi': 'Người dân đến làm thủ tục',
    ...(praise.model ? { 'Cách làm để nơi khác học theo': 'Phân luồng hồ sơ từ đầu giờ' } : {}),
  });
  await goesOn(person, 'Tuyên dương (3/3)');
  await person.fills({
    'Biết được từ đâu': 'Đồng nghiệp',
    'Lĩnh vực': 'Một cửa, phục vụ người dân',
    ...(praise.citizens ? { 'Người dân được nêu tên ở trên': praise.citizens } : {}),
    ...(praise.files
      ? {
          'Ảnh, tài liệu': praise.files,
          'Dùng ảnh': ['Ảnh dùng được để đăng báo; người trong ảnh đã đồng ý'],
        }
      : {}),
  });
}

async function goesOn(person: Actor, next: string): Promise<void> {
  const outcome = await person.submits();
  if (outcome !== 'updated')
    throw new Error(`a step: ${outcome} ${JSON.stringify(person.errors())}`);
  await person.waitsForModal(next);
}

/** Praises somebody by the command and closes the receipt. @returns the row */
export async function praises(world: World, login: Login, praise: Praise) {
  const person = at(world, login);
  await person.types('/tuyenduong');
  await person.waitsForModal('Tuyên dương (1/3)');
  await tells(world, person, praise);
  const outcome = await person.submits();
  if (outcome !== 'updated')
    throw new Error(`sending: ${outcome} ${JSON.stringify(person.errors())}`);
  await person.waitsForModal('Đã gửi tuyên dương');
  await person.closesModal({ all: true });
  return exemplarRow(world, praise.deed);
}

export function exemplarRow(world: World, deed: string) {
  return world.deps.db.exemplar.findFirstOrThrow({
    where: { deed },
    include: { subjects: true, mentions: true },
  });
}

/** Those who are praised agree, and the head endorses. */
export async function agreeAll(
  world: World,
  { persons, head }: { persons: readonly Login[]; head: Login },
): Promise<void> {
  for (const login of persons) {
    const person = at(world, login);
    await person.clicks('Đồng ý, cả báo chí', { in: 'Anh/chị được đề nghị tuyên dương', ...SOON });
    await person.sees('Anh/chị đã đồng ý công bố', SOON);
  }
  const leader = at(world, head);
  await leader.clicks('Xác nhận', { in: 'Xác nhận gương tốt của đơn vị', ...SOON });
  await leader.sees('đã xác nhận lúc', SOON);
}

export interface Post {
  headline: string;
  text: string;
  channels: readonly string[];
  record?: string;
}

/** Communications write the post from their card, and leave the preview to be sent. */
export async function edits(world: World, post: Post): Promise<Actor> {
  const editor = at(world, COMMUNICATIONS);
  await editor.clicks('Biên tập, đăng', { in: 'Gương tốt chờ biên tập', ...SOON });
  await editor.waitsForModal('Biên tập bài');
  await editor.fills({
    'Tiêu đề': post.headline,
    'Nội dung bài': post.text,
    'Đăng ở kênh': post.channels,
    ...(post.record
      ? {
          'Người dân trong bài': 'Có nêu tên, đã có sự đồng ý',
          'Sự đồng ý được ghi ở đâu': post.record,
        }
      : {}),
  });
  const outcome = await editor.submits();
  if (outcome !== 'updated')
    throw new Error(`editing: ${outcome} ${JSON.stringify(editor.errors())}`);
  await editor.waitsForModal('Xem trước');
  return editor;
}

/** Writes and publishes the post; it stands in its channels when this is done. */
export async function publishes(world: World, post: Post): Promise<void> {
  const editor = await edits(world, post);
  await editor.submits();
  await editor.closesModal({ all: true });
  for (const channel of post.channels) await editor.sees(post.headline, { in: channel, ...SOON });
}
