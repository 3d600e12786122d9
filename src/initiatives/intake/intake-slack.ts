import { sentFilePhrases } from '../../documents/sent-file-phrases.ts';
import { readingModal, section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { openFile } from '../open-file.ts';
import { draftForm, emptyForm, fileFor } from '../opening-slack.ts';
import { phrases } from '../phrases.ts';
import { refusal } from '../refusal.ts';
import { addEvidence } from './add-evidence.ts';
import { answerShare, SHARES_OPEN } from './answer-share.ts';
import { discardDraft } from './discard-draft.ts';
import { draftFromMessage } from './draft-from-message.ts';
import { draftsOf, findDraft } from './draft-of.ts';
import { draftPhrases } from './draft-phrases.ts';
import { chooseDraftView, draftsAnswer } from './draft-views.ts';
import { evidencePhrases } from './evidence-phrases.ts';
import { addEvidenceView } from './evidence-views.ts';
import {
  addEvidenceButton,
  addEvidenceModal,
  confirmShareButton,
  declineShareButton,
  declineShareModal,
  discardButton,
  getEvidenceButton,
  MESSAGE_SHORTCUT,
  newDraftButton,
  resumeButton,
} from './intake-controls.ts';
import { openShare } from './open-share.ts';
import { sendEvidence } from './send-evidence.ts';
import { sharesAwaited } from './share-queries.ts';
import { declineShareView, sharesHomeBlocks } from './share-views.ts';

/** Handing in besides the form itself: messages and drafts that become one, shares, evidence. */
export const registerIntakeListeners: RegisterListeners = (on, deps) => {
  on.messageShortcut(MESSAGE_SHORTCUT, async ({ actor, message, openModal }) => {
    const taken = await draftFromMessage(deps, { actor, message });
    if (taken.kind === 'filed')
      return openModal(await fileFor(deps, actor, { id: taken.initiative.id }));
    const { draft } = taken;
    const all = await draftsOf(deps.db, actor.personId);
    const others = all.filter(({ id }) => id !== draft.id);
    return openModal(
      others.length === 0
        ? await draftForm(deps, actor, draft, 1)
        : chooseDraftView(draft, others, deps.zone, actor.language),
    );
  });

  on.button(resumeButton, async ({ actor, value, openModal }) => {
    const draft = await findDraft(deps.db, { draftId: value.draftId, personId: actor.personId });
    if (!draft) throw refusal('draft_gone', (p) => p.draftGone);
    await openModal(await draftForm(deps, actor, draft, value.depth));
    return undefined;
  });

  on.button(discardButton, async ({ actor, value }) => {
    await discardDraft(deps, { actor, draftId: value.draftId });
    const { language, personId } = actor;
    const left = await draftsOf(deps.db, personId);
    const said = draftPhrases[language].discarded;
    if (left.length === 0) return { text: said };
    const list = draftsAnswer(left, deps.zone, language);
    return { ...list, blocks: [section(said), ...(list.blocks ?? [])] };
  });

  on.button(newDraftButton, async ({ actor, value, openModal }) => {
    await openModal(emptyForm(deps, actor, value.depth));
    return undefined;
  });

  on.button(confirmShareButton, async ({ actor, value }) => {
    await answerShare(deps, { actor, ...value, answer: { kind: 'confirmed' } });
    return undefined;
  });

  on.button(declineShareButton, async ({ actor, value, openModal }) => {
    await openModal(declineShareView(await openShare(deps, actor, value), actor.language));
    return undefined;
  });

  on.submission(declineShareModal, async ({ actor, metadata, fields }) => {
    const answer = { kind: 'declined', reason: fields.reason } as const;
    await answerShare(deps, { actor, ...metadata, answer });
    return { next: 'close' };
  });

  on.home(async ({ personId, language }) => {
    const awaited = await sharesAwaited(deps.db, { personId, states: SHARES_OPEN });
    return sharesHomeBlocks(awaited, language);
  });

  on.button(addEvidenceButton, async ({ actor, value, openModal }) => {
    const { file } = await openFile(deps, actor, { id: value.initiativeId });
    await openModal(addEvidenceView(file, actor.language));
    return undefined;
  });

  on.submission(addEvidenceModal, async ({ actor, metadata, fields }) => {
    const evidence = { files: fields.evidence, councilOnly: fields.councilOnly.length > 0 };
    await addEvidence(deps, { actor, ...metadata, evidence });
    const { language } = actor;
    const words = evidencePhrases[language];
    const view = readingModal({ title: words.more, close: phrases[language].close }, [
      section(sentFilePhrases[language].checking),
    ]);
    return { next: 'show', view };
  });

  on.button(getEvidenceButton, async ({ actor, value }) => {
    await sendEvidence(deps, { actor, evidenceId: value.evidenceId });
    return { text: sentFilePhrases[actor.language].coming };
  });
};
