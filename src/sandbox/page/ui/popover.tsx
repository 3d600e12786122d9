import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface PopoverProps {
  /** What the popover hangs on: it opens below, or above where there is more room. */
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** As wide as the anchor at least; menus keep their own width. */
  wide?: boolean;
  alignEnd?: boolean;
  children: ComponentChildren;
}

const GAP = 4;
const MARGIN = 8;

/** A panel above everything else, also above an open modal; closes on a press outside of it. */
export function Popover({ anchor, onClose, wide, alignEnd, children }: PopoverProps): VNode {
  const panel = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = panel.current;
    if (element === null) return;
    element.showPopover();
    const place = (): void => {
      const from = anchor.current?.getBoundingClientRect();
      if (from === undefined) return;
      if (wide) element.style.minWidth = `${from.width}px`;
      const height = element.offsetHeight;
      const below = window.innerHeight - from.bottom - GAP - MARGIN;
      const upward = height > below && from.top > below;
      const top = upward ? from.top - GAP - height : from.bottom + GAP;
      const left = alignEnd ? from.right - element.offsetWidth : from.left;
      const rightmost = window.innerWidth - element.offsetWidth - MARGIN;
      element.style.top = `${Math.max(MARGIN, top)}px`;
      element.style.left = `${Math.max(MARGIN, Math.min(left, rightmost))}px`;
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(element);
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      watcher.disconnect();
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [anchor, wide, alignEnd]);

  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      if (!(event.target instanceof Node)) return;
      if (panel.current?.contains(event.target) || anchor.current?.contains(event.target)) return;
      onClose();
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [anchor, onClose]);

  return (
    <div ref={panel} class="popover" popover="manual">
      {children}
    </div>
  );
}
