import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { checks } from '../../src/checks.ts';
import { proposeVoteAnnulment } from '../../src/councils/annulment/propose-annulment.ts';
import { settleVoteAnnulment } from '../../src/councils/annulment/settle-annulment.ts';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { endVote } from '../../src/councils/ballots/end-vote.ts';
import { attachPaper } from '../../src/councils/papers/attach-paper.ts';
import { isDifferent, recount } from '../../src/councils/proofs/recount.ts';
import { holdResults } from '../../src/councils/release/hold-results.ts';
import { releaseHeld } from '../../src/councils/release/release-held.ts';
import { releaseResults } from '../../src/councils/release/release-results.ts';
import { answerInvitation, callRoll } from '../../src/councils/sittings/attendance.ts';
import { partMark } from '../../src/councils/sittings/changes/agenda-parts.ts';
import { callOffSitting } from '../../src/councils/sittings/changes/call-off-sitting.ts';
import { changeSitting } from '../../src/councils/sittings/changes/change-sitting.ts';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import { declareItemConflicts } from '../../src/councils/sittings/declare-item-conflicts.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { findBreaches } from '../../src/kernel/check.ts';
import { type Deps, today } from '../../src/kernel/deps.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/people/actor.ts';
import { INITIATIVE_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { councilId } from '../../src/sandbox/sample/seed-councils.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { somebodyWaits } from '../support/somebody-waits.ts';
import { serverUrl } from '../support/template.ts';
import { actor, COUNCIL, codeOf, MEMBERS, opens, sitting } from './sitting-stage.ts';

// Use cases in each other's way, on a server: the embedded Postgres serves one after the other.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let sample: SampleDatabase;
let deps: Deps;
let secretary: Actor;
let chair: Actor;

beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
  secretary = await actor(sample, 'ha.nguyen');
  chair = await actor(sample, 'hung.le');
});
afterAll(() => sample.close());

