import { decisionButton, viewButton } from '../initiatives/controls.ts';
import { outcomesBesideVote } from '../initiatives/scoring/scoring-queries.ts';
import {
  type DomainJobs,
  performing,
  type RenderContext,
  type Rendered,
  rendering,
} from '../jobs/kinds.ts';
import type { Deps } from '../kernel/deps.ts';
import { answerVotes, unansweredBallots } from './answer-votes.ts';
import { closeBallotIfDue } from './close-ballot.ts';
import {
  deadlineCame,
  exclusionNotice,
  outcomeToAuthor,
  sittingCard,
  turnoutCard,
  voteCame,
  voteCard,
} from './messages.ts';
import {
  type BallotPicture,
  ballotPicture,
  initiativesOf,
  ownOpenVote,
  sittingPicture,
} from './queries.ts';
import { sittingCardView } from './sitting-views.ts';
import {
  type CardContext,
  exclusionView,
  outcomeToAuthorView,
  turnoutView,
  voteCardView,
} from './views.ts';

const buttons = { view: viewButton, decision: decisionButton };

/** Draws a card of the ballot that a message is about, with the whole roll or its reader's place on it only. */
function aboutBallot(
  roll: 'all' | 'own',
  draw: (
    ballot: BallotPicture,
    reader: { personId: string | null },
    context: CardContext,
    deps: Deps,
  ) => Rendered | Promise<Rendered>,
) {
  return async (deps: Deps, { subjectId, personId, language }: RenderContext<object>) => {
    const ballot = await ballotPicture(deps, subjectId, roll === 'own' ? { personId } : undefined);
    if (!ballot) return null;
    return draw(ballot, { personId }, { language, zone: deps.zone, buttons }, deps);
  };
}

export const councilsJobs: DomainJobs = {
  renderers: [
    rendering(
      voteCard,
      aboutBallot('own', async (ballot, { personId }, context, deps) => {
        if (personId === null) return null;
        const ownChoice = await ownOpenVote(deps.db, { ballotId: ballot.id, personId });
        const { initiative } = ballot.item;
        const initiativeIds = initiative ? [initiative.id] : [];
        const scores = await outcomesBesideVote(deps.db, { personId, initiativeIds });
        const score = (initiative && scores.get(initiative.id)) ?? null;
        return voteCardView(ballot, { personId, ownChoice, score }, context);
      }),
    ),
    rendering(
      turnoutCard,
      aboutBallot('all', (ballot, { personId }, context) =>
        turnoutView(ballot, { named: personId !== null }, context),
      ),
    ),
    rendering(
      exclusionNotice,
      aboutBallot('own', (ballot, reader, context) => exclusionView(ballot, reader, context)),
    ),
    rendering(
      outcomeToAuthor,
      aboutBallot('own', (ballot, _reader, context) => outcomeToAuthorView(ballot, context)),
    ),
    rendering(sittingCard, async (deps, { subjectId, personId, language }) => {
      const sitting = await sittingPicture(deps, subjectId);
      if (!sitting) return null;
      const initiativeIds = initiativesOf(sitting);
      const scores =
        personId === null
          ? undefined
          : await outcomesBesideVote(deps.db, { personId, initiativeIds });
      return sittingCardView(sitting, { language, zone: deps.zone, ...(scores ? { scores } : {}) });
    }),
  ],
  performers: [
    performing(voteCame, (deps, { ballotId }) => answerVotes(deps, ballotId)),
    performing(deadlineCame, async (deps, { ballotId }) => {
      await closeBallotIfDue(deps, ballotId);
    }),
  ],
  due: [answerVotesOfLostBells, closeDueBallots],
};

/** Whatever timer was missed, on whatever machine: open ballots past their deadline are closed. */
async function closeDueBallots(deps: Deps): Promise<void> {
  const due = await deps.db.$queryRaw<{ id: string }[]>`
    select id from ballot where state = 'open' and closes_at <= app_now() order by closes_at`;
  for (const { id } of due) {
    await closeBallotIfDue(deps, id).catch((error: unknown) =>
      deps.log.error({ ballot: id, err: error }, 'ballot was not closed'),
    );
  }
}

async function answerVotesOfLostBells(deps: Deps): Promise<void> {
  for (const ballotId of await unansweredBallots(deps.db)) {
    await answerVotes(deps, ballotId).catch((error: unknown) =>
      deps.log.error({ ballot: ballotId, err: error }, 'votes were not answered'),
    );
  }
}
