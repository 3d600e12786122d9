import { EventEmitter, once } from 'node:events';
import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checks } from '../../src/checks.ts';
import { isDifferent, recount } from '../../src/councils/proofs/recount.ts';
import { StoredOutcome } from '../../src/councils/stored.ts';
import { findBreaches } from '../../src/kernel/check.ts';
import { createClone } from '../support/database.ts';
import { acknowledged, SIGNING_SECRET, signedPress } from '../support/press-load.ts';
import { type Product, startProduct } from '../support/product.ts';
import { serverUrl } from '../support/template.ts';
import {
  BALLOT_KEY,
  type DeafSlack,
  fillVotesStage,
  openDeafSlack,
  type VotesStage,
} from '../support/votes-stage.ts';

// Four processes of the product over one database; every second member presses twice at once, each time another
// button, on two of them; one process is killed in the middle; the deadline comes before everybody has pressed.

const PROCESSES = 4;
const AT_ONCE = 32;
/** The process that is killed. */
const KILLED = 3;

interface Press {
  /** Of this test's presses, the name of one. */
  name: string;
  voter: string;
  choice: 'agree' | 'disagree';
  process: number;
}

describe.skipIf(!serverUrl)(
  'members vote over four processes (needs TEST_DATABASE_URL: the embedded Postgres serves one)',
  { timeout: 180_000 },
  () => {
    let slack: DeafSlack;
    let clone: { url: string; drop: () => Promise<void> };
    let stage: VotesStage;
    let env: Record<string, string>;
    const products: Product[] = [];
    const agent = new Agent({ keepAlive: true });

    beforeAll(async () => {
      slack = await openDeafSlack();
      clone = await createClone(serverUrl ?? '');
      stage = await fillVotesStage(clone.url, 1_000);
      env = {
        SLACK_BOT_TOKEN: 'xoxb-test',
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_API_URL: slack.apiUrl,
        BALLOT_KEY,
        // Four processes share the server with whatever else is tested.
        DATABASE_URL: `${clone.url}?max=8`,
      };
      products.push(
        ...(await Promise.all(Array.from({ length: PROCESSES }, () => startProduct(env)))),
      );
    }, 120_000);
    afterAll(async () => {
      agent.destroy();
      await Promise.all(products.map((product) => product.kill()));
      await stage.database.close();
      slack.close();
      await clone.drop();
    });

    const portOf = (place: number) =>
      Number(/port (\d+)/.exec(products[place]?.output() ?? '')?.[1]);

    function allPresses(ballotId: string, members: number): Press[] {
      return stage.voters(members).flatMap((voter, index) =>
        (['agree', 'disagree'] as const).slice(0, 1 + (index % 2)).map((choice, turn) => ({
          name: `${ballotId}-${voter}-${choice}`,
          voter,
          choice,
          process: (index + turn) % PROCESSES,
        })),
      );
    }

    /** As Slack does: what is not acknowledged is sent again, here to a process that lives. */
    async function send(ballotId: string, press: Press): Promise<void> {
      const signed = signedPress({
        userId: press.voter,
        actionId: `councils.${press.choice}`,
        value: JSON.stringify({ ballotId }),
        respondUrl: slack.respondUrl(press.name),
      });
      await acknowledged(portOf(press.process), signed, agent).catch(() => {
        press.process = (press.process + 1) % PROCESSES;
        return send(ballotId, press);
      });
    }

    /** Sends all, so many at once, and does `midway` things when so many have been acknowledged. */
    async function sendAll(
      ballotId: string,
      presses: readonly Press[],
      midway: ReadonlyMap<number, () => Promise<unknown>>,
    ): Promise<void> {
      const waiting = presses.values();
      const asides: Promise<unknown>[] = [];
      let done = 0;
      const line = async () => {
        for (const press of waiting) {
          await send(ballotId, press);
          done += 1;
          const aside = midway.get(done);
          if (aside) asides.push(aside());
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, line));
      await Promise.all(asides);
    }

    /** As ending a vote does: what is in flight is written first. */
    const deadlineNow = (ballotId: string) =>
      stage.database.pool.query(
        `with held as materialized (select id from ballot where id = $1 for update)
         update ballot set closes_at = app_now() from held where ballot.id = held.id`,
        [ballotId],
      );

    /** Four jobs that close it, for as many processes to begin with at once. */
    const closeFourTimes = (ballotId: string) =>
      stage.database.pool.query(
        `select graphile_worker.add_job('councils.deadline_came', json_build_object('ballotId', $1::text))
         from generate_series(1, ${PROCESSES})`,
        [ballotId],
      );

    const untilClosed = (ballotId: string) =>
      expect
        .poll(
          async () =>
            (await stage.database.db.ballot.findUniqueOrThrow({ where: { id: ballotId } })).state,
          { timeout: 60_000, interval: 50 },
        )
        .toBe('closed');

    /** Answers of processes that live come after their acknowledgements; those of the killed one may not. */
    const untilAnswered = (presses: readonly Press[], killed: boolean) => {
      const due = presses.filter((press) => !killed || press.process !== KILLED);
      return expect
        .poll(() => due.filter(({ name }) => !slack.answers.has(name)).length, {
          timeout: 60_000,
          interval: 50,
        })
        .toBe(0);
    };

    test.each([
      { method: 'open' as const, members: 150, kills: false },
      { method: 'secret' as const, members: 1_000, kills: true },
    ])(
      '$members on a $method ballot: nothing lost, nothing double, the outcome as recounted',
      async ({ method, members, kills }) => {
        const { db } = stage.database;
        const ballotId = await stage.openBallot(method, members, false);
        const presses = allPresses(ballotId, members);
        const midway = new Map<number, () => Promise<unknown>>([
          [Math.floor(presses.length * 0.9), () => deadlineNow(ballotId)],
        ]);
        if (kills)
          midway.set(Math.floor(presses.length * 0.3), async () => products[KILLED]?.kill());
        await sendAll(ballotId, presses, midway);
        await untilAnswered(presses, kills);
        await closeFourTimes(ballotId);
        await untilClosed(ballotId);

        // What each was told of each press.
        const told = presses.map((press) => ({
          ...press,
          words: slack.answers.get(press.name) ?? '',
        }));
        const counted = told.filter(({ words }) => /Mã biên nhận|Đã ghi phiếu/.test(words));
        const votersTold = new Set(counted.map(({ voter }) => voter));
        expect(counted).toHaveLength(votersTold.size);
        const turnout = await db.rollEntry.findMany({
          where: { ballotId, turnout: { isNot: null } },
          select: { person: { select: { slackUserId: true } } },
        });
        const voted = new Set(turnout.map(({ person }) => person.slackUserId));
        expect([...votersTold].filter((voter) => !voted.has(voter))).toEqual([]);
        // Who voted and was not told so pressed on the process that was killed, and was told so afterwards.
        const untold = [...voted].filter((voter) => !votersTold.has(voter ?? ''));
        expect(untold.length).toBeLessThan(kills ? AT_ONCE : 1);
        const late = told.filter(
          ({ words, voter }) => words.includes('đã đóng') && voted.has(voter),
        );
        expect(late).toEqual([]);
        expect(voted.size).toBeGreaterThan(members * 0.8);

        const ballot = await db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
        const outcome = StoredOutcome.parse(ballot.outcome);
        expect(outcome.agree + outcome.disagree).toBe(voted.size);
        expect(outcome.invalid).toBe(0);
        if (method === 'open') {
          const agreed = counted.filter(({ choice }) => choice === 'agree');
          expect(outcome.agree).toBe(agreed.length);
        } else {
          const listed = await db.ballotReceipt.findMany({ where: { ballotId } });
          const receipts = new Set(listed.map(({ receiptHash }) => receiptHash));
          const held = counted.map(({ words }) => /\b([0-9a-f]{16})\b/.exec(words)?.[1] ?? '');
          expect(new Set(held).size).toBe(held.length);
          expect(held.filter((receipt) => !receipts.has(receipt))).toEqual([]);
        }
        const [again] = await recount(db, ballotId);
        expect(again?.lines.filter(isDifferent)).toEqual([]);
        // The stage has drawn the roll itself, after the opening was written down.
        const breaches = await findBreaches(db, checks);
        expect(breaches.filter(({ check }) => check.name !== 'roll_hash_audited')).toEqual([]);
      },
    );

    /** How many processes listen for jobs to do. */
    const listening = async () => {
      const { rows } = await stage.database.pool.query<{ processes: number }>(`
        select count(*)::int as processes from pg_stat_activity
        where datname = current_database() and query ilike 'listen%'`);
      return rows[0]?.processes ?? 0;
    };

    const agreeing = (ballotId: string, userId: string) =>
      signedPress({
        userId,
        actionId: 'councils.agree',
        value: JSON.stringify({ ballotId }),
        respondUrl: slack.respondUrl(`${ballotId}-${userId}`),
      });

    test('a process that is stopped while a vote comes in hears it to its end', async () => {
      const ballotId = await stage.openBallot('secret', 100, false);
      const [voter = ''] = stage.voters(100);
      const stopping = new EventEmitter();
      const vote = acknowledged(
        portOf(1),
        agreeing(ballotId, voter),
        agent,
        once(stopping, 'begun'),
      );
      // Answered after it, for it came after it.
      await fetch(`http://127.0.0.1:${portOf(1)}/health`);
      const before = await listening();
      const stopped = products[1]?.stop();
      await expect.poll(listening).toBe(before - 1);
      stopping.emit('begun');
      await vote;
      expect(await stopped).toBe(0);
      expect(await stage.database.db.turnout.count({ where: { ballotId } })).toBe(1);
    });

    test('a process that is stopped while votes wait serves who has come in, and no others', async () => {
      const { pool, db } = stage.database;
      const ballotId = await stage.openBallot('secret', 100, false);
      const press = (userId: string) => acknowledged(portOf(0), agreeing(ballotId, userId), agent);
      const [last = '', first = '', ...others] = stage.voters(100);
      // Nobody's vote is written until this lets go of the ballot.
      const holder = await pool.connect();
      onTestFinished(() => holder.release(true));
      await holder.query('begin');
      await holder.query('select 1 from ballot where id = $1 for update', [ballotId]);
      const firstVote = press(first);
      await expect
        .poll(async () => {
          const { rows } = await pool.query(`
            select 1 from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`);
          return rows.length;
        })
        .toBeGreaterThan(0);
      const otherVotes = Promise.allSettled(others.map(press));
      // Answered after them, for it came after them.
      await fetch(`http://127.0.0.1:${portOf(0)}/health`);
      const before = await listening();
      const stopped = products[0]?.stop();
      await expect.poll(listening).toBe(before - 1);
      await expect(press(last)).rejects.toThrow();
      await holder.query('rollback');
      await firstVote;
      const came = await otherVotes;
      expect(await stopped).toBe(0);
      const served = [first, ...others.filter((_, index) => came[index]?.status === 'fulfilled')];
      expect(served.length).toBeGreaterThan(1);
      const words = served.map((userId) => slack.answers.get(`${ballotId}-${userId}`) ?? '');
      expect(words.filter((text) => !/\b[0-9a-f]{16}\b/.test(text))).toEqual([]);
      expect(await db.turnout.count({ where: { ballotId } })).toBe(served.length);
    });
  },
);
