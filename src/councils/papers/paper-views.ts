import type { KnownBlock, ModalView } from '@slack/types';
import { sentFilePhrases, shownSize } from '../../documents/sent-file-phrases.ts';
import { endingsOf, FILE_PROBLEMS, type FileProblem } from '../../documents/sent-file-rules.ts';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatInstant } from '../../kernel/time.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import {
  actions,
  clip,
  confirmation,
  context,
  divider,
  escapeText,
  input,
  option,
  plain,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { releasePhrases } from '../release/release-phrases.ts';
import { awardLabel } from '../sittings/agenda-items.ts';
import { itemName } from '../sittings/item-name.ts';
import type { AgendaGroup } from '../sittings/sitting-views.ts';
import {
  attachPaperButton,
  attachPaperModal,
  getPaperButton,
  holdResultsButton,
  papersButton,
  releaseResultsButton,
  replacePaperButton,
  replacePaperModal,
  takeBackPaperButton,
  takeBackPaperModal,
} from './paper-controls.ts';
import type { PaperTold } from './paper-messages.ts';
import { paperPhrases as phrases, standingText } from './paper-phrases.ts';
import {
  awaitedPapers,
  type PaperBallot,
  type SignedPaper,
  type SittingPapers,
} from './paper-queries.ts';
import { PAPER_TYPES, type PaperProblem, type PaperRef, refKey } from './paper-rules.ts';

interface Reader {
  language: Language;
  zone: string;
  rulebook: Rulebook;
}

/** A modal has a hundred blocks. */
const MOST_BLOCKS = 95;

/** The signed papers of a sitting, with what the reader may do. */
export function papersView(
  sitting: SittingPapers,
  rights: {
    runs: boolean;
    /** Held results are not kept from the reader. */
    readsHeld: boolean;
    mayRead: (paper: SignedPaper) => boolean;
  },
  reader: Reader,
  /** What has just been done. */
  done?: string,
): ModalView {
  const { language } = reader;
  const words = phrases[language];
  const counted = sitting.ballots.some(({ open }) => !open);
  const signed = sitting.papers.find(({ kind, takenBack }) => kind === 'sitting' && !takenBack);
  const shown = sitting.papers.filter(({ takenBack }) => rights.runs || !takenBack);
  const awaited = awaitedPapers(sitting, rights);
  return readingModal({ title: words.papersTitle, close: words.close }, [
    ...(done === undefined ? [] : [section(done), divider]),
    section(
      `*${escapeText(sitting.council.name)}* · ${formatInstant(sitting.startsAt, reader.zone)}`,
    ),
    section(counted ? standingText(signed ?? null, language) : words.nothingYet),
    ...(rights.runs ? holdingBlocks(sitting, reader) : []),
    divider,
    ...(shown.length === 0 ? [context(words.noPapers)] : []),
    ...shown.flatMap((paper) => paperBlocks(paper, rights, reader)).slice(0, MOST_BLOCKS),
    ...(rights.runs && awaited.length > 0
      ? [
          actions(
            'attach',
            attachPaperButton.button(words.attach, { sittingId: sitting.id }, { style: 'primary' }),
          ),
        ]
      : []),
  ]);
}

function holdingBlocks(
  { id: sittingId, holdsResults, ballots }: SittingPapers,
  { language, rulebook }: Pick<Reader, 'language' | 'rulebook'>,
): KnownBlock[] {
  const words = releasePhrases[language];
  const held = ballots.filter((one) => one.held);
  const count = held.length;
  const what = [...new Set(held.map((one) => ballotName(one, rulebook)))].join(', ');
  if (count > 0) {
    const confirm = confirmation({
      title: words.releaseTitle,
      text: words.releaseText({ count, what: clip(what, 120) }),
      confirm: words.release,
      deny: words.goBack,
    });
    return [
      section(words.heldCount({ count, what: escapeText(clip(what, 1500)) })),
      actions(
        'release',
        releaseResultsButton.button(words.releaseCount({ count }), { sittingId }, { confirm }),
      ),
    ];
  }
  if (ballots.some(({ open }) => !open)) return [];
  const label = holdsResults ? words.holdNot : words.hold;
  return [actions('hold', holdResultsButton.button(label, { sittingId, holds: !holdsResults }))];
}

/** What was voted on: "CSTĐCS 2026", "SK-2026-0001", or the words with which it was typed in. */
function ballotName(
  { itemKey, year, title, initiative }: PaperBallot,
  rulebook: Reader['rulebook'],
): string {
  if (initiative) return initiative.number;
  return title ?? `${awardLabel(rulebook, itemKey)} ${year}`;
}

function paperBlocks(
  paper: SignedPaper,
  { runs, mayRead }: { runs: boolean; mayRead: (paper: SignedPaper) => boolean },
  reader: Reader,
): KnownBlock[] {
  const { language, zone } = reader;
  const words = phrases[language];
  const { id: paperId, number, signedOn: day, signatory, takenBack } = paper;
  const lines = [
    words.line({
      paper: paperName(paper, reader),
      number: escapeText(number),
      day,
      signatory: escapeText(signatory),
    }),
    words.file({
      name: escapeText(paper.name),
      size: shownSize(paper.size),
      by: escapeText(paper.attachedByName),
      at: formatInstant(paper.attachedAt, zone),
    }),
    ...(takenBack
      ? [
          `:leftwards_arrow_with_hook: ${words.takenBack({
            by: escapeText(takenBack.byName),
            at: formatInstant(takenBack.at, zone),
            replaced: takenBack.replaced,
          })}`,
        ]
      : []),
  ];
  const get = mayRead(paper)
    ? getPaperButton.button(sentFilePhrases[language].get, { paperId })
    : undefined;
  return [
    section(lines.join('\n'), get),
    ...(takenBack ? [quote(clip(takenBack.reason, 500))] : []),
    ...(runs && !takenBack
      ? [
          actions(
            `paper_${paperId}`,
            replacePaperButton.button(words.replace, { paperId }),
            takeBackPaperButton.button(words.takeBack, { paperId }),
          ),
        ]
      : []),
  ];
}

