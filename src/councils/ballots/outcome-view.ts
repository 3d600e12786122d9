import type { KnownBlock } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import type { VotingRule } from '../../rulebook/rules.ts';
import { context, section } from '../../slack/blocks.ts';
import { type BallotOutcome, isWithheld } from '../tally.ts';
import { phrases } from './phrases.ts';
import { rulePhrases } from './rule-phrases.ts';

/** The outcome in the words that a person who lost the vote can check: count, quorum, base, threshold, rule. */
export function outcomeBlocks(
  {
    outcome,
    method,
    choicesKept = false,
  }: { outcome: BallotOutcome; method: 'open' | 'secret'; choicesKept?: boolean },
  subject: { number: string },
  language: Language,
): KnownBlock[] {
  const p = phrases[language];
  const { quorum } = outcome;
  const lines = [
    outcomeHeadline(outcome, subject, language),
    choicesKept
      ? p.countKept(outcome)
      : isWithheld(outcome, method)
        ? p.countWithheld(outcome)
        : p.countLine(outcome) + (outcome.invalid > 0 ? ` · ${p.invalidCount(outcome)}` : ''),
    quorumLine(quorum, language),
  ];
  if (quorum.met) lines.push(`${thresholdLine(outcome, language)} ${verdict(outcome, language)}`);
  return [section(lines.join('\n')), ruleBlock(outcome.rule, language)];
}

/** The rules that decide, each with its document, and whether it is verified. */
export function ruleBlock(rule: VotingRule, language: Language): KnownBlock {
  const p = phrases[language];
  const words = rulePhrases[language];
  const { quorum, conflict, superior, substitutes } = rule;
  const conflictOut = { ...conflict, out: rule.conflictReducesBase };
  const lines = [
    ['rule', rule.verified, p.ruleSource(rule)],
    ['quorum', quorum.verified, p.quorumSource(quorum)],
    ['conflict', conflict.verified, p.conflictSource(conflictOut)],
    ...(superior.excluded
      ? [['superior', superior.verified, p.superiorSource(superior)] as const]
      : []),
    ...(substitutes.vote
      ? [['substitutes', substitutes.verified, p.substituteSource(substitutes)] as const]
      : []),
  ] as const;
  const unverified = lines.flatMap(([of, verified]) => (verified ? [] : [words.ruleParts[of]]));
  return context(
    [
      ...lines.map(([, , text]) => text),
      ...(unverified.length > 0 ? [words.unverifiedParts({ parts: unverified.join(', ') })] : []),
    ].join('\n'),
  );
}

/** Of an open vote: how many make a quorum, and, where the roll was called, how many are there. */
export function quorumSoFar(
  { needed, present }: { needed: number; present: number | null },
  language: Language,
): string {
  const p = phrases[language];
  if (present === null) return p.quorumNeeded({ needed });
  return p.quorumByRollCall({ needed, present, missing: Math.max(0, needed - present) });
}

function quorumLine(quorum: BallotOutcome['quorum'], language: Language): string {
  const p = phrases[language];
  if (quorum.rollCall) return p.quorumByRollCall(quorum);
  return quorum.met ? p.quorumMet(quorum) : p.quorumMissed(quorum);
}

export function outcomeHeadline(
  outcome: BallotOutcome,
  { number }: { number: string },
  language: Language,
): string {
  const p = phrases[language];
  switch (outcome.result) {
    case 'passed':
      return p.passed({ number });
    case 'not_passed':
      return p.notPassed({ number });
    case 'no_quorum':
      return p.noQuorum({ number });
  }
}

function thresholdLine(outcome: BallotOutcome, language: Language): string {
  const { threshold, base, agree, rule } = outcome;
  const p = phrases[language];
  const name = thresholdName(threshold, language);
  const figures = { threshold: name, base: base.size, needed: threshold.needed, agree };
  const entitledBase = base.kind === 'total' && rule.conflictReducesBase;
  return entitledBase ? p.thresholdLine(figures) : p.thresholdTotalLine(figures);
}

function verdict(outcome: BallotOutcome, language: Language): string {
  const p = phrases[language];
  return outcome.result === 'passed'
    ? p.excessVotes({ count: outcome.excess })
    : p.missingVotes({ count: outcome.missing });
}

/** "từ 2/3", "trên 50 %". */
export function thresholdName(
  threshold: { op: '>=' | '>'; num: number; den: number },
  language: Language,
): string {
  const word = threshold.op === '>=' ? phrases[language].atLeast : phrases[language].moreThan;
  const share = threshold.den === 100 ? `${threshold.num}%` : `${threshold.num}/${threshold.den}`;
  return `${word} ${share}`;
}
