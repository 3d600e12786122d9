import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { mayConvene } from '../authority.ts';
import { requireHeld } from '../sittings/changes/running.ts';
import { releaseRefusal } from './release-phrases.ts';

/**
 * A sitting that the actor runs, its row held: papers, ballots that open and the roll-call wait for each other.
 *
 * @throws AppError sitting_unknown, may_not_convene, sitting_called_off
 */
export async function holdSittingToRun(
  deps: Deps,
  tx: Tx,
  { actor, sittingId }: { actor: Actor; sittingId: string },
): Promise<{ holdsResults: boolean; council: { id: string; unitId: string } }> {
  await tx.$queryRaw`select id::text from sitting where id = ${sittingId}::uuid for no key update`;
  const sitting = await tx.sitting.findUnique({
    where: { id: sittingId },
    select: {
      holdsResults: true,
      calledOffAt: true,
      council: { select: { id: true, unitId: true } },
    },
  });
  if (!sitting) throw releaseRefusal('sitting_unknown', (p) => p.sittingUnknown);
  if (!(await mayConvene(tx, actor, sitting.council, today(deps))))
    throw releaseRefusal('may_not_convene', (p) => p.onlyRunners);
  requireHeld(sitting);
  return sitting;
}
