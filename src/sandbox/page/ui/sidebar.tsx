import type { VNode } from 'preact';
import type { ClientConversation } from '../../client-protocol.ts';
import { usePage } from '../context.ts';
import { dateIn, shownDate } from '../model/dates.ts';
import { shownCount } from '../model/unread.ts';
import type { PageLanguage } from '../words.ts';
import { TRAINER_WORDS } from '../words-trainer.ts';
import { Avatar } from './avatar.tsx';
import { ConversationMark } from './conversation-mark.tsx';
import { Icon } from './icons.tsx';

const A_MINUTE_MS = 60_000;

interface SidebarProps {
  current: string;
  isDrawerOpen: boolean;
  onCloseDrawer: () => void;
  onSwitchConversation: () => void;
  onSwitchPerson: () => void;
  onLanguage: (language: PageLanguage) => void;
  isTrainerOpen: boolean;
  onTrainer: () => void;
}

export function Sidebar(props: SidebarProps): VNode {
  const { words, state, open } = usePage();
  const { conversations, app, me } = state.snapshot;
  const ofKind = (...kinds: ClientConversation['kind'][]): ClientConversation[] =>
    conversations.filter(({ kind }) => kinds.includes(kind));
  const groups = [
    { title: words.apps, list: ofKind('app_im') },
    { title: words.channels, list: ofKind('channel', 'private_channel') },
    { title: words.directMessages, list: ofKind('im') },
  ];
  return (
    <nav class={`sidebar${props.isDrawerOpen ? ' is-open' : ''}`} aria-label={words.workspace}>
      <header class="sidebar-head">
        <span class="workspace-mark" aria-hidden="true">
          ★
        </span>
        <span class="grow">
          <strong>{app.name}</strong>
          <span class="sidebar-subtitle">{words.workspace}</span>
        </span>
        <button
          type="button"
          class="icon-button drawer-close"
          aria-label={words.closeMenu}
          onClick={props.onCloseDrawer}
        >
          <Icon name="close" />
        </button>
      </header>
      <button type="button" class="jump" onClick={props.onSwitchConversation}>
        <Icon name="search" />
        <span class="grow">{words.switchConversation}</span>
        <kbd>{words.switchHint}</kbd>
      </button>
      <div class="sidebar-groups">
        {groups.map(
          ({ title, list }) =>
            (list.length > 0 || title === words.directMessages) && (
              <section key={title}>
                <h2>
                  {title}
                  {title === words.directMessages && (
                    <button
                      type="button"
                      class="icon-button"
                      aria-label={words.messageSomebody}
                      title={words.messageSomebody}
                      onClick={props.onSwitchConversation}
                    >
                      <Icon name="plus" />
                    </button>
                  )}
                </h2>
                <ul>
                  {list.map((conversation) => {
                    const isApp = conversation.kind === 'app_im';
                    const isCurrent =
                      props.current === conversation.id || (isApp && props.current === 'home');
                    return (
                      <li key={conversation.id}>
                        <button
                          type="button"
                          class={`room${conversation.unread > 0 ? ' is-unread' : ''}`}
                          aria-current={isCurrent ? 'page' : undefined}
                          onClick={() => open(conversation.id)}
                        >
                          <ConversationMark conversation={conversation} />
                          <span class="room-name">{conversation.name}</span>
                          {conversation.unread > 0 && (
                            <span class="count">
                              <span aria-hidden="true">{shownCount(conversation.unread)}</span>
                              <span class="aloud">{words.unread(conversation.unread)}</span>
                            </span>
                          )}
                        </button>
                      </li>
                    );
                  })}
                </ul>
              </section>
            ),
        )}
      </div>
      <footer class="sidebar-foot">
        {state.snapshot.hasTrainer && (
          <TrainerButton isOpen={props.isTrainerOpen} onPress={props.onTrainer} />
        )}
        <LanguageToggle onLanguage={props.onLanguage} />
        <button type="button" class="who" onClick={props.onSwitchPerson}>
          <Avatar name={me.name} />
          <span class="person">
            <span class="aloud">{words.actingAs} </span>
            <strong>{me.name}</strong>
            <span class="option-detail">{me.title}</span>
          </span>
          <span class="who-change" title={words.changePerson}>
            <Icon name="swap" />
            <span class="aloud">{words.changePerson}</span>
          </span>
        </button>
      </footer>
    </nav>
  );
}

/** Opens the trainers' panel; says what day it is where the clock was moved. */
function TrainerButton({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }): VNode {
  const { language, state, now } = usePage();
  const words = TRAINER_WORDS[language];
  const { clockAheadMs, me } = state.snapshot;
  return (
    <button
      type="button"
      class="trainer-open"
      aria-expanded={isOpen}
      title={words.open}
      onClick={onPress}
    >
      <Icon name="clock" />
      <span class="grow">
        {words.title}
        {clockAheadMs >= A_MINUTE_MS && (
          <span class="option-detail">
            {words.clock}: {shownDate(dateIn(now(), me.tz))}
          </span>
        )}
      </span>
    </button>
  );
}

function LanguageToggle({ onLanguage }: { onLanguage: (language: PageLanguage) => void }): VNode {
  const { words, language } = usePage();
  return (
    <fieldset class="language" aria-label={words.pageLanguage}>
      {(['vi', 'en'] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={language === each}
          onClick={() => onLanguage(each)}
        >
          {each === 'vi' ? 'Tiếng Việt' : 'English'}
        </button>
      ))}
    </fieldset>
  );
}
