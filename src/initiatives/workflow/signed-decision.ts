import type { Tx } from '../../database/client.ts';
import { type Day, dayOf } from '../../kernel/time.ts';

/** The decision on the initiatives of a sitting, as the signed copy that is attached to the sitting has it. */
export interface SignedDecision {
  number: string;
  signedOn: Day;
  signatory: string;
}

/** The signed decision of the sitting at which an initiative passed; null while none is attached. */
export async function signedDecision(tx: Tx, initiativeId: string): Promise<SignedDecision | null> {
  const row = await tx.signedPaper.findFirst({
    where: {
      ...{ kind: 'decision', itemKey: 'sang_kien', takenBackAt: null },
      sitting: {
        agenda: {
          some: { initiativeId, ballots: { some: { result: 'passed', annulmentId: null } } },
        },
      },
    },
    select: { number: true, signedOn: true, signatory: true },
  });
  return row && { ...row, signedOn: dayOf(row.signedOn) };
}
