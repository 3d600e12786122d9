import { z } from 'zod';
import { SentFile } from '../../slack/field-values.ts';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { Words } from './draft-content.ts';

/** The shortcut in the menu of every message, as the manifest has it. */
export const MESSAGE_SHORTCUT = 'initiatives.from_message';

const Draft = z.object({
  draftId: z.uuid(),
  /** Place of the form in Slack's stack of modals: 1 from a message, 2 from a modal. */
  depth: z.number().int().min(1).max(2),
});

export const resumeButton = buttonKind('initiatives.resume', Draft);
export const discardButton = buttonKind('initiatives.discard', z.object({ draftId: z.uuid() }));
export const newDraftButton = buttonKind('initiatives.new', Draft.pick({ depth: true }));

const Share = z.object({ requestId: z.uuid(), share: z.int() });

export const confirmShareButton = buttonKind('initiatives.confirm_share', Share);
export const declineShareButton = buttonKind('initiatives.decline_share', Share);
export const declineShareModal = modalKind('initiatives.decline_share_form', {
  metadata: Share,
  fields: z.object({ reason: Words.default('') }),
});

const Initiative = z.object({ initiativeId: z.uuid() });

/** The fields of evidence, in the last step of the form and in the form for more of it. */
export const Evidence = z.object({
  evidence: z.array(SentFile).default([]),
  councilOnly: z.array(z.literal('yes')).default([]),
});

export const addEvidenceButton = buttonKind('initiatives.add_evidence', Initiative);
export const addEvidenceModal = modalKind('initiatives.add_evidence_form', {
  metadata: Initiative,
  fields: Evidence,
});
export const getEvidenceButton = buttonKind(
  'initiatives.get_evidence',
  z.object({ evidenceId: z.uuid() }),
);
