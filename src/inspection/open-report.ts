import { type ChasingFaults, chasingFaults } from '../campaigns/checks/faults-queries.ts';
import { type CouncilStanding, councilProblems } from '../councils/composition/standing-queries.ts';
import { type DueInitiative, dueInitiatives } from '../initiatives/workflow/deadline-queries.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Day } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { inspectionPhrases } from './phrases.ts';

/** What an inspection finds on a day in the units that somebody looks after. */
export interface InspectionReport {
  on: Day;
  /** The largest of the units, by their names. */
  unitNames: string[];
  /** Initiatives whose deadline has passed, the latest first. */
  overdue: DueInitiative[];
  /** Councils with something to be mended. */
  councils: CouncilStanding[];
  /** Checks and reviews of campaigns that are overdue, and what checks found and is not mended. */
  campaigns: ChasingFaults;
}

/**
 * The inspection report for an inspector or a secretary of emulation, over their units and those below.
 *
 * @throws AppError not_inspector
 */
export async function openInspectionReport(
  deps: Deps,
  { actor }: { actor: Actor },
): Promise<InspectionReport> {
  const under = actor.grants.flatMap(({ role, unitId }) =>
    role === 'inspector' || role === 'secretary' ? [unitId] : [],
  );
  if (under.length === 0)
    throw new AppError('not_inspector', {
      say: (language) => inspectionPhrases[language].notYours,
    });
  const { db } = deps;
  const on = today(deps);
  const units = await db.unit.findMany({
    where: { id: { in: under } },
    orderBy: { name: 'asc' },
    select: { name: true },
  });
  const due = await dueInitiatives(deps, db, { under, on });
  return {
    on,
    unitNames: units.map(({ name }) => name),
    overdue: due
      .filter(({ daysLeft }) => daysLeft < 0)
      .toSorted((a, b) => a.daysLeft - b.daysLeft || a.number.localeCompare(b.number)),
    councils: await councilProblems(deps, db, { under, on }),
    campaigns: await chasingFaults(db, { under, on }),
  };
}
