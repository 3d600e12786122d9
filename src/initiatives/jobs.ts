import type { DomainJobs } from '../jobs/kinds.ts';
import { rendering } from '../jobs/kinds.ts';
import { afterRenderers } from './after-jobs.ts';
import { initiativeFile } from './file-queries.ts';
import { decided, filedForSecretary, receipt } from './messages.ts';
import { remindEffects } from './remind-effects.ts';
import { decidedMessage, filedCard, receiptMessage } from './views.ts';

export const initiativesJobs: DomainJobs = {
  renderers: [
    rendering(receipt, async (deps, { subjectId, language }) => {
      const file = await initiativeFile(deps, deps.db, { id: subjectId });
      return file && receiptMessage(file, deps.zone, language);
    }),
    rendering(filedForSecretary, async (deps, { subjectId, language }) => {
      const file = await initiativeFile(deps, deps.db, { id: subjectId });
      return file && filedCard(file, deps.zone, language);
    }),
    rendering(decided, async (deps, { subjectId, language }) => {
      const file = await initiativeFile(deps, deps.db, { id: subjectId });
      return file && decidedMessage(file, language);
    }),
    ...afterRenderers,
  ],
  due: [remindEffects],
};
