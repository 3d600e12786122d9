import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { mayConvene } from '../authority.ts';
import { changePhrases } from './changes/change-phrases.ts';
import { sittingPhrases } from './sitting-phrases.ts';

/** @throws AppError sitting_called_off */
export function requireHeld(sitting: { calledOffAt: Date | null }): void {
  if (sitting.calledOffAt) throw calledOffRefusal();
}

export function calledOffRefusal(): AppError {
  return new AppError('sitting_called_off', { say: (l) => changePhrases[l].calledOffRefusal });
}

export function unknownSitting(): AppError {
  return new AppError('sitting_unknown', { say: (l) => sittingPhrases[l].sittingUnknown });
}

export function notTheirs(): AppError {
  return new AppError('may_not_convene', { say: (l) => sittingPhrases[l].onlyRunners });
}

/**
 * A sitting for who runs it, its row held until the end of the transaction: changes, the roll-call, papers, releases
 * and ballots that open wait for each other.
 *
 * @throws AppError sitting_unknown, may_not_convene, sitting_called_off
 */
export async function holdToRun(
  deps: Deps,
  tx: Tx,
  { actor, sittingId }: { actor: Actor; sittingId: string },
) {
  await tx.$queryRaw`select id::text from sitting where id = ${sittingId}::uuid for no key update`;
  const sitting = await tx.sitting.findUnique({
    where: { id: sittingId },
    select: {
      ...{ id: true, startsAt: true, place: true, documents: true },
      ...{ calledOffAt: true, holdsResults: true },
      council: { select: { id: true, unitId: true, kind: true, name: true } },
    },
  });
  if (!sitting) throw unknownSitting();
  if (!(await mayConvene(tx, actor, sitting.council, today(deps)))) throw notTheirs();
  requireHeld(sitting);
  return sitting;
}
