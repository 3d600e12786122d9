import { building, type DomainJobs, rendering } from '../jobs/kinds.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Language } from '../kernel/language.ts';
import { actorOf } from '../people/actor.ts';
import {
  announcementMessage,
  closingMessage,
  reminderMessage,
  withdrawnMessage,
} from './announcing/announcement-views.ts';
import { closeCampaigns } from './announcing/close-campaigns.ts';
import { launchScheduled } from './announcing/launch-scheduled.ts';
import { remindCampaigns } from './announcing/remind-campaigns.ts';
import { tellUndelivered, tellUndeliveredRankings } from './announcing/tell-undelivered.ts';
import { undeliveredMessage, undeliveredRankingMessage } from './announcing/undelivered-views.ts';
import { approvalMessage, lapsedMessage, settledMessage } from './approval/approval-views.ts';
import { findSubmission } from './approval/submission-queries.ts';
import { mayLaunch } from './authority.ts';
import { checkRenderers } from './checks/checks-jobs.ts';
import { remindCheckers } from './checks/remind-checkers.ts';
import { tellHeadsOfChecks } from './checks/tell-heads.ts';
import { gatherPledges } from './joining/gather-pledges.ts';
import { buildPledgeFile } from './joining/pledge-list.ts';
import { findPledge, findPledges } from './joining/pledge-queries.ts';
import { pledgeReturnedMessage } from './joining/pledge-views.ts';
import { CONFIRMABLE } from './joining/waiting-pledges.ts';
import { waitingMessage } from './joining/waiting-views.ts';
import {
  announcement,
  approvalCard,
  closing,
  direct,
  lapsed,
  pledgeFile,
  pledgeReturned,
  pledgesWaiting,
  preview,
  rankingPosted,
  rankingUndelivered,
  reminder,
  reviewFile,
  settledNews,
  undelivered,
  withdrawn,
} from './messages.ts';
import { planProblems } from './plan/check-plan.ts';
import { type PreviewReader, previewMessage } from './plan/preview-views.ts';
import { told } from './plan/problems.ts';
import { addressedUnits, countPeopleIn } from './plan/scope-queries.ts';
import { postedRanking } from './progress/post-ranking.ts';
import { postRankingsRegularly } from './progress/post-regularly.ts';
import { progressOf } from './progress/progress-queries.ts';
import { buildRankingFile, rankingFile } from './progress/ranking-file.ts';
import { rankingMessage } from './progress/ranking-views.ts';
import { type CampaignCard, findCampaign, reminderPosted } from './queries.ts';
import { remindOfReviews } from './review/remind-of-review.ts';
import { reviewRenderers } from './review/review-jobs.ts';
import { buildReport } from './review/review-report.ts';
import { gatherUrgings } from './urging/gather-urgings.ts';
import { urgingRenderers } from './urging/urging-jobs.ts';

export const campaignsJobs: DomainJobs = {
  renderers: [
    rendering(preview, async (deps, { subjectId, personId, language }) => {
      const card = await findCampaign(deps.db, subjectId);
      return previewMessage(card, await readerOf(deps, card, { personId, language }));
    }),
    rendering(approvalCard, async (deps, { subjectId, personId, language }) => {
      const found = await submitted(deps, subjectId);
      if (!found) return null;
      const reader = await readerOf(deps, found.card, { personId, language });
      return approvalMessage(found, reader);
    }),
    rendering(settledNews, async (deps, { subjectId, language }) => {
      const found = await submitted(deps, subjectId);
      return found && settledMessage(found, { language, zone: deps.zone });
    }),
    rendering(lapsed, async (deps, { subjectId, language }) => {
      const card = await findCampaign(deps.db, subjectId);
      return card && lapsedMessage(card, language);
    }),
    rendering(announcement, async (deps, { subjectId, redrawing }) => {
      const card = await findCampaign(deps.db, subjectId);
      return card && announcementMessage(card, { zone: deps.zone, first: !redrawing });
    }),
    rendering(direct, async (deps, { subjectId }) => {
      const card = await findCampaign(deps.db, subjectId);
      return card && announcementMessage(card, { zone: deps.zone, direct: true });
    }),
    rendering(reminder, async (deps, { params, subjectId }) => {
      const card = await findCampaign(deps.db, subjectId);
      if (!card) return null;
      const posted = await reminderPosted(deps.db, { campaignId: subjectId, ...params });
      return reminderMessage(card, { today: today(deps), posted });
    }),
    rendering(closing, async (deps, { subjectId }) => {
      const card = await findCampaign(deps.db, subjectId);
      return card && closingMessage(card);
    }),
    rendering(withdrawn, async (deps, { subjectId, language }) => {
      const card = await findCampaign(deps.db, subjectId);
      return card && withdrawnMessage(card, language);
    }),
    rendering(rankingPosted, async (deps, { subjectId, language }) => {
      const posted = await postedRanking(deps.db, subjectId);
      return posted && rankingMessage(posted, { language, zone: deps.zone });
    }),
    rendering(undelivered, async (deps, { params, subjectId, language }) => {
      const card = await findCampaign(deps.db, subjectId);
      return card && undeliveredMessage(card, params, language);
    }),
    rendering(rankingUndelivered, async (deps, { params, subjectId, language }) => {
      const posted = await postedRanking(deps.db, subjectId);
      const failure = { rankingId: subjectId, ...params };
      return posted && undeliveredRankingMessage(posted, failure, language);
    }),
    rendering(pledgesWaiting, async (deps, { params, language }) => {
      const waiting = await findPledges(deps.db, { ...CONFIRMABLE, id: { in: params.pledgeIds } });
      return waitingMessage(waiting, language);
    }),
    rendering(pledgeReturned, async (deps, { subjectId, language }) => {
      const pledge = await findPledge(deps.db, subjectId);
      return pledge && pledgeReturnedMessage(pledge, language);
    }),
    ...reviewRenderers,
    ...urgingRenderers,
    ...checkRenderers,
  ],
  files: [
    building(rankingFile, buildRankingFile),
    building(pledgeFile, buildPledgeFile),
    building(reviewFile, buildReport),
  ],
  due: [
    launchScheduled,
    closeCampaigns,
    remindCampaigns,
    tellUndelivered,
    tellUndeliveredRankings,
    gatherPledges,
    remindOfReviews,
    postRankingsRegularly,
    gatherUrgings,
    remindCheckers,
    tellHeadsOfChecks,
  ],
};

async function submitted(deps: Deps, submissionId: string) {
  const submission = await findSubmission(deps.db, submissionId);
  const card = submission && (await findCampaign(deps.db, submission.campaignId));
  return submission && card && { submission, card };
}

/** What a plan's reader is told besides the plan. */
async function readerOf(
  deps: Deps,
  card: CampaignCard | null,
  { personId, language }: { personId: string | null; language: Language },
): Promise<PreviewReader> {
  const { db, zone } = deps;
  const on = today(deps);
  const actor = card && personId ? await actorOf(deps, personId) : null;
  return {
    language,
    zone,
    today: on,
    now: deps.clock.now(),
    mayLaunch: card && actor ? await mayLaunch(deps, db, actor, card.plan.unitId) : false,
    people: card ? await countPeopleIn(db, addressedUnits(card.plan), on) : 0,
    indicators: card ? (await progressOf(db, card.id, on)).indicators : [],
    problems: card ? planProblems(deps, card.plan).map((one) => told(one).say(language)) : [],
  };
}
