import { addDays, type Day } from '../../../src/kernel/time.ts';
import type { GivenFile } from '../../../src/sandbox/driver/choosing.ts';
import type { Actor } from '../../../src/sandbox/driver.ts';
import { emailOf, type Login, staffOf } from '../../../src/sandbox/sample/people.ts';
import type { World } from '../../support/world.ts';
import { at, todayOf } from './places.ts';

export interface Request {
  title: string;
  /** Who writes is the first author. */
  coAuthors?: readonly Login[];
  outside?: string;
  firstAppliedOn?: Day;
  /** In the order of the authors, those from outside last. */
  shares?: readonly number[];
  investor?: string;
  confidential?: string;
  evidence?: readonly GivenFile[];
  /** The evidence is for the council only. */
  evidenceForCouncil?: boolean;
}

/** Fills in the first step, which must be open. */
export async function describes(world: World, person: Actor, request: Request): Promise<void> {
  const { title, coAuthors = [], outside } = request;
  await person.fills({
    'Tên sáng kiến': title,
    'Tác giả, đồng tác giả': [person.person.email, ...coAuthors.map(emailOf)],
    ...(outside ? { 'Tác giả ngoài cơ quan': outside } : {}),
    'Loại giải pháp': 'Giải pháp tác nghiệp',
    'Ngày áp dụng lần đầu': request.firstAppliedOn ?? addDays(todayOf(world), -30),
    'Lĩnh vực và vấn đề được giải quyết': 'Quản lý thu; giảm thời gian đối chiếu',
  });
}

/** Opens the form and goes on to its second step. */
export async function reachesSecondStep(
  world: World,
  login: Login,
  request: Request,
): Promise<Actor> {
  const person = at(world, login);
  await person.types('/sangkien mới');
  await person.waitsForModal('Nộp sáng kiến (1/3)');
  await describes(world, person, request);
  const outcome = await person.submits();
  if (outcome !== 'updated')
    throw new Error(`the first step: ${outcome} ${JSON.stringify(person.errors())}`);
  await person.waitsForModal('Nộp sáng kiến (2/3)');
  return person;
}

export function shareField(login: Login): string {
  return `Tỷ lệ đóng góp (%) – ${staffOf(login).name}`;
}

/** Fills in the second step, which must be open. */
export async function tellsSubstance(person: Actor, login: Login, request: Request): Promise<void> {
  const { coAuthors = [], shares = [] } = request;
  const named = [login, ...coAuthors].map((author, place) => [shareField(author), shares[place]]);
  await person.fills({
    ...(shares.length > 0 ? Object.fromEntries(named) : {}),
    'Tình trạng trước khi có sáng kiến': 'Đối chiếu bằng tay, mất hai ngày.',
    'Bản chất của giải pháp': 'Ghép hai bảng kê theo mã đơn vị.',
    'Lợi ích thu được, theo ý kiến tác giả': 'Giảm từ hai ngày còn hai giờ.',
  });
}

/** Fills in the second step, which must be open, and then the third, which is left to be sent. */
export async function tellsBenefits(person: Actor, login: Login, request: Request): Promise<void> {
  await tellsSubstance(person, login, request);
  const outcome = await person.submits();
  if (outcome !== 'updated')
    throw new Error(`the second step: ${outcome} ${JSON.stringify(person.errors())}`);
  await person.waitsForModal('Nộp sáng kiến (3/3)');
  const { investor, confidential, evidence, evidenceForCouncil } = request;
  await person.fills({
    ...(evidence ? { 'Tệp minh chứng': evidence } : {}),
    ...(evidenceForCouncil ? { 'Ai xem được các tệp này': [COUNCIL_ONLY] } : {}),
    ...(investor ? { 'Chủ đầu tư tạo ra sáng kiến': investor } : {}),
    ...(confidential ? { 'Thông tin cần bảo mật': confidential } : {}),
  });
}

export const COUNCIL_ONLY = 'Chỉ hội đồng sáng kiến và thư ký';

/** Hands an initiative in and closes the receipt. @returns its row */
export async function handsIn(world: World, login: Login, request: Request) {
  const person = await reachesSecondStep(world, login, request);
  await tellsBenefits(person, login, request);
  const outcome = await person.submits();
  if (outcome !== 'updated')
    throw new Error(`handing in: ${outcome} ${JSON.stringify(person.errors())}`);
  await person.waitsForModal('Đã nộp sáng kiến');
  await person.closesModal();
  return initiativeRow(world, request.title);
}

/** The secretary finds the form in order, from the file. */
export async function accepts(
  world: World,
  number: string,
  login: Login = 'ha.nguyen',
): Promise<void> {
  const secretary = at(world, login);
  await secretary.types(`/sangkien ${number}`);
  await secretary.waitsForModal('Hồ sơ sáng kiến');
  await secretary.clicks('Tiếp nhận', { in: 'modal' });
  await secretary.sees(`Đã tiếp nhận ${number}`, { in: 'modal' });
  await secretary.closesModal({ all: true });
}

/** Hands an initiative in, which the secretary accepts: it waits for the council. */
export async function handsInAccepted(world: World, login: Login, request: Request) {
  const { number } = await handsIn(world, login, request);
  await accepts(world, number);
  return initiativeRow(world, request.title);
}

/** The newest of this title. */
export function initiativeRow(world: World, title: string) {
  return world.deps.db.initiative.findFirstOrThrow({
    where: { title },
    orderBy: { number: 'desc' },
    include: { authors: { orderBy: { ordinal: 'asc' } }, decision: true },
  });
}
