import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { headsFor, mayLaunch } from '../authority.ts';
import { approvalPhrases } from './approval-phrases.ts';

/**
 * Refuses whoever may not launch a campaign for the unit by the rule in force (`campaigns.launching`), and
 * names who may.
 *
 * @throws AppError may_not_launch
 */
export async function requireLauncher(
  deps: Deps,
  tx: Tx,
  { actor, unitId }: { actor: Actor; unitId: string },
): Promise<void> {
  if (await mayLaunch(deps, tx, actor, unitId)) return;
  const names = await headsFor(tx, unitId, today(deps));
  throw new AppError('may_not_launch', {
    say: (language) => approvalPhrases[language].mayNotLaunch({ names }),
  });
}
