/** What is under way at present, so that a process that stops finishes it first. */
export interface Unfinished {
  /** @returns the same promise */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way any more; what came of it meanwhile is waited for too. */
  settled(): Promise<void>;
}

export function createUnfinished(): Unfinished {
  const works = new Set<Promise<unknown>>();
  return {
    track(work) {
      works.add(work);
      const done = () => void works.delete(work);
      work.then(done, done);
      return work;
    },
    async settled() {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
