import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type Day, dateColumn, dayIn, dayOf } from '../../kernel/time.ts';
import { campaignRulesOn } from '../../rulebook/campaign-rules.ts';
import type { UnitName } from '../authority.ts';
import { progressOf } from '../progress/progress-queries.ts';
import { takesFigures } from '../progress/progress-rules.ts';
import {
  dueFigureDays,
  figuresLateness,
  type Lateness,
  latenessKey,
  pledgeLateness,
} from './urging-rules.ts';

/** A campaign in which units can be late. */
export interface ChasedCampaign {
  id: string;
  code: string;
  name: string;
  unitId: string;
  contactId: string;
  authorId: string;
  escalateDays: number;
}

/** A lateness with the names in it. */
export type Late = Lateness & { unitName: string; campaign: ChasedCampaign };

const columns = {
  id: true,
  code: true,
  name: true,
  state: true,
  audience: true,
  unitId: true,
  contactId: true,
  authorId: true,
  startsOn: true,
  endsOn: true,
  finalReviewOn: true,
  publishedAt: true,
  pledgeBy: true,
  figuresEvery: true,
  escalateDays: true,
} satisfies Prisma.CampaignSelect;
type Row = Prisma.CampaignGetPayload<{ select: typeof columns }>;

/**
 * Which units are late today and with what: with a pledge and with figures those that are compared in the campaign, with
 * mending those that were checked.
 *
 * @param campaignIds only of these; left out: of all that are out and not reviewed
 */
export async function latenessesOf(
  deps: Deps,
  tx: Tx,
  campaignIds?: readonly string[],
): Promise<Late[]> {
  const on = today(deps);
  const rows = await tx.campaign.findMany({
    where: {
      state: { in: ['published', 'closed'] },
      startsOn: { lte: dateColumn(on) },
      ...(campaignIds ? { id: { in: [...campaignIds] } } : {}),
    },
    orderBy: { code: 'asc' },
    select: columns,
  });
  const late: Late[] = [];
  for (const row of rows) {
    const { id, code, name, unitId, contactId, authorId, escalateDays } = row;
    const campaign = { id, code: code ?? '', name, unitId, contactId, authorId, escalateDays };
    const found = [
      ...(await lateUnits(deps, tx, { row, on })),
      ...(await unmended(tx, { campaignId: id, on })),
    ];
    late.push(...found.map((one) => ({ ...one, campaignId: id, campaign })));
  }
  return late;
}

/** Those of the latenesses that there still are, as they are now. */
export async function stillLate(
  deps: Deps,
  tx: Tx,
  named: readonly Omit<Lateness, 'since'>[],
): Promise<Late[]> {
  const keys = new Set(named.map(latenessKey));
  const campaignIds = [...new Set(named.map(({ campaignId }) => campaignId))];
  const late = await latenessesOf(deps, tx, campaignIds);
  return late.filter((one) => keys.has(latenessKey(one)));
}

type Found = Omit<Late, 'campaignId' | 'campaign'>;

