import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type {
  ClickedAction,
  ClientAct,
  ClientActResult,
  ViewStateValues,
} from '../client-protocol.ts';
import type { ClientState, Place } from './model/store.ts';
import type { PageLanguage, Words } from './words.ts';

/** What every part of the page may use. */
export interface Page {
  state: ClientState;
  words: Words;
  language: PageLanguage;
  /** Locale for names of days and months, from the page's language. */
  locale: string;
  userName: (id: string) => string;
  conversationName: (id: string) => string;
  /** Epoch ms by the workspace's clock. */
  now: () => number;
  open: (conversation: string) => void;
  openThread: (channel: string, ts: string) => void;
  /** Puts a text into the message box and gives it the focus. */
  compose: (text: string) => void;
  /** Answers null when the server could not be reached. */
  act: (act: ClientAct) => Promise<ClientActResult | null>;
  click: (place: Place, action: ClickedAction, state: ViewStateValues) => void;
  dismissFailure: (place: Place) => void;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('usePage outside of PageContext');
  return page;
}

/** The message, view or Home that blocks are drawn in, with the form that they fill. */
export interface Surface {
  place: Place;
  values: ViewStateValues;
  /** Errors by block_id, shown at the field. */
  errors: Readonly<Record<string, string>>;
  setValues: (values: ViewStateValues) => void;
}

export const SurfaceContext = createContext<Surface | null>(null);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === null) throw new Error('useSurface outside of SurfaceContext');
  return surface;
}