describe.skipIf(!serverUrl)('one behind the other', () => {
  test('a member who comes after all, behind the roll-call that has their substitute in the seat', async () => {
    const { id: memberId } = await deps.db.councilMember.findFirstOrThrow({
      where: { councilId: COUNCIL, personId: personId('tuyet.ho') },
    });
    await deps.db.councilSubstitute.create({
      data: {
        ...{ memberId, personId: personId('nga.bui'), decisionNumber: '9/QĐ' },
        ...{ decidedOn: dateColumn(today(deps)), fromDate: dateColumn(today(deps)) },
        recordedById: secretary.personId,
      },
    });
    const { sittingId } = await sitting(sample);
    const tuyet = await actor(sample, 'tuyet.ho');
    const answers = (answer: 'regrets' | 'coming') =>
      answerInvitation(deps, { actor: tuyet, sittingId, answer, reason: 'Bận' });
    await answers('regrets');
    // A roll-call that is under way: it holds the sitting, then the marks.
    const answered = await inTransaction(deps.db, async (tx) => {
      await tx.$queryRaw`select id from sitting where id = ${sittingId}::uuid for update`;
      await tx.$queryRaw`
        select person_id from sitting_attendance where sitting_id = ${sittingId}::uuid for update`;
      const answer = codeOf(answers('coming'));
      await somebodyWaits(sample.database.pool);
      await tx.$executeRaw`
        update sitting_attendance set called_by_id = ${secretary.personId}::uuid, called_at = app_now(),
          attendance = case when stands_in_for_id is null then 'absent' else 'present' end::attendance
        where sitting_id = ${sittingId}::uuid`;
      return [answer];
    });
    expect(await answered[0]).toBe('roll_called');
    expect(
      await deps.db.sittingAttendance.findFirstOrThrow({
        where: { sittingId, personId: personId('nga.bui') },
      }),
    ).toMatchObject({ attendance: 'present', seatReturnedAt: null });
  });

  test.each(['open', 'secret'] as const)(
    'a vote, behind who ends it: too late, and the outcome has as many as the log says: %s',
    async (method) => {
      const { pool } = sample.database;
      const { otherId } = await sitting(sample);
      const { ballotId } = await opens(deps, secretary, otherId, method);
      const [last = secretary, ...others] = await Promise.all(
        MEMBERS.map((one) => actor(sample, one)),
      );
      const cast = (one: Actor) => castVote(deps, { actor: one, ballotId, choice: 'agree' });
      for (const one of others) await cast(one);
      // What ending reads after it has taken the ballot for itself, and voting does not.
      const reader = await pool.connect();
      onTestFinished(() => reader.release(true));
      await reader.query('begin; lock table sitting in access exclusive mode');
      const ending = endVote(deps, { actor: secretary, target: { ballotId } });
      await somebodyWaits(pool);
      const behind = cast(last);
      await somebodyWaits(pool, 2);
      await reader.query('rollback');
      await ending;
      expect(await behind).toEqual({ cast: false, because: 'closed' });
      await closeBallotIfDue(deps, ballotId);
      const { after } = await deps.db.auditEvent.findFirstOrThrow({
        where: { subjectId: ballotId, kind: 'council.ballot_ended_early' },
      });
      expect(after).toMatchObject({ voted: others.length, waiting: 1 });
      expect(await deps.db.turnout.count({ where: { ballotId } })).toBe(others.length);
    },
  );

  test('an annulment, behind the release of what it annuls: authors who were told are told', async () => {
    const council = councilId(INITIATIVE_COUNCIL);
    const { id: initiativeId } = await deps.db.initiative.create({
      data: {
        ...{ number: 'SK-2026-8101', title: 'Sáng kiến giữ', state: 'accepted' },
        ...{ kind: 'managerial', field: 'Quản lý thu', priorState: 'Cũ', essence: 'Mới' },
        ...{ benefits: 'Nhanh', filedLate: false, unitId: unitId('SH-THU') },
        ...{ acceptedAt: deps.clock.now(), filedAt: deps.clock.now() },
        firstAppliedOn: dateColumn('2026-10-01'),
        filedById: personId('lan.tran'),
        authors: { create: { ordinal: 1, personId: personId('lan.tran'), share: 100 } },
      },
    });
    const sittingId = await conveneSitting(deps, {
      ...{ actor: secretary, councilId: council, startsAt: deps.clock.now(), place: 'Phòng họp' },
      ...{ initiativeIds: [initiativeId], holdsResults: true, channelId: undefined },
      submissionKey: randomUUID(),
    });
    const { id: itemId } = await deps.db.agendaItem.findFirstOrThrow({ where: { sittingId } });
    const { ballotId } = await opens(deps, secretary, itemId);
    for (const { login } of INITIATIVE_COUNCIL.members)
      await castVote(deps, { actor: await actor(sample, login), ballotId, choice: 'agree' });
    await closeBallotIfDue(deps, ballotId);
    await proposeVoteAnnulment(deps, {
      ...{ actor: secretary, target: { ballotId }, reason: 'Sai thủ tục' },
    });
    const { id: annulmentId } = await deps.db.ballotAnnulment.findFirstOrThrow({
      where: { ballotId },
    });
    const { login } = INITIATIVE_COUNCIL.members.find(({ office }) => office === 'chair')!;
    const second = await actor(sample, login);
    const settled = await inTransaction(deps.db, async (tx) => {
      await tx.$queryRaw`select id from ballot where id = ${ballotId}::uuid for no key update`;
      const confirmed = codeOf(
        settleVoteAnnulment(deps, {
          ...{ actor: second, annulmentId, verdict: { kind: 'confirmed' } },
        }),
      );
      await somebodyWaits(sample.database.pool);
      const all = { sittingId, group: null, paperId: null };
      await releaseHeld(tx, { ...all, actorId: secretary.personId });
      return [confirmed];
    });
    expect(await settled[0]).toBe('done');
    const told = await deps.db.outgoingMessage.findMany({
      where: { subjectId: ballotId, personId: personId('lan.tran') },
      orderBy: { seq: 'asc' },
      select: { purpose: true },
    });
    expect(told.map(({ purpose }) => purpose)).toEqual([
      'councils.outcome_to_author',
      'councils.annulled_to_author',
    ]);
  });
});

