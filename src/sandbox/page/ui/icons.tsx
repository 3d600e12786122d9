import type { VNode } from 'preact';

const PATHS = {
  chevron: 'M4 6l4 4 4-4',
  left: 'M10 3L5 8l5 5',
  right: 'M6 3l5 5-5 5',
  plus: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  menu: 'M2 4h12M2 8h12M2 12h12',
  search: 'M7 12A5 5 0 107 2a5 5 0 000 10zM11 11l3.5 3.5',
  lock: 'M4 7h8v7H4zM5.5 7V5a2.5 2.5 0 015 0v2',
  reply: 'M14 3H2v8h3v3l4-3h5z',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  send: 'M2 8L14 2l-4 12-2.5-5z',
  bolt: 'M9 1L3 9h4l-1 6 6-8H8z',
  calendar: 'M2 4h12v10H2zM2 7h12M5 2v3M11 2v3',
  eye: 'M1 8s2.5-5 7-5 7 5 7 5-2.5 5-7 5-7-5-7-5zM8 10a2 2 0 100-4 2 2 0 000 4z',
  swap: 'M2 5h11l-3-3M14 11H3l3 3',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  home: 'M2 8l6-6 6 6M4 7v7h8V7',
  file: 'M4 1h5l3 3v11H4zM9 1v3h3',
  download: 'M8 2v8M4.5 7L8 10.5 11.5 7M3 14h10',
  clock: 'M8 15A7 7 0 108 1a7 7 0 000 14zM8 4v4l3 2',
  window: 'M6 3H3v10h10v-3M9 3h4v4M13 3L7 9',
} as const;

export type IconName = keyof typeof PATHS;

/** A small line drawing beside a text or inside a labelled button: never read aloud. */
export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
