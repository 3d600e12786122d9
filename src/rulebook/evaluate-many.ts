import type { Tx } from '../database/client.ts';
import type { CalendarDate } from './calendar.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import type { Facts, Work } from './facts.ts';
import { rulebookOn } from './live.ts';
import { personFacts } from './person-facts.ts';
import { type AwardAsked, type NotRegisteredFor, notRegisteredFor } from './registration-check.ts';
import type { Rulebook } from './schema.ts';
import { unitsFacts } from './unit-facts.ts';

/** How one subject stands with an award of a year. */
export interface Judged {
  evaluation: Evaluation;
  /** The title was not registered; by the organisation's rule that warns, or rules it out. */
  unregistered: NotRegisteredFor | null;
  /** The person's recognised works up to the year, with what each was counted for; none for a unit. */
  works: readonly Work[];
  /** The year has not begun or not ended on the day of the judgement, so that it may come otherwise. */
  unfinished: { is: 'to_come' | 'running'; on: CalendarDate } | null;
}

/**
 * Judges awards for many subjects, each by the law of its day: today's, for past years that of the year's end.
 * For one year sixteen queries at most, however many are asked about.
 *
 * @param seesMatters whether what is open against a subject counts; where not, the judgement is the one that it
 *   would be if nothing were
 * @returns by key; without those for whose award and subject there is no standard
 */
export async function evaluateMany(
  tx: Tx,
  rulebook: Rulebook,
  input: {
    asked: readonly AwardAsked[];
    on: CalendarDate;
    seesMatters: (one: AwardAsked) => boolean;
  },
): Promise<Map<string, Judged>> {
  const { asked, on, seesMatters } = input;
  const judged = new Map<string, Judged>();
  for (const year of new Set(asked.map((one) => one.year))) {
    const decisionOn = decisionDay(on, year);
    const rules = rulebookOn(rulebook, decisionOn);
    const ofYear = asked.filter((one) => one.year === year);
    const unregistered = await notRegisteredFor(tx, rules, { asked: ofYear, on });
    const facts = await factsOf(tx, ofYear, { year, on: decisionOn });
    for (const one of ofYear) {
      const known = facts.get(idOf(one));
      if (!known) continue;
      const evaluation = evaluate(
        rules,
        seesMatters(one) ? known : { ...known, openMatter: false },
        { award: one.award, year, decisionOn, receivedOn: null },
      );
      if (!evaluation) continue;
      const missing = unregistered.get(one.key) ?? null;
      const refused = missing?.consequence === 'refuse';
      judged.set(one.key, {
        evaluation: refused ? { ...evaluation, outcome: 'not_eligible' } : evaluation,
        unregistered: missing,
        works: known.works,
        unfinished: unfinishedOn(on, year),
      });
    }
  }
  return judged;
}

/** The day whose law holds: today, for past years the year's end. */
export function decisionDay(today: CalendarDate, year: number): CalendarDate {
  const yearEnd = `${year}-12-31`;
  return today < yearEnd ? today : yearEnd;
}

function unfinishedOn(on: CalendarDate, year: number): Judged['unfinished'] {
  if (on > `${year}-12-31`) return null;
  return { is: on < `${year}-01-01` ? 'to_come' : 'running', on };
}

/** Of persons and units, by their ids. */
async function factsOf(
  tx: Tx,
  asked: readonly AwardAsked[],
  { year, on }: { year: number; on: CalendarDate },
): Promise<Map<string, Facts>> {
  const ids = (kind: 'personId' | 'unitId') => [
    ...new Set(asked.flatMap((one) => (kind in one.subject ? [idOf(one)] : []))),
  ];
  const [personIds, unitIds] = [ids('personId'), ids('unitId')];
  const [persons, units] = await Promise.all([
    personIds.length > 0 ? personFacts(tx, { personIds, year, on }) : new Map<string, Facts>(),
    unitIds.length > 0 ? unitsFacts(tx, { unitIds, year, on }) : new Map<string, Facts>(),
  ]);
  return new Map([...persons, ...units]);
}

function idOf({ subject }: AwardAsked): string {
  return 'personId' in subject ? subject.personId : subject.unitId;
}
