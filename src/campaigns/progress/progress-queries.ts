import { createHash } from 'node:crypto';
import type { Tx } from '../../database/client.ts';
import type { CampaignState } from '../../database/generated/enums.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Day, dateColumn, dayOf } from '../../kernel/time.ts';
import { compareWords } from '../../kernel/vietnamese-order.ts';
import type { UnitName } from '../authority.ts';
import { addressedUnits } from '../plan/scope-queries.ts';
import { progressPhrases } from './progress-phrases.ts';
import { type IndicatorContent, lastFiguresDay } from './progress-rules.ts';
import type { UnitStanding } from './ranking.ts';

/** A campaign as its progress needs it. */
export interface ProgressCampaign {
  id: string;
  /** Null before its launch. */
  code: string | null;
  name: string;
  state: CampaignState;
  unitId: string;
  startsOn: Day;
  endsOn: Day;
  finalReviewOn: Day | null;
  channelIds: readonly string[];
  /** The units that are compared, by name. */
  units: readonly UnitName[];
  indicators: readonly Indicator[];
  /** Cụm, khối thi đua. */
  clusters: readonly Cluster[];
}

export interface Cluster {
  id: string;
  name: string;
  /** Also those that are not compared any more. */
  unitIds: readonly string[];
  /** Trưởng cụm, one of them, and the year for which it was elected. */
  leader: { unitId: string; year: number } | null;
}

export type Indicator = IndicatorContent & { id: string };

/** Where a unit stands, with the day of its newest figure. */
export type Standing = UnitStanding & { asOf: Day | null };

/** Waits for whoever changes the progress of a campaign, until the end of the transaction. */
export async function lockProgress(tx: Tx, campaignId: string): Promise<void> {
  await tx.$queryRaw`select from campaign where id = ${campaignId}::uuid for update`;
}

/**
 * The units compared are those addressed; of a single one, those directly below it, or itself when there is none.
 *
 * @param on today; after the last day, the units of the last day count
 * @throws AppError progress_gone when there is no such campaign
 */
export async function progressOf(tx: Tx, campaignId: string, on: Day): Promise<ProgressCampaign> {
  const row = await tx.campaign.findUnique({
    where: { id: campaignId },
    select: {
      ...{ id: true, code: true, name: true, state: true, unitId: true },
      ...{ startsOn: true, endsOn: true, finalReviewOn: true },
      channels: { select: { channelId: true }, orderBy: { channelId: 'asc' } },
      scope: { select: { unitId: true } },
      indicators: {
        where: { removedAt: null },
        orderBy: { seq: 'asc' },
        select: {
          ...{ id: true, name: true, measure: true, direction: true, target: true, weight: true },
          targets: { select: { unitId: true, target: true } },
        },
      },
      clusters: {
        where: { removedAt: null },
        orderBy: { seq: 'asc' },
        select: {
          ...{ id: true, name: true },
          units: { select: { unitId: true, leadsIn: true }, orderBy: { unitId: 'asc' } },
        },
      },
    },
  });
  if (!row) throw progressGone();
  const { channels, scope, indicators, clusters, startsOn, endsOn, finalReviewOn, ...campaign } =
    row;
  const last = dayOf(endsOn);
  const scopeUnitIds = scope.map(({ unitId }) => unitId);
  const units = await comparedUnits(
    tx,
    { ...campaign, scopeUnitIds },
    lastFiguresDay({ endsOn: last }, on),
  );
  return {
    ...campaign,
    startsOn: dayOf(startsOn),
    endsOn: last,
    finalReviewOn: finalReviewOn && dayOf(finalReviewOn),
    channelIds: channels.map(({ channelId }) => channelId),
    units,
    indicators: indicators.map(({ targets, ...indicator }) => ({
      ...indicator,
      targets: new Map(targets.map(({ unitId, target }) => [unitId, target])),
    })),
    clusters: clusters.map(({ units: members, ...cluster }) => ({
      ...cluster,
      unitIds: members.map(({ unitId }) => unitId),
      leader:
        members.flatMap(({ unitId, leadsIn: year }) =>
          year === null ? [] : [{ unitId, year }],
        )[0] ?? null,
    })),
  };
}

