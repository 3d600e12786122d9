import { decisionButton, viewButton } from '../initiatives/controls.ts';
import { outcomesBesideVote } from '../initiatives/scoring/scoring-queries.ts';
import {
  building,
  type DomainJobs,
  performing,
  type RenderContext,
  type Rendered,
  rendering,
} from '../jobs/kinds.ts';
import { refreshMessages } from '../jobs/outbox.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Language } from '../kernel/language.ts';
import { actorOf } from '../people/actor.ts';
import { votingRule } from '../rulebook/rules.ts';
import { findVoteAnnulment } from './annulment/annulment-queries.ts';
import {
  annulledToAuthorView,
  voteAnnulmentCard,
  voteAnnulmentNews,
} from './annulment/annulment-views.ts';
import { mayConvene } from './authority.ts';
import { answerVotes, unansweredBallots } from './ballots/answer-votes.ts';
import { closeBallotIfDue, closeSheetIfDue } from './ballots/close-ballot.ts';
import {
  type BallotPicture,
  ballotPicture,
  ownOpenVote,
  votesAwaited,
  withoutHeld,
} from './ballots/queries.ts';
import { turnoutRights } from './ballots/turnout-rights.ts';
import {
  type CardContext,
  exclusionView,
  outcomeToAuthorView,
  presidingView,
  turnoutView,
  voteCardView,
} from './ballots/views.ts';
import { findVote, runsVote, type VoteTarget } from './ballots/vote-queries.ts';
import {
  agendaAdded,
  annulledToAuthor,
  deadlineCame,
  exclusionNotice,
  invitation,
  outcomeToAuthor,
  presidingNotice,
  quorumMissed,
  sheetCard,
  sheetDeadlineCame,
  sheetExclusion,
  sheetPresiding,
  sheetTurnout,
  sheetVoteCame,
  sittingCalledOff,
  sittingCard,
  sittingMoved,
  turnoutCard,
  voteAnnulmentSettled,
  voteAnnulmentToSettle,
  voteCame,
  voteCard,
  voteReminder,
} from './messages.ts';
import { judgeNames } from './names/judge-names.ts';
import { keepPaper } from './papers/keep-paper.ts';
import { buildMinutesFile, minutesFile } from './papers/minutes-file.ts';
import { keepPaperTask, paperChecked, signedPaperFile } from './papers/paper-messages.ts';
import { paperCheckedView } from './papers/paper-views.ts';
import { buildSignedPaper } from './papers/send-paper.ts';
import { quorumMissedView } from './release/quorum-missed-view.ts';
import { remindVoters } from './reminders/remind-voters.ts';
import { voteReminderView } from './reminders/reminder-views.ts';
import { keptMarks } from './sheets/fill-sheet.ts';
import { sheetPicture, sheetWithoutHeld } from './sheets/sheet-queries.ts';
import {
  sheetCardView,
  sheetExclusionView,
  sheetPresidingView,
  sheetTurnoutView,
} from './sheets/sheet-views.ts';
import { attendeesOf, placeOf, toldOf } from './sittings/attendance.ts';
import { attendanceBlocks, invitationView, seatReturnedView } from './sittings/attendance-views.ts';
import { barredItems } from './sittings/barred-items.ts';
import {
  agendaAddedMessage,
  calledOffMessage,
  movedMessage,
} from './sittings/changes/change-views.ts';
import { declaredConflicts } from './sittings/declared-conflicts.ts';
import { inviteJoined } from './sittings/invite-joined.ts';
import { initiativesOf, type SittingPicture, sittingPicture } from './sittings/sitting-queries.ts';
import { agendaBlocks, countedOf, sittingCardView } from './sittings/sitting-views.ts';
import { writtenOpinions } from './sittings/written-opinions.ts';

const buttons = { view: viewButton, decision: decisionButton };

/**
 * Draws a card of the ballot that a message is about, with the whole roll or its reader's place on it only. An outcome
 * that is held is in none of them but those that say so.
 */
