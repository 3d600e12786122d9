import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../kernel/language.ts';
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
import { summaryButton } from './after/adoption-controls.ts';
import { afterPhrases } from './after/after-phrases.ts';
import { viewButton } from './controls.ts';
import type { InitiativeFile, InitiativeLine } from './file-queries.ts';
import { evidenceBlocks, evidenceCount } from './intake/evidence-views.ts';
import { shareLines, unconfirmedBlocks } from './intake/share-views.ts';
import { documentBlocks } from './papers/document-views.ts';
import { phrases } from './phrases.ts';
import { openScoringButton } from './scoring/scoring-controls.ts';
import { scoringPhrases } from './scoring/scoring-phrases.ts';
import type { TimelineEntry } from './workflow/step-queries.ts';
import { timelineLine } from './workflow/timeline-views.ts';
import { workflowPhrases } from './workflow/workflow-phrases.ts';
import { formCheckButtons } from './workflow/workflow-views.ts';

const EXCERPT = 300;

/** The newest draft, and how many there are beside it. */
type DraftsWaiting = { title: string; more: number } | null;

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
export function receiptView(
  file: InitiativeFile,
  zone: string,
  language: Language,
  title: string = phrases[language].receiptModalTitle,
): ModalView {
  const words = phrases[language];
  return {
    ...readingModal({ title, close: words.close }, receiptBlocks(file, zone, language)),
    clear_on_close: true,
  };
}

function receiptBlocks(file: InitiativeFile, zone: string, language: Language): KnownBlock[] {
  const words = phrases[language];
  const next = [...deadlineLine(file, language), words.afterFormCheck];
  return [
    section(`*${file.number}* – ${escapeText(file.title)}`),
    fields([
      [words.filedAt, formatInstant(file.filedAt, zone)],
      [words.filedBy, escapeText(file.filedByName)],
    ]),
    section(`*${words.authors}*\n${shareLines(file, zone, language)}`),
    ...(file.filedLate ? [section(words.filedLate({ firstAppliedOn: file.firstAppliedOn }))] : []),
    section(`*${words.comesNext}*\n${next.map((step) => `• ${step}`).join('\n')}`),
    context(words.receiptHint({ number: file.number })),
  ];
}

/** The secretary's card. @param reader.scored a scoring is open, or its outcome stands */
export function filedCard(
  file: InitiativeFile,
  reader: { zone: string; scored: boolean },
  language: Language,
): Message {
  const { zone, scored } = reader;
  const words = phrases[language];
  const { id, number, title, state, deadline } = file;
  const seen = { initiativeId: id, revision: file.revision, state: 'received' as const };
  return {
    text: words.cardText({ number, title: escapeText(title) }),
    blocks: [
      header(file.revision > 1 ? workflowPhrases[language].cardMendedTitle : words.cardTitle),
      section(`*${number}* – ${escapeText(title)}`),
      fields([
        [words.kindLabel, words.kind(file.kind)],
        [words.filedAt, formatInstant(file.filedAt, zone)],
        [words.unit, escapeText(file.unitName)],
        [words.stateLabel, words.state(state)],
      ]),
      section(`*${words.authors}*\n${shareLines(file, zone, language)}`),
      ...unconfirmedBlocks(file.authors, { mayReadReasons: true }, language),
      ...evidenceCount(file.evidence.length, language),
      quote(clip(file.essence, EXCERPT)),
      ...(file.filedLate
        ? [section(words.filedLate({ firstAppliedOn: file.firstAppliedOn }))]
        : []),
      ...(file.mendedLate ? [section(workflowPhrases[language].mendedLate)] : []),
      ...(state === 'received' && deadline
        ? [section(words.formCheckBefore({ until: deadline.by, citation: deadline.source }))]
        : []),
      ...(state === 'received' ? [] : [context(nextStep(file, decisionNumber(file), language))]),
      actions(
        'file',
        ...(state === 'received' ? formCheckButtons(seen, language) : []),
        viewButton.button(words.viewFile, { initiativeId: id }),
        ...(state === 'accepted' && !scored
          ? [openScoringButton.button(scoringPhrases[language].openScoring, { initiativeId: id })]
          : []),
      ),
    ],
  };
}

