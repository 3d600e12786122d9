import type { KnownBlock } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import { type Language, languageOf } from '../../kernel/language.ts';
import { actions, clip, context, escapeText, header, quote, section } from '../../slack/blocks.ts';
import type { NEWS } from '../messages.ts';
import { phrases } from '../phrases.ts';
import type { ExemplarFile } from '../queries.ts';
import { NO_CONSENT } from '../rules.ts';
import { applyButton } from '../spread/spread-controls.ts';
import { spreadPhrases } from '../spread/spread-phrases.ts';
import { namesText } from '../texts.ts';
import { congratulateButton, viewButton } from './publication-controls.ts';
import { publicationPhrases } from './publication-phrases.ts';

/** Everybody in a channel reads the same words. */
export const CHANNEL_LANGUAGE = languageOf(null);

/** Units that a post names; more are counted. */
const SHOWN_UNITS = 10;

/** A post in a channel; once it is taken down, that it was, and nothing else. */
export function postMessage(file: ExemplarFile): NonNullable<Rendered> {
  const say = publicationPhrases[CHANNEL_LANGUAGE];
  if (file.state !== 'published' || file.headline === null) {
    const text = say.takenDown({ number: file.number });
    return { text, blocks: [context(text)] };
  }
  return {
    text: say.postText({ headline: escapeText(file.headline) }),
    blocks: [...postBlocks(file), ...postEnd(file, CHANNEL_LANGUAGE)],
  };
}

/** The words of a post, the same in the preview: only those who agreed are named. */
export function postBlocks(file: ExemplarFile): KnownBlock[] {
  const say = publicationPhrases[CHANNEL_LANGUAGE];
  const kind = phrases[CHANNEL_LANGUAGE].kind(file.kind);
  const named = file.subjects.filter((one) => one.mayBeNamed);
  return [
    header(file.headline ?? ''),
    context(say.postContext({ kind, number: file.number })),
    section(say.praised({ names: namesText(named) })),
    quote(file.text ?? ''),
  ];
}

function postEnd(file: ExemplarFile, language: Language): KnownBlock[] {
  const say = publicationPhrases[language];
  const value = { exemplarId: file.id };
  return [
    context(say.congratulations({ count: file.congratulations }), ...appliedText(file, language)),
    actions(
      'exemplar',
      congratulateButton.button(say.congratulate, value, { style: 'primary' }),
      ...applyButtons(file, language),
      viewButton.button(phrases[language].view, value),
    ),
  ];
}

function applyButtons({ id, kind }: ExemplarFile, language: Language) {
  return kind === 'advanced_model'
    ? [applyButton.button(spreadPhrases[language].apply, { exemplarId: id })]
    : [];
}

/** Which units copy it, escaped; nothing while there is none. */
export function appliedText({ applications }: ExemplarFile, language: Language): string[] {
  if (applications.length === 0) return [];
  const shown = applications.slice(0, SHOWN_UNITS).map(({ unitName }) => escapeText(unitName));
  const units = `${shown.join(', ')}${applications.length > SHOWN_UNITS ? ', …' : ''}`;
  return [publicationPhrases[language].appliedBy({ count: applications.length, units })];
}

/** What became of a report, to those concerned. */
export function newsMessage(
  file: ExemplarFile,
  news: (typeof NEWS)[number],
  language: Language,
): NonNullable<Rendered> {
  const say = publicationPhrases[language];
  const names = namesText(file.subjects);
  const text = say.newsText({ news, number: file.number, names: clip(names, 300) });
  const { closeReason: reason } = file;
  const view = actions(
    'exemplar',
    viewButton.button(phrases[language].view, { exemplarId: file.id }),
  );
  const why =
    news === 'back_to_edit'
      ? [section(say.backToEdit)]
      : news === 'published' || reason === null
        ? []
        : reason === NO_CONSENT
          ? [section(say.noConsent)]
          : [section(say.newsReason), quote(reason)];
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...why,
      ...(news === 'withdrawn' ? [context(say.pressHas)] : []),
      view,
    ],
  };
}
