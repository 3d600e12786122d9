import { type AwaitingInitiative, initiativesAwaitingCouncil } from '../../initiatives/queries.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import { groupBy } from '../../kernel/group-by.ts';
import type { Actor } from '../../people/actor.ts';
import type { Judged } from '../../rulebook/evaluate-many.ts';
import { phrases } from '../ballots/phrases.ts';
import { judgeNominated } from '../names/judge-names.ts';
import { type AwardNominee, everyNominee, type Nominations } from './nominations.ts';
import { type CouncilSeat, councilsOf } from './sitting-queries.ts';

/** What may stand on the agenda of a sitting that the actor convenes. */
export interface SittingProspect {
  /** Councils that the actor may convene: first the one whose channel it is, then where most waits. */
  seats: CouncilSeat[];
  initiatives: AwaitingInitiative[];
  nominations: Nominations[];
  /** How those nominated stand, by title and year (`cstdcs:2026`), as far as the actor may know. */
  judged: { at: Date; of: ReadonlyMap<string, readonly Judged[]> };
}

/** @throws AppError may_not_convene */
export async function prepareSitting(
  deps: Deps,
  { actor, channelId }: { actor: Actor; channelId: string | null },
): Promise<SittingProspect> {
  const seats = (await councilsOf(deps, actor)).filter((seat) => seat.convenes);
  if (seats.length === 0) {
    throw new AppError('may_not_convene', { say: (l) => phrases[l].mayNotConvene });
  }
  const initiatives = await perSeat(seats, 'initiative', (councilUnitId) =>
    initiativesAwaitingCouncil(deps.db, { councilUnitId }),
  );
  const found = await perSeat(seats, 'emulation', (councilUnitId) =>
    everyNominee(deps.db, { zone: deps.zone, councilUnitId }),
  );
  // Two councils that the actor runs may be waited for by the same.
  const nominees = [...new Map(found.map((one) => [nomineeKey(one), one])).values()];
  const groups = groupBy(nominees, groupKey);
  const rankOf = ({ kind, channelId: own }: CouncilSeat): number => {
    if (own !== null && own === channelId) return -1;
    const waiting = kind === 'initiative' ? initiatives : nominees;
    return (waiting.length > 0 ? 0 : 2) + (kind === 'initiative' ? 0 : 1);
  };
  return {
    seats: seats.toSorted((a, b) => rankOf(a) - rankOf(b)),
    initiatives: [...new Map(initiatives.map((one) => [one.id, one])).values()],
    nominations: [...groups.values()].flatMap((group) => {
      const [first] = group;
      return first ? [{ itemKey: first.itemKey, year: first.year, count: group.length }] : [];
    }),
    judged: await judgedByGroup(deps, actor, groups),
  };
}

function groupKey({ itemKey, year }: { itemKey: string; year: number }): string {
  return `${itemKey}:${year}`;
}

function nomineeKey(one: AwardNominee): string {
  return `${one.personId ?? one.unitId} ${groupKey(one)}`;
}

async function judgedByGroup(
  deps: Deps,
  actor: Actor,
  groups: ReadonlyMap<string, readonly AwardNominee[]>,
): Promise<SittingProspect['judged']> {
  const nominated = [...groups.values()].flat().map((one) => ({ id: nomineeKey(one), ...one }));
  const { at, of } = await judgeNominated(deps, { reader: actor, nominated });
  const judged = [...groups].flatMap(([key, group]) => {
    const known = group.flatMap((one) => of.get(nomineeKey(one)) ?? []);
    return known.length > 0 ? [[key, known] as const] : [];
  });
  return { at, of: new Map(judged) };
}

async function perSeat<One>(
  seats: readonly CouncilSeat[],
  kind: CouncilSeat['kind'],
  find: (councilUnitId: string) => Promise<One[]>,
): Promise<One[]> {
  const lists = await Promise.all(
    seats.flatMap((seat) => (seat.kind === kind ? find(seat.unitId) : [])),
  );
  return lists.flat();
}
