import type { KnownBlock } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Database, Tx } from '../../src/database/client.ts';
import { connect } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import type { DeliveryDeps } from '../../src/jobs/deliver.ts';
import { building, fileKind, messageKind, type Rendered, rendering } from '../../src/jobs/kinds.ts';
import { sendMessage } from '../../src/jobs/outbox.ts';
import { SLACK_PACE } from '../../src/jobs/pace.ts';
import { PostingRoom } from '../../src/jobs/posting-turns.ts';
import { type Jobs, startJobs } from '../../src/jobs/runner.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { appDirectMessage } from '../../src/sandbox/conversations.ts';
import { openPracticeClock } from '../../src/sandbox/practice-clock.ts';
import { emailOf, type Login, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import { seedSampleAgency } from '../../src/sandbox/sample/seed.ts';
import { sampleChannels, samplePeople } from '../../src/sandbox/sample/workspace.ts';
import type { Workspace } from '../../src/sandbox/start-workspace.ts';
import { plainText } from '../../src/sandbox/validation/plain-text.ts';
import { slackClientOptions } from '../../src/slack/app.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { barChart } from '../../src/slack/charts.ts';
import { cloneDatabase } from '../support/database.ts';
import { untilFound } from '../support/pressing.ts';
import { openSlackServer } from '../support/slack-server.ts';

// Deliveries take their time by design: one a second in a conversation, waits after failures.
/** A message whose text is what its params say. */
export const note = messageKind('test.note', z.object({ text: z.string() }));
/** A file of one line. */
export const paper = fileKind('test.paper', z.object({ text: z.string() }));
/** A message that shows how things stand when it is drawn. */
export const board = messageKind('test.board', z.object({}));

export const SUBJECT = '00000000-0000-4000-8000-000000000001';

/** Deliveries alone: an agency in a database, a workspace, and jobs that the test starts. No Bolt. */
export interface PostOffice {
  database: Database;
  deps: Deps & { slack: WebClient };
  /** For calling a job's function without graphile-worker. */
  delivery: DeliveryDeps;
  workspace: Workspace;
  /** What the board shows; set it and refresh. */
  standing: { text: string };
  /** What the board has been drawn with, posted yet or not. */
  drawings: readonly string[];
  /** Stands before the drawing of every note. */
  beforeDrawing: { run: (text: string) => Promise<void> };
  channel(name: string): string;
  /** Somebody's direct message with the app, where messages to `personLane(login)` arrive. */
  direct(login: Login): string;
  /** One process of the product, with connections of its own. Stopped at the end. */
  startProcess(): Promise<Jobs>;
  send(text: string, to: string, tx?: Tx): Promise<string>;
  row(id: string): ReturnType<typeof rowOf>;
  /** Waits until the conversation shows exactly these texts. */
  shows(channel: string, texts: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export async function openPostOffice(
  options: { rateLimits?: 'enforced' | 'off' } = {},
): Promise<PostOffice> {
  const database = await cloneDatabase();
  const { workspace, env, close } = await openSlackServer({
    people: samplePeople(),
    channels: sampleChannels(),
    ...options,
  });
  const log = createLog(process.env.TEST_LOG ?? 'silent');
  const slack = new WebClient(env.SLACK_BOT_TOKEN, {
    ...slackClientOptions,
    logger: boltLogger(log),
    slackApiUrl: env.SLACK_API_URL,
  });
  const deps = {
    db: database.db,
    rulebook: loadRulebook(),
    clock: await openPracticeClock(database.db),
    zone: 'Asia/Ho_Chi_Minh',
    log,
    ballotKey: Buffer.alloc(32, 7),
    slack,
  };
  await seedSampleAgency(deps, {
    slackIdByEmail: new Map(
      STAFF.map(({ login }) => [emailOf(login), workspace.person(emailOf(login)).id]),
    ),
    channelIdByName: new Map(),
  });
  const standing = { text: 'đầu tiên' };
  const drawings: string[] = [];
  const beforeDrawing: PostOffice['beforeDrawing'] = { run: async () => undefined };
  const renderers = [
    rendering(note, async (_, { params }) => {
      await beforeDrawing.run(params.text);
      return drawNote(params.text);
    }),
    rendering(board, async () => {
      drawings.push(standing.text);
      return { text: standing.text, blocks: paragraph(standing.text) };
    }),
  ];
  const files = [
    building(paper, async (_, { params, language }) => {
      if (params.text === 'không dựng được') throw new Error('it cannot be made');
      return {
        name: 'giay.txt',
        content: Buffer.from(params.text),
        comment: language === 'vi' ? 'Tệp của anh/chị' : 'Your file',
      };
    }),
  ];
  const ends: (() => Promise<void>)[] = [];
  const channel = (name: string) => workspace.conversation(name).id;
  return {
    database,
    deps,
    delivery: {
      ...deps,
      pace: SLACK_PACE,
      room: new PostingRoom(),
      renderers: new Map(renderers.map((one) => [one.purpose, one])),
    },
    workspace,
    standing,
    drawings,
    beforeDrawing,
    channel,
    direct: (login) => appDirectMessage(workspace.core, workspace.person(emailOf(login)).id).id,
    async startProcess() {
      const own = connect({ ...database.connection, max: 10 }, null);
      // Whether it is embedded decides how often it looks and who is taken for dead.
      const opened = { ...own, embedded: database.embedded };
      const jobs = await startJobs({ ...deps, db: own.db }, opened, [{ renderers, files }]);
      ends.unshift(async () => {
        await jobs.stop();
        await own.close();
      });
      return jobs;
    },
    async send(text, to, tx) {
      const recipient = z.uuid().safeParse(to).success ? { personId: to } : { channelId: to };
      const message = { to: recipient, params: { text }, subjectId: SUBJECT };
      const write = (within: Tx) => sendMessage(within, note, message);
      await (tx ? write(tx) : inTransaction(database.db, write));
      const where = { params: { equals: { text } } };
      const written = await (tx ?? database.db).outgoingMessage.findFirstOrThrow({
        where,
        orderBy: { seq: 'desc' },
      });
      return written.id;
    },
    row: (id) => rowOf(database, id),
    async shows(name, texts) {
      const seen = () => workspace.textsIn(name);
      const find = () => (seen().join('\n') === texts.join('\n') ? true : null);
      await untilFound(workspace, find, 'a conversation').catch(() => {
        expect(seen()).toEqual(texts);
      });
    },
    async close() {
      for (const end of ends) await end();
      await close();
      await database.close();
    },
  };
}

function drawNote(text: string): Rendered {
  if (text === 'không còn gì để nói') return null;
  // Slack takes fifty blocks at most.
  if (text === 'quá dài') return { text, blocks: Array.from({ length: 51 }, () => divider) };
  if (text.startsWith('biểu đồ')) {
    // A chart has twenty bars at most.
    const count = text.endsWith('quá rộng') ? 21 : 20;
    const bars = Array.from({ length: count }, (_, index) => ({ label: `${index}`, value: 1 }));
    const chart = barChart({ title: 'Điểm', series: 'Điểm' }, bars);
    return { text, blocks: paragraph(text), charted: [...paragraph(text), chart] };
  }
  return { text, blocks: paragraph(text) };
}

const divider: KnownBlock = { type: 'divider' };

function paragraph(text: string): KnownBlock[] {
  return [{ type: 'section', text: { type: 'mrkdwn', text } }];
}

function rowOf({ db }: Database, id: string) {
  return db.outgoingMessage.findUniqueOrThrow({ where: { id } });
}

/** Waits until a message has come to this state. */
export async function comesTo(office: PostOffice, id: string, state: string): Promise<void> {
  const read = async () => (await office.row(id)).state;
  await expect.poll(read, { interval: 50 }).toBe(state);
}

/** Whom messages to somebody of the agency are written to. */
export function personLane(login: Login): string {
  return personId(login);
}

/** Seconds between the posts of a conversation, as Slack dated them. */
export function gaps(workspace: Workspace, name: string): number[] {
  const times = workspace.messagesIn(name).map((message) => Number(message.ts));
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

/** Counts how often messages with this text were changed in place. */
export function countChanges(workspace: Workspace): () => string[] {
  const changes: string[] = [];
  const me = workspace.person(emailOf('ha.nguyen')).id;
  workspace.subscribe(me, (change) => {
    if (change.type === 'message_changed')
      changes.push(plainText(change.message.blocks, change.message.text));
  });
  return () => changes;
}
