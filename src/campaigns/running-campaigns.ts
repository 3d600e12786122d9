import type { Tx } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import type {
  CampaignAudience,
  CampaignKind,
  PledgeState,
  ReviewKind,
} from '../database/generated/enums.ts';
import type { Deps } from '../kernel/deps.ts';
import { today } from '../kernel/deps.ts';
import { type Day, dateColumn, dayOf } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { unitsHeld } from '../people/queries.ts';
import { lineAbove, linesAbove, treeBelow } from '../people/unit-tree.ts';
import { headedUnits, mayLaunchFor, writingGrants } from './authority.ts';
import { addressedUnits } from './plan/scope-queries.ts';
import { type JoinCounts, joinCounts, NOBODY_JOINED } from './queries.ts';
import { reviewsOf } from './review/review-rules.ts';
import {
  PAST_STATES,
  type PastState,
  possibleJoiners,
  type Stage,
  stageOf,
  WRITING_ROLES,
} from './rules.ts';

/** A campaign in somebody's list. */
export interface RunningCampaign {
  id: string;
  code: string;
  name: string;
  kind: CampaignKind;
  audience: CampaignAudience;
  startsOn: Day;
  endsOn: Day;
  unitName: string;
  stage: Stage;
  joined: JoinCounts;
  /** Whether the reader may change and withdraw it. */
  canManage: boolean;
  /** What the reader has registered: themselves (unitName null) and units that they head. */
  mine: { unitName: string | null; since: Date; state: PledgeState }[];
  /** Whether there is somebody left whom the reader could register. */
  canJoin: boolean;
  /** Whether the reader may see who pledged what. */
  canList: boolean;
  /** When and why it was withdrawn, and by whom. */
  withdrawn: { at: Date; reason: string; byName: string } | null;
  /** Whether the reader may archive it. */
  canArchive: boolean;
  /** Reviews that the reader may write now; of one that is over, those that there are. */
  reviews: ReviewKind[];
  /** Whether the reader organises it: sees who is late. */
  canChase: boolean;
  /** Whether there are checks for the reader to see. */
  canSeeChecks: boolean;
}

/**
 * Running campaigns that concern a person: addressed to their unit or one above, launched by a unit at or below
 * one they write plans for, or joined by them. The one that ends first comes first. The number of
 * database calls does not depend on the number of campaigns.
 *
 * @param options.withEnded after them also the ones that wait for their final review: to whom they are addressed
 *   until its day, to those who write plans until it is held
 */
export async function runningCampaigns(
  deps: Deps,
  actor: Actor,
  limit: number,
  { withEnded = false }: { withEnded?: boolean } = {},
): Promise<{ shown: RunningCampaign[]; total: number }> {
  const { tree, addressed, concerning } = await concern(deps.db, actor);
  const on = dateColumn(today(deps));
  const where: Prisma.CampaignWhereInput = {
    OR: [
      { state: 'published', endsOn: { gte: on }, OR: concerning },
      ...(withEnded
        ? [
            { state: 'closed' as const, unitId: { in: tree } },
            { state: 'closed' as const, finalReviewOn: { gte: on }, OR: addressed },
          ]
        : []),
    ],
  };
  const [total, shown] = await Promise.all([
    deps.db.campaign.count({ where }),
    listed(deps, actor, {
      where,
      orderBy: [{ state: 'asc' }, { endsOn: 'asc' }, { code: 'asc' }],
      take: limit,
    }),
  ]);
  return { shown, total };
}

/** Campaigns on one page. */
export const PAST_PAGE = 10;

export interface PastCampaigns {
  state: PastState;
  from: number;
  shown: RunningCampaign[];
  totals: Record<PastState, number>;
}

/**
 * The same of those that are over, or were withdrawn, a page of them; the one that ended, or was withdrawn, last comes
 * first.
 */
export async function pastCampaigns(
  deps: Deps,
  actor: Actor,
  { state, from }: { state: PastState; from: number },
): Promise<PastCampaigns> {
  const { concerning } = await concern(deps.db, actor);
  const counted = await deps.db.campaign.groupBy({
    by: ['state'],
    where: { state: { in: [...PAST_STATES] }, OR: concerning },
    _count: true,
  });
  const count = (one: PastState) => counted.find((row) => row.state === one)?._count ?? 0;
  const totals = {
    reviewed: count('reviewed'),
    archived: count('archived'),
    withdrawn: count('withdrawn'),
  };
  // The last one of a page may have been archived from it.
  const last = Math.max(0, Math.ceil(totals[state] / PAST_PAGE) - 1) * PAST_PAGE;
  const start = Math.min(from, last);
  const shown = await listed(deps, actor, {
    where: { state, OR: concerning },
    orderBy:
      state === 'withdrawn' ? { withdrawnAt: 'desc' } : [{ endsOn: 'desc' }, { code: 'desc' }],
    ...{ skip: start, take: PAST_PAGE },
  });
  return { state, from: start, shown, totals };
}

