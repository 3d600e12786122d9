import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { addDays, formatDay } from '../../kernel/time.ts';
import { context, escapeText, input, option, plain } from '../../slack/blocks.ts';
import {
  essentialsModal,
  type FormMetadata,
  organisingModal,
  SCOPE,
  textsModal,
} from '../controls.ts';
import { phrases } from '../phrases.ts';
import { type CampaignPlan, LIMITS } from '../rules.ts';
import { type Chasing, chasingInputs } from '../urging/chasing-fields.ts';
import type { Essentials } from './check-essentials.ts';
import type { AmendedDraft } from './draft-to-amend.ts';
import { formPhrases } from './form-phrases.ts';

/**
 * The first step.
 *
 * @param content.units those for which the person may write plans, at least one; a choice is offered when there
 *   are more
 */
export function essentialsView(content: {
  language: Language;
  form: FormMetadata;
  units: readonly { id: string; name: string }[];
  contactSlackId: string | null;
  amended: AmendedDraft | null;
}): ModalView {
  const { language, form, units, amended } = content;
  const say = formPhrases[language];
  const plan = amended?.plan;
  const contact = amended ? amended.contactSlackId : content.contactSlackId;
  const only = units.length === 1 ? units[0] : undefined;
  const kinds = choices(phrases[language].kind);
  const audiences = choices(phrases[language].audience);
  const scope = (amended?.scope ?? []).map(({ id, name }) => option(name, id));
  return essentialsModal.view({
    title: say.title,
    metadata: { form, unitId: only?.id ?? null },
    submit: say.next,
    close: say.cancel,
    blocks: [
      context(only ? `${say.step({ step: 1 })} · ${escapeText(only.name)}` : say.step({ step: 1 })),
      ...(only ? [] : [unitField(language, units, plan?.unitId)]),
      input('name', say.name, {
        type: 'plain_text_input',
        max_length: LIMITS.name,
        placeholder: plain(say.namePlaceholder),
        ...(plan ? { initial_value: plan.name } : {}),
      }),
      input('kind', say.kind, {
        type: 'static_select',
        options: kinds,
        ...chosen(kinds, plan?.kind),
      }),
      input('audience', say.audience, {
        type: 'static_select',
        options: audiences,
        ...chosen(audiences, plan?.audience),
      }),
      input(
        SCOPE,
        say.scope,
        {
          type: 'multi_external_select',
          min_query_length: 0,
          max_selected_items: LIMITS.scope,
          ...(scope.length > 0 ? { initial_options: scope } : {}),
        },
        { hint: say.scopeHint, optional: true },
      ),
      input('startsOn', say.startsOn, dayField(plan?.startsOn)),
      input('endsOn', say.endsOn, dayField(plan?.endsOn)),
      input(
        'contact',
        say.contact,
        { type: 'users_select', ...(contact ? { initial_user: contact } : {}) },
        { hint: say.contactHint },
      ),
    ],
  });
}

function unitField(
  language: Language,
  units: readonly { id: string; name: string }[],
  chosenId: string | undefined,
): InputBlock {
  const options = units.slice(0, 100).map((unit) => option(unit.name, unit.id));
  return input('unit', formPhrases[language].unit, {
    type: 'static_select',
    options,
    ...chosen(options, chosenId ?? units[0]?.id),
  });
}

/** The second step, on top of the first: closing it goes back without loss. */
export function textsView(content: {
  language: Language;
  form: FormMetadata;
  essentials: Essentials;
  /** What the draft says so far. */
  texts: Pick<CampaignPlan, 'basis' | 'objective' | 'content' | 'measures' | 'criteria'> | null;
}): ModalView {
  const { language, form, essentials, texts } = content;
  const say = formPhrases[language];
  const text = (
    name: 'basis' | 'objective' | 'content' | 'measures' | 'criteria',
    label: string,
    placeholder: string,
    hint?: string,
  ) =>
    input(name, label, textField(LIMITS[name], placeholder, texts?.[name]), hint ? { hint } : {});
  return textsModal.view({
    title: say.title,
    metadata: {
      form,
      essentials: { ...essentials, scopeUnitIds: [...essentials.scopeUnitIds] },
    },
    submit: say.next,
    close: say.back,
    blocks: [
      context(`${say.step({ step: 2 })} · ${escapeText(essentials.name)}`),
      text('basis', say.basis, say.basisPlaceholder),
      text('objective', say.objective, say.objectivePlaceholder),
      text('content', say.content, say.contentPlaceholder),
      text('measures', say.measures, say.measuresPlaceholder),
      text('criteria', say.criteria, say.criteriaPlaceholder, say.criteriaHint),
    ],
  });
}

