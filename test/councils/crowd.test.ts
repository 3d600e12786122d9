import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CastResult, castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { CHOICES, type Choice } from '../../src/councils/rules.ts';
import { StoredOutcome } from '../../src/councils/stored.ts';
import { connect, type Database } from '../../src/database/client.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import type { Actor } from '../../src/people/actor.ts';
import { type Crowd, seedCrowd } from '../support/crowd.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';

const MEMBERS = 50;
const PRESSES = 3;
const HOUR_MS = 60 * 60_000;

let sample: SampleDatabase;
let crowd: Crowd;
/** A second process of the product, with connections of its own to the same database. */
let neighbour: Database;

beforeAll(async () => {
  sample = await openSampleDatabase();
  crowd = await seedCrowd(sample.deps, MEMBERS, slackIdFor);
  neighbour = connect({ ...sample.database.connection, max: 4 }, null);
});
afterAll(async () => {
  await neighbour.close();
  await sample.close();
});

interface Press {
  member: Actor;
  choice: Choice;
}

interface Answered extends Press {
  result: CastResult;
}

/** Every member presses three times, each time something else: who comes first decides what counts. */
function allPresses(): Press[] {
  return Array.from({ length: PRESSES }, (_, press) =>
    crowd.members.map((member, index) => ({
      member,
      choice: CHOICES[(index + press) % CHOICES.length] as Choice,
    })),
  ).flat();
}

async function press(ballotId: string, one: Press, deps: Deps = sample.deps): Promise<Answered> {
  const { member: actor, choice } = one;
  return { ...one, result: await castVote(deps, { actor, ballotId, choice }) };
}

/** Half of the presses reach one process, half the other. */
function pressAllAtOnce(ballotId: string): Promise<Answered[]> {
  const other = { ...sample.deps, db: neighbour.db };
  return Promise.all(
    allPresses().map((one, index) => press(ballotId, one, index % 2 ? other : sample.deps)),
  );
}

function castBy(answers: readonly Answered[], member: Actor): Answered[] {
  return answers.filter((one) => one.member === member && one.result.cast);
}

function refusals(answers: readonly Answered[]): string[] {
  return answers.flatMap(({ result }) => (result.cast ? [] : [result.because]));
}

function rows(ballotId: string) {
  const { db } = sample.deps;
  const where = { ballotId };
  return Promise.all([
    db.turnout.findMany({ where }),
    db.openVote.findMany({ where }),
    db.paper.findMany({ where }),
    db.auditEvent.findMany({ where: { subjectId: ballotId, kind: 'council.vote_cast' } }),
  ]);
}

describe('fifty members press at once, three times each', () => {
  test('an open ballot holds fifty votes, each as it was answered', async () => {
    const { ballotId } = await crowd.openBallot('open');
    const answers = await pressAllAtOnce(ballotId);

    expect(crowd.members.map((member) => castBy(answers, member).length)).toEqual(
      Array(MEMBERS).fill(1),
    );
    expect(refusals(answers)).toEqual(Array(MEMBERS * (PRESSES - 1)).fill('voted_before'));
    const [turnout, votes, papers, audited] = await rows(ballotId);
    expect(turnout).toHaveLength(MEMBERS);
    expect(papers).toHaveLength(0);
    const told = answers.filter(({ result }) => result.cast);
    const asPair = (personId: string | null, choice: string) => `${personId} ${choice}`;
    expect(votes.map((vote) => asPair(vote.personId, vote.choice)).toSorted()).toEqual(
      told.map(({ member, choice }) => asPair(member.personId, choice)).toSorted(),
    );
    expect(audited.map((event) => event.actorId).toSorted()).toEqual(
      crowd.members.map((member) => member.personId).toSorted(),
    );
  });

  test('a secret ballot holds fifty papers, one for each receipt', async () => {
    const { ballotId } = await crowd.openBallot('secret');
    const answers = await pressAllAtOnce(ballotId);

    expect(crowd.members.map((member) => castBy(answers, member).length)).toEqual(
      Array(MEMBERS).fill(1),
    );
    expect(refusals(answers)).toEqual(Array(MEMBERS * (PRESSES - 1)).fill('voted_before'));
    const [turnout, votes, papers] = await rows(ballotId);
    expect(turnout).toHaveLength(MEMBERS);
    expect(votes).toHaveLength(0);
    const receipts = answers.flatMap(({ result }) => (result.cast ? [result.receipt] : []));
    expect(new Set(receipts).size).toBe(MEMBERS);
    expect(papers.map((paper) => paper.receiptHash).toSorted()).toEqual(receipts.toSorted());
  });

  test('people who may not vote change nothing, however many press', async () => {
    const { ballotId } = await crowd.openBallot('open');
    const outsider = { ...(crowd.members[0] as Actor), personId: crowd.councilId };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => press(ballotId, { member: outsider, choice: 'agree' })),
    );
    expect(refusals(answers)).toEqual(Array(20).fill('not_member'));
    const [turnout, votes, , audited] = await rows(ballotId);
    expect([turnout, votes, audited]).toEqual([[], [], []]);
  });
});

