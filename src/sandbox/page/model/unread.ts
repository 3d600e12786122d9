/** The server counts unread messages up to 100. */
export function shownCount(unread: number): string {
  return unread > 99 ? '99+' : String(unread);
}
