import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../../src/checks.ts';
import { proposeVoteAnnulment } from '../../src/councils/annulment/propose-annulment.ts';
import { settleVoteAnnulment } from '../../src/councils/annulment/settle-annulment.ts';
import { answerVotes } from '../../src/councils/ballots/answer-votes.ts';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue, closeSheetIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { endVote } from '../../src/councils/ballots/end-vote.ts';
import { prepareEnding } from '../../src/councils/ballots/prepare-ending.ts';
import { turnoutCard } from '../../src/councils/messages.ts';
import { castSheet } from '../../src/councils/sheets/cast-sheet.ts';
import { openSheet } from '../../src/councils/sheets/open-sheet.ts';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import { StoredOutcome } from '../../src/councils/stored.ts';
import { connect, type Database } from '../../src/database/client.ts';
import { findBreaches } from '../../src/kernel/check.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { type Actor, actorOf } from '../../src/people/actor.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { councilId } from '../../src/sandbox/sample/seed-councils.ts';
import { type Crowd, seedCrowd } from '../support/crowd.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';

const MEMBERS = 30;
/** Two thirds of thirty. */
const QUORUM = 20;
const HOUR_MS = 60 * 60_000;

let sample: SampleDatabase;
let neighbour: Database;
let other: Deps;
let crowd: Crowd;
let chair: Actor;
let secretary: Actor;

beforeAll(async () => {
  sample = await openSampleDatabase();
  crowd = await seedCrowd(sample.deps, MEMBERS, slackIdFor);
  neighbour = connect({ ...sample.database.connection, max: 4 }, null);
  other = { ...sample.deps, db: neighbour.db };
  chair = crowd.members[0]!;
  secretary = await actor('ha.nguyen');
});
afterAll(async () => {
  await neighbour.close();
  await sample.close();
});

