import type { Language } from '../../kernel/language.ts';
import { escapeText } from '../../slack/blocks.ts';
import type { Exclusion } from '../rules.ts';
import { exclusionPhrases as phrases } from './exclusion-phrases.ts';

type Shown = Exclusion | 'conflict';

const ORDER: readonly Shown[] = [
  'author',
  'declared',
  'subject',
  'relative',
  'superior',
  'conflict',
];

/**
 * Who does not vote, a line for each reason. That somebody is a relative or declared a conflict is told to those who
 * run the council; others read of a conflict and no more.
 */
export function excludedLines(
  members: readonly { name: string; excluded: Exclusion | null }[],
  { inPrivate, language }: { inPrivate: boolean; language: Language },
): string[] {
  const shown = members.flatMap(({ name, excluded }) =>
    excluded ? [{ name, why: shownAs(excluded, inPrivate) }] : [],
  );
  return ORDER.flatMap((why) => {
    const names = [
      ...new Set(shown.flatMap((one) => (one.why === why ? [escapeText(one.name)] : []))),
    ].join(', ');
    return names ? [phrases[language].names({ why, names })] : [];
  });
}

function shownAs(excluded: Exclusion, inPrivate: boolean): Shown {
  if (excluded === 'head_author') return 'author';
  const common = excluded === 'author' || excluded === 'subject';
  return common || inPrivate ? excluded : 'conflict';
}
