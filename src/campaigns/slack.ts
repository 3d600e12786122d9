import type { Deps } from '../kernel/deps.ts';
import { today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { fold } from '../rulebook/fold.ts';
import { clip, escapeText } from '../slack/blocks.ts';
import type { CommandRequest, RegisterListeners } from '../slack/listeners.ts';
import { registerAnnouncingListeners } from './announcing/announcing-slack.ts';
import { registerApprovalListeners } from './approval/approval-slack.ts';
import { awaitedHomePart } from './approval/approval-views.ts';
import { plansAwaiting } from './approval/submission-queries.ts';
import { registerArchiveListeners } from './archive/archive-slack.ts';
import { pastView } from './archive/archive-views.ts';
import { writersFor } from './authority.ts';
import { registerCheckListeners } from './checks/checks-slack.ts';
import { registerJoiningListeners } from './joining/joining-slack.ts';
import { pledgesWaitingFor } from './joining/waiting-pledges.ts';
import { waitingHomePart } from './joining/waiting-views.ts';
import { homePart, LIST_LENGTH, listAnswer } from './list-views.ts';
import { phrases } from './phrases.ts';
import { plansHomePart } from './plan/plan-list-views.ts';
import { ownPlans } from './plan/plan-queries.ts';
import { openPlanForm, plansFor, registerPlanListeners } from './plan/plan-slack.ts';
import { registerProgressListeners } from './progress/progress-slack.ts';
import { registerReviewListeners } from './review/review-slack.ts';
import { pastCampaigns, runningCampaigns } from './running-campaigns.ts';
import { registerUrgingListeners } from './urging/urging-slack.ts';
import {
  openYearClustersFor,
  registerYearClusterListeners,
} from './year-clusters/year-cluster-slack.ts';

const HOME_LENGTH = 5;
const LIST_WORDS = new Set(['danh sach', 'danhsach', 'list']);
const PAST_WORDS = new Set(['luu tru', 'luutru', 'archive', 'archived']);
const CLUSTER_WORDS = new Set(['cum', 'khoi', 'cum khoi', 'clusters', 'cluster']);
const DRAFT_WORDS = new Set(['nhap', 'ban nhap', 'draft', 'drafts']);
const HELP_WORDS = new Set(['tro giup', 'trogiup', 'huong dan', 'huongdan', 'help', '?']);

/** `/phongtrao`: writing, approving and launching campaigns, joining them. */
export const registerCampaignsListeners: RegisterListeners = (on, deps) => {
  on.command('/phongtrao', async (request) => {
    const say = phrases[request.actor.language];
    const word = fold(request.words.join(' '));
    if (word === '') await startOrList(deps, request);
    else if (LIST_WORDS.has(word)) await request.reply(await list(deps, request.actor, null));
    else if (DRAFT_WORDS.has(word)) await request.reply(await plansFor(deps, request.actor));
    else if (PAST_WORDS.has(word)) await openPast(deps, request);
    else if (CLUSTER_WORDS.has(word)) await openYearClustersFor(deps, request);
    else if (HELP_WORDS.has(word)) await request.reply({ text: say.help });
    else {
      const unknown = escapeText(clip(request.words.join(' '), 100));
      await request.reply({ text: `${say.notUnderstood({ words: unknown })}\n${say.help}` });
    }
  });

  registerPlanListeners(on, deps);
  registerApprovalListeners(on, deps);
  registerAnnouncingListeners(on, deps);
  registerJoiningListeners(on, deps);
  registerProgressListeners(on, deps);
  registerReviewListeners(on, deps);
  registerUrgingListeners(on, deps);
  registerCheckListeners(on, deps);
  registerArchiveListeners(on, deps);
  registerYearClusterListeners(on, deps);

  on.home(async (actor) => {
    const reader = { language: actor.language, zone: deps.zone };
    const { personId } = actor;
    const [awaited, pledges, plans, running] = await Promise.all([
      plansAwaiting(deps.db, { personId, limit: HOME_LENGTH }),
      pledgesWaitingFor(deps.db, actor, today(deps)),
      ownPlans(deps.db, actor),
      runningCampaigns(deps, actor, HOME_LENGTH),
    ]);
    return [
      ...awaitedHomePart(awaited, reader),
      ...waitingHomePart(pledges.length, actor.language),
      ...plansHomePart(plans, reader),
      ...homePart(running, reader),
    ];
  });
};

async function startOrList(deps: Deps, request: CommandRequest): Promise<void> {
  const { actor } = request;
  if (await openPlanForm(deps, request)) return;
  const names = await writersFor(deps.db, actor.unitId, today(deps));
  const note = phrases[actor.language].whoMayWrite({ unit: actor.unitName, names });
  await request.reply(await list(deps, actor, note));
}

async function openPast(deps: Deps, { actor, openModal }: CommandRequest): Promise<void> {
  const past = await pastCampaigns(deps, actor, { state: 'reviewed', from: 0 });
  await openModal(pastView(past, { language: actor.language, zone: deps.zone }));
}

async function list(deps: Deps, actor: Actor, note: string | null) {
  const running = await runningCampaigns(deps, actor, LIST_LENGTH, { withEnded: true });
  return listAnswer(running, { language: actor.language, zone: deps.zone }, note);
}
