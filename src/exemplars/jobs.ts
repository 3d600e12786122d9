import { building, type DomainJobs, performing, rendering } from '../jobs/kinds.ts';
import type { Deps } from '../kernel/deps.ts';
import { today } from '../kernel/deps.ts';
import { fileOfEndorsement, fileOfSubject } from './answers/answer-queries.ts';
import { consentMessage, endorsementMessage } from './answers/answer-views.ts';
import { digestMessage, dutyMessage } from './calendar/calendar-views.ts';
import { findDigest } from './calendar/digest-queries.ts';
import { postDigests } from './calendar/post-digests.ts';
import { remindDuty } from './calendar/remind-duty.ts';
import { findProposal } from './commendation/commendation-queries.ts';
import { proposalMessage, settledMessage } from './commendation/commendation-views.ts';
import { keepFilesTask, reportFile } from './evidence/evidence-messages.ts';
import { keepFiles } from './evidence/keep-files.ts';
import { reportFileContent } from './evidence/send-file.ts';
import {
  appliedNews,
  commendationProposed,
  commendationSettled,
  consentAsked,
  dutyReminder,
  endorsementAsked,
  exemplarNews,
  filesChecked,
  monthDigest,
  postUndelivered,
  praisePost,
  readyToEdit,
  reportsDue,
} from './messages.ts';
import { newsMessage, postMessage } from './publication/post-views.ts';
import { buildPressPack, pressPack } from './publication/press-pack.ts';
import { readyMessage, undeliveredMessage } from './publication/publication-views.ts';
import { tellUndelivered } from './publication/tell-undelivered.ts';
import { exemplarFile } from './queries.ts';
import { readingPhrases } from './reading/reading-phrases.ts';
import { filesMessage } from './reading/reading-views.ts';
import { remindApplications } from './spread/remind-applications.ts';
import { applicationsOf, findApplication } from './spread/spread-queries.ts';
import { appliedMessage, reportsDueMessage } from './spread/spread-views.ts';
import { unitsHeadedBy } from './units.ts';

export const exemplarsJobs: DomainJobs = {
  renderers: [
    rendering(consentAsked, async (deps, { subjectId, language }) => {
      const found = await fileOfSubject(deps.db, subjectId);
      return found && consentMessage(found.file, found.subject, deps.zone, language);
    }),
    rendering(endorsementAsked, async (deps, { subjectId, language }) => {
      const found = await fileOfEndorsement(deps.db, subjectId);
      return found && endorsementMessage(found.file, found.endorsement, deps.zone, language);
    }),
    rendering(readyToEdit, async (deps, { subjectId, language }) => {
      const file = await exemplarFile(deps.db, { id: subjectId });
      return file && readyMessage(file, language);
    }),
    rendering(exemplarNews, async (deps, { subjectId, params, language }) => {
      const file = await exemplarFile(deps.db, { id: subjectId });
      return file && newsMessage(file, params.news, language);
    }),
    rendering(praisePost, async (deps, { subjectId, redrawing }) => {
      const file = await exemplarFile(deps.db, { id: subjectId });
      // Taken down before it went out: there is nothing to say.
      if (!file || (file.state !== 'published' && !redrawing)) return null;
      return postMessage(file);
    }),
    rendering(postUndelivered, async (deps, { subjectId, params, language }) => {
      const file = await exemplarFile(deps.db, { id: subjectId });
      return file && undeliveredMessage(file, params, language);
    }),
    rendering(appliedNews, async (deps, { subjectId, language }) => {
      const application = await findApplication(deps, subjectId);
      return application && appliedMessage(application, language);
    }),
    rendering(reportsDue, async (deps, { subjectId, language }) => {
      const due = await reportsDueOf(deps, subjectId);
      return due.length === 0 ? null : reportsDueMessage(due, language);
    }),
    rendering(monthDigest, async (deps, { subjectId, redrawing }) => {
      const digest = await findDigest(deps.db, subjectId, deps.zone);
      return digest && digestMessage(digest, redrawing ?? false);
    }),
    rendering(dutyReminder, async (deps, { params, language }) => {
      const units = await deps.db.unit.findMany({
        where: { id: { in: params.unitIds } },
        orderBy: { name: 'asc' },
        select: { name: true },
      });
      return dutyMessage(
        units.map(({ name }) => name),
        language,
      );
    }),
    rendering(commendationProposed, async (deps, { subjectId, language }) => {
      const proposal = await findProposal(deps.db, subjectId);
      return proposal && proposalMessage(proposal, deps.zone, language);
    }),
    rendering(commendationSettled, async (deps, { subjectId, language }) => {
      const proposal = await findProposal(deps.db, subjectId);
      return proposal && settledMessage(proposal, deps.zone, language);
    }),
    rendering(filesChecked, async (deps, { subjectId, params, language }) => {
      const { number } = await deps.db.exemplar.findUniqueOrThrow({
        where: { id: subjectId },
        select: { number: true },
      });
      return filesMessage({ number, ...params }, language);
    }),
  ],
  performers: [performing(keepFilesTask, keepFiles)],
  files: [
    building(pressPack, buildPressPack),
    building(reportFile, async (deps, { params, personId, language }) => {
      const { name, number, content } = await reportFileContent(deps, { personId, ...params });
      return { name, content, comment: readingPhrases[language].fileComment({ number }) };
    }),
  ],
  due: [tellUndelivered, remindApplications, postDigests, remindDuty],
};

async function reportsDueOf(deps: Deps, personId: string) {
  const units = await unitsHeadedBy(deps.db, personId, today(deps));
  const headedIds = units.map(({ id }) => id);
  return (await applicationsOf(deps, { personId, headedIds })).filter(({ due }) => due);
}
