import type { VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { matchesQuery } from '../model/fold.ts';
import { Icon } from '../ui/icons.tsx';
import { Popover } from '../ui/popover.tsx';
import { OptionList } from './option-list.tsx';

export interface PickerOption {
  value: string;
  text: string;
  /** A second, quieter line: a person's office, an option's description. */
  detail?: string | undefined;
  group?: string | undefined;
}

export interface PickerProps {
  /** Label for readers of the screen where no <label> names the field. */
  label: string;
  placeholder: string;
  options: readonly PickerOption[];
  chosen: readonly PickerOption[];
  multi: boolean;
  most?: number | undefined;
  clearable?: boolean;
  describedBy?: string | undefined;
  invalid?: boolean;
  disabled?: boolean;
  id?: string | undefined;
  /** Asks the server instead of filtering `options`; the notice stands where options would. */
  onSearch?: (query: string) => void;
  notice?: string | null;
  onChoose: (chosen: PickerOption[]) => void;
}

/** Longer lists are cut: nobody scrolls through them, the search finds the rest. */
const SHOWN = 100;

/** One field for every kind of select: a button that opens a list with a search box. */
export function Picker(props: PickerProps): VNode {
  const { words } = usePage();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const anchor = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const full = props.multi && props.most !== undefined && props.chosen.length >= props.most;

  const options = (
    props.onSearch === undefined && query !== ''
      ? props.options.filter((each) =>
          matchesQuery(`${each.text} ${each.detail ?? ''} ${each.group ?? ''}`, query),
        )
      : props.options
  ).slice(0, SHOWN);

  const show = (): void => {
    if (open || props.disabled) return;
    setQuery('');
    setOpen(true);
    props.onSearch?.('');
  };
  const hide = (): void => {
    setOpen(false);
    trigger.current?.focus();
  };
  const choose = (option: PickerOption): void => {
    if (!props.multi) {
      hide();
      props.onChoose([option]);
      return;
    }
    const has = props.chosen.some(({ value }) => value === option.value);
    if (!has && full) return;
    props.onChoose(
      has ? props.chosen.filter(({ value }) => value !== option.value) : [...props.chosen, option],
    );
  };
  const search = (text: string): void => {
    setQuery(text);
    props.onSearch?.(text);
  };

  const single = props.multi ? undefined : props.chosen[0];
  return (
    <div class="picker" ref={anchor}>
      {props.multi && props.chosen.length > 0 && (
        <ul class="chips">
          {props.chosen.map((option) => (
            <li key={option.value} class="chip">
              {option.text}
              <button
                type="button"
                aria-label={words.remove(option.text)}
                onClick={() => choose(option)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        ref={trigger}
        id={props.id}
        class={`field picker-trigger${single === undefined ? ' is-empty' : ''}`}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={single === undefined ? props.label : `${props.label}: ${single.text}`}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        disabled={props.disabled}
        onClick={() => (open ? hide() : show())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          show();
        }}
      >
        <span class="picker-text">{single?.text ?? props.placeholder}</span>
        <Icon name="chevron" />
      </button>
      {props.clearable && single !== undefined && (
        <button
          type="button"
          class="icon-button picker-clear"
          aria-label={words.clear}
          onClick={() => props.onChoose([])}
        >
          <Icon name="close" />
        </button>
      )}
      {open && (
        <Popover anchor={anchor} onClose={() => setOpen(false)} wide>
          <OptionList
            id={listId}
            label={props.label}
            options={options}
            chosen={props.chosen}
            multi={props.multi}
            full={full}
            query={query}
            notice={props.notice ?? (full ? words.atMost(props.most ?? 0) : null)}
            onQuery={search}
            onChoose={choose}
            onLeave={hide}
          />
        </Popover>
      )}
    </div>
  );
}
