import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Icon } from '../ui/icons.tsx';
import type { PickerOption } from './picker.tsx';

interface OptionListProps {
  id: string;
  label: string;
  options: readonly PickerOption[];
  chosen: readonly PickerOption[];
  multi: boolean;
  full: boolean;
  query: string;
  notice: string | null;
  onQuery: (query: string) => void;
  onChoose: (option: PickerOption) => void;
  onLeave: () => void;
}

/** The search box and list of an open picker. The focus stays in the box; arrows move the mark. */
export function OptionList(props: OptionListProps): VNode {
  const { words } = usePage();
  const { options, chosen, id } = props;
  const isChosen = (option: PickerOption): boolean =>
    chosen.some(({ value }) => value === option.value);
  const [marked, setMarked] = useState(() => Math.max(0, options.findIndex(isChosen)));
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(marked, options.length - 1);

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('.is-marked')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const option = options[at];
    switch (event.key) {
      case 'ArrowDown':
        setMarked((at + 1) % Math.max(1, options.length));
        break;
      case 'ArrowUp':
        setMarked((at - 1 + options.length) % Math.max(1, options.length));
        break;
      case 'Home':
        if (props.query !== '') return;
        setMarked(0);
        break;
      case 'End':
        if (props.query !== '') return;
        setMarked(options.length - 1);
        break;
      case 'Enter':
        if (option !== undefined) props.onChoose(option);
        break;
      case 'Escape':
      case 'Tab':
        props.onLeave();
        break;
      default:
        return;
    }
    // A Tab goes on from the field itself, which has the focus again; the rest ends here.
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the search box inside end up here
    <div class="options" onKeyDown={onKeyDown}>
      <div class="options-search">
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={`${words.search}: ${props.label}`}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? `${id}-${at}` : undefined}
          autocomplete="off"
          placeholder={words.search}
          value={props.query}
          onInput={(event) => {
            setMarked(0);
            props.onQuery(event.currentTarget.value);
          }}
        />
      </div>
      <div
        ref={list}
        id={id}
        class="options-list"
        role="listbox"
        aria-label={props.label}
        aria-multiselectable={props.multi}
        tabIndex={-1}
      >
        {options.map((option, index) => [
          option.group !== undefined && option.group !== options[index - 1]?.group && (
            <div key={`group ${option.group}`} class="options-group" role="presentation">
              {option.group}
            </div>
          ),
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search box above takes the keys
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={isChosen(option)}
            aria-disabled={props.full && !isChosen(option)}
            // Without this the press would take the focus, and with it the keys, from the search box.
            onMouseDown={(event) => event.preventDefault()}
            class={`option${index === at ? ' is-marked' : ''}`}
            onPointerMove={() => setMarked(index)}
            onClick={() => props.onChoose(option)}
          >
            <span class="option-check">{isChosen(option) && <Icon name="check" />}</span>
            <span class="option-text">
              {option.text}
              {option.detail !== undefined && <span class="option-detail">{option.detail}</span>}
            </span>
          </div>,
        ])}
        {options.length === 0 && props.notice === null && (
          <p class="options-notice">{words.nothingFound}</p>
        )}
        {props.notice !== null && (
          <p class="options-notice" role="status">
            {props.notice}
          </p>
        )}
      </div>
    </div>
  );
}
