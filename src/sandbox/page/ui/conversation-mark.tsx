import type { VNode } from 'preact';
import type { ClientConversation } from '../../client-protocol.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';

interface ConversationMarkProps {
  conversation: Pick<ClientConversation, 'kind' | 'name'>;
}

/** The small sign before a conversation's name. */
export function ConversationMark({ conversation }: ConversationMarkProps): VNode {
  const { kind, name } = conversation;
  if (kind === 'channel') {
    return (
      <span class="mark" aria-hidden="true">
        #
      </span>
    );
  }
  if (kind === 'private_channel') {
    return (
      <span class="mark">
        <Icon name="lock" />
      </span>
    );
  }
  return <Avatar name={name} isApp={kind === 'app_im'} size="small" />;
}
