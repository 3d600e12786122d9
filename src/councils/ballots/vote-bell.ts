import { addJob } from '../../jobs/outbox.ts';
import type { Deps } from '../../kernel/deps.ts';
import { voteCame } from '../messages.ts';

/** How long votes gather, so that a burst makes few jobs. */
const GATHER_MS = 200;

const rung = new Set<string>();

/**
 * Has votes that were committed answered soon: cards redrawn, a ballot on which all have voted closed. A
 * bell that is lost with its process costs a minute at most, for the calendar looks for votes that were not
 * answered (`unansweredBallots`).
 */
export function ringVoteBell(deps: Pick<Deps, 'db' | 'log'>, ballotId: string): void {
  if (rung.has(ballotId)) return;
  rung.add(ballotId);
  setTimeout(() => {
    rung.delete(ballotId);
    addJob(deps.db, voteCame, { ballotId }, { key: `vote_came:${ballotId}` }).catch(
      (error: unknown) => deps.log.warn({ ballot: ballotId, err: error }, 'bell was not rung'),
    );
  }, GATHER_MS).unref();
}
