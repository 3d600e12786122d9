import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { fold } from '../../rulebook/fold.ts';
import { compositionPhrases } from './composition-phrases.ts';
import {
  type CouncilPicture,
  councilPicture,
  councilPictures,
  councilsOfMember,
} from './composition-queries.ts';
import { refusal } from './composition-refusal.ts';
import { mayCompose, mayReadCouncil, READING_ROLES, unitsComposed } from './composition-rights.ts';
import { unitsToCompose } from './prepare-composition.ts';
import { type CouncilStanding, councilStandings, standingOf } from './standing-queries.ts';

/**
 * The councils of the units that the actor looks after, and those that they sit on; what is wrong first.
 *
 * @param search folded words, all of them in the name of the council or its unit
 * @throws AppError no_council when there is nothing to read
 */
export async function readCouncils(
  deps: Deps,
  actor: Actor,
  search = '',
): Promise<{
  standings: CouncilStanding[];
  /** Units whose councils the actor may write down. */
  composes: Set<string>;
  establishes: boolean;
}> {
  const { db } = deps;
  const on = today(deps);
  const under = actor.grants
    .filter(({ role }) => READING_ROLES.includes(role))
    .map(({ unitId }) => unitId);
  const looked = under.length > 0 ? await councilStandings(deps, db, { under, on }) : [];
  const known = new Set(looked.flatMap(({ council }) => council?.id ?? []));
  const seats = (await councilsOfMember(db, actor.personId, on)).filter((id) => !known.has(id));
  const own = seats.length > 0 ? await councilPictures(db, { ids: seats, on }) : [];
  const all = [...own.map((council) => standingOf(deps, council, on)), ...looked];
  if (all.length === 0 && under.length === 0) throw refusal('no_council', (say) => say.nothing);
  const words = search.split(' ').filter(Boolean);
  const standings = all
    .filter((standing) => words.every((word) => namesOf(standing).includes(word)))
    .toSorted((a, b) => Math.sign(b.problems.length) - Math.sign(a.problems.length));
  const unitIds = [...new Set(standings.map(({ unitId }) => unitId))];
  const establishes = (await unitsToCompose(deps, actor)).length > 0;
  return { standings, composes: await unitsComposed(db, actor, unitIds), establishes };
}

/** What a council is searched by: its name and unit, or what one that is missing would be called. */
function namesOf({ council, kind, unitName }: CouncilStanding): string {
  return fold(`${council?.name ?? compositionPhrases.vi.kinds[kind]} ${unitName}`);
}

/**
 * One council for whoever may read it.
 *
 * @throws AppError council_unknown, the same whether it does not exist or may not be read
 */
export async function openCouncilOf(
  deps: Deps,
  { actor, councilId }: { actor: Actor; councilId: string },
): Promise<{ standing: CouncilStanding & { council: CouncilPicture }; composes: boolean }> {
  const { db } = deps;
  const on = today(deps);
  const council = await councilPicture(db, councilId, on);
  if (!council || !(await mayReadCouncil(db, actor, council, on)))
    throw refusal('council_unknown', (say) => say.councilUnknown);
  const composes = await mayCompose(db, actor, council.unitId);
  return { standing: { ...standingOf(deps, council, on), council }, composes };
}
