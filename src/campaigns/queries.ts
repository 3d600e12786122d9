import type { Tx } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { CampaignAudience, CampaignKind, CampaignState } from '../database/generated/enums.ts';
import type { Deps } from '../kernel/deps.ts';
import { today } from '../kernel/deps.ts';
import { type Day, dateColumn, dayOf } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { lineAbove, treeBelow } from '../people/unit-tree.ts';
import { headedUnits } from './authority.ts';
import { reminder } from './messages.ts';
import { type CampaignPlan, LAUNCHING_ROLES, possibleJoiners } from './rules.ts';

export interface JoinCounts {
  persons: number;
  units: number;
}

/** A campaign as its messages show it. */
export interface CampaignCard {
  id: string;
  code: string | null;
  state: CampaignState;
  plan: CampaignPlan;
  unitName: string;
  authorId: string;
  contact: { fullName: string; slackUserId: string | null };
  publishedAt: Date | null;
  joined: JoinCounts;
}

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
  joined: JoinCounts;
  /** What the reader has registered: themselves (unitName null) and units that they head. */
  mine: { unitName: string | null; since: Date }[];
  /** Whether there is somebody left whom the reader could register. */
  canJoin: boolean;
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
  criteria: true,
  rewards: true,
  channels: { select: { channelId: true }, orderBy: { channelId: 'asc' } },
} as const;

type PlanRow = Omit<CampaignPlan, 'startsOn' | 'endsOn' | 'channelIds'> & {
  startsOn: Date;
  endsOn: Date;
  channels: { channelId: string }[];
};

export function planOf(row: PlanRow): CampaignPlan {
  const { channels, startsOn, endsOn, ...texts } = row;
  return {
    ...texts,
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
    channelIds: channels.map((channel) => channel.channelId),
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
        publishedAt: true,
        unit: { select: { name: true } },
        contact: { select: { fullName: true, slackUserId: true } },
        ...planColumns,
      },
    }),
    tx.campaignPledge.aggregate({
      where: { campaignId: id },
      _count: { personId: true, unitId: true },
    }),
  ]);
  if (!row) return null;
  const { code, state, authorId, publishedAt, unit, contact, id: campaignId, ...plan } = row;
  return {
    id: campaignId,
    code,
    state,
    plan: planOf(plan),
    unitName: unit.name,
    authorId,
    contact,
    publishedAt,
    joined: { persons: joined._count.personId, units: joined._count.unitId },
  };
}

/**
 * Running campaigns that concern a person: launched by their unit or one above, by a unit at or below
 * one they hold a role for, or joined by them. The one that ends first comes first. The number of
 * database calls does not depend on the number of campaigns.
 */
export async function runningCampaigns(
  deps: Deps,
  actor: Actor,
  limit: number,
): Promise<{ shown: RunningCampaign[]; total: number }> {
  const { db } = deps;
  const headed = await headedUnits(db, actor, today(deps));
  const headedIds = headed.map((unit) => unit.id);
  const where: Prisma.CampaignWhereInput = {
    state: 'published',
    endsOn: { gte: dateColumn(today(deps)) },
    OR: [
      { unitId: { in: await concerningUnits(db, actor) } },
      { pledges: { some: { personId: actor.personId } } },
    ],
  };
  const [total, rows] = await Promise.all([
    db.campaign.count({ where }),
    db.campaign.findMany({
      where,
      orderBy: [{ endsOn: 'asc' }, { code: 'asc' }],
      take: limit,
      select: {
        id: true,
        code: true,
        name: true,
        kind: true,
        audience: true,
        startsOn: true,
        endsOn: true,
        unit: { select: { name: true } },
        pledges: {
          where: { OR: [{ personId: actor.personId }, { unitId: { in: headedIds } }] },
          orderBy: { madeAt: 'asc' },
          select: { madeAt: true, unit: { select: { name: true } } },
        },
      },
    }),
  ]);
  const counts = await joinCounts(
    db,
    rows.map((row) => row.id),
  );
  const shown = rows.map(({ unit, pledges, code, startsOn, endsOn, ...row }) => ({
    ...row,
    code: code ?? '',
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
    unitName: unit.name,
    joined: counts.get(row.id) ?? { persons: 0, units: 0 },
    mine: pledges.map((pledge) => ({ unitName: pledge.unit?.name ?? null, since: pledge.madeAt })),
    canJoin: pledges.length < possibleJoiners(row.audience, headedIds).length,
  }));
  return { shown, total };
}

async function joinCounts(tx: Tx, campaignIds: string[]): Promise<Map<string, JoinCounts>> {
  const groups = await tx.campaignPledge.groupBy({
    by: ['campaignId'],
    where: { campaignId: { in: campaignIds } },
    _count: { personId: true, unitId: true },
  });
  return new Map(
    groups.map(({ campaignId, _count }) => [
      campaignId,
      { persons: _count.personId, units: _count.unitId },
    ]),
  );
}

async function concerningUnits(tx: Tx, actor: Actor): Promise<string[]> {
  const granted = actor.grants
    .filter((grant) => LAUNCHING_ROLES.includes(grant.role))
    .map((grant) => grant.unitId);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive ${lineAbove(actor.unitId)}, ${treeBelow(granted)}
    select id from line union select id from tree`;
  return rows.map((row) => row.id);
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
