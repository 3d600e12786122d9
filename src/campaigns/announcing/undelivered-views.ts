import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import { actions, context, escapeText, section } from '../../slack/blocks.ts';
import { resendButton } from '../controls.ts';
import { phrases } from '../phrases.ts';
import { resendRankingButton } from '../progress/progress-controls.ts';
import type { CampaignCard } from '../queries.ts';

/** To the author: which channel did not take the announcement, and what to do. */
export function undeliveredMessage(
  card: CampaignCard,
  failure: { messageId: string; channelId: string; reason: string },
  language: Language,
): NonNullable<Rendered> {
  const say = phrases[language];
  const { channelId, messageId, reason } = failure;
  const picture = card.plan.picture !== null && reason === 'invalid_blocks';
  const text = say.undeliveredText({ code: card.code ?? '', channel: `<#${channelId}>` });
  return {
    text,
    blocks: [
      section(`${text}\n${say.undeliveredWhy[picture ? 'picture' : whyOf(reason)]}`),
      context(say.slackReason({ reason: escapeText(reason) })),
      actions(
        'campaign_resend',
        resendButton.button(say.resend, { campaignId: card.id, messageId, channelId }),
      ),
    ],
  };
}

/** To who posted a ranking: which channel did not take it, and what to do. */
export function undeliveredRankingMessage(
  { code, day }: { code: string; day: Day },
  failure: { rankingId: string; messageId: string; channelId: string; reason: string },
  language: Language,
): NonNullable<Rendered> {
  const say = phrases[language];
  const { reason, ...value } = failure;
  const channel = `<#${failure.channelId}>`;
  const text = say.undeliveredRanking({ code, day: formatDay(day), channel });
  return {
    text,
    blocks: [
      section(`${text}\n${say.undeliveredWhy[whyOf(reason)]}`),
      context(say.slackReason({ reason: escapeText(reason) })),
      actions('campaign_resend_ranking', resendRankingButton.button(say.resend, value)),
    ],
  };
}

function whyOf(reason: string): 'uninvited' | 'archived' | 'other' {
  if (reason === 'not_in_channel' || reason === 'channel_not_found') return 'uninvited';
  return reason === 'is_archived' ? 'archived' : 'other';
}
