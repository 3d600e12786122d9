import { afterAll, beforeAll, expect, test } from 'vitest';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { offeredDeadline } from '../../src/councils/ballots/deadline.ts';
import { openBallot } from '../../src/councils/ballots/open-ballot.ts';
import { countMinutes } from '../../src/councils/papers/count-minutes.ts';
import { sittingMinutes } from '../../src/councils/papers/minutes.ts';
import { minutesFacts } from '../../src/councils/papers/minutes-queries.ts';
import { answerInvitation, attendeesOf, callRoll } from '../../src/councils/sittings/attendance.ts';
import { changeSitting } from '../../src/councils/sittings/changes/change-sitting.ts';
import { inviteJoined } from '../../src/councils/sittings/invite-joined.ts';
import { yearsToCome } from '../../src/councils/sittings/sitting-views.ts';
import { type Deps, today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/people/actor.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { docxWords } from '../support/docx.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, COUNCIL, cardsOf, codeOf, MEMBERS, opens, sitting } from './sitting-stage.ts';

const HOUR_MS = 60 * 60_000;
const LATE = 'khanh.phan' as const satisfies Login;

let sample: SampleDatabase;
let deps: Deps;
let secretary: Actor;
beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
  secretary = await actor(sample, 'ha.nguyen');
});
afterAll(() => sample.close());

const calls = (sittingId: string, absent: readonly Login[]) =>
  callRoll(deps, {
    ...{ actor: secretary, sittingId, written: [] },
    present: MEMBERS.filter((login) => !absent.includes(login)).map(personId),
  });

async function votes(ballotId: string, voters: readonly Login[]): Promise<void> {
  for (const login of voters)
    await castVote(deps, { actor: await actor(sample, login), ballotId, choice: 'agree' });
  await closeBallotIfDue(deps, ballotId);
}

async function papers(sittingId: string): Promise<{ minutes: string; count: string }> {
  const facts = (await minutesFacts(deps, sittingId, secretary.personId))!;
  const context = { rulebook: deps.rulebook, zone: deps.zone, now: deps.clock.now() };
  const [minutes, count] = [
    await docxWords(await sittingMinutes(facts, context)),
    await docxWords(await countMinutes(facts, context)),
  ];
  return { minutes: minutes.join('\n'), count: count.join('\n') };
}

test('each vote is told with who was there for it, though the roll was called again', async () => {
  const { sittingId, otherId, itemIds } = await sitting(sample, [{ login: 'lan.tran' }]);
  await calls(sittingId, [LATE, 'hoa.nguyen']);
  const { ballotId: first } = await opens(deps, secretary, otherId);
  const there = MEMBERS.filter((login) => login !== LATE && login !== 'hoa.nguyen');
  await votes(first, there);
  await calls(sittingId, ['hoa.nguyen']);
  const { ballotId: second } = await opens(deps, secretary, itemIds[0]!);
  // Who calls it again is told that the open vote keeps its roll.
  expect(await calls(sittingId, ['hoa.nguyen'])).toMatchObject({ absent: 1, open: 1 });
  await votes(second, [...there, LATE]);
  const { minutes } = await papers(sittingId);
  const total = MEMBERS.length;
  expect(minutes).toContain(`có mặt ${total - 2}; vắng 2 (Nguyễn Thị Mai Hoa, Phan Quốc Khánh)`);
  expect(minutes).toContain(`có mặt ${total - 1}; vắng 1 (Nguyễn Thị Mai Hoa)`);
  expect(minutes).toContain(`- Có mặt: ${total - 1}: `);
  expect(minutes).toContain(`- Thành viên có quyền biểu quyết: ${total}`);
  expect(minutes).toContain(`- Phiếu phát ra: ${total - 2}`);
});

