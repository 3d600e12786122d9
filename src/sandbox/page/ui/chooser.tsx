import { type ComponentChildren, Fragment, type VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { matchesQuery, matchRank } from '../model/fold.ts';
import { Icon } from './icons.tsx';

export interface ChooserEntry {
  id: string;
  /** What the search looks through. */
  searched: string;
  drawn: ComponentChildren;
  isCurrent: boolean;
  /** Heading over this entry and those that follow with the same; not while one searches. */
  group?: string | undefined;
}

interface ChooserProps {
  label: string;
  placeholder: string;
  nothing: string;
  entries: readonly ChooserEntry[];
  onChoose: (id: string) => void;
}

/** Longer lists are cut; the search finds the rest. */
const SHOWN = 80;

/** A search box over a list, for the dialogs that switch person and conversation. */
export function Chooser({ label, placeholder, nothing, entries, onChoose }: ChooserProps): VNode {
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = entries
    .filter(({ searched }) => matchesQuery(searched, query))
    .sort((one, other) => matchRank(one.searched, query) - matchRank(other.searched, query))
    .slice(0, SHOWN);
  const at = Math.min(marked, found.length - 1);

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('.is-marked')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const chosen = found[at];
    if (event.key === 'ArrowDown') setMarked((at + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') {
      setMarked((at - 1 + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      if (chosen !== undefined) onChoose(chosen.id);
    } else return;
    event.preventDefault();
  };

  return (
    <div class="chooser">
      <div class="options-search">
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
          autocomplete="off"
          placeholder={placeholder}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setMarked(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={id} class="chooser-list" role="listbox" tabIndex={-1} aria-label={label}>
        {found.map((entry, index) => (
          <Fragment key={entry.id}>
            {query === '' &&
              entry.group !== undefined &&
              entry.group !== found[index - 1]?.group && (
                <div class="options-group" role="presentation">
                  {entry.group}
                </div>
              )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search box above takes the keys */}
            <div
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={entry.isCurrent}
              class={`chooser-entry${index === at ? ' is-marked' : ''}`}
              onPointerMove={() => setMarked(index)}
              onClick={() => onChoose(entry.id)}
            >
              {entry.drawn}
            </div>
          </Fragment>
        ))}
      </div>
      {found.length === 0 && (
        <p class="options-notice" role="status">
          {nothing}
        </p>
      )}
    </div>
  );
}
