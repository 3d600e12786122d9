import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { CampaignState, MendingOutcome } from '../../database/generated/enums.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { compareWords } from '../../kernel/vietnamese-order.ts';
import type { Finding } from './check-rules.ts';

/** A campaign as its checks need it. */
export interface CheckedCampaign {
  id: string;
  code: string;
  name: string;
  state: CampaignState;
  unitId: string;
  authorId: string;
  contactId: string;
  startsOn: Day;
  endsOn: Day;
  finalReviewOn: Day | null;
}

/** What a unit says that it mended. */
export interface Mending {
  id: string;
  number: number;
  done: string;
  words: string | null;
  toldById: string;
  toldBy: string;
  toldAt: Date;
  outcome: MendingOutcome | null;
  settledBy: string | null;
  reason: string | null;
}

/** A unit in a check, with what was found there. */
export interface CheckedUnit extends Finding {
  id: string;
  unitId: string;
  unitName: string;
  revision: number;
  recordedBy: string | null;
  good: string | null;
  wrong: string | null;
  mendings: readonly Mending[];
}

export interface CampaignCheck {
  id: string;
  campaign: CheckedCampaign;
  plannedOn: Day;
  /** Of one that was moved: where it was at first, and why it was moved last. */
  moved: { from: Day; reason: string } | null;
  struck: { reason: string } | null;
  checkers: readonly { id: string; fullName: string; slackUserId: string | null }[];
  /** By name. */
  units: readonly CheckedUnit[];
}

/** Checks of campaigns that are out, in the order of their days. */
export async function findChecks(
  tx: Tx,
  where: Prisma.CampaignCheckWhereInput,
): Promise<CampaignCheck[]> {
  const rows = await tx.campaignCheck.findMany({
    where: { AND: [where, { campaign: { code: { not: null } } }] },
    orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, plannedOn: true, firstPlannedOn: true, movedReason: true, struckReason: true },
      campaign: {
        select: {
          ...{ id: true, code: true, name: true, state: true, unitId: true, authorId: true },
          ...{ contactId: true, startsOn: true, endsOn: true, finalReviewOn: true },
        },
      },
      checkers: {
        select: { person: { select: { id: true, fullName: true, slackUserId: true } } },
        orderBy: { person: { fullName: 'asc' } },
      },
      units: {
        select: {
          ...{ id: true, unitId: true, revision: true, recordedAt: true },
          ...{ good: true, wrong: true, mend: true, mendBy: true },
          unit: { select: { name: true } },
          recordedBy: { select: { fullName: true } },
          mendings: {
            orderBy: { number: 'asc' },
            select: {
              ...{ id: true, number: true, done: true, words: true, toldById: true },
              ...{ toldAt: true, outcome: true, reason: true },
              toldBy: { select: { fullName: true } },
              settledBy: { select: { fullName: true } },
            },
          },
        },
      },
    },
  });
  return rows.map(({ campaign, checkers, units, ...row }) => ({
    id: row.id,
    campaign: {
      ...campaign,
      code: campaign.code ?? '',
      startsOn: dayOf(campaign.startsOn),
      endsOn: dayOf(campaign.endsOn),
      finalReviewOn: campaign.finalReviewOn && dayOf(campaign.finalReviewOn),
    },
    plannedOn: dayOf(row.plannedOn),
    moved:
      row.firstPlannedOn && row.movedReason
        ? { from: dayOf(row.firstPlannedOn), reason: row.movedReason }
        : null,
    struck: row.struckReason === null ? null : { reason: row.struckReason },
    checkers: checkers.map(({ person }) => person),
    units: units
      .map(({ unit, recordedBy, mendBy, mendings, ...part }) => ({
        ...part,
        unitName: unit.name,
        recordedBy: recordedBy?.fullName ?? null,
        mendBy: mendBy && dayOf(mendBy),
        mendings: mendings.map(({ toldBy, settledBy, ...mending }) => ({
          ...mending,
          toldBy: toldBy.fullName,
          settledBy: settledBy?.fullName ?? null,
        })),
      }))
      .toSorted((one, other) => compareWords(one.unitName, other.unitName)),
  }));
}

export async function findCheck(tx: Tx, checkId: string): Promise<CampaignCheck | null> {
  const [check] = await findChecks(tx, { id: checkId });
  return check ?? null;
}

/** A unit's part of a check, with the check. */
export async function findChecked(
  tx: Tx,
  where: Prisma.CampaignCheckUnitWhereInput,
): Promise<{ check: CampaignCheck; part: CheckedUnit } | null> {
  const row = await tx.campaignCheckUnit.findFirst({ where, select: { id: true, checkId: true } });
  const check = row && (await findCheck(tx, row.checkId));
  const part = check?.units.find(({ id }) => id === row?.id);
  return check && part ? { check, part } : null;
}
