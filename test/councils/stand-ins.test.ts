import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checks } from '../../src/checks.ts';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { nameSubstitute } from '../../src/councils/composition/name-substitute.ts';
import { reconstituteCouncil } from '../../src/councils/composition/reconstitute-council.ts';
import { sittingMinutes } from '../../src/councils/papers/minutes.ts';
import { minutesFacts } from '../../src/councils/papers/minutes-queries.ts';
import { declareRelative } from '../../src/councils/relatives/declare-relative.ts';
import {
  answerInvitation,
  attendeesOf,
  callRoll,
  placeOf,
} from '../../src/councils/sittings/attendance.ts';
import { mayReadSitting, sittingPicture } from '../../src/councils/sittings/sitting-queries.ts';
import { sittingsStoodIn } from '../../src/councils/sittings/stand-ins.ts';
import { StoredOutcome } from '../../src/councils/stored.ts';
import { accessTo } from '../../src/initiatives/access.ts';
import { findBreaches } from '../../src/kernel/check.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/people/actor.ts';
import { INITIATIVE_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { councilId } from '../../src/sandbox/sample/seed-councils.ts';
import { docxWords } from '../support/docx.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import {
  actor,
  COUNCIL,
  cardsOf,
  codeOf,
  excludedFrom,
  MEMBERS,
  opens,
  ruled,
  sitting,
} from './sitting-stage.ts';

// Nga stands in for Tuyết, Phương for the chair, Hùng; Đạt for nobody.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const MEMBER = 'tuyet.ho';
const SUBSTITUTE = 'nga.bui';
const CHAIR = 'hung.le';
const CHAIRS_SUBSTITUTE = 'phuong.ngo';
const SECRETARY = 'ha.nguyen';

let sample: SampleDatabase;
let deps: Deps;
/** As if the regulation of the council let substitutes vote. */
let voting: Deps;
let secretary: Actor;

beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
  voting = ruled(deps, { substitutes: true });
  secretary = await actor(sample, SECRETARY);
  await named(COUNCIL, MEMBER, SUBSTITUTE);
  await named(COUNCIL, CHAIR, CHAIRS_SUBSTITUTE);
});
afterAll(() => sample.close());

async function named(council: string, member: Login, substitute: Login | null): Promise<void> {
  const { id: memberId } = await deps.db.councilMember.findFirstOrThrow({
    where: {
      ...{ councilId: council, personId: personId(member) },
      fromDate: { lte: deps.clock.now() },
    },
  });
  const on = today(deps);
  await nameSubstitute(deps, {
    ...{ actor: secretary, councilId: council, substituteId: randomUUID(), memberId },
    personId: substitute && personId(substitute),
    decision: { number: `${randomUUID().slice(0, 8)}/QĐ`, decidedOn: on, from: on },
  });
}

const regrets = async (login: Login, sittingId: string) =>
  answerInvitation(deps, {
    ...{ actor: await actor(sample, login), sittingId, answer: 'regrets', reason: 'Đi công tác' },
  });

const called = (sittingId: string, absent: readonly Login[], standIns: readonly Login[] = []) =>
  callRoll(deps, {
    ...{ actor: secretary, sittingId, written: [] },
    present: MEMBERS.filter((login) => !absent.includes(login)).map((login) => personId(login)),
    standIns: standIns.map((login) => personId(login)),
  });

const rollOf = (ballotId: string) =>
  deps.db.rollEntry.findMany({
    where: { ballotId },
    select: { personId: true, office: true, standsInForId: true, attendance: true },
  });

async function agrees(login: Login, ballotId: string) {
  const result = await castVote(deps, {
    ...{ actor: await actor(sample, login), ballotId, choice: 'agree' },
  });
  return result.cast ? 'cast' : result.because;
}

test('who is named as a substitute is told, and told when it ends', async () => {
  const council = councilId(INITIATIVE_COUNCIL);
  await named(council, 'thuy.vo', 'nga.bui');
  const news = async () =>
    Object.entries(await cardsOf(deps, 'nga.bui')).filter(([key]) =>
      key.startsWith(`councils.substitute ${council}`),
    );
  expect(JSON.stringify(await news())).toContain(
    'Anh/chị là *người thay thế* của Võ Thị Bích Thủy tại Hội đồng sáng kiến',
  );
  await named(council, 'thuy.vo', null);
  expect(JSON.stringify(await news())).toContain('không còn là người thay thế');
});

