import type { RegisterListeners } from '../../slack/listeners.ts';
import { documentButtons } from './document-controls.ts';
import { requestDocument } from './document-file.ts';
import { documentComingView } from './document-views.ts';

/** The papers of an initiative. */
export const registerDocumentListeners: RegisterListeners = (on, deps) => {
  for (const { name, button } of documentButtons) {
    on.button(button, async ({ actor, value, openModal }) => {
      await requestDocument(deps, { actor, wanted: { ...value, name } });
      await openModal(documentComingView(actor.language));
      return undefined;
    });
  }
};
