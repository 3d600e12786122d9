import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  header,
  input,
  option,
  plain,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Answer } from '../../slack/listeners.ts';
import { LONG_TEXT } from '../intake/draft-content.ts';
import {
  ADOPTING_UNIT,
  adoptionButton,
  adoptModal,
  correctButton,
  endAdoptionButton,
  endAdoptionModal,
  reportButton,
  reportModal,
  summaryButton,
} from './adoption-controls.ts';
import { adoptionPhrases } from './adoption-phrases.ts';
import type { AdoptionFile, AdoptionLine, YearReport } from './adoption-queries.ts';
import { afterPhrases } from './after-phrases.ts';

/** Slack takes a hundred in a menu. */
const MENU_MOST = 100;
const LISTED = 20;
const LISTED_AT_HOME = 5;
const YEARS_OFFERED = 10;

/** The form in which a unit takes an initiative up. */
export function adoptView(
  form: {
    adoptionId: string;
    initiative: { id: string; number: string; title: string };
    units: readonly { id: string; name: string }[];
    today: Day;
    /** Suggested as responsible. */
    slackUserId: string;
  },
  language: Language,
): ModalView {
  const say = adoptionPhrases[language];
  const { adoptionId, initiative, units } = form;
  const options = units.slice(0, MENU_MOST).map(({ id, name }) => option(name, id));
  const [only] = options;
  return adoptModal.view({
    title: say.adopt,
    submit: say.adoptSubmit,
    close: say.cancel,
    metadata: { adoptionId, initiativeId: initiative.id },
    blocks: [
      section(aboutInitiative(initiative, language)),
      input(
        ADOPTING_UNIT,
        say.unit,
        units.length > MENU_MOST
          ? { type: 'external_select', min_query_length: 1, placeholder: plain(say.chooseUnit) }
          : {
              type: 'static_select',
              options,
              ...(only && options.length === 1 ? { initial_option: only } : {}),
            },
      ),
      input('since', say.since, { type: 'datepicker', initial_date: form.today }),
      input('how', say.how, paragraph(LONG_TEXT), { hint: say.howHint }),
      input(
        'responsible',
        say.responsible,
        { type: 'users_select', initial_user: form.slackUserId },
        { hint: say.responsibleHint },
      ),
    ],
  });
}

/** One adoption with its reports; it takes the place of the form that led to it. */
export function adoptionView(
  file: AdoptionFile,
  reader: { mayReport: boolean; mayEnd: boolean; zone: string; lead?: string },
  language: Language,
): ModalView {
  const say = adoptionPhrases[language];
  const { id: adoptionId, annulled, endedOn } = file;
  const open = !annulled;
  const buttons = [
    ...(reader.mayReport && open && file.begun
      ? [reportButton.button(say.report, { adoptionId })]
      : []),
    ...(reader.mayEnd && !endedOn ? [endAdoptionButton.button(say.end, { adoptionId })] : []),
  ];
  return readingModal({ title: say.adoptionTitle, close: say.close }, [
    ...(reader.lead ? [section(reader.lead)] : []),
    section(aboutInitiative(file, language)),
    ...(annulled ? [section(afterPhrases[language].annulledMark)] : []),
    section(
      `${say.appliesSince({ ...file, unit: escapeText(file.unitName) })}\n${say.responsibleIs({ name: escapeText(file.responsibleName) })}`,
    ),
    quote(file.how),
    ...(endedOn ? [section(say.stopped({ endedOn })), quote(file.endReason ?? '')] : []),
    ...(buttons.length > 0 ? [actions('adoption', ...buttons)] : []),
    divider,
    section(`*${say.reportsHeading}*`),
    ...(file.reports.length === 0 ? [section(say.noReports)] : []),
    ...file.reports
      .slice(0, LISTED)
      .flatMap((report) => [
        section(
          reportLine(report, reader.zone, language),
          reader.mayReport && open
            ? correctButton.button(say.correct(report), { adoptionId, year: report.year })
            : undefined,
        ),
        quote(report.note),
      ]),
  ]);
}

function reportLine(report: YearReport, zone: string, language: Language): string {
  return adoptionPhrases[language].reportLine({
    ...report,
    by: escapeText(report.byName),
    at: formatInstant(report.at, zone),
    times: report.corrections,
  });
}

