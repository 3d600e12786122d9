import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import {
  actions,
  clip,
  context,
  escapeText,
  input,
  option,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Adjustment } from './adjust-points.ts';
import { formatPoints } from './amounts.ts';
import { unitMenu } from './figures-views.ts';
import {
  givePointsButton,
  givePointsModal,
  takeBackButton,
  takeBackModal,
} from './progress-controls.ts';
import { progressPhrases } from './progress-phrases.ts';
import type { ProgressCampaign } from './progress-queries.ts';
import { PROGRESS_LIMITS } from './progress-rules.ts';

/** Rows with a button each that one modal holds. */
const LISTED = 80;
/** Characters of a reason in the list, so that so many stay below what Slack takes. */
const REASON = 150;

/** The points that stand, for those who may give and take them back. */
export function pointsView(
  campaign: ProgressCampaign,
  adjustments: readonly Adjustment[],
  language: Language,
): ModalView {
  const say = progressPhrases[language];
  const { id: campaignId } = campaign;
  const newest = adjustments.toReversed();
  const left = newest.length - LISTED;
  return readingModal({ title: say.points, close: say.close }, [
    section(`*${campaign.code ?? ''}* ${escapeText(campaign.name)}`),
    actions(
      `campaign_points_${campaignId}`,
      givePointsButton.button(say.givePoints, { campaignId }),
    ),
    ...(adjustments.length === 0 ? [section(say.noPoints)] : []),
    ...newest
      .slice(0, LISTED)
      .map((adjustment) =>
        section(
          pointsLine(adjustment, language),
          takeBackButton.button(say.takeBack, { campaignId, adjustmentId: adjustment.id }),
        ),
      ),
    ...(left > 0 ? [context(say.pointsMore({ count: left }))] : []),
  ]);
}

function pointsLine({ unitName, points, reason, madeBy }: Adjustment, language: Language): string {
  const say = progressPhrases[language];
  const amount =
    points > 0n
      ? say.bonusOf({ points: formatPoints(points) })
      : say.penaltyOf({ points: formatPoints(-points) });
  return `*${escapeText(unitName)}*: ${amount} · ${escapeText(madeBy)}\n${escapeText(clip(reason, REASON))}`;
}

/** The form for a bonus or penalty. */
export function givePointsView(campaign: ProgressCampaign, language: Language): ModalView {
  const say = progressPhrases[language];
  const bonus = option(say.bonus, 'bonus');
  return givePointsModal.view({
    title: say.points,
    metadata: { campaignId: campaign.id, adjustmentId: randomUUID() },
    submit: say.save,
    close: say.cancel,
    blocks: [
      input('unit', say.unit, unitMenu(campaign.units)),
      input('kind', say.pointsKind, {
        type: 'radio_buttons',
        options: [bonus, option(say.penalty, 'penalty')],
        initial_option: bonus,
      }),
      input('points', say.pointsCount, {
        type: 'plain_text_input',
        max_length: PROGRESS_LIMITS.amount,
      }),
      input('reason', say.why, reasonField),
    ],
  });
}

/** The form for taking points back. */
export function takeBackView(
  { campaignId, adjustment }: { campaignId: string; adjustment: Adjustment },
  language: Language,
): ModalView {
  const say = progressPhrases[language];
  return takeBackModal.view({
    title: say.takeBackTitle,
    metadata: { campaignId, adjustmentId: adjustment.id },
    submit: say.takeBack,
    close: say.cancel,
    blocks: [section(pointsLine(adjustment, language)), input('reason', say.why, reasonField)],
  });
}

const reasonField = {
  type: 'plain_text_input',
  multiline: true,
  max_length: PROGRESS_LIMITS.reason,
} as const;
