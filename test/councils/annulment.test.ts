import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { proposeVoteAnnulment } from '../../src/councils/annulment/propose-annulment.ts';
import { settleVoteAnnulment } from '../../src/councils/annulment/settle-annulment.ts';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { openBallot } from '../../src/councils/ballots/open-ballot.ts';
import { connect, type Database } from '../../src/database/client.ts';
import { recordDecision } from '../../src/initiatives/workflow/record-decision.ts';
import { timelinesOf } from '../../src/initiatives/workflow/step-queries.ts';
import { type Deps, today } from '../../src/kernel/deps.ts';
import { type Actor, actorOf } from '../../src/people/actor.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { type Crowd, seedCrowd } from '../support/crowd.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';

const REASON = 'Hai thành viên không được mời họp';
const HOUR_MS = 60 * 60_000;
const CONFIRM = { kind: 'confirmed' } as const;

let sample: SampleDatabase;
/** A second process of the product. */
let neighbour: Database;
let other: Deps;
let crowd: Crowd;
let chair: Actor;
let secretary: Actor;
let head: Actor;
let author: Actor;

beforeAll(async () => {
  sample = await openSampleDatabase();
  crowd = await seedCrowd(sample.deps, 9, slackIdFor);
  neighbour = connect({ ...sample.database.connection, max: 4 }, null);
  other = { ...sample.deps, db: neighbour.db };
  chair = crowd.members[0]!;
  secretary = (await actorOf(sample.deps, personId('ha.nguyen')))!;
  head = (await actorOf(sample.deps, personId('hung.le')))!;
  author = (await actorOf(sample.deps, personId('lan.tran')))!;
});
afterAll(async () => {
  await neighbour.close();
  await sample.close();
});

interface Voted {
  ballotId: string;
  initiativeId: string;
  agendaItemId: string;
}

/** A ballot on which all nine have voted alike. */
async function voted(
  method: 'open' | 'secret' = 'secret',
  choice: 'agree' | 'disagree' = 'agree',
): Promise<Voted> {
  const { ballotId } = await crowd.openBallot(method);
  for (const actor of crowd.members) await castVote(sample.deps, { actor, ballotId, choice });
  await closeBallotIfDue(sample.deps, ballotId);
  const { agendaItem } = await sample.deps.db.ballot.findUniqueOrThrow({
    where: { id: ballotId },
    select: { agendaItem: { select: { id: true, initiativeId: true } } },
  });
  return { ballotId, initiativeId: agendaItem.initiativeId!, agendaItemId: agendaItem.id };
}

const propose = (actor: Actor, ballotId: string, reason = REASON, deps = sample.deps) =>
  proposeVoteAnnulment(deps, { actor, target: { ballotId }, reason });

async function proposed(actor: Actor, ballotId: string): Promise<string> {
  await propose(actor, ballotId);
  const { id } = await sample.deps.db.ballotAnnulment.findFirstOrThrow({
    where: { ballotId, state: 'proposed' },
  });
  return id;
}

const stateOf = async (initiativeId: string) =>
  (await sample.deps.db.initiative.findUniqueOrThrow({ where: { id: initiativeId } })).state;

