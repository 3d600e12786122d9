import { type DomainJobs, rendering } from '../jobs/kinds.ts';
import { today } from '../kernel/deps.ts';
import { languageOf } from '../kernel/language.ts';
import { findAccessRequest, personAtWork } from './access-queries.ts';
import { accessCard, matchedNews, refusedNews } from './access-views.ts';
import { accessAsked, accessMatched, accessRefused, roleEnded, roleGranted } from './messages.ts';
import { findGrant } from './role-queries.ts';
import { endedNews, grantedNews } from './role-views.ts';

export const peopleJobs: DomainJobs = {
  renderers: [
    rendering(roleGranted, async (deps, { subjectId, language }) => {
      const grant = await findGrant(deps.db, subjectId);
      return grant && grantedNews(grant, language);
    }),
    rendering(roleEnded, async (deps, { subjectId, language }) => {
      const grant = await findGrant(deps.db, subjectId);
      return grant && endedNews(grant, language);
    }),
    rendering(accessAsked, async (deps, { subjectId, language }) => {
      const request = await findAccessRequest(deps.db, subjectId);
      return request && accessCard(request, language);
    }),
    rendering(accessMatched, async (deps, { subjectId, language }) => {
      const person = await personAtWork(deps.db, subjectId, today(deps));
      return person && matchedNews(person, language);
    }),
    // Who reads it is no person of the list, so their language was kept with the request.
    rendering(accessRefused, async (deps, { subjectId }) => {
      const request = await findAccessRequest(deps.db, subjectId);
      return request?.refusalReason
        ? refusedNews(request.refusalReason, languageOf(request.locale))
        : null;
    }),
  ],
};
