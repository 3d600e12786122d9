import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { FormRefusalGround, InitiativeStepKind } from '../../database/generated/enums.ts';
import type { MessageKind } from '../../jobs/kinds.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { filedForSecretary } from '../messages.ts';
import { returnedNews } from './workflow-messages.ts';

/** After these nothing is mended any more. */
const ENDS: ReadonlySet<InitiativeStepKind> = new Set(['form_refused', 'withdrawn', 'merged']);

/**
 * Writes a step of an initiative down in the transaction that changed its state, and has the cards that
 * show the state redrawn.
 *
 * @returns the step's id
 */
export async function takeStep(
  tx: Tx,
  step: {
    initiativeId: string;
    kind: InitiativeStepKind;
    revision: number;
    byId: string;
    reason?: string | undefined;
    ground?: FormRefusalGround;
    otherId?: string;
    late?: boolean;
    replaced?: Prisma.InputJsonValue;
    changed?: string[];
  },
): Promise<string> {
  const { reason, ...told } = step;
  const { id } = await tx.initiativeStep.create({
    data: { ...told, reason: reason || null },
    select: { id: true },
  });
  if (ENDS.has(step.kind))
    await tx.initiativeMending.deleteMany({ where: { initiativeId: step.initiativeId } });
  await refreshMessages(tx, filedForSecretary, step.initiativeId);
  await refreshMessages(tx, returnedNews, step.initiativeId);
  return id;
}

/** Tells persons of a step, each once. */
export async function tellOfStep(
  tx: Tx,
  kind: MessageKind<{ stepId: string }>,
  step: { initiativeId: string; stepId: string; personIds: readonly string[] },
): Promise<void> {
  const { initiativeId, stepId } = step;
  for (const personId of new Set(step.personIds)) {
    await sendMessage(tx, kind, {
      to: { personId },
      params: { stepId },
      subjectId: initiativeId,
      dedupeKey: `${kind.purpose}:${stepId}:${personId}`,
    });
  }
}
