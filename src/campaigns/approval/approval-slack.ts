import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { channelsText } from '../announcing/announcement-views.ts';
import { publishCampaign } from '../announcing/publish-campaign.ts';
import {
  approveButton,
  publishButton,
  recallButton,
  returnButton,
  returnModal,
  submitButton,
} from '../controls.ts';
import { phrases } from '../phrases.ts';
import { planPhrases } from '../plan/plan-phrases.ts';
import { findCampaign } from '../queries.ts';
import { approvalPhrases } from './approval-phrases.ts';
import { returnView, settledText } from './approval-views.ts';
import { openReturn } from './open-return.ts';
import { recallPlan } from './recall-plan.ts';
import { type Settlement, settleSubmission } from './settle-submission.ts';
import { submitPlan } from './submit-plan.ts';

/** Launching one's own, submitting, taking back, approving and returning. */
export const registerApprovalListeners: RegisterListeners = (on, deps) => {
  on.button(publishButton, async ({ actor, value }) => {
    const { code, launchAt, channelIds, again } = await publishCampaign(deps, {
      actor,
      draft: value,
    });
    const say = phrases[actor.language];
    if (code === null) {
      const at = formatInstant(launchAt, deps.zone);
      return { text: planPhrases[actor.language].scheduled({ at }) };
    }
    const channels = channelsText(channelIds);
    return { text: again ? say.alreadyPublished({ code }) : say.published({ code, channels }) };
  });

  on.button(submitButton, async ({ actor, value }) => {
    const { heads, again } = await submitPlan(deps, { actor, draft: value });
    const say = approvalPhrases[actor.language];
    return { text: again ? say.submittedBefore({ heads }) : say.submitted({ heads }) };
  });

  on.button(recallButton, async ({ actor, value }) => {
    await recallPlan(deps, { actor, campaignId: value.campaignId });
    return { text: approvalPhrases[actor.language].recalled };
  });

  on.button(approveButton, async ({ actor, value }) => {
    const verdict = { kind: 'approved' } as const;
    const settled = await settleSubmission(deps, { actor, seen: value, verdict });
    return { text: await answerTo(settled, actor.language) };
  });

  on.button(returnButton, async ({ actor, value, openModal }) => {
    const { submission, name } = await openReturn(deps, {
      actor,
      submissionId: value.submissionId,
    });
    if (submission.settled)
      return { text: await answerTo({ submission, launched: null, fresh: false }, actor.language) };
    await openModal(returnView(value, name, actor.language));
    return undefined;
  });

  on.submission(returnModal, async ({ actor, metadata, fields }) => {
    const verdict = { kind: 'returned', reason: fields.reason } as const;
    const settled = await settleSubmission(deps, { actor, seen: metadata, verdict });
    if (settled.fresh) return { next: 'close' };
    return { next: 'mend', errors: { reason: await answerTo(settled, actor.language) } };
  });

  async function answerTo(
    { submission, launched, fresh }: Settlement,
    language: Language,
  ): Promise<string> {
    const say = approvalPhrases[language];
    const { zone } = deps;
    const card = await findCampaign(deps.db, submission.campaignId);
    if (!card) return say.submissionGone;
    if (!fresh) return settledText(submission, card, { language, zone });
    const channels = channelsText(card.plan.channelIds);
    if (!launched) return say.returned({ author: submission.submittedBy });
    return launched.code === null
      ? say.approvedFor({ at: formatInstant(launched.launchAt, zone) })
      : say.approvedNow({ code: launched.code, channels });
  }
};
