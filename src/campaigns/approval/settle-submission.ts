import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { approveAndLaunch, type Launched } from '../announcing/launch.ts';
import { approvalCard, preview, settledNews } from '../messages.ts';
import { requirePlanInOrder } from '../plan/check-plan.ts';
import { type LockedCampaign, lockCampaign, requireSeen } from '../plan/own-draft.ts';
import { approvalPhrases } from './approval-phrases.ts';
import { redrawingUnread, requireRead } from './read-mark.ts';
import { requireLauncher } from './require-launcher.ts';
import { findSubmission, type Submission } from './submission-queries.ts';

export type Verdict = { kind: 'approved' } | { kind: 'returned'; reason: string };

export interface Settlement {
  submission: Submission;
  /** What came of an approval that was given just now. */
  launched: Launched | null;
  /** Whether this settled it; else somebody had, and it stays so. */
  fresh: boolean;
}

/** A submission and the mark of all that its card shows (`readMark`). */
export interface SeenSubmission {
  submissionId: string;
  mark: string;
}

/**
 * Approves a plan with its indicators as they were read and has it launched, at once or at its time; or returns it to its
 * author with what is to be mended. Of several who may, the first decides: a later press changes nothing and is told how it stands.
 *
 * @throws AppError submission_gone, may_not_launch, draft_changed, plan_refused, reason_missing
 */
export async function settleSubmission(
  deps: Deps,
  { actor, seen, verdict }: { actor: Actor; seen: SeenSubmission; verdict: Verdict },
): Promise<Settlement> {
  const reason = verdict.kind === 'returned' ? verdict.reason.trim() : null;
  if (reason === '')
    throw new AppError('reason_missing', {
      say: (language) => approvalPhrases[language].reasonMissing,
      field: 'reason',
    });
  const { submissionId, mark } = seen;
  const settle = () =>
    inTransaction(deps.db, async (tx) => {
      const { submission, campaign } = await openSubmission(deps, tx, { actor, submissionId });
      if (submission.settled) return { submission, launched: null, fresh: false };
      requireSeen(campaign, submission.mark);
      if (verdict.kind === 'approved') {
        await requireRead(deps, tx, { campaign, mark });
        await requirePlanInOrder(deps, tx, { actor, plan: campaign.plan });
      }
      await tx.$executeRaw`
      update campaign_submission set outcome = ${verdict.kind}::campaign_submission_outcome,
        settled_by_id = ${actor.personId}::uuid, settled_at = app_now(), reason = ${reason}
      where id = ${submissionId}::uuid`;
      const launched =
        reason === null
          ? await approveAndLaunch(deps, tx, { campaign, approverId: actor.personId })
          : await giveBack(tx, { actor, campaign, submissionId, reason });
      await refreshMessages(tx, approvalCard, submissionId);
      if (submission.submittedById !== actor.personId)
        await sendMessage(tx, settledNews, {
          to: { personId: submission.submittedById },
          params: {},
          subjectId: submissionId,
          dedupeKey: `${settledNews.purpose}:${submissionId}`,
        });
      const settled = await findSubmission(tx, submissionId);
      return { submission: settled ?? submission, launched, fresh: true };
    });
  return redrawingUnread(settle, () => refreshMessages(deps.db, approvalCard, submissionId));
}

/**
 * A submission and its campaign, locked, for one who may decide on it.
 *
 * @throws AppError submission_gone, may_not_launch
 */
export async function openSubmission(
  deps: Deps,
  tx: Tx,
  { actor, submissionId }: { actor: Actor; submissionId: string },
): Promise<{ submission: Submission; campaign: LockedCampaign }> {
  const found = await findSubmission(tx, submissionId);
  if (!found) throw gone();
  const campaign = await lockCampaign(tx, found.campaignId);
  await requireLauncher(deps, tx, { actor, unitId: campaign.plan.unitId });
  // Read again under the lock: somebody may have decided meanwhile.
  const submission = await findSubmission(tx, submissionId);
  if (!submission) throw gone();
  return { submission, campaign };
}

async function giveBack(
  tx: Tx,
  input: { actor: Actor; campaign: LockedCampaign; submissionId: string; reason: string },
): Promise<null> {
  const { actor, campaign, submissionId, reason } = input;
  await tx.campaign.update({
    where: { id: campaign.id },
    data: { state: 'draft' },
    select: { id: true },
  });
  await audit(tx, {
    kind: 'campaign.returned',
    subjectId: campaign.id,
    actorId: actor.personId,
    before: { state: campaign.state },
    after: { state: 'draft', submissionId },
    reason,
  });
  await refreshMessages(tx, preview, campaign.id);
  return null;
}

function gone(): AppError {
  return new AppError('submission_gone', {
    say: (language) => approvalPhrases[language].submissionGone,
  });
}
