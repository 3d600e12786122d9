import { z } from 'zod';
import { messageKind } from '../../jobs/kinds.ts';

/** What is told of one step of an initiative (the subject). */
const Step = z.object({ stepId: z.uuid() });

/** Giấy biên nhận: the form is in order. To each author and to whoever handed it in. */
export const acceptedNews = messageKind('initiatives.accepted', Step);

/** What to mend and until when, with the way into the form. */
export const returnedNews = messageKind('initiatives.returned', Step);

/** That what was mended has arrived. */
export const mendedNews = messageKind('initiatives.mended', Step);

/** That it is not taken in, with the ground and the reason. */
export const formRefusedNews = messageKind('initiatives.form_refused', Step);

/** To all authors and the secretary. */
export const withdrawnNews = messageKind('initiatives.withdrawn', Step);

/** To the authors of the one that goes on in another one. */
export const mergedNews = messageKind('initiatives.merged', Step);

/** To the authors of the one that another one goes on in. */
export const absorbedNews = messageKind('initiatives.absorbed', Step);

/** To the authors of what was merged (the subject): what became of the one that it goes on in. */
export const mergedOutcome = messageKind(
  'initiatives.merged_outcome',
  z.object({ outcome: z.enum(['recognised', 'refused', 'annulled']) }),
);

export const annulledNews = messageKind('initiatives.annulled', Step);

const Annulment = z.object({ annulmentId: z.uuid() });

/** Asks a second person to confirm that a recognition is annulled, or to decline. */
export const annulmentToSettle = messageKind('initiatives.annulment', Annulment);

/** Tells who proposed an annulment how it was settled. */
export const annulmentSettled = messageKind('initiatives.annulment_settled', Annulment);

/** Tells the administrators that every secretary who could check an initiative is an author of it. */
export const nobodyToCheck = messageKind('initiatives.nobody_to_check', z.object({}));

/** The deadlines that one person (the subject) is reminded of on one day. */
export const deadlineReminder = messageKind(
  'initiatives.deadlines',
  z.object({ initiativeIds: z.array(z.uuid()) }),
);
