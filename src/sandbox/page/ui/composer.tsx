import type { VNode } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import {
  type Suggestion,
  suggestionQuery,
  suggestionsFor,
  suggestionText,
  withMentions,
} from '../model/suggestions.ts';
import { GlobalShortcuts } from './global-shortcuts.tsx';
import { Icon } from './icons.tsx';
import { SuggestionList } from './suggestion-list.tsx';

interface ComposerProps {
  channel: string;
  threadTs: string | null;
  label: string;
  /** A text put here from elsewhere (welcome panel); the number tells two equal ones apart. */
  seed: { text: string; number: number } | null;
}

/** The message box: sends on Enter, suggests commands, people and channels while one types. */
export function Composer({ channel, threadTs, label, seed }: ComposerProps): VNode {
  const { words, state, act } = usePage();
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [marked, setMarked] = useState(0);
  const [closed, setClosed] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const mentions = useRef(new Map<string, string>());
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();

  const asked = closed ? null : suggestionQuery(text, caret);
  const wantsCommand = asked?.kind === 'command';
  const suggestions =
    asked === null || (wantsCommand && threadTs !== null)
      ? []
      : suggestionsFor(state.snapshot, asked);
  const at = Math.min(marked, suggestions.length - 1);

  useEffect(() => {
    if (seed === null) return;
    setText(seed.text);
    setCaret(seed.text.length);
    setClosed(true);
    box.current?.focus();
  }, [seed]);
  useEffect(() => {
    // On a telephone the keyboard would cover what one came to read.
    if (window.matchMedia('(pointer: fine)').matches) box.current?.focus();
  }, [channel, threadTs]);
  useLayoutEffect(() => {
    const area = box.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 200)}px`;
  }, [text]);

  const choose = (suggestion: Suggestion): void => {
    if (asked === null) return;
    const shown = suggestionText(suggestion);
    if (suggestion.kind === 'person') mentions.current.set(shown, `<@${suggestion.person.id}>`);
    if (suggestion.kind === 'channel') mentions.current.set(shown, `<#${suggestion.id}>`);
    const next = `${text.slice(0, asked.from)}${shown} ${text.slice(asked.to).trimStart()}`;
    const nextCaret = asked.from + shown.length + 1;
    setText(next);
    setCaret(nextCaret);
    setMarked(0);
    setClosed(true);
    requestAnimationFrame(() => box.current?.setSelectionRange(nextCaret, nextCaret));
  };

  const send = async (): Promise<void> => {
    const written = text.trim();
    if (written === '') return;
    if (threadTs !== null && written.startsWith('/')) {
      setTrouble(words.commandsNotInThreads);
      return;
    }
    setText('');
    setTrouble(null);
    const result = await act({
      type: 'send',
      channel,
      text: withMentions(written, mentions.current),
      ...(threadTs === null ? {} : { threadTs }),
    });
    if (result?.ok === true) return;
    // What was written comes back, unless the person already writes something else.
    setText((now) => (now === '' ? written : now));
    setTrouble(result === null ? words.sendLost : words.answerFailed(result.error));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and Tab may belong to a Vietnamese input method that is composing a word.
    if (event.isComposing) return;
    const suggestion = suggestions[at];
    const exact = suggestion?.kind === 'command' && text.trim() === suggestion.command;
    if (suggestion !== undefined && event.key === 'ArrowDown') {
      setMarked((at + 1) % suggestions.length);
    } else if (suggestion !== undefined && event.key === 'ArrowUp') {
      setMarked((at - 1 + suggestions.length) % suggestions.length);
    } else if (suggestion !== undefined && event.key === 'Escape') {
      setClosed(true);
    } else if (suggestion !== undefined && event.key === 'Tab' && !event.shiftKey) {
      choose(suggestion);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      if (suggestion !== undefined && !exact) choose(suggestion);
      else void send();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const command = state.snapshot.commands.find((each) => text.startsWith(`${each.command} `));
  return (
    <div class="composer-frame">
      {suggestions.length > 0 && (
        <SuggestionList id={listId} suggestions={suggestions} marked={at} onChoose={choose} />
      )}
      {trouble !== null && (
        <p class="failure" role="alert">
          {trouble}
        </p>
      )}
      <div class="composer">
        {threadTs === null && <GlobalShortcuts />}
        <textarea
          ref={box}
          rows={1}
          value={text}
          placeholder={label}
          aria-label={label}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={suggestions.length > 0 ? `${listId}-${at}` : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setCaret(event.currentTarget.selectionStart);
            setMarked(0);
            setClosed(false);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          class="icon-button composer-send"
          aria-label={words.send}
          title={words.send}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          <Icon name="send" />
        </button>
      </div>
      <p class="composer-hint">
        {command !== undefined && command.usageHint !== ''
          ? `${command.command} ${command.usageHint}`
          : words.composerHint}
      </p>
    </div>
  );
}
