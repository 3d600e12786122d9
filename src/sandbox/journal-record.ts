/** One change to the workspace, as a line of the journal. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { isRecord } from './model.ts';

const identity = z.strictObject({
  teamId: z.string(),
  teamName: z.string(),
  teamDomain: z.string(),
  appId: z.string(),
  botUserId: z.string(),
  botId: z.string(),
  botToken: z.string(),
  appToken: z.string(),
  signingSecret: z.string(),
  verificationToken: z.string(),
});

const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  locale: z.string(),
  tz: z.string(),
  isBot: z.boolean(),
  updated: z.number(),
});

const conversation = z.strictObject({
  id: z.string(),
  kind: z.enum(['channel', 'private_channel', 'mpim', 'im']),
  name: z.string(),
  topic: z.string(),
  memberIds: z.array(z.string()),
  creator: z.string(),
  created: z.number(),
  archived: z.boolean(),
});

const message = z.strictObject({
  ts: z.string(),
  channel: z.string(),
  userId: z.string(),
  botId: z.string().nullable(),
  subtype: z.string().nullable(),
  text: z.string(),
  // Blocks and views were validated before they were written; the journal is the workspace's own.
  blocks: z.array(z.custom<KnownBlock>(isRecord)),
  threadTs: z.string().nullable(),
  editedTs: z.string().nullable(),
  metadata: z
    .strictObject({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .nullable(),
  reactions: z.array(z.strictObject({ name: z.string(), userIds: z.array(z.string()) })),
  fileIds: z.array(z.string()),
});

const view = z.strictObject({
  id: z.string(),
  userId: z.string(),
  definition: z.custom<ModalView | HomeView>(isRecord),
  hash: z.string(),
  rootViewId: z.string(),
  previousViewId: z.string().nullable(),
  state: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))),
});

const file = z.strictObject({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  title: z.string(),
  mimetype: z.string(),
  size: z.number(),
  created: z.number(),
  channels: z.array(z.string()),
  contentBase64: z.string(),
});

const userGroup = z.strictObject({
  id: z.string(),
  name: z.string(),
  handle: z.string(),
  description: z.string(),
  userIds: z.array(z.string()),
  created: z.number(),
  updated: z.number(),
  disabled: z.number(),
});

const responseUrl = z.strictObject({
  key: z.string(),
  userId: z.string(),
  channel: z.string(),
  sourceTs: z.string().nullable(),
  threadTs: z.string().nullable(),
  issuedAt: z.number(),
  uses: z.number(),
});

export const recordSchema = z.discriminatedUnion('k', [
  z.strictObject({ k: z.literal('identity'), identity }),
  z.strictObject({ k: z.literal('person'), person }),
  z.strictObject({ k: z.literal('conversation'), conversation }),
  z.strictObject({ k: z.literal('message'), message }),
  z.strictObject({ k: z.literal('message_deleted'), channel: z.string(), ts: z.string() }),
  z.strictObject({ k: z.literal('home'), view }),
  z.strictObject({ k: z.literal('modals'), userId: z.string(), views: z.array(view) }),
  z.strictObject({
    k: z.literal('read'),
    userId: z.string(),
    channel: z.string(),
    ts: z.string(),
  }),
  z.strictObject({ k: z.literal('file'), file }),
  z.strictObject({ k: z.literal('user_group'), group: userGroup }),
  z.strictObject({ k: z.literal('response_url'), url: responseUrl }),
]);

export type WorkspaceRecord = z.infer<typeof recordSchema>;
export type ResponseUrl = z.infer<typeof responseUrl>;
