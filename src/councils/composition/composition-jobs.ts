import { type DomainJobs, rendering } from '../../jobs/kinds.ts';
import { today } from '../../kernel/deps.ts';
import { problemsReminder, seatChanged, substituteNews } from './composition-messages.ts';
import { problemsNews, seatNews, substituteNewsView } from './composition-news-views.ts';
import { councilPicture } from './composition-queries.ts';
import { remindOfCompositions } from './remind-composition.ts';
import { councilProblems } from './standing-queries.ts';

export const compositionJobs: DomainJobs = {
  renderers: [
    rendering(seatChanged, async (deps, { params, subjectId, language }) => {
      const council = await councilPicture(deps.db, subjectId, today(deps));
      return council && seatNews(council, params, language);
    }),
    rendering(substituteNews, async (deps, { params, subjectId, language }) => {
      const council = await councilPicture(deps.db, subjectId, today(deps));
      return council && substituteNewsView(council, params, language);
    }),
    rendering(problemsReminder, async (deps, { params, language }) => {
      const on = today(deps);
      const found = await councilProblems(deps, deps.db, { under: params.unitIds, on });
      const meant = found.filter(
        ({ unitId, nextFrom }) => params.unitIds.includes(unitId) && nextFrom === null,
      );
      return problemsNews(meant, language);
    }),
  ],
  due: [remindOfCompositions],
};
