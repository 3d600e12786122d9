import { z } from 'zod';
import { messageKind } from '../../jobs/kinds.ts';

const Office = z.enum(['chair', 'vice_chair', 'standing_member', 'secretary', 'member']);

/** To whoever joins a council, leaves it or changes office. Subject: the council. */
export const seatChanged = messageKind(
  'councils.seat_changed',
  z.object({
    /** Null: the composition that the council was set up with. */
    compositionId: z.uuid().nullable(),
    change: z.enum(['joins', 'leaves', 'moves']),
    office: Office,
  }),
);

/** To whoever is named as a substitute, or is one no more. Subject: the council. */
export const substituteNews = messageKind(
  'councils.substitute',
  z.object({
    memberId: z.uuid(),
    change: z.enum(['named', 'ended']),
    /** By which decision, and the first day of it. */
    number: z.string(),
    from: z.string(),
  }),
);

/** To the secretary: what is wrong with the councils of these units. Subject: the person. */
export const problemsReminder = messageKind(
  'councils.problems',
  z.object({ unitIds: z.array(z.uuid()) }),
);