test('a recomposition that does not keep a substitute tells them', async () => {
  const council = councilId(INITIATIVE_COUNCIL);
  await named(council, 'thuy.vo', 'nga.bui');
  const from = addDays(today(deps), 10);
  await reconstituteCouncil(deps, {
    ...{ actor: secretary, councilId: council, compositionId: randomUUID(), seen: council },
    keptSubstitutes: [],
    proposal: {
      ...{ name: INITIATIVE_COUNCIL.name, number: '800/QĐ-BHXH', decidedOn: today(deps), from },
      to: null,
      members: INITIATIVE_COUNCIL.members.map(({ login, office }) => ({
        ...{ office, personId: personId(login) },
      })),
    },
  });
  const cards = await cardsOf(deps, 'nga.bui');
  expect(cards[`councils.substitute ${council}`]).toContain('800/QĐ-BHXH');
});

test('regrets have the substitute asked, coming after all gives the seat back', async () => {
  const { sittingId } = await sitting(sample);
  const nga = await actor(sample, SUBSTITUTE);
  const picture = (await sittingPicture(deps, sittingId))!;
  expect(await mayReadSitting(deps, nga, picture)).toBe(false);
  expect(await codeOf(regrets(SUBSTITUTE, sittingId))).toBe('not_member');

  await regrets(MEMBER, sittingId);
  await regrets(MEMBER, sittingId);

  const card = async () => (await cardsOf(deps, SUBSTITUTE))[`councils.invitation ${sittingId}`]!;
  expect(await card()).toContain('Anh/chị dự họp *thay Hồ Thị Ánh Tuyết*');
  expect(await card()).toContain('Quy chế chi tiêu quỹ');
  expect(await card()).not.toContain('Gửi ý kiến bằng văn bản');
  expect(await mayReadSitting(deps, nga, picture)).toBe(true);
  expect(
    await deps.db.auditEvent.count({
      where: { subjectId: sittingId, kind: 'council.substitute_asked' },
    }),
  ).toBe(1);
  const answers = { actor: nga, sittingId, reason: null } as const;
  expect(await codeOf(answerInvitation(deps, { ...answers, answer: 'written' }))).toBe(
    'substitute_in_person',
  );
  await answerInvitation(deps, { ...answers, answer: 'coming' });
  const place = placeOf(await attendeesOf(deps, deps.db, sittingId), nga.personId);
  expect(place).toMatchObject({ answer: 'coming', standsInFor: { name: 'Hồ Thị Ánh Tuyết' } });

  const tuyet = await actor(sample, MEMBER);
  await answerInvitation(deps, { actor: tuyet, sittingId, answer: 'coming', reason: null });

  expect(await card()).toContain('không dự thay Hồ Thị Ánh Tuyết');
  expect(await card()).not.toContain('Quy chế chi tiêu quỹ');
  expect(await mayReadSitting(deps, nga, picture)).toBe(false);
  expect(await codeOf(answerInvitation(deps, { ...answers, answer: 'coming' }))).toBe('not_member');
});

test('a substitute who is there has the seat and its vote where the rule lets them', async () => {
  const { sittingId, otherId } = await sitting(sample);
  await called(sittingId, [MEMBER], [SUBSTITUTE]);
  const { ballotId } = await opens(voting, secretary, otherId);

  const roll = await rollOf(ballotId);
  expect(roll).toHaveLength(9);
  expect(roll.find((one) => one.personId === personId(SUBSTITUTE))).toEqual({
    ...{ personId: personId(SUBSTITUTE), office: 'member', attendance: 'present' },
    standsInForId: personId(MEMBER),
  });
  expect(await agrees(MEMBER, ballotId)).toBe('not_member');
  for (const login of MEMBERS)
    if (login !== MEMBER) expect(await agrees(login, ballotId)).toBe('cast');
  expect(await closeBallotIfDue(deps, ballotId)).toBe(false);
  expect(await agrees(SUBSTITUTE, ballotId)).toBe('cast');
  expect(await closeBallotIfDue(deps, ballotId)).toBe(true);
  const { outcome } = await deps.db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  expect(StoredOutcome.parse(outcome)).toMatchObject({
    ...{ agree: 9, base: { size: 9 }, quorum: { present: 9, needed: 6 } },
  });
  const facts = (await minutesFacts(deps, sittingId, secretary.personId))!;
  const context = { rulebook: deps.rulebook, zone: deps.zone, now: deps.clock.now() };
  const words = await docxWords(await sittingMinutes(facts, context));
  expect(words).toContain('- Dự thay: 1: Bùi Thúy Nga (dự thay Hồ Thị Ánh Tuyết)');
  expect(words).toContain('- Vắng mặt: 1: Hồ Thị Ánh Tuyết');
});

