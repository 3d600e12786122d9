import { z } from 'zod';
import { messageKind } from '../jobs/kinds.ts';

const Revision = z.object({ revision: z.int().min(1) });

/** Asks a head to confirm or return one revision of a registration (the subject). */
export const toConfirm = messageKind('titles.to_confirm', Revision);

/** Tells who filed a registration (the subject) that this revision was confirmed or returned. */
export const settled = messageKind('titles.settled', Revision);
