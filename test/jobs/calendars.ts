import { connect, type Database } from '../../src/database/client.ts';
import { jobs } from '../../src/domains.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { instantAt } from '../../src/kernel/time.ts';
import { findActor } from '../../src/people/actor.ts';
import { emailOf } from '../../src/sandbox/sample/people.ts';
import type { Agency } from '../campaigns/support.ts';
import { openSampleDatabase, slackIdFor } from '../support/sample-database.ts';

/** The sample agency with two processes that look at the same calendar. */
export interface TwoCalendars extends Agency {
  processes: readonly { deps: Deps; database: Database }[];
  /**
   * What a tick does, in both at the same time; a failure is nobody's to swallow here.
   *
   * @returns what was written twice: the same words to the same reader about the same thing
   */
  tick(): Promise<unknown[]>;
}

export async function openTwoCalendars(): Promise<TwoCalendars> {
  const { deps, database, clock, close } = await openSampleDatabase();
  const neighbour = connect({ ...database.connection, max: 6 }, null);
  const processes = [
    { deps, database },
    {
      deps: { ...deps, db: neighbour.db },
      database: { ...neighbour, embedded: database.embedded },
    },
  ];
  return {
    database,
    deps,
    clock,
    processes,
    async actor(login) {
      const found = await findActor(deps, slackIdFor(emailOf(login)));
      if (!found) throw new Error(`${login} has no posting`);
      return found;
    },
    async goTo(day, time) {
      await clock.advance(instantAt(day, time, deps.zone).getTime() - clock.now().getTime());
    },
    async tick() {
      const before = await deps.db.outgoingMessage.aggregate({ _max: { seq: true } });
      const due = jobs.flatMap((domain) => domain.due ?? []);
      await Promise.all(
        processes.map(async (process) => {
          for (const look of due) await look(process.deps);
        }),
      );
      const { rows } = await database.pool.query(
        `select purpose, subject_id, coalesce(person_id::text, channel_id) as lane, params
         from outgoing_message where seq > $1
         group by 1, 2, 3, 4 having count(*) > 1`,
        [String(before._max.seq ?? 0)],
      );
      return rows;
    },
    async close() {
      await neighbour.close();
      await close();
    },
  };
}
