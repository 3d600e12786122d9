import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import {
  actions,
  clip,
  context,
  escapeText,
  inParts,
  input,
  option,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { UnitName } from '../authority.ts';
import { formatAmount } from './amounts.ts';
import { indicatorButton, indicatorModal } from './progress-controls.ts';
import { progressPhrases } from './progress-phrases.ts';
import type { Indicator, ProgressCampaign } from './progress-queries.ts';
import { PROGRESS_LIMITS, RECOMMENDED_WEIGHT } from './progress-rules.ts';
import type { SeenIndicator } from './set-indicator.ts';

/** What a campaign is measured by; for those who set it, with the buttons to change it. */
export function indicatorsView(
  campaign: ProgressCampaign,
  { language, measures, told }: { language: Language; measures: boolean; told?: string },
): ModalView {
  const say = progressPhrases[language];
  const { id: campaignId, code, indicators } = campaign;
  const room = indicators.length < PROGRESS_LIMITS.indicators;
  return readingModal({ title: say.indicators, close: say.close }, [
    ...(told ? [section(told)] : []),
    section(`${code === null ? '' : `*${code}* `}${escapeText(campaign.name)}`),
    ...(indicators.length === 0 ? [section(say.noIndicators)] : []),
    ...indicators.map((indicator, index) =>
      section(
        say.indicatorLine({
          number: index + 1,
          name: escapeText(indicator.name),
          measure: escapeText(indicator.measure),
          target: targetText(indicator, language),
          weight: indicator.weight,
        }),
        measures
          ? indicatorButton.button(say.changeIndicator, { campaignId, indicatorId: indicator.id })
          : undefined,
      ),
    ),
    ...(indicators.length > 0
      ? [
          context(
            weightsText(
              indicators.reduce((sum, { weight }) => sum + weight, 0),
              language,
            ),
          ),
        ]
      : []),
    ...(measures && room
      ? [
          actions(
            `campaign_indicators_${campaignId}`,
            indicatorButton.button(say.addIndicator, { campaignId, indicatorId: null }),
          ),
        ]
      : []),
  ]);
}

/** Names in a list of indicators beside other things, and indicators in one block of it. */
const SHORT = 60;
const BLOCK = 5;

/**
 * The indicators in short, for whoever reads the plan; nothing when there are none.
 *
 * @param room characters that they may take; those that do not fit are counted
 */
export function indicatorSummary(
  indicators: readonly Indicator[],
  { language, room }: { language: Language; room: number },
): KnownBlock[] {
  if (indicators.length === 0) return [];
  const say = progressPhrases[language];
  const lines = indicators.map((indicator, index) =>
    say.indicatorShort({
      number: index + 1,
      name: escapeText(clip(indicator.name, SHORT)),
      measure: escapeText(indicator.measure),
      target: targetText(indicator, language),
      weight: indicator.weight,
    }),
  );
  const ends = lines.map((_, index) => lines.slice(0, index + 1).join('\n').length);
  const shown = lines.filter((_, index) => (ends[index] ?? 0) <= room);
  const left = lines.length - shown.length;
  const sum = indicators.reduce((total, { weight }) => total + weight, 0);
  return [
    section(`*${say.indicators}*`),
    ...inParts(shown, BLOCK).map((part) => section(part.join('\n'))),
    ...(left > 0 ? [context(say.indicatorsMore({ count: left }))] : []),
    context(weightsText(sum, language)),
  ];
}

/** The total weight, with a warning when it is not what is recommended. */
function weightsText(sum: number, language: Language): string {
  const say = progressPhrases[language];
  return sum === RECOMMENDED_WEIGHT
    ? say.weights({ sum })
    : say.weightsOff({ sum, recommended: RECOMMENDED_WEIGHT });
}

function targetText({ target, targets, direction }: Indicator, language: Language): string {
  const say = progressPhrases[language];
  if (target === null) return say.ownTargets({ count: targets.size });
  const words = { target: formatAmount(target) };
  const common = direction === 'more' ? say.targetMore(words) : say.targetLess(words);
  return targets.size === 0 ? common : `${common}, ${say.ownTargets({ count: targets.size })}`;
}

/** The form of an indicator. */
export function indicatorView(content: {
  language: Language;
  seen: SeenIndicator;
  campaign: ProgressCampaign;
  indicator: Indicator | null;
  /** Whether there are figures, so that a new one has a reason, too. */
  figures: boolean;
}): ModalView {
  const { language, seen, campaign, indicator, figures } = content;
  const say = progressPhrases[language];
  const directions = { more: option(say.more, 'more'), less: option(say.less, 'less') };
  return indicatorModal.view({
    title: say.indicators,
    metadata: seen,
    submit: say.save,
    close: say.cancel,
    blocks: [
      input('name', say.name, {
        ...line(PROGRESS_LIMITS.name, indicator?.name),
        placeholder: { type: 'plain_text', text: say.namePlaceholder },
      }),
      input('measure', say.measure, {
        ...line(PROGRESS_LIMITS.measure, indicator?.measure),
        placeholder: { type: 'plain_text', text: say.measurePlaceholder },
      }),
      input('direction', say.direction, {
        type: 'radio_buttons',
        options: [directions.more, directions.less],
        initial_option: directions[indicator?.direction ?? 'more'],
      }),
      input(
        'target',
        say.target,
        line(
          PROGRESS_LIMITS.amount,
          indicator?.target == null ? '' : formatAmount(indicator.target),
        ),
        { optional: true },
      ),
      input(
        'targets',
        say.targets,
        {
          ...line(PROGRESS_LIMITS.targets, indicator ? ownLines(indicator, campaign.units) : ''),
          multiline: true,
        },
        { optional: true, hint: say.targetsHint },
      ),
      input('weight', say.weight, line(3, indicator ? String(indicator.weight) : ''), {
        hint: say.weightHint,
      }),
      ...(indicator || figures
        ? [
            input(
              'reason',
              indicator ? say.reason : say.reasonToAdd,
              line(PROGRESS_LIMITS.reason, ''),
              { optional: true, hint: say.reasonHint },
            ),
          ]
        : []),
      ...(indicator
        ? [
            input(
              'remove',
              say.remove,
              { type: 'checkboxes', options: [option(say.removeThis, 'yes')] },
              { optional: true },
            ),
          ]
        : []),
    ],
  });
}

function line(most: number, value: string | undefined) {
  return {
    type: 'plain_text_input' as const,
    max_length: most,
    ...(value ? { initial_value: value } : {}),
  };
}

function ownLines({ targets }: Indicator, units: readonly UnitName[]): string {
  return units
    .flatMap(({ id, name }) => {
      const own = targets.get(id);
      return own === undefined ? [] : [`${name}: ${formatAmount(own)}`];
    })
    .join('\n');
}
