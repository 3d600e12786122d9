import { inTransaction } from '../database/transaction.ts';
import { sendFile } from '../jobs/files.ts';
import { addJob, refreshMessages } from '../jobs/outbox.ts';
import type { Deps } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../people/actor.ts';
import type { RegisterListeners } from '../slack/listeners.ts';
import { applyRun, discardRun, importModal, templateButtons } from './controls.ts';
import { checked, checkFile, templateFile } from './messages.ts';
import { phrases } from './phrases.ts';
import { applyImport, discardImport, mayImport } from './run-import.ts';
import { importFormView, noticeView } from './views.ts';

export const registerImportsListeners: RegisterListeners = (on, deps) => {
  on.subcommand(
    {
      command: '/thidua',
      names: ['nhap', 'nhap du lieu', 'import'],
      usage: (language) => phrases[language].usage,
    },
    async ({ actor, openModal }) => {
      requireAdministrator(actor);
      await openModal(importFormView(actor.language));
    },
  );

  on.submission(importModal, async ({ actor, fields, submissionKey }) => {
    requireAdministrator(actor);
    const [file, ...others] = fields.file;
    if (file === undefined || others.length > 0) {
      throw new AppError('one_file', {
        field: 'file',
        say: (language) => phrases[language].oneFile,
      });
    }
    const { slackUserId, language } = actor;
    await inTransaction(deps.db, (tx) =>
      addJob(
        tx,
        checkFile,
        { kind: fields.kind, fileId: file.id, slackUserId },
        { key: `imports.check:${submissionKey}` },
      ),
    );
    return { next: 'show', view: noticeView(phrases[language].checking, language) };
  });

  for (const { button } of templateButtons) {
    on.button(button, async ({ actor, value, openModal }) => {
      requireAdministrator(actor);
      const { personId, language } = actor;
      await inTransaction(deps.db, (tx) => sendFile(tx, templateFile, { personId, params: value }));
      await openModal(noticeView(phrases[language].templateSent, language));
      return undefined;
    });
  }

  on.button(applyRun, async ({ actor, value }) => {
    await applyImport(deps, { actor, ...value });
    await redraw(deps, value.runId);
    return undefined;
  });

  on.button(discardRun, async ({ actor, value }) => {
    await discardImport(deps, { actor, ...value });
    await redraw(deps, value.runId);
    return undefined;
  });
};

function redraw(deps: Deps, runId: string): Promise<void> {
  return inTransaction(deps.db, (tx) => refreshMessages(tx, checked, runId));
}

function requireAdministrator(actor: Actor): void {
  if (mayImport(actor)) return;
  throw new AppError('not_administrator', {
    say: (language) => phrases[language].notAdministrator,
  });
}
