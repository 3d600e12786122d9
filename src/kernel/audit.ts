import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';

/**
 * Every kind of change that is written down. A ballot's events never carry a choice.
 */
export const AuditKind = z.enum([
  'people.imported',
  'people.role_granted',
  'people.role_ended',
  'people.access_requested',
  'people.access_refused',
  'people.matched',
  'titles.registered',
  'titles.amended',
  'titles.confirmed',
  'titles.returned',
  'titles.withdrawn',
  'titles.registered_late',
  'titles.window_set',
  'titles.window_announced',
  'titles.window_reminded',
  'titles.list_submitted',
  'titles.list_returned',
  'titles.list_accepted',
  'initiative.filed',
  'initiative.scoring_opened',
  'initiative.scorecard_sent',
  'initiative.scorecard_corrected',
  'initiative.scorecard_fixed',
  'initiative.scoring_reminded',
  'initiative.scoring_closed',
  'initiative.scoring_cancelled',
  'initiative.scores_exported',
  'initiative.conflict_declared',
  'initiative.recognised',
  'initiative.refused',
  'council.sitting_convened',
  'council.agenda_added',
  'council.ballot_opened',
  'council.vote_cast',
  'council.ballot_closed',
  'campaign.drafted',
  'campaign.amended',
  'campaign.discarded',
  'campaign.published',
  'campaign.pledged',
  'campaign.reminded',
  'campaign.closed',
  'rulebook.overridden',
  'rulebook.override_withdrawn',
  'message.died',
]);

export interface AuditEntry {
  kind: z.infer<typeof AuditKind>;
  subjectId: string;
  /** Null: the app itself, as when a deadline passes. */
  actorId: string | null;
  onBehalfOfId?: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  reason?: string;
}

/** Writes an audit row in the transaction of the change it tells of. */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: { ...entry }, select: { id: true } });
}
