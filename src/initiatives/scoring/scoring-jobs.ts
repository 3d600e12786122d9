import { building, type DomainJobs, type RenderContext, rendering } from '../../jobs/kinds.ts';
import type { Deps } from '../../kernel/deps.ts';
import { actorOf } from '../../people/actor.ts';
import { conflictsOf } from '../conflicts-of.ts';
import { closeDueScorings } from './close-scoring.ts';
import { remindScorers } from './remind-scorers.ts';
import { buildScoreFile, buildScoreSheets } from './score-file.ts';
import {
  scoreFile,
  scoreSheets,
  scoringExclusion,
  scoringInvitation,
  scoringOutcome,
  scoringProgress,
  scoringReminder,
} from './scoring-messages.ts';
import { outcomeNews } from './scoring-overview-views.ts';
import { ownScorecard, scoringPicture } from './scoring-queries.ts';
import { rightsIn } from './scoring-rights.ts';
import { exclusionCard, invitationCard, progressCard, reminderCard } from './scoring-views.ts';

/** The scoring that a message is about, for a reader who is not in conflict, or null. */
async function forReader(deps: Deps, { subjectId, personId }: RenderContext<object>) {
  const scoring = await scoringPicture(deps.db, { id: subjectId });
  if (!scoring || personId === null) return null;
  const conflict = (await conflictsOf(deps, deps.db, scoring.initiative.id)).get(personId) ?? null;
  return { scoring, personId, conflict };
}

export const scoringJobs: DomainJobs = {
  renderers: [
    rendering(scoringInvitation, async (deps, context) => {
      const found = await forReader(deps, context);
      if (!found) return null;
      const { scoring, personId, conflict } = found;
      if (conflict) return exclusionCard(scoring, { personId, conflict }, context.language);
      const own = await ownScorecard(deps.db, { scoringId: scoring.id, personId });
      return invitationCard(scoring, { personId, own }, context.language);
    }),
    rendering(scoringExclusion, async (deps, context) => {
      const found = await forReader(deps, context);
      return found && exclusionCard(found.scoring, found, context.language);
    }),
    rendering(scoringProgress, async (deps, context) => {
      const found = await forReader(deps, context);
      const reader = found && (await actorOf(deps, found.personId));
      if (!found || !reader) return null;
      // Who runs it no more reads no more of it; their card stays as it was.
      const { runs } = await rightsIn(deps, deps.db, reader, found.scoring);
      return runs ? progressCard(found.scoring, context.language) : null;
    }),
    rendering(scoringOutcome, async (deps, context) => {
      const found = await forReader(deps, context);
      const reader = found && (await actorOf(deps, found.personId));
      if (!found || !reader) return null;
      const { runs } = await rightsIn(deps, deps.db, reader, found.scoring);
      return runs ? outcomeNews(found.scoring, context.language) : null;
    }),
    rendering(scoringReminder, async (deps, context) => {
      const found = await forReader(deps, context);
      if (!found || found.conflict) return null;
      const { scoring, personId } = found;
      const seat = scoring.panel.find((entry) => entry.personId === personId);
      if (!seat || seat.excluded) return null;
      // Once told, it is redrawn without the way into a sheet that nobody waits for.
      const waits = scoring.state === 'open' && !seat.sentAt;
      if (!waits && !context.redrawing) return null;
      return reminderCard(scoring, { waits, sent: seat.sentAt !== null }, context.language);
    }),
  ],
  files: [building(scoreFile, buildScoreFile), building(scoreSheets, buildScoreSheets)],
  due: [closeDueScorings, remindScorers],
};
