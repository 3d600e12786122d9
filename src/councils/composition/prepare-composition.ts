import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/client.ts';
import type { CouncilKind } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { unitsUnder } from '../../people/units-under.ts';
import { councilRulesOn } from '../../rulebook/council-rules.ts';
import { checkMembers } from './check-proposal.ts';
import { COUNCIL_UNIT, type Target } from './composition-controls.ts';
import {
  type CompositionPicture,
  type CouncilPicture,
  compositionOn,
  councilPicture,
  latestComposition,
  type MemberLine,
  membersAtEnd,
} from './composition-queries.ts';
import { refusal } from './composition-refusal.ts';
import { mayCompose } from './composition-rights.ts';
import {
  type CouncilProblem,
  proposalProblems,
  type Seat,
  type SeatChange,
  seatChanges,
  sitsOn,
} from './composition-rules.ts';

/** A council for somebody who may write its composition down. @throws AppError council_unknown, may_not_compose */
export async function councilToCompose(
  tx: Tx,
  { actor, councilId, on }: { actor: Actor; councilId: string; on: Day },
): Promise<CouncilPicture> {
  const council = await councilPicture(tx, councilId, on);
  if (!council) throw refusal('council_unknown', (say) => say.councilUnknown);
  if (!(await mayCompose(tx, actor, council.unitId)))
    throw refusal('may_not_compose', (say) => say.mayNotCompose);
  return council;
}

/** What the form of a new composition begins with: who sits now, but for those who have left. */
export async function prepareReconstitution(
  deps: Deps,
  { actor, councilId }: { actor: Actor; councilId: string },
): Promise<{
  target: Target;
  name: string;
  before: { number: string; members: MemberLine[] };
  gone: string[];
}> {
  const on = today(deps);
  const council = await councilToCompose(deps.db, { actor, councilId, on });
  const latest = latestComposition(council);
  const left = new Set(council.departures.map(({ personId }) => personId));
  const members = membersAtEnd(latest);
  return {
    target: {
      what: 'composition',
      id: randomUUID(),
      councilId,
      seen: latest.id ?? councilId,
    },
    name: council.name,
    before: {
      number: latest.number,
      members: members.filter(({ personId }) => !left.has(personId)),
    },
    gone: members.filter(({ personId }) => left.has(personId)).map(({ name }) => name),
  };
}

/**
 * What the form of a new council begins with.
 *
 * @throws AppError may_not_compose
 */
export async function prepareEstablishment(
  deps: Deps,
  { actor, unitId, kind }: { actor: Actor; unitId: string | null; kind: CouncilKind | null },
): Promise<{
  target: Target;
  name: string | null;
  before: null;
  gone: [];
}> {
  const units = await unitsToCompose(deps, actor);
  const unit = units.find(({ id }) => id === unitId);
  if (units.length === 0 || (unitId !== null && !unit))
    throw refusal('may_not_compose', (say) => say.mayNotCompose);
  return {
    target: { what: 'council', id: randomUUID(), unitId, kind },
    name: unit?.name ?? null,
    before: null,
    gone: [],
  };
}

/** Units of which the actor may write councils down, by name. */
export async function unitsToCompose(
  deps: Deps,
  actor: Actor,
): Promise<{ id: string; name: string }[]> {
  const on = today(deps);
  const kept = await unitsUnder(deps.db, actor, ['secretary'], on);
  const heads = actor.grants.filter(({ role }) => role === 'head').map(({ unitId }) => unitId);
  const headed = (await unitsUnder(deps.db, actor, ['head'], on)).filter(({ id }) =>
    heads.includes(id),
  );
  const known = new Set(kept.map(({ id }) => id));
  return [...kept, ...headed.filter(({ id }) => !known.has(id))];
}

/**
 * What step 2 shows of those who were chosen in step 1.
 *
 * @throws AppError as `councilToCompose` and `checkMembers`
 */
export async function prepareDecision(
  deps: Deps,
  input: {
    actor: Actor;
    target: Target;
    /** Of a council that is to be set up. */
    unitId: string | null;
    kind: CouncilKind | null;
    seats: readonly Seat[];
    nameOf: (unitName: string, kind: CouncilKind) => string;
  },
): Promise<{
  target: Target;
  name: string;
  changes: (SeatChange & { name: string })[];
  isNew: boolean;
  problems: CouncilProblem[];
  openBallots: number;
  next: CompositionPicture | null;
  substitutes: { memberId: string; member: string; name: string }[];
  today: Day;
}> {
  const { actor, target, seats } = input;
  const { db, rulebook } = deps;
  const on = today(deps);
  if (target.what === 'council') {
    const { unitId, kind } = input;
    if (unitId === null) throw refusal('unit_missing', (say) => say.chooseUnit, COUNCIL_UNIT);
    if (kind === null) throw refusal('kind_missing', (say) => say.chooseKind, 'kind');
    if (!(await mayCompose(db, actor, unitId)))
      throw refusal('may_not_compose', (say) => say.mayNotCompose);
    const there = await db.council.findFirst({ where: { unitId, kind }, select: { name: true } });
    if (there)
      throw refusal('council_exists', (say) => say.councilExists({ name: there.name }), 'kind');
    await checkMembers(db, seats, on);
    const unit = await db.unit.findUniqueOrThrow({ where: { id: unitId }, select: { name: true } });
    return {
      target: { ...target, unitId, kind },
      name: input.nameOf(unit.name, kind),
      changes: await named(db, seatChanges([], seats)),
      isNew: true,
      problems: proposalProblems(seats, councilRulesOn(rulebook, kind, on)),
      openBallots: 0,
      next: null,
      substitutes: [],
      today: on,
    };
  }
  const council = await councilToCompose(db, { actor, councilId: target.councilId, on });
  await checkMembers(db, seats, on);
  const latest = latestComposition(council);
  const before = membersAtEnd(latest);
  return {
    target,
    name: council.name,
    changes: await named(db, seatChanges(before, seats)),
    isNew: false,
    problems: proposalProblems(seats, councilRulesOn(rulebook, council.kind, on)),
    openBallots: council.openBallots,
    next: latest !== compositionOn(council, on) && latest.from > on ? latest : null,
    substitutes: substitutesToKeep(before, seats, on),
    today: on,
  };
}

function substitutesToKeep(before: readonly MemberLine[], seats: readonly Seat[], on: Day) {
  const stays = new Set(seats.map(({ personId }) => personId));
  return before.flatMap(({ memberId, personId, name: member, substitutes }) => {
    const substitute = substitutes.find((one) => sitsOn(one, on) || one.from > on);
    if (!substitute || !stays.has(personId) || stays.has(substitute.personId)) return [];
    return [{ memberId, member, name: substitute.name }];
  });
}

async function named(
  tx: Tx,
  changes: readonly SeatChange[],
): Promise<(SeatChange & { name: string })[]> {
  const people = await tx.person.findMany({
    where: { id: { in: changes.map(({ personId }) => personId) } },
    select: { id: true, fullName: true },
  });
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return changes.map((change) => ({ ...change, name: names.get(change.personId) ?? '' }));
}