function aboutBallot(
  roll: 'all' | 'own',
  draw: (
    ballot: BallotPicture,
    reader: { personId: string | null; whole: BallotPicture },
    context: CardContext,
    deps: Deps,
  ) => Rendered | Promise<Rendered>,
) {
  return async (deps: Deps, { subjectId, personId, language }: RenderContext<object>) => {
    const ballot = await ballotPicture(deps, subjectId, roll === 'own' ? { personId } : undefined);
    if (!ballot) return null;
    return draw(
      withoutHeld(ballot),
      { personId, whole: ballot },
      { language, zone: deps.zone, buttons, rulebook: deps.rulebook },
      deps,
    );
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
        const scores = await outcomesBesideVote(deps, deps.db, { personId, initiativeIds });
        const score = (initiative && scores.get(initiative.id)) ?? null;
        const open = ballot.outcome === null && !ballot.roll.some(({ voted }) => voted);
        const items = open ? [ballot.subject] : [];
        const judgements = await judgeNames(deps, { reader: { personId }, items });
        return voteCardView(ballot, { personId, ownChoice, score, judgements }, context);
      }),
    ),
    rendering(
      turnoutCard,
      aboutBallot('all', async (ballot, { personId, whole }, context, deps) => {
        const rights = await turnoutRights(deps, personId, { ballotId: ballot.id });
        if (!ballot.held) return turnoutView(ballot, rights, context);
        const knows = await mayKnow(deps, personId, { ballotId: ballot.id });
        return knows
          ? turnoutView(whole, rights, context)
          : turnoutView(ballot, { ...rights, runs: false, records: false }, context);
      }),
    ),
    rendering(
      exclusionNotice,
      aboutBallot('own', (ballot, reader, context) => exclusionView(ballot, reader, context)),
    ),
    rendering(
      presidingNotice,
      aboutBallot('own', (ballot, _reader, context) => presidingView(ballot, context)),
    ),
    rendering(sheetPresiding, async (deps, { subjectId, personId, language }) => {
      const sheet = await sheetPicture(deps, subjectId);
      if (!sheet || personId === null) return null;
      return sheetPresidingView(sheet, personId, { language, zone: deps.zone });
    }),
    rendering(sheetExclusion, async (deps, { subjectId, personId, language }) => {
      const sheet = await sheetPicture(deps, subjectId);
      if (!sheet || personId === null) return null;
      return sheetExclusionView(sheet, personId, { language, zone: deps.zone });
    }),
    rendering(quorumMissed, async (deps, { params, personId }) => {
      const vote = await findVote(deps, deps.db, params);
      const opener = personId === null ? null : await actorOf(deps, personId);
      if (!vote || !opener) return null;
      const runs = await mayConvene(deps.db, opener, vote.council, today(deps));
      return runs ? quorumMissedView(vote, opener) : null;
    }),
    rendering(
      outcomeToAuthor,
      aboutBallot('own', (ballot, _reader, context) => outcomeToAuthorView(ballot, context)),
    ),
    rendering(
      annulledToAuthor,
      aboutBallot('own', (ballot, _reader, context) => annulledToAuthorView(ballot, context)),
    ),
    rendering(voteAnnulmentToSettle, async (deps, { subjectId, personId, language }) => {
      const proposal = await proposalOf(deps, subjectId, personId);
      return proposal && voteAnnulmentCard(proposal, { language, zone: deps.zone });
    }),
    rendering(voteAnnulmentSettled, async (deps, { subjectId, personId, language }) => {
      const proposal = await proposalOf(deps, subjectId, personId);
      return proposal && voteAnnulmentNews(proposal, { language, zone: deps.zone });
    }),
    rendering(voteReminder, async (deps, { personId, language }) => {
      if (personId === null) return null;
      const votes = await votesAwaited(deps, personId);
      return voteReminderView(votes, { language, zone: deps.zone });
    }),
    rendering(sheetCard, async (deps, { subjectId, personId, language }) => {
      const sheet = await sheetPicture(deps, subjectId);
      if (!sheet || personId === null) return null;
      const marked = await keptMarks(deps, { sheetId: subjectId, personId });
      return sheetCardView(
        sheetWithoutHeld(sheet),
        { personId, marked },
        { language, zone: deps.zone },
      );
    }),
    rendering(sheetTurnout, async (deps, { subjectId, personId, language }) => {
      const sheet = await sheetPicture(deps, subjectId);
      if (!sheet) return null;
      const rights = await turnoutRights(deps, personId, { sheetId: sheet.id });
      const knows = !sheet.held || (await mayKnow(deps, personId, { sheetId: subjectId }));
      const told = knows ? sheet : sheetWithoutHeld(sheet);
      const may = knows ? rights : { ...rights, runs: false };
      return sheetTurnoutView(told, may, { language, zone: deps.zone });
    }),
    rendering(sittingCard, async (deps, { subjectId, personId, language }) => {
      const sitting = await sittingPicture(deps, subjectId);
      if (!sitting || personId === null) return null;
      const initiativeIds = initiativesOf(sitting);
      const attendees = await attendeesOf(deps, deps.db, subjectId);
      const rule = votingRule(deps.rulebook, 'khac', today(deps));
      const scores = await outcomesBesideVote(deps, deps.db, { personId, initiativeIds });
      const barred = await barredItems(deps, deps.db, { personId, sittingIds: [subjectId] });
      const personIds = toldOf(attendees);
      const told = await declaredConflicts(deps, deps.db, { sittingId: subjectId, personIds });
      const declared = told.filter(({ itemId }) => !barred.has(itemId));
      const attendance = attendanceBlocks(
        subjectId,
        { attendees, declared, ...countedOf(sitting) },
        rule,
        language,
      );
      const reader = { language, zone: deps.zone, barred, scores };
      return sittingCardView(sitting, attendance, reader);
    }),
    rendering(paperChecked, async ({ rulebook, zone }, { subjectId, params, language }) =>
      paperCheckedView({ sittingId: subjectId, told: params }, { language, zone, rulebook }),
    ),
    rendering(invitation, async (deps, { subjectId, personId, language }) => {
      const sitting = await sittingPicture(deps, subjectId);
      if (!sitting || personId === null) return null;
      const own = placeOf(await attendeesOf(deps, deps.db, subjectId), personId);
      if (!own) return seatBackView(deps, { sitting, personId, language });
      const barred = await barredItems(deps, deps.db, { personId, sittingIds: [subjectId] });
      const reader = { language, zone: deps.zone, barred };
      const { vote: votes } = votingRule(deps.rulebook, 'khac', today(deps)).substitutes;
      const agenda = agendaBlocks(sitting, reader);
      const written = writtenOpinions(sitting.agenda, deps.rulebook, today(deps));
      return invitationView(sitting, { own, agenda, votes, written }, reader);
    }),
    rendering(sittingMoved, async (deps, { subjectId, params, language }) => {
      const sitting = await sittingPicture(deps, subjectId);
      return sitting && movedMessage(sitting, params, { language, zone: deps.zone });
    }),
    rendering(agendaAdded, async (deps, { subjectId, params, language }) => {
      const sitting = await sittingPicture(deps, subjectId);
      return sitting && agendaAddedMessage(sitting, params, { language, zone: deps.zone });
    }),
    rendering(sittingCalledOff, async (deps, { subjectId, language }) => {
      const sitting = await sittingPicture(deps, subjectId);
      return sitting && calledOffMessage(sitting, { language, zone: deps.zone });
    }),
  ],
  files: [building(minutesFile, buildMinutesFile), building(signedPaperFile, buildSignedPaper)],
  performers: [
    performing(keepPaperTask, keepPaper),
    performing(voteCame, (deps, { ballotId }) => answerVotes(deps, ballotId)),
    performing(sheetVoteCame, async (deps, { sheetId }) => {
      if (!(await closeSheetIfDue(deps, sheetId))) {
        await refreshMessages(deps.db, sheetTurnout, sheetId);
      }
    }),
    performing(sheetDeadlineCame, async (deps, { sheetId }) => {
      await closeSheetIfDue(deps, sheetId);
    }),
    performing(deadlineCame, async (deps, { ballotId }) => {
      await closeBallotIfDue(deps, ballotId);
    }),
  ],
  due: [answerVotesOfLostBells, closeDueBallots, remindVoters, inviteJoined],
};

