import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  fields,
  labelledTexts,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Answer } from '../../slack/listeners.ts';
import { directWorkers } from '../calendar/calendar-views.ts';
import { proposeButton } from '../commendation/commendation-controls.ts';
import { commendationPhrases } from '../commendation/commendation-phrases.ts';
import { proposalLine } from '../commendation/commendation-views.ts';
import { phrases } from '../phrases.ts';
import { appliedText, postBlocks } from '../publication/post-views.ts';
import { reportFileButton, viewButton } from '../publication/publication-controls.ts';
import { publicationPhrases } from '../publication/publication-phrases.ts';
import { editButtons } from '../publication/publication-views.ts';
import type { ExemplarFile } from '../queries.ts';
import { NO_CONSENT } from '../rules.ts';
import { applyButton } from '../spread/spread-controls.ts';
import { spreadPhrases } from '../spread/spread-phrases.ts';
import { namesText, periodText } from '../texts.ts';
import type { Listed } from './list-exemplars.ts';
import type { OpenedExemplar } from './open-exemplar.ts';
import { readingPhrases } from './reading-phrases.ts';

/** One exemplar for its reader. */
export function fileView(opened: OpenedExemplar, language: Language): ModalView {
  const say = readingPhrases[language];
  const { file, report } = opened;
  const { kind, state } = phrases[language];
  const out = file.state === 'published';
  const about = { number: file.number, kind: kind(file.kind), state: state(file.state) };
  return readingModal({ title: say.title, close: phrases[language].close }, [
    section(say.about(about)),
    ...(out ? postBlocks(file) : []),
    ...(out
      ? [
          context(
            publicationPhrases[language].congratulations({ count: file.congratulations }),
            ...appliedText(file, language),
          ),
        ]
      : []),
    ...buttonsOf(opened, language),
    ...(report ? reportBlocks(file, language) : []),
    ...(opened.proposals.length > 0 ? proposalBlocks(opened, language) : []),
  ]);
}

function buttonsOf({ file, mayEdit, mayPropose }: OpenedExemplar, language: Language) {
  const value = { exemplarId: file.id };
  const copied = file.state === 'published' && file.kind === 'advanced_model';
  const buttons: ActionsBlock['elements'] = [
    ...(copied ? [applyButton.button(spreadPhrases[language].apply, value)] : []),
    ...(mayEdit ? editButtons(file, language) : []),
    ...(mayPropose ? [proposeButton.button(commendationPhrases[language].propose, value)] : []),
  ];
  return buttons.length > 0 ? [actions('exemplar', ...buttons)] : [];
}

/** What was reported and how those who are asked answered: never in a channel. */
function reportBlocks(file: ExemplarFile, language: Language): KnownBlock[] {
  const say = readingPhrases[language];
  const { source, field } = phrases[language];
  const { labels } = say;
  const reason = file.closeReason;
  return [
    divider,
    section(say.reportHeading),
    section(namesText(file.subjects)),
    fields([
      [labels.when, periodText(file, language)],
      [labels.where, escapeText(file.place)],
      [labels.by, escapeText(file.reporterName)],
      [labels.source, source(file.source)],
      [labels.field, field(file.field)],
      [labels.for, escapeText(file.beneficiaries)],
    ]),
    ...labelledTexts([
      [say.deed, file.deed],
      [say.result, file.result],
      [say.method, file.method],
      ...file.mentions.map(({ name, deed }) => [say.also({ name }), deed] as const),
    ]),
    section([say.answers, ...answerLines(file, language)].join('\n')),
    ...(reason === null
      ? []
      : reason === NO_CONSENT
        ? [context(publicationPhrases[language].noConsent)]
        : [section(say.closed), quote(reason)]),
    ...file.evidence.map(({ id, name, forPress }) =>
      section(
        say.file({ name: escapeText(name), forPress }),
        reportFileButton.button(say.get, { evidenceId: id }),
      ),
    ),
  ];
}

function answerLines({ subjects, endorsements }: ExemplarFile, language: Language): string[] {
  const say = readingPhrases[language];
  return [
    ...subjects.flatMap(({ personId, name, consent }) =>
      personId === null ? [] : say.consentLine({ name: escapeText(name), consent }),
    ),
    ...endorsements.map(({ unitName, byName, endorsed }) =>
      say.endorsementLine({ unit: escapeText(unitName), by: escapeText(byName ?? ''), endorsed }),
    ),
  ];
}

function proposalBlocks({ proposals }: OpenedExemplar, language: Language): KnownBlock[] {
  const say = commendationPhrases[language];
  return [
    divider,
    ...proposals
      .slice(0, 10)
      .map((one) => section(`${proposalLine(one, language)}\n_${say.state(one.state)}_`)),
  ];
}

/**
 * A list of exemplars.
 *
 * @param list.states for those in whose care they are, and for whoever reported them: with the state of each,
 *   and the share of direct workers
 */
export function listAnswer(
  listed: Listed,
  list: { heading: string; none: string; states: boolean; share?: boolean },
  language: Language,
): Answer {
  const say = readingPhrases[language];
  const { shown, total } = listed;
  if (total === 0) return { text: list.none };
  return {
    text: list.heading,
    blocks: [
      section(`*${list.heading}*`),
      ...shown.map((file) => listLine(file, list.states, language)),
      ...(total > shown.length ? [context(say.more({ count: total - shown.length }))] : []),
      ...(list.share ? directWorkers(shown, language) : []),
    ],
  };
}

function listLine(file: ExemplarFile, states: boolean, language: Language): KnownBlock {
  const out = file.state === 'published';
  const named = file.subjects.filter((one) => states || one.mayBeNamed);
  const line = readingPhrases[language].line({
    number: file.number,
    headline: out || states ? escapeText(file.headline ?? '') : '',
    names: clip(namesText(named), 500),
    state: states ? phrases[language].state(file.state) : null,
  });
  return section(line, viewButton.button(phrases[language].view, { exemplarId: file.id }));
}

/** What became of files that somebody gave. */
export function filesMessage(
  checked: { number: string; kept: readonly string[]; refused: readonly string[] },
  language: Language,
): NonNullable<Rendered> {
  const say = readingPhrases[language];
  const names = (all: readonly string[]) =>
    all.map((name) => escapeText(clip(name || say.fileUnnamed, 110))).join(', ');
  const text = say.filesText(checked);
  const { kept, refused } = checked;
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...(kept.length > 0 ? [section(say.filesKept({ names: names(kept) }))] : []),
      ...(refused.length > 0 ? [section(say.filesRefused({ names: names(refused) }))] : []),
    ],
  };
}
