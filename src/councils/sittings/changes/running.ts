import type { Tx } from '../../../database/client.ts';
import { type Deps, today } from '../../../kernel/deps.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Actor } from '../../../people/actor.ts';
import { mayConvene } from '../../authority.ts';
import { phrases } from '../../ballots/phrases.ts';
import { changePhrases } from './change-phrases.ts';

/** @throws AppError sitting_called_off */
export function requireHeld(sitting: { calledOffAt: Date | null }): void {
  if (sitting.calledOffAt) throw calledOffRefusal();
}

export function calledOffRefusal(): AppError {
  return new AppError('sitting_called_off', { say: (l) => changePhrases[l].calledOffRefusal });
}

/**
 * A sitting for who runs it, its row locked until the end of the transaction.
 *
 * @throws AppError sitting_unknown, may_not_convene, sitting_called_off
 */
export async function lockToRun(
  deps: Deps,
  tx: Tx,
  { actor, sittingId }: { actor: Actor; sittingId: string },
) {
  await tx.$queryRaw`select id from sitting where id = ${sittingId}::uuid for update`;
  const sitting = await tx.sitting.findUnique({
    where: { id: sittingId },
    select: {
      id: true,
      startsAt: true,
      place: true,
      documents: true,
      calledOffAt: true,
      council: { select: { id: true, unitId: true, kind: true, name: true } },
    },
  });
  if (!sitting) throw new AppError('sitting_unknown', { say: (l) => phrases[l].itemGone });
  if (!(await mayConvene(tx, actor, sitting.council, today(deps))))
    throw new AppError('may_not_convene', { say: (l) => phrases[l].mayNotConvene });
  requireHeld(sitting);
  return sitting;
}
