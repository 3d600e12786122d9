import type { Tx } from '../../database/client.ts';

/** An initiative that was handed in, as its receipt names it. */
export interface FiledInitiative {
  id: string;
  number: string;
}

/** The initiative that a draft became: an initiative keeps its draft's id. */
export async function filedAs(
  tx: Tx,
  draftId: string,
  personId: string,
): Promise<FiledInitiative | null> {
  return tx.initiative.findFirst({
    where: { id: draftId, filedById: personId },
    select: { id: true, number: true },
  });
}
