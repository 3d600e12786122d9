import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import { type Suggestion, suggestionText } from '../model/suggestions.ts';
import { Avatar } from './avatar.tsx';

interface SuggestionListProps {
  id: string;
  suggestions: readonly Suggestion[];
  marked: number;
  onChoose: (suggestion: Suggestion) => void;
}

/** What the message box suggests, above it; the focus stays in the box. */
export function SuggestionList({ id, suggestions, marked, onChoose }: SuggestionListProps): VNode {
  const { words } = usePage();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <div
      ref={list}
      id={id}
      class="suggestions"
      role="listbox"
      tabIndex={-1}
      aria-label={words.suggestions}
    >
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the message box takes the keys
        <div
          key={suggestionText(suggestion)}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === marked}
          class={`suggestion${index === marked ? ' is-marked' : ''}`}
          // Without this the press would take the focus from the message box.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
        >
          {suggestion.kind === 'person' && <Avatar name={suggestion.person.name} size="small" />}
          <strong>
            {suggestion.kind === 'person' ? suggestion.person.name : suggestionText(suggestion)}
          </strong>
          {suggestion.kind === 'command' && <code>{suggestion.usageHint}</code>}
          <span class="option-detail">
            {suggestion.kind === 'command' && suggestion.description}
            {suggestion.kind === 'person' && suggestion.person.title}
          </span>
        </div>
      ))}
    </div>
  );
}
