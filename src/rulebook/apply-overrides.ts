import { z } from 'zod';
import { applyCampaigns } from './apply-campaign-overrides.ts';
import { applyCouncils } from './apply-council-overrides.ts';
import { applyScoring } from './apply-scoring-overrides.ts';
import { withLeafValue } from './leaf-values.ts';
import { type Dated, grounds, type Override, overlay } from './overlay.ts';
import type { RulebookFiles } from './schema.ts';
import type { Condition } from './standard-schema.ts';

const Int = z.int();
const Share = z.object({ num: z.int(), den: z.int() });
const Threshold = Share.extend({ op: z.enum(['>=', '>']) });
const MonthDay = z.object({ month: z.int(), day: z.int() });
const VOTING_THRESHOLD = 'voting.threshold.';
/** What a voting rule's source calls the parts that another document decides. */
const VOTING_PARTS: Record<string, string> = {
  method: 'hình thức',
  base: 'mẫu số',
  absent: 'ý kiến của người vắng',
};
const Without = z.enum(['allow', 'warn', 'refuse']);

/**
 * The rule data with the organisation's own values in them, each with its document as the source. What
 * is dated is replaced for the days of the override, whatever day is asked for later; what is not, where
 * the override holds `on` the day. The outcome is to be checked like the data themselves.
 */
export function applyOverrides(
  files: RulebookFiles,
  overrides: readonly Override[],
  on: string,
): RulebookFiles {
  // A threshold brings the document of its voting rule; those of other parts are named after it.
  const first = overrides.filter(({ rule }) => rule.startsWith(VOTING_THRESHOLD));
  const then = overrides.filter(({ rule }) => !rule.startsWith(VOTING_THRESHOLD));
  return [...first, ...then].reduce((now, override) => applyOne(now, override, on), files);
}

function applyOne(files: RulebookFiles, override: Override, on: string): RulebookFiles {
  const [topic = '', ...rest] = override.rule.split('.');
  const { value } = override;
  const holds = override.from <= on && (override.to === null || on <= override.to);
  switch (topic) {
    case 'voting':
      return { ...files, 'voting.yml': applyVoting(files['voting.yml'], override, rest) };
    case 'initiatives': {
      const limits = files['initiatives.yml'];
      const change = () => ({ value: Int.parse(value) });
      const changed = Object.fromEntries(
        Object.entries(limits).map(([key, periods]) => [
          key,
          key === rest[0] ? overlay(periods, override, change) : periods,
        ]),
      );
      return { ...files, 'initiatives.yml': { ...limits, ...changed } };
    }
    case 'scoring': {
      const sheets = applyScoring(files['score-sheets.yml'], override, rest);
      return { ...files, 'score-sheets.yml': sheets };
    }
    case 'councils':
      return { ...files, 'councils.yml': applyCouncils(files['councils.yml'], override, rest) };
    case 'campaigns':
      return {
        ...files,
        'campaigns.yml': applyCampaigns(files['campaigns.yml'], override, rest[0]),
      };
    case 'base_salary': {
      const { baseSalary } = files['base-salary.yml'];
      const change = () => ({ vndPerMonth: Int.parse(value) });
      return { ...files, 'base-salary.yml': { baseSalary: overlay(baseSalary, override, change) } };
    }
    case 'coefficient': {
      const bonuses = files['bonuses.yml'];
      const [award, subject] = rest;
      const isMine = (one: { award: string; subject: string }) =>
        one.award === award && one.subject === subject;
      const mine = bonuses.coefficients.filter(isMine);
      const others = bonuses.coefficients.filter((one) => !isMine(one));
      const changed = overlay(mine, override, () => ({ tenths: Int.parse(value) }));
      return { ...files, 'bonuses.yml': { ...bonuses, coefficients: [...others, ...changed] } };
    }
    case 'bonus': {
      const bonuses = files['bonuses.yml'];
      // 1 đồng: paid as it is.
      const change = () => ({ value: Int.parse(value) === 1 ? null : Int.parse(value) });
      const roundUpTo = overlay(bonuses.roundUpTo, override, change);
      return { ...files, 'bonuses.yml': { ...bonuses, roundUpTo } };
    }
    case 'fund': {
      const bonuses = files['bonuses.yml'];
      const fund = Object.fromEntries(
        Object.entries(bonuses.fund).map(([key, periods]) => [
          key,
          key === rest[0]
            ? overlay(periods, override, () => ({ value: Int.parse(value) }))
            : periods,
        ]),
      );
      return { ...files, 'bonuses.yml': { ...bonuses, fund: { ...bonuses.fund, ...fund } } };
    }
    case 'quota': {
      const { quotas } = files['standards.yml'];
      const mine = quotas.filter(({ award }) => award === rest[0]);
      const others = quotas.filter(({ award }) => award !== rest[0]);
      const changed = overlay(mine, override, () => ({ pct: Int.parse(value) }));
      const standards = { ...files['standards.yml'], quotas: [...others, ...changed] };
      return { ...files, 'standards.yml': standards };
    }
    case 'registration':
      return holds ? applyRegistration(files, override, rest[0]) : files;
    case 'version': {
      if (!holds) return files;
      const versions = files['versions.yml'].versions.map((version) =>
        version.id === rest[0] ? { ...version, ...grounds(override) } : version,
      );
      return { ...files, 'versions.yml': { versions } };
    }
    case 'standard':
    case 'leaf':
      return holds ? applyStandard(files, override, topic, rest) : files;
    default:
      return files;
  }
}

