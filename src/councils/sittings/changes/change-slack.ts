import { sentFilePhrases } from '../../../documents/sent-file-phrases.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Actor } from '../../../people/actor.ts';
import { readingModal, section } from '../../../slack/blocks.ts';
import type { RegisterListeners } from '../../../slack/listeners.ts';
import { sittingToRun } from '../sitting-to-run.ts';
import { callOffSitting } from './call-off-sitting.ts';
import {
  callOffButton,
  callOffModal,
  changeSittingButton,
  changeSittingModal,
} from './change-controls.ts';
import { changePhrases as phrases } from './change-phrases.ts';
import { changeSitting } from './change-sitting.ts';
import { callOffView, changeSittingView } from './change-views.ts';
import { prepareChange } from './prepare-change.ts';

/** A sitting that is changed or called off. */
export const registerSittingChangeListeners: RegisterListeners = (on, deps) => {
  on.button(changeSittingButton, async ({ actor, value, openModal }) => {
    const offered = await prepareChange(deps, { actor, ...value });
    await openModal(changeSittingView(offered, deps.rulebook, readerOf(deps, actor)));
    return undefined;
  });

  on.submission(changeSittingModal, async ({ actor, metadata, fields }) => {
    const { initiatives, nominations, others, ...rest } = fields;
    const { moved } = await changeSitting(deps, {
      actor,
      sittingId: metadata.sittingId,
      change: {
        ...rest,
        shown: metadata.seen.split(' '),
        add: {
          initiativeIds: initiatives,
          nominations,
          others,
        },
      },
    });
    const say = phrases[actor.language];
    return {
      next: 'show',
      view: readingModal({ title: say.change, close: say.close }, [
        section(moved ? say.changedAndTold : say.changed),
        ...(fields.files.length > 0 ? [section(sentFilePhrases[actor.language].checking)] : []),
      ]),
    };
  });

  on.button(callOffButton, async ({ actor, value, openModal }) => {
    const sitting = await sittingToRun(deps, { actor, ...value });
    await openModal(callOffView(sitting, readerOf(deps, actor)));
    return undefined;
  });

  on.submission(callOffModal, async ({ actor, metadata, fields }) => {
    await callOffSitting(deps, { actor, ...metadata, ...fields });
    const say = phrases[actor.language];
    return {
      next: 'show',
      view: readingModal({ title: say.callOff, close: say.close }, [section(say.calledOff)]),
    };
  });
};

function readerOf(deps: Deps, actor: Actor) {
  return { language: actor.language, zone: deps.zone };
}
