import { type DomainJobs, rendering } from '../jobs/kinds.ts';
import { roleEnded, roleGranted } from './messages.ts';
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
  ],
};
