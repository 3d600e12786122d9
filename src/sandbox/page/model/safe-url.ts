const SAFE = ['http:', 'https:', 'mailto:', 'tel:'];

/** The address when a link may open it, null for `javascript:` and everything unknown. */
export function safeUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return SAFE.includes(parsed.protocol) ? parsed.href : null;
}