test('without a rule that lets them, the seat counts as absent and has no paper', async () => {
  const { sittingId, otherId } = await sitting(sample);
  await called(sittingId, [MEMBER], [SUBSTITUTE]);
  const { ballotId } = await opens(deps, secretary, otherId);
  const roll = await rollOf(ballotId);
  expect(roll.find((one) => one.personId === personId(MEMBER))).toMatchObject({
    ...{ attendance: 'absent', standsInForId: null },
  });
  expect(await agrees(SUBSTITUTE, ballotId)).toBe('not_member');
  expect(await agrees(MEMBER, ballotId)).toBe('absent');
});

test('who stands in for the chair is no chair: a vice chair presides', async () => {
  const { sittingId, otherId } = await sitting(sample);
  await called(sittingId, [CHAIR], [CHAIRS_SUBSTITUTE]);
  const { ballotId } = await opens(voting, secretary, otherId);
  const roll = await rollOf(ballotId);
  expect(roll.map(({ office }) => office)).not.toContain('chair');
  const { presidedById } = await deps.db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  expect(presidedById).toBe(personId('hoa.nguyen'));
  const phuong = await actor(sample, CHAIRS_SUBSTITUTE);
  expect(await codeOf(opens(voting, phuong, otherId))).toBe('may_not_convene');
});

test('a conflict is the substitute’s own', async () => {
  await declareRelative(deps, {
    ...{ actor: await actor(sample, SUBSTITUTE), relativeId: personId('lan.tran') },
    kinship: 'sibling',
  });
  const { sittingId, itemIds } = await sitting(sample, [
    { login: 'lan.tran' },
    { login: MEMBER },
    { login: SUBSTITUTE },
  ]);
  await called(sittingId, [MEMBER], [SUBSTITUTE]);
  const [lan, member, own] = itemIds as [string, string, string];
  const excluded = async (id: string) =>
    excludedFrom(deps, (await opens(voting, secretary, id)).ballotId);
  expect(await excluded(lan)).toEqual({ [SUBSTITUTE]: 'relative' });
  expect(await excluded(member)).toEqual({});
  expect(await excluded(own)).toEqual({ [SUBSTITUTE]: 'subject' });
});

test('nobody is called who is not a substitute, nor beside the member', async () => {
  const { sittingId } = await sitting(sample);
  expect(await codeOf(called(sittingId, [MEMBER], ['dat.lam']))).toBe('not_substitute');
  expect(await codeOf(called(sittingId, [], [SUBSTITUTE]))).toBe('substitute_with_member');
  const written = callRoll(deps, {
    ...{ actor: secretary, sittingId, present: [], written: [personId(MEMBER)] },
    standIns: [personId(SUBSTITUTE)],
  });
  expect(await codeOf(written)).toBe('substitute_with_member');
});

test('a substitute who is named no more does not sit, and reads nothing', async () => {
  const { sittingId, otherId } = await sitting(sample);
  await called(sittingId, [CHAIR], [CHAIRS_SUBSTITUTE]);
  expect(await sittingsStoodIn(deps, deps.db, personId(CHAIRS_SUBSTITUTE))).toContainEqual({
    ...{ sittingId, councilId: COUNCIL },
  });
  await named(COUNCIL, CHAIR, null);
  expect(await sittingsStoodIn(deps, deps.db, personId(CHAIRS_SUBSTITUTE))).toEqual([]);
  const { ballotId } = await opens(voting, secretary, otherId);
  expect(await agrees(CHAIRS_SUBSTITUTE, ballotId)).toBe('not_member');
  await named(COUNCIL, CHAIR, CHAIRS_SUBSTITUTE);
});

test('a substitute reads the whole file of an initiative while they have the seat', async () => {
  const council = councilId(INITIATIVE_COUNCIL);
  await named(council, 'thuy.vo', 'dat.lam');
  const initiative = await deps.db.initiative.findFirstOrThrow({
    where: { state: 'accepted' },
    include: { authors: true },
  });
  const { id: sittingId } = await deps.db.sitting.create({
    data: {
      ...{ councilId: council, startsAt: deps.clock.now(), place: 'Phòng họp' },
      ...{ convenedById: secretary.personId, submissionKey: randomUUID() },
      agenda: { create: { initiativeId: initiative.id, ordinal: 1 } },
    },
  });
  const dat = await actor(sample, 'dat.lam');
  const access = () => accessTo(deps, deps.db, dat, initiative);
  expect(await access()).toBe('none');
  await regrets('thuy.vo', sittingId);
  expect(await access()).toBe('all');
  const thuy = await actor(sample, 'thuy.vo');
  await answerInvitation(deps, { actor: thuy, sittingId, answer: 'coming', reason: null });
  expect(await access()).toBe('none');
  await regrets('thuy.vo', sittingId);
  // Two days later it is over, and no ballot of theirs is open.
  await deps.db.sitting.update({
    where: { id: sittingId },
    data: { startsAt: new Date(deps.clock.now().getTime() - 48 * 3_600_000) },
  });
  expect(await access()).toBe('none');
});

