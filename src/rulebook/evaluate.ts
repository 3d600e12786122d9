import type { CalendarDate } from './calendar.ts';
import type { Facts } from './facts.ts';
import { inForce } from './in-force.ts';
import { judge, standardOf } from './judge.ts';
import { type Grounds, type Reason, unverifiedGrounds, type Verdict } from './reasons.ts';
import { versionOn } from './rules.ts';
import type { Quota, Rulebook, RuleVersion, Standard } from './schema.ts';

export type Outcome = 'eligible' | 'not_eligible' | 'needs_human';

/** What one version of the law says of one award for one subject and year. */
export interface ByVersion {
  version: RuleVersion;
  standard: Standard;
  /** What the records and the rules as they stand amount to. */
  lean: Verdict;
  reason: Reason;
  /** Rules that the verdict stands on and that were not checked against the signed text. */
  unverified: Grounds[];
}

export interface Evaluation {
  award: string;
  year: number;
  outcome: Outcome;
  /** The version that decides, then the other one that was looked at, if any. */
  versions: readonly ByVersion[];
  /** Why both versions were looked at, and which was taken. */
  transition: 'received_before' | 'more_favourable' | 'receipt_unknown' | null;
  /** A complaint, an investigation … bars a proposal until it is closed. */
  barred: boolean;
}

export interface EvaluationRequest {
  award: string;
  /** Of the achievements. */
  year: number;
  /** Of the decision, which says which law holds. */
  decisionOn: CalendarDate;
  /** When the dossier was received for appraisal; null: not received, or not known. */
  receivedOn: CalendarDate | null;
}

const FAVOUR: Record<Verdict, number> = { no: 0, human: 1, yes: 2 };

/**
 * Evaluates a title or form of commendation: eligible, not eligible, or for people to judge, each with
 * its reasons. A verdict that stands on a rule which was not verified is for people to judge. Across
 * 01/10/2026 both versions of the law are looked at (Luật 06/2026/QH16 Điều 4 khoản 4).
 *
 * @returns undefined when no standard is known for the award and subject
 */
export function evaluate(
  rulebook: Rulebook,
  facts: Facts,
  request: EvaluationRequest,
): Evaluation | undefined {
  const { award, year, decisionOn, receivedOn } = request;
  const version = versionOn(rulebook, decisionOn);
  const now = underVersion(rulebook, facts, request, version);
  if (!now) return undefined;
  const { transition } = version;
  const common = { award, year, barred: facts.openMatter };
  const older =
    transition && (receivedOn === null || receivedOn < transition.receivedBefore)
      ? rulebook.versions.find(({ id }) => id === transition.use)
      : undefined;
  const before = older && underVersion(rulebook, facts, request, older);
  if (!before) {
    return { ...common, outcome: outcomeOf(now, facts), versions: [now], transition: null };
  }
  if (receivedOn !== null) {
    const newer = FAVOUR[now.lean] > FAVOUR[before.lean];
    const versions = newer ? [now, before] : [before, now];
    return {
      ...common,
      outcome: outcomeOf(newer ? now : before, facts),
      versions,
      transition: newer ? 'more_favourable' : 'received_before',
    };
  }
  const outcomes = [outcomeOf(now, facts), outcomeOf(before, facts)];
  const agreed = outcomes[0] === outcomes[1] ? outcomes[0] : undefined;
  return {
    ...common,
    outcome: agreed ?? 'needs_human',
    versions: [now, before],
    transition: 'receipt_unknown',
  };
}

/** How many may have an award, out of `base` who have the one below; no source says how to round. */
export function quotaOf(
  rulebook: Rulebook,
  request: { award: string; base: number; on: CalendarDate },
): { rule: Quota; base: number; floor: number; rounded: number } | undefined {
  const { award, base, on } = request;
  const rules = rulebook.standards.quotas.filter((quota) => quota.award === award);
  const rule = inForce(rules, on);
  if (!rule) return undefined;
  const product = rule.pct * base;
  const floor = (product - (product % 100)) / 100;
  return { rule, base, floor, rounded: product % 100 >= 50 ? floor + 1 : floor };
}

function underVersion(
  rulebook: Rulebook,
  facts: Facts,
  { award, year }: EvaluationRequest,
  version: RuleVersion,
): ByVersion | undefined {
  const search = { award, version: version.id, subject: facts.subject };
  const standard = standardOf(rulebook, search);
  if (!standard) return undefined;
  const reason = judge({ rulebook, facts, year, version: version.id }, standard);
  const own = unverifiedGrounds(reason);
  const unverified = version.verified ? own : [...own, groundsOf(version)];
  return { version, standard, lean: reason.verdict, reason, unverified };
}

function groundsOf({ source, verified, note }: RuleVersion): Grounds {
  return { id: null, source, verified, note };
}

function outcomeOf({ lean, unverified }: ByVersion, facts: Facts): Outcome {
  if (lean === 'human' || unverified.length > 0) return 'needs_human';
  if (lean === 'no') return 'not_eligible';
  return facts.openMatter ? 'needs_human' : 'eligible';
}
