// A mailing to two thousand people and sixty posts in channels at the pace that Slack's limits allow, by two
// processes, in a storm of refusals, lost answers and server errors, one of the processes killed in the middle.
//   TEST_DATABASE_URL=… npm run bench -- mailing
// BENCH_PEOPLE: to how many people (1,960 and the sample's staff unless said).
import { randomBytes } from 'node:crypto';
import { connect } from '../../src/database/client.ts';
import { STAFF } from '../../src/sandbox/sample/people.ts';
import { createClone } from '../support/database.ts';
import { untilFound } from '../support/pressing.ts';
import { startProduct } from '../support/product.ts';
import {
  brewStorm,
  deliveriesCount,
  deliveriesIn,
  faultsOf,
  type Mailing,
  openMailingSlack,
  readOutbox,
  writeMailing,
} from '../support/storm.ts';
import { prepareTemplate, serverUrl } from '../support/template.ts';

/** What the practice workspace lets through: so many at once, and then so many a second. */
const BURST = 300;
const PER_SECOND = 5;

if (!serverUrl) throw new Error('TEST_DATABASE_URL names the Postgres to measure on');
const everybody = Number(process.env.BENCH_PEOPLE ?? 2_000);
const mailing: Mailing = {
  people: everybody - STAFF.length,
  campaigns: 6,
  toPersons: 1,
  channels: 10,
};
await prepareTemplate();
const { url, drop } = await createClone(serverUrl);
const slack = await openMailingSlack(mailing, 'enforced');
const database = connect({ connectionString: url, max: 4 }, null);
const { workspace } = slack;
try {
  await writeMailing(database, workspace, mailing);
  const written = (await readOutbox(database)).rows.length;
  const env = {
    ...slack.env,
    DATABASE_URL: `${url}?max=12`,
    BALLOT_KEY: randomBytes(24).toString('hex'),
    LOG_LEVEL: 'warn',
  };
  const calls = countAnswers();
  const storm = brewStorm(workspace, { every: 100 });
  const [doomed, staying] = await Promise.all([
    startProduct(env, 'ready'),
    startProduct(env, 'ready'),
  ]);
  const half = () => (deliveriesCount(workspace) >= written / 2 ? true : null);
  await untilFound(workspace, half, 'half of the posts', { withinMs: 20 * 60_000 });
  await doomed.kill();
  const all = () => (deliveriesIn(workspace).length >= written ? true : null);
  await untilFound(workspace, all, 'all posts', { withinMs: 20 * 60_000 });
  while ((await readOutbox(database)).left > 0)
    await new Promise((resolve) => setTimeout(resolve, 200));
  storm.end();
  report(written, calls());
  const wrong = faultsOf(workspace, await readOutbox(database));
  line(wrong.length === 0 ? 'each once and in its order' : wrong.join('\n'));
  if (wrong.length > 0) process.exitCode = 1;
  await staying.stop();
} finally {
  await database.close();
  await slack.close();
  await drop();
}
process.exit();

/** How often Slack was asked to post, whatever it answered. */
function countAnswers(): () => number {
  let asked = 0;
  const take = workspace.faults.takeFor.bind(workspace.faults);
  workspace.faults.takeFor = (method) => {
    if (method === 'chat.postMessage') asked += 1;
    return take(method);
  };
  return () => asked;
}

function report(written: number, asked: number): void {
  const times = deliveriesIn(workspace)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  const allowed = BURST + PER_SECOND * seconds;
  line(
    `${written} messages in ${seconds.toFixed(1)} s: ${(written / seconds).toFixed(2)} a second`,
  );
  line(`allowed in that time ${allowed.toFixed(0)}: ratio ${(written / allowed).toFixed(3)}`);
  line(`calls to post: ${asked}, ${(asked / written).toFixed(2)} a message`);
  const minutes = Array.from(
    { length: Math.ceil(seconds / 30) },
    (_, n) => times.filter((at) => Math.floor((at - (times[0] ?? 0)) / 30_000) === n).length,
  );
  line(`posted in each half minute: ${minutes.join(' ')}`);
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
