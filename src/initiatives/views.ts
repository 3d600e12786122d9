import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../kernel/language.ts';
import type { Day } from '../kernel/time.ts';
import { formatDay, formatInstant } from '../kernel/time.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  fields,
  header,
  quote,
  readingModal,
  section,
} from '../slack/blocks.ts';
import type { Answer } from '../slack/listeners.ts';
import { viewButton } from './controls.ts';
import type { InitiativeFile, InitiativeLine } from './file-queries.ts';
import { phrases } from './phrases.ts';
import { openScoringButton } from './scoring-controls.ts';
import { scoringPhrases } from './scoring-phrases.ts';

const EXCERPT = 300;

type Message = { text: string; blocks: KnownBlock[] };

/** Giấy biên nhận. */
export function receiptMessage(file: InitiativeFile, zone: string, language: Language): Message {
  const words = phrases[language];
  const { number, title } = file;
  return {
    text: words.receiptText({ number, title: escapeText(title) }),
    blocks: [header(words.receiptTitle), ...receiptBlocks(file, zone, language)],
  };
}

/** The receipt in the modal in which the initiative was handed in; closing it closes the steps under it. */
export function receiptView(file: InitiativeFile, zone: string, language: Language): ModalView {
  const words = phrases[language];
  return {
    ...readingModal(
      { title: words.receiptModalTitle, close: words.close },
      receiptBlocks(file, zone, language),
    ),
    clear_on_close: true,
  };
}

function receiptBlocks(file: InitiativeFile, zone: string, language: Language): KnownBlock[] {
  const words = phrases[language];
  const { formCheckBy, formCheckSource, decideBy, decideSource } = file.deadlines;
  const next = [
    words.formCheck({ until: formCheckBy, citation: formCheckSource }),
    words.decide({ until: decideBy, citation: decideSource }),
  ];
  return [
    section(`*${file.number}* – ${escapeText(file.title)}`),
    fields([
      [words.filedAt, formatInstant(file.filedAt, zone)],
      [words.filedBy, escapeText(file.filedByName)],
    ]),
    section(`*${words.authors}*\n${authorLines(file)}`),
    ...(file.filedLate ? [section(words.filedLate({ firstAppliedOn: file.firstAppliedOn }))] : []),
    section(`*${words.comesNext}*\n${next.map((step) => `• ${step}`).join('\n')}`),
    context(words.receiptHint({ number: file.number })),
  ];
}

/** The secretary's card. */
export function filedCard(file: InitiativeFile, zone: string, language: Language): Message {
  const words = phrases[language];
  const { id, number, title, state, deadlines } = file;
  return {
    text: words.cardText({ number, title: escapeText(title) }),
    blocks: [
      header(words.cardTitle),
      section(`*${number}* – ${escapeText(title)}`),
      fields([
        [words.kindLabel, words.kind(file.kind)],
        [words.filedAt, formatInstant(file.filedAt, zone)],
        [words.unit, escapeText(file.unitName)],
        [words.stateLabel, words.state(state)],
      ]),
      section(`*${words.authors}*\n${authorLines(file)}`),
      quote(clip(file.essence, EXCERPT)),
      ...(file.filedLate
        ? [section(words.filedLate({ firstAppliedOn: file.firstAppliedOn }))]
        : []),
      ...(state === 'received'
        ? [
            section(
              words.formCheckBefore({
                until: deadlines.formCheckBy,
                citation: deadlines.formCheckSource,
              }),
            ),
          ]
        : []),
      actions(
        'file',
        viewButton.button(words.viewFile, { initiativeId: id }),
        ...(state === 'accepted'
          ? [openScoringButton.button(scoringPhrases[language].openScoring, { initiativeId: id })]
          : []),
      ),
    ],
  };
}

/** The whole file; the confidential part only for those who may read it. */
export function fileView(
  file: InitiativeFile,
  reader: { confidential: boolean; zone: string },
  language: Language,
): ModalView {
  const words = phrases[language];
  const part = (label: string, text: string | null): KnownBlock[] =>
    text === null ? [] : [section(`*${label}*`), quote(text)];
  const confidential =
    file.confidential === null || reader.confidential
      ? part(words.confidentialLabel, file.confidential)
      : [section(`*${words.confidentialLabel}*\n${words.confidentialHidden}`)];
  return readingModal({ title: words.fileTitle, close: words.close }, [
    section(`*${file.number}* – ${escapeText(file.title)}`),
    fields([
      [words.stateLabel, words.state(file.state)],
      [words.kindLabel, words.kind(file.kind)],
      [words.unit, escapeText(file.unitName)],
      [words.firstAppliedLabel, formatDay(file.firstAppliedOn)],
      [words.filedAt, formatInstant(file.filedAt, reader.zone)],
      [words.filedBy, escapeText(file.filedByName)],
    ]),
    ...(file.filedLate ? [section(words.filedLate({ firstAppliedOn: file.firstAppliedOn }))] : []),
    section(`*${words.authors}*\n${authorLines(file)}`),
    context(nextStep(file, file.decision?.number ?? null, language)),
    ...decisionBlocks(file, language),
    divider,
    ...part(words.fieldLabel, file.field),
    ...part(words.priorStateLabel, file.priorState),
    ...part(words.essenceLabel, file.essence),
    ...part(words.benefitsLabel, file.benefits),
    ...part(words.benefitsByUsersLabel, file.benefitsByUsers),
    ...part(words.conditionsLabel, file.conditions),
    ...part(words.investorLabel, file.investor),
    ...confidential,
  ]);
}

