import type { VNode } from 'preact';
import { usePage } from '../context.ts';
import { shownCount } from '../model/unread.ts';
import { Avatar } from './avatar.tsx';
import { Chooser, type ChooserEntry } from './chooser.tsx';
import { ConversationMark } from './conversation-mark.tsx';
import { Dialog } from './dialog.tsx';

interface SwitchConversationProps {
  current: string;
  onClose: () => void;
}

/** Ctrl+K: unread conversations first, then as the sidebar has them, then everybody else. */
export function SwitchConversation({ current, onClose }: SwitchConversationProps): VNode {
  const { words, state, open, act } = usePage();
  const { conversations, app, users, me } = state.snapshot;
  const sorted = [...conversations].sort(
    (one, other) => Number(other.unread > 0) - Number(one.unread > 0),
  );
  const entries: ChooserEntry[] = sorted.map((conversation) => ({
    id: conversation.id,
    searched: conversation.name,
    isCurrent: conversation.id === current,
    drawn: (
      <>
        <ConversationMark conversation={conversation} />
        <span class="grow">{conversation.name}</span>
        {conversation.unread > 0 && <span class="count">{shownCount(conversation.unread)}</span>}
      </>
    ),
  }));
  if (app.homeEnabled) {
    entries.push({
      id: 'home',
      searched: `${app.name} ${words.homeTab}`,
      isCurrent: current === 'home',
      drawn: (
        <>
          <ConversationMark conversation={{ kind: 'app_im', name: app.name }} />
          <span class="grow">
            {app.name}: {words.homeTab}
          </span>
        </>
      ),
    });
  }
  const known = new Set([me.id, ...conversations.map(({ withUser }) => withUser)]);
  for (const user of users) {
    if (user.isBot || known.has(user.id)) continue;
    entries.push({
      id: user.id,
      searched: `${user.name} ${user.title}`,
      group: words.people,
      isCurrent: false,
      drawn: (
        <>
          <Avatar name={user.name} size="small" />
          <span class="person">
            {user.name} <span class="quiet">{user.title}</span>
          </span>
        </>
      ),
    });
  }
  const choose = async (id: string): Promise<void> => {
    onClose();
    if (!users.some((user) => user.id === id)) return open(id);
    const result = await act({ type: 'open_direct_message', userId: id });
    if (result?.ok === true && result.channel !== undefined) open(result.channel);
  };
  return (
    <Dialog label={words.switchConversation} class="switcher" onClose={onClose} closesOutside>
      <Chooser
        label={words.switchConversation}
        placeholder={words.switchPlaceholder}
        nothing={words.nothingFound}
        entries={entries}
        onChoose={(id) => void choose(id)}
      />
    </Dialog>
  );
}
