import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { addDays, dateIn, longDay } from '../model/dates.ts';
import type { ListLine } from '../model/threads.ts';
import { Message } from './message.tsx';

interface MessageListProps {
  /** Changes when another conversation or thread is shown: the list then starts at its end. */
  listKey: string;
  label: string;
  lines: readonly ListLine[];
  inThread: boolean;
  before?: ComponentChildren;
}

/** How far from the end still counts as reading the newest message, in pixels. */
const NEAR_END = 80;

/** Messages, newest last. It stays at the end as messages come, unless the reader scrolled up. */
export function MessageList({ listKey, label, lines, inThread, before }: MessageListProps): VNode {
  const { words } = usePage();
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const [missed, setMissed] = useState(false);
  const lastLine = lines[lines.length - 1];
  const lastTs = lastLine?.kind === 'message' ? lastLine.message.ts : '';

  const toEnd = (): void => {
    const element = list.current;
    if (element === null) return;
    element.scrollTop = element.scrollHeight;
    lastTop.current = element.scrollTop;
  };
  useLayoutEffect(() => {
    atEnd.current = true;
    setMissed(false);
    toEnd();
  }, [listKey]);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setMissed(true);
  }, [lastTs]);
  useLayoutEffect(() => {
    const element = content.current;
    if (element === null) return;
    // A message that grows (an update, an error under a button) must not push the end away.
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  return (
    <div class="list-frame">
      <div
        ref={list}
        class="message-list"
        role="log"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard
        tabIndex={0}
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
          const isNear = scrollHeight - scrollTop - clientHeight < NEAR_END;
          // A list that grew below is also far from its end; only who scrolls up leaves it.
          if (isNear) atEnd.current = true;
          else if (scrollTop < lastTop.current) atEnd.current = false;
          lastTop.current = scrollTop;
          if (isNear) setMissed(false);
        }}
      >
        <div ref={content} class="message-list-content">
          {before}
          {lines.map((line) =>
            line.kind === 'day' ? (
              <DayDivider key={line.date} date={line.date} />
            ) : (
              <Message key={line.message.ts} {...line} inThread={inThread} />
            ),
          )}
        </div>
      </div>
      {missed && (
        <button type="button" class="button small new-messages" onClick={toEnd}>
          {words.newMessages}
        </button>
      )}
    </div>
  );
}

function DayDivider({ date }: { date: string }): VNode {
  const { words, locale, state, now } = usePage();
  const today = dateIn(now(), state.snapshot.me.tz);
  const name =
    date === today
      ? words.today
      : date === addDays(today, -1)
        ? words.yesterday
        : longDay(date, locale);
  return (
    <h3 class="day">
      <span>{name}</span>
    </h3>
  );
}
