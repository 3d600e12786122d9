// What the vote is measured against: Bolt over HTTP with one button that is acknowledged at once, or after
// one INSERT through `pg`. A process of its own, as the product is.
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import pg from 'pg';

const { SLACK_SIGNING_SECRET: signingSecret = '', DATABASE_URL, SLACK_API_URL = '' } = process.env;
const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/events' });
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  authorize: async () => ({ botToken: 'xoxb-bench', botUserId: 'U0', botId: 'B0' }),
});
const pool = DATABASE_URL ? new pg.Pool({ connectionString: DATABASE_URL, max: 20 }) : null;
app.action('councils.agree', async ({ ack, body }) => {
  await pool?.query('insert into bare_vote (ballot_id, person) values ($1, $2)', [
    crypto.randomUUID(),
    body.user.id,
  ]);
  await ack();
});
const server = await receiver.start(0);
const address = server.address();
process.stdout.write(
  `bare Bolt is ready on port ${typeof address === 'object' ? address?.port : address}\n`,
);
