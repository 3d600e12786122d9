import { escapeText, readingModal, section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import {
  annulVoteButton,
  annulVoteModal,
  confirmVoteAnnulmentButton,
  declineVoteAnnulmentButton,
  declineVoteAnnulmentModal,
  reviewVoteAnnulmentButton,
} from './annulment-controls.ts';
import { annulmentPhrases } from './annulment-phrases.ts';
import { annulmentsToSettle } from './annulment-queries.ts';
import {
  annulVoteView,
  declineVoteAnnulmentView,
  voteAnnulmentHomeBlocks,
  voteAnnulmentText,
  voteAnnulmentView,
} from './annulment-views.ts';
import { proposeVoteAnnulment, voteToAnnul } from './propose-annulment.ts';
import { annulmentFor, settleVoteAnnulment } from './settle-annulment.ts';

/** Annulment of a closed ballot or sheet by two persons. */
export const registerVoteAnnulmentListeners: RegisterListeners = (on, deps) => {
  const { zone } = deps;
  const told = (text: string, language: 'vi' | 'en') => {
    const { title, close } = annulmentPhrases[language];
    return readingModal({ title, close }, [section(text)]);
  };

  on.button(annulVoteButton, async ({ actor, value, openModal }) => {
    const vote = await voteToAnnul(deps, deps.db, { actor, target: value });
    await openModal(annulVoteView(vote, actor));
    return undefined;
  });

  on.submission(annulVoteModal, async ({ actor, metadata, fields }) => {
    const proposed = await proposeVoteAnnulment(deps, { actor, target: metadata, ...fields });
    const { happened, asked, vote } = proposed;
    const text = annulmentPhrases[actor.language].proposed({
      number: escapeText(vote.number),
      asked,
      happened,
    });
    return { next: 'show', view: told(text, actor.language) };
  });

  on.button(reviewVoteAnnulmentButton, async ({ actor, value, openModal }) => {
    const proposal = await annulmentFor(deps, deps.db, { actor, ...value });
    await openModal(voteAnnulmentView(proposal, { language: actor.language, zone }));
    return undefined;
  });

  on.button(confirmVoteAnnulmentButton, async ({ actor, value }) => {
    const verdict = { kind: 'confirmed' } as const;
    const proposal = await settleVoteAnnulment(deps, { actor, ...value, verdict });
    return { text: voteAnnulmentText(proposal, { language: actor.language, zone }) };
  });

  on.button(declineVoteAnnulmentButton, async ({ actor, value, openModal }) => {
    const proposal = await annulmentFor(deps, deps.db, { actor, ...value });
    if (proposal.annulment.state !== 'proposed')
      return { text: voteAnnulmentText(proposal, { language: actor.language, zone }) };
    await openModal(declineVoteAnnulmentView(proposal, actor));
    return undefined;
  });

  on.submission(declineVoteAnnulmentModal, async ({ actor, metadata, fields }) => {
    const verdict = { kind: 'declined', ...fields } as const;
    const proposal = await settleVoteAnnulment(deps, { actor, ...metadata, verdict });
    const text = voteAnnulmentText(proposal, { language: actor.language, zone });
    return { next: 'show', view: told(text, actor.language) };
  });

  on.home(async (actor) =>
    voteAnnulmentHomeBlocks(await annulmentsToSettle(deps, actor), actor.language),
  );
};