/** "Biên bản họp", "Quyết định công nhận sáng kiến", "Quyết định CSTĐCS 2026". */
function paperName(
  { kind, itemKey, year }: PaperRef,
  { language, rulebook }: Pick<Reader, 'language' | 'rulebook'>,
): string {
  const words = phrases[language];
  if (kind !== 'decision' || itemKey === null) return words.paper(kind);
  if (year === null) return words.recognition;
  return words.decisionOn({ award: `${awardLabel(rulebook, itemKey)} ${year}` });
}

export function attachPaperView(
  sitting: SittingPapers,
  form: { today: Day; readsHeld: boolean; undecided: readonly AgendaGroup[] },
  reader: Reader,
): ModalView {
  const words = phrases[reader.language];
  const options = awaitedPapers(sitting, form)
    .slice(0, 100)
    .map((ref) => option(paperName(ref, reader), refKey(ref)));
  const [first] = options;
  return attachPaperModal.view({
    title: words.attach,
    submit: words.send,
    close: words.cancel,
    metadata: { sittingId: sitting.id },
    blocks: [
      ...undecidedBlocks(form.undecided, reader.language),
      input('paper', words.which, {
        type: 'static_select',
        options,
        ...(first ? { initial_option: first } : {}),
      }),
      ...particulars({ signedOn: form.today }, reader.language),
      context(words.attachNote),
    ],
  });
}

/** What signed minutes would leave without a ballot. */
function undecidedBlocks(undecided: readonly AgendaGroup[], language: Language): KnownBlock[] {
  const words = phrases[language];
  if (undecided.length === 0) return [];
  const names = undecided.map((group) =>
    group.kind === 'line'
      ? itemName(group.line.item)
      : words.undecidedNames({ number: group.number, count: group.lines.length }),
  );
  const text = { count: undecided.length, names: escapeText(clip(names.join(', '), 1500)) };
  return [section(words.undecided(text))];
}

export function replacePaperView(paper: SignedPaper, reader: Reader): ModalView {
  const words = phrases[reader.language];
  return replacePaperModal.view({
    title: words.replace,
    submit: words.send,
    close: words.cancel,
    metadata: { paperId: paper.id },
    blocks: [
      section(`*${paperName(paper, reader)}*`),
      ...particulars(paper, reader.language),
      reasonInput(words.replaceReason),
    ],
  });
}

export function takeBackPaperView(paper: SignedPaper, reader: Reader): ModalView {
  const words = phrases[reader.language];
  const { number, signedOn: day, signatory } = paper;
  const line = { number: escapeText(number), day, signatory: escapeText(signatory) };
  return takeBackPaperModal.view({
    title: words.takeBack,
    submit: words.takeBack,
    close: words.cancel,
    metadata: { paperId: paper.id },
    blocks: [
      section(words.line({ paper: paperName(paper, reader), ...line })),
      reasonInput(words.takeBackReason),
      context(words.takeBackNote),
    ],
  });
}

function particulars(
  before: { number?: string; signedOn: Day; signatory?: string },
  language: Language,
): KnownBlock[] {
  const words = phrases[language];
  const { number, signedOn, signatory } = before;
  return [
    input('number', words.number, {
      type: 'plain_text_input',
      max_length: 100,
      placeholder: plain(words.numberExample),
      ...(number ? { initial_value: number } : {}),
    }),
    input('signedOn', words.signedOn, { type: 'datepicker', initial_date: signedOn }),
    input('signatory', words.signatory, {
      type: 'plain_text_input',
      max_length: 200,
      ...(signatory ? { initial_value: signatory } : {}),
    }),
    input(
      'file',
      words.fileLabel,
      { type: 'file_input', filetypes: endingsOf(PAPER_TYPES), max_files: 1 },
      { hint: words.fileHint },
    ),
  ];
}

function reasonInput(label: string): KnownBlock {
  return input('reason', label, {
    type: 'plain_text_input',
    multiline: true,
    max_length: 2000,
  });
}

/** What became of a signed copy, for who attached it. */
export function paperCheckedView(
  { sittingId, told }: { sittingId: string; told: PaperTold },
  reader: Reader,
): Rendered {
  const words = phrases[reader.language];
  const { ref, number, signedOn: day, outcome } = told;
  const about = { paper: paperName(ref, reader), number: escapeText(number) };
  if (outcome.kind === 'kept') {
    const text = words.kept({ ...about, day });
    const followed = words.followed(outcome);
    return { text, blocks: [section(text), ...(followed ? [section(followed)] : [])] };
  }
  const reason = problemText(outcome.problem, reader.language);
  const text = words.refused({ ...about, reason });
  if (outcome.problem === 'may_not') return { text, blocks: [section(text)] };
  const again = papersButton.button(words.again, { sittingId });
  return { text, blocks: [section(text), actions('again', again)] };
}

function problemText(problem: FileProblem | PaperProblem['code'], language: Language): string {
  return isFileProblem(problem)
    ? `${sentFilePhrases[language].problem({ problem, taken: PAPER_TYPES })}.`
    : phrases[language].problem({ code: problem });
}

function isFileProblem(problem: string): problem is FileProblem {
  return FILE_PROBLEMS.some((one) => one === problem);
}
