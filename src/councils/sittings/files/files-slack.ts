import { sentFilePhrases } from '../../../documents/sent-file-phrases.ts';
import type { Actor } from '../../../people/actor.ts';
import type { RegisterListeners } from '../../../slack/listeners.ts';
import { refuseFilesWhenSigned } from '../../papers/refuse-signed.ts';
import { sittingToRun } from '../sitting-to-run.ts';
import { addSittingFiles } from './add-files.ts';
import {
  addFilesButton,
  addFilesModal,
  filesButton,
  getFileButton,
  takeOffFileButton,
} from './file-controls.ts';
import { filesOfSitting } from './file-queries.ts';
import { addFilesView, filesView } from './file-views.ts';
import { sendSittingFile } from './send-file.ts';
import { takeOffFile } from './take-off-file.ts';

/** What members read before a sitting, as files. */
export const registerSittingFileListeners: RegisterListeners = (on, deps) => {
  const readerOf = ({ language }: Actor) => ({ language, zone: deps.zone });
  const list = async (actor: Actor, sittingId: string, checking = false) =>
    filesView(await filesOfSitting(deps, { actor, sittingId }), { checking }, readerOf(actor));

  on.button(filesButton, async ({ actor, value, openModal }) => {
    await openModal(await list(actor, value.sittingId));
    return undefined;
  });

  on.button(getFileButton, async ({ actor, value }) => {
    await sendSittingFile(deps, { actor, ...value });
    return { text: sentFilePhrases[actor.language].coming };
  });

  // In the place of the list, which itself may lie on the agenda and the overview: Slack stacks three modals.
  on.button(addFilesButton, async ({ actor, value, showModal }) => {
    const sitting = await sittingToRun(deps, { actor, ...value });
    await refuseFilesWhenSigned(deps.db, value.sittingId);
    await showModal(addFilesView(sitting, readerOf(actor)));
    return undefined;
  });

  on.submission(addFilesModal, async ({ actor, metadata, fields }) => {
    await addSittingFiles(deps, { actor, ...metadata, ...fields });
    return { next: 'show', view: await list(actor, metadata.sittingId, true) };
  });

  on.button(takeOffFileButton, async ({ actor, value, showModal }) => {
    const { sittingId } = await takeOffFile(deps, { actor, ...value });
    await showModal(await list(actor, sittingId));
    return undefined;
  });
};