/** The whole file; the confidential part only for those who may read it. */
export function fileView(
  file: InitiativeFile,
  reader: {
    personId: string;
    confidential: boolean;
    zone: string;
    mayAddEvidence?: boolean;
    /** How far it is and what the reader may do, after the authors. */
    workflow?: readonly KnownBlock[];
  },
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
    section(`*${words.authors}*\n${shareLines(file, reader.zone, language)}`),
    ...unconfirmedBlocks(
      file.authors,
      {
        mayReadReasons: reader.confidential || reader.personId === file.filedById,
        personId: reader.personId,
      },
      language,
    ),
    context(nextStep(file, decisionNumber(file), language)),
    ...decisionBlocks(file, language),
    ...(reader.workflow ?? []),
    ...documentBlocks(file, language),
    ...afterBlocks(file, language),
    divider,
    ...part(words.addresseeLabel, file.addressee),
    ...part(words.fieldLabel, file.field),
    ...part(words.priorStateLabel, file.priorState),
    ...part(words.essenceLabel, file.essence),
    ...part(words.benefitsLabel, file.benefits),
    ...part(words.benefitsByUsersLabel, file.benefitsByUsers),
    ...part(words.conditionsLabel, file.conditions),
    ...part(words.investorLabel, file.investor),
    ...part(words.participantsLabel, file.participants),
    ...part(words.authorDetailsLabel, file.authorDetails),
    ...confidential,
    ...evidenceBlocks(file, reader, language),
  ]);
}

/** The way from the file to what follows a recognition. */
function afterBlocks({ id, state }: InitiativeFile, language: Language): KnownBlock[] {
  if (state !== 'recognised' && state !== 'annulled') return [];
  const button = summaryButton.button(afterPhrases[language].openSummary, { initiativeId: id });
  return [actions('after', button)];
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

export interface Mine {
  total: number;
  newest: readonly (InitiativeLine & { timeline: readonly TimelineEntry[] })[];
  drafts: DraftsWaiting;
}

/** A person's initiatives, each with what comes next and what was before. */
export function mineAnswer(mine: Mine, zone: string, language: Language): Answer {
  const words = phrases[language];
  return { text: words.mineHeading, blocks: mineBlocks(mine, zone, language) };
}

function mineBlocks(mine: Mine, zone: string, language: Language): KnownBlock[] {
  const words = phrases[language];
  const { total, newest, drafts } = mine;
  return [
    section(`*${words.mineHeading}*`),
    ...(total === 0 && drafts === null ? [section(words.mineNone)] : []),
    ...newest.map((line) =>
      section(
        `*${line.number}* – ${escapeText(line.title)}\n${nextStep(line, line.decisionNumber, language)}\n_${timelineLine(line.timeline, zone, language)}_`,
        viewButton.button(words.viewFile, { initiativeId: line.id }),
      ),
    ),
    ...(drafts === null
      ? []
      : [section(words.draftWaits({ ...drafts, title: escapeText(drafts.title) }))]),
    ...(total > newest.length ? [context(words.mineMore({ shown: newest.length, total }))] : []),
  ];
}

/** The part of Home with one's own initiatives. */
export function homeBlocks(mine: Mine, zone: string, language: Language): KnownBlock[] {
  return [divider, ...mineBlocks(mine, zone, language)];
}

export function helpAnswer(unknown: string | null, language: Language): Answer {
  const words = phrases[language];
  const lead =
    unknown === null ? '' : `${words.notUnderstood({ words: escapeText(clip(unknown, 100)) })}\n`;
  return { text: `${lead}${words.help}` };
}

function nextStep(
  {
    state,
    deadline,
    overdue,
    mergedInto,
  }: Pick<InitiativeFile, 'state' | 'deadline' | 'overdue' | 'mergedInto'>,
  decision: string | null,
  language: Language,
): string {
  const words = phrases[language];
  const by = deadline?.by ?? null;
  const escaped = decision === null ? null : escapeText(decision);
  if (mergedInto) {
    const { number, state: stands } = mergedInto;
    return words.mergedStands({ number, state: words.state(stands) });
  }
  return `${words.state(state)}: ${words.next({ state, by, overdue, decision: escaped })}`;
}

function decisionNumber({ decision }: InitiativeFile): string | null {
  return decision?.number ?? null;
}

/** The deadline that runs, with its article. */
function deadlineLine({ deadline }: InitiativeFile, language: Language): string[] {
  if (!deadline) return [];
  const words = phrases[language];
  const cited = { until: deadline.by, citation: deadline.source };
  return deadline.kind === 'form_check' ? [words.formCheck(cited)] : [words.decide(cited)];
}
