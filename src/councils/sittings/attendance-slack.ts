import { today } from '../../kernel/deps.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import {
  comingButton,
  minutesButtons,
  regretsButton,
  regretsModal,
  rollCallButton,
  rollCallModal,
  writtenButton,
} from '../ballots/controls.ts';
import { requestMinutes } from '../papers/minutes-file.ts';
import { answerInvitation, attendeesOf, callRoll, ownSeat } from './attendance.ts';
import { regretsView, rollCalledView, rollCallView, writtenText } from './attendance-views.ts';
import { sittingPhrases as phrases } from './sitting-phrases.ts';
import { sittingPicture } from './sitting-queries.ts';
import { sittingToRun } from './sitting-to-run.ts';
import { writtenOpinions } from './written-opinions.ts';

/** Who comes to a sitting, and the roll-call. */
export const registerAttendanceListeners: RegisterListeners = (on, deps) => {
  on.button(comingButton, async ({ actor, value }) => {
    await answerInvitation(deps, { actor, ...value, answer: 'coming', reason: null });
    return { text: phrases[actor.language].answers.coming };
  });

  on.button(writtenButton, async ({ actor, value }) => {
    await answerInvitation(deps, { actor, ...value, answer: 'written', reason: null });
    const sitting = await sittingPicture(deps, value.sittingId);
    const written = writtenOpinions(sitting?.agenda ?? [], deps.rulebook, today(deps));
    const note = writtenText(written, actor.language);
    return { text: `${phrases[actor.language].answers.written}\n${note}` };
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
    const called = await callRoll(deps, { actor, ...metadata, ...fields });
    return { next: 'show', view: rollCalledView(metadata.sittingId, called, actor.language) };
  });

  for (const { name, button } of minutesButtons)
    on.button(button, async ({ actor, value }) => {
      await requestMinutes(deps, { actor, wanted: { ...value, name } });
      return { text: phrases[actor.language].minutesComing };
    });
};
