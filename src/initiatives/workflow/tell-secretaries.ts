import type { Tx } from '../../database/client.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import type { Day } from '../../kernel/time.ts';
import { agencyAdministrators } from '../../people/access-queries.ts';
import { nearestHolders } from '../../people/queries.ts';
import { filedForSecretary } from '../messages.ts';
import { nobodyToCheck } from './workflow-messages.ts';

/**
 * The secretaries who check an initiative: of its unit, else of the nearest one above that has a
 * secretary who is not an author of it.
 */
export function checkersOf(
  tx: Tx,
  initiative: { unitId: string; authorIds: readonly string[] },
  on: Day,
): Promise<string[]> {
  const { unitId, authorIds } = initiative;
  return nearestHolders(tx, { role: 'secretary', unitId, on, except: authorIds });
}

/**
 * Sends the card of an initiative that was handed in, or handed in again, to those who check it. Where
 * every secretary is an author, the administrators are told, so that another one is appointed.
 */
export async function tellSecretaries(
  tx: Tx,
  initiative: { id: string; unitId: string; authorIds: readonly string[]; revision: number },
  on: Day,
): Promise<void> {
  const { id, revision } = initiative;
  const checkers = await checkersOf(tx, initiative, on);
  const kind = checkers.length > 0 ? filedForSecretary : nobodyToCheck;
  const readers =
    checkers.length > 0
      ? checkers
      : (await agencyAdministrators(tx, on)).map(({ personId }) => personId);
  for (const personId of readers) {
    await sendMessage(tx, kind, {
      to: { personId },
      params: {},
      subjectId: id,
      dedupeKey: `${kind.purpose}:${id}:${revision}:${personId}`,
    });
  }
}
