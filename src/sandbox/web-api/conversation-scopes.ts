/** Which scope each kind of conversation asks for. */
import { ApiFailure } from '../api-failure.ts';
import type { ConversationKind } from '../model.ts';
import type { CallContext } from './method.ts';

const PREFIX: Record<ConversationKind, string> = {
  channel: 'channels',
  private_channel: 'groups',
  mpim: 'mpim',
  im: 'im',
};

const KINDS: Record<string, ConversationKind> = {
  public_channel: 'channel',
  private_channel: 'private_channel',
  mpim: 'mpim',
  im: 'im',
};

/** @throws ApiFailure invalid_types */
export function scopedKinds(types: readonly string[]): ConversationKind[] {
  return types.map((type) => {
    const kind = KINDS[type.trim()];
    if (kind === undefined) throw new ApiFailure('invalid_types');
    return kind;
  });
}

export function requireReadScope(context: CallContext, kind: ConversationKind): void {
  context.requireScope(`${PREFIX[kind]}:read`);
}

export function requireHistoryScope(context: CallContext, kind: ConversationKind): void {
  context.requireScope(`${PREFIX[kind]}:history`);
}

export function requireManageScope(context: CallContext, kind: ConversationKind): void {
  if (kind === 'channel') context.requireScope('channels:manage', 'channels:write.invites');
  else context.requireScope('groups:write', 'groups:write.invites');
}
