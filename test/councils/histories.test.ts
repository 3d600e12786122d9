import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../../src/checks.ts';
import { type CastResult, castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { CHOICES, type Choice } from '../../src/councils/rules.ts';
import { StoredOutcome } from '../../src/councils/stored.ts';
import { tally } from '../../src/councils/tally.ts';
import { findBreaches } from '../../src/kernel/check.ts';
import type { Actor } from '../../src/people/actor.ts';
import { type Crowd, seedCrowd } from '../support/crowd.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';

// Whatever happens to a ballot, in whatever order, the database and a plain model of it agree.

const MEMBERS = 4;
const HOUR_MS = 60 * 60_000;
const RUNS = 25;

let sample: SampleDatabase;
let crowd: Crowd;
beforeAll(async () => {
  sample = await openSampleDatabase();
  crowd = await seedCrowd(sample.deps, MEMBERS, slackIdFor);
});
afterAll(() => sample.close());

/** Member number MEMBERS is somebody who is on no roll. */
interface Vote {
  member: number;
  choice: Choice;
}

type Step =
  | ({ act: 'vote' } & Vote)
  /** Votes that reach the app at once, in this order; a member may be among them twice. */
  | { act: 'together'; votes: Vote[] }
  | { act: 'deadline' }
  | { act: 'close' };

const anyVote = { member: fc.nat({ max: MEMBERS }), choice: fc.constantFrom(...CHOICES) };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ act: fc.constant('vote' as const), ...anyVote }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('together' as const),
      votes: fc.array(fc.record(anyVote), { minLength: 2, maxLength: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'deadline' as const }) },
  { weight: 2, arbitrary: fc.constant({ act: 'close' as const }) },
);

/** A ballot as anybody would keep it on paper. */
class Model {
  readonly votes = new Map<number, Choice>();
  past = false;
  closed = false;

  vote(member: number, choice: Choice): 'cast' | (CastResult & { cast: false })['because'] {
    if (member === MEMBERS) return 'not_member';
    if (this.votes.has(member)) return 'voted_before';
    if (this.past || this.closed) return 'closed';
    this.votes.set(member, choice);
    return 'cast';
  }

  /** @returns whether this closing closed it */
  close(): boolean {
    const due = !this.closed && (this.past || this.votes.size === MEMBERS);
    this.closed ||= due;
    return due;
  }

  counts() {
    const count = (wanted: Choice) =>
      [...this.votes.values()].filter((choice) => choice === wanted).length;
    return {
      agree: count('agree'),
      disagree: count('disagree'),
      other: count('other'),
      invalid: 0,
    };
  }
}

async function perform(ballotId: string, model: Model, step: Step): Promise<void> {
  const { deps, clock } = sample;
  if (step.act === 'close') {
    expect(await closeBallotIfDue(deps, ballotId)).toBe(model.close());
  } else if (step.act === 'deadline') {
    if (!model.past) await clock.advance(HOUR_MS);
    model.past = true;
  } else {
    const stranger = { ...crowd.members[0]!, personId: crowd.councilId };
    const votes = step.act === 'vote' ? [step] : step.votes;
    const results = await Promise.all(
      votes.map(({ member, choice }) => {
        const actor: Actor = crowd.members[member] ?? stranger;
        return castVote(deps, { actor, ballotId, choice });
      }),
    );
    const expected = votes.map(({ member, choice }) => model.vote(member, choice));
    expect(results.map((result) => (result.cast ? 'cast' : result.because))).toEqual(expected);
  }
}

async function expectSame(ballotId: string, model: Model): Promise<void> {
  const { db } = sample.deps;
  const where = { ballotId };
  const ballot = await db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  const outcome = StoredOutcome.parse(ballot.outcome);
  const counts = model.counts();
  const { rule } = outcome;
  expect(outcome).toEqual(tally({ total: MEMBERS, entitled: MEMBERS, counts, rule }));
  expect(await db.turnout.count({ where })).toBe(model.votes.size);
  const kept =
    ballot.method === 'open'
      ? await db.openVote.findMany({ where, select: { choice: true } })
      : await db.countedPaper.findMany({ where, select: { choice: true } });
  const choices = (list: Iterable<Choice>) => [...list].toSorted();
  expect(choices(kept.map(({ choice }) => choice))).toEqual(choices(model.votes.values()));
}

test('casting, repeating, coming late, closing and closing again leave what the model says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('open' as const, 'secret' as const),
      fc.array(anyStep, { minLength: 4, maxLength: 16 }),
      async (method, steps) => {
        const closesAt = new Date(sample.clock.now().getTime() + HOUR_MS);
        const { ballotId } = await crowd.openBallot(method, closesAt);
        const model = new Model();
        for (const step of steps) await perform(ballotId, model, step);
        const ending: Step[] = [{ act: 'deadline' }, { act: 'close' }, { act: 'close' }];
        for (const step of ending) await perform(ballotId, model, step);
        await expectSame(ballotId, model);
      },
    ),
    { numRuns: RUNS },
  );
  expect(await findBreaches(sample.deps.db, checks)).toEqual([]);
});

test('a roll is frozen: who leaves the council while a ballot is open still counts and may vote', async () => {
  const { deps } = sample;
  const { ballotId } = await crowd.openBallot('open');
  const [leaving, ...others] = crowd.members;
  await deps.db.councilMember.updateMany({
    where: { councilId: crowd.councilId, personId: leaving!.personId },
    data: { toDate: new Date('2026-11-01') },
  });
  for (const actor of others) await castVote(deps, { actor, ballotId, choice: 'agree' });
  expect(await closeBallotIfDue(deps, ballotId)).toBe(false);

  const result = await castVote(deps, { actor: leaving!, ballotId, choice: 'disagree' });
  expect(result.cast).toBe(true);
  expect(await closeBallotIfDue(deps, ballotId)).toBe(true);
  const ballot = await deps.db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  expect(StoredOutcome.parse(ballot.outcome)).toMatchObject({
    base: { size: MEMBERS },
    agree: MEMBERS - 1,
    disagree: 1,
  });
});
