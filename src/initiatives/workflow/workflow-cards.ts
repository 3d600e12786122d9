import type { KnownBlock } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatInstant } from '../../kernel/time.ts';
import {
  actions,
  context,
  escapeText,
  fields,
  header,
  quote,
  section,
} from '../../slack/blocks.ts';
import { viewButton } from '../controls.ts';
import type { InitiativeFile } from '../file-queries.ts';
import { shareLines } from '../intake/share-views.ts';
import { phrases } from '../phrases.ts';
import { endingPhrases } from './ending-phrases.ts';
import type { StepPicture } from './step-queries.ts';
import { mendButton } from './workflow-controls.ts';
import { workflowPhrases } from './workflow-phrases.ts';
import { partNames } from './workflow-views.ts';

interface Told {
  file: InitiativeFile;
  step: StepPicture;
  zone: string;
  today: Day;
  language: Language;
}

/** Giấy biên nhận (Phụ lục II, Thông tư 18/2013/TT-BKHCN). */
function accepted({ file, step, zone, language }: Told): [string, KnownBlock[]] {
  const words = workflowPhrases[language];
  const general = phrases[language];
  const { deadline } = file;
  return [
    words.acceptedTitle,
    [
      fields([
        [general.filedAt, formatInstant(file.filedAt, zone)],
        [general.filedBy, escapeText(file.filedByName)],
        [words.acceptedAt, formatInstant(step.at, zone)],
        [words.acceptedBy, escapeText(step.byName)],
        [general.unit, escapeText(file.unitName)],
      ]),
      section(`*${general.authors}*\n${shareLines(file, zone, language)}`),
      section(words.acceptedText),
      ...(deadline?.kind === 'decision'
        ? [section(general.decide({ until: deadline.by, citation: deadline.source }))]
        : []),
      context(general.receiptHint({ number: file.number })),
    ],
  ];
}

function returned({ file, step, today, language }: Told): [string, KnownBlock[]] {
  const words = workflowPhrases[language];
  const { id: initiativeId, revision, deadline } = file;
  const open = file.state === 'returned' && step.revision === revision && deadline !== null;
  return [
    words.returnedTitle,
    [
      section(words.returnedBy({ name: escapeText(step.byName) })),
      quote(step.reason ?? ''),
      section(
        open
          ? words.mendUntil({
              until: deadline.by,
              citation: deadline.source,
              overdue: today > deadline.by,
            })
          : words.returnOver,
      ),
      ...(open
        ? [
            actions(
              'mend',
              mendButton.button(words.mend, { initiativeId, revision }, { style: 'primary' }),
            ),
          ]
        : []),
    ],
  ];
}

function mended({ file, step, zone, language }: Told): [string, KnownBlock[]] {
  const words = workflowPhrases[language];
  const { deadline } = file;
  const name = escapeText(step.byName);
  return [
    words.mendedTitle,
    [
      section(words.mendedBy({ name, parts: partNames(step.changed, language) })),
      section(`*${phrases[language].authors}*\n${shareLines(file, zone, language)}`),
      ...(step.late ? [section(words.mendedLate)] : []),
      ...(deadline?.kind === 'form_check'
        ? [section(phrases[language].formCheck({ until: deadline.by, citation: deadline.source }))]
        : []),
    ],
  ];
}

function formRefused({ step, language }: Told): [string, KnownBlock[]] {
  const words = workflowPhrases[language];
  const name = escapeText(step.byName);
  const ground = step.ground ? `${words.ground(step.ground)} (${words.groundCitation})` : '';
  return [
    words.formRefusedTitle,
    [
      section(words.formRefusedBy({ name, ground })),
      quote(step.reason ?? ''),
      section(words.formRefusedNext),
    ],
  ];
}

function withdrawn({ step, language }: Told): [string, KnownBlock[]] {
  const words = endingPhrases[language];
  const told = section(words.withdrawnBy({ name: escapeText(step.byName) }));
  return [words.withdrawnTitle, [told, ...reasonOf(step, language)]];
}

function merged({ step, language }: Told): [string, KnownBlock[]] {
  const words = endingPhrases[language];
  const about = { name: escapeText(step.byName), other: otherName(step) };
  return [words.mergedTitle, [section(words.mergedBy(about)), ...reasonOf(step, language)]];
}

function absorbed({ step, language }: Told): [string, KnownBlock[]] {
  const words = endingPhrases[language];
  const about = { name: escapeText(step.byName), other: otherName(step) };
  return [words.absorbedTitle, [section(words.absorbedBy(about)), ...reasonOf(step, language)]];
}

function annulled({ step, language }: Told): [string, KnownBlock[]] {
  const words = endingPhrases[language];
  return [words.annulledTitle, [section(words.annulledText), ...reasonOf(step, language)]];
}

const TELL: Record<StepPicture['kind'], (told: Told) => [string, KnownBlock[]]> = {
  accepted,
  returned,
  mended,
  form_refused: formRefused,
  withdrawn,
  merged,
  absorbed,
  annulled,
};

/** What is told of a step to those concerned. */
export function stepNews(told: Told): NonNullable<Rendered> {
  const { file, step, language } = told;
  const [title, blocks] = TELL[step.kind](told);
  const named = `${file.number} – ${escapeText(file.title)}`;
  return {
    text: `${title}: ${named}`,
    blocks: [
      header(title),
      section(`*${file.number}* – ${escapeText(file.title)}`),
      ...blocks,
      actions('file', viewButton.button(phrases[language].viewFile, { initiativeId: file.id })),
    ],
  };
}

/** To the authors of what was merged: what became of the one that it goes on in. */
export function mergedOutcomeNews(
  own: Pick<InitiativeFile, 'id' | 'number' | 'mergedInto'>,
  outcome: 'recognised' | 'refused' | 'annulled',
  language: Language,
): Rendered {
  const words = endingPhrases[language];
  const { mergedInto } = own;
  if (!mergedInto) return null;
  const other = `*${mergedInto.number}* (${escapeText(mergedInto.title)})`;
  const text = words.outcomeText({
    own: own.number,
    other,
    state: phrases[language].state(outcome),
  });
  return {
    text,
    blocks: [
      header(words.outcomeTitle),
      section(text),
      actions('file', viewButton.button(phrases[language].viewFile, { initiativeId: own.id })),
    ],
  };
}

/** To the administrators: somebody has to be made secretary. */
export function nobodyToCheckNews(
  { number, title }: Pick<InitiativeFile, 'number' | 'title'>,
  language: Language,
): NonNullable<Rendered> {
  const words = workflowPhrases[language];
  return {
    text: `${words.nobodyToCheckTitle}: ${number}`,
    blocks: [
      header(words.nobodyToCheckTitle),
      section(`*${number}* – ${escapeText(title)}`),
      section(words.nobodyToCheck({ number })),
    ],
  };
}

function otherName({ other }: StepPicture): string {
  return other ? `*${other.number}* (${escapeText(other.title)})` : '';
}

function reasonOf({ reason }: StepPicture, language: Language): KnownBlock[] {
  return reason ? [section(endingPhrases[language].reasonGiven), quote(reason)] : [];
}
