import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Address, readAddress, writeAddress } from './model/address.ts';

function currentAddress(): Address {
  return readAddress(window.location.search, window.location.pathname);
}

const MOVED = 'thidua-moved';

/** The page's address as state: the browser's back and forward buttons work on conversations. */
export function useAddress(): { address: Address; go: (change: Partial<Address>) => void } {
  const [address, setAddress] = useState(() => currentAddress());
  useEffect(() => {
    const update = (): void => setAddress(currentAddress());
    window.addEventListener('popstate', update);
    window.addEventListener(MOVED, update);
    return () => {
      window.removeEventListener('popstate', update);
      window.removeEventListener(MOVED, update);
    };
  }, []);
  const go = useCallback((change: Partial<Address>) => {
    const before = currentAddress();
    const next = writeAddress({ ...before, ...change });
    if (next === window.location.pathname + window.location.search) return;
    // The first address only gains what was left out: "back" must not stop there.
    if (before.as === null) window.history.replaceState(null, '', next);
    else window.history.pushState(null, '', next);
    window.dispatchEvent(new Event(MOVED));
  }, []);
  return { address, go };
}