function applyVoting(
  voting: RulebookFiles['voting.yml'],
  override: Override,
  [what = '', item = '']: string[],
): RulebookFiles['voting.yml'] {
  const { value } = override;
  if (what === 'quorum') {
    return { ...voting, quorum: overlay(voting.quorum, override, () => Share.parse(value)) };
  }
  if (what === 'conflict') {
    const change = () => ({ reducesBase: z.boolean().parse(value) });
    return { ...voting, conflict: overlay(voting.conflict, override, change) };
  }
  if (what === 'substitutes') {
    const change = () => ({ vote: z.boolean().parse(value) });
    return { ...voting, substitutes: overlay(voting.substitutes, override, change) };
  }
  if (what === 'superior') {
    const change = () => ({ excluded: z.boolean().parse(value) });
    const rules = voting.rules.map((rule) =>
      rule.items[0] === item
        ? { ...rule, superior: overlay(rule.superior ?? voting.superior, override, change) }
        : rule,
    );
    return { ...voting, rules };
  }
  const change = () => {
    switch (what) {
      case 'threshold':
        return { threshold: Threshold.parse(value) };
      case 'method':
        return { method: z.enum(['secret', 'open', 'either']).parse(value) };
      case 'base':
        return { base: z.enum(['total', 'present', 'valid']).parse(value) };
      default:
        return { absentWritten: z.boolean().parse(value) };
    }
  };
  const part = VOTING_PARTS[what];
  // A document that says how to vote does not vouch for how many votes it takes.
  const besides = ({ source, verified, note }: Dated) => ({
    source: `${source}; ${part}: ${grounds(override).source}`,
    verified,
    note,
  });
  const because = part === undefined ? undefined : besides;
  const rules = voting.rules.map((rule) =>
    rule.items[0] === item
      ? { ...rule, periods: overlay(rule.periods, override, change, because) }
      : rule,
  );
  return { ...voting, rules };
}

function applyRegistration(
  files: RulebookFiles,
  override: Override,
  what: string | undefined,
): RulebookFiles {
  const registration = files['registration.yml'];
  const changed =
    what === 'closing'
      ? {
          closing: {
            ...registration.closing,
            ...MonthDay.parse(override.value),
            ...grounds(override),
          },
        }
      : what === 'withoutRegistration'
        ? {
            withoutRegistration: {
              ...registration.withoutRegistration,
              value: Without.parse(override.value),
              ...grounds(override),
            },
          }
        : {};
  return { ...files, 'registration.yml': { ...registration, ...changed } };
}

function applyStandard(
  files: RulebookFiles,
  override: Override,
  topic: 'standard' | 'leaf',
  rest: readonly string[],
): RulebookFiles {
  const { standards } = files['standards.yml'];
  const changed = standards.map((standard) => {
    if (topic === 'leaf') {
      return { ...standard, condition: applyLeaf(standard.condition, override, rest[0] ?? '') };
    }
    const [version, award, subject] = rest;
    const mine =
      standard.version === version && standard.award === award && standard.subject === subject;
    return mine ? { ...standard, ...grounds(override) } : standard;
  });
  return { ...files, 'standards.yml': { ...files['standards.yml'], standards: changed } };
}

function applyLeaf(condition: Condition, override: Override, id: string): Condition {
  if ('all' in condition)
    return { all: condition.all.map((part) => applyLeaf(part, override, id)) };
  if ('any' in condition)
    return { any: condition.any.map((part) => applyLeaf(part, override, id)) };
  if (condition.id !== id) return condition;
  const { source, verified } = grounds(override);
  const { note: _note, ...kept } = condition;
  return { ...withLeafValue(kept, override.value), source, verified };
}
