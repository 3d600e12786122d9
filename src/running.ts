import { createUnfinished } from './kernel/unfinished.ts';

type Stop = () => Promise<void>;

/** Why a start came to nothing: the process was told to end meanwhile. */
class StopAsked extends Error {}

/** What runs, in the order of its start; stopped once, in the reverse order. */
export class Running {
  readonly #stops: Stop[] = [];
  readonly #starts = createUnfinished();
  readonly #asked = new AbortController();
  #stopped: Promise<void> | undefined;

  /** Aborted as soon as the stop is asked for, so that what is still being started can give up. */
  get asked(): AbortSignal {
    return this.#asked.signal;
  }

  get stopping(): boolean {
    return this.asked.aborted;
  }

  /** Something has been started. When the stop was asked for before, it is stopped at once. */
  add(stop: Stop): void {
    this.#stops.push(stop);
    if (this.#stopped)
      this.#stopped = Promise.allSettled([this.#stopped]).then(() => this.#stopAll());
  }

  /**
   * Does what starts something and adds it. A stop waits for the end of it first, so that nothing is taken
   * away from under what is being started: it must not itself wait for the stop.
   */
  start<T>(work: () => Promise<T>): Promise<T> {
    return this.#starts.track(work());
  }

  /**
   * What cannot be stopped keeps nothing else from being stopped.
   *
   * @throws the first failure, when all the others have been stopped
   */
  stop(): Promise<void> {
    if (!this.#stopped) {
      this.#asked.abort(new StopAsked('told to end while it was starting'));
      this.#stopped = this.#stopAll();
    }
    return this.#stopped;
  }

  async #stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (;;) {
      // Looked at each time: what is started meanwhile comes on top.
      await this.#starts.settled();
      const stop = this.#stops.pop();
      if (!stop) break;
      await stop().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}

/** Signals within this time are one wish: npm passes on what the whole process group was told anyway. */
const SAME_WISH_MS = 5_000;

/**
 * What each signal to end does. The first begins the stop, and those that come soon after it do nothing;
 * whoever asks again later does not want to wait any longer.
 *
 * @param options.now milliseconds of a clock that is never set back
 */
export function createSignalHandler(options: {
  stop(): void;
  endAtOnce(): void;
  now(): number;
}): () => void {
  let firstAt: number | undefined;
  return () => {
    if (firstAt === undefined) {
      firstAt = options.now();
      options.stop();
    } else if (options.now() - firstAt > SAME_WISH_MS) options.endAtOnce();
  };
}
