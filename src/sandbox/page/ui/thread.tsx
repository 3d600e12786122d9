import type { VNode } from 'preact';
import type { ClientConversation } from '../../client-protocol.ts';
import { usePage } from '../context.ts';
import { threadLines } from '../model/threads.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icons.tsx';
import { MessageList } from './message-list.tsx';

interface ThreadProps {
  conversation: ClientConversation;
  ts: string;
  onClose: () => void;
}

/** A thread beside its conversation; on a narrow screen over it. */
export function Thread({ conversation, ts, onClose }: ThreadProps): VNode {
  const { words, state } = usePage();
  return (
    <aside
      class="thread"
      aria-label={words.thread}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="conversation-head">
        <div class="conversation-title">
          <h2>{words.thread}</h2>
          <p>{conversation.name}</p>
        </div>
        <button type="button" class="icon-button" aria-label={words.closeThread} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList
        listKey={ts}
        label={words.thread}
        lines={threadLines(conversation.messages, ts, state.snapshot.me.tz)}
        inThread
      />
      <Composer
        key={ts}
        channel={conversation.id}
        threadTs={ts}
        label={words.replyBox}
        seed={null}
      />
    </aside>
  );
}
