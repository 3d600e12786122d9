import { z } from 'zod';
import { messageKind } from '../../jobs/kinds.ts';

const nothing = z.object({});

/** That another unit takes an initiative up: to its authors and the secretary of the unit it comes from. */
export const adopted = messageKind('initiatives.adopted', nothing);

/** That a unit stopped. */
export const adoptionEnded = messageKind('initiatives.adoption_ended', nothing);

/** To whoever is to report: all reports that are due, in one message; about the reader. */
export const effectsDue = messageKind('initiatives.effects_due', nothing);
