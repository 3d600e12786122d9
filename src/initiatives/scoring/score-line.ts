import type { Language } from '../../kernel/language.ts';
import { scoreResultPhrases as phrases } from './score-result-phrases.ts';
import { mostOf, type ScoringOutcome } from './score-tally.ts';
import type { StandingOutcome } from './scoring-queries.ts';

/** "82,5" in Vietnamese, "82.5" in English. */
export function tenthsText(tenths: number, language: Language): string {
  const mark = language === 'vi' ? ',' : '.';
  return `${Math.floor(tenths / 10)}${mark}${tenths % 10}`;
}

/** The outcome in one line: average and whether it passes. */
export function outcomeLine({ sheet, outcome }: StandingOutcome, language: Language): string {
  const say = phrases[language];
  const result = resultWord(outcome, language);
  if (outcome.kind === 'reached') return say.share({ ...outcome, result });
  if (!outcome.total) return say.nobody;
  const average = tenthsText(outcome.total.averageTenths, language);
  return say.averageTotal({ average, most: mostOf(sheet), result });
}

function resultWord({ result }: ScoringOutcome, language: Language): string {
  const say = phrases[language];
  return { reached: say.reached, not_reached: say.notReached, no_scores: say.noScores }[result];
}
