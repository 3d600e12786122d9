/**
 * Work that is asked for again while it is under way is not begun a second time: who asks gets the same answer, or the
 * same failure. What is done is forgotten, and begun anew when it is asked for again.
 */
export function inFlight<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key, work) => {
    const known = underWay.get(key);
    if (known) return known;
    const answer = work().finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
}
