import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { unitsUnder } from '../people/units-under.ts';
import type { ButtonAnswer, CommandRequest, RegisterListeners } from '../slack/listeners.ts';
import { confirmMany } from './confirm-many.ts';
import {
  acceptList,
  downloadButtons,
  listModal,
  openList,
  Picked,
  returnList,
  returnListModal,
  submitListButton,
  windowModal,
} from './controls.ts';
import { requestListFile } from './list-file.ts';
import {
  chooseListAnswer,
  confirmedManyView,
  lateListAnswer,
  listView,
  notice,
  returnListView,
  submittedView,
} from './list-views.ts';
import { listUnits, prepareList } from './prepare-list.ts';
import { seasonPhrases } from './season-phrases.ts';
import { notSecretary, setWindow } from './set-window.ts';
import { openListSettlement, settleList } from './settle-list.ts';
import type { Shown } from './standing.ts';
import { submitList } from './submit-list.ts';
import { comingWindows, findWindow } from './window-queries.ts';
import { nextRegistrationYear, usualClosing } from './window-rules.ts';
import { windowFormView, windowSetView } from './window-views.ts';

/** Windows and the lists of units: what surrounds the registrations themselves. */
export const registerSeasonListeners: RegisterListeners = (on, deps) => {
  on.submission(windowModal, async ({ actor, fields }) => {
    const { unit: unitId, year, opens: opensOn, closes: closesOn, channels } = fields;
    const plan = { unitId, year, opensOn, closesOn, channels };
    const window = await setWindow(deps, { actor, plan });
    return { next: 'show', view: windowSetView(window, today(deps), shownTo(deps, actor)) };
  });

  on.button(openList, ({ actor, value, openModal }) => showList(deps, { actor, openModal }, value));

  on.submission(listModal, async ({ actor, fields }) => {
    const chosen = Object.values(fields)
      .flat()
      .map((value) => Picked.parse(JSON.parse(value)));
    const result = await confirmMany(deps, { actor, chosen });
    return { next: 'show', view: confirmedManyView(result, actor) };
  });

  on.button(submitListButton, async ({ actor, value, openModal }) => {
    const list = await submitList(deps, { actor, ...value });
    await openModal(submittedView(list, actor));
    return undefined;
  });

  for (const { format, button } of downloadButtons) {
    on.button(button, async ({ actor, value, openModal }) => {
      await requestListFile(deps, { actor, wanted: { ...value, format } });
      await openModal(notice(seasonPhrases[actor.language].downloading, actor.language));
      return undefined;
    });
  }

  on.button(acceptList, async ({ actor, value }) => {
    const { done, list } = await settleList(deps, {
      actor,
      ...value,
      verdict: { state: 'accepted' },
    });
    return done ? undefined : { text: lateListAnswer(list, value.revision, shownTo(deps, actor)) };
  });

  on.button(returnList, async ({ actor, value, openModal }) => {
    const list = await openListSettlement(deps, { actor, ...value });
    const shown = shownTo(deps, actor);
    if (list.revision !== value.revision || list.state !== 'submitted')
      return { text: lateListAnswer(list, value.revision, shown) };
    await openModal(returnListView(list, value.revision, shown));
    return undefined;
  });

  on.submission(returnListModal, async ({ actor, metadata, fields }) => {
    const verdict = { state: 'returned' as const, reason: fields.reason };
    const { done, list } = await settleList(deps, { actor, ...metadata, verdict });
    if (done) return { next: 'close' };
    const text = lateListAnswer(list, metadata.revision, shownTo(deps, actor));
    return { next: 'show', view: notice(text, actor.language) };
  });
};

/** Opens the list of the unit that the person looks after; of several, asks which. */
export async function openListFor(
  deps: Deps,
  { actor, reply, openModal }: CommandRequest,
  year: number | null,
): Promise<void> {
  const answer = await showList(deps, { actor, openModal }, { unitId: null, year });
  if (answer) await reply(answer);
}

/**
 * Opens a unit's list; for no named unit, that of the one that the person looks after.
 *
 * @returns the question which unit, for one who looks after several
 */
async function showList(
  deps: Deps,
  { actor, openModal }: Pick<CommandRequest, 'actor' | 'openModal'>,
  { unitId, year }: { unitId: string | null; year: number | null },
): Promise<ButtonAnswer> {
  const units = unitId === null ? await listUnits(deps, actor) : [];
  if (units.length > 1) return chooseListAnswer(units, year, actor);
  const view = await prepareList(deps, { actor, unitId: unitId ?? units[0]?.id ?? '', year });
  await openModal(listView(view, shownTo(deps, actor)));
  return undefined;
}

/** Opens the form in which a secretary sets a window. */
export async function openWindowFor(
  deps: Deps,
  { actor, openModal }: CommandRequest,
  asked: number | null,
): Promise<void> {
  const on = today(deps);
  const units = await unitsUnder(deps.db, actor, ['secretary'], on);
  const granted = actor.grants.find(({ role }) => role === 'secretary')?.unitId;
  if (!granted || units.length === 0) throw notSecretary();
  const year = asked ?? nextRegistrationYear(on);
  const now = await findWindow(deps.db, { unitId_year: { unitId: granted, year } });
  const coming = await comingWindows(
    deps.db,
    units.map(({ id }) => id),
    on,
  );
  const preset = {
    unitId: granted,
    year,
    opensOn: now?.opensOn ?? null,
    closesOn: now?.closesOn ?? usualClosing(deps.rulebook, { year, on }),
    channels: now?.channels ?? [],
  };
  await openModal(windowFormView({ units, coming, preset }, shownTo(deps, actor)));
}

function shownTo({ rulebook, zone }: Deps, { language }: Actor): Shown {
  return { rulebook, zone, language };
}
