import { z } from 'zod';
import { buttonKind, modalKind } from '../slack/kinds.ts';

export const RoleName = z.enum([
  'head',
  'secretary',
  'inspector',
  'communications',
  'finance',
  'administrator',
]);

export const openGrant = buttonKind('people.open_grant', z.object({}));
export const endGrant = buttonKind('people.end_grant', z.object({ grantId: z.uuid() }));

export const grantModal = modalKind('people.grant_form', {
  metadata: z.object({}),
  fields: z.object({
    person: z.string().optional(),
    staffNumber: z.string().optional(),
    role: RoleName,
    unit: z.uuid(),
    from: z.iso.date(),
    to: z.iso.date().optional(),
  }),
});

/** Of somebody who is in nobody's row. */
export const askAccess = buttonKind('people.ask_access', z.object({}));

export const openMatch = buttonKind('people.open_match', z.object({ slackUserId: z.string() }));
export const openRefusal = buttonKind('people.open_refusal', z.object({ requestId: z.uuid() }));

/** What the select of staff who have no Slack account yet is called. */
export const UNMATCHED_PERSON = 'unmatchedPerson';

export const matchModal = modalKind('people.match_form', {
  /** Null: chosen in the form. */
  metadata: z.object({ slackUserId: z.string().nullable() }),
  fields: z.object({ slackUser: z.string().optional(), [UNMATCHED_PERSON]: z.uuid() }),
});

export const refusalModal = modalKind('people.refusal_form', {
  metadata: z.object({ requestId: z.uuid() }),
  fields: z.object({ reason: z.string() }),
});
