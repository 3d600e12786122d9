import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';

/** The app's shortcuts that need no message, beside the message box. */
export function GlobalShortcuts(): VNode | null {
  const { words, state, act } = usePage();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const shortcuts = state.snapshot.shortcuts.filter(({ type }) => type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class="icon-button"
        aria-label={words.globalShortcuts}
        title={words.globalShortcuts}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="bolt" />
      </button>
      {open && (
        <Menu
          anchor={anchor}
          label={words.globalShortcuts}
          onClose={() => setOpen(false)}
          entries={shortcuts.map(({ callbackId, name, description }) => ({
            text: name,
            detail: description,
            onChoose: () => void act({ type: 'global_shortcut', callbackId }),
          }))}
        />
      )}
    </>
  );
}
