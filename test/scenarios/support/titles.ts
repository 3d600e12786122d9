import { dayIn, formatDay } from '../../../src/kernel/time.ts';
import type { Actor } from '../../../src/sandbox/driver.ts';
import { sampleDates } from '../../../src/sandbox/sample/dates.ts';
import type { Login } from '../../../src/sandbox/sample/people.ts';
import type { World } from '../../support/world.ts';
import { at } from './places.ts';

export const LDTT = 'Lao động tiên tiến (LĐTT)';
export const CSTDCS = 'Chiến sĩ thi đua cơ sở (CSTĐCS)';
export const TITLES_FIELD = 'Danh hiệu, từ thấp đến cao';

/** The window in which the sample agency registers titles. */
export function windowOf({ deps }: World): { year: number; closes: string } {
  const dates = sampleDates(dayIn(deps.zone, deps.clock.now()), deps.zone);
  return { year: dates.registrationYear, closes: formatDay(dates.registrationCloses) };
}

/** What is registered for a person or a unit, titles from low to high; null when nothing is. */
export async function registered(world: World, key: { personId?: string; unitId?: string }) {
  const row = await world.deps.db.titleRegistration.findFirst({
    where: { ...key, year: windowOf(world).year },
    include: { items: { orderBy: { rank: 'asc' } } },
  });
  return row && { ...row, titles: row.items.map((item) => item.title) };
}

/** Registers titles through the form and leaves the receipt open. */
export async function registers(world: World, login: Login, ...titles: string[]): Promise<Actor> {
  const person = at(world, login);
  await person.types('/dangky');
  await person.waitsForModal('Đăng ký danh hiệu');
  await person.fills({ [TITLES_FIELD]: titles });
  const outcome = await person.submits();
  if (outcome !== 'updated') throw new Error(`registering was answered: ${outcome}`);
  await person.waitsForModal('Đã gửi đăng ký');
  return person;
}