/** The form of a report; with the figures of the one that is corrected. */
export function reportView(
  form: {
    reportId: string;
    file: AdoptionFile;
    corrects: YearReport | null;
    thisYear: number;
  },
  language: Language,
): ModalView {
  const say = adoptionPhrases[language];
  const { file, corrects } = form;
  const years = yearsOf(file, form.thisYear).map((year) => option(String(year), String(year)));
  const reported = new Set(file.reports.map(({ year }) => String(year)));
  const first = years.find(({ value }) => !reported.has(value ?? '')) ?? years[0];
  return reportModal.view({
    title: say.reportTitle,
    submit: say.reportSubmit,
    close: say.cancel,
    metadata: {
      adoptionId: file.id,
      reportId: form.reportId,
      year: corrects?.year ?? null,
      seenReportId: corrects?.id ?? null,
    },
    blocks: [
      section(`${aboutInitiative(file, language)}\n${escapeText(file.unitName)}`),
      ...(corrects
        ? [section(say.yearIs(corrects))]
        : [
            input('year', say.year, {
              type: 'static_select',
              options: years,
              ...(first ? { initial_option: first } : {}),
            }),
          ]),
      input('hours', say.hours, number(corrects?.hours), { hint: say.hoursHint }),
      input('dong', say.dong, number(corrects?.dong), { hint: say.dongHint }),
      input('note', say.note, {
        ...paragraph(LONG_TEXT),
        ...(corrects ? { initial_value: corrects.note } : {}),
      }),
    ],
  });
}

/** Newest first; the year of the beginning at least, should that be still to come. */
function yearsOf({ since, endedOn }: AdoptionFile, thisYear: number): number[] {
  const first = Number(since.slice(0, 4));
  const last = Math.max(first, Math.min(thisYear, Number(endedOn?.slice(0, 4) ?? thisYear)));
  const count = Math.min(last - first + 1, YEARS_OFFERED);
  return Array.from({ length: count }, (_, index) => last - index);
}

function number(value: bigint | undefined) {
  const initial = value === undefined ? {} : { initial_value: value.toLocaleString('vi-VN') };
  return { type: 'plain_text_input', max_length: 50, ...initial } as const;
}

function paragraph(most: number) {
  return { type: 'plain_text_input', multiline: true, max_length: most } as const;
}

export function endAdoptionView(file: AdoptionFile, today: Day, language: Language): ModalView {
  const say = adoptionPhrases[language];
  return endAdoptionModal.view({
    title: say.endTitle,
    submit: say.end,
    close: say.cancel,
    metadata: { adoptionId: file.id },
    blocks: [
      section(`${aboutInitiative(file, language)}\n${escapeText(file.unitName)}`),
      input('endedOn', say.endedOn, { type: 'datepicker', initial_date: today }),
      input('reason', say.endReason, paragraph(LONG_TEXT), { hint: say.endHint }),
    ],
  });
}

/** To the authors and their secretary: that a unit takes it up, or stopped. */
export function adoptionNews(
  file: AdoptionFile,
  what: 'adopted' | 'ended',
  language: Language,
): { text: string; blocks: KnownBlock[] } {
  const say = adoptionPhrases[language];
  const named = {
    number: file.number,
    title: escapeText(file.title),
    unit: escapeText(file.unitName),
    begun: file.begun,
  };
  const { endedOn } = file;
  return {
    text: what === 'adopted' ? say.adoptedText(named) : say.endedText(named),
    blocks: [
      header(what === 'adopted' ? say.adoptedHeading(file) : say.endedHeading),
      section(aboutInitiative(file, language)),
      section(
        `${say.appliesSince({ ...file, unit: named.unit })}\n${say.responsibleIs({ name: escapeText(file.responsibleName) })}`,
      ),
      ...(what === 'adopted' ? [quote(file.how)] : []),
      ...(what === 'ended' && endedOn
        ? [section(say.stopped({ endedOn })), quote(file.endReason ?? '')]
        : []),
      actions(
        'summary',
        summaryButton.button(afterPhrases[language].viewSummary, {
          initiativeId: file.initiativeId,
        }),
      ),
    ],
  };
}