function decide(actor: Actor, { ballotId, initiativeId }: Voted) {
  return recordDecision(sample.deps, {
    ...{ actor, ballotId, initiativeId, kind: 'recognised', number: '9/QĐ' },
    ...{ decidedOn: today(sample.deps), signatory: 'Giám đốc' },
  });
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

test('by two persons: the item awaits another ballot, the outcome stays as it was, the box is untouched', async () => {
  const { db } = sample.deps;
  const { ballotId, initiativeId, agendaItemId } = await voted();
  const box = () =>
    Promise.all([
      db.countedPaper.findMany({ where: { ballotId }, orderBy: { id: 'asc' } }),
      db.ballotReceipt.findMany({ where: { ballotId }, orderBy: { receiptHash: 'asc' } }),
      db.turnout.findMany({ where: { ballotId }, orderBy: { personId: 'asc' } }),
    ]);
  const before = await db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  const boxBefore = await box();
  expect(boxBefore[0]).toHaveLength(9);

  const annulmentId = await proposed(secretary, ballotId);
  expect(await stateOf(initiativeId)).toBe('passed');
  const settled = await settleVoteAnnulment(sample.deps, {
    actor: chair,
    annulmentId,
    verdict: CONFIRM,
  });

  expect(settled).toMatchObject({ done: true, annulment: { state: 'confirmed', reason: REASON } });
  expect(await stateOf(initiativeId)).toBe('accepted');
  const after = await db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  expect(after).toEqual({ ...before, annulmentId });
  expect(await box()).toEqual(boxBefore);
  const events = await db.auditEvent.findMany({
    where: { subjectId: ballotId, kind: { startsWith: 'council.annulment' } },
  });
  expect(events).toMatchObject([{ kind: 'council.annulment_proposed', reason: REASON }]);
  expect(
    await db.auditEvent.findFirst({
      where: { subjectId: ballotId, kind: 'council.ballot_annulled' },
    }),
  ).toMatchObject({ actorId: chair.personId, reason: REASON, before: { result: 'passed' } });
  const told = await db.outgoingMessage.findMany({
    where: { subjectId: ballotId, purpose: 'councils.annulled_to_author' },
  });
  expect(told.map(({ personId: to }) => to)).toEqual([author.personId]);
  const timeline = (await timelinesOf(db, [initiativeId])).get(initiativeId)!;
  expect(timeline.map(({ kind }) => kind).slice(-2)).toEqual(['voted', 'vote_annulled']);

  // Another ballot on the item decides anew; the one that was annulled is told apart from it.
  const again = await openBallot(sample.deps, {
    ...{ actor: secretary, agendaItemId, method: 'open' },
    closesAt: new Date(sample.clock.now().getTime() + HOUR_MS),
  });
  for (const actor of crowd.members)
    await castVote(sample.deps, { actor, ballotId: again.ballotId, choice: 'agree' });
  await closeBallotIfDue(sample.deps, again.ballotId);
  expect(await stateOf(initiativeId)).toBe('passed');
  const stale = { ballotId, initiativeId, agendaItemId };
  expect(await codeOf(decide(secretary, stale))).toBe('vote_not_fitting');
  expect(await codeOf(decide(secretary, { ...stale, ...again }))).toBe('done');
});

describe('who may', () => {
  let ballotId: string;
  beforeAll(async () => {
    ({ ballotId } = await voted('open', 'disagree'));
  });
  beforeEach(async () => {
    await sample.deps.db.ballotAnnulment.deleteMany({ where: { ballotId } });
  });

  test('propose: who runs the council; not a member, not the head, not an author', async () => {
    expect(await codeOf(propose(crowd.members[1]!, ballotId))).toBe('may_not_annul');
    expect(await codeOf(propose(head, ballotId))).toBe('may_not_annul');
    expect(await codeOf(propose(author, ballotId))).toBe('concerned');
    expect(await codeOf(propose(chair, ballotId, ' \n'))).toBe('reason_missing');
    expect(await codeOf(propose(chair, ballotId))).toBe('done');
  });

  test('confirm: neither who proposed it, nor a member, nor an author', async () => {
    const annulmentId = await proposed(secretary, ballotId);
    const confirm = (actor: Actor) =>
      codeOf(settleVoteAnnulment(sample.deps, { actor, annulmentId, verdict: CONFIRM }));
    expect(await confirm(secretary)).toBe('proposed_it');
    expect(await confirm(crowd.members[1]!)).toBe('not_second_person');
    expect(await confirm(author)).toBe('concerned');
    expect(await stateOf((await itemOf(ballotId))!)).toBe('not_passed');
  });

  test('an author who has come to run the council may neither propose nor confirm', async () => {
    const { db } = sample.deps;
    const seat = await db.councilMember.create({
      data: {
        ...{ councilId: crowd.councilId, personId: author.personId, office: 'secretary' },
        fromDate: new Date('2026-01-01'),
      },
    });
    expect(await codeOf(propose(author, ballotId))).toBe('concerned');
    const annulmentId = await proposed(secretary, ballotId);
    const verdict = CONFIRM;
    expect(
      await codeOf(settleVoteAnnulment(sample.deps, { actor: author, annulmentId, verdict })),
    ).toBe('concerned');
    const asked = await db.outgoingMessage.findMany({ where: { subjectId: annulmentId } });
    expect(asked.map(({ personId: to }) => to)).not.toContain(author.personId);
    expect(asked.map(({ personId: to }) => to)).toEqual(
      expect.arrayContaining([chair.personId, head.personId]),
    );
    await db.councilMember.delete({ where: { id: seat.id } });
  });

  test('decline: with a reason, and then it may be proposed again', async () => {
    const annulmentId = await proposed(secretary, ballotId);
    const decline = (reason: string) =>
      settleVoteAnnulment(sample.deps, {
        ...{ actor: head, annulmentId },
        verdict: { kind: 'declined', reason },
      });
    expect(await codeOf(decline(' '))).toBe('reason_missing');
    expect(await decline('Đã mời đủ')).toMatchObject({
      done: true,
      annulment: { state: 'declined', declineReason: 'Đã mời đủ' },
    });
    expect(
      await sample.deps.db.ballot.findUniqueOrThrow({ where: { id: ballotId } }),
    ).toMatchObject({ annulmentId: null });
    // Who comes after it was declined changes nothing.
    const late = { actor: chair, annulmentId, verdict: CONFIRM };
    expect(await settleVoteAnnulment(sample.deps, late)).toMatchObject({
      done: false,
      annulment: { state: 'declined' },
    });
    expect((await propose(chair, ballotId)).happened).toBe(true);
  });
});

async function itemOf(ballotId: string): Promise<string | null> {
  const { agendaItem } = await sample.deps.db.ballot.findUniqueOrThrow({
    where: { id: ballotId },
    select: { agendaItem: { select: { initiativeId: true } } },
  });
  return agendaItem.initiativeId;
}

test('not while it is open, not without a quorum, not twice, not after the decision', async () => {
  const { ballotId: open } = await crowd.openBallot('open');
  expect(await codeOf(propose(secretary, open))).toBe('ballot_open');
  await sample.clock.advance(2 * HOUR_MS);
  await closeBallotIfDue(sample.deps, open);
  expect(await codeOf(propose(secretary, open))).toBe('nothing_to_annul');

  const { ballotId } = await voted();
  const annulmentId = await proposed(secretary, ballotId);
  await settleVoteAnnulment(sample.deps, { actor: head, annulmentId, verdict: CONFIRM });
  expect(await codeOf(propose(chair, ballotId))).toBe('annulled_before');

  const decided = await voted();
  const waiting = await proposed(chair, decided.ballotId);
  await decide(secretary, decided);
  expect(
    await codeOf(
      settleVoteAnnulment(sample.deps, { actor: head, annulmentId: waiting, verdict: CONFIRM }),
    ),
  ).toBe('decision_recorded');
  expect(await stateOf(decided.initiativeId)).toBe('recognised');
  expect(await codeOf(propose(secretary, decided.ballotId))).toBe('decision_recorded');
});

describe('at once, in two processes', () => {
  test('two proposals make one', async () => {
    const { ballotId } = await voted();
    const both = await Promise.all([
      propose(secretary, ballotId),
      propose(chair, ballotId, REASON, other),
    ]);
    expect(both.filter(({ happened }) => happened)).toHaveLength(1);
    expect(await sample.deps.db.ballotAnnulment.count({ where: { ballotId } })).toBe(1);
  });

  test.each(['confirmed', 'declined'] as const)(
    'two second persons, one of whom has %s it: one settles it, the other reads how',
    async (kind) => {
      const { ballotId, initiativeId } = await voted();
      const annulmentId = await proposed(secretary, ballotId);
      const verdict = kind === 'confirmed' ? CONFIRM : { kind, reason: 'Không đủ căn cứ' };
      const both = await Promise.all([
        settleVoteAnnulment(sample.deps, { actor: chair, annulmentId, verdict: CONFIRM }),
        settleVoteAnnulment(other, { actor: head, annulmentId, verdict }),
      ]);
      expect(both.filter(({ done }) => done)).toHaveLength(1);
      expect(new Set(both.map(({ annulment }) => annulment.settledById)).size).toBe(1);
      const { state } = both[0].annulment;
      expect(await stateOf(initiativeId)).toBe(state === 'confirmed' ? 'accepted' : 'passed');
      const audited = { subjectId: ballotId, kind: 'council.ballot_annulled' };
      expect(await sample.deps.db.auditEvent.count({ where: audited })).toBe(
        state === 'confirmed' ? 1 : 0,
      );
    },
  );

  test('the annulment and the decision: one of them holds', async () => {
    for (let round = 0; round < 4; round += 1) {
      const vote = await voted();
      const annulmentId = await proposed(chair, vote.ballotId);
      const settle = settleVoteAnnulment(other, { actor: head, annulmentId, verdict: CONFIRM });
      const codes = await Promise.all([codeOf(settle), codeOf(decide(secretary, vote))]);
      const annulled = codes[0] === 'done';
      expect(codes).toEqual(
        annulled ? ['done', 'vote_not_fitting'] : ['decision_recorded', 'done'],
      );
      expect(await stateOf(vote.initiativeId)).toBe(annulled ? 'accepted' : 'recognised');
      const ballot = await sample.deps.db.ballot.findUniqueOrThrow({
        where: { id: vote.ballotId },
      });
      expect(ballot.annulmentId).toBe(annulled ? annulmentId : null);
      const { state } = await sample.deps.db.ballotAnnulment.findUniqueOrThrow({
        where: { id: annulmentId },
      });
      expect(state).toBe(annulled ? 'confirmed' : 'proposed');
    }
  });
});
