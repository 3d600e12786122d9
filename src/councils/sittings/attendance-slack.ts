import { AppError } from '../../kernel/errors.ts';
import { readingModal, section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import {
  comingButton,
  conflictsButton,
  conflictsModal,
  minutesButtons,
  regretsButton,
  regretsModal,
  rollCallButton,
  rollCallModal,
  writtenButton,
} from '../ballots/controls.ts';
import { phrases as ballotPhrases } from '../ballots/phrases.ts';
import { requestMinutes } from '../papers/minutes-file.ts';
import { answerInvitation, attendeesOf, callRoll, ownSeat } from './attendance.ts';
import { conflictsView, regretsView, rollCallView } from './attendance-views.ts';
import { declareItemConflicts } from './declare-item-conflicts.ts';
import { sittingPhrases as phrases } from './sitting-phrases.ts';
import { sittingPicture } from './sitting-queries.ts';
import { sittingToRun } from './sitting-to-run.ts';

/** Who comes to a sitting, the roll-call, and conflicts that are declared before it. */
export const registerAttendanceListeners: RegisterListeners = (on, deps) => {
  on.button(comingButton, async ({ actor, value }) => {
    await answerInvitation(deps, { actor, ...value, answer: 'coming', reason: null });
    return { text: phrases[actor.language].answers.coming };
  });

  on.button(writtenButton, async ({ actor, value }) => {
    await answerInvitation(deps, { actor, ...value, answer: 'written', reason: null });
    return { text: phrases[actor.language].answers.written };
  });

  on.button(regretsButton, async ({ actor, value, openModal }) => {
    const own = await ownSeat(deps, deps.db, { ...value, personId: actor.personId });
    await openModal(regretsView({ ...value, earlier: own.earlierReason }, actor.language));
    return undefined;
  });

  on.submission(regretsModal, async ({ actor, metadata, fields }) => {
    await answerInvitation(deps, { actor, ...metadata, answer: 'regrets', ...fields });
    return { next: 'close' };
  });

  on.button(rollCallButton, async ({ actor, value, openModal }) => {
    await sittingToRun(deps, { actor, ...value });
    const attendees = await attendeesOf(deps, deps.db, value.sittingId);
    await openModal(rollCallView(value.sittingId, attendees, actor.language));
    return undefined;
  });

  on.submission(rollCallModal, async ({ actor, metadata, fields }) => {
    await callRoll(deps, { actor, ...metadata, ...fields });
    return { next: 'close' };
  });

  for (const { name, button } of minutesButtons)
    on.button(button, async ({ actor, value }) => {
      await requestMinutes(deps, { actor, wanted: { ...value, name } });
      return { text: phrases[actor.language].minutesComing };
    });

  on.button(conflictsButton, async ({ actor, value, openModal }) => {
    await ownSeat(deps, deps.db, { ...value, personId: actor.personId });
    const sitting = await sittingPicture(deps, value.sittingId);
    const open = sitting?.agenda.filter(({ ballot }) => ballot?.state !== 'open') ?? [];
    if (open.length === 0)
      throw new AppError('ballot_open', { say: (l) => ballotPhrases[l].conflictTooLate });
    await openModal(conflictsView(value.sittingId, open, actor.language));
    return undefined;
  });

  on.submission(conflictsModal, async ({ actor, metadata, fields }) => {
    const { count } = await declareItemConflicts(deps, {
      actor,
      ...metadata,
      itemIds: fields.items,
    });
    const p = phrases[actor.language];
    const view = readingModal({ title: p.declareConflictsTitle, close: p.close }, [
      section(p.conflictsDeclared({ count })),
    ]);
    return { next: 'show', view };
  });
};
