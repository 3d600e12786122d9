import type { Tx } from '../../database/client.ts';
import type { CouncilKind } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { takeDay } from '../../jobs/take-day.ts';
import type { Deps } from '../../kernel/deps.ts';
import { type Day, dateColumn, dayOf } from '../../kernel/time.ts';
import { nearestHoldersOf } from '../../people/queries.ts';
import { addMonths } from '../../rulebook/calendar.ts';
import { problemsReminder } from './composition-messages.ts';
import { problemKey } from './composition-rules.ts';
import { type CouncilStanding, councilProblems } from './standing-queries.ts';

/** On working mornings; what began while nothing ran is told on the next one. */
const GATHERED = { table: 'council_reminder_day', opens: '08:00', closes: '12:00' } as const;

/**
 * Tells the secretaries of a unit, or else of the nearest one above, what is wrong with its councils: when
 * a problem begins and once a month while it lasts, all of them in one message a person, on however many
 * machines. What a recorded composition is about to mend is left out.
 */
export async function remindOfCompositions(deps: Deps): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const day = await takeDay(deps, tx, GATHERED);
    if (!day) return;
    const roots = await tx.unit.findMany({ where: { parentId: null }, select: { id: true } });
    const found = await councilProblems(deps, tx, { under: roots.map(({ id }) => id), on: day });
    const open = found.filter(({ nextFrom }) => nextFrom === null);
    const due = await keepTold(tx, open, day);
    const bySecretary = new Map<string, Set<string>>();
    const dueTo = new Set<string>();
    const secretaries = await nearestHoldersOf(tx, {
      ...{ role: 'secretary', on: day },
      unitIds: open.map(({ unitId }) => unitId),
    });
    for (const { unitId } of open) {
      for (const personId of secretaries.get(unitId) ?? []) {
        bySecretary.set(personId, (bySecretary.get(personId) ?? new Set()).add(unitId));
        if (due.has(unitId)) dueTo.add(personId);
      }
    }
    for (const personId of dueTo) {
      await sendMessage(tx, problemsReminder, {
        to: { personId },
        params: { unitIds: [...(bySecretary.get(personId) ?? [])] },
        subjectId: personId,
        dedupeKey: `${problemsReminder.purpose}:${personId}:${day}`,
      });
    }
  });
}

interface Told {
  unitId: string;
  kind: CouncilKind;
  problem: string;
}

/**
 * Writes down that everything open is told of today where something is new or a month old.
 *
 * @returns the units with something to tell
 */
async function keepTold(tx: Tx, open: readonly CouncilStanding[], day: Day): Promise<Set<string>> {
  const now: Told[] = open.flatMap(({ unitId, kind, problems }) =>
    problems.map((problem) => ({ unitId, kind, problem: problemKey(problem) })),
  );
  const before = await tx.councilProblemTold.findMany();
  const toldOn = new Map(before.map((one) => [keyOf(one), dayOf(one.toldOn)]));
  const current = new Set(now.map(keyOf));
  const over = before.filter((one) => !current.has(keyOf(one)));
  for (const { unitId, kind, problem } of over) {
    await tx.councilProblemTold.delete({
      where: { unitId_kind_problem: { unitId, kind, problem } },
    });
  }
  const due = now.filter((one) => {
    const last = toldOn.get(keyOf(one));
    return last === undefined || addMonths(last, 1) <= day;
  });
  const unitIds = new Set(due.map(({ unitId }) => unitId));
  for (const one of now.filter(({ unitId }) => unitIds.has(unitId))) {
    await tx.councilProblemTold.upsert({
      where: { unitId_kind_problem: one },
      create: { ...one, since: dateColumn(day), toldOn: dateColumn(day) },
      update: { toldOn: dateColumn(day) },
    });
  }
  return unitIds;
}

function keyOf({ unitId, kind, problem }: Told): string {
  return `${unitId} ${kind} ${problem}`;
}
