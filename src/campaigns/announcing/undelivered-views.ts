import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { actions, context, escapeText, section } from '../../slack/blocks.ts';
import { resendButton } from '../controls.ts';
import { phrases } from '../phrases.ts';
import type { CampaignCard } from '../queries.ts';

/** To the author: which channel did not take the announcement, and what to do. */
export function undeliveredMessage(
  card: CampaignCard,
  failure: { messageId: string; channelId: string; reason: string },
  language: Language,
): NonNullable<Rendered> {
  const say = phrases[language];
  const { channelId, messageId, reason } = failure;
  const text = say.undeliveredText({ code: card.code ?? '', channel: `<#${channelId}>` });
  const picture = card.plan.picture !== null && reason === 'invalid_blocks';
  const uninvited = reason === 'not_in_channel' || reason === 'channel_not_found';
  const refused = picture ? 'picture' : reason === 'is_archived' ? 'archived' : 'other';
  const why = uninvited ? 'uninvited' : refused;
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
