import { z } from 'zod';
import { buttonKind } from '../../slack/kinds.ts';

const Which = z.object({ initiativeId: z.uuid() });

/** Shows what looks like an initiative, to those who judge it. */
export const similarButton = buttonKind('initiatives.similar', Which);

/**
 * Opens the file of one that looks like another, the third modal in the stack: from it leads nothing on,
 * for Slack stacks no more.
 */
export const similarFileButton = buttonKind('initiatives.similar_file', Which);
