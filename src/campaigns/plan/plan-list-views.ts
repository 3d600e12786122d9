import type { KnownBlock } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import { actions, context, divider, escapeText, section } from '../../slack/blocks.ts';
import type { Answer } from '../../slack/listeners.ts';
import { datesText } from '../announcing/announcement-views.ts';
import { amendButton, discardButton } from '../controls.ts';
import { phrases } from '../phrases.ts';
import { indicatorsButton } from '../progress/progress-controls.ts';
import { progressPhrases } from '../progress/progress-phrases.ts';
import { planPhrases } from './plan-phrases.ts';
import type { OwnPlan } from './plan-queries.ts';
import { discardLook, recallAction } from './preview-views.ts';

interface Reader {
  language: Language;
  zone: string;
}

const LISTED = 15;
const LISTED_AT_HOME = 3;

/** What somebody has written and not launched, with what can be done with each. */
export function plansAnswer(plans: readonly OwnPlan[], reader: Reader): Answer {
  const say = planPhrases[reader.language];
  if (plans.length === 0) return { text: say.plansNone };
  return {
    text: say.plansTitle,
    blocks: [section(`*${say.plansTitle}*`), ...items(plans.slice(0, LISTED), reader)],
  };
}

/** The part of Home: nothing when there is none. */
export function plansHomePart(plans: readonly OwnPlan[], reader: Reader): KnownBlock[] {
  if (plans.length === 0) return [];
  const say = planPhrases[reader.language];
  const left = plans.length - LISTED_AT_HOME;
  return [
    divider,
    section(`*${say.plansTitle}*`),
    ...items(plans.slice(0, LISTED_AT_HOME), reader),
    ...(left > 0 ? [context(say.plansMore({ count: left }))] : []),
  ];
}

function items(plans: readonly OwnPlan[], { language, zone }: Reader): KnownBlock[] {
  const say = planPhrases[language];
  return plans.flatMap(({ id: campaignId, mark, plan, unitName, stage, whole, updatedAt }) => {
    const stageText = phrases[language].stage[stage];
    const { launchAt } = plan;
    const text = say.planLine({
      name: escapeText(plan.name),
      unit: escapeText(unitName),
      dates: datesText(plan),
      stage: stage === 'draft' && !whole ? `${stageText}, ${say.unfinished}` : stageText,
      at: formatInstant(updatedAt, zone),
    });
    const indicators = indicatorsButton.button(progressPhrases[language].indicators, {
      campaignId,
    });
    const launches =
      stage === 'approved' && launchAt
        ? [context(say.launchesAt({ at: formatInstant(launchAt, zone) }))]
        : [];
    return [
      section(text),
      ...launches,
      stage === 'draft'
        ? actions(
            `campaign_plan_${campaignId}`,
            amendButton.button(say.goOn, { campaignId, mark }),
            indicators,
            discardButton.button(say.discard, { campaignId }, discardLook(language)),
          )
        : actions(`campaign_plan_${campaignId}`, recallAction(campaignId, language), indicators),
    ];
  });
}
