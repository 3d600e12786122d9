import type { Text } from '../kernel/language.ts';
import type { ValueKind } from './override-values.ts';
import { ruleListPhrases as phrases } from './rule-list-phrases.ts';

export const TOPICS = [
  'versions',
  'titles',
  'standards',
  'quotas',
  'voting',
  'initiatives',
  'scoring',
  'councils',
  'campaigns',
  'registration',
  'bonuses',
  'base_salary',
] as const;
export type Topic = (typeof TOPICS)[number];

/** One rule as it is in force on a day. */
export interface RuleEntry {
  /** What an override names, such as "voting.threshold.cstd_bo". */
  id: string;
  topic: Topic;
  name: Text;
  value: { kind: ValueKind; value: unknown } | { text: Text };
  source: string;
  verified: boolean;
  note: string | null;
  from: string | null;
  to: string | null;
  /** How it can be overridden; null: it cannot. */
  overridable: ValueKind | null;
}

export interface Sourced {
  source: string;
  verified: boolean;
  note: string | null;
  from: string | null;
  to: string | null;
}

export function provenance({ source, verified, note, from, to }: Sourced) {
  return { source, verified, note, from, to };
}

export function entry(
  id: string,
  topic: Topic,
  name: Text,
  kind: ValueKind,
  value: unknown,
  sourced: Sourced,
): RuleEntry {
  return { id, topic, name, value: { kind, value }, ...provenance(sourced), overridable: kind };
}

export function both(make: (say: (typeof phrases)['vi'], language: 'vi' | 'en') => string): Text {
  return { vi: make(phrases.vi, 'vi'), en: make(phrases.en, 'en') };
}
