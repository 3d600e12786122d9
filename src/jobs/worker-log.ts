import { Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from '../kernel/log.ts';

/** graphile-worker's log into ours: job ids and task names, no payloads. */
export function workerLogger(log: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level, message) => {
    const write = level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug';
    log[write]({ task: scope.taskIdentifier, job: scope.jobId }, message);
  });
}
