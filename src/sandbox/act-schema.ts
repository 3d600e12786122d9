/** What the page may send to POST /client/act. */
import { z } from 'zod';
import type { ClientAct } from './client-protocol.ts';

const state = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));
const action = z.looseObject({ type: z.string(), action_id: z.string(), block_id: z.string() });

const click = z.discriminatedUnion('in', [
  z.object({
    type: z.literal('click'),
    in: z.literal('message'),
    channel: z.string(),
    ts: z.string(),
    action,
    state,
    actId: z.string(),
  }),
  z.object({
    type: z.literal('click'),
    in: z.literal('modal'),
    viewId: z.string(),
    action,
    state,
    actId: z.string(),
  }),
  z.object({
    type: z.literal('click'),
    in: z.literal('home'),
    action,
    state,
    actId: z.string(),
  }),
]);

const act: z.ZodType<ClientAct> = z.union([
  click,
  z
    .object({
      type: z.literal('send'),
      channel: z.string(),
      text: z.string().max(40_000),
      threadTs: z.string().optional(),
    })
    .transform(({ threadTs, ...rest }) => (threadTs === undefined ? rest : { ...rest, threadTs })),
  z.object({ type: z.literal('submit_modal'), viewId: z.string(), state }),
  z.object({ type: z.literal('close_modal'), viewId: z.string(), clear: z.boolean() }),
  z.object({ type: z.literal('open_home') }),
  z.object({
    type: z.literal('message_shortcut'),
    callbackId: z.string(),
    channel: z.string(),
    ts: z.string(),
  }),
  z.object({ type: z.literal('global_shortcut'), callbackId: z.string() }),
  z.object({ type: z.literal('mark_read'), channel: z.string() }),
  z.object({ type: z.literal('open_direct_message'), userId: z.string() }),
  z.object({
    type: z.literal('external_options'),
    viewId: z.string().nullable(),
    channel: z.string().nullable(),
    ts: z.string().nullable(),
    blockId: z.string(),
    actionId: z.string(),
    value: z.string(),
  }),
]);

export const actRequestSchema = z.object({ as: z.string(), act });
