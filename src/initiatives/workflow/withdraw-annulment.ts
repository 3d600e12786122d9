import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { type Annulment, findAnnulment } from './annulment-queries.ts';
import { annulmentToSettle } from './workflow-messages.ts';
import { workflowRefusal } from './workflow-phrases.ts';

/**
 * Takes a proposal to annul back, by who proposed it, while nobody has settled it. What was settled or
 * withdrawn before is left as it is.
 *
 * @returns the proposal as it stands then
 * @throws AppError annulment_unknown, also for a proposal of another person
 */
export async function withdrawAnnulment(
  deps: Deps,
  { actor, annulmentId }: { actor: Actor; annulmentId: string },
): Promise<Annulment> {
  return inTransaction(deps.db, async (tx) => {
    const withdrawn = await tx.$executeRaw`
      update initiative_annulment set state = 'withdrawn', settled_at = app_now()
      where id = ${annulmentId}::uuid and state = 'proposed'
        and proposed_by_id = ${actor.personId}::uuid`;
    const annulment = await findAnnulment(tx, annulmentId);
    if (annulment?.proposedById !== actor.personId)
      throw workflowRefusal('annulment_unknown', (p) => p.annulmentUnknown);
    if (withdrawn > 0) {
      const { initiativeId } = annulment;
      await audit(tx, {
        kind: 'initiative.annulment_withdrawn',
        subjectId: initiativeId,
        actorId: actor.personId,
        before: { annulmentId },
      });
      await refreshMessages(tx, annulmentToSettle, initiativeId);
    }
    return annulment;
  });
}
