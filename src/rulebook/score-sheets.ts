import type { CalendarDate } from './calendar.ts';
import { inForce } from './in-force.ts';
import { type Rulebook, RuleNotFoundError } from './rules.ts';
import type { ScoreSheet, ScoreSheets } from './score-sheet-schema.ts';

/** The sheets that may be used on a day, the organisation's own choice first. */
export function scoreSheetsOn(rulebook: Rulebook, date: CalendarDate): ScoreSheet[] {
  const { sheets, default: choices } = rulebook.scoreSheets;
  const first = inForce(choices, date)?.sheet;
  const now = sheets.filter((sheet) => inForce([sheet], date));
  return [...now.filter(({ key }) => key === first), ...now.filter(({ key }) => key !== first)];
}

/** The share of those who may score that must have, for the outcome to stand for the council. */
export function enoughScorersOn(rulebook: Rulebook, date: CalendarDate): ScoreSheets['enough'][0] {
  const rule = inForce(rulebook.scoreSheets.enough, date);
  if (!rule) throw new RuleNotFoundError(`No rule on enough scorers on ${date}`);
  return rule;
}
