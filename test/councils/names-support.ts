import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { vi } from 'vitest';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import type { Rating } from '../../src/database/generated/enums.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/people/actor.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { councilId } from '../../src/sandbox/sample/seed-councils.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';

export const COUNCIL = councilId(EMULATION_COUNCIL);

/** So many new people of a department, rated so in a year. @returns their ids */
export async function newPeople(
  deps: Deps,
  count: number,
  { year, rating, called }: { year: number; rating: Rating | null; called?: string },
): Promise<string[]> {
  const mark = randomUUID().slice(0, 8);
  const people = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    staffNumber: `${mark}-${index}`,
    fullName: `${called ?? `Người Đề Nghị ${mark}`} ${String(index + 1).padStart(3, '0')}`,
    email: `${mark}-${index}@bhxh.example`,
  }));
  const { db } = deps;
  await db.person.createMany({ data: people });
  const fromDate = dateColumn(addDays(today(deps), -900));
  await db.posting.createMany({
    data: people.map(({ id }) => ({
      personId: id,
      unitId: unitId('SH-THU'),
      position: 'Chuyên viên',
      office: 'staff' as const,
      fromDate,
    })),
  });
  if (rating !== null)
    await db.yearRating.createMany({
      data: people.map(({ id }) => ({
        personId: id,
        year,
        rating,
        decisionNumber: '99/QĐ-XL',
        decidedOn: dateColumn(`${year}-12-01`),
      })),
    });
  return people.map(({ id }) => id);
}

/** A confirmed registration of one title, made as if the season were over. */
export async function registers(
  deps: Deps,
  subject: { personId: string } | { unitId: string },
  { title, year }: { title: string; year: number },
): Promise<void> {
  await deps.db.titleRegistration.create({
    data: {
      ...subject,
      year,
      state: 'confirmed',
      filedById: personId('ha.nguyen'),
      settledById: personId('ha.nguyen'),
      settledAt: deps.clock.now(),
      items: { create: { title, rank: 1 } },
    },
  });
}

/** Removes the registrations of a year, those of the sample among them. */
export async function noRegistrations({ db }: Deps, year: number): Promise<void> {
  await db.titleRegistrationItem.deleteMany({ where: { registration: { year } } });
  await db.registrationRevision.deleteMany({ where: { registration: { year } } });
  await db.titleRegistration.deleteMany({ where: { year } });
}

/** A sitting of the emulation council on all who are registered for these titles. @returns its id */
export function convenes(
  deps: Deps,
  actor: Actor,
  nominations: readonly { itemKey: string; year: number }[],
): Promise<string> {
  return conveneSitting(deps, {
    actor,
    councilId: COUNCIL,
    startsAt: deps.clock.now(),
    place: 'Hội trường',
    initiativeIds: [],
    nominations,
    channelId: undefined,
    submissionKey: randomUUID(),
  });
}

/** How many statements the database is asked while `act` runs. */
export async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await act();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}
