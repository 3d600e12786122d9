import { drawRoll, type RollMember, rollHash } from '../../councils/rules.ts';
import { StoredOutcome } from '../../councils/stored.ts';
import { tally } from '../../councils/tally.ts';
import type { Deps } from '../../kernel/deps.ts';
import { dayIn } from '../../kernel/time.ts';
import { votingRule } from '../../rulebook/rules.ts';
import { INITIATIVE_COUNCIL } from './councils.ts';
import { inPastYear, type SampleDates } from './dates.ts';
import type { PastEvent } from './history.ts';
import type { DecidedInitiative, SampleVote } from './initiatives.ts';
import { type Login, personId } from './people.ts';
import { sampleId } from './sample-id.ts';

/** When the initiative council sat in the past year, MM-DD. */
export const SITTING_DATE = '11-12';

interface CastVote extends SampleVote {
  personId: string;
  castAt: Date;
}

/** One open ballot of the past sitting: its row, roll and votes, counted by the rules of that day. */
export function heldBallot(
  deps: Deps,
  dates: SampleDates,
  { initiative, openedBy }: { initiative: DecidedInitiative; openedBy: Login },
) {
  const id = ballotId(initiative);
  const openedAt = inPastYear(dates, SITTING_DATE, '14:30');
  const closesAt = inPastYear(dates, SITTING_DATE, '15:30');
  const rule = votingRule(deps.rulebook, 'sang_kien', dayIn(dates.zone, openedAt));
  const members = INITIATIVE_COUNCIL.members.map(({ login, office }) => ({
    personId: personId(login),
    office,
  }));
  const authors = new Set(initiative.authors.map(({ login }) => personId(login)));
  const roll = drawRoll(members, new Map([...authors].map((author) => [author, 'author'])));
  const votes = castVotes(initiative, roll, openedAt);
  const count = (choice: SampleVote['choice']) =>
    votes.filter((vote) => vote.choice === choice).length;
  const entitled = roll.filter(({ excluded }) => excluded === null).length;
  const counts = {
    agree: count('agree'),
    disagree: count('disagree'),
    other: count('other'),
    invalid: 0,
  };
  const outcome = StoredOutcome.parse(tally({ total: roll.length, entitled, counts, rule }));
  const hash = rollHash(roll);
  const row = {
    id,
    agendaItemId: agendaItemId(initiative),
    method: 'open' as const,
    state: 'closed' as const,
    rule: { ...rule },
    rollHash: hash,
    rollSize: roll.length,
    entitled,
    openedById: personId(openedBy),
    openedAt,
    closesAt,
    closedAt: closesAt,
    result: outcome.result,
    outcome,
  };
  const events: PastEvent[] = [
    {
      kind: 'council.ballot_opened',
      subjectId: id,
      actorId: personId(openedBy),
      at: openedAt,
      after: {
        agendaItemId: row.agendaItemId,
        method: row.method,
        rollHash: hash,
        roll: roll.length,
        entitled,
      },
    },
    ...votes.map((vote) => ({
      kind: 'council.vote_cast' as const,
      subjectId: id,
      actorId: vote.personId,
      at: vote.castAt,
    })),
    {
      kind: 'council.ballot_closed',
      subjectId: id,
      actorId: null,
      at: closesAt,
      after: { result: outcome.result, ...counts },
    },
  ];
  return { row, roll, votes, events };
}

/** Who is on the roll, may vote and was there; one vote a minute. */
function castVotes(
  initiative: DecidedInitiative,
  roll: readonly RollMember[],
  openedAt: Date,
): CastVote[] {
  const voters = INITIATIVE_COUNCIL.members.filter(({ login }) =>
    roll.some((member) => member.personId === personId(login) && member.excluded === null),
  );
  return voters.flatMap(({ login }, index) => {
    const vote = initiative.votes[login] ?? { choice: 'agree' as const };
    if (vote === 'absent') return [];
    const castAt = new Date(openedAt.getTime() + (index + 1) * 60_000);
    return [{ ...vote, personId: personId(login), castAt }];
  });
}

export function agendaItemId(initiative: DecidedInitiative): string {
  return sampleId('agenda item', initiative.key);
}

export function ballotId(initiative: DecidedInitiative): string {
  return sampleId('ballot', initiative.key);
}
