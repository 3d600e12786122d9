import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { words } from '../report/draft-content.ts';

const Proposal = z.object({ proposalId: z.uuid() });

/** Opens the form in which a commendation is proposed for those whom an exemplar praises. */
export const proposeButton = buttonKind('exemplars.propose', z.object({ exemplarId: z.uuid() }));

export const proposeModal = modalKind('exemplars.propose_form', {
  /** `proposalId` becomes the id of what is recorded. */
  metadata: z.object({ proposalId: z.uuid(), exemplarId: z.uuid() }),
  fields: z.object({
    subject: z.uuid(),
    form: z.enum(['letter', 'certificate', 'merit']),
    ground: z.enum(['outstanding', 'head_discovered', 'political_task']),
    summary: words(2_000),
  }),
});

export const takeButton = buttonKind('exemplars.take_proposal', Proposal);
export const declineButton = buttonKind('exemplars.decline_proposal', Proposal);
export const declineModal = modalKind('exemplars.decline_proposal_form', {
  metadata: Proposal,
  fields: z.object({ reason: z.string().max(500).default('') }),
});
