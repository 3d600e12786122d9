import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { CHECK_LIMITS } from './check-rules.ts';

// The buttons and modals of checks.

const Campaign = z.object({ campaignId: z.uuid() });
const Check = z.object({ checkId: z.uuid() });
const Part = z.object({ checkUnitId: z.uuid() });
const MendingId = z.object({ mendingId: z.uuid() });
const text = z.string().default('');
const reason = z.string().max(CHECK_LIMITS.reason).default('');

/** Opens the checks of a campaign. */
export const checksButton = buttonKind('campaign_checks', Campaign);
export const checkButton = buttonKind('campaign_check', Check);
/** From a check to the list, in its place: so no list lies under it that goes stale. */
export const allChecksButton = buttonKind('campaign_checks_all', Campaign);

/** For those who plan checks. */
export const newCheckButton = buttonKind('campaign_check_new', Campaign);
export const arrangeCheckButton = buttonKind('campaign_check_arrange', Check);
export const moveCheckButton = buttonKind('campaign_check_move', Check);
export const strikeCheckButton = buttonKind('campaign_check_strike', Check);

const chosen = { checkers: z.array(z.string()).default([]), units: z.array(z.uuid()).default([]) };
export const newCheckModal = modalKind('campaign_check_new_form', {
  metadata: z.object({ campaignId: z.uuid(), checkId: z.uuid() }),
  fields: z.object({ day: z.iso.date(), ...chosen }),
});
export const arrangeCheckModal = modalKind('campaign_check_arrange_form', {
  metadata: z.object({ checkId: z.uuid(), mark: z.string() }),
  fields: z.object(chosen),
});
export const moveCheckModal = modalKind('campaign_check_move_form', {
  metadata: z.object({ checkId: z.uuid(), seen: z.iso.date() }),
  fields: z.object({ day: z.iso.date(), reason }),
});
export const strikeCheckModal = modalKind('campaign_check_strike_form', {
  metadata: Check,
  fields: z.object({ reason }),
});

/** For those who check. */
export const findingsButton = buttonKind('campaign_findings', Part);
export const findingsModal = modalKind('campaign_findings_form', {
  metadata: z.object({ checkUnitId: z.uuid(), revision: z.int() }),
  fields: z.object({ good: text, wrong: text, mend: text, mendBy: z.iso.date().optional() }),
});
export const acceptMendingButton = buttonKind('campaign_mending_accept', MendingId);
export const returnMendingButton = buttonKind('campaign_mending_return', MendingId);
export const returnMendingModal = modalKind('campaign_mending_return_form', {
  metadata: MendingId,
  fields: z.object({ reason, mendBy: z.iso.date().optional() }),
});

/** For the head of a unit. */
export const mendButton = buttonKind('campaign_mend', Part);
export const mendModal = modalKind('campaign_mend_form', {
  metadata: z.object({ checkUnitId: z.uuid(), number: z.int() }),
  fields: z.object({ done: text, words: text }),
});
