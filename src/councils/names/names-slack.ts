import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { phrases } from '../ballots/phrases.ts';
import { linesOf, type SheetGroup } from '../sheets/prepare-sheet.ts';
import { barredItems } from '../sittings/barred-items.ts';
import { mayReadSitting, sittingPicture } from '../sittings/sitting-queries.ts';
import { judgeNames } from './judge-names.ts';
import { judgementButton, namesModal, sheetNamesButton } from './name-controls.ts';
import { judgementView } from './name-views.ts';
import { NAMES_PAGE, namesView } from './names-list-views.ts';
import { openJudgement } from './open-judgement.ts';
import { shownTo } from './shown-to.ts';

/** The names on an agenda, and how each stands with the conditions of its title. */
export const registerNamesListeners: RegisterListeners = (on, deps) => {
  on.button(sheetNamesButton, async ({ actor, value, openModal }) => {
    await openModal(await namesPage(deps, actor, { ...value, from: 0 }));
    return undefined;
  });

  on.submission(namesModal, async ({ actor, metadata }) => ({
    next: 'show',
    view: await namesPage(deps, actor, metadata),
  }));

  on.button(judgementButton, async ({ actor, value, openModal }) => {
    const judgement = await openJudgement(deps, { actor, ...value });
    await openModal(judgementView(judgement, shownTo(deps, actor)));
    return undefined;
  });
};

/** Only the names of the page are judged. */
async function namesPage(deps: Deps, actor: Actor, page: SheetGroup & { from: number }) {
  const { from, ...group } = page;
  const sitting = await sittingPicture(deps, group.sittingId);
  if (!sitting || !(await mayReadSitting(deps, actor, sitting)))
    throw new AppError('item_gone', { say: (l) => phrases[l].itemGone });
  const lines = linesOf(sitting.agenda, group);
  const items = lines.slice(from, from + NAMES_PAGE).map(({ subject }) => subject);
  const judgements = await judgeNames(deps, { reader: actor, items });
  const search = { personId: actor.personId, sittingIds: [sitting.id] };
  const barred = await barredItems(deps, deps.db, search);
  return namesView({ group, sitting, lines, from, judgements, barred }, shownTo(deps, actor));
}