async function actor(login: Login): Promise<Actor> {
  return (await actorOf(sample.deps, personId(login)))!;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

async function vote(ballotId: string, from: number, to: number): Promise<void> {
  for (const one of crowd.members.slice(from, to))
    await castVote(sample.deps, { actor: one, ballotId, choice: 'agree' });
}

test('only once the quorum has voted, only by who runs the council; the outcome is that of a deadline', async () => {
  const { db } = sample.deps;
  const { ballotId } = await crowd.openBallot('secret');
  const target = { ballotId };
  await vote(ballotId, 0, QUORUM - 1);
  expect(await codeOf(endVote(sample.deps, { actor: secretary, target }))).toBe('no_quorum_yet');
  await vote(ballotId, QUORUM - 1, QUORUM + 1);
  expect(await codeOf(endVote(sample.deps, { actor: crowd.members[3]!, target }))).toBe(
    'may_not_end',
  );
  expect(await codeOf(endVote(sample.deps, { actor: await actor('lan.tran'), target }))).toBe(
    'concerned',
  );
  expect(await prepareEnding(sample.deps, db, { actor: chair, target })).toMatchObject({
    voted: QUORUM + 1,
    waiting: MEMBERS - QUORUM - 1,
  });
  const opened = await db.ballot.findUniqueOrThrow({ where: { id: ballotId } });

  await endVote(sample.deps, { actor: chair, target });
  // Whatever becomes of the process now: nobody votes any more, and it is closed as one whose deadline came.
  const late = await castVote(sample.deps, {
    ...{ actor: crowd.members[29]!, ballotId, choice: 'disagree' },
  });
  expect(late).toEqual({ cast: false, because: 'closed' });
  expect(await closeBallotIfDue(sample.deps, ballotId)).toBe(true);

  const closed = await db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  expect(closed).toMatchObject({
    ...{ state: 'closed', result: 'passed', wrappedPrivateKey: null },
    endedById: chair.personId,
  });
  expect(StoredOutcome.parse(closed.outcome)).toMatchObject({
    agree: QUORUM + 1,
    notVoted: MEMBERS - QUORUM - 1,
  });
  expect(
    await db.auditEvent.findMany({
      where: { subjectId: ballotId, kind: 'council.ballot_ended_early' },
    }),
  ).toMatchObject([
    {
      actorId: chair.personId,
      before: { closesAt: opened.closesAt.toISOString() },
      after: { voted: QUORUM + 1, waiting: MEMBERS - QUORUM - 1 },
    },
  ]);
  expect(await codeOf(endVote(sample.deps, { actor: secretary, target }))).toBe('closed_before');
});

test('two at once end it once', async () => {
  const { ballotId } = await crowd.openBallot('open');
  const target = { ballotId };
  await vote(ballotId, 0, QUORUM);
  const codes = await Promise.all([
    codeOf(endVote(sample.deps, { actor: chair, target })),
    codeOf(endVote(other, { actor: secretary, target })),
  ]);
  expect(codes.toSorted()).toEqual(['closed_before', 'done']);
  const { endedById } = await sample.deps.db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  // The same form sent twice is answered the same.
  const again = endedById === chair.personId ? chair : secretary;
  expect(await codeOf(endVote(other, { actor: again, target }))).toBe('done');
  const audited = { subjectId: ballotId, kind: 'council.ballot_ended_early' };
  expect(await sample.deps.db.auditEvent.count({ where: audited })).toBe(1);
});

test.each(['open', 'secret'] as const)(
  'while votes come, %s: every vote answered as cast is counted, none other',
  async (method) => {
    const { ballotId } = await crowd.openBallot(method);
    await vote(ballotId, 0, QUORUM);
    const target = { ballotId };
    const casts = crowd.members
      .slice(QUORUM)
      .map((one, index) =>
        castVote(index % 2 ? other : sample.deps, { actor: one, ballotId, choice: 'disagree' }),
      );
    const [answers] = await Promise.all([
      Promise.all(casts),
      endVote(other, { actor: chair, target }).then(() =>
        Promise.all([closeBallotIfDue(sample.deps, ballotId), closeBallotIfDue(other, ballotId)]),
      ),
    ]);
    const cast = answers.filter((answer) => answer.cast).length;
    for (const answer of answers) if (!answer.cast) expect(answer.because).toBe('closed');
    const ballot = await sample.deps.db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
    expect(StoredOutcome.parse(ballot.outcome)).toMatchObject({
      agree: QUORUM,
      disagree: cast,
      notVoted: MEMBERS - QUORUM - cast,
    });
  },
);

/** While `work` is done, each vote that is written takes longer than the ballot's time. */
async function inSlowWriting(work: () => Promise<unknown>): Promise<void> {
  const { pool } = sample.database;
  const { offsetMs } = await sample.deps.db.practiceClock.findUniqueOrThrow({ where: { id: 1 } });
  await pool.query(`
    create function time_passes() returns trigger language plpgsql as $$
    begin
      update practice_clock set offset_ms = offset_ms + ${2 * HOUR_MS};
      return new;
    end $$`);
  await pool.query(
    'create trigger slow before insert on turnout for each row execute function time_passes()',
  );
  try {
    await work();
  } finally {
    await pool.query('drop function time_passes cascade');
    await sample.deps.db.practiceClock.update({ where: { id: 1 }, data: { offsetMs } });
  }
}

test.each(['open', 'secret'] as const)(
  'a vote that came in time stands as in time, however late it is written: %s',
  async (method) => {
    const { ballotId } = await crowd.openBallot(method);
    await inSlowWriting(async () => {
      const cast = (index: number) =>
        castVote(sample.deps, { actor: crowd.members[index]!, ballotId, choice: 'agree' });
      expect(await cast(0)).toMatchObject({ cast: true });
      expect(await cast(1)).toEqual({ cast: false, because: 'closed' });
    });
    expect((await brokenChecks()).has('voted_in_time')).toBe(false);
  },
);

async function brokenChecks(): Promise<Set<string>> {
  const breaches = await findBreaches(sample.deps.db, checks);
  return new Set(breaches.map(({ check }) => check.name));
}

test('the turnout of a long roll is redrawn more seldom, and soon once the vote is over', async () => {
  const { db } = sample.deps;
  const { ballotId } = await crowd.openBallot('open');
  const key = `refresh:${turnoutCard.purpose}:${ballotId}`;
  const answered = async (rollSize: number) => {
    await db.ballot.update({ where: { id: ballotId }, data: { rollSize } });
    await answerVotes(sample.deps, ballotId);
  };
  /** Seconds until it is redrawn. */
  const wait = async () => {
    const [job] = await db.$queryRaw<{ seconds: number }[]>`
      select extract(epoch from run_at - now())::float as seconds from graphile_worker.jobs
      where key = ${key}`;
    return job?.seconds;
  };
  await vote(ballotId, 0, QUORUM);
  await answered(MEMBERS);
  await answered(100_000);
  expect(await wait()).toBeLessThan(10);
  await db.$executeRaw`select graphile_worker.remove_job(${key})`;
  await answered(100_000);
  expect(await wait()).toBeGreaterThan(50);
  await vote(ballotId, QUORUM, MEMBERS);
  await answered(MEMBERS);
  expect(await db.ballot.count({ where: { id: ballotId, state: 'closed' } })).toBe(1);
  expect(await wait()).toBeLessThan(10);
});

test('a sheet ends with all of its ballots, and is annulled with all of them by one proposal', async () => {
  const { db } = sample.deps;
  const year = 2026;
  const council = councilId(EMULATION_COUNCIL);
  const members = await Promise.all(EMULATION_COUNCIL.members.map(({ login }) => actor(login)));
  const nominees = ['dung.tran', 'khanh.phan', 'lan.tran'] as const;
  await db.titleRegistrationItem.deleteMany({ where: { registration: { year } } });
  await db.registrationRevision.deleteMany({ where: { registration: { year } } });
  await db.titleRegistration.deleteMany({ where: { year } });
  for (const login of nominees)
    await db.titleRegistration.create({
      data: {
        ...{ personId: personId(login), year, state: 'confirmed', filedById: personId(login) },
        ...{ settledById: secretary.personId, settledAt: sample.clock.now() },
        items: { create: { title: 'cstdcs', rank: 1 } },
      },
    });
  const nominations = [{ itemKey: 'cstdcs', year }];
  const convene = () =>
    conveneSitting(sample.deps, {
      ...{ actor: secretary, councilId: council, startsAt: sample.clock.now(), place: 'P2' },
      ...{ initiativeIds: [], nominations, channelId: undefined, submissionKey: randomUUID() },
    });
  const open = async (sittingId: string) =>
    openSheet(sample.deps, {
      ...{ actor: secretary, sittingId, itemKey: 'cstdcs', year, method: 'secret' },
      closesAt: new Date(sample.clock.now().getTime() + HOUR_MS),
      submissionKey: randomUUID(),
    });
  const sittingId = await convene();
  const { sheetId } = await open(sittingId);
  const target = { sheetId };
  const ballots = await db.ballot.findMany({ where: target, include: { roll: true } });
  expect(ballots).toHaveLength(nominees.length);
  const castAll = (one: Actor) =>
    castSheet(sample.deps, {
      ...{ actor: one, sheetId },
      choices: ballots.flatMap(({ id, roll }) =>
        roll.some((entry) => entry.personId === one.personId && !entry.excluded)
          ? [{ ballotId: id, choice: 'agree' as const }]
          : [],
      ),
    });
  for (const one of members.slice(0, 4)) await castAll(one);
  expect(await codeOf(endVote(sample.deps, { actor: secretary, target }))).toBe('no_quorum_yet');
  // Of a sheet all votes came at once, so that they are in time or late together.
  await inSlowWriting(() => castAll(members[4]!));
  expect((await brokenChecks()).has('voted_in_time')).toBe(false);
  for (const one of members.slice(5, 8)) await castAll(one);
  await endVote(sample.deps, { actor: secretary, target });
  const { closesAt } = await db.ballotSheet.findUniqueOrThrow({ where: { id: sheetId } });
  expect(closesAt <= sample.clock.now()).toBe(true);
  expect(await codeOf(castAll(members[8]!))).toBe('closed');
  expect(await closeSheetIfDue(other, sheetId)).toBe(true);
  const closed = await db.ballot.findMany({ where: target });
  for (const ballot of closed)
    expect(ballot).toMatchObject({ state: 'closed', endedById: secretary.personId });

  // A ballot of a sheet is not annulled by itself; the sheet is, as a whole.
  const reason = 'Sai danh sách';
  const single = { ballotId: closed[0]!.id };
  expect(
    await codeOf(proposeVoteAnnulment(sample.deps, { actor: secretary, target: single, reason })),
  ).toBe('unknown_ballot');
  await proposeVoteAnnulment(sample.deps, { actor: secretary, target, reason });
  const { id: annulmentId } = await db.ballotAnnulment.findFirstOrThrow({ where: target });
  const verdict = { kind: 'confirmed' } as const;
  // Whom it is about is asked no more than an author is.
  const concerned = await actor('khanh.phan');
  expect(
    await codeOf(settleVoteAnnulment(sample.deps, { actor: concerned, annulmentId, verdict })),
  ).toBe('concerned');
  await settleVoteAnnulment(sample.deps, { actor: await actor('hung.le'), annulmentId, verdict });
  expect(await db.ballot.count({ where: { ...target, annulmentId } })).toBe(nominees.length);

  // All of them await a council again: on this agenda, and for another sitting.
  const again = await open(sittingId);
  expect(await db.ballot.count({ where: again })).toBe(nominees.length);
  expect(await codeOf(convene())).toBe('not_awaiting');
});
