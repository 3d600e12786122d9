import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  label: string;
  class: string;
  onClose: () => void;
  /** A press beside the dialog closes it; not for forms, where entered text would be lost. */
  closesOutside?: boolean;
  children: ComponentChildren;
}

/**
 * A modal dialog of the browser itself: it keeps the focus inside, hides the rest from readers
 * of the screen, and gives the focus back when it goes.
 */
export function Dialog({ label, onClose, closesOutside, children, ...rest }: DialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);

  // Before the effects of what is inside: it may want the focus elsewhere than on the first button.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by the cancel event
    <dialog
      ref={dialog}
      class={`dialog ${rest.class}`}
      aria-label={label}
      // Escape, wherever the focus is. Whoever opened the dialog decides whether it goes.
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // A second Escape at once is not asked about: the browser has closed it already.
        if (dialog.current?.isConnected !== true) return;
        dialog.current.showModal();
        onClose();
      }}
      onClick={(event) => {
        if (closesOutside && event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
