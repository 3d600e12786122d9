import type { Tx } from '../../database/client.ts';
import type { CampaignSubmissionOutcome } from '../../database/generated/enums.ts';
import { approvalCard } from '../messages.ts';

/** A plan before those who may launch it. */
export interface Submission {
  id: string;
  campaignId: string;
  mark: string;
  submittedAt: Date;
  submittedById: string;
  submittedBy: string;
  settled: {
    outcome: CampaignSubmissionOutcome;
    byId: string;
    by: string;
    at: Date;
    reason: string | null;
  } | null;
}

/** Null when its draft was discarded since. */
export async function findSubmission(tx: Tx, id: string): Promise<Submission | null> {
  const row = await tx.campaignSubmission.findUnique({
    where: { id },
    include: {
      submittedBy: { select: { fullName: true } },
      settledBy: { select: { fullName: true } },
    },
  });
  if (!row) return null;
  const { outcome, settledById, settledBy, settledAt, reason } = row;
  return {
    id,
    campaignId: row.campaignId,
    mark: row.mark,
    submittedAt: row.submittedAt,
    submittedById: row.submittedById,
    submittedBy: row.submittedBy.fullName,
    settled:
      outcome && settledById && settledBy && settledAt
        ? { outcome, byId: settledById, by: settledBy.fullName, at: settledAt, reason }
        : null,
  };
}

/** A plan that waits for somebody who has its card. */
export interface AwaitedPlan {
  name: string;
  unitName: string;
  submittedBy: string;
  submittedAt: Date;
}

/** The plans that wait for a person to approve or return them, the oldest first. */
export async function plansAwaiting(
  tx: Tx,
  { personId, limit }: { personId: string; limit: number },
): Promise<{ shown: AwaitedPlan[]; total: number }> {
  const rows = await tx.$queryRaw<(AwaitedPlan & { total: bigint })[]>`
    select campaign.name, unit.name as "unitName", person.full_name as "submittedBy",
      submission.submitted_at as "submittedAt", count(*) over () as total
    from campaign_submission as submission
    join campaign on campaign.id = submission.campaign_id
    join unit on unit.id = campaign.unit_id
    join person on person.id = submission.submitted_by_id
    where submission.outcome is null and exists (
      select from outgoing_message as card
      where card.subject_id = submission.id and card.purpose = ${approvalCard.purpose}
        and card.person_id = ${personId}::uuid)
    order by submission.submitted_at, submission.id limit ${limit}`;
  const shown = rows.map(({ total: _, ...plan }) => plan);
  return { shown, total: Number(rows[0]?.total ?? 0) };
}
