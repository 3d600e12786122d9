import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { context, quote, section } from '../../slack/blocks.ts';
import type { Draft } from '../intake/draft-of.ts';
import { extrasInputs, substanceInputs } from '../intake/form-later-views.ts';
import { formPhrases } from '../intake/form-phrases.ts';
import { descriptionInputs } from '../intake/form-views.ts';
import type { FirstApplicationCheck } from '../rules.ts';
import { mendDescriptionModal, mendParticularsModal } from './workflow-controls.ts';
import { workflowPhrases } from './workflow-phrases.ts';

/** Step 1 of mending, with what stands or what was written since, and what the secretary asked for. */
export function mendDescriptionView(
  form: {
    initiativeId: string;
    revision: number;
    depth: number;
    draft: Draft;
    slackUserIds: string[];
    asked: string | null;
  },
  language: Language,
): ModalView {
  const { initiativeId, revision, depth } = form;
  const words = formPhrases[language];
  return mendDescriptionModal.view({
    title: workflowPhrases[language].mendFormTitle({ step: 1 }),
    submit: words.next,
    close: words.close,
    metadata: { initiativeId, revision, depth },
    blocks: [...askedBlocks(form.asked, language), ...descriptionInputs(form, language)],
  });
}

/** Step 2 of mending. */
export function mendParticularsView(
  form: {
    initiativeId: string;
    revision: number;
    depth: number;
    draft: Draft;
    firstApplication: FirstApplicationCheck;
    authors: readonly { name: string; share: number | null }[];
    asked: string | null;
    hidesConfidential: boolean;
  },
  language: Language,
): ModalView {
  const { initiativeId, revision, depth, draft, authors, hidesConfidential } = form;
  const words = workflowPhrases[language];
  return mendParticularsModal.view({
    title: words.mendFormTitle({ step: 2 }),
    submit: workflowPhrases[language].mendHandIn,
    close: formPhrases[language].back,
    metadata: {
      initiativeId,
      revision,
      depth,
      savedAt: draft.updatedAt.toISOString(),
      authors: authors.length,
    },
    blocks: [
      context(formPhrases[language].backLoses({ submit: words.mendHandIn })),
      ...askedBlocks(form.asked, language),
      ...substanceInputs({ ...form, keepsShares: true }, language),
      ...extrasInputs({ ...draft, hidesConfidential }, language),
    ],
  });
}

function askedBlocks(asked: string | null, language: Language): KnownBlock[] {
  return asked === null ? [] : [section(workflowPhrases[language].mendAsked), quote(asked)];
}
