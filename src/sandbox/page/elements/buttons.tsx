import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { emojiFor, withEmoji } from '../model/emoji.ts';
import { buttonAction, type FormElement, overflowAction } from '../model/form.ts';
import { safeUrl } from '../model/safe-url.ts';
import { Icon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';
import { optionsIn } from './selects.tsx';
import { confirmOf, type Placement, useElement } from './use-element.ts';

function textOf(text: unknown): string {
  const given = typeof text === 'object' && text !== null && 'text' in text;
  return given && typeof text.text === 'string' ? withEmoji(text.text) : '';
}

function toneOf(element: FormElement): string {
  return element.style === 'primary' || element.style === 'danger' ? ` ${element.style}` : '';
}

export function ButtonElement(placement: Placement): VNode {
  const { words } = usePage();
  const handle = useElement(placement);
  const { element } = placement.placed;
  const waiting = handle.waiting(element.value);
  const spoken = element.accessibility_label;
  const url = typeof element.url === 'string' ? safeUrl(element.url) : null;
  return (
    <button
      type="button"
      class={`button${toneOf(element)}${waiting ? ' is-waiting' : ''}`}
      aria-label={typeof spoken === 'string' ? spoken : undefined}
      aria-busy={waiting}
      title={waiting ? words.working : undefined}
      // Not "disabled": that would take the focus from who pressed it with a key.
      aria-disabled={waiting}
      onClick={() => {
        if (waiting) return;
        if (url !== null) window.open(url, '_blank', 'noopener');
        handle.send(buttonAction(placement.placed), confirmOf(element));
      }}
    >
      {textOf(element.text)}
    </button>
  );
}

/** Icon buttons and the thumbs of feedback buttons. */
export function IconButtonElement(placement: Placement): VNode {
  const handle = useElement(placement);
  const { placed } = placement;
  const { element } = placed;
  if (element.type === 'feedback_buttons') {
    return (
      <span class="feedback">
        {[element.positive_button, element.negative_button].map((each, index) => {
          const value =
            typeof each === 'object' && each !== null && 'value' in each ? each.value : undefined;
          const label =
            typeof each === 'object' && each !== null && 'text' in each ? textOf(each.text) : '';
          return (
            <button
              key={value}
              type="button"
              class="button small"
              disabled={handle.waiting(value)}
              onClick={() =>
                handle.send(
                  {
                    type: 'feedback_buttons',
                    action_id: placed.actionId,
                    block_id: placed.blockId,
                    value,
                    text: typeof each === 'object' && each !== null && 'text' in each && each.text,
                  },
                  undefined,
                )
              }
            >
              {emojiFor(index === 0 ? '+1' : '-1')} {label}
            </button>
          );
        })}
      </span>
    );
  }
  return (
    <button
      type="button"
      class="button small"
      disabled={handle.waiting(element.value)}
      onClick={() => handle.send(buttonAction(placed), confirmOf(element))}
    >
      {element.icon === 'trash' ? emojiFor('wastebasket') : ''} {textOf(element.text)}
    </button>
  );
}

export function OverflowElement(placement: Placement): VNode {
  const { words } = usePage();
  const handle = useElement(placement);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const { placed } = placement;
  const options = optionsIn(placed.element.options);
  const waiting = handle.waiting(null);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class={`button icon-only${waiting ? ' is-waiting' : ''}`}
        aria-label={`${words.moreActions}: ${placement.label}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={waiting}
        aria-disabled={waiting}
        onClick={() => setOpen(!open && !waiting)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <Menu
          anchor={anchor}
          label={words.moreActions}
          onClose={() => setOpen(false)}
          entries={options.map((option) => ({
            text: textOf(option.text),
            detail: option.description?.text,
            onChoose: () => {
              const url = option.url === undefined ? null : safeUrl(option.url);
              if (url !== null) window.open(url, '_blank', 'noopener');
              handle.send(overflowAction(placed, option), confirmOf(placed.element));
            },
          }))}
        />
      )}
    </>
  );
}
