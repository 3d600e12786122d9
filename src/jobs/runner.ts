import type { WebClient } from '@slack/web-api';
import { type Runner, run, type TaskList } from 'graphile-worker';
import type { Database } from '../database/client.ts';
import type { Deps } from '../kernel/deps.ts';
import { refreshRulebook } from '../rulebook/live.ts';
import { startCalendar } from './calendar.ts';
import { PicturesPayload, sendChartPictures } from './chart-pictures.ts';
import { type DeliveryDeps, deliverNext, LanePayload } from './deliver.ts';
import { fileRenderers } from './file-messages.ts';
import { FilePayload, makeFile } from './files.ts';
import type { DomainJobs } from './kinds.ts';
import { type Pace, SLACK_PACE } from './pace.ts';
import { PostingRoom } from './posting-turns.ts';
import { RedrawPayload, RefreshPayload, redraw, refreshPosted } from './refresh.ts';
import { watchWorkers } from './stale-workers.ts';
import { workerLogger } from './worker-log.ts';

export interface Jobs {
  /** Looks now for all that is due, as a tick would; for a moved clock. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts delivering messages, doing jobs and watching the calendar. */
export async function startJobs(
  deps: Deps & { slack: WebClient },
  database: Database,
  domains: readonly DomainJobs[],
  pace: Pace = SLACK_PACE,
): Promise<Jobs> {
  const renderers = new Map(
    [...fileRenderers, ...domains.flatMap((domain) => domain.renderers ?? [])].map((renderer) => [
      renderer.purpose,
      renderer,
    ]),
  );
  const files = new Map(
    domains.flatMap((domain) => domain.files ?? []).map((builder) => [builder.purpose, builder]),
  );
  const delivery: DeliveryDeps = { ...deps, renderers, pace, room: new PostingRoom() };
  const taskList: TaskList = {
    deliver: (payload) => deliverNext(delivery, LanePayload.parse(payload)),
    refresh: (payload) => refreshPosted(deps, RefreshPayload.parse(payload)),
    redraw: (payload) => redraw(delivery, RedrawPayload.parse(payload)),
    chart_pictures: (payload) => sendChartPictures(delivery, PicturesPayload.parse(payload)),
    send_file: (payload, { job }) =>
      makeFile({ ...deps, files }, FilePayload.parse(payload), {
        attempt: job.attempts,
        attempts: job.max_attempts,
      }),
  };
  for (const { task, perform } of domains.flatMap((domain) => domain.performers ?? [])) {
    taskList[task] = (payload) => perform(deps, payload);
  }
  const due = domains.flatMap((domain) => domain.due ?? []);
  taskList.sweep = async () => {
    await refreshRulebook(deps);
    // One matter that cannot be done must not keep the others waiting; the next tick looks again.
    for (const look of due) {
      await look(deps).catch((error: unknown) =>
        deps.log.error({ err: error }, 'what was due was not done'),
      );
    }
  };
  const watch = await watchWorkers(database, deps);
  const runner: Runner = await run({
    pgPool: database.pool,
    taskList,
    concurrency: database.embedded ? 3 : 10,
    // The embedded Postgres passes no notifications on, so its workers look often.
    pollInterval: database.embedded ? 150 : 1_000,
    noPreparedStatements: database.embedded,
    noHandleSignals: true,
    events: watch.events,
    logger: workerLogger(deps.log),
  });
  const addSweep = async () => {
    await watch.takeOver();
    await database.pool.query("select add_job('sweep', '{}', job_key := 'sweep')");
  };
  const calendar = startCalendar(deps, addSweep);
  await addSweep();
  return {
    sweep: addSweep,
    async stop() {
      await calendar.stop();
      await runner.stop();
      await watch.stop();
    },
  };
}
