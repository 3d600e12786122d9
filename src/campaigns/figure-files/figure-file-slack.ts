import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../database/transaction.ts';
import { sendFile } from '../../jobs/files.ts';
import { addJob } from '../../jobs/outbox.ts';
import { readingModal, section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { openFiguresDesk } from './check-figures.ts';
import {
  applyFiguresButton,
  checkFiguresFile,
  discardFiguresButton,
  figuresFileButton,
  figuresFileModal,
  figuresTemplateButton,
  figuresTemplateFile,
} from './figure-file-controls.ts';
import { figureFilePhrases } from './figure-file-phrases.ts';
import { figureFileRefusal } from './figure-file-refusal.ts';
import { figuresFileView } from './figure-file-views.ts';
import { applyFigureFile, discardFigureFile } from './import-figures.ts';

/** Figures of campaigns that come in files. */
export const registerFigureFileListeners: RegisterListeners = (on, deps) => {
  on.button(figuresFileButton, async ({ actor, value, openModal }) => {
    const { campaign } = await openFiguresDesk(deps, deps.db, { actor, ...value });
    await openModal(figuresFileView(campaign, actor.language));
    return undefined;
  });

  on.button(figuresTemplateButton, async ({ actor, value, openModal }) => {
    await openFiguresDesk(deps, deps.db, { actor, ...value });
    const { personId, language } = actor;
    await inTransaction(deps.db, (tx) =>
      sendFile(tx, figuresTemplateFile, { personId, params: value }),
    );
    const say = figureFilePhrases[language];
    await openModal(
      readingModal({ title: say.open, close: say.close }, [section(say.templateComing)]),
    );
    return undefined;
  });

  on.submission(figuresFileModal, async ({ actor, metadata, fields, submissionKey }) => {
    await openFiguresDesk(deps, deps.db, { actor, ...metadata });
    const [file, ...others] = fields.file;
    if (!file || others.length > 0 || !/\.(xlsx|csv)$/i.test(file.name))
      throw figureFileRefusal('one_file', (say) => say.oneFile, 'file');
    const { slackUserId, language } = actor;
    await inTransaction(deps.db, (tx) =>
      addJob(
        tx,
        checkFiguresFile,
        { ...metadata, runId: randomUUID(), fileId: file.id, slackUserId },
        { key: `${checkFiguresFile.task}:${submissionKey}` },
      ),
    );
    const say = figureFilePhrases[language];
    const view = readingModal({ title: say.open, close: say.close }, [section(say.checking)]);
    return { next: 'show', view };
  });

  on.button(applyFiguresButton, async ({ actor, value }) => {
    await applyFigureFile(deps, { actor, ...value });
    return undefined;
  });

  on.button(discardFiguresButton, async ({ actor, value }) => {
    await discardFigureFile(deps, { actor, ...value });
    return undefined;
  });
};
