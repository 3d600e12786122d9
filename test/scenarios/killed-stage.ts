import type { Database } from '../../src/database/client.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';

import { emailOf, STAFF } from '../../src/sandbox/sample/people.ts';
import { seedSampleAgency } from '../../src/sandbox/sample/seed.ts';
import { sampleChannels, samplePeople } from '../../src/sandbox/sample/workspace.ts';
import type { Workspace } from '../../src/sandbox/start-workspace.ts';
import { launchCampaign } from '../support/campaign.ts';
import { crowdPeople, type OpenedBallot, seedCrowd } from '../support/crowd.ts';
import { openSlackServer, type SlackServer } from '../support/slack-server.ts';

// Two hundred votes to be cast and eighteen announcements to be posted, before the product has started.

export const MEMBERS = 50;
export const CAMPAIGNS = ['Nước rút', 'Chuyển đổi số', 'Một cửa thân thiện'];
const UNITS = ['don-vi-1', 'don-vi-2', 'don-vi-3'];
export const CHANNELS = ['chung', 'thi-dua', 'tin-tuc', ...UNITS];

export function openStageSlack(): Promise<SlackServer> {
  const open = { isPrivate: false, memberEmails: 'all', topic: '', appIsMember: true } as const;
  return openSlackServer({
    people: [...samplePeople(), ...crowdPeople(MEMBERS)],
    channels: [...sampleChannels(), ...UNITS.map((name) => ({ ...open, name }))],
    ackDeadlineMs: 10_000,
  });
}

export interface Stage {
  members: readonly { slackUserId: string; fullName: string }[];
  /** Two open and two secret ones, all on one council of fifty. */
  ballots: readonly (OpenedBallot & { method: 'open' | 'secret' })[];
}

export async function fillStage(
  database: Database,
  workspace: Workspace,
  ballotKey: Buffer,
): Promise<Stage> {
  const deps: Deps = {
    db: database.db,
    rulebook: loadRulebook(),
    clock: systemClock,
    zone: 'Asia/Ho_Chi_Minh',
    log: createLog('silent'),
    ballotKey,
  };
  const slackIdOf = (email: string) => workspace.person(email).id;
  await seedSampleAgency(deps, {
    slackIdByEmail: new Map(STAFF.map(({ login }) => [emailOf(login), slackIdOf(emailOf(login))])),
    channelIdByName: new Map(),
  });
  const crowd = await seedCrowd(deps, MEMBERS, slackIdOf);
  const ballots: Stage['ballots'][number][] = [];
  for (const method of ['open', 'secret', 'open', 'secret'] as const) {
    ballots.push({ ...(await crowd.openBallot(method)), method });
  }
  for (const name of CAMPAIGNS) await launchCampaign(deps, workspace, { name, channels: CHANNELS });
  return { members: crowd.members, ballots };
}

/** What the database holds of the stage's ballots and of everything that was to be posted. */
export async function readStage({ pool }: Database, { ballots }: Stage) {
  const ids = [ballots.map((ballot) => ballot.ballotId)];
  const read = async <T>(sql: string, values: unknown[] = ids): Promise<T[]> =>
    (await pool.query(sql, values)).rows;
  return {
    turnout: await read<{ ballot_id: string; voters: number }>(
      'select ballot_id, count(*)::int as voters from turnout where ballot_id = any($1) group by 1',
    ),
    votes: await read<{ ballot: string; choice: string; voter: string }>(
      `select ballot_id as ballot, choice::text, slack_user_id as voter
       from open_vote join person on person.id = person_id where ballot_id = any($1)`,
    ),
    counted: await read<{ ballot_id: string; papers: number }>(
      'select ballot_id, count(*)::int as papers from counted_paper where ballot_id = any($1) group by 1',
    ),
    receipts: await read<{ receipt_hash: string }>(
      'select receipt_hash from ballot_receipt where ballot_id = any($1)',
    ),
    states: await read<{ state: string; result: string }>(
      'select state::text, result::text from ballot where id = any($1)',
    ),
    outbox: await read<{ state: string }>('select distinct state::text from outgoing_message', []),
  };
}

/** How much is left to be posted or redrawn. */
export async function leftToDo({ pool }: Database): Promise<{ messages: number; jobs: number }> {
  const { rows } = await pool.query(
    `select
      (select count(*)::int from outgoing_message where state in ('waiting', 'sending')) as messages,
      (select count(*)::int from graphile_worker.jobs where task_identifier not like '%deadline%') as jobs`,
  );
  return rows[0];
}
