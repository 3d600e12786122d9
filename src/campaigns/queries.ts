import type { Tx } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import type {
  CampaignAudience,
  CampaignKind,
  CampaignState,
  PledgeState,
} from '../database/generated/enums.ts';
import type { Deps } from '../kernel/deps.ts';
import { today } from '../kernel/deps.ts';
import { type Day, dateColumn, dayOf } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { unitsHeld } from '../people/queries.ts';
import { lineAbove, treeBelow } from '../people/unit-tree.ts';
import { headedUnits, mayLaunchFor, writingGrants } from './authority.ts';
import { reminder } from './messages.ts';
import { addressedUnits } from './plan/scope-queries.ts';
import { type CampaignPlan, possibleJoiners, type Stage, stageOf, WRITING_ROLES } from './rules.ts';

/** Who joined: what was withdrawn or returned is not counted. */
export interface JoinCounts {
  persons: number;
  units: number;
  /** Of the persons, those whom their head has confirmed. */
  confirmed: number;
}

/** A campaign as its messages show it. */
export interface CampaignCard {
  id: string;
  code: string | null;
  state: CampaignState;
  plan: CampaignPlan;
  unitName: string;
  /** The units addressed; none: the launching unit. */
  scopeNames: readonly string[];
  authorId: string;
  authorName: string;
  contact: { fullName: string; slackUserId: string | null };
  approvedAt: Date | null;
  approvedBy: string | null;
  publishedAt: Date | null;
  withdrawn: { at: Date; reason: string } | null;
  /** The newest first, as many as an announcement names. */
  revisions: readonly { note: string; at: Date }[];
  revisionCount: number;
  joined: JoinCounts;
}

/** Notes of changes that an announcement shows. */
const NOTES_SHOWN = 3;

/** A running campaign in somebody's list. */
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
  /** Whether the reader organises it: sees who is late. */
  canChase: boolean;
  /** Whether there are checks for the reader to see. */
  canSeeChecks: boolean;
}

export const planColumns = {
  name: true,
  kind: true,
  audience: true,
  startsOn: true,
  endsOn: true,
  unitId: true,
  contactId: true,
  basis: true,
  objective: true,
  content: true,
  measures: true,
  criteria: true,
  midtermOn: true,
  finalReviewOn: true,
  rewards: true,
  prizes: true,
  budget: true,
  budgetSource: true,
  toPersons: true,
  mentionsChannel: true,
  launchAt: true,
  pictureId: true,
  pictureAlt: true,
  pledgeBy: true,
  figuresEvery: true,
  escalateDays: true,
  channels: { select: { channelId: true }, orderBy: { channelId: 'asc' } },
  checks: {
    where: { struckAt: null },
    select: { plannedOn: true },
    orderBy: { plannedOn: 'asc' },
  },
  scope: {
    select: { unitId: true, unit: { select: { name: true } } },
    orderBy: { unit: { name: 'asc' } },
  },
} as const;

export type PlanRow = Prisma.CampaignGetPayload<{ select: typeof planColumns }>;

export function planOf(row: PlanRow): CampaignPlan {
  const { channels, checks, scope, midtermOn, finalReviewOn, budget, pictureId, pictureAlt } = row;
  return {
    name: row.name,
    kind: row.kind,
    audience: row.audience,
    scopeUnitIds: scope.map((one) => one.unitId),
    startsOn: dayOf(row.startsOn),
    endsOn: dayOf(row.endsOn),
    unitId: row.unitId,
    contactId: row.contactId,
    basis: row.basis,
    objective: row.objective,
    content: row.content,
    measures: row.measures,
    criteria: row.criteria,
    checkDays: [...new Set(checks.map((check) => dayOf(check.plannedOn)))],
    midtermOn: midtermOn && dayOf(midtermOn),
    finalReviewOn: finalReviewOn && dayOf(finalReviewOn),
    rewards: row.rewards,
    prizes: row.prizes,
    budget: budget === null ? null : Number(budget),
    budgetSource: row.budgetSource,
    channelIds: channels.map((channel) => channel.channelId),
    toPersons: row.toPersons,
    mentionsChannel: row.mentionsChannel,
    launchAt: row.launchAt,
    picture: pictureId && pictureAlt ? { fileId: pictureId, alt: pictureAlt } : null,
    pledgeBy: row.pledgeBy && dayOf(row.pledgeBy),
    figuresEvery: row.figuresEvery,
    escalateDays: row.escalateDays,
  };
}

