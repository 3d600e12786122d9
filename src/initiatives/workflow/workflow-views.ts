import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { formatDay, formatInstant } from '../../kernel/time.ts';
import {
  context,
  escapeText,
  input,
  option,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { PARTS, type Part, type Replaced } from '../initiative-content.ts';
import { LONG_TEXT } from '../intake/draft-content.ts';
import { phrases } from '../phrases.ts';
import type { Deadline } from '../rules.ts';
import type { FormChecked, Seen } from './check-form.ts';
import {
  acceptButton,
  refuseFormButton,
  refuseFormModal,
  returnButton,
  returnModal,
} from './workflow-controls.ts';
import { workflowPhrases } from './workflow-phrases.ts';

const GROUNDS = ['not_new', 'not_applied', 'excluded_by_law', 'incomplete'] as const;

/** What settles the check of a form, while it waits for that. */
export function formCheckButtons(seen: Seen, language: Language): Button[] {
  const words = workflowPhrases[language];
  return [
    acceptButton.button(words.accept, seen, { style: 'primary' }),
    returnButton.button(words.giveBack, seen),
    refuseFormButton.button(words.refuseForm, seen),
  ];
}

/** Asks what to mend. */
export function returnView(
  initiative: { number: string; title: string; seen: Seen; deadline: Deadline },
  language: Language,
): ModalView {
  const words = workflowPhrases[language];
  const { number, title, seen, deadline } = initiative;
  return returnModal.view({
    title: words.returnTitle,
    submit: words.giveBack,
    close: words.later,
    metadata: seen,
    blocks: [
      section(`*${number}* – ${escapeText(title)}`),
      section(words.returnUntil({ until: deadline.by, citation: deadline.source })),
      longInput('reason', words.toMend, words.toMendHint),
    ],
  });
}

/** Asks why it is not taken in. */
export function refuseFormView(
  initiative: { number: string; title: string; seen: Seen },
  language: Language,
): ModalView {
  const words = workflowPhrases[language];
  const { number, title, seen } = initiative;
  return refuseFormModal.view({
    title: words.refuseTitle,
    submit: words.refuseForm,
    close: words.later,
    metadata: seen,
    blocks: [
      section(`*${number}* – ${escapeText(title)}`),
      input(
        'ground',
        words.groundLabel,
        {
          type: 'radio_buttons',
          options: GROUNDS.map((ground) => option(words.ground(ground), ground)),
        },
        { hint: words.groundCitation },
      ),
      longInput('reason', words.refuseReason, words.reasonNeeded),
    ],
  });
}

function longInput(name: string, label: string, hint: string): KnownBlock {
  return input(
    name,
    label,
    { type: 'plain_text_input', multiline: true, max_length: LONG_TEXT },
    { hint },
  );
}

/** What the secretary reads after a press: that it is done, or what stands. */
export function formCheckedText(
  { done, number, last }: FormChecked,
  zone: string,
  language: Language,
): string {
  const words = workflowPhrases[language];
  const { kind } = last;
  return done && (kind === 'accepted' || kind === 'returned' || kind === 'form_refused')
    ? words.done({ number, kind })
    : words.standsAlready({ number, last: { ...last, byName: escapeText(last.byName) }, zone });
}

/** The same in the modal that asked for a reason. */
export function formCheckedView(checked: FormChecked, zone: string, language: Language): ModalView {
  const words = workflowPhrases[language];
  const title = checked.last.kind === 'form_refused' ? words.refuseTitle : words.returnTitle;
  return readingModal({ title, close: words.close }, [
    section(formCheckedText(checked, zone, language)),
  ]);
}

export interface Change {
  revision: number;
  at: Date;
  changed: readonly Part[];
  before: Replaced;
  after: Replaced;
}

/** What each mending changed, newest first; names of authors by their ids. */
export function changesView(
  file: { number: string; title: string; changes: readonly Change[]; names: Map<string, string> },
  reader: { confidential: boolean; zone: string },
  language: Language,
): ModalView {
  const words = workflowPhrases[language];
  const blocks = file.changes.toReversed().flatMap((change): KnownBlock[] => {
    const at = formatInstant(change.at, reader.zone);
    const heading = section(`*${words.revision({ revision: change.revision, at })}*`);
    const parts = PARTS.filter((part) => change.changed.includes(part));
    return [
      heading,
      ...parts.flatMap((part) => {
        if (part === 'confidential' && !reader.confidential)
          return [section(`*${words.part(part)}*\n${phrases[language].confidentialHidden}`)];
        const told = (content: Replaced) =>
          partText(content, part, file.names, language) || words.empty;
        return [
          section(`*${words.part(part)}*`),
          context(words.beforeChange),
          quote(told(change.before)),
          context(words.afterChange),
          quote(told(change.after)),
        ];
      }),
    ];
  });
  return readingModal({ title: words.changesTitle, close: words.close }, [
    section(`*${file.number}* – ${escapeText(file.title)}`),
    ...(blocks.length > 0 ? blocks.slice(0, 95) : [section(words.noChanges)]),
    ...(blocks.length > 95 ? [context(words.olderChangesLeftOut)] : []),
  ]);
}

function partText(
  content: Replaced,
  part: Part,
  names: Map<string, string>,
  language: Language,
): string {
  const { description, particulars, authors, shares } = content;
  switch (part) {
    case 'authors':
      return [
        ...authors.personIds.map((id) => names.get(id) ?? ''),
        ...authors.outside.map(({ name, workplace }) => `${name} (${workplace})`),
      ]
        .map((name, place) => `${name}: ${shares[place]}%`)
        .join('\n');
    case 'kind':
      return phrases[language].kind(description.kind);
    case 'firstAppliedOn':
      return formatDay(description.firstAppliedOn);
    default:
      return { ...description, ...particulars }[part] ?? '';
  }
}

/** The names of changed parts in a sentence. */
export function partNames(changed: readonly string[], language: Language): string {
  const words = workflowPhrases[language];
  const parts = PARTS.filter((part) => changed.includes(part));
  return parts.length > 0 ? parts.map((part) => words.part(part)).join(', ') : words.nothingChanged;
}
