import { z } from 'zod';
import { messageKind } from '../jobs/kinds.ts';

const Revision = z.object({ revision: z.int().min(1) });

/** Asks a head to confirm or return one revision of a registration (the subject). */
export const toConfirm = messageKind('titles.to_confirm', Revision);

/** Tells who filed a registration (the subject) that this revision was confirmed or returned. */
export const settled = messageKind('titles.settled', Revision);

/** Tells who confirmed a registration (the subject) that it was taken back. */
export const withdrawn = messageKind('titles.withdrawn', Revision);

/** Tells a person, or the heads of a unit, that a head registered for them after the window closed. */
export const filedLate = messageKind('titles.filed_late', Revision);

/** Announces in a channel that a window (the subject) is open. */
export const windowAnnounced = messageKind('titles.window_announced', z.object({}));

const WindowDays = z.object({ opensOn: z.string(), closesOn: z.string() });

/** Tells a channel the new days of a window that was announced. */
export const windowMoved = messageKind('titles.window_moved', WindowDays);

/** Reminds a head of those who have not registered in a window (the subject). */
export const windowReminder = messageKind(
  'titles.window_reminder',
  WindowDays.pick({ closesOn: true }),
);

/** Asks the level above to accept or return one revision of a unit's list (the subject). */
export const listToAccept = messageKind('titles.list_to_accept', Revision);

/** Tells who sent a unit's list (the subject) that this revision was accepted or returned. */
export const listSettled = messageKind('titles.list_settled', Revision);
