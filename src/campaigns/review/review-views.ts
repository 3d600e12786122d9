import type { KnownBlock, ModalView } from '@slack/types';
import { commendationPhrases } from '../../exemplars/commendation/commendation-phrases.ts';
import type { Rendered } from '../../jobs/kinds.ts';
import { type Language, languageOf } from '../../kernel/language.ts';
import { formatDay, formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  confirmation,
  context,
  escapeText,
  header,
  input,
  labelledTexts,
  option,
  plain,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { countText } from '../announcing/announcement-views.ts';
import type { UnitName } from '../authority.ts';
import { unitMenu } from '../progress/figures-views.ts';
import { progressPhrases } from '../progress/progress-phrases.ts';
import { lineBlocks } from '../progress/ranking-views.ts';
import type { CampaignCard } from '../queries.ts';
import type { OpenedReview } from './open-review.ts';
import {
  finishReviewButton,
  proposeRewardButton,
  removeRewardButton,
  reviewModal,
  reviewReportButton,
  rewardModal,
  writeReviewButton,
} from './review-controls.ts';
import { reviewPhrases } from './review-phrases.ts';
import { listedMark, type Proposal, type Review } from './review-queries.ts';
import { hasLapsed, REVIEW_LIMITS, reviewProblem } from './review-rules.ts';

export interface ReviewReader {
  language: Language;
  zone: string;
}

/** Proposals that a modal of a hundred blocks shows one by one. */
const PROPOSALS_SHOWN = 40;
/** Characters of them in a message, which has 12,000 at most. */
const MESSAGE = 10_000;
/** Lines of a ranking in a message. */
const RANKED_SHOWN = 30;
const TEXT_SHOWN = 900;

/** A review with what can be done about it. */
export function reviewView(opened: OpenedReview, { language, zone }: ReviewReader): ModalView {
  const { campaignId, kind, code, state, plan, review, proposals, finishes } = opened;
  const say = reviewPhrases[language];
  const about = { campaignId, kind };
  const planned = kind === 'midterm' ? plan.midtermOn : plan.finalReviewOn;
  const open = isOpen(opened);
  const finish = finishReviewButton.button(
    say.finish(kind),
    { ...about, seen: review?.revision ?? 0, listed: listedMark(proposals) },
    {
      style: 'primary',
      confirm: confirmation({
        title: say.finishTitle,
        text: say.finishText({
          kind,
          channels: plan.channelIds.length,
          proposals: proposals.length,
          midterm: opened.midtermLapses,
        }),
        confirm: say.finish(kind),
        deny: say.cancel,
      }),
    },
  );
  return readingModal({ title: say.kind(kind), close: say.close }, [
    section(`*${code}* ${escapeText(plan.name)}`),
    ...(planned ? [context(say.planned({ day: formatDay(planned) }))] : []),
    ...(review
      ? [
          ...textsBlocks(review, language),
          context(standing(review, { language, zone })),
          ...(hasLapsed(kind, review, state) ? [context(say.lapsed)] : []),
        ]
      : [section(say.notWritten)]),
    ...proposalBlocks(opened, language),
    actions(
      `campaign_review_${campaignId}`,
      ...(open ? [writeReviewButton.button(review ? say.amend : say.write, about)] : []),
      reviewReportButton.button(say.report, about),
      ...(kind === 'final' && open
        ? [proposeRewardButton.button(say.propose, { campaignId })]
        : []),
      ...(review && open && finishes ? [finish] : []),
    ),
  ]);
}

/** Whether it can be written and finished now. */
function isOpen({ kind, state, plan, review }: OpenedReview): boolean {
  return !review?.finished && reviewProblem(kind, { ...plan, state }) === null;
}

/** Who wrote or finished it, and when. */
export function standing(
  { finished, ...review }: Review,
  { language, zone }: ReviewReader,
): string {
  const say = reviewPhrases[language];
  return finished
    ? say.finishedBy({
        name: escapeText(finished.byName),
        at: formatInstant(finished.at, zone),
      })
    : say.writtenBy({
        name: escapeText(review.writtenByName),
        at: formatInstant(review.writtenAt, zone),
      });
}

function textsBlocks(review: Review, language: Language): KnownBlock[] {
  const say = reviewPhrases[language];
  return labelledTexts([
    [say.heldOn, formatDay(review.heldOn)],
    [say.results, clip(review.results, TEXT_SHOWN)],
    [say.limits, clip(review.limits, TEXT_SHOWN)],
    [say.lessons, clip(review.lessons, TEXT_SHOWN)],
  ]);
}

function proposalBlocks(opened: OpenedReview, language: Language): KnownBlock[] {
  const { campaignId, kind, plan, proposals } = opened;
  if (kind !== 'final') return [];
  const say = reviewPhrases[language];
  const { prizes } = plan;
  const left = proposals.length - PROPOSALS_SHOWN;
  return [
    section(say.proposals({ count: proposals.length, prizes })),
    ...(prizes !== null && proposals.length > prizes
      ? [section(say.overPrizes({ count: proposals.length, prizes }))]
      : []),
    ...proposals
      .slice(0, PROPOSALS_SHOWN)
      .map((one) =>
        section(
          proposalLine(one, language),
          isOpen(opened)
            ? removeRewardButton.button(say.remove, { campaignId, proposalId: one.id })
            : undefined,
        ),
      ),
    ...(left > 0 ? [context(say.more({ count: left }))] : []),
  ];
}

function proposalLine(
  { name, unitName, form, merit, proposedByName }: Proposal,
  language: Language,
): string {
  const line = reviewPhrases[language].rewardLine({
    name: escapeText(unitName ? `${name}, ${unitName}` : name),
    form: commendationPhrases[language].form(form),
    by: escapeText(proposedByName),
  });
  return `${line}\n${escapeText(clip(merit.replaceAll(/\s+/g, ' '), 200))}`;
}

/** The form in which a review is written. */
export function writeReviewView(
  { campaignId, kind, code, plan, review }: OpenedReview,
  { language, today }: { language: Language; today: string },
): ModalView {
  const say = reviewPhrases[language];
  const field = (name: 'results' | 'limits' | 'lessons') =>
    input(name, say[name], {
      type: 'plain_text_input',
      multiline: true,
      max_length: REVIEW_LIMITS.text,
      ...(review ? { initial_value: review[name] } : {}),
    });
  return reviewModal.view({
    title: say.kind(kind),
    metadata: { campaignId, kind, seen: review?.revision ?? 0 },
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(`*${code}* ${escapeText(plan.name)}`),
      input('heldOn', say.heldOn, {
        type: 'datepicker',
        initial_date: review?.heldOn ?? today,
      }),
      field('results'),
      field('limits'),
      field('lessons'),
    ],
  });
}

