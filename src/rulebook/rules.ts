import { vocabularyKey } from './build-vocabulary.ts';
import type { CalendarDate } from './calendar.ts';
import { inForce } from './in-force.ts';
import type {
  BaseSalary,
  CommendationForm,
  CommendationKey,
  Meaning,
  Rulebook,
  RuleVersion,
  Subject,
  Title,
  TitleKey,
} from './schema.ts';

export type {
  BaseSalary,
  CommendationForm,
  CommendationKey,
  Meaning,
  Rulebook,
  RuleVersion,
  Subject,
  Title,
  TitleKey,
};

/** A key that the rule data does not have, or a rule asked for a day before it existed. */
export class RuleNotFoundError extends Error {
  override readonly name = 'RuleNotFoundError';
}

/** How one item is voted on, on one day. Every part carries where it comes from. */
export interface VotingRule {
  /** A title, a form of commendation, `sang_kien`, `guong`, `dien_hinh` or `khac`. */
  itemKey: string;
  method: 'secret' | 'open' | 'either';
  base: 'total' | 'present' | 'valid';
  /** Votes in favour compared with num/den of the base. */
  threshold: { op: '>=' | '>'; num: number; den: number };
  quorum: { num: number; den: number; source: string; verified: boolean; note: string | null };
  /** Absent members give their opinion in writing and it counts. */
  absentWritten: boolean;
  /** Members excluded from this vote leave the base and the quorum too. */
  conflictReducesBase: boolean;
  conflict: { source: string; verified: boolean; note: string | null };
  /** The immediate superior of who the item is about is left out of the vote too. */
  superior: { excluded: boolean; source: string; verified: boolean; note: string | null };
  /** A substitute who comes in a member's place votes in it. */
  substitutes: { vote: boolean; source: string; verified: boolean; note: string | null };
  source: string;
  verified: boolean;
  note: string | null;
}

/** The version of the law in force on a day. Every day has one. */
export function versionOn(rulebook: Rulebook, date: CalendarDate): RuleVersion {
  return required(inForce(rulebook.versions, date), `No version of the law on ${date}`);
}

/** The titles of a subject from the lowest to the highest. */
export function ladder(rulebook: Rulebook, subject: Subject): Title[] {
  return rulebook.titles
    .filter((title) => title.subject === subject)
    .toSorted((low, high) => low.rank - high.rank);
}

export function findTitle(rulebook: Rulebook, key: TitleKey): Title | undefined {
  return rulebook.titles.find((title) => title.key === key);
}

export function findCommendation(
  rulebook: Rulebook,
  key: CommendationKey,
): CommendationForm | undefined {
  return rulebook.commendations.find((form) => form.key === key);
}

/** The titles below one on its ladder, lowest first. Throws RuleNotFoundError on an unknown key. */
export function titlesBelow(rulebook: Rulebook, key: TitleKey): Title[] {
  const title = required(findTitle(rulebook, key), `Unknown title ${key}`);
  return ladder(rulebook, title.subject).filter(({ rank }) => rank < title.rank);
}

/**
 * What a person's words mean. Accents, case, spaces and punctuation do not matter; keys, official
 * names in both languages, abbreviations and everyday words are known.
 */
export function findInVocabulary(rulebook: Rulebook, words: string): Meaning | { kind: 'unknown' } {
  return rulebook.vocabulary.get(vocabularyKey(words)) ?? { kind: 'unknown' };
}

/** Throws RuleNotFoundError for an unknown item or a day before its first rule. */
export function votingRule(rulebook: Rulebook, itemKey: string, date: CalendarDate): VotingRule {
  const { rules, quorum, conflict, substitutes } = rulebook.voting;
  const group = rules.find(({ items }) => items.includes(itemKey));
  const { periods, superior } = required(group, `No voting rule for ${itemKey}`);
  const rule = required(inForce(periods, date), `No voting rule for ${itemKey} on ${date}`);
  const quorumRule = required(inForce(quorum, date), `No quorum rule on ${date}`);
  const conflictRule = required(inForce(conflict, date), `No rule on conflicts on ${date}`);
  const superiorRule = required(
    inForce(superior ?? rulebook.voting.superior, date),
    `No rule on superiors on ${date}`,
  );
  const substituteRule = required(inForce(substitutes, date), `No rule on substitutes on ${date}`);
  return {
    itemKey,
    method: rule.method,
    base: rule.base,
    threshold: { ...rule.threshold },
    quorum: { num: quorumRule.num, den: quorumRule.den, ...provenance(quorumRule) },
    absentWritten: rule.absentWritten,
    conflictReducesBase: conflictRule.reducesBase,
    conflict: provenance(conflictRule),
    superior: { excluded: superiorRule.excluded, ...provenance(superiorRule) },
    substitutes: { vote: substituteRule.vote, ...provenance(substituteRule) },
    ...provenance(rule),
  };
}

/** Base salary on a day, in đồng a month; undefined before the first one known. */
export function baseSalaryOn(rulebook: Rulebook, date: CalendarDate): BaseSalary | undefined {
  return inForce(rulebook.baseSalary, date);
}

function required<Value>(value: Value | undefined, message: string): Value {
  if (value === undefined) throw new RuleNotFoundError(message);
  return value;
}

function provenance(value: { source: string; verified: boolean; note: string | null }) {
  return { source: value.source, verified: value.verified, note: value.note };
}
