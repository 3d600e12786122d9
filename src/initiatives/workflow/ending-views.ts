import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  actions,
  confirmation,
  escapeText,
  header,
  input,
  plain,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { viewButton } from '../controls.ts';
import { LONG_TEXT } from '../intake/draft-content.ts';
import { phrases } from '../phrases.ts';
import type { Annulment } from './annulment-queries.ts';
import type { AnnulmentReach } from './annulment-reach.ts';
import {
  annulModal,
  confirmAnnulmentButton,
  declineAnnulmentButton,
  declineAnnulmentModal,
  mergeModal,
  reviewAnnulmentButton,
  withdrawModal,
} from './ending-controls.ts';
import { endingPhrases } from './ending-phrases.ts';
import type { Merged } from './merge-initiatives.ts';

const REACH_SHOWN = 10;

interface Named {
  id: string;
  number: string;
  title: string;
}

export function withdrawView({ id, number, title }: Named, language: Language): ModalView {
  const words = endingPhrases[language];
  return withdrawModal.view({
    title: words.withdrawTitle,
    submit: words.withdraw,
    close: words.keep,
    metadata: { initiativeId: id },
    blocks: [
      section(words.about({ number, title: escapeText(title) })),
      section(words.withdrawWarning),
      reasonInput(words.reasonOptional, { optional: true }),
    ],
  });
}

export function mergeView({ id, number, title }: Named, language: Language): ModalView {
  const words = endingPhrases[language];
  return mergeModal.view({
    title: words.mergeTitle,
    submit: words.mergeSubmit,
    close: words.later,
    metadata: { initiativeId: id },
    blocks: [
      section(words.about({ number, title: escapeText(title) })),
      section(words.mergeWarning),
      input('number', words.otherNumber, {
        type: 'plain_text_input',
        max_length: 30,
        placeholder: plain('SK-2026-0001'),
      }),
      reasonInput(words.reasonOptional, { optional: true }),
    ],
  });
}

/** What the secretary reads after a merger: what is left to do about the authors. */
export function mergedView({ happened, merged, survivor }: Merged, language: Language): ModalView {
  const words = endingPhrases[language];
  const { number } = survivor;
  return readingModal({ title: words.mergeTitle, close: words.close }, [
    section(words.mergedDone({ merged: merged.number, survivor: number, happened })),
    section(words.agreeShares({ survivor: number })),
  ]);
}

/** What was built on the recognition, in lines of text. */
export function reachBlocks({ uses, units }: AnnulmentReach, language: Language): KnownBlock[] {
  const words = endingPhrases[language];
  const named = uses
    .slice(0, REACH_SHOWN)
    .map(({ personName, award, year }) => `${escapeText(personName)}: ${award} ${year}`);
  const applying = units.slice(0, REACH_SHOWN).map(escapeText);
  const more = (count: number) => (count > REACH_SHOWN ? [`… (+${count - REACH_SHOWN})`] : []);
  return [
    section(
      uses.length > 0 ? words.usedFor({ uses: [...named, ...more(uses.length)] }) : words.notUsed,
    ),
    section(
      units.length > 0
        ? words.appliedBy({ units: [...applying, ...more(units.length)] })
        : words.notApplied,
    ),
  ];
}

export function annulView(
  { id, number, title }: Named,
  reach: AnnulmentReach,
  language: Language,
): ModalView {
  const words = endingPhrases[language];
  return annulModal.view({
    title: words.annulTitle,
    submit: words.annulSubmit,
    close: words.later,
    metadata: { initiativeId: id },
    blocks: [
      section(words.about({ number, title: escapeText(title) })),
      section(words.annulWarning),
      ...reachBlocks(reach, language),
      reasonInput(words.annulReason),
    ],
  });
}

/** The card by which the second person confirms or declines; redrawn when it is settled. */
export function annulmentCard(
  annulment: Annulment,
  reach: AnnulmentReach,
  zone: string,
  language: Language,
): NonNullable<Rendered> {
  const words = endingPhrases[language];
  return {
    text: `${words.toSettleTitle}: ${annulment.number}`,
    blocks: [header(words.toSettleTitle), ...annulmentBlocks(annulment, reach, zone, language)],
  };
}