/** Of a plan, the units that are compared on a day, by name. */
export async function comparedUnits(
  tx: Tx,
  plan: { unitId: string; scopeUnitIds: readonly string[] },
  on: Day,
): Promise<UnitName[]> {
  const addressed = addressedUnits(plan);
  const day = dateColumn(on);
  const select = { id: true, name: true } as const;
  const below =
    addressed.length > 1
      ? []
      : await tx.unit.findMany({
          where: {
            parentId: { in: addressed },
            validFrom: { lte: day },
            OR: [{ validTo: null }, { validTo: { gte: day } }],
          },
          select,
        });
  const units =
    below.length > 0 ? below : await tx.unit.findMany({ where: { id: { in: addressed } }, select });
  return units.toSorted((one, other) => compareWords(one.name, other.name));
}

/** Where each unit stands by its newest figures: of the latest day, of that day the last that were entered. */
export async function standingsOf(tx: Tx, campaign: ProgressCampaign): Promise<Standing[]> {
  const indicatorIds = campaign.indicators.map(({ id }) => id);
  const unitIds = campaign.units.map(({ id }) => id);
  const [figures, adjustments] = await Promise.all([
    tx.$queryRaw<{ indicatorId: string; unitId: string; asOf: string; value: bigint }[]>`
      select distinct on (indicator_id, unit_id) indicator_id::text as "indicatorId",
        unit_id::text as "unitId", as_of::text as "asOf", value
      from campaign_figure
      where indicator_id = any(${indicatorIds}::uuid[]) and unit_id = any(${unitIds}::uuid[])
      order by indicator_id, unit_id, as_of desc, seq desc`,
    tx.campaignAdjustment.findMany({
      where: { campaignId: campaign.id, takenBackAt: null },
      select: { unitId: true, points: true },
    }),
  ]);
  return campaign.units.map(({ id: unitId, name: unitName }) => {
    const own = figures.filter((figure) => figure.unitId === unitId);
    const points = adjustments
      .filter((adjustment) => adjustment.unitId === unitId)
      .map((adjustment) => BigInt(adjustment.points));
    return {
      unitId,
      unitName,
      clusterName: campaign.clusters.find(({ unitIds }) => unitIds.includes(unitId))?.name ?? null,
      targets: targetsOf(campaign.indicators, unitId),
      figures: new Map(own.map((figure) => [figure.indicatorId, BigInt(figure.value)])),
      asOf:
        own
          .map(({ asOf }) => asOf)
          .toSorted()
          .at(-1) ?? null,
      bonus: sum(points.filter((each) => each > 0n)),
      penalty: sum(points.filter((each) => each < 0n)),
    };
  });
}

function targetsOf(indicators: readonly Indicator[], unitId: string): Map<string, bigint> {
  const pairs = indicators.flatMap(({ id, target, targets }) => {
    const own = targets.get(unitId) ?? target;
    return own === null ? [] : [[id, own] as const];
  });
  return new Map(pairs);
}

const sum = (all: readonly bigint[]) => all.reduce((total, each) => total + each, 0n);

/** Whether figures were entered for any of its indicators. */
export async function hasFigures(tx: Tx, campaignId: string): Promise<boolean> {
  const first = await tx.campaignFigure.findFirst({
    where: { indicator: { campaignId } },
    select: { id: true },
  });
  return first !== null;
}

/** An indicator as the audit keeps it. */
export function indicatorRecord(indicator: IndicatorContent) {
  const { targets, target, ...rest } = indicator;
  const own = [...targets].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    ...rest,
    target: target?.toString() ?? null,
    targets: Object.fromEntries(own.map(([unitId, amount]) => [unitId, amount.toString()])),
  };
}

/** A short mark of what a form showed, so that nobody writes over what they have not seen. */
export function markOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
}

export function progressGone(): AppError {
  return new AppError('progress_gone', { say: (language) => progressPhrases[language].gone });
}
