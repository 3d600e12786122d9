import { type Day, dayOf } from '../../kernel/time.ts';

/** The signed minutes of a sitting, which make its results final. */
export interface SignedMinutes {
  number: string;
  signedOn: Day;
}

/** Of a sitting: its signed minutes that stand, one at most. */
export const signedMinutes = {
  where: { kind: 'sitting', takenBackAt: null },
  select: { number: true, signedOn: true },
} as const;

export function minutesOf(
  papers: readonly { number: string; signedOn: Date }[],
): SignedMinutes | null {
  const [signed] = papers;
  return signed ? { number: signed.number, signedOn: dayOf(signed.signedOn) } : null;
}
