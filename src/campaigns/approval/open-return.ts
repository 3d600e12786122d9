import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { openSubmission } from './settle-submission.ts';
import type { Submission } from './submission-queries.ts';

/**
 * A submission for one who would return it.
 *
 * @throws AppError submission_gone, may_not_launch
 */
export async function openReturn(
  deps: Deps,
  { actor, submissionId }: { actor: Actor; submissionId: string },
): Promise<{ submission: Submission; name: string }> {
  return inTransaction(deps.db, async (tx) => {
    const { submission, campaign } = await openSubmission(deps, tx, { actor, submissionId });
    return { submission, name: campaign.plan.name };
  });
}
