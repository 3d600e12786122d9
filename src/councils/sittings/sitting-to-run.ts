import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { mayConvene } from '../authority.ts';
import { calledOffRefusal, notTheirs, unknownSitting } from './running.ts';
import { type SittingPicture, sittingPicture } from './sitting-queries.ts';

/**
 * A sitting with its agenda, for who runs it.
 *
 * @throws AppError sitting_unknown, may_not_convene, sitting_called_off
 */
export async function sittingToRun(
  deps: Deps,
  { actor, sittingId }: { actor: Actor; sittingId: string },
): Promise<SittingPicture> {
  const sitting = await sittingPicture(deps, sittingId);
  if (!sitting) throw unknownSitting();
  const council = { id: sitting.councilId, unitId: sitting.councilUnitId };
  if (!(await mayConvene(deps.db, actor, council, today(deps)))) throw notTheirs();
  if (sitting.calledOff) throw calledOffRefusal();
  return sitting;
}
