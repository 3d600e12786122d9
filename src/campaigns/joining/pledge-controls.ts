import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { PLEDGE_LIMITS } from './pledge-rules.ts';

// The buttons and modals of pledges, besides `joinButton`, which stands under announcements.

const Campaign = z.object({ campaignId: z.uuid() });
const Pledge = z.object({ pledgeId: z.uuid() });
const SeenPledge = Pledge.extend({ revision: z.int() });
/** Pledges as they were shown: the id and the revision of each. */
const Shown = z.array(z.tuple([z.uuid(), z.int()]));

/** The value of the choice "for myself"; the others are unit ids. */
export const SELF = 'self';
const JoinerValue = z.union([z.literal(SELF), z.uuid()]);

const targets = z.string().default('');
const reason = z.string().max(PLEDGE_LIMITS.reason).default('');

/** For whom, and what is pledged. */
export const joinModal = modalKind('campaign_join_for', {
  metadata: z.object({
    campaignId: z.uuid(),
    /** For whom where there is no choice; else it is a field. */
    joiner: JoinerValue.nullable(),
  }),
  fields: z.object({ joiner: JoinerValue.optional(), targets }),
});

export const changePledgeButton = buttonKind('pledge_change', Pledge);
export const withdrawPledgeButton = buttonKind('pledge_withdraw', Pledge);
export const changePledgeModal = modalKind('pledge_change_form', {
  metadata: SeenPledge,
  fields: z.object({ targets }),
});
export const withdrawPledgeModal = modalKind('pledge_withdraw_form', {
  metadata: Pledge,
  fields: z.object({ reason }),
});

/** For heads. */
export const confirmPledgesButton = buttonKind('pledge_confirm_all', z.object({ shown: Shown }));
export const waitingPledgesButton = buttonKind('pledge_waiting', z.object({}));
export const returnPledgeButton = buttonKind('pledge_return', SeenPledge);
export const waitingPledgesModal = modalKind('pledge_waiting_list', {
  metadata: z.object({ shown: Shown }),
  fields: z.object({}),
});
export const returnPledgeModal = modalKind('pledge_return_form', {
  metadata: SeenPledge,
  fields: z.object({ reason }),
});

/** For those who launched, and heads: the list. The modal carries the page that sending it brings. */
export const pledgeListButton = buttonKind('pledge_list', Campaign);
export const pledgeFileButton = buttonKind('pledge_file', Campaign);
export const pledgeListModal = modalKind('pledge_list_page', {
  metadata: Campaign.extend({ page: z.int().min(0) }),
  fields: z.object({}),
});
