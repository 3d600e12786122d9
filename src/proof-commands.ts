import { z } from 'zod';
import { checks } from './checks.ts';
import { type Config, ConfigError } from './config.ts';
import { isDifferent, recount } from './councils/proofs/recount.ts';
import { phrases as recountPhrases } from './councils/proofs/recount-phrases.ts';
import { recountReport } from './councils/proofs/recount-report.ts';
import { type Embedded, openDatabase, type Tx } from './database/client.ts';
import { findBreaches } from './kernel/check.ts';

// What the command line proves of the database: that results recount, that the invariants hold.

export interface Finding {
  sound: boolean;
  /** For the person at the terminal. */
  report: string;
}

const CASES_SHOWN = 10;

/**
 * Counts one closed ballot again, or all of them.
 *
 * @throws ConfigError when there is no such closed ballot
 */
export async function recountStored(
  config: Config,
  from: string | Embedded,
  which: { ballotId: string } | 'all',
): Promise<Finding> {
  const id = which === 'all' ? null : which.ballotId;
  if (id !== null && !z.uuid().safeParse(id).success) throw noSuchBallot(id);
  const recounts = await inSnapshot(from, (tx) => recount(tx, id));
  if (id !== null && recounts.length === 0) throw noSuchBallot(id);
  return {
    sound: !recounts.some(({ lines }) => lines.some(isDifferent)),
    report: recountReport(recounts, { language: 'vi', zone: config.zone }),
  };
}

/** Looks whether every invariant holds, over the whole database. */
export async function verifyStored(from: string | Embedded): Promise<Finding> {
  const breaches = await inSnapshot(from, (tx) => findBreaches(tx, checks));
  const broken = new Map(breaches.map(({ check, cases }) => [check.name, cases]));
  const lines = checks.flatMap(({ name, says }) => {
    const cases = broken.get(name) ?? [];
    const more = cases.length - CASES_SHOWN;
    return [
      `${cases.length === 0 ? 'ĐẠT ' : 'SAI '} ${name}: ${says.vi}`,
      ...cases.slice(0, CASES_SHOWN).map((one) => `       ${one}`),
      ...(more > 0 ? [`       … (+${more})`] : []),
    ];
  });
  const summary = `Đã kiểm ${checks.length} điều: ${checks.length - breaches.length} đạt, ${breaches.length} sai.`;
  return { sound: breaches.length === 0, report: [...lines, summary].join('\n') };
}

/** Reads one state of the database, whatever is written meanwhile. */
async function inSnapshot<T>(from: string | Embedded, read: (tx: Tx) => Promise<T>): Promise<T> {
  const database = await openDatabase(from);
  try {
    return await database.db.$transaction(
      async (tx) => {
        await tx.$executeRaw`set transaction read only`;
        return read(tx);
      },
      { isolationLevel: 'RepeatableRead', timeout: 600_000 },
    );
  } finally {
    await database.close();
  }
}

function noSuchBallot(id: string): ConfigError {
  return new ConfigError(recountPhrases.vi.noBallot({ id }));
}
