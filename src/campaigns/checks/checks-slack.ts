import type { ModalView } from '@slack/types';
import { today } from '../../kernel/deps.ts';
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

  on.button(checksButton, async ({ actor, value, openModal }) => {
    const seen = await openChecks(deps, { actor, ...value });
    await openModal(checksView(seen, readerOf(actor)));
    return undefined;
  });

  on.button(checkButton, async ({ actor, value, openModal }) => {
    const seen = await openCheckPage(deps, { actor, ...value });
    await openModal(checkView(seen, readerOf(actor)));
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
    return { next: 'show', view: told(actor, (say) => say.saved) };
  });

  on.button(arrangeCheckButton, async ({ actor, value, openModal }) => {
    const form = await openArrangement(deps, { actor, ...value });
    await openModal(arrangeView(form, actor.language));
    return undefined;
  });

  on.submission(arrangeCheckModal, async ({ actor, metadata, fields }) => {
    const chosen = { checkerSlackIds: fields.checkers, unitIds: fields.units };
    await arrangeCheck(deps, { actor, ...metadata, chosen });
    return { next: 'show', view: told(actor, (say) => say.saved) };
  });

  on.button(moveCheckButton, async ({ actor, value, openModal }) => {
    await openModal(moveView(await openOpenCheck(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(moveCheckModal, async ({ actor, metadata, fields }) => {
    await moveCheck(deps, { actor, ...metadata, ...fields });
    return { next: 'show', view: told(actor, (say) => say.moved) };
  });

  on.button(strikeCheckButton, async ({ actor, value, openModal }) => {
    await openModal(strikeView(await openOpenCheck(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(strikeCheckModal, async ({ actor, metadata, fields }) => {
    await strikeCheck(deps, { actor, ...metadata, ...fields });
    return { next: 'show', view: told(actor, (say) => say.struck) };
  });

  on.button(findingsButton, async ({ actor, value, openModal }) => {
    await openModal(findingsView(await openFindings(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(findingsModal, async ({ actor, metadata, fields }) => {
    const entered = { ...fields, mendBy: fields.mendBy ?? null };
    const { part } = await recordFindings(deps, { actor, ...metadata, entered });
    const unit = escapeText(part.unitName);
    return { next: 'show', view: told(actor, (say) => say.recorded({ unit })) };
  });

  on.button(mendButton, async ({ actor, value, openModal }) => {
    await openModal(mendView(await openMending(deps, { actor, ...value }), actor.language));
    return undefined;
  });

  on.submission(mendModal, async ({ actor, metadata, fields }) => {
    await tellMending(deps, { actor, ...metadata, ...fields });
    return { next: 'show', view: told(actor, (say) => say.told) };
  });

  on.button(acceptMendingButton, async ({ actor, value, openModal }) => {
    await settleMending(deps, { actor, ...value, verdict: { outcome: 'accepted' } });
    await openModal(told(actor, (say) => say.accepted));
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
    await settleMending(deps, { actor, ...metadata, verdict });
    return { next: 'show', view: told(actor, (say) => say.returned) };
  });
};

type Words = (typeof checkPhrases)['vi'];

/** What was done. It is the last view that Slack takes above a list and a check, so nothing opens from it. */
function told({ language }: Actor, text: (words: Words) => string): ModalView {
  const say = checkPhrases[language];
  return readingModal({ title: say.check, close: say.close }, [section(text(say))]);
}
