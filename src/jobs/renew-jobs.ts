import type { Tx } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';

/** No call to Slack of a process that was taken for dead is under way after that. */
const CALL_OVER = Prisma.sql`interval '12 seconds'`;

interface LockedJob {
  id: bigint;
  task: string;
  queue: string | null;
  key: string | null;
  priority: number;
  /** How often it may still be tried: a job that kills its process must not do so for ever. */
  attempts_left: number;
}

/**
 * Puts new jobs in the place of those that pools of workers have locked. The old ones are gone, so that
 * a worker that is still at one can end it without touching the new one or its queue.
 *
 * @returns how many there were
 */
export async function renewJobs(tx: Tx, poolIds: readonly string[]): Promise<number> {
  const locked = await tx.$queryRaw<LockedJob[]>`
    select id, task_identifier as task, queue_name as queue, key, priority,
      greatest(1, max_attempts - attempts)::int as attempts_left
    from graphile_worker.jobs where locked_by = any(${poolIds}::text[])
    order by id`;
  await tx.$executeRaw`select graphile_worker.force_unlock_workers(${poolIds}::text[])`;
  for (const { id, task, queue, key, priority, attempts_left } of locked) {
    const added = Prisma.sql`add_job(${task}, old.payload, queue_name := ${queue},
      max_attempts := ${attempts_left}::int, priority := ${priority}::int`;
    // Drawn by a process that may still be sending it, a message is drawn once more when that is over.
    const again =
      task === 'redraw' ? Prisma.sql`, ${added}, run_at := now() + ${CALL_OVER})` : Prisma.empty;
    await tx.$executeRaw`
      select ${added}, job_key := ${key})${again}
      from graphile_worker.complete_jobs(array[${id}]::bigint[]) as old`;
  }
  return locked.length;
}
