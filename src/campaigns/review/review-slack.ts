import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { personsOfSlackUsers } from '../../people/queries.ts';
import { readingModal, section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { progressOf } from '../progress/progress-queries.ts';
import { finishReview } from './finish-review.ts';
import { openReview, openToWrite } from './open-review.ts';
import { proposeReward, removeReward } from './propose-reward.ts';
import {
  finishReviewButton,
  proposeRewardButton,
  removeRewardButton,
  reviewButton,
  reviewModal,
  reviewReportButton,
  rewardModal,
  writeReviewButton,
} from './review-controls.ts';
import { reviewPhrases, reviewRefusal } from './review-phrases.ts';
import { requestReport } from './review-report.ts';
import { reviewView, rewardView, writeReviewView } from './review-views.ts';
import { writeReview } from './write-review.ts';

type Which = { campaignId: string; kind: 'midterm' | 'final' };

/** Mid-term and final reviews of campaigns. */
export const registerReviewListeners: RegisterListeners = (on, deps) => {
  const view = async (actor: Actor, which: Which) =>
    reviewView(await openReview(deps, deps.db, { actor, ...which }), readerOf(deps, actor));

  on.button(reviewButton, async ({ actor, value, openModal }) => {
    await openModal(await view(actor, value));
    return undefined;
  });

  on.button(writeReviewButton, async ({ actor, value, openModal }) => {
    const opened = await openToWrite(deps, deps.db, { actor, ...value });
    const { language } = actor;
    await openModal(writeReviewView(opened, { language, today: today(deps) }));
    return undefined;
  });

  on.submission(reviewModal, async ({ actor, metadata, fields }) => {
    const { seen, ...which } = metadata;
    await writeReview(deps, { actor, ...which, seen, texts: fields });
    return { next: 'back', view: await view(actor, which) };
  });

  on.button(reviewReportButton, async ({ actor, value }) => {
    await requestReport(deps, { actor, ...value });
    return { text: reviewPhrases[actor.language].coming };
  });

  on.button(finishReviewButton, async ({ actor, value, showModal }) => {
    const { kind } = value;
    const done = await finishReview(deps, { actor, ...value });
    const say = reviewPhrases[actor.language];
    await showModal(
      readingModal({ title: say.kind(kind), close: say.close }, [
        section(done ? say.finished({ kind, ...done }) : say.finishedBefore),
      ]),
    );
    return undefined;
  });

  on.button(proposeRewardButton, async ({ actor, value, openModal }) => {
    const opened = await openToWrite(deps, deps.db, { actor, ...value, kind: 'final' });
    const { units } = await progressOf(deps.db, value.campaignId, today(deps));
    await openModal(rewardView(opened, units, actor.language));
    return undefined;
  });

  on.submission(rewardModal, async ({ actor, metadata, fields }) => {
    const { unit, person, form, merit } = fields;
    const known = person ? (await personsOfSlackUsers(deps.db, [person])).get(person) : undefined;
    if (person && !known)
      throw reviewRefusal('person_unknown', (say) => say.personUnknown, 'person');
    const subject = { personId: known?.id ?? null, unitId: unit ?? null };
    await proposeReward(deps, { actor, ...metadata, subject, form, merit });
    return { next: 'back', view: await view(actor, { ...metadata, kind: 'final' }) };
  });

  on.button(removeRewardButton, async ({ actor, value, showModal }) => {
    await removeReward(deps, { actor, ...value });
    const { campaignId } = value;
    await showModal(await view(actor, { campaignId, kind: 'final' }));
    return undefined;
  });
};

function readerOf({ zone }: Deps, { language }: Actor) {
  return { language, zone };
}
