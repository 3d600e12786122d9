import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';

const Initiative = z.object({ initiativeId: z.uuid() });
const Proposal = z.object({ annulmentId: z.uuid() });

export const withdrawButton = buttonKind('initiatives.withdraw', Initiative);
export const withdrawModal = modalKind('initiatives.withdraw_form', {
  metadata: Initiative,
  fields: z.object({ reason: z.string().optional() }),
});

export const mergeButton = buttonKind('initiatives.merge', Initiative);
export const mergeModal = modalKind('initiatives.merge_form', {
  metadata: Initiative,
  fields: z.object({ number: z.string().default(''), reason: z.string().optional() }),
});

export const annulButton = buttonKind('initiatives.annul', Initiative);
export const annulModal = modalKind('initiatives.annul_form', {
  metadata: Initiative,
  fields: z.object({ reason: z.string().default('') }),
});

/** From Home: shows a proposal with what its card has. */
export const reviewAnnulmentButton = buttonKind('initiatives.review_annulment', Proposal);
export const confirmAnnulmentButton = buttonKind('initiatives.confirm_annulment', Proposal);
/** Of who proposed it. */
export const withdrawAnnulmentButton = buttonKind('initiatives.withdraw_annulment', Proposal);
export const declineAnnulmentButton = buttonKind('initiatives.decline_annulment', Proposal);
export const declineAnnulmentModal = modalKind('initiatives.decline_annulment_form', {
  metadata: Proposal,
  fields: z.object({ reason: z.string().default('') }),
});
