import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { unitsUnder } from '../../people/units-under.ts';
import { section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { openFile } from '../open-file.ts';
import { annulmentsAwaiting } from './annulment-queries.ts';
import { annulmentReach } from './annulment-reach.ts';
import {
  annulButton,
  annulModal,
  confirmAnnulmentButton,
  declineAnnulmentButton,
  declineAnnulmentModal,
  mergeButton,
  mergeModal,
  reviewAnnulmentButton,
  withdrawAnnulmentButton,
  withdrawButton,
  withdrawModal,
} from './ending-controls.ts';
import { endingPhrases } from './ending-phrases.ts';
import {
  annulmentHomeBlocks,
  annulmentText,
  annulmentView,
  annulView,
  declineView,
  mergedView,
  mergeView,
  reachBlocks,
  toldView,
  withdrawView,
} from './ending-views.ts';
import { mergeInitiatives } from './merge-initiatives.ts';
import { proposeAnnulment } from './propose-annulment.ts';
import { annulmentFor, settleAnnulment } from './settle-annulment.ts';
import { withdrawAnnulment } from './withdraw-annulment.ts';
import { withdrawInitiative } from './withdraw-initiative.ts';

/** Withdrawal, merger and annulment. */
export const registerEndingListeners: RegisterListeners = (on, deps) => {
  on.button(withdrawButton, async ({ actor, value, openModal }) => {
    const { file } = await openFile(deps, actor, { id: value.initiativeId });
    await openModal(withdrawView(file, actor.language));
    return undefined;
  });

  on.submission(withdrawModal, async ({ actor, metadata, fields }) => {
    const { reason } = fields;
    const { number } = await withdrawInitiative(deps, { actor, ...metadata, reason });
    const words = endingPhrases[actor.language];
    const view = toldView(words.withdrawnTitle, words.withdrawnDone({ number }), actor.language);
    return { next: 'show', view };
  });

  on.button(mergeButton, async ({ actor, value, openModal }) => {
    const { file } = await openFile(deps, actor, { id: value.initiativeId });
    await openModal(mergeView(file, actor.language));
    return undefined;
  });

  on.submission(mergeModal, async ({ actor, metadata, fields }) => {
    const { number: intoNumber, reason } = fields;
    const merged = await mergeInitiatives(deps, { actor, ...metadata, intoNumber, reason });
    return { next: 'show', view: mergedView(merged, actor.language) };
  });

  on.button(annulButton, async ({ actor, value, openModal }) => {
    const { file } = await openFile(deps, actor, { id: value.initiativeId });
    const reach = await reachOf(deps, file.id, actor);
    await openModal(annulView(file, reach, actor.language));
    return undefined;
  });

  on.submission(annulModal, async ({ actor, metadata, fields }) => {
    const proposed = await proposeAnnulment(deps, { actor, ...metadata, ...fields });
    const words = endingPhrases[actor.language];
    const view = toldView(words.annulTitle, words.proposedDone(proposed), actor.language);
    return { next: 'show', view };
  });

  on.button(reviewAnnulmentButton, async ({ actor, value, openModal }) => {
    const annulment = await annulmentFor(deps.db, actor, value.annulmentId);
    const reach = await reachOf(deps, annulment.initiativeId, actor);
    await openModal(annulmentView(annulment, reach, deps.zone, actor.language));
    return undefined;
  });

  on.button(confirmAnnulmentButton, async ({ actor, value }) => {
    const verdict = { kind: 'confirmed' } as const;
    const { annulment } = await settleAnnulment(deps, { actor, ...value, verdict });
    const text = annulmentText(annulment, deps.zone, actor.language);
    if (annulment.state !== 'confirmed') return { text };
    const reach = await reachOf(deps, annulment.initiativeId, actor);
    return { text, blocks: [section(text), ...reachBlocks(reach, actor.language)] };
  });

  on.button(withdrawAnnulmentButton, async ({ actor, value }) => {
    const annulment = await withdrawAnnulment(deps, { actor, ...value });
    return { text: annulmentText(annulment, deps.zone, actor.language) };
  });

  on.button(declineAnnulmentButton, async ({ actor, value, openModal }) => {
    const annulment = await annulmentFor(deps.db, actor, value.annulmentId);
    if (annulment.state !== 'proposed')
      return { text: annulmentText(annulment, deps.zone, actor.language) };
    await openModal(declineView(annulment, actor.language));
    return undefined;
  });

  on.submission(declineAnnulmentModal, async ({ actor, metadata, fields }) => {
    const verdict = { kind: 'declined', ...fields } as const;
    const { annulment } = await settleAnnulment(deps, { actor, ...metadata, verdict });
    const text = annulmentText(annulment, deps.zone, actor.language);
    const { annulTitle } = endingPhrases[actor.language];
    return { next: 'show', view: toldView(annulTitle, text, actor.language) };
  });

  on.home(async (actor) => annulmentHomeBlocks(await annulmentsFor(deps, actor), actor.language));
};

function reachOf({ db, rulebook }: Deps, initiativeId: string, { language }: Actor) {
  return annulmentReach(db, initiativeId, { rulebook, language });
}

async function annulmentsFor(deps: Deps, actor: Actor) {
  const units = await unitsUnder(deps.db, actor, ['head', 'secretary'], today(deps));
  const unitIds = units.map(({ id }) => id);
  return annulmentsAwaiting(deps.db, { personId: actor.personId, unitIds });
}
