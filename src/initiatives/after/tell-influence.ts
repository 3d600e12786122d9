import type { Tx } from '../../database/client.ts';
import type { InfluenceState } from '../../database/generated/enums.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { authorPersonIds } from '../queries.ts';
import { influenceCard, influenceNews } from './influence-messages.ts';

/** Tells the authors what a request came to, and has the secretary's card redrawn. */
export async function tellInfluence(
  tx: Tx,
  told: {
    requestId: string;
    initiativeId: string;
    state: InfluenceState;
    /** Who did it knows. */
    except: string;
  },
): Promise<void> {
  const { requestId, initiativeId, state, except } = told;
  for (const personId of await authorPersonIds(tx, initiativeId)) {
    if (personId === except) continue;
    await sendMessage(tx, influenceNews, {
      to: { personId },
      params: { state },
      subjectId: requestId,
      dedupeKey: `${influenceNews.purpose}:${requestId}:${state}:${personId}`,
    });
  }
  await refreshMessages(tx, influenceCard, requestId);
}
