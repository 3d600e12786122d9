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
