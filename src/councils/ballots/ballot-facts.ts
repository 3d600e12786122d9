import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Tx } from '../../database/client.ts';

/** What never changes of a ballot: how it is voted on, and the key of a secret one. */
export interface BallotFacts {
  /** Null: an open ballot. */
  publicKey: KeyObject | null;
}

const KEPT = 500;
const kept = new Map<string, BallotFacts>();

/**
 * What a vote must know before it is written. Being unchangeable, it is read once by each process; whether
 * the ballot is open, and for whom, is judged by the statement that writes.
 *
 * @returns null when there is no such ballot
 */
export async function ballotFacts(tx: Tx, ballotId: string): Promise<BallotFacts | null> {
  const known = kept.get(ballotId);
  if (known) return known;
  const ballot = await tx.ballot.findUnique({
    where: { id: ballotId },
    select: { publicKey: true },
  });
  if (!ballot) return null;
  const facts = { publicKey: ballot.publicKey === null ? null : createPublicKey(ballot.publicKey) };
  if (kept.size >= KEPT) kept.clear();
  kept.set(ballotId, facts);
  return facts;
}
