import type { ConfirmationDialog } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatDay, formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  confirmation,
  context,
  divider,
  escapeText,
  section,
} from '../../slack/blocks.ts';
import { announcementBlocks, channelsText } from '../announcing/announcement-views.ts';
import { amendButton, discardButton, publishButton, resendButton } from '../controls.ts';
import { phrases } from '../phrases.ts';
import type { CampaignCard } from '../queries.ts';
import { type CampaignPlan, closingDay, POSTING_TIME, planMark, reminderDay } from '../rules.ts';

// What a campaign sends to its author.

export function previewMessage(
  card: CampaignCard | null,
  reader: { language: Language; zone: string; today: Day },
): NonNullable<Rendered> {
  const { language, zone, today } = reader;
  const say = phrases[language];
  if (!card) return { text: say.previewDiscarded, blocks: [section(say.previewDiscarded)] };
  const { plan } = card;
  const channels = channelsText(plan.channelIds);
  if (card.publishedAt) {
    const text = say.previewPublished({
      name: escapeText(plan.name),
      code: card.code ?? '',
      at: formatInstant(card.publishedAt, zone),
      channels,
    });
    return { text, blocks: [section(text)] };
  }
  const draft = { campaignId: card.id, mark: planMark(plan) };
  const remindedOn = reminderDay(plan);
  return {
    text: escapeText(say.previewText({ name: plan.name })),
    blocks: [
      context(say.previewIntro),
      divider,
      ...announcementBlocks(card),
      divider,
      section(
        say.previewPlan({
          channels,
          reminder: remindedOn > today ? formatDay(remindedOn) : null,
          closing: formatDay(closingDay(plan)),
          time: POSTING_TIME,
        }),
      ),
      actions(
        'campaign_draft',
        publishButton.button(say.publish, draft, {
          style: 'primary',
          confirm: publishConfirmation(plan, language),
        }),
        amendButton.button(say.amend, draft),
        discardButton.button(
          say.discard,
          { campaignId: card.id },
          {
            style: 'danger',
            confirm: confirmation({
              title: say.discardTitle,
              text: say.discardConfirm,
              confirm: say.discard,
              deny: say.keep,
            }),
          },
        ),
      ),
    ],
  };
}

/** Names the channels; as mrkdwn, for only there does Slack show a channel's name for its id. */
function publishConfirmation(plan: CampaignPlan, language: Language): ConfirmationDialog {
  const say = phrases[language];
  const text = say.publishConfirm({ channels: channelsText(plan.channelIds) });
  return {
    ...confirmation({
      title: say.publishTitle,
      text,
      confirm: say.publish,
      deny: say.notYet,
    }),
    text: { type: 'mrkdwn', text: clip(text, 300) },
  };
}

export function undeliveredMessage(
  card: CampaignCard,
  failure: { messageId: string; channelId: string; reason: string },
  language: Language,
): NonNullable<Rendered> {
  const say = phrases[language];
  const { channelId, messageId, reason } = failure;
  const text = say.undeliveredText({ code: card.code ?? '', channel: `<#${channelId}>` });
  const uninvited = reason === 'not_in_channel' || reason === 'channel_not_found';
  const why = uninvited ? 'uninvited' : reason === 'is_archived' ? 'archived' : 'other';
  return {
    text,
    blocks: [
      section(`${text}\n${say.undeliveredWhy[why]}`),
      context(say.slackReason({ reason: escapeText(reason) })),
      actions(
        'campaign_resend',
        resendButton.button(say.resend, { campaignId: card.id, messageId, channelId }),
      ),
    ],
  };
}
