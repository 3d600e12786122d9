import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type AppError, throwTogether } from '../../kernel/errors.ts';
import { type Day, dateColumn, formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders, personsOfSlackUsers } from '../../people/queries.ts';
import type { UnitName } from '../authority.ts';
import { checkAhead, checkComing } from '../messages.ts';
import { markOf, progressOf } from '../progress/progress-queries.ts';
import { LIMITS } from '../rules.ts';
import { openChased } from '../urging/open-chasing.ts';
import { type CampaignCheck, findCheck } from './check-queries.ts';
import { checkRefusal } from './check-refusal.ts';
import { lockPlanned, requirePlanner } from './check-rights.ts';
import { CHECK_LIMITS, lastCheckDay } from './check-rules.ts';

/** The form that says who checks which units, before it is filled in. */
export interface ArrangeForm {
  campaign: { id: string; code: string; name: string };
  /** Null: a new one. */
  check: CampaignCheck | null;
  mark: string | null;
  /** Those that can be checked. */
  units: readonly UnitName[];
}

/** For a new check. @throws AppError chasing_gone, not_organiser, may_not_launch, campaign_not_checked */
export async function openNewCheck(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<ArrangeForm> {
  const { db } = deps;
  const { campaign } = await openChased(deps, db, { actor, campaignId });
  const progress = await progressOf(db, campaignId, today(deps));
  await requirePlanner(deps, db, { actor, campaign });
  const { code, name } = campaign;
  return {
    campaign: { id: campaignId, code, name },
    check: null,
    mark: null,
    units: progress.units,
  };
}

/** For one that is planned. @throws AppError as `lockPlanned` */
export async function openArrangement(
  deps: Deps,
  { actor, checkId }: { actor: Actor; checkId: string },
): Promise<ArrangeForm> {
  return inTransaction(deps.db, async (tx) => {
    const check = await lockPlanned(deps, tx, { actor, checkId });
    const { campaign } = check;
    const { units } = await progressOf(tx, campaign.id, today(deps));
    return { campaign, check, mark: arrangementMark(check), units: withOwn(units, check) };
  });
}

/** A unit that is no longer compared stays in the check. */
function withOwn(units: readonly UnitName[], check: CampaignCheck): UnitName[] {
  const own = check.units.map(({ unitId: id, unitName: name }) => ({ id, name }));
  return [...units, ...own.filter(({ id }) => !units.some((unit) => unit.id === id))];
}

/** Who checks which units, in short, so that nobody writes over what they have not seen. */
function arrangementMark({ checkers, units }: CampaignCheck): string {
  const [people, places] = [checkers.map(({ id }) => id), units.map(({ unitId }) => unitId)];
  return markOf([people.toSorted(), places.toSorted()]);
}

export interface Arrangement {
  checkerSlackIds: readonly string[];
  unitIds: readonly string[];
}

/**
 * Plans one more check of a campaign. The same twice is once.
 *
 * @param input.checkId from the form
 * @throws AppError as `openNewCheck`; wrong_check_day, too_many_checks, and as `arrangeCheck` of what was chosen
 */
export async function addCheck(
  deps: Deps,
  input: { actor: Actor; campaignId: string; checkId: string; day: Day; chosen: Arrangement },
): Promise<CampaignCheck> {
  const { actor, campaignId, checkId, day, chosen } = input;
  return inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`select from campaign where id = ${campaignId}::uuid for update`;
    const again = await findCheck(tx, checkId);
    if (again) return again;
    const { campaign } = await openChased(deps, tx, { actor, campaignId });
    const progress = await progressOf(tx, campaignId, today(deps));
    await requirePlanner(deps, tx, { actor, campaign });
    const count = await tx.campaignCheck.count({ where: { campaignId, struckAt: null } });
    if (count >= LIMITS.checks)
      throw checkRefusal('too_many_checks', (say) => say.tooMany({ most: LIMITS.checks }), 'day');
    const read = await readArrangement(deps, tx, { chosen, units: progress.units });
    throwTogether([...dayProblems(day, progress, today(deps)), ...read.problems]);
    await tx.campaignCheck.create({
      data: { id: checkId, campaignId, plannedOn: dateColumn(day) },
      select: { id: true },
    });
    await write(tx, { checkId, ...read });
    await audit(tx, {
      kind: 'campaign.check_added',
      subjectId: campaignId,
      actorId: actor.personId,
      after: { checkId, day, checkerIds: read.checkerIds, unitIds: read.unitIds },
    });
    return required(await findCheck(tx, checkId));
  });
}

/**
 * Says who checks which units. The same twice is once.
 *
 * @throws AppError as `lockPlanned`; check_changed when it was arranged anew meanwhile; checkers_missing,
 *   checkers_too_many, checker_unknown, checks_own_unit, units_missing, units_too_many, unit_recorded, each at its field
 */
