import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { holdRecognised } from '../workflow/hold-recognised.ts';
import { afterRefusal } from './after-refusal.ts';
import {
  awardsByWork,
  mayRecordUse,
  type PersonsWork,
  useMark,
  type WorkUse,
  worksOfPerson,
} from './use-queries.ts';

export type RecordedUse =
  /** `happened` is false when it was on record already. */
  | { kind: 'recorded'; happened: boolean; work: PersonsWork }
  /** The work was used before: nothing is recorded until that is confirmed. */
  | { kind: 'used_before'; work: PersonsWork; uses: WorkUse[] };

/**
 * Records that a person's recognised work was counted for an award of a year. The same work is recorded
 * once for an award and year, whichever of its recognitions is named. A second award is no error, but is
 * to be confirmed by whoever has seen the uses before it (Công văn 1168/BNV-BTĐKT ngày 06/02/2026).
 *
 * @param input.seen marks (`useMark`) of the uses that the actor was shown and confirmed; null: none
 * @throws AppError work_unknown, not_secretary, recognition_annulled, award_unknown, year_before_work,
 *   year_in_future, at their fields
 */
export async function recordWorkUse(
  deps: Deps,
  input: {
    actor: Actor;
    workId: string;
    personId: string;
    title: string;
    year: number;
    decisionNumber: string | null;
    seen: readonly string[] | null;
  },
): Promise<RecordedUse> {
  const { actor, workId, personId, title, year, decisionNumber } = input;
  const known = awardsByWork(deps.rulebook);
  if (![...known.titles, ...known.commendations].includes(title))
    throw afterRefusal('award_unknown', (p) => p.awardUnknown, 'award');
  return inTransaction(deps.db, async (tx) => {
    // Of two records of one person's works the second waits here and sees the first.
    await tx.$queryRaw`
      select work_id from recognised_work_author where person_id = ${personId}::uuid
      order by work_id for update`;
    const work = (await worksOfPerson(tx, personId)).find((one) => one.workId === workId);
    if (!work) throw afterRefusal('work_unknown', (p) => p.workUnknown);
    if (!(await mayRecordUse(deps, tx, actor, personId)))
      throw afterRefusal('not_secretary', (p) => p.useOnlySecretary);
    if (work.uses.some((use) => use.title === title && use.year === year))
      return { kind: 'recorded', happened: false, work };
    if (work.annulled) throw afterRefusal('recognition_annulled', (p) => p.recognitionAnnulled);
    if (work.initiativeId) await holdRecognised(tx, work.initiativeId);
    checkYear(deps, year, work);
    const seen = input.seen ?? [];
    if (work.uses.some((use) => !seen.includes(useMark(use))))
      return { kind: 'used_before', work, uses: work.uses };
    await tx.$executeRaw`
      insert into work_use (work_id, person_id, title, year, decision_number, recorded_by_id)
      values (${workId}::uuid, ${personId}::uuid, ${title}, ${year}, ${decisionNumber},
        ${actor.personId}::uuid)
      on conflict (work_id, person_id, title, year) do update
      set decision_number = excluded.decision_number, recorded_by_id = excluded.recorded_by_id,
        recorded_at = app_now(), withdrawn_at = null, withdrawn_by_id = null, withdrawn_reason = null`;
    await audit(tx, {
      kind: 'initiative.work_used',
      subjectId: work.initiativeId ?? workId,
      actorId: actor.personId,
      before: { uses: work.uses.map(useMark) },
      after: { workId, personId, title, year, decisionNumber },
    });
    return { kind: 'recorded', happened: true, work };
  });
}

/** Decisions of January are often of the year before, so a work may be of the year after the award. */
function checkYear(deps: Deps, year: number, work: PersonsWork): void {
  if (year > Number(today(deps).slice(0, 4)))
    throw afterRefusal('year_in_future', (p) => p.useYearInFuture, 'year');
  if (year < work.year - 1)
    throw afterRefusal('year_before_work', (p) => p.useYearBeforeWork({ year: work.year }), 'year');
}
