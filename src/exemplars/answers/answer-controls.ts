import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';

const Subject = z.object({ subjectId: z.uuid() });
const Endorsement = z.object({ endorsementId: z.uuid() });

/** The name may stand in the channels of the agency. */
export const consentInternalButton = buttonKind('exemplars.consent_internal', Subject);
/** And in the press. */
export const consentPublicButton = buttonKind('exemplars.consent_public', Subject);
export const consentRefusedButton = buttonKind('exemplars.consent_refused', Subject);

export const endorseButton = buttonKind('exemplars.endorse', Endorsement);
export const notEndorseButton = buttonKind('exemplars.not_endorse', Endorsement);
export const notEndorseModal = modalKind('exemplars.not_endorse_form', {
  metadata: Endorsement,
  fields: z.object({ reason: z.string().max(500).default('') }),
});
