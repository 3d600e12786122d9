import { refreshSittings } from '../../councils/sittings/refresh-sittings.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { findSubject, isOwn, readersOf } from '../similar/find-subject.ts';
import { lastStep } from './step-queries.ts';
import { takeStep, tellOfStep } from './take-step.ts';
import { checkersOf } from './tell-secretaries.ts';
import { WAYS } from './workflow.ts';
import { withdrawnNews } from './workflow-messages.ts';
import { workflowRefusal } from './workflow-phrases.ts';

/**
 * Takes an initiative back before the council votes on it: one of its authors, or who handed it in. All
 * authors and the secretary are told. The same again answers the same.
 *
 * @throws AppError initiative_unknown, not_author, not_withdrawable
 */
export async function withdrawInitiative(
  deps: Deps,
  input: { actor: Actor; initiativeId: string; reason: string | undefined },
): Promise<{ number: string }> {
  const { actor, initiativeId, reason } = input;
  return inTransaction(deps.db, async (tx) => {
    const subject = await findSubject(tx, { id: initiativeId });
    if (!isOwn(actor, subject)) throw workflowRefusal('not_author', (p) => p.onlyAuthors);
    // The row's lock makes a ballot that opens at the same moment wait, or this wait for it.
    const moved = await tx.initiative.updateMany({
      where: { id: initiativeId, state: { in: [...WAYS.withdraw.from] } },
      data: { state: WAYS.withdraw.to },
    });
    const { number, state, revision } = subject;
    if (moved.count === 0) {
      const last = await lastStep(tx, initiativeId);
      if (last.state === 'withdrawn') return { number };
      throw workflowRefusal('not_withdrawable', (p) =>
        p.notWithdrawable({ number, last, zone: deps.zone }),
      );
    }
    const stepId = await takeStep(tx, {
      initiativeId,
      kind: 'withdrawn',
      revision,
      byId: actor.personId,
      reason,
    });
    await audit(tx, {
      kind: 'initiative.withdrawn',
      subjectId: initiativeId,
      actorId: actor.personId,
      before: { state },
      after: { state: 'withdrawn' },
      ...(reason ? { reason } : {}),
    });
    const personIds = [...readersOf(subject), ...(await checkersOf(tx, subject, today(deps)))];
    await tellOfStep(tx, withdrawnNews, { initiativeId, stepId, personIds });
    await refreshSittings(tx, { initiativeIds: [initiativeId] });
    return { number };
  });
}
