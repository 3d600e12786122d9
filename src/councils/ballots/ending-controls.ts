import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';

/** A ballot by itself, or a whole sheet. */
export const Target = z.union([z.object({ ballotId: z.uuid() }), z.object({ sheetId: z.uuid() })]);

export const endVoteButton = buttonKind('councils.end', Target);
export const endVoteModal = modalKind('councils.end_form', {
  metadata: Target,
  fields: z.object({}),
});
