import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import type { Draft } from '../intake/draft-of.ts';
import { openFile } from '../open-file.ts';
import { fileView } from '../views.ts';
import { openSimilar } from './open-similar.ts';
import { similarButton, similarFileButton } from './similar-controls.ts';
import { similarView } from './similar-views.ts';
import { type SimilarToDraft, warnOfSimilar } from './warn-of-similar.ts';

export const registerSimilarListeners: RegisterListeners = (on, deps) => {
  on.button(similarButton, async ({ actor, value, openModal }) => {
    const file = await openSimilar(deps, actor, value.initiativeId);
    await openModal(similarView(file, deps.zone, actor.language));
    return undefined;
  });

  on.button(similarFileButton, async ({ actor, value, openModal }) => {
    const { file, confidential } = await openFile(deps, actor, { id: value.initiativeId });
    const reader = { personId: actor.personId, confidential, zone: deps.zone };
    await openModal(fileView(file, reader, actor.language));
    return undefined;
  });
};

/** What the author is warned of; handing in does not wait for a search that fails. */
export async function warnings(deps: Deps, actor: Actor, draft: Draft): Promise<SimilarToDraft[]> {
  try {
    return await warnOfSimilar(deps, { actor, draft });
  } catch (error) {
    deps.log.error({ err: error, draftId: draft.id }, 'similar initiatives were not looked for');
    return [];
  }
}
