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
  'records.entry_added',
  'records.entry_corrected',
  'records.entry_removed',
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
  'initiative.accepted',
  'initiative.returned',
  'initiative.mended',
  'initiative.form_refused',
  'initiative.withdrawn',
  'initiative.merged',
  'initiative.share_confirmed',
  'initiative.share_declined',
  'initiative.share_reminded',
  'initiative.evidence_added',
  'initiative.evidence_restricted',
  'initiative.scoring_opened',
  'initiative.scorecard_sent',
  'initiative.scorecard_corrected',
  'initiative.scorecard_fixed',
  'initiative.scoring_reminded',
  'initiative.scoring_closed',
  'initiative.scoring_cancelled',
  'initiative.scoring_superseded',
  'initiative.scores_exported',
  'initiative.conflict_declared',
  'initiative.recognised',
  'initiative.refused',
  'initiative.annulment_proposed',
  'initiative.annulment_declined',
  'initiative.annulment_withdrawn',
  'initiative.annulled',
  'initiative.influence_proposed',
  'initiative.influence_sent',
  'initiative.influence_recognised',
  'initiative.influence_not_recognised',
  'initiative.influence_withdrawn',
  'initiative.work_used',
  'initiative.work_use_withdrawn',
  'initiative.adopted',
  'initiative.adoption_ended',
  'initiative.effect_reported',
  'initiative.effect_corrected',
  'initiative.effect_reminded',
  'council.established',
  'council.reconstituted',
  'council.substitute_named',
  'council.sitting_convened',
  'council.agenda_added',
  'council.invitation_answered',
  'council.roll_called',
  'council.minutes_drawn',
  'council.conflict_declared',
  'council.ballot_opened',
  'council.vote_cast',
  'council.ballot_closed',
  'council.ballot_ended_early',
  'council.voters_reminded',
  'council.annulment_proposed',
  'council.annulment_declined',
  'council.ballot_annulled',
  'campaign.drafted',
  'campaign.amended',
  'campaign.discarded',
  'campaign.submitted',
  'campaign.recalled',
  'campaign.returned',
  'campaign.approved',
  'campaign.lapsed',
  'campaign.published',
  'campaign.pledged',
  'campaign.reminded',
  'campaign.closed',
  'campaign.revised',
  'campaign.withdrawn',
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

/** Writes a row for each of many changes, in their order, by one statement. */
export async function auditAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  await tx.auditEvent.createMany({ data: [...entries] });
}
