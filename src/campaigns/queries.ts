import type { Tx } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { CampaignState } from '../database/generated/enums.ts';
import { dayOf } from '../kernel/time.ts';
import { reminder } from './messages.ts';
import type { CampaignPlan } from './rules.ts';

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

export const NOBODY_JOINED: JoinCounts = { persons: 0, units: 0, confirmed: 0 };

export async function joinCounts(
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
