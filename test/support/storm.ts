import type { Database } from '../../src/database/client.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import type { Message } from '../../src/sandbox/model.ts';
import { emailOf, STAFF } from '../../src/sandbox/sample/people.ts';
import { seedSampleAgency } from '../../src/sandbox/sample/seed.ts';
import { sampleChannels, samplePeople } from '../../src/sandbox/sample/workspace.ts';
import type { Workspace } from '../../src/sandbox/start-workspace.ts';
import { launchCampaign } from './campaign.ts';
import { crowdPeople, seedCrowd } from './crowd.ts';
import { openSlackServer, type SlackServer } from './slack-server.ts';

// A mailing to a whole agency while Slack refuses, loses answers and fails; for a test and for a benchmark.

const CHANNELS = Array.from({ length: 10 }, (_, index) => `kenh-${index + 1}`);

export interface Mailing {
  /** Besides the sample agency's staff. */
  people: number;
  campaigns: number;
  /** So many of them go to everybody in private, all to every channel. */
  toPersons: number;
  channels: number;
}

export function openMailingSlack(
  { people, channels }: Mailing,
  rateLimits: 'enforced' | 'off',
): Promise<SlackServer> {
  const open = { isPrivate: false, memberEmails: 'all', topic: '', appIsMember: true } as const;
  return openSlackServer({
    people: [...samplePeople(), ...crowdPeople(people)],
    channels: [
      ...sampleChannels(),
      ...CHANNELS.slice(0, channels).map((name) => ({ ...open, name })),
    ],
    rateLimits,
  });
}

/** Writes the whole mailing into an agency's database, before a product has started on it. */
export async function writeMailing(
  { db }: Database,
  workspace: Workspace,
  { people, campaigns, toPersons, channels }: Mailing,
): Promise<void> {
  const deps: Deps = {
    db,
    rulebook: loadRulebook(),
    clock: systemClock,
    zone: 'Asia/Ho_Chi_Minh',
    log: createLog('silent'),
    ballotKey: Buffer.alloc(32, 7),
  };
  const slackIdOf = (email: string) => workspace.person(email).id;
  await seedSampleAgency(deps, {
    slackIdByEmail: new Map(STAFF.map(({ login }) => [emailOf(login), slackIdOf(emailOf(login))])),
    channelIdByName: new Map(),
  });
  await seedCrowd(deps, people, slackIdOf);
  for (let index = 0; index < campaigns; index += 1) {
    await launchCampaign(deps, workspace, {
      name: `Đợt thi đua thứ ${index + 1}`,
      channels: CHANNELS.slice(0, channels),
      toPersons: index < toPersons,
    });
  }
}

/** Every post of the app that carries a delivery's id, as Slack has them, oldest first in each conversation. */
export function deliveriesIn(workspace: Workspace): { id: string; channel: string; at: number }[] {
  return [...workspace.core.state.messages.values()].flatMap((inOne) =>
    [...inOne.values()].flatMap((message) => {
      const id = deliveryId(message);
      return id === null ? [] : [{ id, channel: message.channel, at: Number(message.ts) * 1000 }];
    }),
  );
}

function deliveryId({ metadata }: Message): string | null {
  const id = metadata?.event_payload.delivery_id;
  return typeof id === 'string' ? id : null;
}

/**
 * While posts come in: after each `every` of them three refused with a time to wait, one whose answer is lost and one
 * server error.
 */
export function brewStorm(workspace: Workspace, { every }: { every: number }): { end(): void } {
  let next = every;
  const strike = () => {
    if (deliveriesCount(workspace) < next) return;
    next += every;
    workspace.faults.rateLimit('chat.postMessage', 3, 1);
    workspace.faults.loseAnswers('chat.postMessage');
    workspace.faults.answerServerError('chat.postMessage');
  };
  workspace.on('change', strike);
  return {
    end: () => {
      workspace.off('change', strike);
    },
  };
}

/** How many messages there are; quicker than to look at each. */
export function deliveriesCount({ core }: Workspace): number {
  return [...core.state.messages.values()].reduce((sum, inOne) => sum + inOne.size, 0);
}

export interface Outbox {
  /** Of every message that was written, in the order of writing. */
  rows: { id: string; state: string; lane: string; sentTs: string | null }[];
  left: number;
}

export async function readOutbox({ pool }: Database): Promise<Outbox> {
  const { rows } = await pool.query(`
    select id, state::text, coalesce(person_id::text, channel_id) as lane, sent_ts as "sentTs"
    from outgoing_message order by seq`);
  const left = rows.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  return { rows, left };
}

/** What is wrong with a mailing that has been delivered: nothing, where every message is there once and in its order. */
export function faultsOf(workspace: Workspace, { rows }: Outbox): string[] {
  const posted = deliveriesIn(workspace);
  const times = new Map<string, number>();
  for (const { id } of posted) times.set(id, (times.get(id) ?? 0) + 1);
  const wrong = rows.flatMap(({ id, state }) => {
    const count = times.get(id) ?? 0;
    return state === 'delivered' && count === 1 ? [] : [`${id} is ${state}, posted ${count} times`];
  });
  const inOrder = new Map(rows.map(({ id }, index) => [id, index]));
  const last = new Map<string, number>();
  for (const { id, channel } of posted) {
    const place = inOrder.get(id);
    if (place === undefined) wrong.push(`${id} was never written`);
    else if (place < (last.get(channel) ?? -1)) wrong.push(`${id} came after a later one`);
    last.set(channel, Math.max(place ?? -1, last.get(channel) ?? -1));
  }
  return wrong;
}
