import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { unitsEntered } from '../progress/enter-figures.ts';
import { type ProgressCampaign, progressOf } from '../progress/progress-queries.ts';
import { progressRefusal } from '../progress/progress-refusal.ts';
import { lastFiguresDay, takesFigures } from '../progress/progress-rules.ts';
import { figureFileRefusal } from './figure-file-refusal.ts';
import {
  type FigureProblem,
  type FileFigure,
  type FileUnit,
  type ReadRows,
  readFigures,
} from './figure-file-rules.ts';

export const FigureCounts = z.object({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  /** Of how many units the file tells. */
  units: z.int(),
});

/** A figure that another one of the same day is to replace; amounts are text, for JSON has none of their size. */
export const Correction = z.object({
  unitName: z.string(),
  indicator: z.string(),
  asOf: z.iso.date(),
  before: z.string(),
  after: z.string(),
});
export type Correction = z.infer<typeof Correction>;

export interface CheckedFigures {
  problems: FigureProblem[];
  counts: z.infer<typeof FigureCounts>;
  corrections: Correction[];
  /** What would be written. */
  fresh: FileFigure[];
  /** The same as long as the same would be written over the same. */
  fingerprint: string;
}

/** A campaign with the units whose figures somebody may send in a file. */
export interface FiguresDesk {
  campaign: ProgressCampaign;
  units: readonly FileUnit[];
  entered: readonly FileUnit[];
}

/**
 * The units of a campaign for which the actor may send figures.
 *
 * @throws AppError progress_gone, may_enter_none, not_taken, no_indicators
 */
export async function openFiguresDesk(
  deps: Deps,
  tx: Tx,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<FiguresDesk> {
  const on = today(deps);
  const campaign = await progressOf(tx, campaignId, on);
  const mine = new Set((await unitsEntered(tx, actor, campaign)).map(({ id }) => id));
  if (mine.size === 0) throw figureFileRefusal('may_enter_none', (say) => say.mayEnterNone);
  if (!takesFigures(campaign, on)) throw progressRefusal('not_taken', (say) => say.notTaken);
  if (campaign.indicators.length === 0)
    throw progressRefusal('no_indicators', (say) => say.noIndicators);
  const rows = await tx.unit.findMany({
    where: { id: { in: campaign.units.map(({ id }) => id) } },
    select: { id: true, code: true },
  });
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  const units = campaign.units.map((unit) => ({ ...unit, code: codes.get(unit.id) ?? '' }));
  return { campaign, units, entered: units.filter(({ id }) => mine.has(id)) };
}

/** Holds the rows of a file against what is stored: what is wrong, what would be written over what. */
export async function checkFigures(
  deps: Deps,
  tx: Tx,
  { campaign, units, entered }: FiguresDesk,
  rows: ReadRows,
): Promise<CheckedFigures> {
  const { figures, problems } = readFigures(rows, {
    units,
    entered: new Set(entered.map(({ id }) => id)),
    indicators: campaign.indicators,
    from: campaign.startsOn,
    to: lastFiguresDay(campaign, today(deps)),
  });
  const stored = await storedFigures(tx, figures);
  const before = (figure: FileFigure) => stored.get(keyOf(figure));
  const fresh = figures.filter((figure) => before(figure) !== figure.value);
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const indicatorNames = new Map(campaign.indicators.map(({ id, name }) => [id, name]));
  const corrections = fresh.flatMap((figure) => {
    const value = before(figure);
    if (value === undefined) return [];
    return [
      {
        unitName: unitNames.get(figure.unitId) ?? '',
        indicator: indicatorNames.get(figure.indicatorId) ?? '',
        ...{ asOf: figure.asOf, before: value.toString(), after: figure.value.toString() },
      },
    ];
  });
  const counts = {
    new: fresh.length - corrections.length,
    changed: corrections.length,
    same: figures.length - fresh.length,
    units: new Set(figures.map(({ unitId }) => unitId)).size,
  };
  const written = fresh.map((figure) => [keyOf(figure), figure.value.toString()]);
  const measured = campaign.indicators.map(({ id, name, measure }) => [id, name, measure]);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([counts, written, corrections, measured]))
    .digest('hex');
  return { problems, counts, corrections, fresh, fingerprint };
}

const keyOf = ({ indicatorId, unitId, asOf }: Omit<FileFigure, 'value'>) =>
  `${indicatorId} ${unitId} ${asOf}`;

/** The figure of each day as it stands: the last that was entered. */
async function storedFigures(tx: Tx, figures: readonly FileFigure[]): Promise<Map<string, bigint>> {
  const indicatorIds = [...new Set(figures.map(({ indicatorId }) => indicatorId))];
  const unitIds = [...new Set(figures.map(({ unitId }) => unitId))];
  const rows = await tx.$queryRaw<FileFigure[]>`
    select distinct on (indicator_id, unit_id, as_of) indicator_id::text as "indicatorId",
      unit_id::text as "unitId", as_of::text as "asOf", value
    from campaign_figure
    where indicator_id = any(${indicatorIds}::uuid[]) and unit_id = any(${unitIds}::uuid[])
    order by indicator_id, unit_id, as_of, seq desc`;
  return new Map(rows.map((row) => [keyOf(row), BigInt(row.value)]));
}
