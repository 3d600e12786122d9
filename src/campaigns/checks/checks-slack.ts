import type { ModalView } from '@slack/types';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { escapeText, readingModal, section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { openMending, tellMending } from './answer-findings.ts';
import { addCheck, arrangeCheck, openArrangement, openNewCheck } from './arrange-check.ts';
import {
  acceptMendingButton,
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
  const page = (actor: Actor, checkId: string, note: string | null) =>
    pageOf(deps, { actor, checkId, note });

  on.button(checksButton, async ({ actor, value, openModal }) => {
    const seen = await openChecks(deps, { actor, ...value });
    await openModal(checksView(seen, readerOf(actor)));
    return undefined;
  });

  on.button(checkButton, async ({ actor, value, openModal }) => {
    await openModal(await page(actor, value.checkId, null));
    return undefined;
  });

  on.button(newCheckButton, async ({ actor, value, openModal }) => {
    await openModal(arrangeView(await openNewCheck(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(newCheckModal, async ({ actor, metadata, fields }) => {
    const { day, checkers: checkerSlackIds, units: unitIds } = fields;
    const chosen = { checkerSlackIds, unitIds };
    const { id } = await addCheck(deps, { actor, ...metadata, day, chosen });
    return { next: 'show', view: await page(actor, id, checkPhrases[actor.language].saved) };
  });

  on.button(arrangeCheckButton, async ({ actor, value, openModal }) => {
    const form = await openArrangement(deps, { actor, ...value });
    await openModal(arrangeView(form, actor.language));
    return undefined;
  });

  on.submission(arrangeCheckModal, async ({ actor, metadata, fields }) => {
    const chosen = { checkerSlackIds: fields.checkers, unitIds: fields.units };
    const { id } = await arrangeCheck(deps, { actor, ...metadata, chosen });
    return { next: 'show', view: await page(actor, id, checkPhrases[actor.language].saved) };
  });

  on.button(moveCheckButton, async ({ actor, value, openModal }) => {
    await openModal(moveView(await openOpenCheck(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(moveCheckModal, async ({ actor, metadata, fields }) => {
    await moveCheck(deps, { actor, ...metadata, ...fields });
    const note = checkPhrases[actor.language].moved;
    return { next: 'show', view: await page(actor, metadata.checkId, note) };
  });

  on.button(strikeCheckButton, async ({ actor, value, openModal }) => {
    await openModal(strikeView(await openOpenCheck(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(strikeCheckModal, async ({ actor, metadata, fields }) => {
    await strikeCheck(deps, { actor, ...metadata, ...fields });
    const note = checkPhrases[actor.language].struck;
    return { next: 'show', view: await page(actor, metadata.checkId, note) };
  });

  on.button(findingsButton, async ({ actor, value, openModal }) => {
    await openModal(findingsView(await openFindings(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(findingsModal, async ({ actor, metadata, fields }) => {
    const entered = { ...fields, mendBy: fields.mendBy ?? null };
    const { check, part } = await recordFindings(deps, { actor, ...metadata, entered });
    const note = checkPhrases[actor.language].recorded({ unit: escapeText(part.unitName) });
    return { next: 'show', view: await page(actor, check.id, note) };
  });

  on.button(mendButton, async ({ actor, value, openModal }) => {
    await openModal(mendView(await openMending(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(mendModal, async ({ actor, metadata, fields }) => {
    const { check } = await tellMending(deps, { actor, ...metadata, ...fields });
    const note = checkPhrases[actor.language].told;
    return { next: 'show', view: await page(actor, check.id, note) };
  });

  on.button(acceptMendingButton, async ({ actor, value, openModal }) => {
    await settleMending(deps, { actor, ...value, verdict: { outcome: 'accepted' } });
    const say = checkPhrases[actor.language];
    const done = readingModal({ title: say.check, close: say.close }, [section(say.accepted)]);
    await openModal(done);
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
    const note = checkPhrases[actor.language].returned;
    return { next: 'show', view: await page(actor, check.id, note) };
  });
};

async function pageOf(
  deps: Deps,
  { actor, checkId, note }: { actor: Actor; checkId: string; note: string | null },
): Promise<ModalView> {
  const seen = await openCheckPage(deps, { actor, checkId });
  return checkView(seen, { language: actor.language, today: today(deps) }, note);
}
