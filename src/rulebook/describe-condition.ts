import type { Language, Text } from '../kernel/language.ts';
import { phrases as words } from './phrases.ts';
import { ruleListPhrases as phrases } from './rule-list-phrases.ts';
import type { RulebookFiles } from './schema.ts';
import type { Condition, Leaf } from './standard-schema.ts';

/** A condition of a standard in one sentence, without anybody's evidence. */
export function describeCondition(files: RulebookFiles, condition: Condition): Text {
  return { vi: describe(files, condition, 'vi'), en: describe(files, condition, 'en') };
}

function describe(files: RulebookFiles, condition: Condition, language: Language): string {
  const say = phrases[language];
  if ('all' in condition) {
    return condition.all.map((part) => describe(files, part, language)).join(say.and);
  }
  if ('any' in condition) {
    return `(${condition.any.map((part) => describe(files, part, language)).join(say.or)})`;
  }
  return describeLeaf(files, condition, language);
}

function describeLeaf(files: RulebookFiles, leaf: Leaf, language: Language): string {
  const say = phrases[language].leaves;
  const called = words[language];
  const name = (key: string) => {
    const known =
      files['titles.yml'].titles.find((title) => title.key === key) ??
      files['commendations.yml'].commendations.find((form) => form.key === key);
    return known?.name[language] ?? key;
  };
  if ('rating' in leaf) return say.rating(called[leaf.rating]);
  if ('meets' in leaf) return say.meets(name(leaf.meets));
  if ('has' in leaf) return say.has(name(leaf.has));
  if ('noDisciplineFrom' in leaf) return say.noDiscipline(called[leaf.noDisciplineFrom]);
  if ('monthsInYear' in leaf) return say.months(leaf.monthsInYear);
  if ('work' in leaf) {
    const { count, level, years } = leaf.work;
    return say.work(count, called[level], years);
  }
  if ('streak' in leaf) return say.streak(what(leaf.streak), leaf.streak.years);
  if ('consecutive' in leaf) {
    const { title, times, spacing } = leaf.consecutive;
    return say.consecutive(name(title), times, spacing);
  }
  if ('count' in leaf) return say.count(what(leaf.count), leaf.count.times, leaf.count.years);
  if ('members' in leaf) {
    const { title, op, num, den } = leaf.members;
    return say.members(name(title), op === '>', `${(num * 100) / den}%`);
  }
  if ('membersAtLeast' in leaf) {
    return say.membersAtLeast(name(leaf.membersAtLeast.title), leaf.membersAtLeast.count);
  }
  if ('everyMemberCompleted' in leaf) return say.everyone;
  if ('exceededTargets' in leaf) return say.exceeded;
  if ('clusterRank' in leaf) return say.cluster(leaf.clusterRank);
  return leaf.human[language];

  function what(
    of: { title: string } | { rating: 'not_completed' | 'completed' | 'good' | 'excellent' },
  ) {
    return 'title' in of ? name(of.title) : called[of.rating];
  }
}
