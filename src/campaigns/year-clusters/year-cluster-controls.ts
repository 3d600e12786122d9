import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { CLUSTER_LIMITS } from '../clusters/cluster-rules.ts';

// The buttons and the modal of the clusters of a year, and what each carries.

const Year = z.object({ organiserId: z.uuid(), year: z.int().min(2000).max(2200) });

/** To another year's; two kinds, for one block holds no two buttons of one. */
export const yearBeforeButton = buttonKind('year_clusters_before', Year);
export const yearAfterButton = buttonKind('year_clusters_after', Year);

/** Opens the form of a cluster; null: of a new one. */
export const yearClusterButton = buttonKind(
  'year_cluster',
  Year.extend({ clusterId: z.uuid().nullable() }),
);

/** A campaign takes its clusters from them. */
export const takeClustersButton = buttonKind(
  'campaign_clusters_take',
  z.object({ campaignId: z.uuid() }),
);

export const yearClusterModal = modalKind('year_cluster_form', {
  metadata: Year.extend({ clusterId: z.uuid(), mark: z.string().nullable() }),
  fields: z.object({
    name: z.string().normalize().trim().min(1).max(CLUSTER_LIMITS.name),
    units: z.array(z.uuid()).default([]),
    leader: z.uuid().optional(),
    remove: z.array(z.literal('yes')).default([]),
  }),
});
