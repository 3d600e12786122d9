// Votes by button over signed HTTP, fifty at once, beside bare Bolt, and what a vote costs on small and large rolls.
//   TEST_DATABASE_URL=… npm run bench -- votes
// BENCH_ROUNDS: how many rounds; BENCH_VERBOSE=1: each round's figures; BENCH_PROFILE=<folder>: a CPU profile of the app.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createClone } from '../support/database.ts';
import { type Load, median, SIGNING_SECRET, sendAll, signedPress } from '../support/press-load.ts';
import { startProduct } from '../support/product.ts';
import { prepareTemplate, serverUrl } from '../support/template.ts';
import { BALLOT_KEY, fillVotesStage, openDeafSlack } from '../support/votes-stage.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const VOTES = 1_000;
const AT_ONCE = 50;
const ROLLS = [10, 1_000, 100_000];

if (!serverUrl) throw new Error('TEST_DATABASE_URL names the Postgres to measure on');
await prepareTemplate();
const { url, drop } = await createClone(serverUrl);
const slack = await openDeafSlack();
const children: ChildProcess[] = [];
const stage = await fillVotesStage(url, Math.max(...ROLLS));
const env = {
  SLACK_BOT_TOKEN: 'xoxb-bench',
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_API_URL: slack.apiUrl,
  BALLOT_KEY,
  LOG_LEVEL: 'warn',
};
await stage.database.pool.query('create table bare_vote (ballot_id uuid, person text)');
const profile = process.env.BENCH_PROFILE;
const product = await startProduct(
  { ...env, DATABASE_URL: url },
  undefined,
  profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
);
const app = Number(/port (\d+)/.exec(product.output())?.[1]);
const acking = await startBare({});
const inserting = await startBare({ DATABASE_URL: url });
try {
  await compare();
  await costByRoll();
} finally {
  for (const child of children) child.kill('SIGKILL');
  await product.stop();
  await stage.database.close();
  slack.close();
  await drop();
}

interface Variant {
  name: string;
  /** `answered`: milliseconds from the first press to the last answer in words, where there are such. */
  run(): Promise<Load & { answered?: number }>;
}

/** In rounds, each variant in turn, so that what else the machine does hits all alike. */
async function compare(): Promise<void> {
  const bare = (port: number) => () => sendAll(port, presses('none', VOTES), AT_ONCE);
  const vote = (method: 'open' | 'secret') => async () => {
    // One more than vote, so that the ballot is not counted in the middle.
    const ballotId = await stage.openBallot(method, VOTES + 1, true);
    const start = performance.now();
    const load = await sendAll(app, presses(ballotId, VOTES), AT_ONCE);
    await expectVotes(ballotId, VOTES);
    return { ...load, answered: (await untilAnswered(ballotId, VOTES)) - start };
  };
  const variants: Variant[] = [
    { name: 'a  bare Bolt, ack', run: bare(acking) },
    { name: 'b  bare Bolt, one INSERT', run: bare(inserting) },
    { name: 'c  a vote, open ballot', run: vote('open') },
    { name: 'd  a vote, secret ballot', run: vote('secret') },
  ];
  for (const { run } of variants) await run();
  const loads = new Map<string, Awaited<ReturnType<Variant['run']>>[]>(
    variants.map(({ name }) => [name, []]),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, run } of variants) {
      await untilQuiet();
      const load = await run();
      loads.get(name)?.push(load);
      if (process.env.BENCH_VERBOSE) line(`${name} ${JSON.stringify(load)}`);
    }
  }
  line('');
  line(`medians of ${ROUNDS} rounds of ${VOTES} presses, ${AT_ONCE} at once`);
  line('                             acks/s    p50 ms    p99 ms  all answered after ms');
  for (const [name, all] of loads) {
    const of = (pick: (load: (typeof all)[number]) => number) => median(all.map(pick));
    const figures = [of((l) => l.acksPerSecond), of((l) => l.p50), of((l) => l.p99)];
    if (all[0]?.answered !== undefined) figures.push(of((l) => l.answered ?? Number.NaN));
    line(
      `${name.padEnd(25)}${figures.map((n) => n.toFixed(n < 100 ? 1 : 0).padStart(10)).join('')}`,
    );
  }
  const [, insert, open, secret] = [...loads.values()];
  for (const [name, all] of [
    ['c/b', open],
    ['d/b', secret],
  ] as const) {
    const ratios = (all ?? []).map(
      (l, round) => l.acksPerSecond / (insert?.[round]?.acksPerSecond ?? 1),
    );
    line(`${name} ${median(ratios).toFixed(2)} (median of the rounds' ratios)`);
  }
}

/** Ten votes at a time, one after the other: what one costs must not grow with the roll. */
async function costByRoll(): Promise<void> {
  for (const method of ['open', 'secret'] as const) {
    for (const onRoll of ROLLS) {
      const ballotId = await stage.openBallot(method, onRoll, true);
      await stage.database.pool.query('vacuum analyze roll_entry, outgoing_message, turnout');
      await untilQuiet();
      const votes = Math.min(onRoll, 200);
      const load = await sendAll(app, presses(ballotId, votes), 1);
      await untilAnswered(ballotId, votes);
      line(`${method} ballot, ${onRoll} on the roll: ${load.p50.toFixed(2)} ms a vote (median)`);
    }
  }
}

function presses(ballotId: string, count: number) {
  const value = JSON.stringify({ ballotId });
  return stage.voters(count).map((userId) =>
    signedPress({
      userId,
      actionId: 'councils.agree',
      value,
      respondUrl: slack.respondUrl(`${ballotId}.${userId}`),
    }),
  );
}

/** @returns when the last of the first voters was told, as `performance.now()` has it */
async function untilAnswered(ballotId: string, votes: number): Promise<number> {
  for (const userId of stage.voters(votes)) {
    while (!slack.answers.has(`${ballotId}.${userId}`)) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  return performance.now();
}

async function expectVotes(ballotId: string, count: number): Promise<void> {
  const votes = await stage.database.db.turnout.count({ where: { ballotId } });
  if (votes !== count) throw new Error(`${votes} votes of ${count}:\n${product.output()}`);
}

/**
 * What the last round has left to be done, as cards to redraw at Slack's pace, is not the next one's to pay. Bells ring a
 * moment after the votes, so it has to be quiet for a while.
 */
async function untilQuiet(): Promise<void> {
  for (let quiet = 0; quiet < 30; quiet += 1) {
    await stage.database.pool.query(
      `delete from graphile_worker._private_jobs where locked_at is null and run_at < now() + interval '1 minute'`,
    );
    const { rows } = await stage.database.pool.query(
      `select count(*)::int as left from graphile_worker.jobs where run_at < now() + interval '1 minute'`,
    );
    if (rows[0].left > 0) quiet = 0;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function startBare(more: Record<string, string>): Promise<number> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/bench/bare-bolt.ts'], {
    env: { PATH, HOME, ...env, ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await once(child.stdout.setEncoding('utf8'), 'data');
  return Number(/port (\d+)/.exec(String(said))?.[1]);
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
