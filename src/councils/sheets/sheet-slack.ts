import type { Actor } from '../../people/actor.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { receiptsView } from '../ballots/ballot-form-views.ts';
import {
  openSheetButton,
  sheetModal,
  sheetPageModal,
  sheetReceiptsButton,
  sheetReviewModal,
  voteSheetButton,
} from '../ballots/controls.ts';
import { offeredDeadline } from '../ballots/deadline.ts';
import { judgeNames } from '../names/judge-names.ts';
import { shownTo } from '../names/shown-to.ts';
import { CHOICES } from '../rules.ts';
import { castSheet } from './cast-sheet.ts';
import { fillSheet, keepMarks } from './fill-sheet.ts';
import { firstOpen, markAt, markPage } from './marks.ts';
import { openSheet } from './open-sheet.ts';
import { openSheetView, sheetOpenedView } from './open-sheet-views.ts';
import { prepareSheet } from './prepare-sheet.ts';
import {
  namesOn,
  PAGE,
  sheetCastView,
  sheetPageView,
  sheetReviewView,
} from './sheet-form-views.ts';
import { sheetPhrases } from './sheet-phrases.ts';
import { namesFor, type SheetPicture, sheetReceipts } from './sheet-queries.ts';

/** Ballot sheets: many names of one title voted on together. */
export const registerSheetListeners: RegisterListeners = (on, deps) => {
  /** With how the names of this page stand: no others are judged for it. */
  const page = async (
    actor: Actor,
    sheet: SheetPicture,
    form: { personId: string; marks: string; from: number },
  ) => {
    const items = namesOn(sheet, form).map(({ subject }) => subject);
    const judgements = await judgeNames(deps, { reader: actor, items });
    return sheetPageView(sheet, { ...form, judgements }, shownTo(deps, actor));
  };

  on.button(openSheetButton, async ({ actor, value, openModal }) => {
    const prospect = await prepareSheet(deps, { actor, ...value });
    const closesAt = offeredDeadline(deps, prospect.time.startsAt);
    const form = { ...value, ...prospect, closesAt };
    await openModal(openSheetView(form, shownTo(deps, actor)));
    return undefined;
  });

  on.submission(sheetModal, async ({ actor, metadata, fields, submissionKey }) => {
    const { sheetId } = await openSheet(deps, { actor, ...metadata, ...fields, submissionKey });
    const count = await deps.db.ballot.count({ where: { sheetId } });
    return { next: 'show', view: sheetOpenedView({ count }, actor.language) };
  });

  on.button(voteSheetButton, async ({ actor, value, openModal }) => {
    const { sheet, marks } = await fillSheet(deps, { actor, ...value });
    const from = Math.floor(firstOpen(marks) / PAGE) * PAGE;
    const form = { personId: actor.personId, marks };
    await openModal(
      from < marks.length
        ? await page(actor, sheet, { ...form, from })
        : sheetReviewView(sheet, form, actor),
    );
    return undefined;
  });

  on.submission(sheetPageModal, async ({ actor, metadata, fields }) => {
    const { sheetId, from } = metadata;
    const { sheet, marks: fresh } = await fillSheet(deps, { actor, sheetId });
    const { rest, ...except } = fields;
    const to = Math.min(from + PAGE, fresh.length);
    const before = metadata.marks.length === fresh.length ? metadata.marks : fresh;
    const marks = markPage(before, { from, to }, { rest, except });
    if (marks === null) {
      const twice = CHOICES.find((choice) => except[choice].length > 0 && choice !== 'disagree');
      return {
        next: 'mend',
        errors: { [twice ?? 'other']: sheetPhrases[actor.language].twoChoices },
      };
    }
    await keepMarks(deps, { sheet, personId: actor.personId, marks });
    const form = { personId: actor.personId, marks };
    return {
      next: 'show',
      view:
        to < marks.length
          ? await page(actor, sheet, { ...form, from: to })
          : sheetReviewView(sheet, form, actor),
    };
  });

  on.submission(sheetReviewModal, async ({ actor, metadata, fields }) => {
    const { sheetId, marks } = metadata;
    if (fields.what === 'again') {
      const { sheet } = await fillSheet(deps, { actor, sheetId });
      const form = { personId: actor.personId, marks, from: 0 };
      return { next: 'show', view: await page(actor, sheet, form) };
    }
    const { sheet } = await fillSheet(deps, { actor, sheetId });
    const choices = namesFor(sheet, actor.personId).flatMap(({ ballotId }, place) => {
      const choice = markAt(marks, place);
      return choice ? [{ ballotId, choice }] : [];
    });
    const cast = await castSheet(deps, { actor, sheetId, choices, opinion: fields.opinion });
    return { next: 'show', view: sheetCastView(cast, actor) };
  });

  on.button(sheetReceiptsButton, async ({ actor, value, openModal }) => {
    await openModal(receiptsView(await sheetReceipts(deps, value.sheetId), actor));
    return undefined;
  });
};
