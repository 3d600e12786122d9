import { formatInstant } from '../../kernel/time.ts';
import { escapeText, readingModal, section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { endVote } from './end-vote.ts';
import { endVoteButton, endVoteModal } from './ending-controls.ts';
import { endingPhrases } from './ending-phrases.ts';
import { prepareEnding } from './prepare-ending.ts';
import { voteSubject } from './vote-queries.ts';

/** Closing a ballot or sheet by hand, after a confirmation that says how many have not voted. */
export const registerEndVoteListeners: RegisterListeners = (on, deps) => {
  on.button(endVoteButton, async ({ actor, value, openModal }) => {
    const { language } = actor;
    const { vote, voted, waiting } = await prepareEnding(deps, deps.db, { actor, target: value });
    const words = endingPhrases[language];
    const until = formatInstant(vote.closesAt, deps.zone);
    await openModal(
      endVoteModal.view({
        title: words.title,
        submit: words.end,
        close: words.goBack,
        metadata: value,
        blocks: [
          section(`*${escapeText(voteSubject(vote, language))}*`),
          section(words.question({ voted, waiting, until })),
        ],
      }),
    );
    return undefined;
  });

  on.submission(endVoteModal, async ({ actor, metadata }) => {
    const vote = await endVote(deps, { actor, target: metadata });
    const words = endingPhrases[actor.language];
    const { title, close } = words;
    return {
      next: 'show',
      view: readingModal({ title, close }, [
        section(words.ended({ number: escapeText(vote.number) })),
      ]),
    };
  });
};