/** The form for one proposed commendation. */
export function rewardView(
  { campaignId, code, plan }: OpenedReview,
  units: readonly UnitName[],
  language: Language,
): ModalView {
  const say = reviewPhrases[language];
  const forms = (['certificate', 'merit', 'letter'] as const).map((form) =>
    option(commendationPhrases[language].form(form), form),
  );
  return rewardModal.view({
    title: say.proposeTitle,
    metadata: { campaignId },
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(`*${code}* ${escapeText(plan.name)}`),
      ...(units.length > 0
        ? [
            input(
              'unit',
              say.unit,
              { ...unitMenu(units), placeholder: plain(say.choose) },
              { optional: true },
            ),
          ]
        : []),
      input(
        'person',
        say.person,
        { type: 'users_select', placeholder: plain(say.choose) },
        { optional: true },
      ),
      input('form', say.form, {
        type: 'static_select',
        options: forms,
        ...(forms[0] ? { initial_option: forms[0] } : {}),
      }),
      input('merit', say.merit, {
        type: 'plain_text_input',
        multiline: true,
        max_length: REVIEW_LIMITS.merit,
      }),
    ],
  });
}

/** In a channel: thanks, ranking and what was found. */
export function reviewMessage(card: CampaignCard, review: Review): Rendered {
  const language = languageOf(null);
  const say = reviewPhrases[language];
  const { finished, kind } = review;
  if (!finished) return null;
  const { plan, code, unitName, joined } = card;
  const text = say.posted({ kind, code: code ?? '', name: escapeText(plan.name) });
  const counts = countText(joined, plan.audience, language);
  const ranked = finished.lines.filter(({ rank }) => rank !== null);
  const left = finished.lines.length - RANKED_SHOWN;
  return {
    text,
    blocks: [
      header(`${say.kind(kind)}: ${plan.name}`),
      section(text),
      section(say.thanks({ unit: escapeText(unitName), counts })),
      ...(ranked.length > 0
        ? [
            section(`*${say.ranking}*`),
            ...lineBlocks(finished.lines.slice(0, RANKED_SHOWN), language),
            ...(left > 0 ? [context(progressPhrases[language].unitsMore({ count: left }))] : []),
          ]
        : []),
      section(`*${say.results}*`),
      quote(clip(review.results, 2_000)),
      ...(kind === 'midterm' ? [context(say.goesOn({ day: formatDay(plan.endsOn) }))] : []),
    ],
  };
}

/** To the secretary: what a final review proposes. */
export function rewardsMessage(
  { code, plan }: CampaignCard,
  review: Review,
  proposals: readonly Proposal[],
  language: Language,
): Rendered {
  if (proposals.length === 0) return null;
  const say = reviewPhrases[language];
  const { campaignId, kind } = review;
  const text = say.rewards({
    ...{ kind, code: code ?? '', name: escapeText(plan.name), count: proposals.length },
  });
  const shown = fitting(proposals.map((one) => proposalLine(one, language)));
  const left = proposals.length - shown.length;
  return {
    text,
    blocks: [
      section(text),
      ...shown.map((line) => section(line)),
      ...(left > 0 ? [context(say.more({ count: left }))] : []),
      actions(
        `campaign_review_${campaignId}`,
        reviewReportButton.button(say.report, { campaignId, kind }),
      ),
    ],
  };
}

/** The first of them, as many as a message holds. */
function fitting(lines: readonly string[]): string[] {
  const shown: string[] = [];
  let room = MESSAGE;
  for (const line of lines.slice(0, PROPOSALS_SHOWN)) {
    room -= line.length;
    if (room < 0) break;
    shown.push(line);
  }
  return shown;
}
