import type { KnownBlock } from '@slack/types';
import type { Language } from '../kernel/language.ts';
import { formatInstant } from '../kernel/time.ts';
import { actions, clip, context, divider, escapeText, quote, section } from '../slack/blocks.ts';
import type { Answer } from '../slack/listeners.ts';
import { confirmedText, countText, datesText } from './announcing/announcement-views.ts';
import { manageButtons } from './announcing/manage-views.ts';
import { pastButton } from './archive/archive-controls.ts';
import { archivePhrases } from './archive/archive-phrases.ts';
import { checksButton } from './checks/check-controls.ts';
import { checkPhrases } from './checks/check-phrases.ts';
import { joinButton } from './controls.ts';
import { pledgeListButtons } from './joining/pledge-list-views.ts';
import { pledgePhrases } from './joining/pledge-phrases.ts';
import { phrases } from './phrases.ts';
import { rankingButton } from './progress/progress-controls.ts';
import { progressPhrases } from './progress/progress-phrases.ts';
import { reviewButton } from './review/review-controls.ts';
import { reviewPhrases } from './review/review-phrases.ts';
import { PAST_STATES, type Stage } from './rules.ts';
import type { RunningCampaign } from './running-campaigns.ts';
import { chasingButton } from './urging/urging-controls.ts';
import { urgingPhrases } from './urging/urging-phrases.ts';

/** Campaigns in the answer: a message holds fifty blocks, of which one takes up to seven. */
export const LIST_LENGTH = 6;

/** What a reader has pledged that is shown of one, and characters of a unit's name, so that they fit a message. */
const MINE = 5;
const UNIT_NAME = 80;

/** Of why it was withdrawn, characters in a list; its preview and announcements have all of it. */
const WITHDRAWN_REASON = 500;

/** Where nobody joins any more. */
const OVER: ReadonlySet<Stage> = new Set(['awaiting_review', ...PAST_STATES]);

export interface Running {
  shown: RunningCampaign[];
  total: number;
}

export interface Reader {
  language: Language;
  zone: string;
}

/** The answer to a wish for the list, with what else there is to say below it. */
export function listAnswer(running: Running, reader: Reader, note: string | null): Answer {
  const say = phrases[reader.language];
  const more = running.total - running.shown.length;
  const ended = running.shown.some(({ stage }) => stage === 'awaiting_review');
  const title = ended ? say.listTitleEnded : say.listTitle;
  const text = running.total === 0 ? say.listEmpty : title;
  return {
    text: note ? `${text}\n${note}` : text,
    blocks: [
      section(running.total === 0 ? text : `*${text}*`),
      ...running.shown.flatMap((campaign) => [divider, ...campaignItem(campaign, reader)]),
      ...(more > 0 ? [context(say.listMore({ count: more }))] : []),
      ...(note ? [context(note)] : []),
      actions(
        'campaign_past',
        pastButton.button(archivePhrases[reader.language].open, { state: 'reviewed' }),
      ),
    ],
  };
}

/** The part of Home: nothing when no campaign is running. */
export function homePart(running: Running, reader: Reader): KnownBlock[] {
  if (running.total === 0) return [];
  const say = phrases[reader.language];
  const more = running.total - running.shown.length;
  return [
    divider,
    section(`*${say.listTitle}*`),
    ...running.shown.flatMap((campaign) => campaignItem(campaign, reader)),
    ...(more > 0 ? [context(say.homeMore({ count: more }))] : []),
  ];
}

/** A campaign with what its reader may do. */
export function campaignItem(campaign: RunningCampaign, { language, zone }: Reader): KnownBlock[] {
  const say = phrases[language];
  const text = say.listItem({
    name: escapeText(campaign.name),
    code: campaign.code,
    unit: escapeText(clip(campaign.unitName, UNIT_NAME)),
    dates: datesText(campaign),
    stage: say.stage[campaign.stage],
    counts: countText(campaign.joined, campaign.audience, language),
    confirmed: confirmedText(campaign.joined, campaign.audience, language),
  });
  const mine = campaign.mine.map(({ unitName, since, state }) => {
    const at = formatInstant(since, zone);
    return unitName === null
      ? `${say.mineSelf({ since: at })} · ${pledgePhrases[language].standing[state]}`
      : say.mineUnit({ unit: escapeText(clip(unitName, UNIT_NAME)), since: at });
  });
  const label = campaign.canJoin || mine.length === 0 ? say.join : say.myPledges;
  const button = OVER.has(campaign.stage)
    ? undefined
    : joinButton.button(label, { campaignId: campaign.id });
  const reviews = campaign.reviews.map((kind) =>
    reviewButton.button(reviewPhrases[language].kind(kind), { campaignId: campaign.id, kind }),
  );
  return [
    section(text, button),
    ...(campaign.withdrawn ? withdrawnLines(campaign.withdrawn, { language, zone }) : []),
    ...(mine.length > 0 ? [context(...mine.slice(0, MINE))] : []),
    actions(
      `campaign_ranking_${campaign.id}`,
      rankingButton.button(progressPhrases[language].ranking, { campaignId: campaign.id }),
      ...reviews.slice(0, 1),
      ...(campaign.canChase
        ? [chasingButton.button(urgingPhrases[language].chase, { campaignId: campaign.id })]
        : []),
      ...(campaign.canSeeChecks
        ? [checksButton.button(checkPhrases[language].checks, { campaignId: campaign.id })]
        : []),
    ),
    // One block holds no two buttons of a kind.
    ...reviews
      .slice(1)
      .map((review, index) => actions(`campaign_review_${index}_${campaign.id}`, review)),
    ...(campaign.canList ? [pledgeListButtons(campaign.id, language)] : []),
    ...(campaign.canManage ? manageButtons(campaign.id, language) : []),
  ];
}

function withdrawnLines(
  { at, reason, byName }: NonNullable<RunningCampaign['withdrawn']>,
  { language, zone }: Reader,
): KnownBlock[] {
  const say = phrases[language];
  const when = say.withdrawnBy({ at: formatInstant(at, zone), name: escapeText(byName) });
  return [context(when), quote(clip(reason, WITHDRAWN_REASON))];
}
