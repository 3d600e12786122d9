import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { descriptionModal } from '../controls.ts';
import { Extras, Substance } from '../intake/draft-content.ts';

const Revision = z.int().min(1);

/** What a card or file showed: a press acts on that. */
const Seen = z.object({
  initiativeId: z.uuid(),
  revision: Revision,
  state: z.enum(['received', 'returned', 'accepted']),
});

export const acceptButton = buttonKind('initiatives.accept', Seen);
export const returnButton = buttonKind('initiatives.return', Seen);
export const refuseFormButton = buttonKind('initiatives.refuse_form', Seen);

export const returnModal = modalKind('initiatives.return_form', {
  metadata: Seen,
  fields: z.object({ reason: z.string().default('') }),
});

export const refuseFormModal = modalKind('initiatives.refuse_form_form', {
  metadata: Seen,
  fields: z.object({
    ground: z.enum(['not_new', 'not_applied', 'excluded_by_law', 'incomplete']),
    reason: z.string().default(''),
  }),
});

const Returned = z.object({ initiativeId: z.uuid(), revision: Revision });

/** Opens the two steps in which an initiative that was returned is mended. */
export const mendButton = buttonKind('initiatives.mend', Returned);

const MendForm = Returned.extend({
  /** Place in Slack's stack of modals, 1 to 3. */
  depth: z.int().min(1).max(3),
});

export const mendDescriptionModal = modalKind('initiatives.mend_describe', {
  metadata: MendForm,
  fields: descriptionModal.fields,
});

export const mendParticularsModal = modalKind('initiatives.mend_particulars', {
  metadata: MendForm.extend({ savedAt: z.iso.datetime(), authors: z.int().min(1) }),
  fields: Substance.extend(Extras.shape).catchall(z.string().optional()),
});

/** Shows what the mendings of an initiative changed. */
export const changesButton = buttonKind(
  'initiatives.changes',
  z.object({ initiativeId: z.uuid() }),
);

/** Shows what is overdue or due soon in the units that the presser is secretary of. */
export const deadlinesButton = buttonKind('initiatives.deadlines', z.object({}));
