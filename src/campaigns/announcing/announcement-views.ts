import type { KnownBlock, RichTextBlock, RichTextBlockElement } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import { type Language, languageOf } from '../../kernel/language.ts';
import { type Day, formatDay, formatInstant } from '../../kernel/time.ts';
import { daysBetween } from '../../rulebook/calendar.ts';
import {
  actions,
  clip,
  context,
  escapeText,
  fields,
  header,
  labelledTexts,
  quote,
  section,
} from '../../slack/blocks.ts';
import { joinButton } from '../controls.ts';
import { phrases } from '../phrases.ts';
import type { CampaignCard, JoinCounts } from '../queries.ts';
import type { CampaignPlan } from '../rules.ts';
import { announcingPhrases } from './announcing-phrases.ts';

// What a campaign posts in channels.

/** Everybody in a channel reads the same words. */
const CHANNEL_LANGUAGE = languageOf(null);

/** How a message is drawn: where it stands, and whether for the first time. */
export interface Drawing {
  zone: string;
  /** The first posting in a channel: the only one that may call everybody there. */
  first?: boolean;
  /** A direct message, which is not redrawn as people join and so shows no counts. */
  direct?: boolean;
}

export function announcementMessage(card: CampaignCard, drawing: Drawing): NonNullable<Rendered> {
  const say = phrases[CHANNEL_LANGUAGE];
  const calls = card.plan.mentionsChannel && drawing.first && !drawing.direct;
  return {
    text: escapeText(say.launched({ name: card.plan.name })),
    blocks: [...(calls ? [section('<!channel>')] : []), ...announcementBlocks(card, drawing)],
  };
}

/** The announcement's blocks, the same in the preview. */
export function announcementBlocks(card: CampaignCard, drawing: Drawing): KnownBlock[] {
  const { zone } = drawing;
  const { plan } = card;
  const { picture } = plan;
  const say = phrases[CHANNEL_LANGUAGE];
  return [
    header(plan.name),
    context(
      say.codeLine({
        code: card.code ?? say.codeLater,
        kind: say.kind[plan.kind],
        unit: escapeText(card.unitName),
      }),
    ),
    ...(picture
      ? [
          {
            type: 'image',
            slack_file: { id: picture.fileId },
            alt_text: picture.alt,
          } as const,
        ]
      : []),
    fields([
      [say.labelDates, datesText(plan)],
      [say.labelAudience, say.audience[plan.audience]],
      [say.labelScope, scopeText(card, CHANNEL_LANGUAGE)],
      [say.labelContact, contactText(card.contact)],
    ]),
    ...labelledTexts([
      [say.labelObjective, plan.objective],
      [say.labelContent, plan.content],
      [say.labelMeasures, plan.measures],
      [say.labelCriteria, plan.criteria],
      [say.labelRewards, rewardsText(plan)],
      [say.labelBasis, plan.basis],
    ]),
    ...changeNotes(card, zone),
    ...ending(card, drawing),
  ];
}

/** How it stands, with the button while people can join. */
function ending(card: CampaignCard, { zone, direct }: Drawing): KnownBlock[] {
  const { plan, state, withdrawn } = card;
  const say = phrases[CHANNEL_LANGUAGE];
  if (withdrawn) {
    const lead = say.withdrawnCard({ at: formatInstant(withdrawn.at, zone) });
    return [section(`*${lead}*`), quote(withdrawn.reason)];
  }
  const counts = countText(card.joined, plan.audience, CHANNEL_LANGUAGE);
  const confirmed = confirmedText(card.joined, plan.audience, CHANNEL_LANGUAGE);
  if (OVER.has(state))
    return [section(say.endedCard({ day: formatDay(plan.endsOn), counts, confirmed }))];
  return [
    ...(direct ? [] : [section(say.joinedSoFar({ counts, confirmed }))]),
    actions(
      'campaign_join',
      joinButton.button(say.join, { campaignId: card.id }, { style: 'primary' }),
    ),
  ];
}

const OVER: ReadonlySet<CampaignCard['state']> = new Set(['closed', 'reviewed', 'archived']);

/** What was changed since the launch, the newest first, as people wrote it. */
function changeNotes({ revisions, revisionCount }: CampaignCard, zone: string): RichTextBlock[] {
  if (revisions.length === 0) return [];
  const say = phrases[CHANNEL_LANGUAGE];
  const left = revisionCount - revisions.length;
  const line = (text: string, note = ''): RichTextBlockElement => ({
    type: 'rich_text_section',
    elements: [
      { type: 'text', text, style: { italic: true } },
      ...(note === '' ? [] : [{ type: 'text', text: note } as const]),
    ],
  });
  return [
    {
      type: 'rich_text',
      elements: [
        ...revisions.map(({ note, at }) =>
          line(say.changed({ at: formatInstant(at, zone) }), note),
        ),
        ...(left > 0 ? [line(say.changedBefore({ count: left }))] : []),
      ],
    },
  ];
}

function rewardsText({ rewards, prizes }: CampaignPlan): string | null {
  if (rewards === null || !prizes) return rewards;
  return `${rewards}\n${phrases[CHANNEL_LANGUAGE].prizes({ count: prizes })}`;
}

/** The units addressed, as many as fit a field. */
function scopeText(
  card: Pick<CampaignCard, 'scopeNames' | 'unitName'>,
  language: Language,
): string {
  const say = phrases[language];
  const { scopeNames, unitName } = card;
  if (scopeNames.length === 0) return say.scopeWhole({ unit: escapeText(unitName) });
  const shown = scopeNames.slice(0, UNITS_NAMED);
  const left = scopeNames.length - shown.length;
  const names = shown.map((name) => escapeText(clip(name, 100)));
  return [...names, ...(left > 0 ? [say.scopeMore({ count: left })] : [])].join(', ');
}

const UNITS_NAMED = 5;

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

function endedText({ plan, code, withdrawn }: CampaignCard): string {
  if (withdrawn) return phrases[CHANNEL_LANGUAGE].campaignWithdrawn({ code: code ?? '' });
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

/** How many persons are confirmed, after the counts; nothing where there is none to confirm. */
export function confirmedText(
  joined: JoinCounts,
  audience: CampaignPlan['audience'],
  language: Language,
): string {
  if (audience === 'collectives' || joined.persons === 0) return '';
  return phrases[language].confirmed({ count: joined.confirmed });
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

/** To one who joined: it was withdrawn, and why. */
export function withdrawnMessage(card: CampaignCard, language: Language): Rendered {
  const { plan, code, unitName, withdrawn } = card;
  if (!withdrawn) return null;
  const text = announcingPhrases[language].withdrawnNews({
    code: code ?? '',
    name: escapeText(plan.name),
    unit: escapeText(unitName),
  });
  return { text, blocks: [section(text), quote(withdrawn.reason)] };
}