async function lateUnits(deps: Deps, tx: Tx, { row, on }: { row: Row; on: Day }): Promise<Found[]> {
  const { id, publishedAt } = row;
  const [startsOn, endsOn] = [dayOf(row.startsOn), dayOf(row.endsOn)];
  const term = {
    state: row.state,
    finalReviewOn: row.finalReviewOn && dayOf(row.finalReviewOn),
  };
  const pledges = row.pledgeBy !== null && row.audience !== 'persons' && on <= endsOn;
  const measures = row.figuresEvery !== 'none' && takesFigures(term, on);
  if (!publishedAt || !(pledges || measures)) return [];
  const launchedOn = dayIn(deps.zone, publishedAt);
  const { units } = await progressOf(tx, id, on);
  const of = (unit: UnitName) => ({ unitId: unit.id, unitName: unit.name, subjectId: id });
  const found: Found[] = [];
  if (pledges) {
    const standing = await unitPledges(deps, tx, id);
    for (const unit of units) {
      const pledge = standing.get(unit.id);
      if (pledge?.stands) continue;
      const late = pledgeLateness({
        ...{ pledgeBy: row.pledgeBy && dayOf(row.pledgeBy), launchedOn, on },
        withdrawnOn: pledge?.withdrawnOn ?? null,
      });
      if (late) found.push({ ...of(unit), matter: 'pledge', ...late });
    }
  }
  if (measures) {
    const graceDays = campaignRulesOn(deps.rulebook, on).figuresGraceDays.value;
    const plan = { startsOn, endsOn, figuresEvery: row.figuresEvery };
    const dueDays = dueFigureDays(plan, { on, graceDays });
    const newest = dueDays.length > 0 ? await newestFigures(deps, tx, id, units) : new Map();
    for (const unit of units) {
      const indicators = newest.get(unit.id) ?? [];
      const late = figuresLateness({ dueDays, endsOn, graceDays, launchedOn, indicators });
      if (late) found.push({ ...of(unit), matter: 'figures', ...late });
    }
  }
  return found;
}

async function unitPledges(
  { zone }: Deps,
  tx: Tx,
  campaignId: string,
): Promise<Map<string, { stands: boolean; withdrawnOn: Day | null }>> {
  const pledges = await tx.campaignPledge.findMany({
    where: { campaignId, unitId: { not: null } },
    select: { unitId: true, state: true, changedAt: true },
  });
  return new Map(
    pledges.flatMap(({ unitId, state, changedAt }) => {
      const stands = state === 'confirmed' || state === 'waiting';
      const withdrawnOn = stands ? null : dayIn(zone, changedAt);
      return unitId ? [[unitId, { stands, withdrawnOn }] as const] : [];
    }),
  );
}

/** Of each unit, for each indicator, when it was set and the day of the unit's newest figure. */
async function newestFigures(
  { zone }: Deps,
  tx: Tx,
  campaignId: string,
  units: readonly UnitName[],
): Promise<Map<string, { setOn: Day; newest: Day | null }[]>> {
  const unitIds = units.map(({ id }) => id);
  const rows = await tx.$queryRaw<{ unitId: string; createdAt: Date; newest: string | null }[]>`
    select compared.unit_id::text as "unitId", indicator.created_at as "createdAt",
      max(figure.as_of)::text as newest
    from campaign_indicator indicator cross join unnest(${unitIds}::uuid[]) compared (unit_id)
      left join campaign_figure figure
        on figure.indicator_id = indicator.id and figure.unit_id = compared.unit_id
    where indicator.campaign_id = ${campaignId}::uuid and indicator.removed_at is null
    group by compared.unit_id, indicator.id`;
  const byUnit = new Map<string, { setOn: Day; newest: Day | null }[]>();
  for (const { unitId, createdAt, newest } of rows) {
    const before = byUnit.get(unitId) ?? [];
    byUnit.set(unitId, [...before, { setOn: dayIn(zone, createdAt), newest }]);
  }
  return byUnit;
}

/** What checks found and should be mended by now, and the unit has not said that it is. */
async function unmended(
  tx: Tx,
  { campaignId, on }: { campaignId: string; on: Day },
): Promise<Found[]> {
  const rows = await tx.$queryRaw<
    { subjectId: string; unitId: string; unitName: string; period: string; since: string }[]
  >`
    select checked.id::text as "subjectId", unit.id::text as "unitId", unit.name as "unitName",
      mend_by::text as period, (mend_by + 1)::text as since
    from campaign_check_unit checked
      join campaign_check on campaign_check.id = checked.check_id
      join unit on unit.id = checked.unit_id
    where campaign_check.campaign_id = ${campaignId}::uuid and checked.mend_by < ${on}::date
      and not exists (select from campaign_mending mending where mending.check_unit_id = checked.id
        and (mending.outcome is null or mending.outcome = 'accepted'))
    order by mend_by, unit.name`;
  return rows.map((row) => ({ ...row, matter: 'mending' as const }));
}
