import type { Tx } from '../database/client.ts';
import type { Registration } from './queries.ts';

/** Writes down how a registration is now, in the transaction of the change; never changed afterwards. */
export async function keepHistory(
  tx: Tx,
  { id, revision, state, titles }: Pick<Registration, 'id' | 'revision' | 'state' | 'titles'>,
  by: { actorId: string; reason?: string | null },
): Promise<void> {
  await tx.registrationRevision.create({
    data: {
      registrationId: id,
      revision,
      state,
      titles,
      byId: by.actorId,
      reason: by.reason ?? null,
    },
    select: { id: true },
  });
}
