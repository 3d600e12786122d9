import type { DomainJobs } from '../jobs/kinds.ts';
import { building, rendering } from '../jobs/kinds.ts';
import { afterRenderers } from './after/after-jobs.ts';
import { remindEffects } from './after/remind-effects.ts';
import { initiativeFile } from './file-queries.ts';
import { decided, filedForSecretary, receipt } from './messages.ts';
import { buildDocumentFile, documentFile } from './papers/document-file.ts';
import { similarTo } from './similar/open-similar.ts';
import { similarActions } from './similar/similar-views.ts';
import { decidedMessage, filedCard, receiptMessage } from './views.ts';
import { workflowJobs } from './workflow/workflow-jobs.ts';

export const initiativesJobs: DomainJobs = {
  renderers: [
    rendering(receipt, async (deps, { subjectId, language }) => {
      const file = await initiativeFile(deps, deps.db, { id: subjectId });
      return file && receiptMessage(file, deps.zone, language);
    }),
    rendering(filedForSecretary, async (deps, { subjectId, language }) => {
      const file = await initiativeFile(deps, deps.db, { id: subjectId });
      if (!file) return null;
      const { text, blocks } = filedCard(file, deps.zone, language);
      const which = { initiativeId: file.id, count: await similarTo(deps, file) };
      return { text, blocks: [...blocks, ...similarActions(which, language)] };
    }),
    rendering(decided, async (deps, { subjectId, language }) => {
      const file = await initiativeFile(deps, deps.db, { id: subjectId });
      return file && decidedMessage(file, language);
    }),
    ...(workflowJobs.renderers ?? []),
    ...afterRenderers,
  ],
  files: [building(documentFile, buildDocumentFile)],
  due: [...(workflowJobs.due ?? []), remindEffects],
};
