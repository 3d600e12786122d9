import type { ModalView } from '@slack/types';
import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { personsOfSlackUsers } from '../people/queries.ts';
import { unitsUnder } from '../people/units-under.ts';
import type { TitleKey } from '../rulebook/rules.ts';
import type { SubmissionAnswer } from '../slack/kinds.ts';
import type { CommandRequest, RegisterListeners } from '../slack/listeners.ts';
import { lateAnswer, returnView, reviewView } from './cards.ts';
import {
  confirmCard,
  formModal,
  historyButton,
  lateChoiceModal,
  lateModal,
  openForm,
  returnCard,
  returnModal,
  reviewCard,
  reviewModal,
  withdrawButton,
} from './controls.ts';
import { homeBlocks } from './home.ts';
import { lateChoiceView, lateFormView, lateReceiptView } from './late-views.ts';
import { openHistory } from './open-history.ts';
import { prepareHome } from './prepare-home.ts';
import { prepareLate } from './prepare-late.ts';
import {
  headedUnitIds,
  prepareRegistration,
  windowOfRegistration,
} from './prepare-registration.ts';
import { type Registration, unitsById } from './queries.ts';
import { readCommand } from './read-command.ts';
import { chooseOneSubject, notHeadOfUnit, notYourStaff, problemsRefusal } from './refusals.ts';
import { registerLate } from './register-late.ts';
import { registerTitles } from './register-titles.ts';
import { openListFor, openWindowFor, registerSeasonListeners } from './season-slack.ts';
import type { Verdict } from './settle-each.ts';
import { openSettlement, settleRegistration } from './settle-registration.ts';
import type { Shown } from './standing.ts';
import {
  chooseUnitAnswer,
  formView,
  helpAnswer,
  historyView,
  receiptView,
  settledView,
  withdrawnView,
} from './views.ts';
import { withdrawRegistration } from './withdraw-registration.ts';

export const registerTitlesListeners: RegisterListeners = (on, deps) => {
  const { rulebook } = deps;
  registerSeasonListeners(on, deps);

  on.command('/dangky', async (request) => {
    const { actor, words, reply, openModal } = request;
    const wish = readCommand(rulebook, words);
    switch (wish.kind) {
      case 'help':
        return reply(helpAnswer(wish.unknown, nextYear(deps), shownTo(deps, actor)));
      case 'refused':
        throw problemsRefusal(rulebook, wish.problems, wish.collective ? 'collective' : 'person');
      case 'list':
        return openListFor(deps, request, wish.year);
      case 'window':
        return openWindowFor(deps, request, wish.year);
      case 'late':
        return openModal(await lateView(deps, actor, wish));
      case 'form':
        if (wish.collective) return openForUnit(deps, request, wish);
        return openModal(await formFor(deps, actor, { unitId: null, ...wish }));
    }
  });

  on.button(openForm, async ({ actor, value, openModal }) => {
    await openModal(await formFor(deps, actor, value));
    return undefined;
  });

  on.submission(formModal, async ({ actor, metadata, fields }) => {
    const receipt = await registerTitles(deps, { actor, ...metadata, chosen: fields.titles });
    return { next: 'show', view: receiptView(receipt, shownTo(deps, actor)) };
  });

  on.button(withdrawButton, async ({ actor, value, openModal }) => {
    const registration = await withdrawRegistration(deps, { actor, ...value });
    await openModal(withdrawnView(registration, shownTo(deps, actor)));
    return undefined;
  });

  on.button(historyButton, async ({ actor, value, openModal }) => {
    const { registration, revisions } = await openHistory(deps, { actor, ...value });
    await openModal(historyView(registration, revisions, shownTo(deps, actor)));
    return undefined;
  });

  on.submission(lateChoiceModal, async ({ actor, fields }) => {
    const { person, unit, year } = fields;
    if ((person === undefined) === (unit === undefined)) throw chooseOneSubject();
    const subject =
      person === undefined ? { unitId: unit ?? '' } : { personId: await staffMember(deps, person) };
    const form = await prepareLate(deps, { actor, subject, year, chosen: [] });
    return { next: 'push', view: lateFormView(form, shownTo(deps, actor)) };
  });

  on.submission(lateModal, async ({ actor, metadata, fields }) => {
    const { titles: chosen, reason } = fields;
    const registration = await registerLate(deps, { actor, ...metadata, chosen, reason });
    return { next: 'show', view: lateReceiptView(registration, shownTo(deps, actor)) };
  });

  on.button(confirmCard, async ({ actor, value }) => {
    const verdict: Verdict = { state: 'confirmed' };
    const settlement = await settleRegistration(deps, { actor, ...value, verdict });
    return settlement.done
      ? undefined
      : { text: lateAnswer(settlement.registration, value.revision, shownTo(deps, actor)) };
  });

  on.button(returnCard, async ({ actor, value, openModal }) => {
    const registration = await openSettlement(deps, { actor, ...value });
    const shown = shownTo(deps, actor);
    if (!isPending(registration, value.revision))
      return { text: lateAnswer(registration, value.revision, shown) };
    const last = await windowOfRegistration(deps, registration);
    const closed = last && !last.open ? last.window : null;
    await openModal(returnView(registration, value.revision, closed, shown));
    return undefined;
  });

  on.button(reviewCard, async ({ actor, value, openModal }) => {
    const registration = await openSettlement(deps, { actor, ...value });
    const shown = shownTo(deps, actor);
    // What was amended since Home was drawn is shown as it is now.
    if (registration.state !== 'submitted')
      return { text: lateAnswer(registration, registration.revision, shown) };
    await openModal(reviewView(registration, shown));
    return undefined;
  });

  on.submission(returnModal, async ({ actor, metadata, fields }) =>
    settleInModal(deps, actor, metadata, { state: 'returned', reason: fields.reason }),
  );

  on.submission(reviewModal, async ({ actor, metadata }) =>
    settleInModal(deps, actor, metadata, { state: 'confirmed' }),
  );

  on.home(async (actor) => homeBlocks(await prepareHome(deps, actor), shownTo(deps, actor)));
};

