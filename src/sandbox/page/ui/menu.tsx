import type { RefObject, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Popover } from './popover.tsx';

export interface MenuEntry {
  text: string;
  detail?: string | undefined;
  onChoose: () => void;
}

interface MenuProps {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  entries: readonly MenuEntry[];
  onClose: () => void;
}

/** A small menu; arrows move, Escape goes back to the button that opened it. */
export function Menu({ anchor, label, entries, onClose }: MenuProps): VNode {
  const menu = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [
    ...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];
  useEffect(() => items()[0]?.focus(), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items();
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
    if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') {
      anchor.current?.focus();
      onClose();
      if (event.key === 'Tab') return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Popover anchor={anchor} onClose={onClose} alignEnd>
      <div
        ref={menu}
        class="menu"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        {entries.map((entry) => (
          <button
            key={entry}
            type="button"
            role="menuitem"
            class="menu-item"
            onClick={() => {
              anchor.current?.focus();
              onClose();
              entry.onChoose();
            }}
          >
            {entry.text}
            {entry.detail && <span class="option-detail">{entry.detail}</span>}
          </button>
        ))}
      </div>
    </Popover>
  );
}
