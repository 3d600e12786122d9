import type { Tx } from '../../database/client.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import type { Day } from '../../kernel/time.ts';
import { pledgesWaiting } from '../messages.ts';
import { confirmersOf, type Pledge } from './pledge-queries.ts';

/** Has the messages redrawn in which these pledges wait: those of their heads, and of another who decided. */
export async function redrawWaiting(
  tx: Tx,
  pledges: readonly Pledge[],
  on: Day,
  deciderId?: string,
): Promise<void> {
  const heads = new Set(deciderId === undefined ? [] : [deciderId]);
  for (const { person, atUnit } of pledges) {
    if (!person) continue;
    const asked = { personId: person.id, unitId: atUnit.id };
    for (const head of await confirmersOf(tx, asked, on)) heads.add(head);
  }
  if (heads.size > 0) await refreshMessages(tx, pledgesWaiting, [...heads]);
}
