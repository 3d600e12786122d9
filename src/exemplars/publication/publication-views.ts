import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  header,
  input,
  option,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { phrases } from '../phrases.ts';
import type { ExemplarFile } from '../queries.ts';
import { isOpen, LIMITS, MOST_CHANNELS, textMark } from '../rules.ts';
import { namesText, periodText } from '../texts.ts';
import { CHANNEL_LANGUAGE, postBlocks } from './post-views.ts';
import {
  closeButton,
  closeModal,
  editButton,
  pressPackButton,
  previewModal,
  textModal,
  viewButton,
} from './publication-controls.ts';
import { publicationPhrases } from './publication-phrases.ts';

/** To communications: what is ready to be edited, with its state as it is now. */
export function readyMessage(file: ExemplarFile, language: Language): NonNullable<Rendered> {
  const say = publicationPhrases[language];
  const names = namesText(file.subjects);
  return {
    text: say.readyText({ number: file.number, names: clip(names, 300) }),
    blocks: [
      header(say.readyHeading),
      section(editLine(file, language)),
      actions(
        'exemplar',
        viewButton.button(phrases[language].view, { exemplarId: file.id }),
        ...editButtons(file, language),
      ),
    ],
  };
}

function editLine(file: ExemplarFile, language: Language): string {
  const { kind, state } = phrases[language];
  return publicationPhrases[language].readyLine({
    number: file.number,
    kind: kind(file.kind),
    names: namesText(file.subjects),
    state: state(file.state),
  });
}

/** What communications can do with it now. */
export function editButtons(file: ExemplarFile, language: Language): ActionsBlock['elements'] {
  if (!isOpen(file.state)) return [];
  const say = publicationPhrases[language];
  const value = { exemplarId: file.id };
  const out = file.state === 'published';
  return [
    editButton.button(out ? say.editOut : say.edit, value, out ? {} : { style: 'primary' }),
    ...(out ? [pressPackButton.button(say.pressPack, value)] : []),
    closeButton.button(out ? say.takeDown : say.putAside, value),
  ];
}

/** To communications: a channel did not take the post. */
export function undeliveredMessage(
  file: ExemplarFile,
  failure: { channelId: string; reason: string },
  language: Language,
): NonNullable<Rendered> {
  const say = publicationPhrases[language];
  const channel = channelsText([failure.channelId]);
  const text = say.undelivered({ number: file.number, channel });
  return {
    text,
    blocks: [
      section(`*${text}*`),
      section(say.undeliveredNext({ reason: escapeText(failure.reason) })),
      ...(isOpen(file.state)
        ? [
            actions(
              'exemplar',
              editButton.button(say.editOut, { exemplarId: file.id }, { style: 'primary' }),
            ),
          ]
        : []),
    ],
  };
}

/** The words of the post, to be written from what was reported. */
export function textView(file: ExemplarFile, language: Language): ModalView {
  const say = publicationPhrases[language];
  const silent = file.subjects.filter((one) => !one.mayBeNamed);
  const choice = {
    none: option(say.citizensNone, 'none'),
    named: option(say.citizensNamed, 'named'),
  };
  return textModal.view({
    title: say.editTitle,
    submit: say.preview,
    close: phrases[language].notNow,
    metadata: { exemplarId: file.id },
    blocks: [
      section(editLine(file, language)),
      ...(silent.length > 0 ? [section(say.mayNotName({ names: namesText(silent) }))] : []),
      input('headline', say.headline, {
        type: 'plain_text_input',
        max_length: LIMITS.headline,
        ...(file.headline === null ? {} : { initial_value: file.headline }),
      }),
      input(
        'text',
        say.text,
        {
          type: 'plain_text_input',
          multiline: true,
          max_length: LIMITS.text,
          initial_value: file.text ?? draftText(file),
        },
        { hint: say.textHint },
      ),
      input('citizens', say.citizens, {
        type: 'radio_buttons',
        options: [choice.none, choice.named],
        initial_option: file.citizenConsent === null ? choice.none : choice.named,
      }),
      input(
        'record',
        say.record,
        {
          type: 'plain_text_input',
          multiline: true,
          max_length: LIMITS.record,
          ...(file.citizenConsent === null ? {} : { initial_value: file.citizenConsent }),
        },
        { optional: true, hint: say.recordHint },
      ),
      input('channels', say.channels, {
        type: 'multi_conversations_select',
        max_selected_items: MOST_CHANNELS,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(file.channelIds.length > 0 ? { initial_conversations: file.channelIds } : {}),
      }),
    ],
  });
}

