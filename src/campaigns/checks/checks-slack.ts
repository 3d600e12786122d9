import { today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { escapeText } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { openMending, tellMending } from './answer-findings.ts';
import { addCheck, arrangeCheck, openArrangement, openNewCheck } from './arrange-check.ts';
import {
  acceptMendingButton,
  allChecksButton,
  arrangeCheckButton,
  arrangeCheckModal,
  checkButton,
  checksButton,
  findingsButton,
  findingsModal,
  mendButton,
  mendModal,
  moveCheckButton,
  moveCheckModal,
  newCheckButton,
  newCheckModal,
  returnMendingButton,
  returnMendingModal,
  strikeCheckButton,
  strikeCheckModal,
} from './check-controls.ts';
import {
  arrangeView,
  findingsView,
  mendView,
  moveView,
  returnMendingView,
  strikeView,
} from './check-form-views.ts';
import { checkPhrases } from './check-phrases.ts';
import { checksView, checkView } from './check-views.ts';
import { moveCheck, openOpenCheck, strikeCheck } from './move-check.ts';
import { openCheckPage, openChecks } from './open-checks.ts';
import { openFindings, recordFindings } from './record-findings.ts';
import { openToReturn, settleMending } from './settle-mending.ts';

/** Checks of campaigns: planning them, recording what they found, mending it. */
export const registerCheckListeners: RegisterListeners = (on, deps) => {
  const readerOf = ({ language }: Pick<Actor, 'language'>) => ({ language, today: today(deps) });

  /** The check as it is now, under the sentence of what was just done to it. */
  async function checkAfter(actor: Actor, checkId: string, done: (words: Words) => string) {
    const seen = await openCheckPage(deps, { actor, checkId });
    return checkView({ ...seen, done: done(checkPhrases[actor.language]) }, readerOf(actor));
  }

  on.button(checksButton, async ({ actor, value, openModal }) => {
    const seen = await openChecks(deps, { actor, ...value });
    await openModal(checksView(seen, readerOf(actor)));
    return undefined;
  });

  on.button(checkButton, async ({ actor, value, showModal }) => {
    const seen = await openCheckPage(deps, { actor, ...value });
    await showModal(checkView(seen, readerOf(actor)));
    return undefined;
  });

  on.button(allChecksButton, async ({ actor, value, showModal }) => {
    const seen = await openChecks(deps, { actor, ...value });
    await showModal(checksView(seen, readerOf(actor)));
    return undefined;
  });

  on.button(newCheckButton, async ({ actor, value, openModal }) => {
    await openModal(arrangeView(await openNewCheck(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(newCheckModal, async ({ actor, metadata, fields }) => {
    const { day, checkers: checkerSlackIds, units: unitIds } = fields;
    const chosen = { checkerSlackIds, unitIds };
    await addCheck(deps, { actor, ...metadata, day, chosen });
    const { campaignId } = metadata;
    const seen = await openChecks(deps, { actor, campaignId });
    const done = checkPhrases[actor.language].saved;
    return { next: 'back', view: checksView({ ...seen, done }, readerOf(actor)) };
  });

  on.button(arrangeCheckButton, async ({ actor, value, openModal }) => {
    const form = await openArrangement(deps, { actor, ...value });
    await openModal(arrangeView(form, actor.language));
    return undefined;
  });

  on.submission(arrangeCheckModal, async ({ actor, metadata, fields }) => {
    const chosen = { checkerSlackIds: fields.checkers, unitIds: fields.units };
    await arrangeCheck(deps, { actor, ...metadata, chosen });
    return { next: 'back', view: await checkAfter(actor, metadata.checkId, (say) => say.saved) };
  });

  on.button(moveCheckButton, async ({ actor, value, openModal }) => {
    await openModal(moveView(await openOpenCheck(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(moveCheckModal, async ({ actor, metadata, fields }) => {
    await moveCheck(deps, { actor, ...metadata, ...fields });
    return { next: 'back', view: await checkAfter(actor, metadata.checkId, (say) => say.moved) };
  });

  on.button(strikeCheckButton, async ({ actor, value, openModal }) => {
    await openModal(strikeView(await openOpenCheck(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(strikeCheckModal, async ({ actor, metadata, fields }) => {
    await strikeCheck(deps, { actor, ...metadata, ...fields });
    return { next: 'back', view: await checkAfter(actor, metadata.checkId, (say) => say.struck) };
  });

  on.button(findingsButton, async ({ actor, value, openModal }) => {
    await openModal(findingsView(await openFindings(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(findingsModal, async ({ actor, metadata, fields }) => {
    const entered = { ...fields, mendBy: fields.mendBy ?? null };
    const { check, part } = await recordFindings(deps, { actor, ...metadata, entered });
    const unit = escapeText(part.unitName);
    return {
      next: 'back',
      view: await checkAfter(actor, check.id, (say) => say.recorded({ unit })),
    };
  });

  on.button(mendButton, async ({ actor, value, openModal }) => {
    await openModal(mendView(await openMending(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(mendModal, async ({ actor, metadata, fields }) => {
    const { check } = await tellMending(deps, { actor, ...metadata, ...fields });
    return { next: 'back', view: await checkAfter(actor, check.id, (say) => say.told) };
  });

  on.button(acceptMendingButton, async ({ actor, value, showModal }) => {
    const verdict = { outcome: 'accepted' as const };
    const { check } = await settleMending(deps, { actor, ...value, verdict });
    await showModal(await checkAfter(actor, check.id, (say) => say.accepted));
    return undefined;
  });

  on.button(returnMendingButton, async ({ actor, value, openModal }) => {
    const found = await openToReturn(deps, { actor, ...value });
    await openModal(returnMendingView(found, readerOf(actor)));
    return undefined;
  });

  on.submission(returnMendingModal, async ({ actor, metadata, fields }) => {
    const verdict = {
      outcome: 'returned' as const,
      ...{ reason: fields.reason, mendBy: fields.mendBy ?? null },
    };
    const { check } = await settleMending(deps, { actor, ...metadata, verdict });
    return { next: 'back', view: await checkAfter(actor, check.id, (say) => say.returned) };
  });
};

type Words = (typeof checkPhrases)['vi'];
