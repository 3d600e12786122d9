import type { ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import {
  clip,
  context,
  escapeText,
  inParts,
  input,
  option,
  plain,
  section,
} from '../../slack/blocks.ts';
import type { UnitName } from '../authority.ts';
import { formatAmount } from './amounts.ts';
import { type FiguresForm, figureField } from './enter-figures.ts';
import { figuresModal, figuresUnitModal } from './progress-controls.ts';
import { progressPhrases } from './progress-phrases.ts';
import { PROGRESS_LIMITS } from './progress-rules.ts';

/** Choices that Slack takes in one group of a menu. */
const GROUP = 100;

/** For which unit, where one enters figures for several. */
export function figuresUnitView(
  {
    campaignId,
    asOf,
    units,
  }: { campaignId: string; asOf?: Day | undefined; units: readonly UnitName[] },
  language: Language,
): ModalView {
  const say = progressPhrases[language];
  return figuresUnitModal.view({
    title: say.enter,
    metadata: { campaignId, ...(asOf ? { asOf } : {}) },
    submit: say.next,
    close: say.cancel,
    blocks: [input('unit', say.unit, unitMenu(units))],
  });
}

/** A menu of units, in groups where they are more than Slack takes in one. */
export function unitMenu(units: readonly UnitName[]) {
  const options = units.map(({ id, name }) => option(name, id));
  const groups = inParts(options, GROUP).map((part) => ({
    label: plain(clip(part[0]?.text.text ?? '', 75)),
    options: part,
  }));
  return {
    type: 'static_select' as const,
    ...(options.length > GROUP ? { option_groups: groups } : { options }),
  };
}

/** The figures of one unit, all indicators of the campaign in one form. */
export function figuresView(form: FiguresForm, language: Language): ModalView {
  const say = progressPhrases[language];
  const { campaign, unit, last, mark, asOf } = form;
  return figuresModal.view({
    title: say.enter,
    metadata: { campaignId: campaign.id, unitId: unit.id, mark },
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(`*${campaign.code ?? ''}* ${escapeText(campaign.name)}\n${escapeText(unit.name)}`),
      context(say.figuresIntro),
      input('asOf', say.asOf, { type: 'datepicker', initial_date: asOf }),
      ...campaign.indicators.map(({ id, name, measure }) => {
        const before = last.get(id);
        const hint = before
          ? say.lastFigure({
              value: formatAmount(before.value),
              measure,
              day: formatDay(before.asOf),
            })
          : say.noLastFigure;
        return input(
          figureField(id),
          `${name} (${measure})`,
          { type: 'plain_text_input', max_length: PROGRESS_LIMITS.amount },
          { optional: true, hint },
        );
      }),
    ],
  });
}