/** A draft of the post from what was reported, in the language of the channels. */
function draftText(file: ExemplarFile): string {
  const named = file.subjects.filter((one) => one.mayBeNamed);
  const names = named.map(({ name }) => name).join(', ');
  const text = publicationPhrases[CHANNEL_LANGUAGE].draftText({
    ...file,
    names,
    period: periodText(file, CHANNEL_LANGUAGE),
  });
  return clip(text.charAt(0).toLocaleUpperCase('vi') + text.slice(1), LIMITS.text);
}

/** The post as the channels will see it. */
export function previewView(
  file: ExemplarFile,
  channelIds: readonly string[],
  language: Language,
): ModalView {
  const say = publicationPhrases[language];
  const { headline, text, citizenConsent } = file;
  const mark = textMark({ headline: headline ?? '', text: text ?? '', citizenConsent });
  return previewModal.view({
    title: say.previewTitle,
    submit: say.publish,
    close: phrases[language].back,
    metadata: { exemplarId: file.id, mark, channelIds: [...channelIds] },
    blocks: [...postBlocks(file), context(channelsText(channelIds))],
  });
}

export function publishedView(
  published: { number: string; again: boolean; channelIds: readonly string[] },
  language: Language,
): ModalView {
  const say = publicationPhrases[language];
  const { number, again, channelIds } = published;
  const text = again
    ? say.publishedBefore({ number })
    : say.published({ number, channels: channelsText(channelIds) });
  const { previewTitle, publish } = say;
  const view = readingModal(
    { title: again ? previewTitle : publish, close: phrases[language].close },
    [section(text)],
  );
  return { ...view, clear_on_close: true };
}

function channelsText(channelIds: readonly string[]): string {
  return channelIds.map((id) => `<#${id}>`).join(', ');
}

/** Asks why it is put aside, or taken down. */
export function closeView(file: ExemplarFile, language: Language): ModalView {
  const say = publicationPhrases[language];
  return closeModal.view({
    title: file.state === 'published' ? say.takeDown : say.putAside,
    submit: say.send,
    close: phrases[language].notNow,
    metadata: { exemplarId: file.id },
    blocks: [
      section(editLine(file, language)),
      input(
        'reason',
        say.closeReason,
        { type: 'plain_text_input', multiline: true, max_length: LIMITS.record },
        { hint: say.closeHint },
      ),
    ],
  });
}

export function closedView(
  closed: { number: string; state: 'declined' | 'withdrawn' },
  language: Language,
): ModalView {
  const say = publicationPhrases[language];
  const view = readingModal(
    {
      title: closed.state === 'withdrawn' ? say.takeDown : say.putAside,
      close: phrases[language].close,
    },
    [section(escapeText(say.closedNow(closed)))],
  );
  return { ...view, clear_on_close: true };
}

/** What waits for communications, on their Home. */
export function editHome(
  { shown, total }: { shown: readonly ExemplarFile[]; total: number },
  language: Language,
): KnownBlock[] {
  if (total === 0) return [];
  const say = publicationPhrases[language];
  return [
    divider,
    section(say.homeHeading),
    ...shown.map((file) =>
      section(editLine(file, language), editButton.button(say.edit, { exemplarId: file.id })),
    ),
    ...(total > shown.length ? [context(say.homeMore({ count: total - shown.length }))] : []),
  ];
}
