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
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Annulled, BallotPicture } from '../ballots/queries.ts';
import { type Vote, voteSubject } from '../ballots/vote-queries.ts';
import {
  annulVoteModal,
  confirmVoteAnnulmentButton,
  declineVoteAnnulmentButton,
  declineVoteAnnulmentModal,
  reviewVoteAnnulmentButton,
} from './annulment-controls.ts';
import { annulmentPhrases } from './annulment-phrases.ts';
import type { VoteAnnulment } from './annulment-queries.ts';
import type { AnnulmentToSettle } from './settle-annulment.ts';

const LONG_TEXT = 2000;

interface Reader {
  language: Language;
  zone: string;
}

export function annulVoteView(vote: Vote, { language }: Pick<Reader, 'language'>): ModalView {
  const words = annulmentPhrases[language];
  const count = vote.ballots.length;
  return annulVoteModal.view({
    title: words.title,
    submit: words.submit,
    close: words.cancel,
    metadata: vote.target,
    blocks: [
      section(`*${escapeText(voteSubject(vote, language))}*`),
      ...(vote.title === null ? [section(words.sheetWarning({ count }))] : []),
      section(words.warning),
      reasonInput(words.reason),
    ],
  });
}

/** The card by which the second person confirms or declines; redrawn when it is settled. */
export function voteAnnulmentCard(
  proposal: { annulment: VoteAnnulment; vote: Vote },
  reader: Reader,
): NonNullable<Rendered> {
  const { toSettle } = annulmentPhrases[reader.language];
  return {
    text: `${toSettle}: ${escapeText(proposal.vote.number)}`,
    blocks: [header(toSettle), ...proposalBlocks(proposal, reader)],
  };
}

/** The same in a modal, for one who comes from Home. */
export function voteAnnulmentView(proposal: AnnulmentToSettle, reader: Reader): ModalView {
  const words = annulmentPhrases[reader.language];
  return readingModal({ title: words.title, close: words.close }, proposalBlocks(proposal, reader));
}

function proposalBlocks(
  { annulment, vote }: { annulment: VoteAnnulment; vote: Vote },
  reader: Reader,
): KnownBlock[] {
  const { language, zone } = reader;
  const words = annulmentPhrases[language];
  const { id: annulmentId, state, reason } = annulment;
  const confirm = confirmation({
    title: words.confirmTitle,
    text: words.confirmText(vote),
    confirm: words.confirm,
    deny: words.cancel,
  });
  return [
    section(`*${escapeText(voteSubject(vote, language))}*`),
    section(
      words.proposedBy({
        name: escapeText(annulment.proposedByName),
        when: formatInstant(annulment.proposedAt, zone),
      }),
    ),
    quote(reason),
    ...(state === 'proposed'
      ? [
          actions(
            'annulment',
            confirmVoteAnnulmentButton.button(
              words.confirm,
              { annulmentId },
              { style: 'danger', confirm },
            ),
            declineVoteAnnulmentButton.button(words.decline, { annulmentId }),
          ),
        ]
      : settledBlocks({ annulment, vote }, reader)),
  ];
}

function settledBlocks(
  proposal: { annulment: VoteAnnulment; vote: Vote },
  reader: Reader,
): KnownBlock[] {
  const { declineReason } = proposal.annulment;
  return [
    section(voteAnnulmentText(proposal, reader)),
    ...(declineReason ? [quote(declineReason)] : []),
  ];
}

/** How a proposal was settled, in a sentence. */
export function voteAnnulmentText(
  { annulment, vote }: { annulment: VoteAnnulment; vote: Vote },
  { language, zone }: Reader,
): string {
  const { state, settledByName, settledAt } = annulment;
  return annulmentPhrases[language].settled({
    number: escapeText(vote.number),
    name: escapeText(settledByName ?? ''),
    when: settledAt ? formatInstant(settledAt, zone) : '',
    confirmed: state === 'confirmed',
  });
}

/** Tells who proposed it. */
export function voteAnnulmentNews(
  proposal: { annulment: VoteAnnulment; vote: Vote },
  reader: Reader,
): Rendered {
  return {
    text: voteAnnulmentText(proposal, reader),
    blocks: settledBlocks(proposal, reader),
  };
}

export function declineVoteAnnulmentView(
  { annulment, vote }: AnnulmentToSettle,
  { language }: Pick<Reader, 'language'>,
): ModalView {
  const words = annulmentPhrases[language];
  return declineVoteAnnulmentModal.view({
    title: words.declineTitle,
    submit: words.decline,
    close: words.cancel,
    metadata: { annulmentId: annulment.id },
    blocks: [
      section(`*${escapeText(voteSubject(vote, language))}*`),
      reasonInput(words.declineReason),
    ],
  });
}

/** Proposals that wait for the reader, on Home. */
export function voteAnnulmentHomeBlocks(
  waiting: readonly { annulment: VoteAnnulment; vote: Vote }[],
  language: Language,
): KnownBlock[] {
  const words = annulmentPhrases[language];
  return waiting.map(({ annulment, vote }) =>
    section(
      words.waitingOnHome({
        subject: escapeText(voteSubject(vote, language)),
        name: escapeText(annulment.proposedByName),
      }),
      reviewVoteAnnulmentButton.button(words.review, { annulmentId: annulment.id }),
    ),
  );
}

/** Above an outcome that was annulled: that it holds no more, why, and who annulled it. */
export function annulledBlocks(
  annulled: Annulled | null,
  { number }: { number: string },
  { language, zone }: Reader,
): KnownBlock[] {
  if (!annulled) return [];
  const words = annulmentPhrases[language];
  const by = words.annulledBy({
    proposer: escapeText(annulled.proposedByName),
    second: escapeText(annulled.settledByName),
    when: formatInstant(annulled.settledAt, zone),
  });
  return [section(`${words.annulledHeadline({ number })}\n${by}`), quote(annulled.reason)];
}

/** To an author. */
export function annulledToAuthorView(ballot: BallotPicture, reader: Reader): Rendered {
  const { item, annulled } = ballot;
  if (!annulled) return null;
  const text = annulmentPhrases[reader.language].toAuthor({
    number: item.number,
    title: escapeText(item.title),
  });
  return { text, blocks: [section(text), quote(annulled.reason)] };
}

function reasonInput(label: string): KnownBlock {
  return input('reason', label, {
    type: 'plain_text_input',
    multiline: true,
    max_length: LONG_TEXT,
  });
}
