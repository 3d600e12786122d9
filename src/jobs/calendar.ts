import cron, { type RunCoordinator } from 'node-cron';
import type { Deps } from '../kernel/deps.ts';

const EVERY_MINUTE = '* * * * *';
/** Ticks older than this are forgotten. */
const KEEP_TICKS_MS = 60 * 60_000;

/**
 * Ticks every minute; of several processes one takes each tick. A tick only looks for what is due, and
 * every deadline is enforced by the statement that writes, so a missed tick delays and nothing more.
 *
 * @param schedule another cron expression, with seconds if need be
 */
export function startCalendar(
  deps: Pick<Deps, 'db' | 'log'>,
  tick: () => Promise<void>,
  schedule = EVERY_MINUTE,
): { stop(): Promise<void> } {
  const coordinator: RunCoordinator = {
    shouldRun: (key) => takeTick(deps, key),
  };
  const task = cron.schedule(
    schedule,
    () =>
      forgetOldTicks(deps)
        .then(tick)
        .catch((error: unknown) => deps.log.error({ err: error }, 'a tick came to nothing')),
    {
      name: 'thidua-calendar',
      // A zone that puts its clock back would have an hour without ticks.
      timezone: 'UTC',
      distributed: true,
      runCoordinator: coordinator,
    },
  );
  return {
    async stop() {
      await task.destroy();
    },
  };
}

async function takeTick({ db }: Pick<Deps, 'db'>, key: string): Promise<boolean> {
  const taken = await db.$executeRaw`
    insert into calendar_tick (key) values (${key}) on conflict (key) do nothing`;
  return taken > 0;
}

async function forgetOldTicks({ db }: Pick<Deps, 'db'>): Promise<void> {
  const before = new Date(Date.now() - KEEP_TICKS_MS);
  await db.calendarTick.deleteMany({ where: { takenAt: { lt: before } } });
}
