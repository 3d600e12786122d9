import type { ModalView } from '@slack/types';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { openExemplar } from './open-exemplar.ts';
import { fileView } from './reading-views.ts';

/** One exemplar for its reader. @throws AppError exemplar_unknown */
export async function fileViewFor(
  deps: Deps,
  actor: Actor,
  which: { id: string } | { number: string },
): Promise<ModalView> {
  return fileView(await openExemplar(deps, actor, which), actor.language);
}
