import { type Renderer, rendering } from '../../jobs/kinds.ts';
import { today } from '../../kernel/deps.ts';
import {
  adopted,
  adoptionAnnulled,
  adoptionAssigned,
  adoptionEnded,
  effectsDue,
} from './adoption-messages.ts';
import { adoptionFile, adoptionsToReport } from './adoption-queries.ts';
import {
  adoptionAnnulledMessage,
  adoptionAssignedMessage,
  adoptionNews,
  effectsDueMessage,
} from './adoption-views.ts';
import { influenceCard, influenceNews } from './influence-messages.ts';
import { influenceRequest } from './influence-queries.ts';
import { influenceCardMessage, influenceNewsMessage } from './influence-views.ts';

/** The messages on what follows a recognition. */
export const afterRenderers: readonly Renderer[] = [
  rendering(adopted, async (deps, { subjectId, language }) => {
    const file = await adoptionFile(deps, deps.db, subjectId);
    return file && adoptionNews(file, 'adopted', language);
  }),
  rendering(adoptionEnded, async (deps, { subjectId, language }) => {
    const file = await adoptionFile(deps, deps.db, subjectId);
    return file && adoptionNews(file, 'ended', language);
  }),
  rendering(adoptionAssigned, async (deps, { subjectId, language }) => {
    const file = await adoptionFile(deps, deps.db, subjectId);
    return file && adoptionAssignedMessage(file, language);
  }),
  rendering(adoptionAnnulled, async (deps, { subjectId, language }) => {
    const file = await adoptionFile(deps, deps.db, subjectId);
    return file && adoptionAnnulledMessage(file, language);
  }),
  rendering(effectsDue, async (deps, { subjectId, language }) => {
    const on = today(deps);
    const due = await adoptionsToReport(deps, deps.db, subjectId);
    return due.length === 0 ? null : effectsDueMessage(due, on, language);
  }),
  rendering(influenceCard, async (deps, { subjectId, language }) => {
    const request = await influenceRequest(deps.db, subjectId);
    return request && influenceCardMessage(request, deps.zone, language);
  }),
  rendering(influenceNews, async (deps, { subjectId, params, language }) => {
    const request = await influenceRequest(deps.db, subjectId);
    return request && influenceNewsMessage(request, params.state, deps.zone, language);
  }),
];
