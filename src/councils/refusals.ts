import { AppError } from '../kernel/errors.ts';
import { exclusionPhrases } from './ballots/exclusion-phrases.ts';
import { phrases } from './ballots/phrases.ts';
import type { NotCast } from './ballots/why-not-cast.ts';

/** Why a vote was not cast, as the voter reads it. */
export function voteRefusal(because: NotCast, field?: string): AppError {
  return new AppError(because, {
    say: (language) => {
      const p = phrases[language];
      return {
        voted_before: p.votedBefore,
        ...exclusionPhrases[language].refusals,
        absent: p.absentVote,
        not_in_writing: p.notInWriting,
        not_member: p.notMember,
        closed: p.closedVote,
        unknown_ballot: p.unknownBallot,
      }[because];
    },
    ...(field ? { field } : {}),
  });
}
