import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inTransaction } from '../../src/database/transaction.ts';
import { messageKind } from '../../src/jobs/kinds.ts';
import { sendMessage } from '../../src/jobs/outbox.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { serverUrl } from '../support/template.ts';

const note = messageKind('test.note', z.object({}));
const SUBJECT = '00000000-0000-4000-8000-000000000001';

const warnings: string[] = [];
const hear = (warning: Error) => warnings.push(warning.message);

let sample: SampleDatabase;
beforeAll(async () => {
  process.on('warning', hear);
  sample = await openSampleDatabase();
});
afterAll(async () => {
  process.off('warning', hear);
  await sample.close();
});

/** Lets `count` come together before any of them goes on. */
function meetingOf(count: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= count) open();
    return all;
  };
}

// The embedded Postgres runs one transaction after the other: none can stand in another's way.
describe.skipIf(!serverUrl)('transactions in each other’s way', () => {
  test('of two that deadlock both are done, each once', async () => {
    const { db } = sample.deps;
    const [one, two] = [personId('lan.tran'), personId('duc.vu')];
    const meet = meetingOf(2);
    const runs: string[] = [];
    const change = (first: string, second: string) =>
      inTransaction(db, async (tx) => {
        runs.push(first);
        await tx.$executeRaw`update person set full_name = full_name || '+' where id = ${first}::uuid`;
        await meet();
        await tx.$executeRaw`update person set full_name = full_name || '+' where id = ${second}::uuid`;
      });
    await Promise.all([change(one, two), change(two, one)]);
    // The one that gave way may come back before the other goes on, and they meet once more.
    expect(runs.length).toBeGreaterThanOrEqual(3);
    const names = await db.person.findMany({ where: { id: { in: [one, two] } } });
    expect(names.map(({ fullName }) => fullName.slice(-3))).toEqual([
      expect.stringMatching(/[^+]\+\+$/),
      expect.stringMatching(/[^+]\+\+$/),
    ]);
  });

  test('two that write to the same people in opposite order both send all', async () => {
    const { db } = sample.deps;
    const people = [personId('linh.cao'), personId('ngoc.le')];
    const meet = meetingOf(2);
    const send = (order: readonly string[]) =>
      inTransaction(db, async (tx) => {
        for (const [index, id] of order.entries()) {
          if (index > 0) await meet();
          await sendMessage(tx, note, { to: { personId: id }, params: {}, subjectId: SUBJECT });
        }
      });
    await Promise.all([send(people), send(people.toReversed())]);
    expect(await db.outgoingMessage.count({ where: { subjectId: SUBJECT } })).toBe(4);
  });

  test('a failure that is no conflict is not tried again', async () => {
    let runs = 0;
    const failing = inTransaction(sample.deps.db, async () => {
      runs += 1;
      throw new Error('a defect');
    });
    await expect(failing).rejects.toThrow('a defect');
    expect(runs).toBe(1);
  });
});

describe('a connection that breaks in a transaction', () => {
  test('leaves nothing behind and keeps nobody waiting', async () => {
    const { database, deps } = sample;
    const client = new pg.Client(database.connection);
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin');
    await client.query(`update person set full_name = 'nửa chừng' where email like 'hung.le%'`);
    // As when the process at the other end dies.
    (
      client as unknown as { connection: { stream: { destroy(): void } } }
    ).connection.stream.destroy();
    const seen = () => deps.db.person.count({ where: { fullName: 'nửa chừng' } });
    expect(await seen()).toBe(0);
    await deps.db.person.update({
      where: { id: personId('hung.le') },
      data: { timeZone: 'Asia/Ho_Chi_Minh' },
    });
    expect(await seen()).toBe(0);
  });
});

test('what one transaction asks at the same time comes to its connection in turn', async () => {
  const { db } = sample.deps;
  const relations = {
    postings: true,
    grants: true,
    ratings: true,
    awards: true,
    memberships: true,
  };
  const people = await db.$transaction((tx) => tx.person.findMany({ include: relations }));
  expect(people.flatMap(({ ratings }) => ratings)).not.toEqual([]);
  await expect(
    db.$transaction((tx) => Promise.all([tx.$queryRaw`select 1 / 0`, tx.unit.count()])),
  ).rejects.toThrow('division by zero');
  // `pg` warns of its queue once in the life of a process: here, or where the sample agency is written.
  expect(warnings).toEqual([]);
});
