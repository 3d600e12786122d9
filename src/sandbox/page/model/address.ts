/** What the page's address says: who one is, and which conversation is open. */
export interface Address {
  as: string | null;
  /** A conversation id, or "home" for the app's Home. */
  open: string | null;
}

/** Reads `?as=U…&open=C…`; a message's permalink (`/archives/C…/p…`) opens its conversation. */
export function readAddress(search: string, pathname = '/'): Address {
  const params = new URLSearchParams(search);
  const linked = /^\/archives\/([A-Z0-9]+)\/p\d+$/.exec(pathname)?.[1];
  return { as: params.get('as') || null, open: params.get('open') || linked || null };
}

/** The page's address, always at the root. */
export function writeAddress(address: Address): string {
  const params = new URLSearchParams();
  if (address.as !== null) params.set('as', address.as);
  if (address.open !== null) params.set('open', address.open);
  return `/?${params}`;
}
