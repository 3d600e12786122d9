import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { sentFilePhrases, shownSize } from '../../../documents/sent-file-phrases.ts';
import { endingsOf } from '../../../documents/sent-file-rules.ts';
import type { Rendered } from '../../../jobs/kinds.ts';
import type { Language } from '../../../kernel/language.ts';
import { formatInstant, slackInstant } from '../../../kernel/time.ts';
import {
  actions,
  clip,
  confirmation,
  context,
  escapeText,
  header,
  inParts,
  input,
  readingModal,
  section,
} from '../../../slack/blocks.ts';
import type { SittingPicture } from '../sitting-queries.ts';
import {
  addFilesButton,
  addFilesModal,
  filesButton,
  getFileButton,
  takeOffFileButton,
} from './file-controls.ts';
import { filePhrases as phrases } from './file-phrases.ts';
import type { SittingFileLine, SittingFiles } from './file-queries.ts';
import { MOST_FILES_AT_ONCE, SITTING_FILE_TYPES, type SittingFileOutcome } from './file-rules.ts';

interface Reader {
  language: Language;
  zone: string;
}

/** Names of files that one section of 3,000 characters holds, whatever signs are in them. */
const NAMES_TOGETHER = 5;
const NAME_SHOWN = 60;
/** Of these nothing is to be sent again: they are there, or who gave them runs the sitting no more. */
const SENT_ONCE: ReadonlySet<SittingFileOutcome> = new Set(['kept', 'again', 'may_not']);

/** The field of files, in the forms that convene and change a sitting and in one of its own. */
export function filesInput({ optional }: { optional: boolean }, language: Language): InputBlock {
  const say = phrases[language];
  return input(
    'files',
    say.label,
    {
      type: 'file_input',
      filetypes: endingsOf(SITTING_FILE_TYPES),
      max_files: MOST_FILES_AT_ONCE,
    },
    { optional, hint: say.hint },
  );
}

/** How many files there are, with the way to them: for invitations, cards and lists. */
export function filesBlocks(
  { id: sittingId, files }: Pick<SittingPicture, 'id' | 'files'>,
  language: Language,
): KnownBlock[] {
  if (files === 0) return [];
  const say = phrases[language];
  return [section(say.count({ count: files }), filesButton.button(say.files, { sittingId }))];
}

/** @param list.checking some were just sent and are looked at now */
export function filesView(
  { sitting, files, changes }: SittingFiles,
  { checking }: { checking: boolean },
  reader: Reader,
): ModalView {
  const say = phrases[reader.language];
  return readingModal({ title: say.files, close: say.close }, [
    section(aboutSitting(sitting, reader)),
    ...(checking
      ? [section(`:hourglass_flowing_sand: ${sentFilePhrases[reader.language].checking}`)]
      : []),
    ...(files.length === 0 ? [context(say.none)] : []),
    ...files.flatMap((file) => fileBlocks(file, changes, reader)),
    ...(changes
      ? [actions('add_files', addFilesButton.button(say.add, { sittingId: sitting.id }))]
      : []),
  ]);
}

function fileBlocks(file: SittingFileLine, changes: boolean, reader: Reader): KnownBlock[] {
  const say = phrases[reader.language];
  const { id: fileId, name, size, addedByName, addedAt } = file;
  const line = say.line({
    name: escapeText(name),
    size: shownSize(size),
    by: escapeText(addedByName),
    at: formatInstant(addedAt, reader.zone),
  });
  const get = getFileButton.button(sentFilePhrases[reader.language].get, { fileId });
  if (!changes) return [section(line, get)];
  const confirm = confirmation({
    title: say.takeOffTitle,
    text: say.takeOffText({ name: clip(name, NAME_SHOWN) }),
    confirm: say.takeOff,
    deny: say.goBack,
  });
  const takeOff = takeOffFileButton.button(say.takeOff, { fileId }, { confirm });
  return [section(line), actions(`file_${fileId}`, get, takeOff)];
}

export function addFilesView(sitting: SittingPicture, reader: Reader): ModalView {
  const say = phrases[reader.language];
  return addFilesModal.view({
    title: say.add,
    submit: sentFilePhrases[reader.language].send,
    close: say.cancel,
    metadata: { sittingId: sitting.id },
    blocks: [
      section(aboutSitting(sitting, reader)),
      filesInput({ optional: false }, reader.language),
    ],
  });
}

/** What became of files, for who gave them; what was refused can be sent again as long as the sitting takes files. */
export function filesCheckedMessage(
  sitting: SittingPicture,
  files: readonly { name: string | null; outcome: SittingFileOutcome }[],
  { language }: Reader,
): Rendered {
  const say = phrases[language];
  const title = say.checkedTitle({ council: sitting.councilName });
  const lines = files.map(({ name, outcome }) => {
    const called = name === null ? say.nameless : escapeText(clip(name, NAME_SHOWN));
    return `• ${called}: ${say.outcome(outcome)}`;
  });
  const refused = files.some(({ outcome }) => !SENT_ONCE.has(outcome));
  const open = sitting.calledOff === null && !sitting.signed;
  const about = { sittingId: sitting.id };
  const buttons = [
    ...(refused && open ? [addFilesButton.button(say.again, about)] : []),
    ...(sitting.files > 0 ? [filesButton.button(say.files, about)] : []),
  ];
  return {
    text: escapeText(title),
    blocks: [
      header(title),
      ...inParts(lines, NAMES_TOGETHER).map((part) => section(part.join('\n'))),
      ...(buttons.length > 0 ? [actions('files', ...buttons)] : []),
    ],
  };
}

/** Which files came after the invitation; those that were taken off again are not named. */
export function filesCameMessage(
  sitting: SittingPicture,
  came: readonly SittingFileLine[],
  { language, zone }: Reader,
): Rendered {
  if (sitting.calledOff) return null;
  const say = phrases[language];
  const council = escapeText(sitting.councilName);
  const about = { council, when: slackInstant(sitting.startsAt, zone) };
  const text = say.cameText({ council });
  if (came.length === 0) return { text, blocks: [section(say.goneAgain(about))] };
  const names = came.map(
    ({ name, size }) => `• ${escapeText(clip(name, NAME_SHOWN))} (${shownSize(size)})`,
  );
  return {
    text,
    blocks: [
      section(say.came({ ...about, count: came.length })),
      ...inParts(names, NAMES_TOGETHER).map((part) => section(part.join('\n'))),
      actions('files', filesButton.button(say.files, { sittingId: sitting.id })),
    ],
  };
}

function aboutSitting(
  { councilName, startsAt }: SittingPicture,
  { language, zone }: Reader,
): string {
  const when = slackInstant(startsAt, zone);
  return phrases[language].about({ council: escapeText(councilName), when });
}
