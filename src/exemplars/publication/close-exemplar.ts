import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { tellNews } from '../answers/tell-news.ts';
import { holdExemplar } from '../hold-exemplar.ts';
import { refusal } from '../refusal.ts';
import { openToEdit } from './save-text.ts';
import { close } from './take-down.ts';

/**
 * Communications put a report aside, or take a post out of the channels: waiting → declined, published →
 * withdrawn, with the reason, which those who reported it and those who are praised read.
 *
 * @throws AppError not_communications, exemplar_closed, reason_missing at its field
 */
export async function closeExemplar(
  deps: Deps,
  { actor, exemplarId, reason }: { actor: Actor; exemplarId: string; reason: string },
): Promise<{ number: string; state: 'declined' | 'withdrawn' }> {
  return inTransaction(deps.db, async (tx) => {
    const held = await holdExemplar(tx, exemplarId);
    const file = await openToEdit(tx, actor, held);
    if (reason.trim() === '') throw refusal('reason_missing', (p) => p.reasonMissing, 'reason');
    const state = file.state === 'published' ? 'withdrawn' : 'declined';
    await close(tx, { id: exemplarId, state, byId: actor.personId, reason });
    await audit(tx, {
      kind: state === 'withdrawn' ? 'exemplar.withdrawn' : 'exemplar.declined',
      subjectId: exemplarId,
      actorId: actor.personId,
      before: { state: file.state },
      after: { state },
      reason,
    });
    const at = deps.clock.now().toISOString();
    await tellNews(tx, file, { news: state, at, except: actor.personId });
    return { number: file.number, state };
  });
}
