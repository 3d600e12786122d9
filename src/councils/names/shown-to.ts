import type { Deps } from '../../kernel/deps.ts';
import type { Language } from '../../kernel/language.ts';
import type { Actor } from '../../people/actor.ts';
import type { Rulebook } from '../../rulebook/rules.ts';

/** How names are drawn for who is at work. */
export function shownTo(
  { rulebook, zone }: Pick<Deps, 'rulebook' | 'zone'>,
  { language }: Pick<Actor, 'language'>,
): { language: Language; zone: string; rulebook: Rulebook } {
  return { language, zone, rulebook };
}
