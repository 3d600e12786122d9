import { z } from 'zod';
import { messageKind } from '../jobs/kinds.ts';

const nothing = z.object({});

/** Giấy biên nhận, to each author and to whoever handed the initiative in. */
export const receipt = messageKind('initiatives.receipt', nothing);

/** The secretary's card of an initiative that was handed in; redrawn when its state changes. */
export const filedForSecretary = messageKind('initiatives.filed', nothing);

/** That it was recognised or refused, to its authors. */
export const decided = messageKind('initiatives.decided', nothing);
