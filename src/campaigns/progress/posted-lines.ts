import { z } from 'zod';
import type { RankLine } from './ranking.ts';

/** A line of a ranking as it is kept; points are text, for JSON has no whole numbers of their size. */
export const PostedLine = z.object({
  rank: z.int().nullable(),
  tied: z.boolean(),
  unitName: z.string(),
  total: z.string().nullable(),
  bonus: z.string(),
  penalty: z.string(),
  asOf: z.iso.date().nullable(),
  /** Rankings that were kept before there were clusters have none. */
  cluster: z
    .object({ name: z.string(), rank: z.int().nullable(), tied: z.boolean() })
    .nullable()
    .default(null),
});
export type PostedLine = z.infer<typeof PostedLine>;

export function recordLine(line: RankLine): PostedLine {
  const { rank, tied, unitName, total, bonus, penalty, asOf, cluster } = line;
  const points = { bonus: bonus.toString(), penalty: penalty.toString() };
  return { rank, tied, unitName, total: total?.toString() ?? null, ...points, asOf, cluster };
}

/** Kept lines as they are read. */
export function readLines(kept: unknown): RankLine[] {
  return z
    .array(PostedLine)
    .parse(kept)
    .map(({ total, bonus, penalty, ...line }) => ({
      ...line,
      total: total === null ? null : BigInt(total),
      bonus: BigInt(bonus),
      penalty: BigInt(penalty),
    }));
}