/** The same in a modal, for one who comes from Home. */
export function annulmentView(
  annulment: Annulment,
  reach: AnnulmentReach,
  zone: string,
  language: Language,
): ModalView {
  const words = endingPhrases[language];
  return readingModal(
    { title: words.annulTitle, close: words.close },
    annulmentBlocks(annulment, reach, zone, language),
  );
}

function annulmentBlocks(
  annulment: Annulment,
  reach: AnnulmentReach,
  zone: string,
  language: Language,
): KnownBlock[] {
  const words = endingPhrases[language];
  const { id: annulmentId, initiativeId, number, title, state, reason } = annulment;
  const when = formatInstant(annulment.proposedAt, zone);
  const view = viewButton.button(phrases[language].viewFile, { initiativeId });
  const confirm = confirmation({
    title: words.confirmTitle,
    text: words.confirmText({ number }),
    confirm: words.confirm,
    deny: words.later,
  });
  return [
    section(words.about({ number, title: escapeText(title) })),
    section(words.proposedBy({ name: escapeText(annulment.proposedByName), when })),
    quote(reason),
    ...reachBlocks(reach, language),
    ...(state === 'proposed'
      ? [
          actions(
            'annulment',
            confirmAnnulmentButton.button(
              words.confirm,
              { annulmentId },
              { style: 'danger', confirm },
            ),
            declineAnnulmentButton.button(words.decline, { annulmentId }),
            view,
          ),
        ]
      : [...settledBlocks(annulment, zone, language), actions('annulment', view)]),
  ];
}

function settledBlocks(annulment: Annulment, zone: string, language: Language): KnownBlock[] {
  const text = annulmentText(annulment, zone, language);
  const { declineReason } = annulment;
  return [section(text), ...(declineReason ? [quote(declineReason)] : [])];
}

/** How a proposal was settled, in a sentence. */
export function annulmentText(annulment: Annulment, zone: string, language: Language): string {
  const { number, state, settledAt } = annulment;
  const by = state === 'withdrawn' ? annulment.proposedByName : annulment.settledByName;
  return endingPhrases[language].settled({
    number,
    name: escapeText(by ?? ''),
    when: settledAt ? formatInstant(settledAt, zone) : '',
    how: state === 'proposed' ? 'declined' : state,
  });
}

/** Tells who proposed it. */
export function annulmentNews(
  annulment: Annulment,
  reach: AnnulmentReach,
  zone: string,
  language: Language,
): NonNullable<Rendered> {
  return {
    text: annulmentText(annulment, zone, language),
    blocks: [
      ...settledBlocks(annulment, zone, language),
      ...(annulment.state === 'confirmed' ? reachBlocks(reach, language) : []),
    ],
  };
}

export function declineView({ id, number, title }: Annulment, language: Language): ModalView {
  const words = endingPhrases[language];
  return declineAnnulmentModal.view({
    title: words.declineTitle,
    submit: words.decline,
    close: words.later,
    metadata: { annulmentId: id },
    blocks: [
      section(words.about({ number, title: escapeText(title) })),
      reasonInput(words.declineReason),
    ],
  });
}

/** One sentence in a modal. */
export function toldView(title: string, text: string, language: Language): ModalView {
  return readingModal({ title, close: endingPhrases[language].close }, [section(text)]);
}

/** Proposals that wait for the reader, on Home. */
export function annulmentHomeBlocks(
  annulments: readonly Annulment[],
  language: Language,
): KnownBlock[] {
  const words = endingPhrases[language];
  return annulments.map(({ id, number, title, proposedByName }) =>
    section(
      words.waitingOnHome({ number, title: escapeText(title), name: escapeText(proposedByName) }),
      reviewAnnulmentButton.button(words.review, { annulmentId: id }),
    ),
  );
}

function reasonInput(label: string, extras: { optional?: boolean } = {}): KnownBlock {
  return input(
    'reason',
    label,
    { type: 'plain_text_input', multiline: true, max_length: LONG_TEXT },
    extras,
  );
}
