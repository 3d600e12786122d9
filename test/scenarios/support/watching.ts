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

/** Everything that is stored, table by table, and which messages are to be sent to whom. */
async function storedRows(world: World): Promise<Record<string, string[]>> {
  const { pool } = world.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const stored: Record<string, string[]> = {};
  for (const { name } of tables) {
    if (NOT_COMPARED.has(name)) continue;
    const { rows } = await pool.query<{ row: string }>(
      `select row_to_json(stored)::text as row from "${name}" as stored order by 1`,
    );
    stored[name] = rows.map(({ row }) => row);
  }
  const { rows: messages } = await pool.query<{ row: string }>(
    `select json_build_array(seq, purpose, params, subject_id, person_id, channel_id)::text as row
     from outgoing_message order by seq`,
  );
  stored.outgoing_message = messages.map(({ row }) => row);
  return stored;
}

/** Does `act` and holds that nothing of what is stored is another afterwards. */
export async function changesNothing(world: World, act: () => Promise<unknown>): Promise<void> {
  const before = await storedRows(world);
  await act();
  expect(differences(before, await storedRows(world))).toEqual([]);
}

/** The rows that came and those that went, by table. */
function differences(before: Record<string, string[]>, after: Record<string, string[]>): string[] {
  const missing = (from: readonly string[] = [], other: readonly string[] = []) => {
    const there = new Set(other);
    return from.filter((row) => !there.has(row));
  };
  return Object.keys(after).flatMap((table) => [
    ...missing(before[table], after[table]).map((row) => `- ${table} ${row}`),
    ...missing(after[table], before[table]).map((row) => `+ ${table} ${row}`),
  ]);
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
