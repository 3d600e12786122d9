import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole, nearestHolders } from '../../people/queries.ts';
import { recognisingUnit } from '../recognising-unit.ts';
import { findSubject, type Subject } from '../similar/find-subject.ts';
import { lastStep } from './step-queries.ts';
import { annulmentToSettle } from './workflow-messages.ts';
import { workflowRefusal } from './workflow-phrases.ts';

/**
 * Proposes that a recognition be annulled; it holds until a second person confirms. One proposal at a
 * time: while one waits, another answers with it.
 *
 * @throws AppError initiative_unknown, not_secretary, is_author, reason_missing, not_recognised
 */
export async function proposeAnnulment(
  deps: Deps,
  input: { actor: Actor; initiativeId: string; reason: string },
): Promise<{ happened: boolean; number: string; asked: number }> {
  const { actor, initiativeId, reason } = input;
  if (!reason) throw workflowRefusal('reason_missing', (p) => p.reasonNeeded, 'reason');
  return inTransaction(deps.db, async (tx) => {
    // The initiative's row is the lock: of two proposals at once, one finds the other.
    await tx.$queryRaw`select id from initiative where id = ${initiativeId}::uuid for update`;
    const subject = await findSubject(tx, { id: initiativeId });
    await refuseWhoMayNotPropose(tx, actor, subject);
    const { number } = subject;
    if (subject.state !== 'recognised') {
      const last = await lastStep(tx, initiativeId);
      throw workflowRefusal('not_recognised', (p) =>
        p.notRecognised({ number, last, zone: deps.zone }),
      );
    }
    const waiting = await tx.initiativeAnnulment.findFirst({
      where: { initiativeId, state: 'proposed' },
      select: { id: true },
    });
    if (waiting) return { happened: false, number, asked: 0 };
    const { id: annulmentId } = await tx.initiativeAnnulment.create({
      data: { initiativeId, reason, proposedById: actor.personId },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'initiative.annulment_proposed',
      subjectId: initiativeId,
      actorId: actor.personId,
      after: { annulmentId },
      reason,
    });
    const asked = await settlersOf(deps, tx, subject, actor.personId);
    for (const personId of asked) {
      await sendMessage(tx, annulmentToSettle, {
        to: { personId },
        params: { annulmentId },
        subjectId: initiativeId,
        dedupeKey: `${annulmentToSettle.purpose}:${annulmentId}:${personId}`,
      });
    }
    return { happened: true, number, asked: asked.length };
  });
}

/** Whether the actor may propose: a secretary or administrator of the unit or above, never an author. */
export async function mayProposeAnnulment(
  tx: Tx,
  actor: Actor,
  { unitId, authorIds }: Pick<Subject, 'unitId' | 'authorIds'>,
): Promise<boolean> {
  if (authorIds.includes(actor.personId)) return false;
  return holdsRole(tx, actor, ['secretary', 'administrator'], unitId);
}

async function refuseWhoMayNotPropose(tx: Tx, actor: Actor, subject: Subject): Promise<void> {
  if (await mayProposeAnnulment(tx, actor, subject)) return;
  if (subject.authorIds.includes(actor.personId))
    throw workflowRefusal('is_author', (p) => p.ownInitiative);
  throw workflowRefusal('not_secretary', (p) => p.onlyProposers);
}

/**
 * Who is asked to confirm: the nearest heads and the nearest secretaries, and the head of the unit that
 * decided; never an author, nor the one who proposes.
 */
async function settlersOf(
  deps: Deps,
  tx: Tx,
  { id, unitId, authorIds }: Subject,
  proposerId: string,
): Promise<string[]> {
  const search = { unitId, on: today(deps), except: [...authorIds, proposerId] };
  const heads = await nearestHolders(tx, { role: 'head', ...search });
  const decided = await recognisingUnit(deps, tx, { id, unitId });
  const above = await nearestHolders(tx, { role: 'head', ...search, unitId: decided.id });
  const secretaries = await nearestHolders(tx, { role: 'secretary', ...search });
  return [...new Set([...heads, ...above, ...secretaries])];
}
