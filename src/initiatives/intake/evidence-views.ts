import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { sentFilePhrases, shownSize } from '../../documents/sent-file-phrases.ts';
import { endingsOf } from '../../documents/sent-file-rules.ts';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  context,
  escapeText,
  header,
  input,
  option,
  section,
} from '../../slack/blocks.ts';
import { evidencePhrases } from './evidence-phrases.ts';
import type { EvidenceLine } from './evidence-queries.ts';
import { EVIDENCE_TYPES, type EvidenceProblem, MOST_FILES_AT_ONCE } from './evidence-rules.ts';
import { addEvidenceButton, addEvidenceModal, getEvidenceButton } from './intake-controls.ts';
import { sharePhrases } from './share-phrases.ts';

/** The fields of evidence: the files, and who may read them. */
export function evidenceInputs(
  { optional }: { optional: boolean },
  language: Language,
): InputBlock[] {
  const words = evidencePhrases[language];
  return [
    input(
      'evidence',
      words.evidence,
      { type: 'file_input', filetypes: endingsOf(EVIDENCE_TYPES), max_files: MOST_FILES_AT_ONCE },
      { optional, hint: words.evidenceHint },
    ),
    input(
      'councilOnly',
      words.councilOnlyLabel,
      { type: 'checkboxes', options: [option(words.councilOnly, 'yes')] },
      { optional: true, hint: words.councilOnlyHint },
    ),
  ];
}

/** The form for more evidence of an initiative that was handed in. */
export function addEvidenceView(
  initiative: { id: string; number: string; title: string },
  language: Language,
): ModalView {
  const words = evidencePhrases[language];
  return addEvidenceModal.view({
    title: words.more,
    submit: sentFilePhrases[language].send,
    close: sharePhrases[language].close,
    metadata: { initiativeId: initiative.id },
    blocks: [
      section(`*${initiative.number}* – ${escapeText(initiative.title)}`),
      ...evidenceInputs({ optional: false }, language),
    ],
  });
}

/**
 * The evidence in the file of an initiative: what the reader may read, the names of what they gave for the
 * council only, and how much there is beside it.
 */
export function evidenceBlocks(
  file: { id: string; evidence: readonly EvidenceLine[] },
  reader: { personId: string; confidential: boolean; mayAddEvidence?: boolean; zone: string },
  language: Language,
): KnownBlock[] {
  const words = evidencePhrases[language];
  const mayRead = ({ councilOnly }: EvidenceLine) => reader.confidential || !councilOnly;
  const shown = file.evidence.filter((one) => mayRead(one) || one.addedById === reader.personId);
  const hidden = file.evidence.length - shown.length;
  if (file.evidence.length === 0 && !reader.mayAddEvidence) return [];
  return [
    section(`*${words.evidence}*`),
    ...shown.map((one) => {
      const { id, name, size, addedByName, addedAt, councilOnly } = one;
      return section(
        words.line({
          name: escapeText(name),
          size: shownSize(size),
          by: escapeText(addedByName),
          at: formatInstant(addedAt, reader.zone),
          councilOnly,
        }),
        mayRead(one)
          ? getEvidenceButton.button(sentFilePhrases[language].get, { evidenceId: id })
          : undefined,
      );
    }),
    ...(hidden > 0 ? [context(words.hidden({ count: hidden }))] : []),
    ...(reader.mayAddEvidence
      ? [actions('evidence', addEvidenceButton.button(words.more, { initiativeId: file.id }))]
      : []),
  ];
}

/** How much evidence there is, for a card. */
export function evidenceCount(count: number, language: Language): KnownBlock[] {
  return count > 0 ? [context(evidencePhrases[language].count({ count }))] : [];
}

/** What became of the files that somebody gave. */
export function evidenceCheckedMessage(
  checked: {
    number: string;
    files: readonly { name: string | null; outcome: 'kept' | 'again' | EvidenceProblem }[];
  },
  language: Language,
): { text: string; blocks: KnownBlock[] } {
  const words = evidencePhrases[language];
  const { number, files } = checked;
  const title = words.checkedTitle({ number });
  const lines = files.map(({ name, outcome }, index) => {
    const called = name === null ? words.fileAt({ place: index + 1 }) : escapeText(clip(name, 110));
    return `• ${called}: ${words.outcome(outcome)}`;
  });
  const refused = files.some(({ outcome }) => outcome !== 'kept' && outcome !== 'again');
  return {
    text: title,
    blocks: [
      header(title),
      section(lines.join('\n')),
      ...(refused ? [context(words.refusedHint)] : []),
    ],
  };
}