async function lateView(
  deps: Deps,
  actor: Actor,
  wish: { slackUserId: string | null; year: number | null; titles: TitleKey[] },
): Promise<ModalView> {
  const { slackUserId, year, titles } = wish;
  const shown = shownTo(deps, actor);
  if (slackUserId === null) {
    const units = await unitsUnder(deps.db, actor, ['head', 'secretary'], today(deps));
    if (units.length === 0) throw notYourStaff();
    return lateChoiceView(units, year ?? thisYear(deps), shown);
  }
  const subject = { personId: await staffMember(deps, slackUserId) };
  return lateFormView(await prepareLate(deps, { actor, subject, year, chosen: titles }), shown);
}

/** @throws AppError when nobody in the staff list is matched to the Slack user */
async function staffMember(deps: Deps, slackUserId: string): Promise<string> {
  const found = (await personsOfSlackUsers(deps.db, [slackUserId])).get(slackUserId);
  if (!found) throw notYourStaff();
  return found.id;
}

async function settleInModal(
  deps: Deps,
  actor: Actor,
  card: { registrationId: string; revision: number },
  verdict: Verdict,
): Promise<SubmissionAnswer> {
  const { done, registration } = await settleRegistration(deps, { actor, ...card, verdict });
  if (done) return { next: 'close' };
  const shown = shownTo(deps, actor);
  return {
    next: 'show',
    view: settledView(lateAnswer(registration, card.revision, shown), shown),
  };
}

/** Opens the form of the unit that the person heads; of several, asks which. */
async function openForUnit(
  deps: Deps,
  { actor, reply, openModal }: CommandRequest,
  { year, titles }: { year: number | null; titles: TitleKey[] },
): Promise<void> {
  const ids = headedUnitIds(actor);
  const [only] = ids;
  if (only === undefined) throw notHeadOfUnit();
  if (ids.length === 1) {
    return openModal(await formFor(deps, actor, { unitId: only, year, titles }));
  }
  const units = await unitsById(deps.db, ids);
  return reply(chooseUnitAnswer(units, { year, titles }, shownTo(deps, actor)));
}

async function formFor(
  deps: Deps,
  actor: Actor,
  { unitId, year, titles }: { unitId: string | null; year: number | null; titles: TitleKey[] },
): Promise<ModalView> {
  const form = await prepareRegistration(deps, { actor, unitId, year, chosen: titles });
  return formView(form, actor, shownTo(deps, actor));
}

function isPending(registration: Registration, revision: number): boolean {
  return registration.revision === revision && registration.state === 'submitted';
}

function shownTo({ rulebook, zone }: Deps, { language }: Actor): Shown {
  return { rulebook, zone, language };
}

/** For the example in the help text. */
function nextYear(deps: Deps): number {
  return thisYear(deps) + 1;
}

function thisYear(deps: Deps): number {
  return Number(today(deps).slice(0, 4));
}
