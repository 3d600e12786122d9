import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database } from '../../src/database/client.ts';
import { createClone } from '../support/database.ts';
import { untilFound } from '../support/pressing.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { SlackServer } from '../support/slack-server.ts';
import {
  brewStorm,
  deliveriesCount,
  faultsOf,
  type Mailing,
  openMailingSlack,
  readOutbox,
  writeMailing,
} from '../support/storm.ts';
import { serverUrl } from '../support/template.ts';

const MAILING: Mailing = { people: 20, campaigns: 4, toPersons: 3, channels: 6 };

// Two processes need a server; one alone that is killed is in killed.test.ts.
describe.skipIf(!serverUrl)('a mailing to everybody, by two processes in a storm', () => {
  let slack: SlackServer;
  let database: Database;
  let drop: () => Promise<void>;
  const products: Product[] = [];
  let env: Record<string, string>;
  beforeAll(async () => {
    slack = await openMailingSlack(MAILING, 'off');
    const clone = await createClone(serverUrl ?? '');
    drop = clone.drop;
    env = {
      ...slack.env,
      DATABASE_URL: `${clone.url}?max=8`,
      BALLOT_KEY: randomBytes(24).toString('hex'),
    };
    database = connect({ connectionString: clone.url, max: 4 }, null);
    await writeMailing(database, slack.workspace, MAILING);
  });
  afterAll(async () => {
    for (const product of products) await product.stop();
    await slack.close();
    await database.close();
    await drop();
  });

  test('each message is posted once and in its order, though one of them is killed amid posts', async () => {
    const { workspace } = slack;
    const written = (await readOutbox(database)).rows.length;
    const storm = brewStorm(workspace, { every: 12 });
    const [doomed, staying] = await Promise.all([startProduct(env), startProduct(env)]);
    products.push(staying);
    const posts = (count: number) =>
      untilFound(workspace, () => (deliveriesCount(workspace) >= count ? true : null), 'posts');
    await posts(written / 3);
    // Slack takes some more whose answers reach nobody.
    const release = workspace.faults.holdAnswers('chat.postMessage');
    await posts(deliveriesCount(workspace) + 4);
    await doomed.kill();
    release();
    await expect
      .poll(async () => (await readOutbox(database)).left, { interval: 100, timeout: 200_000 })
      .toBe(0);
    storm.end();
    expect(faultsOf(workspace, await readOutbox(database))).toEqual([]);
  });
});
