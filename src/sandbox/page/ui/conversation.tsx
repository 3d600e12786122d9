import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ClientConversation } from '../../client-protocol.ts';
import { usePage } from '../context.ts';
import { conversationLines } from '../model/threads.ts';
import { shownCount } from '../model/unread.ts';
import { Composer } from './composer.tsx';
import { ConversationMark } from './conversation-mark.tsx';
import { HomeTab } from './home-tab.tsx';
import { Icon } from './icons.tsx';
import { MessageList } from './message-list.tsx';

/** How many messages are drawn at first, and how many more on request. */
const STEP = 100;

interface ConversationProps {
  conversation: ClientConversation;
  showsHome: boolean;
  seed: { text: string; number: number } | null;
  welcome: ComponentChildren;
  onOpenDrawer: () => void;
}

export function Conversation(props: ConversationProps): VNode {
  const { conversation, showsHome, seed, welcome, onOpenDrawer } = props;
  const { words, state, act } = usePage();
  const { id, kind, name, unread } = conversation;
  const [most, setMost] = useState(STEP);
  const shown = kind.endsWith('channel') ? `#${name}` : name;
  const isVisible = usePageVisible();

  useEffect(() => {
    if (unread > 0 && !showsHome && isVisible) void act({ type: 'mark_read', channel: id });
  }, [id, unread, showsHome, isVisible, act]);
  useEffect(() => setMost(STEP), [id]);

  const lines = conversationLines(conversation.messages, state.snapshot.me.tz, most);
  const messages = conversation.messages.length;
  return (
    <main class="conversation" aria-label={shown}>
      <header class="conversation-head">
        <button
          type="button"
          class="icon-button drawer-open"
          aria-label={words.openMenu}
          onClick={onOpenDrawer}
        >
          <Icon name="menu" />
        </button>
        <ConversationMark conversation={conversation} />
        <div class="conversation-title">
          <h1>{name}</h1>
          <p>
            {kind.endsWith('channel') && words.members(conversation.memberIds.length)}
            {kind.endsWith('channel') && conversation.topic !== '' && ' · '}
            {conversation.topic}
          </p>
        </div>
      </header>
      {kind === 'app_im' && state.snapshot.app.homeEnabled && (
        <AppTabs messagesId={id} showsHome={showsHome} unread={unread} />
      )}
      {showsHome ? (
        <HomeTab />
      ) : (
        <>
          <MessageList
            listKey={id}
            label={words.messagesOf(shown)}
            lines={lines}
            inThread={false}
            before={
              <>
                {kind === 'app_im' && welcome}
                {messages === 0 && !(kind === 'app_im' && welcome) && (
                  <p class="empty">
                    {words.noMessages} {kind === 'app_im' && words.noMessagesApp}
                  </p>
                )}
                {messages > most && (
                  <button
                    type="button"
                    class="button small older"
                    onClick={() => setMost(most + STEP)}
                  >
                    {words.olderMessages}
                  </button>
                )}
              </>
            }
          />
          <Composer
            key={id}
            channel={id}
            threadTs={null}
            label={words.messageBox(shown)}
            seed={seed}
          />
        </>
      )}
    </main>
  );
}

interface AppTabsProps {
  messagesId: string;
  showsHome: boolean;
  unread: number;
}

function AppTabs({ messagesId, showsHome, unread }: AppTabsProps): VNode {
  const { words, open } = usePage();
  const tabs = [
    { id: 'home', text: words.homeTab, selected: showsHome },
    { id: messagesId, text: words.messagesTab, selected: !showsHome },
  ];
  return (
    <div class="tabs" role="tablist">
      {tabs.map(({ id, text, selected }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={selected}
          onClick={() => open(id)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
            const other =
              event.currentTarget.parentElement?.querySelector<HTMLElement>(
                '[aria-selected=false]',
              );
            other?.focus();
            other?.click();
          }}
        >
          {text}
          {id !== 'home' && showsHome && unread > 0 && (
            <span class="count">{shownCount(unread)}</span>
          )}
        </button>
      ))}
    </div>
  );
}

/** Whether the window is looked at: messages that come to a hidden one stay unread. */
function usePageVisible(): boolean {
  const [visible, setVisible] = useState(!document.hidden);
  useEffect(() => {
    const update = (): void => setVisible(!document.hidden);
    document.addEventListener('visibilitychange', update);
    return () => document.removeEventListener('visibilitychange', update);
  }, []);
  return visible;
}
