import { building, type DomainJobs, rendering } from '../jobs/kinds.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Language } from '../kernel/language.ts';
import { announceWindows } from './announce-windows.ts';
import { confirmationCard, lateNews, settledNews, withdrawnNews } from './cards.ts';
import { findConfirmers, matterOf } from './confirmers.ts';
import { buildListFile, listFile } from './list-file.ts';
import { changedSince, findList, seasonCounts } from './list-queries.ts';
import { listCard, listNews } from './list-views.ts';
import {
  filedLate,
  listSettled,
  listToAccept,
  settled,
  toConfirm,
  windowAnnounced,
  windowMoved,
  windowReminder,
  withdrawn,
} from './messages.ts';
import { windowOfRegistration } from './prepare-registration.ts';
import { findRegistrationById, hasReached } from './queries.ts';
import { remindHeads } from './remind-heads.ts';
import type { Shown } from './standing.ts';
import { findWindow, notRegistered } from './window-queries.ts';
import { reminderNews, windowAnnouncement, windowMovedNews } from './window-views.ts';

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
    rendering(windowAnnounced, async (deps, { subjectId, language }) => {
      const window = await findWindow(deps.db, { id: subjectId });
      return window && windowAnnouncement(window, today(deps), shownIn(deps, language));
    }),
    rendering(windowMoved, async (deps, { params, subjectId, language }) => {
      const window = await findWindow(deps.db, { id: subjectId });
      const current = window?.opensOn === params.opensOn && window.closesOn === params.closesOn;
      return window && current ? windowMovedNews(window, { language }) : null;
    }),
    rendering(windowReminder, async (deps, { subjectId, personId, language }) => {
      const on = today(deps);
      const window = await findWindow(deps.db, { id: subjectId });
      if (!window || on > window.closesOn) return null;
      const missing = await notRegistered(deps.db, { windowId: subjectId, on, headId: personId });
      return missing.length === 0 ? null : reminderNews(window, missing, { language });
    }),
    rendering(listToAccept, async (deps, { params, subjectId, language }) => {
      const list = await findList(deps.db, { id: subjectId });
      if (!list) return null;
      const search = { unitId: list.unitId, year: list.year, on: today(deps) };
      const counts = await seasonCounts(deps.db, search);
      const changed = await changedSince(deps.db, { ...search, since: list.submittedAt });
      return listCard(list, params.revision, { counts, changed }, shownIn(deps, language));
    }),
    rendering(listSettled, async (deps, { params, subjectId, language }) => {
      const list = await findList(deps.db, { id: subjectId });
      if (list?.revision !== params.revision || list.state === 'submitted') return null;
      return listNews(list, shownIn(deps, language));
    }),
  ],
  files: [building(listFile, buildListFile)],
  due: [announceWindows, remindHeads],
};

function shownIn({ rulebook, zone }: Deps, language: Language): Shown {
  return { rulebook, zone, language };
}