/** To whoever was made responsible: what for, and what comes of it. */
export function adoptionAssignedMessage(
  file: AdoptionFile,
  language: Language,
): { text: string; blocks: KnownBlock[] } {
  const say = adoptionPhrases[language];
  const { id: adoptionId } = file;
  return {
    text: say.assignedText({ number: file.number, title: escapeText(file.title) }),
    blocks: [
      header(say.assignedHeading),
      section(aboutInitiative(file, language)),
      section(say.appliesSince({ ...file, unit: escapeText(file.unitName) })),
      quote(file.how),
      section(say.assignedNext),
      actions('adoption', adoptionButton.button(say.view, { adoptionId })),
    ],
  };
}

/** To those who apply it: that its recognition was taken back, and what stays as it was. */
export function adoptionAnnulledMessage(
  file: AdoptionFile,
  language: Language,
): { text: string; blocks: KnownBlock[] } {
  const say = adoptionPhrases[language];
  const { id: adoptionId } = file;
  return {
    text: say.annulledText({ number: file.number, title: escapeText(file.title) }),
    blocks: [
      header(say.annulledHeading),
      section(aboutInitiative(file, language)),
      section(say.annulledNext({ unit: escapeText(file.unitName) })),
      actions('adoption', adoptionButton.button(say.view, { adoptionId })),
    ],
  };
}

/** All reports that the reader is asked for. */
export function effectsDueMessage(
  due: readonly AdoptionLine[],
  today: Day,
  language: Language,
): { text: string; blocks: KnownBlock[] } {
  const say = adoptionPhrases[language];
  return {
    text: say.dueText({ count: due.length }),
    blocks: [
      header(say.dueHeading),
      ...lines(due.slice(0, LISTED), today, language, 'report'),
      ...(due.length > LISTED ? [section(say.more({ count: due.length - LISTED }))] : []),
      context(say.dueHint),
    ],
  };
}

/** What one's units apply, what waits for a report, and what was recognised elsewhere lately. */
export function adoptionsAnswer(
  list: {
    adoptions: readonly AdoptionLine[];
    newest: readonly { id: string; number: string; title: string; unitName: string }[];
    today: Day;
  },
  language: Language,
): Answer {
  const say = adoptionPhrases[language];
  const { adoptions, newest, today } = list;
  return {
    text: say.listHeading,
    blocks: [
      section(`*${say.listHeading}*`),
      ...(adoptions.length === 0 ? [section(say.listNone)] : []),
      ...lines(adoptions.slice(0, LISTED), today, language, 'view'),
      ...(adoptions.length > LISTED
        ? [section(say.more({ count: adoptions.length - LISTED }))]
        : []),
      ...(newest.length > 0 ? [divider, section(`*${say.newest}*`)] : []),
      ...newest.map(({ id, number, title, unitName }) =>
        section(
          say.newestLine({ number, title: escapeText(title), unit: escapeText(unitName) }),
          summaryButton.button(afterPhrases[language].viewSummary, { initiativeId: id }),
        ),
      ),
    ],
  };
}

/** The part of Home: reports that are due; nothing when none is. */
export function adoptionHomeBlocks(
  due: readonly AdoptionLine[],
  today: Day,
  language: Language,
): KnownBlock[] {
  const say = adoptionPhrases[language];
  if (due.length === 0) return [];
  const more = due.length - LISTED_AT_HOME;
  return [
    divider,
    section(say.home({ count: due.length })),
    ...lines(due.slice(0, LISTED_AT_HOME), today, language, 'report'),
    ...(more > 0 ? [context(`${say.more({ count: more })}: \`/sangkien áp dụng\``)] : []),
  ];
}

function lines(
  adoptions: readonly AdoptionLine[],
  today: Day,
  language: Language,
  how: 'view' | 'report',
): KnownBlock[] {
  const say = adoptionPhrases[language];
  return adoptions.map(({ id: adoptionId, number, title, unitName, dueOn, ...own }) =>
    section(
      say.listLine({
        number,
        title: escapeText(clip(title, 300)),
        unit: escapeText(unitName),
        ...own,
        dueOn,
        due: dueOn !== null && dueOn <= today,
      }),
      how === 'view'
        ? adoptionButton.button(say.view, { adoptionId })
        : reportButton.button(say.report, { adoptionId }),
    ),
  );
}

function aboutInitiative(
  { number, title }: { number: string; title: string },
  language: Language,
): string {
  return adoptionPhrases[language].about({ number, title: escapeText(title) });
}
