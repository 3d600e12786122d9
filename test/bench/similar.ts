// Finding similar initiatives among 100,000: what is found, what is shown beside it, and how long it takes.
//   TEST_DATABASE_URL=… npx tsx test/bench/similar.ts
// Filling takes minutes. With SIMILAR_FILLED=<address> a database that is filled is kept there and used again.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connect, type Database } from '../../src/database/client.ts';
import { migrate } from '../../src/database/migrate.ts';
import { initiativeNumber } from '../../src/initiatives/rules.ts';
import { findSimilar } from '../../src/initiatives/similar/find-similar.ts';
import { likenesses } from '../../src/initiatives/similar/likeness.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { cloneDatabase } from '../support/database.ts';
import { prepareTemplate } from '../support/template.ts';
import {
  COPYING,
  pick,
  randomFrom,
  type Written,
  writeInitiative,
} from './vietnamese-initiatives.ts';

const STORED = Number(process.env.SIMILAR_STORED ?? 100_000);
const SEARCHES = 200;
const BATCH = 500;
/** As many as the author is shown. */
const SHOWN = 3;

const database = await openFilled();
const deps: Deps = {
  db: database.db,
  rulebook: loadRulebook(),
  clock: systemClock,
  zone: 'Asia/Ho_Chi_Minh',
  log: createLog('silent'),
  ballotKey: Buffer.alloc(32, 7),
};
// The first one loads what the others find loaded.
await search(writeInitiative(randomFrom(5)));
await plantedCopies();
await newOnes();
await plainScan();
await database.close();

/** Copies of stored ones, made in each way: is the original among those shown, and how long does it take. */
async function plantedCopies(): Promise<void> {
  const random = randomFrom(2);
  const ways = Object.entries(COPYING);
  const each = Math.ceil(SEARCHES / ways.length);
  const times: number[] = [];
  for (const [name, copy] of ways) {
    let found = 0;
    let first = 0;
    for (let count = 0; count < each; count += 1) {
      const original = await database.db.comparedWork.findFirstOrThrow({
        where: { id: { gt: Math.floor(random() * STORED) } },
        orderBy: { id: 'asc' },
        select: { initiative: { select: { id: true, title: true, essence: true } } },
      });
      if (!original.initiative) continue;
      const { ms, similar } = await search(copy(random, original.initiative));
      times.push(ms);
      const place = similar.findIndex((one) => one.initiative?.id === original.initiative?.id);
      if (place >= 0) found += 1;
      if (place === 0) first += 1;
    }
    line(`${name}: found ${found} of ${each}, ${first} of them first`);
  }
  line(`${times.length} searches for copies: ${spread(times)}`);
}

/** New ones of the same field: what is shown though nothing was copied, by how alike it is. */
async function newOnes(): Promise<void> {
  const random = randomFrom(3);
  const times: number[] = [];
  const shown: number[] = [];
  let byEssence = 0;
  for (let count = 0; count < SEARCHES; count += 1) {
    const { ms, similar } = await search(writeInitiative(random));
    times.push(ms);
    shown.push(similar.length);
    if (similar.some(({ essencePercent }) => (essencePercent ?? 0) >= 20)) byEssence += 1;
  }
  const none = shown.filter((count) => count === 0).length;
  const all = shown.reduce((sum, count) => sum + count, 0);
  line(
    `new ones: ${all} shown in ${SEARCHES} searches, nothing in ${none}, for their essence in ${byEssence}`,
  );
  line(`${times.length} searches for new ones: ${spread(times)}`);
}

/** The same comparison with every stored one, as would be done without marks; a tenth, times ten. */
async function plainScan(): Promise<void> {
  const wanted = writeInitiative(randomFrom(4));
  const { ms } = await search(wanted);
  const start = performance.now();
  const rows = await database.db.initiative.findMany({
    take: Math.ceil(STORED / 10),
    select: { title: true, essence: true },
  });
  const alike = likenesses(wanted, rows).filter(Boolean).length;
  const scanned = (performance.now() - start) * 10;
  line(
    `a plain scan: ${(scanned / 1000).toFixed(1)} s (${alike} alike in a tenth), ` +
      `${Math.round(scanned / ms)} times one search of ${ms.toFixed(0)} ms`,
  );
}

async function search({ title, essence }: Written) {
  const start = performance.now();
  const asked = { title, essence, except: randomUUID(), authorIds: [], limit: SHOWN };
  const similar = await findSimilar(deps, database.db, asked);
  return { ms: performance.now() - start, similar };
}

async function openFilled(): Promise<Database> {
  const kept = process.env.SIMILAR_FILLED;
  if (!kept) {
    await prepareTemplate();
    const fresh = await cloneDatabase();
    await fill(fresh);
    return fresh;
  }
  const { pathname } = new URL(kept);
  const admin = new pg.Client({ connectionString: kept.replace(pathname, '/postgres') });
  await admin.connect();
  await admin.query(`create database ${pathname.slice(1)}`).catch(() => undefined);
  await admin.end();
  const opened = connect({ connectionString: kept, max: 4 }, null);
  await migrate(opened.pool);
  if ((await opened.db.initiative.count()) < STORED) await fill(opened);
  return opened;
}

async function fill({ db, pool }: Database): Promise<void> {
  await db.$executeRaw`
    insert into unit (code, name, kind, valid_from)
    select 'P' || n, 'Phòng ' || n, 'department', '2020-01-01' from generate_series(1, 50) n`;
  await db.$executeRaw`
    insert into person (staff_number, full_name, email) values ('NV1', 'Người Nộp', 'nv1@bhxh.example')`;
  const units = await db.unit.findMany({ select: { id: true } });
  const { id: personId } = await db.person.findFirstOrThrow({ select: { id: true } });
  const random = randomFrom(1);
  const start = performance.now();
  for (let done = 0; done < STORED; done += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, index) => ({
      ...writeInitiative(random),
      number: initiativeNumber(2020, done + index + 1),
      unit: pick(random, units).id,
    }));
    await db.$executeRaw`
      with filed as (
        insert into initiative (number, title, essence, kind, field, first_applied_on, prior_state,
          benefits, filed_late, unit_id, filed_by_id)
        select number, title, essence, 'operational', 'Nghiệp vụ', '2020-01-01', 'Chưa có', 'Nhanh hơn',
          false, unit, ${personId}::uuid
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r(number text, title text, essence text, unit uuid)
        returning id
      )
      insert into initiative_author (initiative_id, ordinal, person_id, share)
      select id, 1, ${personId}::uuid, 100 from filed`;
  }
  const taken = performance.now() - start;
  await pool.query('vacuum analyze');
  const sizes = await pool.query<{ name: string; size: string }>(
    `select relname as name, pg_size_pretty(pg_total_relation_size(oid)) as size from pg_class
     where relname in ('initiative', 'compared_work', 'compared_passage') order by 1`,
  );
  line(
    `${STORED} stored in ${(taken / 1000).toFixed(0)} s, ${(taken / STORED).toFixed(1)} ms each`,
  );
  line(sizes.rows.map(({ name, size }) => `${name} ${size}`).join(', '));
}

function spread(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]?.toFixed(0);
  return `median ${at(0.5)} ms, 95% within ${at(0.95)} ms, at most ${at(1)} ms`;
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
