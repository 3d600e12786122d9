import { type DomainJobs, rendering } from '../jobs/kinds.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Language } from '../kernel/language.ts';
import { confirmationCard, lateNews, settledNews, withdrawnNews } from './cards.ts';
import { findConfirmers, matterOf } from './confirmers.ts';
import { filedLate, settled, toConfirm, withdrawn } from './messages.ts';
import { windowOfRegistration } from './prepare-registration.ts';
import { findRegistrationById, hasReached } from './queries.ts';
import type { Shown } from './standing.ts';

export const titlesJobs: DomainJobs = {
  renderers: [
    rendering(toConfirm, async (deps, { params, subjectId, personId, language }) => {
      const { revision } = params;
      const registration = await findRegistrationById(deps.db, subjectId, today(deps));
      if (!registration) return null;
      const pending = registration.revision === revision && registration.state === 'submitted';
      const search = { purpose: toConfirm.purpose, subjectId, personId, revision };
      if (!pending && !(await hasReached(deps.db, search))) return null;
      const confirmers = pending
        ? await findConfirmers(deps.db, matterOf(registration), today(deps))
        : null;
      return confirmationCard(registration, revision, confirmers, shownIn(deps, language));
    }),
    rendering(settled, async (deps, { params, subjectId, language }) => {
      const registration = await findRegistrationById(deps.db, subjectId, today(deps));
      const outdated = registration?.revision !== params.revision;
      if (!registration || outdated || registration.state === 'submitted') return null;
      const window = await windowOfRegistration(deps, registration);
      return settledNews(registration, window, shownIn(deps, language));
    }),
    rendering(withdrawn, async (deps, { params, subjectId, language }) => {
      const registration = await findRegistrationById(deps.db, subjectId, today(deps));
      if (registration?.revision !== params.revision) return null;
      return withdrawnNews(registration, shownIn(deps, language));
    }),
    rendering(filedLate, async (deps, { params, subjectId, language }) => {
      const registration = await findRegistrationById(deps.db, subjectId, today(deps));
      if (registration?.revision !== params.revision) return null;
      return lateNews(registration, shownIn(deps, language));
    }),
  ],
};

function shownIn({ rulebook, zone }: Deps, language: Language): Shown {
  return { rulebook, zone, language };
}
