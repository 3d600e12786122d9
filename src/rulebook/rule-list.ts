import type { Text } from '../kernel/language.ts';
import { describeCondition } from './describe-condition.ts';
import { inForce } from './in-force.ts';
import { leafValue } from './leaf-values.ts';
import type { ValueKind } from './override-values.ts';
import { both, entry, provenance, type RuleEntry, type Sourced } from './rule-entry.ts';
import { campaignEntries } from './rule-list-campaigns.ts';
import { councilEntries } from './rule-list-councils.ts';
import { scoringEntries } from './rule-list-scoring.ts';
import type { RulebookFiles } from './schema.ts';
import type { Condition, Leaf } from './standard-schema.ts';

const PERIOD_CHOICES = {
  method: ['secret', 'open', 'either'],
  base: ['total', 'present', 'valid'],
} as const;
const SHARE: ValueKind = { type: 'share' };
const THRESHOLD: ValueKind = { type: 'threshold' };
const FLAG: ValueKind = { type: 'flag' };
const CONFIRM: ValueKind = { type: 'confirm' };
const MONTH_DAY: ValueKind = { type: 'month_day' };
const WITHOUT: ValueKind = { type: 'choice', options: ['allow', 'warn', 'refuse'] };

/** Every rule that is in force on a day, in the order in which people look for them. */
export function listRules(files: RulebookFiles, on: string): RuleEntry[] {
  return [
    ...versionEntries(files, on),
    ...titleEntries(files, on),
    ...standardEntries(files, on),
    ...quotaEntries(files, on),
    ...votingEntries(files, on),
    ...initiativeEntries(files, on),
    ...scoringEntries(files, on),
    ...councilEntries(files, on),
    ...campaignEntries(files, on),
    ...registrationEntries(files),
    ...bonusEntries(files, on),
    ...salaryEntries(files, on),
  ];
}

function nameOf(files: RulebookFiles, key: string): Text {
  const known =
    files['titles.yml'].titles.find((title) => title.key === key) ??
    files['commendations.yml'].commendations.find((form) => form.key === key);
  return known?.name ?? both((say) => say.items[key] ?? key);
}

function versionEntries(files: RulebookFiles, on: string): RuleEntry[] {
  return files['versions.yml'].versions
    .filter((version) => inForce([version], on))
    .map((version) => ({
      id: `version.${version.id}`,
      topic: 'versions',
      name: { vi: version.law, en: version.law },
      value: { text: { vi: version.decree, en: version.decree } },
      ...provenance(version),
      overridable: version.verified ? null : CONFIRM,
    }));
}

function titleEntries(files: RulebookFiles, on: string): RuleEntry[] {
  return files['titles.yml'].titles
    .filter((title) => inForce([title], on))
    .map((title) => ({
      id: `title.${title.key}`,
      topic: 'titles',
      name: title.name,
      value: {
        text: both((say) => say.rank({ rank: title.rank, subject: say.subjects[title.subject] })),
      },
      ...provenance(title),
      overridable: null,
    }));
}

