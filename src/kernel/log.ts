import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * The process's log, one JSON object a line. It carries ids, codes and durations: never message texts,
 * tokens or ballot choices. The redaction is a second fence, not the first.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['token', '*.token', 'choice', '*.choice', 'text', '*.text', 'blocks', '*.blocks'],
      censor: '…',
    },
  });
}
