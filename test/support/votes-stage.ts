import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { rollHash } from '../../src/councils/rules.ts';
import { connect, type Database } from '../../src/database/client.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { emailOf, STAFF } from '../../src/sandbox/sample/people.ts';
import { seedSampleAgency } from '../../src/sandbox/sample/seed.ts';
import { seedCrowd } from './crowd.ts';
import { TEAM } from './press-load.ts';
import { slackIdFor } from './sample-database.ts';

export const BALLOT_KEY = 'a ballot key of at least 32 characters';

/** A Slack that agrees to whatever the app asks of it at once, and keeps what presses were answered. */
export interface DeafSlack {
  apiUrl: string;
  /** Where the answer to a press goes that is called so. */
  respondUrl(press: string): string;
  /** The words of the answers that have come, by press. */
  answers: ReadonlyMap<string, string>;
  close(): void;
}

const Answer = z.object({ text: z.string() });

export async function openDeafSlack(): Promise<DeafSlack> {
  const answers = new Map<string, string>();
  const agreed = JSON.stringify({
    ok: true,
    team_id: TEAM,
    user_id: 'U0',
    bot_id: 'B0',
    channel: 'D1',
    ts: '1.1',
  });
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.once('end', () => {
      const [, press] = request.url?.split('/respond/') ?? [];
      if (press) answers.set(press, Answer.parse(JSON.parse(body)).text);
      response.writeHead(200, { 'content-type': 'application/json' }).end(agreed);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    respondUrl: (press) => `http://127.0.0.1:${port}/respond/${press}`,
    answers,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export interface VotesStage {
  database: Database;
  /**
   * Opens a ballot with so many on its roll, and the three of the council in whose name it is held.
   *
   * @param cards whether each of them has a card that was delivered
   * @returns its id
   */
  openBallot(method: 'open' | 'secret', onRoll: number, cards: boolean): Promise<string>;
  /** Slack ids of the members of a roll, the same in every ballot. */
  voters(count: number): string[];
}

/** A database with the sample agency and `people` more. */
export async function fillVotesStage(url: string, people: number): Promise<VotesStage> {
  const database = connect({ connectionString: url, max: 4 }, null);
  const { db } = database;
  const deps: Deps = {
    db,
    rulebook: loadRulebook(),
    clock: systemClock,
    zone: 'Asia/Ho_Chi_Minh',
    log: createLog('silent'),
    ballotKey: createHash('sha256').update(BALLOT_KEY).digest(),
  };
  await seedSampleAgency(deps, {
    slackIdByEmail: new Map(STAFF.map(({ login }) => [emailOf(login), slackIdFor(emailOf(login))])),
    channelIdByName: new Map(),
  });
  const crowd = await seedCrowd(deps, 3, slackIdFor);
  await db.$executeRaw`
    insert into person (staff_number, full_name, email, slack_user_id, locale, profile_seen_at)
    select 'B' || n, 'Người ' || n, 'b' || n || '@bhxh.example', 'UBENCH' || n, 'vi-VN', now()
    from generate_series(1, ${people}::int) n`;
  await db.$executeRaw`
    insert into posting (person_id, unit_id, position, office, from_date)
    select id, (select id from unit limit 1), 'Chuyên viên', 'staff', current_date - 30
    from person where slack_user_id like 'UBENCH%'`;
  // What was due at the opening is delivered here and now, so that only votes are measured.
  const settle = () => db.$executeRaw`
    with gone as (delete from graphile_worker._private_jobs)
    update outgoing_message set state = 'delivered', sent_channel = 'D1', sent_ts = '1.1', settled_at = now()`;
  await settle();
  return {
    database,
    voters: (count) => Array.from({ length: count }, (_, index) => `UBENCH${index + 1}`),
    async openBallot(method, onRoll, cards) {
      const { ballotId } = await crowd.openBallot(method);
      await db.$executeRaw`
        insert into roll_entry (ballot_id, person_id, office)
        select ${ballotId}::uuid, id, 'member' from person
        where slack_user_id like 'UBENCH%' and substr(slack_user_id, 7)::int <= ${onRoll}`;
      const roll = await db.rollEntry.findMany({
        where: { ballotId },
        select: { personId: true, office: true, excluded: true },
      });
      await db.$executeRaw`
        update ballot set roll_size = ${roll.length}, entitled = ${roll.length}, roll_hash = ${rollHash(roll)}
        where id = ${ballotId}::uuid`;
      await db.$executeRaw`
        insert into outgoing_message (purpose, params, subject_id, person_id)
        select 'councils.vote_card', '{}', ballot_id, person_id from roll_entry
        where ${cards} and ballot_id = ${ballotId}::uuid
          and person_id not in (select person_id from outgoing_message where subject_id = ${ballotId}::uuid and person_id is not null)`;
      await settle();
      return ballotId;
    },
  };
}