function standardEntries(files: RulebookFiles, on: string): RuleEntry[] {
  const { standards } = files['standards.yml'];
  const inLaw = files['versions.yml'].versions.find((version) => inForce([version], on));
  const line: string[] = [];
  const { inherits } = files['standards.yml'];
  for (let id = inLaw?.id; id && !line.includes(id); id = inherits[id]) line.push(id);
  const seen = new Set<string>();
  return line
    .flatMap((version) => standards.filter((standard) => standard.version === version))
    .filter(({ award, subject }) => {
      const key = `${award} ${subject ?? ''}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .flatMap((standard) => {
      const { award, version, subject, source, verified, note, condition } = standard;
      const id = `standard.${version}.${award}${subject ? `.${subject}` : ''}`;
      const name = nameOf(files, award);
      const sourced = { source, verified, note, from: null, to: null };
      const whole: RuleEntry = {
        id,
        topic: 'standards',
        name,
        value: { text: describeCondition(files, condition) },
        ...sourced,
        overridable: verified ? null : CONFIRM,
      };
      return [whole, ...leafEntries(files, standard, name)];
    });
}

/** The parts of a standard that an administrator may override: those that the data names. */
function leafEntries(
  files: RulebookFiles,
  standard: RulebookFiles['standards.yml']['standards'][number],
  award: Text,
): RuleEntry[] {
  const found: RuleEntry[] = [];
  for (const condition of leavesOf(standard.condition)) {
    if (!condition.id) continue;
    const text = describeCondition(files, condition);
    const own = leafValue(condition);
    const verified = condition.verified ?? standard.verified;
    found.push({
      id: `leaf.${condition.id}`,
      topic: 'standards',
      name: both((_say, language) => `${award[language]}: ${text[language]}`),
      value: own ?? { text },
      source: condition.source ?? standard.source,
      verified,
      note: condition.note ?? null,
      from: null,
      to: null,
      overridable: own?.kind ?? (verified ? null : CONFIRM),
    });
  }
  return found;
}

function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  return 'any' in condition ? condition.any.flatMap(leavesOf) : [condition];
}

function quotaEntries(files: RulebookFiles, on: string): RuleEntry[] {
  return files['standards.yml'].quotas
    .filter((quota) => inForce([quota], on))
    .map((quota) =>
      entry(
        `quota.${quota.award}`,
        'quotas',
        both((say, language) =>
          say.quota({
            award: nameOf(files, quota.award)[language],
            of: nameOf(files, quota.of)[language],
          }),
        ),
        { type: 'int', min: 1, max: 100 },
        quota.pct,
        quota,
      ),
    );
}

function votingEntries(files: RulebookFiles, on: string): RuleEntry[] {
  const { quorum, conflict, superior, substitutes, rules } = files['voting.yml'];
  const now = inForce(quorum, on);
  const excluded = inForce(conflict, on);
  const standIns = inForce(substitutes, on);
  return [
    ...(now
      ? [
          entry(
            'voting.quorum',
            'voting',
            both((say) => say.quorum),
            SHARE,
            shareOf(now),
            now,
          ),
        ]
      : []),
    ...(excluded
      ? [
          entry(
            'voting.conflict',
            'voting',
            both((say) => say.conflict),
            FLAG,
            excluded.reducesBase,
            excluded,
          ),
        ]
      : []),
    ...(standIns
      ? [
          entry(
            'voting.substitutes',
            'voting',
            both((say) => say.substitutes),
            FLAG,
            standIns.vote,
            standIns,
          ),
        ]
      : []),
    ...rules.flatMap(({ items, periods, superior: own }) => {
      const period = inForce(periods, on);
      const leader = inForce(own ?? superior, on);
      const [first = ''] = items;
      if (!period) return [];
      const names = (what: 'threshold' | 'method' | 'base' | 'absent' | 'superior') =>
        both((say, language) =>
          say.voting({
            what: say.votingParts[what],
            items: items.map((item) => nameOf(files, item)[language]).join(', '),
          }),
        );
      const make = (
        what: 'threshold' | 'method' | 'base' | 'absent',
        kind: ValueKind,
        value: unknown,
      ) => entry(`voting.${what}.${first}`, 'voting', names(what), kind, value, period);
      return [
        make('threshold', THRESHOLD, period.threshold),
        make('method', { type: 'choice', options: PERIOD_CHOICES.method }, period.method),
        make('base', { type: 'choice', options: PERIOD_CHOICES.base }, period.base),
        make('absent', FLAG, period.absentWritten),
        ...(leader
          ? [
              entry(
                `voting.superior.${first}`,
                'voting',
                names('superior'),
                FLAG,
                leader.excluded,
                leader,
              ),
            ]
          : []),
      ];
    }),
  ];
}

function shareOf({ num, den }: { num: number; den: number }) {
  return { num, den };
}

function initiativeEntries(files: RulebookFiles, on: string): RuleEntry[] {
  return Object.entries(files['initiatives.yml']).flatMap(([key, periods]) => {
    const period = inForce(periods, on);
    if (!period) return [];
    const kind: ValueKind = { type: 'int', min: 1, max: 120 };
    const name = both((say) => say.initiativeLimits[key] ?? key);
    return [entry(`initiatives.${key}`, 'initiatives', name, kind, period.value, period)];
  });
}

function registrationEntries(files: RulebookFiles): RuleEntry[] {
  const { titlesOnly, lowToHigh, initiativesRegistered, closing, withoutRegistration } =
    files['registration.yml'];
  const fixed = (id: string, name: Text, rule: { value: boolean } & Sourced): RuleEntry => ({
    ...entry(id, 'registration', name, FLAG, rule.value, rule),
    overridable: null,
  });
  return [
    fixed(
      'registration.titlesOnly',
      both((say) => say.titlesOnly),
      titlesOnly,
    ),
    fixed(
      'registration.lowToHigh',
      both((say) => say.lowToHigh),
      lowToHigh,
    ),
    fixed(
      'registration.initiativesRegistered',
      both((say) => say.initiativesRegistered),
      initiativesRegistered,
    ),
    entry(
      'registration.closing',
      'registration',
      both((say) => say.closing),
      MONTH_DAY,
      { month: closing.month, day: closing.day },
      closing,
    ),
    entry(
      'registration.withoutRegistration',
      'registration',
      both((say) => say.withoutRegistration),
      WITHOUT,
      withoutRegistration.value,
      withoutRegistration,
    ),
  ];
}

function bonusEntries(files: RulebookFiles, on: string): RuleEntry[] {
  const { coefficients, roundUpTo, fund } = files['bonuses.yml'];
  const rounding = inForce(roundUpTo, on);
  return [
    ...coefficients
      .filter((one) => inForce([one], on))
      .map((one) =>
        entry(
          `coefficient.${one.award}.${one.subject}`,
          'bonuses',
          both((say, language) =>
            say.coefficient({
              award: nameOf(files, one.award)[language],
              subject: say.subjects[one.subject],
            }),
          ),
          { type: 'tenths', min: 1, max: 2000 },
          one.tenths,
          one,
        ),
      ),
    ...(rounding
      ? [
          entry(
            'bonus.roundUpTo',
            'bonuses',
            both((say) => say.roundUpTo),
            { type: 'int', min: 1, max: 1_000_000 },
            rounding.value ?? 1,
            rounding,
          ),
        ]
      : []),
    ...Object.entries(fund).flatMap(([key, periods]) => {
      const period = inForce(periods, on);
      if (!period) return [];
      const most = key === 'organisingSharePct' ? 100 : 100_000_000;
      const name = both((say) => say.fundLimits[key] ?? key);
      return [
        entry(
          `fund.${key}`,
          'bonuses',
          name,
          { type: 'int', min: 1, max: most },
          period.value,
          period,
        ),
      ];
    }),
  ];
}

function salaryEntries(files: RulebookFiles, on: string): RuleEntry[] {
  const now = inForce(files['base-salary.yml'].baseSalary, on);
  if (!now) return [];
  const kind: ValueKind = { type: 'int', min: 100_000, max: 100_000_000 };
  const name = both((say) => say.baseSalary);
  return [entry('base_salary', 'base_salary', name, kind, now.vndPerMonth, now)];
}