test('the database has no member and their substitute on one roll', async () => {
  const { sittingId, otherId } = await sitting(sample);
  await called(sittingId, [MEMBER], [SUBSTITUTE]);
  const { ballotId } = await opens(voting, secretary, otherId);
  const both = { ballotId, personId: personId(MEMBER), office: 'member' as const };
  await expect(deps.db.rollEntry.create({ data: both })).rejects.toThrow('both on the roll');
});

/** What happens at a sitting, one after the other. */
type Step =
  | { act: 'answers'; answer: 'coming' | 'regrets' }
  | { act: 'roll'; who: 'member' | 'substitute' | 'neither' }
  | { act: 'ballot' }
  | { act: 'vote'; who: 'member' | 'substitute'; ballot: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    act: fc.constant('answers' as const),
    answer: fc.constantFrom('coming' as const, 'regrets' as const),
  }),
  fc.record({
    act: fc.constant('roll' as const),
    who: fc.constantFrom('member' as const, 'substitute' as const, 'neither' as const),
  }),
  fc.constant({ act: 'ballot' as const }),
  fc.record({
    act: fc.constant('vote' as const),
    who: fc.constantFrom('member' as const, 'substitute' as const),
    ballot: fc.nat({ max: 2 }),
  }),
);

/** Whose the seat is, as anybody would keep it on paper. */
class Seat {
  called = false;
  there: 'member' | 'substitute' | 'neither' = 'member';
  asked = false;

  answers(answer: 'coming' | 'regrets'): string {
    if (this.called) return 'roll_called';
    this.asked = answer === 'regrets';
    return 'done';
  }

  roll(who: 'member' | 'substitute' | 'neither'): void {
    this.called = true;
    this.there = who;
    if (who === 'member') this.asked = false;
    if (who === 'substitute') this.asked = true;
  }

  holder(): 'member' | 'substitute' | 'nobody' {
    if (!this.called) return 'member';
    return this.there === 'neither' ? 'nobody' : this.there;
  }
}

test('however the seat goes to and fro, one person votes in it at most, by how it stood at the opening', async () => {
  const people = { member: MEMBER, substitute: SUBSTITUTE } as const;
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 14 }), async (steps) => {
      const { sittingId } = await sitting(sample);
      const seat = new Seat();
      const ballots: { id: string; holder: 'member' | 'substitute' | 'nobody'; voted: boolean }[] =
        [];
      for (const step of steps) {
        if (step.act === 'answers') {
          const reason = step.answer === 'regrets' ? 'Bận' : null;
          const answer = { actor: await actor(sample, MEMBER), sittingId, reason };
          const done = await codeOf(answerInvitation(deps, { ...answer, answer: step.answer }));
          expect(done).toBe(seat.answers(step.answer));
        } else if (step.act === 'roll') {
          const absent = step.who === 'member' ? [] : [MEMBER as Login];
          await called(sittingId, absent, step.who === 'substitute' ? [SUBSTITUTE] : []);
          seat.roll(step.who);
        } else if (step.act === 'ballot') {
          if (ballots.length === 3) continue;
          const { id: itemId } = await deps.db.agendaItem.create({
            data: {
              ...{ sittingId, kind: 'other', itemKey: 'khac', title: 'Nội dung' },
              ordinal: ballots.length + 2,
            },
          });
          const { ballotId } = await opens(voting, secretary, itemId);
          ballots.push({ id: ballotId, holder: seat.holder(), voted: false });
        } else {
          const ballot = ballots[step.ballot];
          if (!ballot) continue;
          const result = await agrees(people[step.who], ballot.id);
          const may = ballot.holder === step.who;
          expect(result === 'cast').toBe(may && !ballot.voted);
          if (may) ballot.voted = true;
        }
        const asked = await sittingsStoodIn(deps, deps.db, personId(SUBSTITUTE));
        expect(asked.some((one) => one.sittingId === sittingId)).toBe(seat.asked);
      }
      for (const { id, holder, voted } of ballots) {
        const roll = await rollOf(id);
        expect(roll).toHaveLength(9);
        const on = (login: Login) => roll.some((one) => one.personId === personId(login));
        expect(on(SUBSTITUTE)).toBe(holder === 'substitute');
        expect(on(MEMBER)).toBe(holder !== 'substitute');
        expect(await deps.db.turnout.count({ where: { ballotId: id } })).toBe(voted ? 1 : 0);
      }
    }),
    { numRuns: 12 },
  );
  expect(await findBreaches(deps.db, checks)).toEqual([]);
});
