import { type DomainJobs, type MessageKind, type Renderer, rendering } from '../../jobs/kinds.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Language } from '../../kernel/language.ts';
import { initiativeFile } from '../file-queries.ts';
import { type Annulment, findAnnulment } from './annulment-queries.ts';
import { annulmentReach } from './annulment-reach.ts';
import { dueInitiatives } from './deadline-queries.ts';
import { reminderNews } from './deadline-views.ts';
import { annulmentCard, annulmentNews } from './ending-views.ts';
import { remindOfDeadlines } from './remind-deadlines.ts';
import { stepPicture } from './step-queries.ts';
import { mergedOutcomeNews, nobodyToCheckNews, stepNews } from './workflow-cards.ts';
import {
  absorbedNews,
  acceptedNews,
  annulledNews,
  annulmentSettled,
  annulmentToSettle,
  deadlineReminder,
  formRefusedNews,
  mendedNews,
  mergedNews,
  mergedOutcome,
  nobodyToCheck,
  returnedNews,
  withdrawnNews,
} from './workflow-messages.ts';

const STEP_NEWS = [
  acceptedNews,
  returnedNews,
  mendedNews,
  formRefusedNews,
  withdrawnNews,
  mergedNews,
  absorbedNews,
  annulledNews,
];

export const workflowJobs: DomainJobs = {
  renderers: [
    ...STEP_NEWS.map(stepRenderer),
    rendering(nobodyToCheck, async (deps, { subjectId, language }) => {
      const file = await initiativeFile(deps, deps.db, { id: subjectId });
      return file?.state === 'received' ? nobodyToCheckNews(file, language) : null;
    }),
    rendering(annulmentToSettle, async (deps, { params, language }) => {
      const annulment = await findAnnulment(deps.db, params.annulmentId);
      if (!annulment) return null;
      const reach = await reachOf(deps, annulment, language);
      return annulmentCard(annulment, reach, deps.zone, language);
    }),
    rendering(annulmentSettled, async (deps, { params, language }) => {
      const annulment = await findAnnulment(deps.db, params.annulmentId);
      if (!annulment) return null;
      const reach = await reachOf(deps, annulment, language);
      return annulmentNews(annulment, reach, deps.zone, language);
    }),
    rendering(mergedOutcome, async (deps, { params, subjectId, language }) => {
      const own = await initiativeFile(deps, deps.db, { id: subjectId });
      return own && mergedOutcomeNews(own, params.outcome, language);
    }),
    rendering(deadlineReminder, async (deps, { params, personId, language }) => {
      const due = await dueInitiatives(deps, deps.db, { ids: params.initiativeIds });
      return reminderNews(due, personId, language);
    }),
  ],
  due: [remindOfDeadlines],
};

function reachOf({ db, rulebook }: Deps, { initiativeId }: Annulment, language: Language) {
  return annulmentReach(db, initiativeId, { rulebook, language });
}

function stepRenderer(kind: MessageKind<{ stepId: string }>): Renderer {
  return rendering(kind, async (deps, { params, subjectId, language }) => {
    const file = await initiativeFile(deps, deps.db, { id: subjectId });
    const step = await stepPicture(deps.db, params.stepId);
    if (!file || !step) return null;
    return stepNews({ file, step, zone: deps.zone, today: today(deps), language });
  });
}
