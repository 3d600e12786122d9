import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { context, escapeText, input, option } from '../../slack/blocks.ts';
import { announcingModal } from '../controls.ts';
import { type CampaignPlan, LIMITS, type Picture } from '../rules.ts';
import { formPhrases } from './form-phrases.ts';
import type { SeenDraft } from './own-draft.ts';
import { MOST_PICTURE_MB, PICTURE_ENDINGS } from './picture-rules.ts';

/** How a draft will be announced: picture, time, direct messages, @channel. */
export function announcingView(content: {
  language: Language;
  seen: SeenDraft;
  plan: CampaignPlan;
  /** People in its scope. */
  people: number;
}): ModalView {
  const { language, seen, plan, people } = content;
  const say = formPhrases[language];
  const { picture, launchAt } = plan;
  const tick = (label: string, on: boolean) => {
    const options = [option(label, 'yes')];
    return { type: 'checkboxes' as const, options, ...(on ? { initial_options: options } : {}) };
  };
  return announcingModal.view({
    title: say.announcingTitle,
    metadata: seen,
    submit: say.save,
    close: say.cancel,
    blocks: [
      context(escapeText(plan.name)),
      input(
        'launchAt',
        say.launchAt,
        {
          type: 'datetimepicker',
          ...(launchAt ? { initial_date_time: Math.floor(launchAt.getTime() / 1000) } : {}),
        },
        { optional: true, hint: say.launchAtHint },
      ),
      input(
        'toPersons',
        say.toPersons,
        tick(say.toPersonsChoice({ count: people }), plan.toPersons),
        { optional: true },
      ),
      input('mention', say.mention, tick(say.mentionChoice, plan.mentionsChannel), {
        optional: true,
        hint: say.mentionHint,
      }),
      ...(picture
        ? [input('keepPicture', say.picture, tick(say.keepPicture, true), { optional: true })]
        : []),
      ...pictureInputs(picture, language),
    ],
  });
}

/** A new picture and what it shows, for a draft and for what is launched. */
export function pictureInputs(picture: Picture | null, language: Language): KnownBlock[] {
  const say = formPhrases[language];
  return [
    input(
      'picture',
      picture ? say.pictureNew : say.picture,
      { type: 'file_input', filetypes: PICTURE_ENDINGS, max_files: 1 },
      { optional: true, hint: say.pictureHint({ megabytes: MOST_PICTURE_MB }) },
    ),
    input(
      'pictureAlt',
      say.pictureAlt,
      {
        type: 'plain_text_input',
        max_length: LIMITS.pictureAlt,
        ...(picture ? { initial_value: picture.alt } : {}),
      },
      { optional: true, hint: say.pictureAltHint },
    ),
  ];
}