/** The third step; what the first two say is kept by now. */
export function organisingView(content: {
  language: Language;
  form: FormMetadata;
  plan: CampaignPlan;
  /** Days from the last day to the final review, as is proposed. */
  finalReviewDays: number;
  midtermYears: number;
  /** What the plan says, or what is proposed. */
  chasing: Chasing;
}): ModalView {
  const { language, form, plan, finalReviewDays, midtermYears, chasing } = content;
  const say = formPhrases[language];
  const { checkDays, prizes, budget } = plan;
  return organisingModal.view({
    title: say.title,
    metadata: { form },
    submit: say.toPreview,
    close: say.back,
    blocks: [
      context(`${say.step({ step: 3 })} · ${escapeText(plan.name)}`),
      input(
        'checks',
        say.checks,
        {
          ...textField(600, formatDay(addDays(plan.startsOn, 14))),
          ...(checkDays.length > 0 ? { initial_value: checkDays.map(formatDay).join(', ') } : {}),
        },
        { hint: say.checksHint },
      ),
      input('midtermOn', say.midterm, dayField(plan.midtermOn), {
        optional: true,
        hint: say.midtermHint({ years: midtermYears }),
      }),
      input(
        'finalReviewOn',
        say.final,
        dayField(plan.finalReviewOn ?? addDays(plan.endsOn, finalReviewDays)),
      ),
      ...chasingInputs(chasing, language),
      input(
        'rewards',
        say.rewards,
        textField(LIMITS.rewards, say.rewardsPlaceholder, plan.rewards),
      ),
      input('prizes', say.prizes, {
        type: 'plain_text_input',
        max_length: 10,
        placeholder: plain('13'),
        ...(prizes === null ? {} : { initial_value: String(prizes) }),
      }),
      input(
        'budget',
        say.budget,
        {
          type: 'plain_text_input',
          max_length: 25,
          placeholder: plain('20.000.000'),
          ...(budget === null ? {} : { initial_value: budget.toLocaleString('vi-VN') }),
        },
        { hint: say.budgetHint },
      ),
      input(
        'budgetSource',
        say.budgetSource,
        {
          type: 'plain_text_input',
          max_length: LIMITS.budgetSource,
          placeholder: plain(say.budgetSourcePlaceholder),
          ...(plan.budgetSource ? { initial_value: plan.budgetSource } : {}),
        },
        { optional: true },
      ),
      input(
        'channels',
        say.channels,
        {
          type: 'multi_conversations_select',
          filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
          max_selected_items: LIMITS.channels,
          ...initialChannels(plan, form.channelId),
        },
        { hint: say.channelsHint({ most: LIMITS.channels }) },
      ),
      context(say.previewComes),
    ],
  });
}

/**
 * A draft's own channels, else the one in which the form was asked for. Slack itself knows whether the
 * person stands in a channel that the filter allows; the id is for servers that do not work that out.
 */
function initialChannels(
  plan: CampaignPlan,
  channelId: string | null,
): { initial_conversations?: string[]; default_to_current_conversation?: boolean } {
  if (plan.channelIds.length > 0) return { initial_conversations: [...plan.channelIds] };
  const inChannel = channelId?.startsWith('C') ?? false;
  return {
    default_to_current_conversation: true,
    ...(channelId && inChannel ? { initial_conversations: [channelId] } : {}),
  };
}

function dayField(day: string | null | undefined) {
  return { type: 'datepicker' as const, ...(day ? { initial_date: day } : {}) };
}

/** A field for some lines. */
export function textField(most: number, placeholder: string, before?: string | null) {
  return {
    type: 'plain_text_input' as const,
    multiline: true,
    max_length: most,
    placeholder: plain(placeholder),
    ...(before ? { initial_value: before } : {}),
  };
}

function choices(labels: Readonly<Record<string, string>>): PlainTextOption[] {
  return Object.entries(labels).map(([value, label]) => option(label, value));
}

function chosen(
  options: readonly PlainTextOption[],
  value: string | undefined,
): { initial_option?: PlainTextOption } {
  const found = options.find((one) => one.value === value);
  return found ? { initial_option: found } : {};
}
