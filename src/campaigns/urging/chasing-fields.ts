import type { InputBlock } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { addDays, formatDay } from '../../kernel/time.ts';
import type { CampaignRules } from '../../rulebook/campaign-rules.ts';
import { RHYTHMS } from '../../rulebook/campaign-schema.ts';
import { input, option, plain } from '../../slack/blocks.ts';
import { type CampaignPlan, isWhole } from '../rules.ts';
import { chasingFormPhrases } from './chasing-form-phrases.ts';

/** What a plan says of how units are urged. */
export type Chasing = Pick<CampaignPlan, 'pledgeBy' | 'figuresEvery' | 'escalateDays'>;

/** What is proposed where a plan says nothing yet. */
export function proposedChasing(
  plan: CampaignPlan,
  rules: Pick<CampaignRules, 'pledgeDays' | 'figuresEvery' | 'escalateDays'>,
): Chasing {
  const { pledgeBy, figuresEvery, escalateDays, startsOn, endsOn } = plan;
  if (isWhole(plan)) return { pledgeBy, figuresEvery, escalateDays };
  const proposed = addDays(startsOn, rules.pledgeDays.value);
  return {
    pledgeBy: [proposed, endsOn].toSorted()[0] ?? endsOn,
    figuresEvery: rules.figuresEvery.value,
    escalateDays: rules.escalateDays.value,
  };
}

/** Its fields, in the form of a plan and in the one that changes a launched campaign. */
export function chasingInputs(chasing: Chasing, language: Language): InputBlock[] {
  const say = chasingFormPhrases[language];
  const { pledgeBy, figuresEvery, escalateDays } = chasing;
  const rhythms = RHYTHMS.map((rhythm) => option(say.rhythms[rhythm], rhythm));
  const chosen = rhythms.find(({ value }) => value === figuresEvery);
  return [
    input(
      'pledgeBy',
      say.pledgeBy,
      { type: 'datepicker', ...(pledgeBy ? { initial_date: pledgeBy } : {}) },
      { optional: true, hint: say.pledgeByHint },
    ),
    input(
      'figuresEvery',
      say.figuresEvery,
      { type: 'static_select', options: rhythms, ...(chosen ? { initial_option: chosen } : {}) },
      { hint: say.figuresHint },
    ),
    input(
      'escalateDays',
      say.escalateDays,
      {
        type: 'plain_text_input',
        max_length: 3,
        placeholder: plain('3'),
        initial_value: String(escalateDays),
      },
      { hint: say.escalateHint },
    ),
  ];
}

/** The number of days as it was written; 0 where it is none, which the rules of plans refuse. */
export function readEscalateDays(text: string): number {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
}

/** How units are urged, in words. */
export function chasingText(chasing: Chasing, language: Language): string {
  const say = chasingFormPhrases[language];
  const { pledgeBy, figuresEvery, escalateDays } = chasing;
  return [
    pledgeBy ? say.pledgeLine({ day: formatDay(pledgeBy) }) : say.noPledgeLine,
    say.figuresLine[figuresEvery],
    say.escalateLine({ days: escalateDays }),
  ].join('\n');
}