async function listed(
  deps: Deps,
  actor: Actor,
  search: Pick<Prisma.CampaignFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
): Promise<RunningCampaign[]> {
  const { db } = deps;
  const headed = await headedUnits(db, actor, today(deps));
  const headedIds = headed.map((unit) => unit.id);
  const rows = await db.campaign.findMany({
    ...search,
    select: {
      id: true,
      code: true,
      name: true,
      kind: true,
      audience: true,
      startsOn: true,
      endsOn: true,
      midtermOn: true,
      finalReviewOn: true,
      reviews: { select: { kind: true, finishedAt: true }, orderBy: { kind: 'asc' } },
      state: true,
      unitId: true,
      authorId: true,
      contactId: true,
      withdrawnAt: true,
      withdrawnReason: true,
      withdrawnBy: { select: { fullName: true } },
      unit: { select: { name: true } },
      scope: { select: { unitId: true } },
      checks: {
        where: { checkers: { some: { personId: actor.personId } } },
        select: { id: true },
      },
      pledges: {
        where: {
          state: { not: 'withdrawn' },
          OR: [{ personId: actor.personId }, { unitId: { in: headedIds } }],
        },
        orderBy: { madeAt: 'asc' },
        select: { madeAt: true, state: true, unit: { select: { name: true } } },
      },
    },
  });
  const [counts, manages, writes, lines] = await Promise.all([
    joinCounts(
      db,
      rows.map((row) => row.id),
    ),
    mayLaunchFor(
      deps,
      db,
      actor,
      rows.map((row) => row.unitId),
    ),
    unitsHeld(
      db,
      actor,
      WRITING_ROLES,
      rows.map((row) => row.unitId),
    ),
    linesOf(db, [actor.unitId, ...headedIds]),
  ]);
  return rows.map(({ unit, unitId, scope, checks, pledges, code, state, midtermOn, ...others }) => {
    const { authorId, contactId, finalReviewOn, reviews, ...more } = others;
    const { withdrawnAt, withdrawnReason, withdrawnBy, ...row } = more;
    const held = reviews.flatMap(({ kind, finishedAt }) => (finishedAt ? [kind] : []));
    const isPast = PAST_STATES.some((past) => past === state);
    const [startsOn, endsOn] = [dayOf(row.startsOn), dayOf(row.endsOn)];
    const days = {
      ...{ startsOn, endsOn },
      midtermOn: midtermOn && !held.includes('midterm') ? dayOf(midtermOn) : null,
      finalReviewOn: finalReviewOn && dayOf(finalReviewOn),
    };
    const open = isPast ? reviews.map(({ kind }) => kind) : reviewsOf({ state, ...days });
    const addressed = addressedUnits({ unitId, scopeUnitIds: scope.map((one) => one.unitId) });
    const isAddressed = (id: string) => addressed.some((above) => lines.get(id)?.has(above));
    const joiners = possibleJoiners(row.audience, headedIds).filter((joiner) =>
      isAddressed(joiner.kind === 'unit' ? joiner.unitId : actor.unitId),
    );
    const canChase = manages.has(unitId) || [authorId, contactId].includes(actor.personId);
    return {
      ...row,
      code: code ?? '',
      canChase,
      canSeeChecks: canChase || checks.length > 0 || headedIds.some(isAddressed),
      startsOn,
      endsOn,
      unitName: unit.name,
      stage: stageOf({ state, ...days }, today(deps)),
      canManage: state === 'published' && manages.has(unitId),
      canList:
        writes.has(unitId) ||
        [authorId, contactId].includes(actor.personId) ||
        headedIds.some(isAddressed),
      withdrawn: withdrawnAt && {
        at: withdrawnAt,
        reason: withdrawnReason ?? '',
        byName: withdrawnBy?.fullName ?? '',
      },
      canArchive: state === 'reviewed' && manages.has(unitId),
      reviews: writes.has(unitId) ? open : [],
      joined: counts.get(row.id) ?? NOBODY_JOINED,
      mine: pledges.map((pledge) => ({
        unitName: pledge.unit?.name ?? null,
        since: pledge.madeAt,
        state: pledge.state,
      })),
      canJoin: state === 'published' && pledges.length < joiners.length,
    };
  });
}

/** Which campaigns concern the actor, and of these which are addressed to them. */
async function concern(tx: Tx, actor: Actor) {
  const { line, tree } = await concerningUnits(tx, actor);
  const addressed: Prisma.CampaignWhereInput[] = [
    { unitId: { in: line }, scope: { none: {} } },
    { scope: { some: { unitId: { in: line } } } },
  ];
  const concerning: Prisma.CampaignWhereInput[] = [
    ...addressed,
    { unitId: { in: tree } },
    { pledges: { some: { personId: actor.personId, state: { not: 'withdrawn' } } } },
  ];
  return { tree, addressed, concerning };
}

/** The unit of the actor with those above it, and the units that they write plans for. */
async function concerningUnits(tx: Tx, actor: Actor): Promise<{ line: string[]; tree: string[] }> {
  const rows = await tx.$queryRaw<{ id: string; above: boolean }[]>`
    with recursive ${lineAbove(actor.unitId)}, ${treeBelow(writingGrants(actor))}
    select id, true as above from line union all select id, false from tree`;
  const of = (above: boolean) => rows.filter((row) => row.above === above).map(({ id }) => id);
  return { line: of(true), tree: of(false) };
}

/** Each of the units with those above it, by its id. */
async function linesOf(tx: Tx, unitIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.$queryRaw<{ start_id: string; ids: string[] }[]>`
    with recursive ${linesAbove(unitIds)}
    select start_id, array_agg(id::text) as ids from lines group by start_id`;
  return new Map(rows.map(({ start_id, ids }) => [start_id, new Set(ids)]));
}
