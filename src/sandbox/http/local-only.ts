/**
 * Guards of the page's endpoints. Anybody who reaches them may act as any person of the practice
 * workspace, so a web page from elsewhere must not: neither by a name that resolves to this
 * machine (Host), nor by posting across origins (Origin).
 */
import type { IncomingMessage } from 'node:http';

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

export function hasLocalHost(req: IncomingMessage): boolean {
  const host = hostnameOf(`http://${req.headers.host ?? ''}`);
  return host !== null && LOCAL_HOSTS.has(host);
}

/** An absent Origin is no browser's cross-origin request. */
export function hasOwnOrigin(req: IncomingMessage): boolean {
  const { origin, host } = req.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}

function hostnameOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null;
}
