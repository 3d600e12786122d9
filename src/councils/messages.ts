import { z } from 'zod';
import { messageKind, taskKind } from '../jobs/kinds.ts';

const None = z.object({});

/** To each member who may vote: the paper with its buttons. Subject: the ballot. */
export const voteCard = messageKind('councils.vote_card', None);
/** To each excluded member: why they do not vote. Subject: the ballot. */
export const exclusionNotice = messageKind('councils.exclusion', None);
/** To who presides over an item in the place of a chair in conflict. Subject: the ballot. */
export const presidingNotice = messageKind('councils.presiding', None);
/** The same of names on a ballot sheet. Subject: the sheet. */
export const sheetPresiding = messageKind('councils.sheet_presiding', None);
/** To the secretary and the council's channel: turnout, then outcome. Subject: the ballot. */
export const turnoutCard = messageKind('councils.turnout', None);
/** To each member of the council: come, send regrets, or give a written opinion. Subject: the sitting. */
export const invitation = messageKind('councils.invitation', None);
/** To the person who convened: the sitting with its agenda. Subject: the sitting. */
export const sittingCard = messageKind('councils.sitting', None);
/** To each member: a sitting has another time or place than it had. Subject: the sitting. */
export const sittingMoved = messageKind(
  'councils.sitting_moved',
  z.object({ startsAt: z.iso.datetime(), place: z.string() }),
);
/** To each member: what came onto the agenda of a sitting after it was convened. Subject: the sitting. */
export const agendaAdded = messageKind('councils.agenda_added', z.object({ names: z.string() }));
/** To each member: why a sitting is not held. Subject: the sitting. */
export const sittingCalledOff = messageKind('councils.sitting_called_off', None);
/**
 * To who opened a vote: too few took part, so that it decided nothing. Subject: the ballot, or the sheet on which it is
 * with others.
 */
export const quorumMissed = messageKind(
  'councils.quorum_missed',
  z.union([z.object({ ballotId: z.uuid() }), z.object({ sheetId: z.uuid() })]),
);
/** To the authors of an initiative. Subject: the ballot. */
export const outcomeToAuthor = messageKind('councils.outcome_to_author', None);

/** To each member who votes on a ballot sheet. Subject: the sheet. */
export const sheetCard = messageKind('councils.sheet_card', None);
/** To each member who is excluded from all of a ballot sheet: why they do not vote. Subject: the sheet. */
export const sheetExclusion = messageKind('councils.sheet_exclusion', None);
/** To the secretary and the council's channel: turnout, then the outcomes. Subject: the sheet. */
export const sheetTurnout = messageKind('councils.sheet_turnout', None);

/** To the authors of an initiative whose vote is annulled. Subject: the ballot. */
export const annulledToAuthor = messageKind('councils.annulled_to_author', None);
/** Asks a second person to confirm that a vote is annulled, or to decline. Subject: the annulment. */
export const voteAnnulmentToSettle = messageKind('councils.annulment', None);
/** Tells who proposed an annulment how it was settled. Subject: the annulment. */
export const voteAnnulmentSettled = messageKind('councils.annulment_settled', None);

/** To somebody who has not voted: all that waits for their vote. Subject: the person. */
export const voteReminder = messageKind('councils.vote_reminder', None);

const OnSheet = z.object({ sheetId: z.uuid() });
/** A member voted on a sheet: turnout is redrawn, and a sheet on which all have voted is closed. */
export const sheetVoteCame = taskKind('councils.sheet_vote_came', OnSheet);
/** The deadline of a sheet came. */
export const sheetDeadlineCame = taskKind('councils.sheet_deadline_came', OnSheet);

/** A vote came: turnout is redrawn, and a ballot on which all have voted is closed. */
export const voteCame = taskKind('councils.vote_came', z.object({ ballotId: z.uuid() }));
/** The deadline came. */
export const deadlineCame = taskKind('councils.deadline_came', z.object({ ballotId: z.uuid() }));
