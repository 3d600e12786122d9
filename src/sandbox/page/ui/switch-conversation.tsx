import type { VNode } from 'preact';
import { usePage } from '../context.ts';
import { shownCount } from '../model/unread.ts';
import { Chooser } from './chooser.tsx';
import { ConversationMark } from './conversation-mark.tsx';
import { Dialog } from './dialog.tsx';

interface SwitchConversationProps {
  current: string;
  onClose: () => void;
}

/** Ctrl+K: unread conversations first, then as the sidebar has them. */
export function SwitchConversation({ current, onClose }: SwitchConversationProps): VNode {
  const { words, state, open } = usePage();
  const { conversations, app } = state.snapshot;
  const sorted = [...conversations].sort(
    (one, other) => Number(other.unread > 0) - Number(one.unread > 0),
  );
  const entries = sorted.map((conversation) => ({
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
  return (
    <Dialog label={words.switchConversation} class="switcher" onClose={onClose} closesOutside>
      <Chooser
        label={words.switchConversation}
        placeholder={words.switchPlaceholder}
        nothing={words.nothingFound}
        entries={entries}
        onChoose={(id) => {
          onClose();
          open(id);
        }}
      />
    </Dialog>
  );
}
