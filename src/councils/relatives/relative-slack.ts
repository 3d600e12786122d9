import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { personsOfSlackUsers } from '../../people/queries.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { declareRelative } from './declare-relative.ts';
import { endRelative } from './end-relative.ts';
import {
  addRelativeButton,
  endRelativeButton,
  relativeModal,
  relativesButton,
} from './relative-controls.ts';
import { relativePhrases as phrases } from './relative-phrases.ts';
import { ownRelatives } from './relative-queries.ts';
import { relativeRefusal } from './relative-refusal.ts';
import { relativeFormView, relativesView } from './relative-views.ts';

/** What follows `/hoidong`, folded. */
export const RELATIVE_WORDS: ReadonlySet<string> = new Set([
  'nguoi than',
  'nguoithan',
  'relatives',
]);

/** Relatives that a person declares, in modals that only they see. */
export const registerRelativeListeners: RegisterListeners = (on, deps) => {
  on.button(relativesButton, async ({ actor, openModal }) => {
    await openModal(await relativesModal(deps, actor));
    return undefined;
  });

  on.button(addRelativeButton, async ({ actor, openModal }) => {
    await openModal(relativeFormView(actor.language));
    return undefined;
  });

  on.submission(relativeModal, async ({ actor, fields }) => {
    const { relative, kinship } = fields;
    if (!relative)
      throw relativeRefusal('relative_missing', (say) => say.chooseRelative, 'relative');
    const person = (await personsOfSlackUsers(deps.db, [relative])).get(relative);
    if (!person) throw relativeRefusal('person_unknown', (say) => say.notInList, 'relative');
    await declareRelative(deps, { actor, relativeId: person.id, kinship });
    const done = phrases[actor.language].declared;
    return { next: 'show', view: await relativesModal(deps, actor, done) };
  });

  on.button(endRelativeButton, async ({ actor, value, openModal }) => {
    await endRelative(deps, { actor, ...value });
    await openModal(await relativesModal(deps, actor, phrases[actor.language].ended));
    return undefined;
  });
};

/** What `/hoidong người thân` opens, for anybody on the staff list. */
export async function relativesModal(deps: Deps, actor: Actor, done?: string) {
  const { language, personId } = actor;
  const relatives = await ownRelatives(deps.db, personId);
  const view = relativesView(relatives, { language, zone: deps.zone, ...(done ? { done } : {}) });
  // What lies under it shows the list as it was.
  return done ? { ...view, clear_on_close: true } : view;
}
