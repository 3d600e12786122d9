import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ClientMessage } from '../../client-protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Mrkdwn } from '../blocks/text.tsx';
import { SurfaceContext, usePage } from '../context.ts';
import { timeIn } from '../model/dates.ts';
import { emojiFor } from '../model/emoji.ts';
import { formState } from '../model/form.ts';
import type { Place } from '../model/store.ts';
import { Avatar } from './avatar.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Files } from './files.tsx';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';

interface MessageProps {
  message: ClientMessage;
  /** Follows a message of the same person closely: drawn without picture and name. */
  compact: boolean;
  replies: readonly ClientMessage[];
  inThread: boolean;
}

export function Message({ message, compact, replies, inThread }: MessageProps): VNode {
  const page = usePage();
  const { words, state } = page;
  const { tz } = state.snapshot.me;
  const name = page.userName(message.userId);
  const isApp = message.userId === state.snapshot.app.botUserId;
  const time = timeIn(Number(message.ts) * 1000, tz);
  const kind = `${message.ephemeral ? ' is-ephemeral' : ''}${message.system ? ' is-system' : ''}`;
  const last = replies[replies.length - 1];
  return (
    <article
      class={`message${compact ? ' is-compact' : ''}${message.blocks.length > 0 ? ' has-blocks' : ''}${kind}`}
      aria-label={`${name}, ${time}`}
      data-ts={message.ts}
    >
      <div class="message-side">
        {compact ? <time class="message-time">{time}</time> : <Avatar name={name} isApp={isApp} />}
      </div>
      <div class="message-main">
        {message.ephemeral && (
          <p class="ephemeral-mark">
            <Icon name="eye" /> {words.onlyYou}
          </p>
        )}
        {!compact && (
          <header class="message-head">
            <strong>{name}</strong>
            {isApp && <span class="badge">{words.appBadge}</span>}
            <time class="message-time">{time}</time>
          </header>
        )}
        <ErrorBoundary instead={<p class="prose">{message.text}</p>}>
          <MessageBody message={message} />
        </ErrorBoundary>
        {message.reactions.length > 0 && (
          <ul class="reactions">
            {message.reactions.map((reaction) => (
              <li
                key={reaction.name}
                title={reaction.userIds.map((id) => page.userName(id)).join(', ')}
              >
                {emojiFor(reaction.name)} {reaction.userIds.length}
              </li>
            ))}
          </ul>
        )}
        {last !== undefined && !inThread && (
          <button
            type="button"
            class="thread-link"
            onClick={() => page.openThread(message.channel, message.ts)}
          >
            <strong>{words.replies(replies.length)}</strong>{' '}
            <span>{words.lastReply(timeIn(Number(last.ts) * 1000, tz))}</span>
          </button>
        )}
      </div>
      {!message.ephemeral && !message.system && (
        <MessageTools message={message} inThread={inThread} />
      )}
    </article>
  );
}

function MessageBody({ message }: { message: ClientMessage }): VNode {
  const page = usePage();
  const { words, state } = page;
  const place: Place = `message:${message.channel}:${message.ts}`;
  const [entered, setEntered] = useState({});
  const failure = state.failures[place];
  const surface = {
    place,
    values: formState(message.blocks, entered),
    errors: {},
    setValues: setEntered,
  };
  const edited = message.editedTs !== null && <span class="edited">{words.edited}</span>;
  return (
    <>
      {message.blocks.length > 0 ? (
        <SurfaceContext.Provider value={surface}>
          <Blocks blocks={message.blocks} />
          {edited}
        </SurfaceContext.Provider>
      ) : (
        message.text !== '' && (
          <div class="prose">
            <Mrkdwn text={message.text} /> {edited}
          </div>
        )
      )}
      {message.files.length > 0 && <Files files={message.files} />}
      {failure !== undefined && <Failure text={failure} place={place} />}
    </>
  );
}

export function Failure({ text, place }: { text: string; place: Place }): VNode {
  const { words, dismissFailure } = usePage();
  return (
    <p class="failure" role="alert">
      <span>{text}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={words.dismiss}
        onClick={() => dismissFailure(place)}
      >
        <Icon name="close" />
      </button>
    </p>
  );
}

/** What one can do with a message: answer in its thread, or a shortcut of the app. */
function MessageTools({ message, inThread }: { message: ClientMessage; inThread: boolean }) {
  const { words, state, act, openThread } = usePage();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const shortcuts = state.snapshot.shortcuts.filter(({ type }) => type === 'message');
  return (
    <div class={`message-tools${open ? ' is-open' : ''}`}>
      {!inThread && (
        <button
          type="button"
          class="icon-button"
          title={words.replyInThread}
          aria-label={words.replyInThread}
          onClick={() => openThread(message.channel, message.threadTs ?? message.ts)}
        >
          <Icon name="reply" />
        </button>
      )}
      {shortcuts.length > 0 && (
        <button
          ref={anchor}
          type="button"
          class="icon-button"
          title={words.moreActions}
          aria-label={words.moreActions}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="more" />
        </button>
      )}
      {open && (
        <Menu
          anchor={anchor}
          label={words.moreActions}
          onClose={() => setOpen(false)}
          entries={shortcuts.map(({ callbackId, name, description }) => ({
            text: name,
            detail: description,
            onChoose: () =>
              void act({
                type: 'message_shortcut',
                callbackId,
                channel: message.channel,
                ts: message.ts,
              }),
          }))}
        />
      )}
    </div>
  );
}
