import { z } from 'zod';
import { messageKind } from '../jobs/kinds.ts';

/** Tells a person, or the heads of a collective, that an award (the subject) was given to them. */
export const awardRecorded = messageKind('records.award_recorded', z.object({}));

/** Tells them that the decision was attached by mistake, and why. Subject: the award. */
export const awardAnnulled = messageKind(
  'records.award_annulled',
  z.object({ number: z.string(), decidedOn: z.string(), reason: z.string() }),
);
