import type { Tx } from '../../database/client.ts';
import type { CampaignSubmissionOutcome } from '../../database/generated/enums.ts';

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
