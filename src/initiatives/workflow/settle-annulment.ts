import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { tellAdopters } from '../after/tell-adopters.ts';
import { findSubject, readersOf, type Subject } from '../similar/find-subject.ts';
import { type Annulment, findAnnulment } from './annulment-queries.ts';
import { takeStep, tellOfStep } from './take-step.ts';
import { tellMerged } from './tell-merged.ts';
import { WAYS } from './workflow.ts';
import { annulledNews, annulmentSettled, annulmentToSettle } from './workflow-messages.ts';
import { workflowRefusal } from './workflow-phrases.ts';

export type AnnulmentVerdict = { kind: 'confirmed' } | { kind: 'declined'; reason: string };

/**
 * Settles a proposed annulment as the second of two persons: a head or secretary of the unit or above who
 * neither proposed it nor is an author. Confirmed, the initiative counts for no title any more, at any
 * level; its authors, those of what was merged into it, and the units that apply it are told. What was settled before is left as it is.
 *
 * @throws AppError annulment_unknown, not_second_person, proposed_it, is_author, reason_missing
 */
export async function settleAnnulment(
  deps: Deps,
  input: { actor: Actor; annulmentId: string; verdict: AnnulmentVerdict },
): Promise<{ done: boolean; annulment: Annulment }> {
  const { actor, annulmentId, verdict } = input;
  if (verdict.kind === 'declined' && !verdict.reason)
    throw workflowRefusal('reason_missing', (p) => p.reasonNeeded, 'reason');
  return inTransaction(deps.db, async (tx) => {
    const before = await annulmentFor(tx, actor, annulmentId);
    const subject = await findSubject(tx, { id: before.initiativeId });
    const declineReason = verdict.kind === 'declined' ? verdict.reason : null;
    const settled = await tx.$executeRaw`
      update initiative_annulment
      set state = ${verdict.kind}::annulment_state, settled_by_id = ${actor.personId}::uuid,
        settled_at = app_now(), decline_reason = ${declineReason}
      where id = ${annulmentId}::uuid and state = 'proposed'`;
    if (settled === 0) {
      const annulment = await annulmentFor(tx, actor, annulmentId);
      const own = annulment.state === verdict.kind && annulment.settledById === actor.personId;
      return { done: own, annulment };
    }
    if (verdict.kind === 'confirmed')
      await annul(deps, tx, { actor, subject, reason: before.reason });
    else
      await audit(tx, {
        kind: 'initiative.annulment_declined',
        subjectId: subject.id,
        actorId: actor.personId,
        after: { annulmentId },
        reason: verdict.reason,
      });
    await refreshMessages(tx, annulmentToSettle, subject.id);
    await sendMessage(tx, annulmentSettled, {
      to: { personId: before.proposedById },
      params: { annulmentId },
      subjectId: subject.id,
      dedupeKey: `${annulmentSettled.purpose}:${annulmentId}`,
    });
    return { done: true, annulment: await annulmentFor(tx, actor, annulmentId) };
  });
}

/**
 * A proposed annulment, for one who may settle it.
 *
 * @throws AppError annulment_unknown, not_second_person, proposed_it, is_author
 */
export async function annulmentFor(tx: Tx, actor: Actor, annulmentId: string): Promise<Annulment> {
  const annulment = await findAnnulment(tx, annulmentId);
  if (!annulment) throw workflowRefusal('annulment_unknown', (p) => p.annulmentUnknown);
  const subject = await findSubject(tx, { id: annulment.initiativeId });
  if (annulment.proposedById === actor.personId)
    throw workflowRefusal('proposed_it', (p) => p.proposedIt);
  if (subject.authorIds.includes(actor.personId))
    throw workflowRefusal('is_author', (p) => p.ownInitiative);
  if (!(await holdsRole(tx, actor, ['head', 'secretary'], subject.unitId)))
    throw workflowRefusal('not_second_person', (p) => p.onlySecondPerson);
  return annulment;
}

async function annul(
  deps: Deps,
  tx: Tx,
  { actor, subject, reason }: { actor: Actor; subject: Subject; reason: string },
): Promise<void> {
  const { id: initiativeId, revision } = subject;
  const moved = await tx.initiative.updateMany({
    where: { id: initiativeId, state: { in: [...WAYS.annul.from] } },
    data: { state: WAYS.annul.to },
  });
  if (moved.count === 0) throw new Error(`initiative ${initiativeId} is not recognised`);
  await tx.$executeRaw`
    update recognised_work set annulled_at = app_now()
    where initiative_id = ${initiativeId}::uuid and annulled_at is null`;
  const stepId = await takeStep(tx, {
    initiativeId,
    kind: 'annulled',
    revision,
    byId: actor.personId,
    reason,
  });
  await audit(tx, {
    kind: 'initiative.annulled',
    subjectId: initiativeId,
    actorId: actor.personId,
    before: { state: 'recognised' },
    after: { state: 'annulled' },
    reason,
  });
  await tellOfStep(tx, annulledNews, { initiativeId, stepId, personIds: readersOf(subject) });
  await tellMerged(tx, { initiativeId, outcome: 'annulled', told: readersOf(subject) });
  await tellAdopters(deps, tx, { initiativeId });
}
