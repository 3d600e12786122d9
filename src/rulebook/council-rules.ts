import type { CalendarDate } from './calendar.ts';
import type { CouncilsFile } from './council-schema.ts';
import { inForce } from './in-force.ts';
import { type Rulebook, RuleNotFoundError } from './rules.ts';

type Kind = keyof CouncilsFile['minimum'];

/** What a council of a kind is to be like on a day, each part with where it comes from. */
export interface CouncilRules {
  /** Kinds of unit that ought to have one. */
  expected: CouncilsFile['expected'][0];
  offices: CouncilsFile['offices'][Kind][0];
  minimum: CouncilsFile['minimum'][Kind][0];
  odd: CouncilsFile['odd'][0];
  leavers: CouncilsFile['leavers'][0];
  expiringDays: CouncilsFile['expiringDays'][0];
}

/** Throws RuleNotFoundError for a day before the first rule. */
export function councilRulesOn(rulebook: Rulebook, kind: Kind, date: CalendarDate): CouncilRules {
  const { expected, offices, minimum, odd, leavers, expiringDays } = rulebook.councils;
  return {
    expected: onDay(expected, date),
    offices: onDay(offices[kind], date),
    minimum: onDay(minimum[kind], date),
    odd: onDay(odd, date),
    leavers: onDay(leavers, date),
    expiringDays: onDay(expiringDays, date),
  };
}

function onDay<T extends { from: string | null; to: string | null }>(
  periods: readonly T[],
  date: CalendarDate,
): T {
  const rule = inForce(periods, date);
  if (!rule) throw new RuleNotFoundError(`No rule on councils on ${date}`);
  return rule;
}
