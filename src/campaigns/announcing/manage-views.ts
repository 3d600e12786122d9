import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { actions, clip, context, escapeText, input, option, section } from '../../slack/blocks.ts';
import { editButton, editModal, withdrawButton, withdrawModal } from '../controls.ts';
import { pictureInputs } from '../plan/announcing-form-views.ts';
import { formPhrases } from '../plan/form-phrases.ts';
import { textField } from '../plan/form-views.ts';
import type { SeenDraft } from '../plan/own-draft.ts';
import { type CampaignPlan, LIMITS } from '../rules.ts';
import { chasingInputs } from '../urging/chasing-fields.ts';
import { announcingPhrases } from './announcing-phrases.ts';

/** For whoever may change and withdraw a launched campaign. */
export function manageButtons(campaignId: string, language: Language): KnownBlock[] {
  const say = announcingPhrases[language];
  return [
    actions(
      `campaign_manage_${campaignId}`,
      editButton.button(say.edit, { campaignId }),
      withdrawButton.button(say.withdraw, { campaignId }, { style: 'danger' }),
    ),
  ];
}

/** The form for changing a launched campaign. */
export function editView(content: {
  language: Language;
  seen: SeenDraft;
  code: string;
  plan: CampaignPlan;
  contactSlackId: string | null;
}): ModalView {
  const { language, seen, code, plan, contactSlackId } = content;
  const say = announcingPhrases[language];
  const form = formPhrases[language];
  const { picture, finalReviewOn } = plan;
  const keep = [option(say.keepPicture, 'yes')];
  return editModal.view({
    title: say.editTitle,
    metadata: seen,
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(`*${code}* ${escapeText(plan.name)}`),
      context(say.editIntro),
      input('note', say.note, {
        type: 'plain_text_input',
        max_length: LIMITS.note,
        placeholder: { type: 'plain_text', text: clip(say.notePlaceholder, 150) },
      }),
      input('endsOn', form.endsOn, { type: 'datepicker', initial_date: plan.endsOn }),
      input(
        'finalReviewOn',
        form.final,
        { type: 'datepicker', ...(finalReviewOn ? { initial_date: finalReviewOn } : {}) },
        { optional: finalReviewOn === null },
      ),
      input('contact', form.contact, {
        type: 'users_select',
        ...(contactSlackId ? { initial_user: contactSlackId } : {}),
      }),
      input(
        'objective',
        form.objective,
        textField(LIMITS.objective, form.objectivePlaceholder, plan.objective),
      ),
      input(
        'content',
        form.content,
        textField(LIMITS.content, form.contentPlaceholder, plan.content),
      ),
      input(
        'measures',
        form.measures,
        textField(LIMITS.measures, form.measuresPlaceholder, plan.measures),
      ),
      input(
        'criteria',
        form.criteria,
        textField(LIMITS.criteria, form.criteriaPlaceholder, plan.criteria),
        { hint: form.criteriaHint },
      ),
      input(
        'rewards',
        form.rewards,
        textField(LIMITS.rewards, form.rewardsPlaceholder, plan.rewards),
      ),
      ...chasingInputs(plan, language),
      ...(picture
        ? [
            input(
              'keepPicture',
              say.picture,
              { type: 'checkboxes', options: keep, initial_options: keep },
              { optional: true },
            ),
          ]
        : []),
      ...pictureInputs(picture, language),
    ],
  });
}

/** The form for withdrawing one. */
export function withdrawView(content: {
  language: Language;
  campaignId: string;
  code: string;
  name: string;
}): ModalView {
  const { language, campaignId, code, name } = content;
  const say = announcingPhrases[language];
  return withdrawModal.view({
    title: say.withdrawTitle,
    metadata: { campaignId },
    submit: say.withdraw,
    close: say.cancel,
    blocks: [
      section(`*${code}* ${escapeText(name)}`),
      context(say.withdrawIntro),
      input('reason', say.reason, {
        type: 'plain_text_input',
        multiline: true,
        max_length: LIMITS.reason,
      }),
    ],
  });
}
