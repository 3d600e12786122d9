import { z } from 'zod';
import type { ValueKind } from './override-values.ts';
import { DISCIPLINES, type Leaf, RATINGS } from './standard-schema.ts';

// The one value of a condition that an administrator may set; other conditions can only be confirmed.

const Threshold = z.object({ op: z.enum(['>=', '>']), num: z.int(), den: z.int() });

/** What kind of value a condition has, and which now; null when there is none to set. */
export function leafValue(leaf: Leaf): { kind: ValueKind; value: unknown } | null {
  if ('monthsInYear' in leaf) {
    return { kind: { type: 'int', min: 1, max: 12 }, value: leaf.monthsInYear };
  }
  if ('noDisciplineFrom' in leaf) {
    return { kind: { type: 'choice', options: DISCIPLINES }, value: leaf.noDisciplineFrom };
  }
  if ('rating' in leaf) return { kind: { type: 'choice', options: RATINGS }, value: leaf.rating };
  if ('members' in leaf) {
    const { op, num, den } = leaf.members;
    return { kind: { type: 'threshold' }, value: { op, num, den } };
  }
  if ('membersAtLeast' in leaf) {
    return { kind: { type: 'int', min: 1, max: 10_000 }, value: leaf.membersAtLeast.count };
  }
  if ('consecutive' in leaf) {
    return { kind: { type: 'int', min: 1, max: 30 }, value: leaf.consecutive.spacing };
  }
  return null;
}

/** The condition with another value. @throws ZodError when the value is not of its kind */
export function withLeafValue(leaf: Leaf, value: unknown): Leaf {
  if ('monthsInYear' in leaf) return { ...leaf, monthsInYear: z.int().parse(value) };
  if ('noDisciplineFrom' in leaf) {
    return { ...leaf, noDisciplineFrom: z.enum(DISCIPLINES).parse(value) };
  }
  if ('rating' in leaf) return { ...leaf, rating: z.enum(RATINGS).parse(value) };
  if ('members' in leaf) {
    return { ...leaf, members: { ...leaf.members, ...Threshold.parse(value) } };
  }
  if ('membersAtLeast' in leaf) {
    return { ...leaf, membersAtLeast: { ...leaf.membersAtLeast, count: z.int().parse(value) } };
  }
  if ('consecutive' in leaf) {
    return { ...leaf, consecutive: { ...leaf.consecutive, spacing: z.int().parse(value) } };
  }
  return leaf;
}
