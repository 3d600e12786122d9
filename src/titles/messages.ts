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
