import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { KINSHIPS } from './relative-rules.ts';

/** The reader's own declarations. */
export const relativesButton = buttonKind('councils.relatives', z.object({}));
export const addRelativeButton = buttonKind('councils.add_relative', z.object({}));
export const endRelativeButton = buttonKind(
  'councils.end_relative',
  z.object({ declarationId: z.uuid() }),
);
/** Who it is is nobody else's business: no log tells the fields of a form. */
export const relativeModal = modalKind('councils.relative', {
  metadata: z.object({}),
  fields: z.object({ relative: z.string().optional(), kinship: z.enum(KINSHIPS) }),
});
