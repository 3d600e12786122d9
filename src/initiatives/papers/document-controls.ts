import { z } from 'zod';
import { buttonKind } from '../../slack/kinds.ts';
import { DOCUMENT_NAMES } from './document-names.ts';

/** Ask for a paper of an initiative, one for each. */
export const documentButtons = DOCUMENT_NAMES.map((name) => ({
  name,
  button: buttonKind(`initiatives.document_${name}`, z.object({ initiativeId: z.uuid() })),
}));