export async function findCampaign(tx: Tx, id: string): Promise<CampaignCard | null> {
  const [row, joined] = await Promise.all([
    tx.campaign.findUnique({
      where: { id },
      select: {
        id: true,
        code: true,
        state: true,
        authorId: true,
        author: { select: { fullName: true } },
        approvedAt: true,
        approvedBy: { select: { fullName: true } },
        publishedAt: true,
        withdrawnAt: true,
        withdrawnReason: true,
        unit: { select: { name: true } },
        contact: { select: { fullName: true, slackUserId: true } },
        revisions: {
          select: { note: true, madeAt: true },
          orderBy: { number: 'desc' },
          take: NOTES_SHOWN,
        },
        _count: { select: { revisions: true } },
        ...planColumns,
      },
    }),
    joinCounts(tx, [id]),
  ]);
  if (!row) return null;
  const { withdrawnAt, withdrawnReason } = row;
  return {
    id: row.id,
    code: row.code,
    state: row.state,
    plan: planOf(row),
    unitName: row.unit.name,
    scopeNames: row.scope.map(({ unit }) => unit.name),
    authorId: row.authorId,
    authorName: row.author.fullName,
    contact: row.contact,
    approvedAt: row.approvedAt,
    approvedBy: row.approvedBy?.fullName ?? null,
    publishedAt: row.publishedAt,
    withdrawn:
      withdrawnAt && withdrawnReason !== null ? { at: withdrawnAt, reason: withdrawnReason } : null,
    revisions: row.revisions.map(({ note, madeAt }) => ({ note, at: madeAt })),
    revisionCount: row._count.revisions,
    joined: joined.get(id) ?? NOBODY_JOINED,
  };
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
  const { db } = deps;
  const headed = await headedUnits(db, actor, today(deps));
  const headedIds = headed.map((unit) => unit.id);
  const { line, tree } = await concerningUnits(db, actor);
  const on = dateColumn(today(deps));
  const addressed: Prisma.CampaignWhereInput[] = [
    { unitId: { in: line }, scope: { none: {} } },
    { scope: { some: { unitId: { in: line } } } },
  ];
  const where: Prisma.CampaignWhereInput = {
    OR: [
      {
        state: 'published',
        endsOn: { gte: on },
        OR: [
          ...addressed,
          { unitId: { in: tree } },
          { pledges: { some: { personId: actor.personId, state: { not: 'withdrawn' } } } },
        ],
      },
      ...(withEnded
        ? [
            { state: 'closed' as const, unitId: { in: tree } },
            { state: 'closed' as const, finalReviewOn: { gte: on }, OR: addressed },
          ]
        : []),
    ],
  };
  const [total, rows] = await Promise.all([
    db.campaign.count({ where }),
    db.campaign.findMany({
      where,
      orderBy: [{ state: 'asc' }, { endsOn: 'asc' }, { code: 'asc' }],
      take: limit,
      select: {
        id: true,
        code: true,
        name: true,
        kind: true,
        audience: true,
        startsOn: true,
        endsOn: true,
        midtermOn: true,
        state: true,
        unitId: true,
        authorId: true,
        contactId: true,
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
    }),
  ]);
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
  const shown = rows.map(
    ({ unit, unitId, scope, checks, pledges, code, state, midtermOn, ...others }) => {
      const { authorId, contactId, ...row } = others;
      const [startsOn, endsOn] = [dayOf(row.startsOn), dayOf(row.endsOn)];
      const days = { startsOn, endsOn, midtermOn: midtermOn && dayOf(midtermOn) };
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
        joined: counts.get(row.id) ?? NOBODY_JOINED,
        mine: pledges.map((pledge) => ({
          unitName: pledge.unit?.name ?? null,
          since: pledge.madeAt,
          state: pledge.state,
        })),
        canJoin: state === 'published' && pledges.length < joiners.length,
      };
    },
  );
  return { shown, total };
}

const NOBODY_JOINED: JoinCounts = { persons: 0, units: 0, confirmed: 0 };

async function joinCounts(
  tx: Tx,
  campaignIds: readonly string[],
): Promise<Map<string, JoinCounts>> {
  const rows = await tx.$queryRaw<(JoinCounts & { campaign_id: string })[]>`
    select campaign_id, count(person_id)::int as persons, count(unit_id)::int as units,
      (count(person_id) filter (where state = 'confirmed'))::int as confirmed
    from campaign_pledge
    where campaign_id = any(${[...campaignIds]}::uuid[]) and state in ('waiting', 'confirmed')
    group by campaign_id`;
  return new Map(rows.map(({ campaign_id, ...counts }) => [campaign_id, counts]));
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
    with recursive line as (
      select id as start_id, id, parent_id from unit where id = any(${[...unitIds]}::uuid[])
      union all
      select line.start_id, unit.id, unit.parent_id from unit join line on unit.id = line.parent_id
    )
    select start_id, array_agg(id::text) as ids from line group by start_id`;
  return new Map(rows.map(({ start_id, ids }) => [start_id, new Set(ids)]));
}

/** Whether the reminder of a campaign stands in a channel. */
export async function reminderPosted(
  tx: Tx,
  { campaignId, channelId }: { campaignId: string; channelId: string },
): Promise<boolean> {
  const posted = await tx.outgoingMessage.count({
    where: {
      purpose: reminder.purpose,
      subjectId: campaignId,
      channelId,
      state: 'delivered',
    },
  });
  return posted > 0;
}
