import type { Tx } from '../../database/client.ts';
import { type Day, dayOf, instantAt } from '../../kernel/time.ts';
import { type ExemplarFile, exemplarFiles } from '../queries.ts';
import { monthFrom } from '../rules.ts';

export interface Digest {
  /** First day of the month. */
  month: Day;
  /** What was posted in the channel in that month and still stands there, the oldest first. */
  files: ExemplarFile[];
}

/** A digest from the database as it is now: what was taken down since is not in it. */
export async function findDigest(tx: Tx, id: string, zone: string): Promise<Digest | null> {
  const row = await tx.exemplarDigest.findUnique({
    where: { id },
    select: { month: true, channelId: true },
  });
  if (!row) return null;
  const month = dayOf(row.month);
  const postedAt = {
    gte: instantAt(month, '00:00', zone),
    lt: instantAt(monthFrom(month, 1), '00:00', zone),
  };
  const files = await exemplarFiles(tx, {
    where: { state: 'published', channels: { some: { channelId: row.channelId, postedAt } } },
    orderBy: { publishedAt: 'asc' },
  });
  return { month, files };
}
