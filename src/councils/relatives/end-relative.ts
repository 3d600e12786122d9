import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { refreshRelatives } from '../sittings/refresh-sittings.ts';
import { relativeRefusal } from './relative-refusal.ts';

/**
 * Ends a declaration of the actor's own; rolls and panels that were frozen while it stood stay. Ended twice is ended
 * once. It stays in force where the relative declared the same.
 *
 * @throws AppError declaration_unknown, the same for somebody else's as for none
 */
export async function endRelative(
  deps: Deps,
  { actor, declarationId }: { actor: Actor; declarationId: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const own = { id: declarationId, personId: actor.personId };
    const declared = await tx.relativeDeclaration.findFirst({
      where: own,
      select: { relativeId: true },
    });
    if (!declared) throw relativeRefusal('declaration_unknown', (say) => say.unknown);
    const ended = await tx.$executeRaw`
      update relative_declaration set ended_at = app_now()
      where id = ${declarationId}::uuid and ended_at is null`;
    if (ended === 0) return;
    await audit(tx, {
      kind: 'council.relative_ended',
      subjectId: declarationId,
      actorId: actor.personId,
    });
    await refreshRelatives(tx, [actor.personId, declared.relativeId]);
  });
}