/** So many come after what happens midway, however slow that is. */
const LATE = 4;

/** Lets members vote one after the other in `lines` lines at once; `midway` once `enough` have been answered. */
async function voteUntil(
  ballotId: string,
  { lines, enough, midway }: { lines: number; enough: number; midway: () => Promise<unknown> },
): Promise<Answered[]> {
  const waiting = allPresses().slice(0, MEMBERS);
  const answers: Answered[] = [];
  let fired: Promise<unknown> | undefined;
  const line = async (deps: Deps) => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      answers.push(await press(ballotId, one, deps));
      if (answers.length >= enough) fired ??= midway();
      if (waiting.length <= LATE) await fired;
    }
  };
  const other = { ...sample.deps, db: neighbour.db };
  await Promise.all(
    Array.from({ length: lines }, (_, index) => line(index % 2 ? other : sample.deps)),
  );
  await fired;
  return answers;
}

describe('the deadline comes while members vote', () => {
  const cases = (['open', 'secret'] as const).flatMap((method) =>
    [1, 9, 17, 25, 33].map((enough) => ({ method, enough })),
  );

  test.each(cases)(
    '$method ballot, deadline after $enough answers: every vote answered as cast is counted, none other',
    async ({ method, enough }) => {
      const { db } = sample.deps;
      const closesAt = new Date(sample.clock.now().getTime() + HOUR_MS);
      const { ballotId } = await crowd.openBallot(method, closesAt);
      const other = { ...sample.deps, db: neighbour.db };
      const answers = await voteUntil(ballotId, {
        lines: 8,
        enough,
        midway: async () => {
          await sample.clock.advance(HOUR_MS);
          return Promise.all([
            closeBallotIfDue(sample.deps, ballotId),
            closeBallotIfDue(other, ballotId),
          ]);
        },
      });

      const cast = answers.filter(({ result }) => result.cast);
      expect(answers).toHaveLength(MEMBERS);
      expect(cast.length).toBeGreaterThanOrEqual(enough);
      expect(cast.length).toBeLessThan(MEMBERS);
      expect(refusals(answers)).toEqual(Array(MEMBERS - cast.length).fill('closed'));
      const ballot = await db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
      const outcome = StoredOutcome.parse(ballot.outcome);
      const count = (choice: Choice) => cast.filter((one) => one.choice === choice).length;
      expect(outcome).toMatchObject({
        agree: count('agree'),
        disagree: count('disagree'),
        other: count('other'),
        invalid: 0,
        notVoted: MEMBERS - cast.length,
      });
      expect(await db.turnout.count({ where: { ballotId } })).toBe(cast.length);
    },
  );
});

describe('closing', () => {
  test('many closings at once, in two processes, close once and tell each author once', async () => {
    const { db } = sample.deps;
    const closesAt = new Date(sample.clock.now().getTime() + HOUR_MS);
    const { ballotId } = await crowd.openBallot('secret', closesAt);
    for (const member of crowd.members.slice(0, 40)) {
      await castVote(sample.deps, { actor: member, ballotId, choice: 'agree' });
    }
    await sample.clock.advance(HOUR_MS);
    const other = { ...sample.deps, db: neighbour.db };
    const closed = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        closeBallotIfDue(index % 2 ? other : sample.deps, ballotId),
      ),
    );

    expect(closed.filter(Boolean)).toHaveLength(1);
    const after = await db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
    expect(after).toMatchObject({ state: 'closed', result: 'passed', wrappedPrivateKey: null });
    expect(await db.countedPaper.count({ where: { ballotId } })).toBe(40);
    expect(await db.ballotReceipt.count({ where: { ballotId } })).toBe(40);
    const told = await db.outgoingMessage.findMany({
      where: { subjectId: ballotId, purpose: 'councils.outcome_to_author' },
    });
    expect(told).toHaveLength(1);
    const audited = { subjectId: ballotId, kind: 'council.ballot_closed' };
    expect(await db.auditEvent.count({ where: audited })).toBe(1);

    expect(await closeBallotIfDue(sample.deps, ballotId)).toBe(false);
    expect(await db.ballot.findUniqueOrThrow({ where: { id: ballotId } })).toEqual(after);
  });

  test('the last vote makes the ballot due before its deadline, and not the one before the last', async () => {
    const { ballotId } = await crowd.openBallot('open');
    const [last, ...others] = crowd.members;
    await Promise.all(
      others.map((actor) => castVote(sample.deps, { actor, ballotId, choice: 'agree' })),
    );
    expect(await closeBallotIfDue(sample.deps, ballotId)).toBe(false);
    await castVote(sample.deps, { actor: last as Actor, ballotId, choice: 'disagree' });
    expect(await closeBallotIfDue(sample.deps, ballotId)).toBe(true);
  });
});
