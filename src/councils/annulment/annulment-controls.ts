import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { Target } from '../ballots/ending-controls.ts';

const Proposal = z.object({ annulmentId: z.uuid() });
const Reason = z.object({ reason: z.string().default('') });

export const annulVoteButton = buttonKind('councils.annul', Target);
export const annulVoteModal = modalKind('councils.annul_form', {
  metadata: Target,
  fields: Reason,
});

/** From Home: shows a proposal with what its card has. */
export const reviewVoteAnnulmentButton = buttonKind('councils.review_annulment', Proposal);
export const confirmVoteAnnulmentButton = buttonKind('councils.confirm_annulment', Proposal);
export const declineVoteAnnulmentButton = buttonKind('councils.decline_annulment', Proposal);
export const declineVoteAnnulmentModal = modalKind('councils.decline_annulment_form', {
  metadata: Proposal,
  fields: Reason,
});
