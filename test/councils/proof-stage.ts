import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { CHOICES } from '../../src/councils/rules.ts';
import type { Actor } from '../../src/people/actor.ts';
import { seedCrowd } from '../support/crowd.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';

const MEMBERS = 7;
const HOUR_MS = 60 * 60_000;

/** The sample agency with ballots of all kinds, all of them as the product has written them. */
export interface ProofStage {
  sample: SampleDatabase;
  members: readonly Actor[];
  /** Closed: open and secret ones with a result, and a secret one without a quorum. */
  openClosed: string;
  secretClosed: string;
  withheld: string;
  /** Still open, with two votes each. */
  openOpen: string;
  secretOpen: string;
}

export async function openProofStage(): Promise<ProofStage> {
  const sample = await openSampleDatabase();
  const { deps, clock } = sample;
  const { members, openBallot } = await seedCrowd(deps, MEMBERS, slackIdFor);
  const held = async (method: 'open' | 'secret', votes: number, hours: number) => {
    const closesAt = new Date(clock.now().getTime() + hours * HOUR_MS);
    const { ballotId } = await openBallot(method, closesAt);
    for (const [index, actor] of members.slice(0, votes).entries()) {
      const choice = CHOICES[Math.max(0, index - 4)] ?? 'agree';
      await castVote(deps, { actor, ballotId, choice });
    }
    return ballotId;
  };
  const openClosed = await held('open', MEMBERS - 1, 1);
  const secretClosed = await held('secret', MEMBERS - 1, 1);
  const withheld = await held('secret', 2, 1);
  const openOpen = await held('open', 2, 48);
  const secretOpen = await held('secret', 2, 48);
  await clock.advance(HOUR_MS);
  for (const id of [openClosed, secretClosed, withheld]) await closeBallotIfDue(deps, id);
  return { sample, members, openClosed, secretClosed, withheld, openOpen, secretOpen };
}

class RolledBack extends Error {}

/** What `look` finds after the database was tampered with, which is then put back. */
export async function afterTampering<T>(
  { sample }: ProofStage,
  tampering: string,
  look: (tx: Parameters<Parameters<typeof sample.deps.db.$transaction>[0]>[0]) => Promise<T>,
): Promise<T> {
  let found: { is: T } | undefined;
  await sample.deps.db
    .$transaction(async (tx) => {
      // As somebody who owns the database: no trigger and no foreign key stands in the way.
      await tx.$executeRawUnsafe('set local session_replication_role = replica');
      await tx.$executeRawUnsafe(tampering);
      found = { is: await look(tx) };
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  if (!found) throw new Error('nothing was looked at');
  return found.is;
}
