import { type AwaitingInitiative, initiativesAwaitingCouncil } from '../../initiatives/queries.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import type { Judged } from '../../rulebook/evaluate-many.ts';
import { phrases } from '../ballots/phrases.ts';
import { judgeNominated } from '../names/judge-names.ts';
import { everyNominee, type Nominations, nominationsAwaiting } from './nominations.ts';
import { type CouncilSeat, councilsOf } from './sitting-queries.ts';

/** What may stand on the agenda of a sitting that the actor convenes. */
export interface SittingProspect {
  /** Councils that the actor may convene, first where most waits. */
  seats: CouncilSeat[];
  initiatives: AwaitingInitiative[];
  nominations: Nominations[];
  /** How those nominated stand, by title and year (`cstdcs:2026`), as far as the actor may know. */
  judged: { at: Date; of: ReadonlyMap<string, readonly Judged[]> };
}

/** @throws AppError may_not_convene */
export async function prepareSitting(
  deps: Deps,
  { actor }: { actor: Actor },
): Promise<SittingProspect> {
  const seats = (await councilsOf(deps, actor)).filter((seat) => seat.convenes);
  if (seats.length === 0) {
    throw new AppError('may_not_convene', { say: (l) => phrases[l].mayNotConvene });
  }
  const initiatives = await perSeat(seats, 'initiative', (councilUnitId) =>
    initiativesAwaitingCouncil(deps.db, { councilUnitId }),
  );
  const nominations = await perSeat(seats, 'emulation', (councilUnitId) =>
    nominationsAwaiting(deps.db, { zone: deps.zone, councilUnitId }),
  );
  const rankOf = ({ kind }: CouncilSeat): number => {
    const waiting = kind === 'initiative' ? initiatives : nominations;
    return (waiting.length > 0 ? 0 : 2) + (kind === 'initiative' ? 0 : 1);
  };
  return {
    seats: seats.toSorted((a, b) => rankOf(a) - rankOf(b)),
    initiatives: [...new Map(initiatives.map((one) => [one.id, one])).values()],
    nominations: [...new Map(nominations.map((one) => [groupKey(one), one])).values()],
    judged: await judgedByGroup(deps, actor, nominations.length > 0 ? seats : []),
  };
}

function groupKey({ itemKey, year }: { itemKey: string; year: number }): string {
  return `${itemKey}:${year}`;
}

async function judgedByGroup(
  deps: Deps,
  actor: Actor,
  seats: readonly CouncilSeat[],
): Promise<SittingProspect['judged']> {
  const found = await perSeat(seats, 'emulation', (councilUnitId) =>
    everyNominee(deps.db, { zone: deps.zone, councilUnitId }),
  );
  const nominees = new Map(
    found.map((one) => {
      const id = `${one.personId ?? one.unitId} ${groupKey(one)}`;
      return [id, { id, ...one }];
    }),
  );
  const { at, of } = await judgeNominated(deps, {
    reader: actor,
    nominated: [...nominees.values()],
  });
  const groups = new Map<string, Judged[]>();
  for (const [id, judged] of of) {
    const nominee = nominees.get(id);
    if (!nominee) continue;
    const group = groups.get(groupKey(nominee)) ?? [];
    groups.set(groupKey(nominee), [...group, judged]);
  }
  return { at, of: groups };
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
