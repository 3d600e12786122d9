import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { NameShown } from './name-views.ts';

/** How names are drawn for who is at work. */
export function shownTo(
  { rulebook, zone }: Pick<Deps, 'rulebook' | 'zone'>,
  { language }: Pick<Actor, 'language'>,
): NameShown {
  return { language, zone, rulebook };
}
