import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type AppError, throwTogether } from '../../kernel/errors.ts';
import { type Day, dateColumn, dayOf, formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { unitsHeld } from '../../people/queries.ts';
import { headsFor, type UnitName } from '../authority.ts';
import { redrawUrgings } from '../urging/redraw-urgings.ts';
import { readAmount } from './amounts.ts';
import { lockProgress, markOf, type ProgressCampaign, progressOf } from './progress-queries.ts';
import { progressRefusal } from './progress-refusal.ts';
import { lastFiguresDay, takesFigures } from './progress-rules.ts';
import { contentMark } from './set-indicator.ts';

/** Those who answer for the figures of a unit, there or above. */
const ENTERING = ['head', 'secretary'] as const;

/** The field of an indicator's figure. */
export const figureField = (indicatorId: string) => `figure_${indicatorId}`;

/** The newest figure of an indicator. */
export interface LastFigure {
  asOf: Day;
  value: bigint;
}

/** The form for a unit's figures, before it is filled in. */
export interface FiguresForm {
  campaign: ProgressCampaign;
  unit: UnitName;
  /** By indicator. */
  last: ReadonlyMap<string, LastFigure>;
  mark: string;
  /** The day that is proposed. */
  asOf: Day;
}

/** Of the units compared, those for which the actor enters figures. */
export async function unitsEntered(
  tx: Tx,
  actor: Actor,
  { units }: Pick<ProgressCampaign, 'units'>,
): Promise<UnitName[]> {
  const held = await unitsHeld(
    tx,
    actor,
    ENTERING,
    units.map(({ id }) => id),
  );
  return units.filter(({ id }) => held.has(id));
}

/**
 * The form for the figures of a unit.
 *
 * @param input.asOf the day that it proposes, where figures can be of it; else the last one that they can be of
 * @throws AppError as `enterFigures` does, of what is wrong before anything is entered
 */
export async function openFigures(
  deps: Deps,
  input: { actor: Actor; campaignId: string; unitId: string; asOf?: Day | undefined },
): Promise<FiguresForm> {
  const { unitId } = input;
  const { campaign, unit } = await openEntering(deps, deps.db, input);
  const { last, mark } = await enteredBefore(deps.db, campaign, unitId);
  const newest = lastFiguresDay(campaign, today(deps));
  const wished = input.asOf ?? newest;
  const asOf = wished >= campaign.startsOn && wished <= newest ? wished : newest;
  return { campaign, unit, last, mark, asOf };
}

/**
 * Enters what a unit has reached since the beginning by a day, for any of the indicators: by its head or secretary,
 * or one above, until the final review. A second figure of the same day corrects the first, which is kept. The
 * same twice is once.
 *
 * @param input.mark of the form, so that nobody writes over what they have not seen
 * @param input.values as written, by indicator; empty: not reported
 * @returns how many figures are new
 * @throws AppError progress_gone, not_compared, may_not_enter, not_taken, no_indicators, figures_changed;
 *   wrong_day, no_amount or no_figures, each at its field
 */
export async function enterFigures(
  deps: Deps,
  input: {
    actor: Actor;
    campaignId: string;
    unitId: string;
    mark: string;
    asOf: Day;
    values: ReadonlyMap<string, string>;
  },
): Promise<{ entered: number; unitName: string }> {
  const { actor, campaignId, unitId, asOf } = input;
  return inTransaction(deps.db, async (tx) => {
    await lockProgress(tx, campaignId);
    const { campaign, unit } = await openEntering(deps, tx, { actor, campaignId, unitId });
    const amounts = checked(campaign, { ...input, today: today(deps) });
    const ofDay = await figuresOfDay(tx, { ids: [...amounts.keys()], unitId, asOf });
    const fresh = [...amounts].filter(([id, value]) => ofDay.get(id) !== value);
    if (fresh.length === 0) return { entered: 0, unitName: unit.name };
    const { mark } = await enteredBefore(tx, campaign, unitId);
    if (mark !== input.mark) throw progressRefusal('figures_changed', (say) => say.figuresChanged);
    await tx.campaignFigure.createMany({
      data: fresh.map(([indicatorId, value]) => ({
        ...{ indicatorId, unitId, value },
        asOf: dateColumn(asOf),
        enteredById: actor.personId,
      })),
    });
    const corrected = fresh.flatMap(([id]) => {
      const value = ofDay.get(id);
      return value === undefined ? [] : [[id, value.toString()]];
    });
    await audit(tx, {
      kind: 'campaign.figures_entered',
      subjectId: campaignId,
      actorId: actor.personId,
      ...(corrected.length > 0
        ? { before: { unitId, asOf, figures: Object.fromEntries(corrected) } }
        : {}),
      after: {
        unitId,
        asOf,
        figures: Object.fromEntries(fresh.map(([id, value]) => [id, value.toString()])),
      },
    });
    await redrawUrgings(tx, { campaignId, unitId });
    return { entered: fresh.length, unitName: unit.name };
  });
}

async function openEntering(
  deps: Deps,
  tx: Tx,
  { actor, campaignId, unitId }: { actor: Actor; campaignId: string; unitId: string },
): Promise<{ campaign: ProgressCampaign; unit: UnitName }> {
  const on = today(deps);
  const campaign = await progressOf(tx, campaignId, on);
  const unit = campaign.units.find(({ id }) => id === unitId);
  if (!unit) throw progressRefusal('not_compared', (say) => say.notCompared);
  const [entered] = await unitsEntered(tx, actor, { units: [unit] });
  if (!entered) {
    const names = await headsFor(tx, unitId, on);
    throw progressRefusal('may_not_enter', (say) => say.mayNotEnter({ unit: unit.name, names }));
  }
  if (!takesFigures(campaign, on)) throw progressRefusal('not_taken', (say) => say.notTaken);
  if (campaign.indicators.length === 0)
    throw progressRefusal('no_indicators', (say) => say.noIndicators);
  return { campaign, unit };
}

/** What was entered, if all of it is in order. */
function checked(
  campaign: ProgressCampaign,
  entered: { asOf: Day; values: ReadonlyMap<string, string>; today: Day },
): Map<string, bigint> {
  const { asOf, values } = entered;
  const { indicators, startsOn } = campaign;
  const wrong: AppError[] = [];
  const last = lastFiguresDay(campaign, entered.today);
  if (asOf < startsOn || asOf > last)
    wrong.push(
      progressRefusal(
        'wrong_day',
        (say) => say.wrongDay({ from: formatDay(startsOn), to: formatDay(last) }),
        'asOf',
      ),
    );
  const amounts = new Map<string, bigint>();
  for (const [id, text] of values) {
    if (text.trim() === '') continue;
    if (!indicators.some((one) => one.id === id))
      throw progressRefusal('figures_changed', (say) => say.figuresChanged);
    const amount = readAmount(text);
    if (amount === null)
      wrong.push(progressRefusal('no_amount', (say) => say.noAmount, figureField(id)));
    else amounts.set(id, amount);
  }
  const [first] = indicators;
  if (first && amounts.size === 0 && wrong.length === 0)
    wrong.push(progressRefusal('no_figures', (say) => say.noFigures, figureField(first.id)));
  throwTogether(wrong);
  return amounts;
}

async function figuresOfDay(
  tx: Tx,
  { ids, unitId, asOf }: { ids: string[]; unitId: string; asOf: Day },
): Promise<Map<string, bigint>> {
  const rows = await tx.campaignFigure.findMany({
    where: { indicatorId: { in: ids }, unitId, asOf: dateColumn(asOf) },
    orderBy: { seq: 'asc' },
    select: { indicatorId: true, value: true },
  });
  return new Map(rows.map(({ indicatorId, value }) => [indicatorId, value]));
}

async function enteredBefore(
  tx: Tx,
  { indicators }: ProgressCampaign,
  unitId: string,
): Promise<{ last: Map<string, LastFigure>; mark: string }> {
  const rows = await tx.campaignFigure.findMany({
    where: { indicatorId: { in: indicators.map(({ id }) => id) }, unitId },
    orderBy: [{ asOf: 'asc' }, { seq: 'asc' }],
    select: { indicatorId: true, asOf: true, value: true, seq: true },
  });
  const last = new Map(
    rows.map(({ indicatorId, asOf, value }) => [indicatorId, { asOf: dayOf(asOf), value }]),
  );
  const shown = indicators.map((one) => [one.id, contentMark(one)]);
  return { last, mark: markOf([shown, rows.map(({ seq }) => seq.toString())]) };
}
