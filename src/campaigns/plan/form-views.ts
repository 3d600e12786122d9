import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import {
  clip,
  context,
  escapeText,
  input,
  plain,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { essentialsModal, joinModal, SELF, textsModal } from '../controls.ts';
import type { JoinerStatus, OpenCampaign } from '../joining/join-campaign.ts';
import { phrases } from '../phrases.ts';
import { type CampaignPlan, LIMITS } from '../rules.ts';
import type { Essentials } from './check-essentials.ts';
import { formPhrases } from './form-phrases.ts';
import type { SeenDraft } from './save-draft.ts';

/** A draft to be changed, as its author saw it, with the contact's Slack user. */
export interface Amended {
  seen: SeenDraft;
  plan: CampaignPlan;
  contactSlackId: string | null;
}

/**
 * The first step.
 *
 * @param content.units those that may launch, at least one; a choice is offered when there are more
 */
export function essentialsView(content: {
  language: Language;
  units: readonly { id: string; name: string }[];
  contactSlackId: string | null;
  /** Where the form was asked for; the announcement goes there unless the author says otherwise. */
  channelId: string | null;
  amended: Amended | null;
}): ModalView {
  const { language, units, amended, channelId } = content;
  const say = formPhrases[language];
  const plan = amended?.plan;
  const contact = amended ? amended.contactSlackId : content.contactSlackId;
  const only = units.length === 1 ? units[0] : undefined;
  const kinds = choices(phrases[language].kind);
  const audiences = choices(phrases[language].audience);
  return essentialsModal.view({
    title: say.title,
    metadata: { amends: amended?.seen ?? null, unitId: only?.id ?? null },
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
      input('startsOn', say.startsOn, {
        type: 'datepicker',
        ...(plan ? { initial_date: plan.startsOn } : {}),
      }),
      input('endsOn', say.endsOn, {
        type: 'datepicker',
        ...(plan ? { initial_date: plan.endsOn } : {}),
      }),
      input(
        'contact',
        say.contact,
        { type: 'users_select', ...(contact ? { initial_user: contact } : {}) },
        { hint: say.contactHint },
      ),
      input(
        'channels',
        say.channels,
        {
          type: 'multi_conversations_select',
          filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
          max_selected_items: LIMITS.channels,
          ...initialChannels(plan, channelId),
        },
        { hint: say.channelsHint({ most: LIMITS.channels }) },
      ),
    ],
  });
}

/**
 * A draft's own channels, else the one in which the form was asked for. Slack itself knows whether the
 * person stands in a channel that the filter allows; the id is for servers that do not work that out.
 */
function initialChannels(
  plan: CampaignPlan | undefined,
  channelId: string | null,
): { initial_conversations?: string[]; default_to_current_conversation?: boolean } {
  if (plan) return { initial_conversations: [...plan.channelIds] };
  const inChannel = channelId?.startsWith('C') ?? false;
  return {
    default_to_current_conversation: true,
    ...(channelId && inChannel ? { initial_conversations: [channelId] } : {}),
  };
}

function unitField(
  language: Language,
  units: readonly { id: string; name: string }[],
  chosenId: string | undefined,
): InputBlock {
  const options = units.slice(0, 100).map((unit) => choice(unit.name, unit.id));
  return input('unit', formPhrases[language].unit, {
    type: 'static_select',
    options,
    ...chosen(options, chosenId ?? units[0]?.id),
  });
}

/** The second step, on top of the first: closing it goes back without loss. */
export function textsView(content: {
  language: Language;
  amends: SeenDraft | null;
  essentials: Essentials;
  /** What the draft says so far. */
  texts: Pick<CampaignPlan, 'basis' | 'objective' | 'content' | 'criteria' | 'rewards'> | null;
}): ModalView {
  const { language, amends, essentials, texts } = content;
  const say = formPhrases[language];
  const text = (
    name: 'basis' | 'objective' | 'content' | 'criteria' | 'rewards',
    label: string,
    placeholder: string,
  ) => {
    const before = texts?.[name];
    return input(
      name,
      label,
      {
        type: 'plain_text_input',
        multiline: true,
        max_length: LIMITS[name],
        placeholder: plain(placeholder),
        ...(before ? { initial_value: before } : {}),
      },
      { optional: name === 'rewards' },
    );
  };
  return textsModal.view({
    title: say.title,
    metadata: { amends, essentials: { ...essentials, channelIds: [...essentials.channelIds] } },
    submit: say.toPreview,
    close: say.back,
    blocks: [
      context(`${say.step({ step: 2 })} · ${escapeText(essentials.name)}`),
      text('basis', say.basis, say.basisPlaceholder),
      text('objective', say.objective, say.objectivePlaceholder),
      text('content', say.content, say.contentPlaceholder),
      text('criteria', say.criteria, say.criteriaPlaceholder),
      text('rewards', say.rewards, say.rewardsPlaceholder),
      context(say.previewComes),
    ],
  });
}

/** The choice for whom to join: only those who have not joined yet; the others are named above. */
export function joinView(content: {
  language: Language;
  campaign: OpenCampaign;
  joiners: readonly JoinerStatus[];
  /** Who has joined already, in sentences. */
  already: readonly string[];
}): ModalView {
  const { language, campaign, joiners, already } = content;
  const say = formPhrases[language];
  const options = joiners
    .filter((status) => status.since === null)
    .slice(0, 10)
    .map(({ joiner, unitName }) =>
      joiner.kind === 'unit' ? choice(unitName ?? '', joiner.unitId) : choice(say.joinSelf, SELF),
    );
  return joinModal.view({
    title: say.joinTitle,
    metadata: { campaignId: campaign.id },
    submit: say.join,
    close: say.cancel,
    blocks: [
      section(`*${campaign.code}* ${escapeText(campaign.name)}`),
      input('joiners', say.joinFor, { type: 'checkboxes', options }, { hint: say.joinForHint }),
      ...(already.length > 0 ? [context(...already.slice(0, 10))] : []),
    ],
  });
}

/** What came of joining, where the choice stood. */
export function joinedView(language: Language, text: string): ModalView {
  const say = formPhrases[language];
  return readingModal({ title: clip(say.joinTitle, 24), close: say.done }, [section(text)]);
}

function choices(labels: Readonly<Record<string, string>>): PlainTextOption[] {
  return Object.entries(labels).map(([value, label]) => choice(label, value));
}

function choice(label: string, value: string): PlainTextOption {
  return { text: plain(clip(label, 75)), value };
}

function chosen(
  options: readonly PlainTextOption[],
  value: string | undefined,
): { initial_option?: PlainTextOption } {
  const found = options.find((one) => one.value === value);
  return found ? { initial_option: found } : {};
}
