import { expect } from 'vitest';
import { normal } from '../../../src/sandbox/driver/reading.ts';
import type { Actor } from '../../../src/sandbox/driver.ts';
import type { World } from '../../support/world.ts';

// Delivery is paced at one message a second in a conversation, and a redrawing waits a second.
export const SOON = { within: 60_000 };

/** How often the words stand on the person's screen now. */
export function timesSeen(person: Actor, words: string): number {
  return normal(person.everything()).split(normal(words)).length - 1;
}

/** Does `act` and waits until the words stand once more on the person's screen than before. */
export async function hears(
  person: Actor,
  words: string,
  act: () => Promise<unknown>,
): Promise<void> {
  const before = timesSeen(person, words);
  await act();
  await expect
    .poll(() => timesSeen(person, words), {
      ...SOON_POLL,
      message: `${words}\n${person.everything()}`,
    })
    .toBeGreaterThan(before);
}

const SOON_POLL = { timeout: SOON.within, interval: 25 };

/** Written by the clock, by the reading of a profile and by the deliveries: no part of what people do. */
const NOT_COMPARED = new Set([
  '_prisma_migrations',
  'calendar_tick',
  'card_due',
  'job_worker',
  'outgoing_message',
  'person',
  'practice_clock',
]);

let everything: Promise<string> | undefined;

/** One statement that reads all of it: there are some hundred tables, and most have few rows. */
async function readsEverything({ pool }: World['database']): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const tables = rows.flatMap(({ name }) =>
    NOT_COMPARED.has(name)
      ? []
      : [`select '${name} ' || row_to_json(stored)::text as row from "${name}" as stored`],
  );
  const messages = `
    select 'outgoing_message ' || json_build_array(seq, purpose, params, subject_id, person_id, channel_id)::text
    from outgoing_message`;
  return [...tables, messages].join(' union all ');
}

/** Everything that is stored, each row behind the name of its table, and which messages are to be sent to whom. */
async function storedRows({ database }: World): Promise<Set<string>> {
  everything ??= readsEverything(database);
  const { rows } = await database.pool.query<{ row: string }>(await everything);
  return new Set(rows.map(({ row }) => row));
}

/** Does `act` and holds that nothing of what is stored is another afterwards. */
export async function changesNothing(world: World, act: () => Promise<unknown>): Promise<void> {
  const before = await storedRows(world);
  await act();
  expect(differences(before, await storedRows(world))).toEqual([]);
}

/** The rows that came and those that went. */
function differences(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  return [
    ...[...before].filter((row) => !after.has(row)).map((row) => `- ${row}`),
    ...[...after].filter((row) => !before.has(row)).map((row) => `+ ${row}`),
  ];
}

/** A misuse: the person is answered with these words, and nothing that is stored changes. */
export async function isTurnedDown(
  world: World,
  person: Actor,
  words: string,
  act: () => Promise<unknown>,
): Promise<void> {
  await changesNothing(world, () => hears(person, words, act));
}
