import type { KnownBlock, RichTextBlock, RichTextBlockElement } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import { type Language, languageOf } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import { daysBetween } from '../../rulebook/calendar.ts';
import { actions, context, escapeText, fields, header, section } from '../../slack/blocks.ts';
import { joinButton } from '../controls.ts';
import { phrases } from '../phrases.ts';
import type { CampaignCard, JoinCounts } from '../queries.ts';
import type { CampaignPlan } from '../rules.ts';

// What a campaign posts in channels.

/** Everybody in a channel reads the same words. */
const CHANNEL_LANGUAGE = languageOf(null);

export function announcementMessage(card: CampaignCard): NonNullable<Rendered> {
  const say = phrases[CHANNEL_LANGUAGE];
  return {
    text: escapeText(say.launched({ name: card.plan.name })),
    blocks: announcementBlocks(card),
  };
}

/** The announcement's blocks, the same in the preview. */
export function announcementBlocks(card: CampaignCard): KnownBlock[] {
  const { plan, joined } = card;
  const say = phrases[CHANNEL_LANGUAGE];
  const counts = countText(joined, plan.audience, CHANNEL_LANGUAGE);
  const closed = card.state === 'closed';
  return [
    header(plan.name),
    context(
      say.codeLine({
        code: card.code ?? say.codeLater,
        kind: say.kind[plan.kind],
        unit: escapeText(card.unitName),
      }),
    ),
    fields([
      [say.labelDates, datesText(plan)],
      [say.labelAudience, say.audience[plan.audience]],
      [say.labelContact, contactText(card.contact)],
    ]),
    labelledTexts([
      [say.labelObjective, plan.objective],
      [say.labelContent, plan.content],
      [say.labelCriteria, plan.criteria],
      [say.labelRewards, plan.rewards],
      [say.labelBasis, plan.basis],
    ]),
    ...(closed
      ? [section(say.endedCard({ day: formatDay(plan.endsOn), counts }))]
      : [
          section(say.joinedSoFar({ counts })),
          actions(
            'campaign_join',
            joinButton.button(say.join, { campaignId: card.id }, { style: 'primary' }),
          ),
        ]),
  ];
}

/**
 * Null when the last day is over before it was posted, for a reminder is never late; one that stands in
 * the channel by then loses its button.
 */
export function reminderMessage(
  card: CampaignCard,
  { today, posted }: { today: Day; posted: boolean },
): Rendered {
  const { plan, code } = card;
  if (card.state !== 'published' || today > plan.endsOn) return posted ? endedMessage(card) : null;
  const say = phrases[CHANNEL_LANGUAGE];
  const text = say.reminderText({
    name: escapeText(plan.name),
    daysLeft: daysBetween(today, plan.endsOn),
    day: formatDay(plan.endsOn),
  });
  return {
    text,
    blocks: [
      section(`*${text}*`),
      context(say.reminderInvite({ code: code ?? '' })),
      actions(
        'campaign_join',
        joinButton.button(say.join, { campaignId: card.id }, { style: 'primary' }),
      ),
    ],
  };
}

function endedMessage(card: CampaignCard): NonNullable<Rendered> {
  const text = endedText(card);
  return { text, blocks: [context(text)] };
}

function endedText({ plan, code }: CampaignCard): string {
  return phrases[CHANNEL_LANGUAGE].closingText({
    name: escapeText(plan.name),
    code: code ?? '',
    day: formatDay(plan.endsOn),
  });
}

export function closingMessage(card: CampaignCard): NonNullable<Rendered> {
  const { plan, joined } = card;
  const say = phrases[CHANNEL_LANGUAGE];
  const text = endedText(card);
  const thanks = say.closingThanks({
    counts: countText(joined, plan.audience, CHANNEL_LANGUAGE),
  });
  const next = say.closingNext({
    unit: escapeText(card.unitName),
    contact: contactText(card.contact),
  });
  const anybody = joined.persons + joined.units > 0;
  return { text, blocks: [section(`*${text}*`), section(anybody ? `${thanks}\n${next}` : next)] };
}

/** "12 cá nhân và 3 tập thể"; only those whom the campaign invites. */
export function countText(
  joined: JoinCounts,
  audience: CampaignPlan['audience'],
  language: Language,
): string {
  const { counts, and } = phrases[language];
  const persons = counts.persons(joined.persons);
  const units = counts.collectives(joined.units);
  if (audience === 'persons') return persons;
  return audience === 'collectives' ? units : `${persons}${and}${units}`;
}

export function datesText(plan: Pick<CampaignPlan, 'startsOn' | 'endsOn'>): string {
  const [from, to] = [formatDay(plan.startsOn), formatDay(plan.endsOn)];
  return from === to ? from : `${from} – ${to}`;
}

export function channelsText(channelIds: readonly string[]): string {
  return channelIds.map((id) => `<#${id}>`).join(', ');
}

/** A mention, so that readers can write to the contact, or the name of one who is not in Slack. */
function contactText(contact: CampaignCard['contact']): string {
  return contact.slackUserId ? `<@${contact.slackUserId}>` : escapeText(contact.fullName);
}

/** The author's own texts, each under its label, as quotations that no markup in them can leave. */
function labelledTexts(
  pairs: readonly (readonly [label: string, text: string | null])[],
): RichTextBlock {
  const elements = pairs.flatMap(([label, text]): RichTextBlockElement[] =>
    text === null
      ? []
      : [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: label, style: { bold: true } }],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text }] },
        ],
  );
  return { type: 'rich_text', elements };
}