test('a vote without a quorum is told beside the one that decides', async () => {
  const { sittingId, otherId } = await sitting(sample);
  const { ballotId: first } = await opens(deps, secretary, otherId);
  await votes(first, MEMBERS.slice(0, 2));
  await sample.clock.advance(2 * HOUR_MS);
  await closeBallotIfDue(deps, first);
  const alone = await papers(sittingId);
  expect(alone.minutes).not.toContain('không đủ thành viên:');
  const { ballotId: second } = await opens(deps, secretary, otherId);
  await votes(second, MEMBERS);
  const { minutes, count } = await papers(sittingId);
  for (const paper of [minutes, count])
    expect(paper).toMatch(
      /: 2 thành viên tham gia, cần ít nhất \d+, chưa đủ nên biểu quyết lại \(Quy chế/,
    );
  expect(minutes).toContain('Thông qua');
});

test('a vote does not end before its sitting begins, and the form does not offer it', async () => {
  const startsAt = new Date(deps.clock.now().getTime() + 30 * HOUR_MS);
  const { sittingId, otherId } = await sitting(sample);
  await deps.db.sitting.update({ where: { id: sittingId }, data: { startsAt } });
  expect(await codeOf(opens(deps, secretary, otherId))).toBe('deadline_before_sitting');
  expect(await deps.db.ballot.count({ where: { agendaItemId: otherId } })).toBe(0);
  const closesAt = offeredDeadline(deps, startsAt);
  expect(closesAt.getTime()).toBeGreaterThan(startsAt.getTime());
  const opened = openBallot(deps, {
    ...{ actor: secretary, agendaItemId: otherId, method: 'open', closesAt },
  });
  expect(await codeOf(opened)).toBe('done');
});

test('whoever sent regrets before the sitting was moved need not write the reason again', async () => {
  const { sittingId } = await sitting(sample);
  const late = await actor(sample, LATE);
  const reason = 'Đi công tác Hà Nội';
  await answerInvitation(deps, { actor: late, sittingId, answer: 'regrets', reason });
  const { startsAt, place } = await deps.db.sitting.findUniqueOrThrow({ where: { id: sittingId } });
  const moves = (days: number) =>
    changeSitting(deps, {
      ...{ actor: secretary, sittingId },
      change: {
        startsAt: new Date(startsAt.getTime() + days * 24 * HOUR_MS),
        ...{ place, documents: '', order: [], shown: [] },
        add: { initiativeIds: [], nominations: [], others: [] },
      },
    });
  const own = async () =>
    (await attendeesOf(deps, deps.db, sittingId)).find((one) => one.personId === late.personId);
  // Twice: what was said before the first move still stands.
  for (const days of [1, 2]) {
    await moves(days);
    expect(await own()).toMatchObject({ answer: null, reason: null, earlierReason: reason });
  }
  const cards = await cardsOf(deps, 'ha.nguyen');
  expect(cards[`councils.sitting ${sittingId}`]).toContain(
    `Chưa trả lời lại: Phan Quốc Khánh – lịch trước xin vắng: ${reason}`,
  );
  await answerInvitation(deps, { actor: late, sittingId, answer: 'coming', reason: null });
  expect(await own()).toMatchObject({ answer: 'coming', earlierReason: null });
});

test('whoever joins the council after a sitting was convened is invited, once', async () => {
  const { db } = deps;
  const { sittingId } = await sitting(sample);
  const startsAt = new Date(deps.clock.now().getTime() + 48 * HOUR_MS);
  await db.sitting.update({ where: { id: sittingId }, data: { startsAt } });
  const joins = personId('tam.do');
  const { compositionId } = await db.councilMember.findFirstOrThrow({
    where: { councilId: COUNCIL },
  });
  await db.councilMember.create({
    data: {
      ...{ councilId: COUNCIL, compositionId, personId: joins, office: 'member' },
      fromDate: dateColumn(addDays(today(deps), 1)),
    },
  });
  const invited = () =>
    db.outgoingMessage.count({
      where: { purpose: 'councils.invitation', subjectId: sittingId, personId: joins },
    });
  await inviteJoined(deps);
  expect(await invited()).toBe(0);
  await sample.clock.advance(24 * HOUR_MS);
  await Promise.all([inviteJoined(deps), inviteJoined(deps)]);
  await inviteJoined(deps);
  expect(await invited()).toBe(1);
  expect((await cardsOf(deps, 'tam.do'))[`councils.invitation ${sittingId}`]).toContain(
    'Mời anh/chị họp',
  );
  await calls(sittingId, []);
  await db.outgoingMessage.deleteMany({ where: { subjectId: sittingId, personId: joins } });
  await inviteJoined(deps);
  expect(await invited()).toBe(0);
});

test('titles of a year that has not begun are pointed out, each year once', () => {
  const on = new Date('2026-12-31T16:30:00Z');
  const shown = { on, language: 'vi', zone: 'Asia/Ho_Chi_Minh' } as const;
  const years = (list: number[]) =>
    yearsToCome(
      list.map((year) => ({ year })),
      shown,
    );
  expect(years([2026, 2025])).toEqual([]);
  expect(JSON.stringify(years([2027, 2026, 2027]))).toMatch(/Năm 2027 chưa bắt đầu/);
  expect(years([2027, 2026, 2027])).toHaveLength(1);
  // An hour later it has begun where the organisation is.
  const later = { ...shown, on: new Date('2026-12-31T17:00:00Z') };
  expect(yearsToCome([{ year: 2027 }], later)).toEqual([]);
});
