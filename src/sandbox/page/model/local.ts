/** What this browser remembers between visits. A browser that forbids storage forgets, no more. */
type Remembered = 'thidua.language' | 'thidua.person' | 'thidua.welcomed';

export function remembered(key: Remembered): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    // Storage is switched off in this browser: the page then starts afresh each time.
    return null;
  }
}

export function remember(key: Remembered, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // As above: nothing is lost but the convenience.
  }
}
