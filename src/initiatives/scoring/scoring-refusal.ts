import type { ScoringExclusion } from '../../councils/rules.ts';
import { AppError } from '../../kernel/errors.ts';
import { scoringPhrases } from './scoring-phrases.ts';

/** A foreseen refusal about scoring, at a field of the form if one is named. */
export function scoringRefusal(
  code: string,
  say: (book: (typeof scoringPhrases)['vi']) => string,
  field?: string,
): AppError {
  return new AppError(code, {
    say: (language) => say(scoringPhrases[language]),
    ...(field ? { field } : {}),
  });
}

export function excludedRefusal(why: ScoringExclusion): AppError {
  return scoringRefusal('excluded', (p) => p.excluded(why));
}

/** The same whether there is no such scoring or the person has no part in it. */
export function unknownScoring(): AppError {
  return scoringRefusal('scoring_unknown', (p) => p.unknownScoring);
}
