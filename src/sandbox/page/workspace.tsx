import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { SuggestedPerson } from '../client-protocol.ts';
import { type Page, PageContext } from './context.ts';
import { remember, remembered } from './model/local.ts';
import { TrainerPanel } from './trainer/panel.tsx';
import { ConfirmContext, useConfirmDialog } from './ui/confirm-dialog.tsx';
import { Conversation } from './ui/conversation.tsx';
import { ModalStack } from './ui/modal-stack.tsx';
import { Sidebar } from './ui/sidebar.tsx';
import { SwitchConversation } from './ui/switch-conversation.tsx';
import { SwitchPerson } from './ui/switch-person.tsx';
import { Thread } from './ui/thread.tsx';
import { Welcome } from './ui/welcome.tsx';
import { useAddress } from './use-address.ts';
import type { WorkspaceConnection } from './use-workspace.ts';
import { type PageLanguage, WORDS } from './words.ts';

interface WorkspaceProps {
  connection: WorkspaceConnection;
  people: readonly SuggestedPerson[];
  language: PageLanguage;
  onLanguage: (language: PageLanguage) => void;
}

/** The whole client of one person, once the first snapshot is there. */
export function Workspace({ connection, people, language, onLanguage }: WorkspaceProps) {
  const { state, live, act, click, dismissFailure } = connection;
  const words = WORDS[language];
  const { address, go } = useAddress();
  const [thread, setThread] = useState<{ channel: string; ts: string } | null>(null);
  const [trainer, setTrainer] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const [switching, setSwitching] = useState<'conversation' | 'person' | null>(null);
  const [seed, setSeed] = useState<{ text: string; number: number } | null>(null);
  const [welcomed, setWelcomed] = useState(remembered('thidua.welcomed') !== null);
  const confirm = useConfirmDialog();

  const { conversations, users, me, app } = state.snapshot;
  const appIm = conversations.find(({ kind }) => kind === 'app_im');
  const showsHome = address.open === 'home' && appIm !== undefined;
  const current = showsHome
    ? appIm
    : (conversations.find(({ id }) => id === address.open) ?? appIm ?? conversations[0]);

  const open = useCallback(
    (id: string) => {
      setThread(null);
      setDrawer(false);
      // There the panel stands over the conversation that one wants to see.
      if (window.matchMedia('(max-width: 1100px)').matches) setTrainer(false);
      go({ open: id });
    },
    [go],
  );
  const messagesId = current?.id ?? null;
  const compose = useCallback(
    (text: string) => {
      if (messagesId !== null) open(messagesId);
      setSeed((before) => ({ text, number: (before?.number ?? 0) + 1 }));
    },
    [open, messagesId],
  );
  useSwitchKey(useCallback(() => setSwitching('conversation'), []));
  useEffect(() => {
    const unread = conversations.reduce((sum, each) => sum + each.unread, 0);
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${current?.name ?? app.name} – ${me.name}`;
  }, [conversations, current, app, me]);

  const page = useMemo<Page>(() => {
    const names = new Map(users.map(({ id, name }) => [id, name]));
    names.set(app.botUserId, app.name);
    return {
      state,
      words,
      language,
      locale: language === 'vi' ? 'vi-VN' : 'en-GB',
      userName: (id) => names.get(id) ?? id,
      conversationName: (id) => conversations.find((each) => each.id === id)?.name ?? id,
      now: () => Date.now() + state.snapshot.clockAheadMs,
      open,
      openThread: (channel, ts) => {
        setTrainer(false);
        setThread({ channel, ts });
      },
      compose,
      act,
      click,
      dismissFailure,
    };
  }, [
    state,
    words,
    language,
    users,
    conversations,
    app,
    open,
    compose,
    act,
    click,
    dismissFailure,
  ]);

  const threadConversation = conversations.find(({ id }) => id === thread?.channel);
  return (
    <PageContext.Provider value={page}>
      <ConfirmContext.Provider value={confirm.ask}>
        <div class={`workspace${thread === null && !trainer ? '' : ' has-thread'}`}>
          <Sidebar
            current={showsHome ? 'home' : (current?.id ?? '')}
            isDrawerOpen={drawer}
            onCloseDrawer={() => setDrawer(false)}
            onSwitchConversation={() => setSwitching('conversation')}
            onSwitchPerson={() => setSwitching('person')}
            onLanguage={onLanguage}
            isTrainerOpen={trainer}
            onTrainer={() => {
              setThread(null);
              setDrawer(false);
              setTrainer(!trainer);
            }}
          />
          {drawer && <Scrim onPress={() => setDrawer(false)} label={words.closeMenu} />}
          {current !== undefined && (
            <Conversation
              conversation={current}
              showsHome={showsHome}
              seed={seed}
              onOpenDrawer={() => setDrawer(true)}
              welcome={
                !welcomed && (
                  <Welcome
                    onDone={() => {
                      remember('thidua.welcomed', 'yes');
                      setWelcomed(true);
                    }}
                  />
                )
              }
            />
          )}
          {thread !== null && threadConversation !== undefined && (
            <Thread
              conversation={threadConversation}
              ts={thread.ts}
              onClose={() => setThread(null)}
            />
          )}
          {trainer && <TrainerPanel onClose={() => setTrainer(false)} />}
          {!live && (
            <p class="connection" role="status">
              {words.reconnecting}
            </p>
          )}
        </div>
        <ModalStack />
        {switching === 'conversation' && (
          <SwitchConversation
            current={showsHome ? 'home' : (current?.id ?? '')}
            onClose={() => setSwitching(null)}
          />
        )}
        {switching === 'person' && (
          <SwitchPerson
            people={people}
            current={me.id}
            words={words}
            language={language}
            onClose={() => setSwitching(null)}
            onChoose={(id) => {
              setSwitching(null);
              remember('thidua.person', id);
              go({ as: id, open: null });
            }}
          />
        )}
        {confirm.dialog}
      </ConfirmContext.Provider>
    </PageContext.Provider>
  );
}

function Scrim({ onPress, label }: { onPress: () => void; label: string }): VNode {
  return <button type="button" class="scrim" aria-label={label} onClick={onPress} />;
}

function useSwitchKey(onPress: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      // Over an open dialog there is nowhere to go.
      if (document.querySelector('dialog[open]') === null) onPress();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onPress]);
}
