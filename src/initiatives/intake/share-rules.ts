/** What an author was asked last: the newest request of a person. */
export interface AskedShare {
  /** In whole percent. */
  share: number;
  answer: 'confirmed' | 'declined' | null;
  answeredAt: Date | null;
  reason: string | null;
}

/** Where an author stands to the share that the file has now. */
export type ShareStanding =
  | { kind: 'confirmed'; at: Date }
  | { kind: 'declined'; at: Date; reason: string }
  | { kind: 'awaited' }
  /** From outside the agency: whoever hands in answers for them. */
  | { kind: 'outside' }
  /** Handed in before authors were asked, or the share changed and nobody was asked yet. */
  | { kind: 'not_asked' };

export function shareStanding(
  author: { personId: string | null; share: number },
  asked: AskedShare | undefined,
): ShareStanding {
  if (author.personId === null) return { kind: 'outside' };
  // An answer is to one share: when that changed, it says nothing of the new one.
  if (asked?.share !== author.share) return { kind: 'not_asked' };
  const { answer, answeredAt, reason } = asked;
  if (answer === null || answeredAt === null) return { kind: 'awaited' };
  return answer === 'confirmed'
    ? { kind: 'confirmed', at: answeredAt }
    : { kind: 'declined', at: answeredAt, reason: reason ?? '' };
}

/**
 * The authors of the staff list who are to be asked, or asked again: those whose share is not the one
 * that they were asked for last. An answer to an unchanged share stands, the other way too.
 */
export function sharesToConfirm<A extends { personId: string | null; share: number }>(
  authors: readonly A[],
  asked: ReadonlyMap<string, AskedShare>,
): (A & { personId: string })[] {
  return authors.flatMap((author) => {
    const { personId } = author;
    if (personId === null) return [];
    const standing = shareStanding(author, asked.get(personId));
    return standing.kind === 'not_asked' ? [{ ...author, personId }] : [];
  });
}
