import { createHistogram, performance } from 'node:perf_hooks';

/** How long people wait for the app's acknowledgement, from receipt to ack; Slack gives up after 3 s. */
export interface AckLatency {
  /** @returns a function to call at the ack, which gives the milliseconds since */
  start(): () => number;
  /** Milliseconds. */
  summary(): { count: number; p50: number; p99: number; max: number };
}

export function createAckLatency(): AckLatency {
  const histogram = createHistogram();
  return {
    start() {
      const from = performance.now();
      return () => {
        const elapsed = performance.now() - from;
        histogram.record(Math.max(1, Math.round(elapsed * 1000)));
        return elapsed;
      };
    },
    summary: () => ({
      count: histogram.count,
      p50: histogram.count === 0 ? 0 : histogram.percentile(50) / 1000,
      p99: histogram.count === 0 ? 0 : histogram.percentile(99) / 1000,
      max: histogram.count === 0 ? 0 : histogram.max / 1000,
    }),
  };
}
