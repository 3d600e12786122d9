import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { praisePost } from '../messages.ts';
import { refusal } from '../refusal.ts';
import { publicationPhrases } from './publication-phrases.ts';

const publicationRefusal = refusing(publicationPhrases);

/**
 * Congratulates those who are praised, each person once: that the post is out is judged by the statement that
 * writes.
 *
 * @returns whether it was written now
 * @throws AppError exemplar_unknown, not_published, own_praise
 */
export async function congratulate(
  deps: Deps,
  { actor, exemplarId }: { actor: Actor; exemplarId: string },
): Promise<boolean> {
  const { personId } = actor;
  return inTransaction(deps.db, async (tx) => {
    const exemplar = await tx.exemplar.findUnique({
      where: { id: exemplarId },
      select: { state: true, subjects: { where: { personId }, select: { id: true } } },
    });
    if (!exemplar) throw refusal('exemplar_unknown', (p) => p.unknown);
    if (exemplar.state !== 'published')
      throw publicationRefusal('not_published', (p) => p.notPublished);
    if (exemplar.subjects.length > 0) throw publicationRefusal('own_praise', (p) => p.ownPraise);
    const written = await tx.$executeRaw`
      insert into exemplar_congratulation (exemplar_id, person_id)
      select id, ${personId}::uuid from exemplar
      where id = ${exemplarId}::uuid and state = 'published'
      on conflict do nothing`;
    if (written === 0) return false;
    await audit(tx, { kind: 'exemplar.congratulated', subjectId: exemplarId, actorId: personId });
    await refreshMessages(tx, praisePost, exemplarId);
    return true;
  });
}
