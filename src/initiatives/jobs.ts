import type { DomainJobs } from '../jobs/kinds.ts';
import { building, rendering } from '../jobs/kinds.ts';
import type { Deps } from '../kernel/deps.ts';
import { type Actor, actorOf } from '../people/actor.ts';
import { holdsRole } from '../people/queries.ts';
import { afterRenderers } from './after/after-jobs.ts';
import { remindEffects } from './after/remind-effects.ts';
import { type InitiativeFile, initiativeFile } from './file-queries.ts';
import { decided, filedForSecretary, receipt } from './messages.ts';
import { buildDocumentFile, documentFile } from './papers/document-file.ts';
import { scoringsThatStand } from './scoring/prepare-scoring.ts';
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
    rendering(filedForSecretary, async (deps, { subjectId, personId, language }) => {
      const file = await initiativeFile(deps, deps.db, { id: subjectId });
      const reader = personId === null ? null : await actorOf(deps, personId);
      if (!file || !reader || !(await readsFiled(deps, reader, file))) return null;
      const scored = (await scoringsThatStand(deps.db, file.id)).length > 0;
      const { text, blocks } = filedCard(file, { zone: deps.zone, scored }, language);
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

/** The card goes to secretaries, or to administrators while there is none: to who is that still. */
async function readsFiled(deps: Deps, reader: Actor, { unitId }: InitiativeFile): Promise<boolean> {
  return (
    reader.grants.some(({ role }) => role === 'administrator') ||
    holdsRole(deps.db, reader, 'secretary', unitId)
  );
}
