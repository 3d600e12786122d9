import cron, { type RunCoordinator } from 'node-cron';
import type { Deps } from '../kernel/deps.ts';

const EVERY_MINUTE = '* * * * *';
/** Ticks older than this are forgotten. */
const KEEP_TICKS_MS = 60 * 60_000;

/**
 * Ticks every minute; of several processes one takes each tick. A tick only looks for what is due, and
 * every deadline is enforced by the statement that writes, so a missed tick delays and nothing more.
 */
export function startCalendar(deps: Deps, tick: () => Promise<void>): { stop(): Promise<void> } {
  const coordinator: RunCoordinator = {
    shouldRun: (key) => takeTick(deps, key),
  };
  const task = cron.schedule(
    EVERY_MINUTE,
    async () => {
      await deps.db.calendarTick.deleteMany({
        where: { takenAt: { lt: new Date(Date.now() - KEEP_TICKS_MS) } },
      });
      await tick();
    },
    {
      name: 'thidua-calendar',
      timezone: deps.zone,
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

async function takeTick(deps: Deps, key: string): Promise<boolean> {
  const taken = await deps.db.$executeRaw`
    insert into calendar_tick (key) values (${key}) on conflict (key) do nothing`;
  return taken > 0;
}
