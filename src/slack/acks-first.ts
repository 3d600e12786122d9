import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** Who presses waits three seconds at most to be acknowledged; the answer in words may come a moment later. */
export interface AcksFirst {
  /** @returns a function to call when somebody has been acknowledged, or never will be; more calls change nothing */
  begin(): () => void;
  /**
   * Tells an answer when nobody waits to be acknowledged, or answers have been kept back long enough.
   *
   * @param tell what it holds on to stays in memory until then, for each of a crowd
   */
  answer(tell: () => Promise<void>): Promise<void>;
}

/**
 * In a crowd, acknowledgements before answers.
 *
 * @param times.pauseMs so long nobody may have been waiting before answers go; a lone presser does not notice
 * @param times.mostMs longer than this no answer is kept back, however many press
 */
export function createAcksFirst(
  { pauseMs, mostMs }: { pauseMs: number; mostMs: number } = { pauseMs: 10, mostMs: 300 },
): AcksFirst {
  const waiting = new Set<symbol>();
  let turn: Promise<void> | undefined;

  async function turnOfAnswers(): Promise<void> {
    const latest = performance.now() + mostMs;
    do await setTimeout(pauseMs);
    while (waiting.size > 0 && performance.now() < latest);
    turn = undefined;
  }

  return {
    begin() {
      const one = Symbol('presser');
      waiting.add(one);
      return () => void waiting.delete(one);
    },
    answer(tell) {
      turn ??= turnOfAnswers();
      return turn.then(tell);
    },
  };
}
