import type { Db } from '../database/client.ts';
import type { Rulebook } from '../rulebook/rules.ts';
import type { Logger } from './log.ts';
import { type Clock, type Day, dayIn } from './time.ts';

/** What every use case, query and job is given. */
export interface Deps {
  db: Db;
  rulebook: Rulebook;
  clock: Clock;
  /** The organisation's time zone (TZ_ORG). */
  zone: string;
  log: Logger;
  /** Wraps the private keys of secret ballots; 32 bytes. */
  ballotKey: Buffer;
}

/** Today's date where the organisation is. */
export function today(deps: Pick<Deps, 'clock' | 'zone'>): Day {
  return dayIn(deps.zone, deps.clock.now());
}
