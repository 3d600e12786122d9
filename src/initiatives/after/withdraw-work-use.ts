import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { afterRefusal } from './after-refusal.ts';
import { mayRecordUse } from './use-queries.ts';

/**
 * Takes back that a work was counted for an award, recorded by mistake or for an award that was not
 * given after all. A repetition changes nothing.
 *
 * @throws AppError work_unknown, not_secretary
 */
export async function withdrawWorkUse(
  deps: Deps,
  input: {
    actor: Actor;
    workId: string;
    personId: string;
    title: string;
    year: number;
    reason: string;
  },
): Promise<{ happened: boolean }> {
  const { actor, workId, personId, title, year, reason } = input;
  return inTransaction(deps.db, async (tx) => {
    const use = await tx.workUse.findUnique({
      where: { workId_personId_title_year: { workId, personId, title, year } },
      select: { author: { select: { work: { select: { initiativeId: true } } } } },
    });
    if (!use) throw afterRefusal('work_unknown', (p) => p.workUnknown);
    if (!(await mayRecordUse(deps, tx, actor, personId)))
      throw afterRefusal('not_secretary', (p) => p.useOnlySecretary);
    const withdrawn = await tx.workUse.updateMany({
      where: { workId, personId, title, year, withdrawnAt: null },
      data: {
        withdrawnAt: deps.clock.now(),
        withdrawnById: actor.personId,
        withdrawnReason: reason,
      },
    });
    if (withdrawn.count === 0) return { happened: false };
    await audit(tx, {
      kind: 'initiative.work_use_withdrawn',
      subjectId: use.author.work.initiativeId ?? workId,
      actorId: actor.personId,
      before: { workId, personId, title, year },
      reason,
    });
    return { happened: true };
  });
}
