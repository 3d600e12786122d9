import { z } from 'zod';
import { messageKind } from '../../jobs/kinds.ts';

const nothing = z.object({});

/** That another unit takes an initiative up: to its authors and the secretary of the unit it comes from. */
export const adopted = messageKind('initiatives.adopted', nothing);

/** That the reader is responsible for an adoption. */
export const adoptionAssigned = messageKind('initiatives.adoption_assigned', nothing);

/** To those who apply an initiative: that its recognition was taken back. */
export const adoptionAnnulled = messageKind('initiatives.adoption_annulled', nothing);

/** That a unit stopped. */
export const adoptionEnded = messageKind('initiatives.adoption_ended', nothing);

/** To whoever is to report: all reports that are due, in one message; about the reader. */
export const effectsDue = messageKind('initiatives.effects_due', nothing);
