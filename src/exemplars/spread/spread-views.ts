import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  actions,
  context,
  divider,
  escapeText,
  inParts,
  input,
  labelledTexts,
  option,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Answer } from '../../slack/listeners.ts';
import { phrases } from '../phrases.ts';
import type { ExemplarFile } from '../queries.ts';
import type { UnitName } from '../units.ts';
import { applicationButton, applyModal, reportButton, reportModal } from './spread-controls.ts';
import { spreadPhrases } from './spread-phrases.ts';
import type { Application } from './spread-queries.ts';

/** Applications that a message lists; the list of a command has as many. */
const LISTED = 10;

/** The form in which a head takes a model up. */
export function applyView(
  form: { applicationId: string; file: ExemplarFile; units: readonly UnitName[] },
  language: Language,
): ModalView {
  const say = spreadPhrases[language];
  const { applicationId, file, units } = form;
  const options = units.slice(0, 100).map(({ id, name }) => option(name, id));
  const [only] = options;
  return applyModal.view({
    title: say.applyTitle,
    submit: say.applySubmit,
    close: phrases[language].notNow,
    metadata: { applicationId, exemplarId: file.id },
    blocks: [
      section(say.about(modelOf(file))),
      ...labelledTexts([[say.method, file.method]]),
      input('unit', say.unit, {
        type: 'static_select',
        options,
        ...(only && options.length === 1 ? { initial_option: only } : {}),
      }),
      input(
        'how',
        say.how,
        { type: 'plain_text_input', multiline: true, max_length: 1_000 },
        { hint: say.howHint },
      ),
    ],
  });
}

function modelOf({ number, headline }: { number: string; headline: string | null }) {
  return { number, headline: escapeText(headline ?? '') };
}

/** One application, with its report. */
export function applicationView(
  application: Application,
  reader: { zone: string; lead?: string },
  language: Language,
): ModalView {
  const say = spreadPhrases[language];
  const { lead, zone } = reader;
  const view = readingModal({ title: say.applicationTitle, close: phrases[language].close }, [
    ...(lead ? [section(lead)] : []),
    section(say.about(modelOf(application))),
    ...applicationBlocks(application, zone, language),
    actions('application', reportButton.button(say.report, { applicationId: application.id })),
  ]);
  return lead ? { ...view, clear_on_close: true } : view;
}

function applicationBlocks(
  application: Application,
  zone: string,
  language: Language,
): KnownBlock[] {
  const say = spreadPhrases[language];
  const { how, report } = application;
  const since = {
    unit: escapeText(application.unitName),
    on: application.appliedOn,
    by: escapeText(application.appliedByName),
  };
  return [
    section(say.appliesSince(since)),
    quote(how),
    ...(report
      ? [
          section(
            say.figures({
              ...report,
              by: escapeText(report.byName),
              at: formatInstant(report.at, zone),
            }),
          ),
          quote(report.note),
        ]
      : [context(say.noReport)]),
  ];
}

export function reportView(
  form: { reportId: string; application: Application },
  language: Language,
): ModalView {
  const say = spreadPhrases[language];
  const { reportId, application } = form;
  const whole = (name: 'people' | 'hours') =>
    input(name, say[name], { type: 'plain_text_input', max_length: 20 }, { hint: say.wholeHint });
  return reportModal.view({
    title: say.reportTitle,
    submit: say.send,
    close: phrases[language].notNow,
    metadata: { reportId, applicationId: application.id },
    blocks: [
      section(say.about(modelOf(application))),
      input('note', say.note, { type: 'plain_text_input', multiline: true, max_length: 2_000 }),
      whole('people'),
      whole('hours'),
    ],
  });
}

/** To those who are praised: another unit copies what they do. */
export function appliedMessage(
  application: Application,
  language: Language,
): NonNullable<Rendered> {
  const text = spreadPhrases[language].appliedText({
    ...modelOf(application),
    unit: escapeText(application.unitName),
  });
  return { text, blocks: [section(`*${text}*`), quote(application.how)] };
}

/** To whoever is to report. */
export function reportsDueMessage(
  due: readonly Application[],
  language: Language,
): NonNullable<Rendered> {
  const say = spreadPhrases[language];
  const text = say.dueText({ count: due.length });
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...due.slice(0, LISTED).map((one) => applicationLine(one, language)),
      context(say.dueHint),
    ],
  };
}

function applicationLine(application: Application, language: Language): KnownBlock {
  const say = spreadPhrases[language];
  const { id, unitName, appliedOn, due, report } = application;
  const line = say.listLine({
    ...modelOf(application),
    unit: escapeText(unitName),
    on: appliedOn,
    due,
    reported: report !== null,
  });
  return section(line, applicationButton.button(phrases[language].view, { applicationId: id }));
}

/** `/tuyenduong áp dụng`. */
export function applicationsAnswer(all: readonly Application[], language: Language): Answer {
  const say = spreadPhrases[language];
  const [first = []] = inParts(all, 40);
  if (first.length === 0) return { text: say.listNone };
  return {
    text: say.listHeading,
    blocks: [
      section(`*${say.listHeading}*`),
      ...first.map((one) => applicationLine(one, language)),
    ],
  };
}

/** What is to be reported, on Home. */
export function reportsHome(due: readonly Application[], language: Language): KnownBlock[] {
  if (due.length === 0) return [];
  const say = spreadPhrases[language];
  return [
    divider,
    section(`*${say.dueText({ count: due.length })}*`),
    ...due.slice(0, 3).map((one) => applicationLine(one, language)),
    context(say.dueHint),
  ];
}