/** Whether the reader may know an outcome that is held: they run the council, and it is not about them now or then. */
async function mayKnow(deps: Deps, personId: string | null, target: VoteTarget): Promise<boolean> {
  const actor = personId === null ? null : await actorOf(deps, personId);
  const vote = actor && (await findVote(deps, deps.db, target));
  return actor !== null && vote !== null && runsVote(deps, deps.db, actor, vote);
}

/** To somebody who stood in for a member and does no more; null for anybody else. */
async function seatBackView(
  deps: Deps,
  of: { sitting: SittingPicture; personId: string; language: Language },
): Promise<Rendered> {
  const { sitting, personId, language } = of;
  const row = await deps.db.sittingAttendance.findFirst({
    where: { sittingId: sitting.id, personId, standsInForId: { not: null } },
    select: { standsInFor: { select: { fullName: true } } },
  });
  return row?.standsInFor ? seatReturnedView(sitting, row.standsInFor.fullName, language) : null;
}

/** Null for a reader who is in conflict about the vote by now. */
async function proposalOf(deps: Deps, annulmentId: string, personId: string | null) {
  const annulment = await findVoteAnnulment(deps.db, annulmentId);
  const vote = annulment && (await findVote(deps, deps.db, annulment.target));
  if (!annulment || !vote || (personId !== null && vote.barred.has(personId))) return null;
  return { annulment, vote };
}

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
