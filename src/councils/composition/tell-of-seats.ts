import type { Tx } from '../../database/client.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import type { Day } from '../../kernel/time.ts';
import { workingOn } from './check-proposal.ts';
import { seatChanged } from './composition-messages.ts';
import { type Seat, seatChanges } from './composition-rules.ts';

/** Tells those who join, leave or change office once; not somebody who works nowhere any more. */
export async function tellOfSeats(
  tx: Tx,
  about: { councilId: string; compositionId: string | null; on: Day },
  before: readonly Seat[],
  after: readonly Seat[],
): Promise<void> {
  const { councilId, compositionId, on } = about;
  const changes = seatChanges(before, after);
  const working = await workingOn(
    tx,
    changes.map(({ personId }) => personId),
    on,
  );
  await sendMessages(
    tx,
    seatChanged,
    changes
      .filter(({ personId }) => working.has(personId))
      .map(({ personId, change, office }) => ({
        to: { personId },
        params: { compositionId, change, office },
        subjectId: councilId,
        dedupeKey: `${seatChanged.purpose}:${compositionId ?? councilId}:${personId}`,
      })),
  );
}
