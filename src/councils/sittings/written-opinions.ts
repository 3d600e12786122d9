import type { Day } from '../../kernel/time.ts';
import { type Rulebook, votingRule } from '../../rulebook/rules.ts';
import { itemName } from './item-name.ts';
import type { AgendaLine } from './sitting-queries.ts';

/** On which items of an agenda the written opinion of a member who is absent counts, and on which it does not. */
export interface WrittenOpinions {
  counted: string[];
  notCounted: string[];
  /** The rules that do not count it. */
  sources: { source: string; verified: boolean }[];
}

/** By the rules of today; items are told by their names, a title of the year once. */
export function writtenOpinions(
  agenda: readonly Pick<AgendaLine, 'item'>[],
  rulebook: Rulebook,
  on: Day,
): WrittenOpinions {
  const ruled = agenda.map(({ item }) => ({
    name: itemName(item),
    rule: votingRule(rulebook, item.itemKey, on),
  }));
  const named = (counts: boolean) => [
    ...new Set(ruled.flatMap(({ name, rule }) => (rule.absentWritten === counts ? [name] : []))),
  ];
  const sources = new Map(
    ruled.flatMap(({ rule: { absentWritten, source, verified } }) =>
      absentWritten ? [] : [[source, { source, verified }] as const],
    ),
  );
  return { counted: named(true), notCounted: named(false), sources: [...sources.values()] };
}
