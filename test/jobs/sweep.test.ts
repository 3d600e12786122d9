import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { councilsJobs } from '../../src/councils/jobs.ts';
import { startJobs } from '../../src/jobs/runner.ts';
import { slackClientOptions } from '../../src/slack/app.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { type Crowd, seedCrowd } from '../support/crowd.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';

const HOUR_MS = 60 * 60_000;

let sample: SampleDatabase;
let crowd: Crowd;
beforeAll(async () => {
  sample = await openSampleDatabase();
  crowd = await seedCrowd(sample.deps, 5, slackIdFor);
});
afterAll(() => sample.close());

function startWith(...domains: Parameters<typeof startJobs>[2][number][]) {
  // Nobody answers there: deliveries fail and wait, which is nothing to the sweep.
  const slack = new WebClient('xoxb-nobody', {
    ...slackClientOptions,
    logger: boltLogger(sample.deps.log),
    slackApiUrl: 'http://127.0.0.1:9/',
  });
  return startJobs({ ...sample.deps, slack }, sample.database, domains);
}

test('a start catches up with all that fell due, past what cannot be done', async () => {
  const { db } = sample.deps;
  // The one that cannot be closed is looked at first.
  const broken = await crowd.openBallot('secret');
  const due = await crowd.openBallot('secret');
  const later = await crowd.openBallot(
    'open',
    new Date(sample.clock.now().getTime() + 5 * HOUR_MS),
  );
  // As when the process was started with another BALLOT_KEY.
  await db.ballot.update({
    where: { id: broken.ballotId },
    data: { wrappedPrivateKey: Buffer.alloc(60) },
  });
  await sample.clock.advance(HOUR_MS);

  let looked: () => void = () => undefined;
  const last = new Promise<void>((resolve) => {
    looked = resolve;
  });
  const failing = {
    due: [
      async () => {
        throw new Error('this matter cannot be done');
      },
    ],
  };
  const jobs = await startWith(failing, councilsJobs, { due: [async () => looked()] });
  try {
    await last;
  } finally {
    await jobs.stop();
  }

  const state = async ({ ballotId }: { ballotId: string }) =>
    (await db.ballot.findUniqueOrThrow({ where: { id: ballotId } })).state;
  expect(await state(due)).toBe('closed');
  expect(await state(broken)).toBe('open');
  expect(await state(later)).toBe('open');
});
