import { randomUUID } from 'node:crypto';
import { publishCampaign } from '../../src/campaigns/announcing/publish-campaign.ts';
import { saveDraft } from '../../src/campaigns/plan/save-draft.ts';
import { saveOrganising } from '../../src/campaigns/plan/save-organising.ts';
import type { Database } from '../../src/database/client.ts';
import { type Deps, today } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { addDays, systemClock } from '../../src/kernel/time.ts';
import { findActor } from '../../src/people/actor.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';

import { emailOf, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import { seedSampleAgency } from '../../src/sandbox/sample/seed.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { sampleChannels, samplePeople } from '../../src/sandbox/sample/workspace.ts';
import type { Workspace } from '../../src/sandbox/start-workspace.ts';
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
  for (const name of CAMPAIGNS) await launch(deps, workspace, name);
  return { members: crowd.members, ballots };
}

async function launch(deps: Deps, workspace: Workspace, name: string): Promise<void> {
  const actor = await findActor(deps, workspace.person(emailOf('hung.le')).id);
  if (!actor) throw new Error('the director is not in the list');
  const written = {
    name,
    kind: 'thematic' as const,
    audience: 'both' as const,
    startsOn: today(deps),
    endsOn: addDays(today(deps), 29),
    unitId: unitId('SH'),
    contactId: personId('ha.nguyen'),
    scopeUnitIds: [],
    basis: 'Kế hoạch số 45/KH-BHXH',
    objective: 'Tăng 5% số người tham gia',
    content: 'Tuyên truyền tại từng xã',
    measures: 'Tổ công tác về xã',
    criteria: 'Số người tham gia mới: 100 điểm',
  };
  const form = { campaignId: randomUUID(), formKey: randomUUID(), seen: null };
  const organising = {
    checkDays: [today(deps)],
    midtermOn: null,
    finalReviewOn: addDays(today(deps), 44),
    rewards: 'Giấy khen của Giám đốc',
    prizes: 3,
    budget: 0,
    budgetSource: null,
    channelIds: CHANNELS.map((channel) => workspace.conversation(channel).id),
    pledgeBy: null,
    figuresEvery: 'none' as const,
    escalateDays: 3,
  };
  await saveDraft(deps, { actor, form, written });
  const mark = await saveOrganising(deps, { actor, form, organising });
  await publishCampaign(deps, { actor, draft: { campaignId: form.campaignId, mark } });
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
