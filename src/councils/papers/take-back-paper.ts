import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { annulAwardsOf } from '../../records/record-awards.ts';
import { holdToRun } from '../sittings/running.ts';
import { takeBack } from './keep-paper.ts';
import { paperRefusal } from './paper-phrases.ts';
import { findPaper, paperFacts, sittingPapers } from './paper-queries.ts';
import { refreshSitting } from './refresh-sitting.ts';

/**
 * Takes a signed copy back that was attached by mistake, with the reason: its results are provisional again and what
 * was released stays released; what it gave is recorded no more, and those who were told are told. A decision by which
 * initiatives are recognised is replaced, not taken back.
 *
 * @returns false when it was taken back before
 * @throws AppError paper_unknown, sitting_unknown, may_not_convene, reason_missing, decision_recorded
 */
export async function takeBackPaper(
  deps: Deps,
  input: { actor: Actor; paperId: string; reason: string },
): Promise<boolean> {
  const { actor, paperId } = input;
  const reason = input.reason.trim();
  return inTransaction(deps.db, async (tx) => {
    const found = await findPaper(tx, paperId);
    if (!found) throw paperRefusal('paper_unknown', (p) => p.unknown);
    const { sittingId } = found;
    await holdToRun(deps, tx, { actor, sittingId });
    if (!reason) throw paperRefusal('reason_missing', (p) => p.reasonNeeded, 'reason');
    // Read again, for another may have taken it back while this one waited.
    const paper = await findPaper(tx, paperId);
    const sitting = await sittingPapers(deps, tx, sittingId);
    if (!paper || !sitting || paper.takenBack) return false;
    const form = { ref: paper, ...paper, replaces: null };
    const { recorded } = await paperFacts(deps, tx, { sitting, form, actor });
    if (recorded)
      throw paperRefusal('decision_recorded', (p) => p.decisionRecorded(recorded), 'reason');
    await takeBack(tx, { paperId, reason, actor });
    await annulAwardsOf(deps, tx, { actorId: actor.personId, paperId, reason });
    await refreshSitting(tx, sittingId);
    return true;
  });
}
