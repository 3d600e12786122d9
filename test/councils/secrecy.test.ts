import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shuffled } from '../../src/councils/ballots/ballot-box.ts';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import type { Choice } from '../../src/councils/rules.ts';
import { type Crowd, seedCrowd } from '../support/crowd.ts';
import { captureLog, type LogCapture } from '../support/log-capture.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';
import { serverUrl } from '../support/template.ts';
import { chanceMargin, hits, memberOrders, paperOrders } from './adversary.ts';

// What is left in a real Postgres after a secret count, against somebody who has all of it.

const MEMBERS = 80;
const BALLOTS = 6;
const FALSE_ALARM = 1e-7;

/** A secret ballot as its voters know it. */
interface Held {
  ballotId: string;
  votedAs: Map<string, Choice>;
  /** By member, as told to them. */
  receipts: Map<string, string>;
  /** In the order in which they voted. */
  choices: Choice[];
}

describe.skipIf(!serverUrl)(
  'a counted secret ballot on a server (TEST_DATABASE_URL names none: only a real one has ctid, xmin and the like of many sessions)',
  { timeout: 120_000 },
  () => {
    let sample: SampleDatabase;
    let crowd: Crowd;
    let log: LogCapture;
    const held: Held[] = [];

    beforeAll(async () => {
      sample = await openSampleDatabase({ fresh: true });
      log = captureLog();
      crowd = await seedCrowd(sample.deps, MEMBERS, slackIdFor);
      for (let ballot = 0; ballot < BALLOTS; ballot += 1) held.push(await hold());
    }, 120_000);
    afterAll(() => sample.close());

    /** Half vote for, half against, in an order of their own, one after the other; the last one closes it. */
    async function hold(): Promise<Held> {
      const deps = { ...sample.deps, log: log.log };
      const { ballotId } = await crowd.openBallot('secret');
      const half = (choice: Choice) => Array<Choice>(MEMBERS / 2).fill(choice);
      const choices = shuffled([...half('agree'), ...half('disagree')]);
      const receipts = new Map<string, string>();
      const votedAs = new Map<string, Choice>();
      for (const [turn, actor] of shuffled(crowd.members).entries()) {
        const choice = choices[turn]!;
        const result = await castVote(deps, { actor, ballotId, choice });
        if (!result.cast) throw new Error(result.because);
        receipts.set(actor.personId, result.receipt ?? '');
        votedAs.set(actor.personId, choice);
      }
      expect(await closeBallotIfDue(deps, ballotId)).toBe(true);
      return { ballotId, votedAs, receipts, choices };
    }

    /** The share of hits of each strategy over all ballots. */
    async function attack(): Promise<Map<string, number>> {
      const { pool } = sample.database;
      const found = new Map<string, number>();
      for (const { ballotId, votedAs, receipts } of held) {
        const members = await memberOrders(pool, { id: ballotId, receipts });
        const papers = await paperOrders(pool, ballotId);
        for (const one of members) {
          for (const other of papers) {
            const strategy = `${one.by} beside ${other.by}`;
            found.set(strategy, (found.get(strategy) ?? 0) + hits(one, other, votedAs));
          }
        }
      }
      const votes = MEMBERS * BALLOTS;
      return new Map([...found].map(([strategy, count]) => [strategy, count / votes]));
    }

    function betrayed(shares: Map<string, number>): string[] {
      const margin = chanceMargin(MEMBERS * BALLOTS, shares.size, FALSE_ALARM);
      return [...shares]
        .filter(([, share]) => Math.abs(share - 0.5) >= margin)
        .map(([name]) => name);
    }

    test('no order of anything tells better than chance who voted how', async () => {
      const shares = await attack();

      // The strategies that anybody would think of are among them.
      for (const strategy of [
        'public.turnout by ctid beside public.counted_paper by ctid',
        'public.turnout by xmin beside public.counted_paper by "id"',
        'public.audit_event by "id" beside public.counted_paper by ctid',
        'public.audit_event by "at" beside public.counted_paper by ctid',
        'public.roll_entry by ctid beside public.counted_paper by ctid',
        'public.outgoing_message by "seq" beside public.counted_paper by ctid',
        'public.ballot_receipt by "receipt_hash" beside public.counted_paper by ctid',
      ]) {
        expect([...shares.keys()]).toContain(strategy);
      }
      expect(betrayed(shares)).toEqual([]);
    });

    test('papers carry neither the transactions of their votes nor more than one of their own', async () => {
      const { rows } = await sample.database.pool.query(`
        select count(distinct counted.xmin::text)::int as transactions,
          count(*) filter (where counted.xmin::text in
            (select xmin::text from turnout where turnout.ballot_id = counted.ballot_id))::int as shared
        from counted_paper as counted group by ballot_id`);
      expect(rows).toEqual(Array(BALLOTS).fill({ transactions: 1, shared: 0 }));
    });

    test('no row of any table has a member beside a choice, a receipt beside a member, or a key', async () => {
      const { pool } = sample.database;
      const members = crowd.members.map(({ personId }) => personId);
      const receipts = held.flatMap((one) => [...one.receipts.values()]);
      const { rows: tables } = await pool.query<{ table: string }>(`
        select format('%I.%I', schemaname, tablename) as table from pg_tables
        where schemaname in ('public', 'graphile_worker')`);
      const telling: string[] = [];
      for (const { table } of tables) {
        // Sums of an outcome are public, and stand beside who presided.
        const whole = table === 'public.ballot' ? `(to_jsonb(t) - 'outcome')::text` : 't::text';
        const { rows } = await pool.query<{ row: string }>(
          `select ${whole} as row from ${table} t`,
        );
        for (const { row } of rows) {
          const names = members.some((id) => row.includes(id));
          const carries = receipts.some((receipt) => row.includes(receipt));
          if (names && /\b(agree|disagree)\b/.test(row))
            telling.push(`${table}: a choice beside a member`);
          if (carries && table !== 'public.ballot_receipt') telling.push(`${table}: a receipt`);
        }
      }
      expect([...new Set(telling)]).toEqual([]);
      const left = `select count(*)::int as papers,
        (select count(*)::int from ballot where wrapped_private_key is not null) as keys from paper`;
      expect((await pool.query(left)).rows).toEqual([{ papers: 0, keys: 0 }]);
    });

    test('the log at its most talkative has no choice and no receipt', () => {
      const text = log.text();
      expect(text).not.toMatch(/agree|disagree/);
      expect(
        held.flatMap((one) => [...one.receipts.values()]).filter((one) => text.includes(one)),
      ).toEqual([]);
    });

    test('the same adversary finds papers that were left in the order of the votes', async () => {
      const { pool } = sample.database;
      // Emptied as a whole, so that no row is put into the room of one that is gone.
      await pool.query('truncate counted_paper');
      for (const { ballotId, choices } of held) {
        await pool.query(
          `insert into counted_paper (ballot_id, choice)
           select $1, choice from unnest($2::choice[]) with ordinality as given(choice, n) order by n`,
          [ballotId, choices],
        );
      }
      const shares = await attack();

      // Not all of them: of several sessions one may write behind a page that another has begun.
      const found = betrayed(shares);
      for (const member of ['turnout by xmin', 'audit_event by "id"']) {
        const strategy = `public.${member} beside public.counted_paper by ctid`;
        expect(shares.get(strategy)).toBeGreaterThan(0.7);
        expect(found).toContain(strategy);
      }
    });
  },
);
