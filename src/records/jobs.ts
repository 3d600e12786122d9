import { type DomainJobs, rendering } from '../jobs/kinds.ts';
import { findAward } from './award-queries.ts';
import { awardAnnulledNews, awardRecordedNews } from './award-views.ts';
import { awardAnnulled, awardRecorded } from './messages.ts';

export const recordsJobs: DomainJobs = {
  renderers: [
    rendering(awardRecorded, async ({ db, rulebook }, { subjectId, language, redrawing }) => {
      const award = await findAward(db, subjectId);
      if (!award || (award.annulled && !redrawing)) return null;
      return awardRecordedNews(award, { rulebook, language });
    }),
    rendering(awardAnnulled, async ({ db, rulebook }, { params, subjectId, language }) => {
      const award = await findAward(db, subjectId);
      return award && awardAnnulledNews(award, params, { rulebook, language });
    }),
  ],
};
