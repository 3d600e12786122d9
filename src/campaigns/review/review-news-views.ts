import type { KnownBlock } from '@slack/types';
import type { ReviewKind } from '../../database/generated/enums.ts';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { formatDay } from '../../kernel/time.ts';
import { actions, context, escapeText, section } from '../../slack/blocks.ts';
import type { CampaignCard } from '../queries.ts';
import { reviewButton } from './review-controls.ts';
import { reviewPhrases } from './review-phrases.ts';
import type { Review } from './review-queries.ts';
import { hasLapsed, type ReviewTelling } from './review-rules.ts';
import { type ReviewReader, standing } from './review-views.ts';

/** To those who write it: it is soon due, due or late. */
export function reviewDueMessage(
  card: CampaignCard,
  { kind, stage, day }: { kind: ReviewKind; stage: ReviewTelling; day: string },
  language: Language,
): NonNullable<Rendered> {
  const say = reviewPhrases[language];
  const text = say.due({ ...named(card, kind), stage, day: formatDay(day) });
  return {
    text,
    blocks: [section(text), context(say.dueHint), opening(card, kind, language)],
  };
}

/** To those who may finish it: the text is there; later that it is finished, or has lapsed. */
export function reviewReadyMessage(
  card: CampaignCard,
  review: Review,
  reader: ReviewReader,
): NonNullable<Rendered> {
  const { kind } = review;
  if (hasLapsed(kind, review, card.state)) return reviewLapsedMessage(card, review, reader);
  const say = reviewPhrases[reader.language];
  const text = review.finished ? say.posted(named(card, kind)) : say.ready(named(card, kind));
  return {
    text,
    blocks: [
      section(text),
      context(standing(review, reader)),
      ...(review.finished ? [] : [context(say.readyHint({ kind }))]),
      opening(card, kind, reader.language),
    ],
  };
}

/** To who wrote a mid-term review: the final one was finished before it. */
export function reviewLapsedMessage(
  card: CampaignCard,
  review: Review,
  reader: ReviewReader,
): NonNullable<Rendered> {
  const { kind } = review;
  const say = reviewPhrases[reader.language];
  const text = say.lapsedNews(named(card, kind));
  return {
    text,
    blocks: [
      section(text),
      context(`${standing(review, reader)} ${say.lapsed}`),
      opening(card, kind, reader.language),
    ],
  };
}

function named({ code, plan }: CampaignCard, kind: ReviewKind) {
  return { kind, code: code ?? '', name: escapeText(plan.name) };
}

function opening({ id }: CampaignCard, kind: ReviewKind, language: Language): KnownBlock {
  const label = reviewPhrases[language].kind(kind);
  return actions(`campaign_review_${id}`, reviewButton.button(label, { campaignId: id, kind }));
}
