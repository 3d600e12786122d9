import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { CLUSTER_LIMITS } from './cluster-rules.ts';

// The buttons and modals of the clusters of campaigns, and what each carries.

export const clustersButton = buttonKind('campaign_clusters', z.object({ campaignId: z.uuid() }));

/** Opens the form of a cluster; null: of a new one. */
export const clusterButton = buttonKind(
  'campaign_cluster',
  z.object({ campaignId: z.uuid(), clusterId: z.uuid().nullable() }),
);

export const clusterModal = modalKind('campaign_cluster_form', {
  metadata: z.object({ campaignId: z.uuid(), clusterId: z.uuid(), mark: z.string().nullable() }),
  fields: z.object({
    name: z.string().normalize().trim().min(1).max(CLUSTER_LIMITS.name),
    units: z.array(z.uuid()).default([]),
    leader: z.uuid().optional(),
    year: z.string().max(4).default(''),
    remove: z.array(z.literal('yes')).default([]),
  }),
});
