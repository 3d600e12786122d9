import { expect } from 'vitest';
import type { Login } from '../../../src/sandbox/sample/people.ts';
import { PDF } from '../../initiatives/evidence-support.ts';
import type { World } from '../../support/world.ts';
import { at, todayOf } from './places.ts';
import { hears } from './watching.ts';

export interface Signed {
  paper?: string;
  number?: string;
  signedOn?: string;
  signatory?: string;
  file?: { name: string; content: Buffer };
}

/** Closes what modals are open. */
export async function clearsModals(world: World, login: Login): Promise<void> {
  const person = at(world, login);
  if (person.modal()) await person.closesModal({ all: true });
}

/** Opens the papers of the newest sitting from the overview. */
export async function opensSignedPapers(world: World, login: Login): Promise<void> {
  const person = at(world, login);
  await clearsModals(world, login);
  await person.types('/hoidong');
  await person.waitsForModal('Hội đồng');
  await person.clicks('Văn bản', { in: 'modal' });
  await person.waitsForModal('Văn bản phiên họp');
}

export async function opensSigning(world: World, login: Login): Promise<void> {
  await opensSignedPapers(world, login);
  await at(world, login).clicks('Đính kèm bản đã ký', { in: 'modal' });
  await at(world, login).waitsForModal('Đính kèm bản đã ký');
}

export async function fillsSigning(world: World, login: Login, given: Signed): Promise<void> {
  await at(world, login).fills({
    ...(given.paper ? { 'Văn bản': given.paper } : {}),
    'Số, ký hiệu': given.number ?? '12/BB-HĐSK',
    'Ngày ký': given.signedOn ?? todayOf(world),
    'Người ký': given.signatory ?? 'Phạm Tuấn Minh',
    'Bản đã ký': [given.file ?? { name: 'bien-ban.pdf', content: PDF }],
  });
}

/** Attaches a copy and reads what became of it. */
export async function attachesSigned(
  world: World,
  login: Login,
  given: Signed,
  words: string,
): Promise<void> {
  await opensSigning(world, login);
  await fillsSigning(world, login, given);
  await hears(at(world, login), words, async () => {
    expect(await at(world, login).submits()).toBe('updated');
  });
  await clearsModals(world, login);
}
