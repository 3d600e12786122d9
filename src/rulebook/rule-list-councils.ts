import type { Text } from '../kernel/language.ts';
import { inForce } from './in-force.ts';
import type { ValueKind } from './override-values.ts';
import { entry, provenance, type RuleEntry, type Sourced } from './rule-entry.ts';
import { councilRulePhrases as phrases } from './rule-list-councils-phrases.ts';
import type { RulebookFiles } from './schema.ts';

const COUNT: ValueKind = { type: 'int', min: 1, max: 100 };
const DAYS: ValueKind = { type: 'int', min: 1, max: 365 };
const FLAG: ValueKind = { type: 'flag' };
const CONFIRM: ValueKind = { type: 'confirm' };
const KINDS = ['emulation', 'initiative'] as const;

/** The rules in force on a day on what councils are to be like. */
export function councilEntries(files: RulebookFiles, on: string): RuleEntry[] {
  const { expected, offices, minimum, odd, leavers, expiringDays } = files['councils.yml'];
  const value = <T extends { value: unknown } & Sourced>(
    id: string,
    name: Text,
    kind: ValueKind,
    periods: readonly T[],
  ): RuleEntry[] =>
    forDay(periods, on, (rule) =>
      entry(`councils.${id}`, 'councils', name, kind, rule.value, rule),
    );
  const words = <T extends Sourced>(
    id: string,
    name: Text,
    periods: readonly T[],
    text: (rule: T) => Text,
  ): RuleEntry[] =>
    forDay(periods, on, (rule) => ({
      id: `councils.${id}`,
      topic: 'councils',
      name,
      value: { text: text(rule) },
      ...provenance(rule),
      overridable: rule.verified ? null : CONFIRM,
    }));
  return [
    ...words(
      'expected',
      both((say) => say.expected),
      expected,
      () => both((say) => say.expectedAt),
    ),
    ...KINDS.flatMap((kind) => [
      ...value(
        `minimum.${kind}`,
        both((say) => say.minimum[kind]),
        COUNT,
        minimum[kind],
      ),
      ...words(
        `offices.${kind}`,
        both((say) => say.offices[kind]),
        offices[kind],
        ({ required }) => both((say) => required.map((office) => say.office[office]).join(', ')),
      ),
    ]),
    ...value(
      'odd',
      both((say) => say.odd),
      FLAG,
      odd,
    ),
    ...value(
      'leavers',
      both((say) => say.leavers),
      FLAG,
      leavers,
    ),
    ...value(
      'expiringDays',
      both((say) => say.expiringDays),
      DAYS,
      expiringDays,
    ),
  ];
}

function forDay<T extends Sourced>(
  periods: readonly T[],
  on: string,
  make: (rule: T) => RuleEntry,
): RuleEntry[] {
  const rule = inForce(periods, on);
  return rule ? [make(rule)] : [];
}

function both(make: (say: (typeof phrases)['vi']) => string): Text {
  return { vi: make(phrases.vi), en: make(phrases.en) };
}
