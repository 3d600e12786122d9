import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from '../kernel/log.ts';

/** Bolt's log into ours. Debug is dropped: it would carry payloads. */
export function boltLogger(log: Logger): BoltLogger {
  const slack = log.child({ part: 'slack' });
  const joined = (parts: unknown[]) => parts.map(String).join(' ');
  return {
    debug: () => undefined,
    info: (...parts) => slack.debug(joined(parts)),
    warn: (...parts) => slack.warn(joined(parts)),
    error: (...parts) => slack.error(joined(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