describe('all that can be done to a sitting, at once', () => {
  /** A foreseen refusal is a word; anything else, as a deadlock, is a sentence. */
  const FORESEEN = /^[a-z_]+$/;

  test('ends in work done or a refusal that was foreseen, and no invariant is hurt', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { sittingId, otherId, itemIds } = await sitting(sample, [
        { login: 'lan.tran' },
        { login: 'dung.tran' },
      ]);
      await holdResults(deps, { actor: secretary, sittingId, holds: round % 2 === 0 });
      const voted = round % 3 > 0;
      const { ballotId } = voted
        ? await opens(deps, secretary, otherId, round % 2 === 0 ? 'open' : 'secret')
        : { ballotId: randomUUID() };
      const voters = await Promise.all(MEMBERS.map((login) => actor(sample, login)));
      if (voted)
        await Promise.all(
          voters.map((voter) => castVote(deps, { actor: voter, ballotId, choice: 'agree' })),
        );
      const by = { actor: secretary, sittingId };
      const { startsAt } = await deps.db.sitting.findUniqueOrThrow({ where: { id: sittingId } });
      const keys = await agendaKeys(sittingId);
      const ref = { kind: 'sitting' as const, itemKey: null, year: null };
      const present = voters.map((one) => one.personId);
      const done = await Promise.all(
        [
          closeBallotIfDue(deps, ballotId),
          endVote(deps, { actor: chair, target: { ballotId } }),
          opens(deps, secretary, itemIds[0]!),
          opens(deps, chair, itemIds[0]!, 'secret'),
          opens(deps, chair, itemIds[1]!),
          callRoll(deps, { ...by, present, written: [] }),
          callRoll(deps, { actor: chair, sittingId, present: present.slice(1), written: [] }),
          releaseResults(deps, by),
          callOffSitting(deps, { ...by, reason: 'Bão' }),
          changeSitting(deps, {
            ...by,
            change: {
              ...{ startsAt, place: 'Nơi khác', documents: 'Tài liệu', order: keys.slice(0, 1) },
              shown: keys.map(partMark),
              add: { initiativeIds: [], nominations: [], others: ['Thêm'] },
            },
          }),
          declareItemConflicts(deps, { actor: voters[2]!, sittingId, itemIds }),
          answerInvitation(deps, { actor: voters[3]!, sittingId, answer: 'coming', reason: null }),
          attachPaper(deps, {
            ...{ ...by, ref, number: `${round}/BB`, signedOn: today(deps), signatory: 'Hùng' },
            files: [{ id: `F${round}`, name: 'bb.pdf', size: 9 }],
          }),
          proposeVoteAnnulment(deps, { actor: chair, target: { ballotId }, reason: 'Sai' }),
        ].map(codeOf),
      );
      for (const one of done) expect(one).toMatch(FORESEEN);
      const { calledOffAt } = await deps.db.sitting.findUniqueOrThrow({ where: { id: sittingId } });
      const ballots = await deps.db.ballot.count({ where: { agendaItem: { sittingId } } });
      expect(calledOffAt !== null && ballots > 0).toBe(false);
    }
    expect(await findBreaches(deps.db, checks)).toEqual([]);
    const recounts = await recount(deps.db, null);
    expect(recounts.flatMap(({ lines }) => lines.filter(isDifferent))).toEqual([]);
  });

  const agendaKeys = async (sittingId: string) =>
    (await deps.db.agendaItem.findMany({ where: { sittingId }, orderBy: { ordinal: 'asc' } })).map(
      (row) => (row.kind === 'nomination' ? `title:${row.itemKey}:${row.year}` : `item:${row.id}`),
    );
});
