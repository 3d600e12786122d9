import { inOffice } from '../../councils/authority.ts';
import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { addDays, type Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole, unitAndAbove } from '../../people/queries.ts';
import type { ScoreSheet } from '../../rulebook/score-sheet-schema.ts';
import { scoreSheetsOn } from '../../rulebook/score-sheets.ts';
import { conflictsOf } from '../conflicts-of.ts';
import { missingAuthors } from '../workflow/merged-queries.ts';
import { drawPanel, type Panel } from './draw-panel.ts';
import { scoringRefusal } from './scoring-refusal.ts';

/** Days that members are given unless the secretary says otherwise. */
const USUAL_DAYS = 14;
const LONGEST_SCORING_DAYS = 60;

interface ScoringPlan {
  council: { id: string; name: string; unitId: string };
  sheet: ScoreSheet;
  lastDay: Day;
  stateInvested: boolean;
}

interface ScoredInitiative {
  id: string;
  number: string;
  title: string;
  unitId: string;
  investor: string | null;
}

export type ScoringProspect =
  | { scoringId: string }
  | {
      scoringId: null;
      initiative: ScoredInitiative;
      /** Initiative councils of the unit and above that the actor is secretary for, nearest first. */
      councils: { id: string; name: string; unitId: string }[];
      /** The organisation's choice first. */
      sheets: ScoreSheet[];
      lastDay: Day;
      /** Authors of what was merged into it who are not named. */
      missing: { merged: string; names: string[] }[];
    };

/**
 * What there is to choose before a scoring opens, or the scoring that is open already.
 *
 * @throws AppError only_secretary, own_conflict, no_council, not_accepted, already_scored
 */
export async function prepareScoring(
  deps: Deps,
  { actor, initiativeId }: { actor: Actor; initiativeId: string },
): Promise<ScoringProspect> {
  const initiative = await deps.db.initiative.findUnique({
    where: { id: initiativeId },
    select: { id: true, number: true, title: true, unitId: true, investor: true, state: true },
  });
  if (!initiative) throw scoringRefusal('only_secretary', (p) => p.onlySecretary);
  const councils = await councilsFor(deps, deps.db, actor, initiative.unitId);
  const [open] = await scoringsThatStand(deps.db, initiativeId);
  await requireNoConflict(deps, deps.db, actor, initiativeId);
  if (open?.state === 'open') return { scoringId: open.id };
  if (open) throw scoringRefusal('already_scored', (p) => p.alreadyScored);
  if (initiative.state !== 'accepted') throw scoringRefusal('not_accepted', (p) => p.notAccepted);
  const { state: _, ...scored } = initiative;
  return {
    scoringId: null,
    initiative: scored,
    councils,
    sheets: scoreSheetsOn(deps.rulebook, today(deps)),
    lastDay: addDays(today(deps), USUAL_DAYS),
    missing: await missingAuthors(deps.db, initiativeId),
  };
}

/**
 * Checks what was chosen and draws the panel as it would be.
 *
 * @throws AppError as `prepareScoring`, and unknown_sheet, last_day_past, last_day_far, at their fields
 */
export async function planScoring(
  deps: Deps,
  input: {
    actor: Actor;
    initiativeId: string;
    councilId: string;
    sheetKey: string;
    lastDay: Day;
    stateInvested: boolean;
  },
): Promise<{ initiative: ScoredInitiative; plan: ScoringPlan; panel: Panel }> {
  const { actor, initiativeId, stateInvested } = input;
  const prospect = await prepareScoring(deps, { actor, initiativeId });
  if (prospect.scoringId !== null) throw scoringRefusal('already_open', (p) => p.alreadyOpen);
  const plan = checkPlan(deps, prospect, input);
  const { initiative } = prospect;
  const panel = await drawPanel(deps, deps.db, {
    initiative,
    council: plan.council,
    stateInvested,
  });
  return { initiative, plan, panel };
}

export function checkPlan(
  deps: Deps,
  offered: { councils: readonly ScoringPlan['council'][]; sheets: readonly ScoreSheet[] },
  chosen: { councilId: string; sheetKey: string; lastDay: Day; stateInvested: boolean },
): ScoringPlan {
  const { lastDay, stateInvested } = chosen;
  const council = offered.councils.find(({ id }) => id === chosen.councilId);
  if (!council) throw scoringRefusal('only_secretary', (p) => p.onlySecretary, 'council');
  const sheet = offered.sheets.find(({ key }) => key === chosen.sheetKey);
  if (!sheet) throw scoringRefusal('unknown_sheet', (p) => p.unknownSheet, 'sheet');
  const now = today(deps);
  if (lastDay < now)
    throw scoringRefusal('last_day_past', (p) => p.lastDayPast({ today: now }), 'lastDay');
  if (lastDay > addDays(now, LONGEST_SCORING_DAYS))
    throw scoringRefusal(
      'last_day_far',
      (p) => p.lastDayFar({ days: LONGEST_SCORING_DAYS }),
      'lastDay',
    );
  return { council, sheet, lastDay, stateInvested };
}

/**
 * The initiative councils of a unit and above that the actor is secretary for.
 *
 * @throws AppError no_council, only_secretary
 */
export async function councilsFor(deps: Deps, tx: Tx, actor: Actor, unitId: string) {
  const line = await unitAndAbove(tx, unitId);
  const councils = await tx.council.findMany({
    where: { kind: 'initiative', unitId: { in: line }, ...inOffice(today(deps)) },
    select: { id: true, name: true, unitId: true },
  });
  if (!(await holdsRole(tx, actor, 'secretary', unitId)))
    throw scoringRefusal('only_secretary', (p) => p.onlySecretary);
  if (councils.length === 0) throw scoringRefusal('no_council', (p) => p.noCouncil);
  const own: typeof councils = [];
  for (const council of councils) {
    if (await holdsRole(tx, actor, 'secretary', council.unitId)) own.push(council);
  }
  if (own.length === 0) throw scoringRefusal('only_secretary', (p) => p.onlySecretary);
  return own.toSorted((a, b) => line.indexOf(a.unitId) - line.indexOf(b.unitId));
}

/** @throws AppError own_conflict */
export async function requireNoConflict(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  initiativeId: string,
): Promise<void> {
  const conflicts = await conflictsOf(deps, tx, initiativeId);
  if (conflicts.has(actor.personId)) throw scoringRefusal('own_conflict', (p) => p.ownConflict);
}

/** The scoring that is open, or the one whose outcome stands; one at most. */
export async function scoringsThatStand(tx: Tx, initiativeId: string) {
  return tx.scoring.findMany({
    where: { initiativeId, OR: [{ state: 'open' }, { conclusive: true }] },
    select: {
      id: true,
      state: true,
      councilId: true,
      openedById: true,
      lastDay: true,
      sheet: true,
    },
  });
}