/** What the authors read of the decision. */
export function decidedMessage(file: InitiativeFile, language: Language): Message | null {
  if (!file.decision) return null;
  const words = phrases[language];
  const title = words.decidedTitle(file.decision.kind);
  return {
    text: `${title}: ${file.number} – ${escapeText(file.title)}`,
    blocks: [
      header(title),
      section(`*${file.number}* – ${escapeText(file.title)}`),
      ...decisionBlocks(file, language),
      actions('file', viewButton.button(words.viewFile, { initiativeId: file.id })),
    ],
  };
}

function decisionBlocks({ decision }: InitiativeFile, language: Language): KnownBlock[] {
  if (!decision) return [];
  const words = phrases[language];
  const { kind, decidedOn, reason } = decision;
  return [
    section(
      words.decidedBy({
        kind,
        decision: escapeText(decision.number),
        decidedOn,
        signatory: escapeText(decision.signatory),
      }),
    ),
    ...(reason ? [section(`*${words.reasonGiven}*`), quote(reason)] : []),
  ];
}

/** A person's initiatives, each with what comes next. */
export function mineAnswer(
  mine: { total: number; newest: readonly InitiativeLine[] },
  draftTitle: string | null,
  language: Language,
): Answer {
  const words = phrases[language];
  return { text: words.mineHeading, blocks: mineBlocks(mine, draftTitle, language) };
}

function mineBlocks(
  mine: { total: number; newest: readonly InitiativeLine[] },
  draftTitle: string | null,
  language: Language,
): KnownBlock[] {
  const words = phrases[language];
  const { total, newest } = mine;
  return [
    section(`*${words.mineHeading}*`),
    ...(total === 0 && draftTitle === null ? [section(words.mineNone)] : []),
    ...newest.map((line) =>
      section(
        `*${line.number}* – ${escapeText(line.title)}\n${nextStep(line, line.decisionNumber, language)}`,
        viewButton.button(words.viewFile, { initiativeId: line.id }),
      ),
    ),
    ...(draftTitle === null ? [] : [section(words.draftWaits({ title: escapeText(draftTitle) }))]),
    ...(total > newest.length ? [context(words.mineMore({ shown: newest.length, total }))] : []),
  ];
}

/** The part of Home: one's own initiatives and, for a secretary, what waits. */
export function homeBlocks(
  home: {
    mine: { total: number; newest: readonly InitiativeLine[] };
    draftTitle: string | null;
    waiting: { count: number; oldest: Pick<InitiativeLine, 'id' | 'number' | 'deadlines'> | null };
    today: Day;
  },
  language: Language,
): KnownBlock[] {
  const words = phrases[language];
  const { count, oldest } = home.waiting;
  return [
    divider,
    ...mineBlocks(home.mine, home.draftTitle, language),
    ...(oldest
      ? [
          section(
            words.waiting({
              count,
              number: oldest.number,
              formCheckBy: oldest.deadlines.formCheckBy,
              overdue: oldest.deadlines.formCheckBy < home.today,
            }),
            viewButton.button(words.viewFile, { initiativeId: oldest.id }),
          ),
        ]
      : []),
  ];
}

export function helpAnswer(unknown: string | null, language: Language): Answer {
  const words = phrases[language];
  const lead =
    unknown === null ? '' : `${words.notUnderstood({ words: escapeText(clip(unknown, 100)) })}\n`;
  return { text: `${lead}${words.help}` };
}

function authorLines({ authors }: Pick<InitiativeFile, 'authors'>): string {
  return authors
    .map(({ name, workplace, share }) => {
      const at = workplace ? ` (${escapeText(workplace)})` : '';
      return `• ${escapeText(name)}${at}: ${share}%`;
    })
    .join('\n');
}

function nextStep(
  { state, deadlines }: Pick<InitiativeFile, 'state' | 'deadlines'>,
  decision: string | null,
  language: Language,
): string {
  const words = phrases[language];
  const { formCheckBy, decideBy } = deadlines;
  const escaped = decision === null ? null : escapeText(decision);
  return `${words.state(state)}: ${words.next({ state, formCheckBy, decideBy, decision: escaped })}`;
}
