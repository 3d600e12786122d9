import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  confirmation,
  escapeText,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Answer } from '../../slack/listeners.ts';
import type { Draft } from './draft-of.ts';
import { draftPhrases } from './draft-phrases.ts';
import { discardButton, newDraftButton, resumeButton } from './intake-controls.ts';

const LABEL_LENGTH = 100;

/** What a draft is called: its title, or how its text begins. Not escaped. */
export function draftLabel({ content }: Draft, language: Language): string {
  const { title, essence } = content.description;
  const label = (title || essence || draftPhrases[language].untitled).replaceAll(/\s+/g, ' ');
  return clip(label, LABEL_LENGTH);
}

/** The drafts of a person, to go on with or to delete. */
export function draftsAnswer(drafts: readonly Draft[], zone: string, language: Language): Answer {
  const words = draftPhrases[language];
  const blocks: KnownBlock[] = [
    section(words.heading),
    ...drafts.flatMap((draft) => [
      section(lineOf(draft, zone, language)),
      actions(
        `draft_${draft.id}`,
        resumeButton.button(words.resume, { draftId: draft.id, depth: 1 }, { style: 'primary' }),
        discardButton.button(
          words.discard,
          { draftId: draft.id },
          {
            confirm: confirmation({
              title: words.discardTitle,
              text: words.discardText,
              confirm: words.discardYes,
              deny: words.discardNo,
            }),
          },
        ),
      ),
    ]),
    actions('new', newDraftButton.button(words.anew, { depth: 1 })),
  ];
  return { text: words.heading, blocks };
}

/** After a message was kept as a draft beside others: which of them to go on with. */
export function chooseDraftView(
  fresh: Draft,
  others: readonly Draft[],
  zone: string,
  language: Language,
): ModalView {
  const words = draftPhrases[language];
  const resume = (draft: Draft) =>
    resumeButton.button(words.resume, { draftId: draft.id, depth: 2 });
  return readingModal({ title: words.fromMessageTitle, close: words.close }, [
    section(words.fromMessage),
    section(`${words.thisMessage}\n${lineOf(fresh, zone, language)}`, resume(fresh)),
    ...others.map((draft) => section(lineOf(draft, zone, language), resume(draft))),
  ]);
}

function lineOf(draft: Draft, zone: string, language: Language): string {
  const label = escapeText(draftLabel(draft, language));
  const savedAt = formatInstant(draft.updatedAt, zone);
  return draftPhrases[language].line({ label, savedAt });
}