export async function arrangeCheck(
  deps: Deps,
  input: { actor: Actor; checkId: string; mark: string; chosen: Arrangement },
): Promise<CampaignCheck> {
  const { actor, checkId, chosen } = input;
  return inTransaction(deps.db, async (tx) => {
    const check = await lockPlanned(deps, tx, { actor, checkId });
    const { units } = await progressOf(tx, check.campaign.id, today(deps));
    const read = await readArrangement(deps, tx, { chosen, units: withOwn(units, check) });
    const gone = check.units.filter(
      ({ unitId, recordedAt }) => recordedAt !== null && !read.unitIds.includes(unitId),
    );
    const names = gone.map(({ unitName }) => unitName);
    if (gone.length > 0)
      read.problems.push(
        checkRefusal('unit_recorded', (say) => say.unitRecorded({ names }), 'units'),
      );
    throwTogether(read.problems);
    const before = {
      checkerIds: check.checkers.map(({ id }) => id),
      unitIds: check.units.map(({ unitId }) => unitId),
    };
    const same = markOf([read.checkerIds.toSorted(), read.unitIds.toSorted()]);
    if (same === arrangementMark(check)) return check;
    if (arrangementMark(check) !== input.mark)
      throw checkRefusal('check_changed', (say) => say.changedMeanwhile);
    await write(tx, { checkId, ...read });
    await audit(tx, {
      kind: 'campaign.check_arranged',
      subjectId: check.campaign.id,
      actorId: actor.personId,
      before: { checkId, ...before },
      after: { checkId, checkerIds: read.checkerIds, unitIds: read.unitIds },
    });
    for (const kind of [checkComing, checkAhead]) await refreshMessages(tx, kind, checkId);
    return required(await findCheck(tx, checkId));
  });
}

function required(check: CampaignCheck | null): CampaignCheck {
  if (!check) throw new Error('a check that was written is not there');
  return check;
}

/** What stands against a day for a check. */
export function dayProblems(
  day: Day,
  term: { startsOn: Day; endsOn: Day; finalReviewOn: Day | null },
  on: Day,
): AppError[] {
  const from = term.startsOn > on ? term.startsOn : on;
  const to = lastCheckDay(term, on);
  if (day >= from && (to === null || day <= to)) return [];
  const days = { from: formatDay(from), to: to && formatDay(to) };
  return [checkRefusal('wrong_check_day', (say) => say.wrongDay(days), 'day')];
}

interface Read {
  checkerIds: string[];
  unitIds: string[];
  problems: AppError[];
}

async function readArrangement(
  deps: Deps,
  tx: Tx,
  { chosen, units }: { chosen: Arrangement; units: readonly UnitName[] },
): Promise<Read> {
  const slackIds = [...new Set(chosen.checkerSlackIds)];
  const found = await personsOfSlackUsers(tx, slackIds);
  const checkers = slackIds.flatMap((id) => found.get(id) ?? []);
  const unitIds = [...new Set(chosen.unitIds)];
  const problems: AppError[] = [];
  const { checkers: most, units: mostUnits } = CHECK_LIMITS;
  if (slackIds.length === 0)
    problems.push(checkRefusal('checkers_missing', (say) => say.checkersMissing, 'checkers'));
  else if (slackIds.length > most)
    problems.push(
      checkRefusal('checkers_too_many', (say) => say.checkersMost({ most }), 'checkers'),
    );
  else if (checkers.length < slackIds.length)
    problems.push(checkRefusal('checker_unknown', (say) => say.checkerUnknown, 'checkers'));
  if (unitIds.length === 0)
    problems.push(checkRefusal('units_missing', (say) => say.unitsMissing, 'units'));
  else if (unitIds.length > mostUnits)
    problems.push(
      checkRefusal('units_too_many', (say) => say.unitsMost({ most: mostUnits }), 'units'),
    );
  for (const unitId of unitIds.slice(0, mostUnits)) {
    const unit = units.find(({ id }) => id === unitId);
    if (!unit) {
      problems.push(checkRefusal('unit_outside', (say) => say.unitOutside, 'units'));
      break;
    }
    const heads = await nearestHolders(tx, { role: 'head', unitId, on: today(deps) });
    const own = checkers.find(({ id }) => heads.includes(id));
    if (!own) continue;
    const names = { name: own.fullName, unit: unit.name };
    problems.push(checkRefusal('checks_own_unit', (say) => say.checksOwnUnit(names), 'checkers'));
    break;
  }
  return { checkerIds: checkers.map(({ id }) => id), unitIds, problems };
}

async function write(
  tx: Tx,
  { checkId, checkerIds, unitIds }: Omit<Read, 'problems'> & { checkId: string },
): Promise<void> {
  await tx.campaignChecker.deleteMany({ where: { checkId, personId: { notIn: checkerIds } } });
  await tx.campaignChecker.createMany({
    data: checkerIds.map((personId) => ({ checkId, personId })),
    skipDuplicates: true,
  });
  await tx.campaignCheckUnit.deleteMany({ where: { checkId, unitId: { notIn: unitIds } } });
  await tx.campaignCheckUnit.createMany({
    data: unitIds.map((unitId) => ({ checkId, unitId })),
    skipDuplicates: true,
  });
}
