import type { Tx } from '../database/client.ts';
import type { Registration } from './queries.ts';

type Kept = Pick<Registration, 'id' | 'revision' | 'state' | 'titles'>;

/** Writes down how registrations are now, in the transaction of the change; never changed afterwards. */
export async function keepHistory(
  tx: Tx,
  changed: Kept | readonly Kept[],
  by: { actorId: string; reason?: string | null },
): Promise<void> {
  await tx.registrationRevision.createMany({
    data: [changed].flat().map(({ id, revision, state, titles }) => ({
      registrationId: id,
      revision,
      state,
      titles,
      byId: by.actorId,
      reason: by.reason ?? null,
    })),
  });
}
