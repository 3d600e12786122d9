import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { unitsUnder } from '../../people/units-under.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { sendReportFile } from '../evidence/send-file.ts';
import { exemplarFile, exemplarFiles } from '../queries.ts';
import { fileViewFor } from '../reading/reading-slack.ts';
import { closeExemplar } from './close-exemplar.ts';
import { congratulate } from './congratulate.ts';
import { requestPressPack } from './press-pack.ts';
import {
  closeButton,
  closeModal,
  congratulateButton,
  editButton,
  pressPackButton,
  previewModal,
  reportFileButton,
  textModal,
  viewButton,
} from './publication-controls.ts';
import { publicationPhrases } from './publication-phrases.ts';
import {
  closedView,
  closeView,
  editHome,
  previewView,
  publishedView,
  textView,
} from './publication-views.ts';
import { publishExemplar } from './publish-exemplar.ts';
import { openToEdit, saveText } from './save-text.ts';

const SHOWN_AT_HOME = 3;

/** Editing, publishing, taking down; congratulating. */
export const registerPublicationListeners: RegisterListeners = (on, deps) => {
  on.button(viewButton, async ({ actor, value, openModal }) => {
    await openModal(await fileViewFor(deps, actor, { id: value.exemplarId }));
    return undefined;
  });

  on.button(editButton, async ({ actor, value, openModal }) => {
    const file = await exemplarFile(deps.db, { id: value.exemplarId });
    await openModal(textView(await openToEdit(deps.db, actor, file), actor.language));
    return undefined;
  });

  on.submission(textModal, async ({ actor, metadata, fields }) => {
    const { citizens, record = null, channels: channelIds, ...words } = fields;
    const namesCitizens = citizens === 'named';
    const input = { actor, ...metadata, ...words, namesCitizens, record, channelIds };
    const file = await saveText(deps, input);
    return { next: 'push', view: previewView(file, channelIds, actor.language) };
  });

  on.submission(previewModal, async ({ actor, metadata }) => {
    const { channelIds } = metadata;
    const published = await publishExemplar(deps, { actor, ...metadata });
    return { next: 'show', view: publishedView({ ...published, channelIds }, actor.language) };
  });

  on.button(closeButton, async ({ actor, value, openModal }) => {
    const file = await exemplarFile(deps.db, { id: value.exemplarId });
    await openModal(closeView(await openToEdit(deps.db, actor, file), actor.language));
    return undefined;
  });

  on.submission(closeModal, async ({ actor, metadata, fields }) => {
    const closed = await closeExemplar(deps, { actor, ...metadata, ...fields });
    return { next: 'show', view: closedView(closed, actor.language) };
  });

  on.button(congratulateButton, async ({ actor, value }) => {
    const fresh = await congratulate(deps, { actor, ...value });
    const say = publicationPhrases[actor.language];
    return { text: fresh ? say.congratulated : say.congratulatedBefore };
  });

  on.button(pressPackButton, async ({ actor, value }) => {
    await requestPressPack(deps, { actor, ...value });
    return { text: publicationPhrases[actor.language].packComing };
  });

  on.button(reportFileButton, async ({ actor, value }) => {
    await sendReportFile(deps, { actor, ...value });
    return { text: publicationPhrases[actor.language].packComing };
  });

  on.home(async (actor) => {
    const waiting = await waitingToEdit(deps, actor);
    return editHome(waiting, actor.language);
  });
};

/** What somebody of the communications may edit and has not published, the oldest first. */
async function waitingToEdit(deps: Deps, actor: Actor) {
  const units = await unitsUnder(deps.db, actor, ['communications'], today(deps));
  if (units.length === 0) return { shown: [], total: 0 };
  const unitIds = units.map(({ id }) => id);
  const where = {
    state: 'waiting',
    subjects: { every: { unitId: { in: unitIds } } },
  } as const;
  const [total, shown] = await Promise.all([
    deps.db.exemplar.count({ where }),
    exemplarFiles(deps.db, { where, orderBy: { reportedAt: 'asc' }, take: SHOWN_AT_HOME }),
  ]);
  return { shown, total };
}
