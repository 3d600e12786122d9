import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { prepareBallot } from '../../src/councils/ballots/prepare-ballot.ts';
import { prepareEnding } from '../../src/councils/ballots/prepare-ending.ts';
import { votesAwaited } from '../../src/councils/ballots/queries.ts';
import { reconstituteCouncil } from '../../src/councils/composition/reconstitute-council.ts';
import { attachPaper } from '../../src/councils/papers/attach-paper.ts';
import { requestMinutes } from '../../src/councils/papers/minutes-file.ts';
import { minutesFacts } from '../../src/councils/papers/minutes-queries.ts';
import { awaitedPapers, sittingPapers } from '../../src/councils/papers/paper-queries.ts';
import { holdResults } from '../../src/councils/release/hold-results.ts';
import { remindVoters } from '../../src/councils/reminders/remind-voters.ts';
import type { Choice } from '../../src/councils/rules.ts';
import { callRoll } from '../../src/councils/sittings/attendance.ts';
import { callOffSitting } from '../../src/councils/sittings/changes/call-off-sitting.ts';
import { changeSittingModal } from '../../src/councils/sittings/changes/change-controls.ts';
import { changeSitting } from '../../src/councils/sittings/changes/change-sitting.ts';
import { changeSittingView } from '../../src/councils/sittings/changes/change-views.ts';
import { prepareChange } from '../../src/councils/sittings/changes/prepare-change.ts';
import { conflictsView } from '../../src/councils/sittings/conflict-views.ts';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import { declareItemConflicts } from '../../src/councils/sittings/declare-item-conflicts.ts';
import { awaitedVotesBlocks } from '../../src/councils/sittings/overview-views.ts';
import { sittingPicture } from '../../src/councils/sittings/sitting-queries.ts';
import { agendaBlocks, sittingSavedView } from '../../src/councils/sittings/sitting-views.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/people/actor.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, COUNCIL, cardsOf, codeOf, MEMBERS, opens, sitting } from './sitting-stage.ts';

// Where the parts of a council's work meet: changes and signed papers, sittings that were called off, held results and
// who may attach what, roll-calls and reminders, recompositions and minutes.

const READS = { language: 'vi', zone: 'Asia/Ho_Chi_Minh' } as const;
const HOUR_MS = 60 * 60_000;

let sample: SampleDatabase;
let deps: Deps;
let secretary: Actor;

beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
  secretary = await actor(sample, 'ha.nguyen');
});
afterAll(() => sample.close());

async function convened(others: readonly string[], holdsResults = false): Promise<string> {
  return conveneSitting(deps, {
    ...{ actor: secretary, councilId: COUNCIL, startsAt: deps.clock.now(), place: 'Phòng họp' },
    ...{ initiativeIds: [], others, holdsResults, channelId: undefined },
    submissionKey: randomUUID(),
  });
}

const agendaOf = async (sittingId: string) =>
  deps.db.agendaItem.findMany({ where: { sittingId }, orderBy: { ordinal: 'asc' } });

/** The form of a change as it is opened now: its parts, and what it remembers of them. */
async function changeForm(sittingId: string) {
  const offered = await prepareChange(deps, { actor: secretary, sittingId });
  const view = changeSittingView(offered, deps.rulebook, READS);
  const { seen } = changeSittingModal.metadata.parse(JSON.parse(view.private_metadata ?? ''));
  return { view, seen, sitting: offered.sitting };
}

async function changes(
  sittingId: string,
  seen: string,
  change: { order: readonly string[]; others?: readonly string[]; place?: string },
) {
  const { startsAt, place } = await deps.db.sitting.findUniqueOrThrow({ where: { id: sittingId } });
  return changeSitting(deps, {
    ...{ actor: secretary, sittingId },
    change: {
      ...{ startsAt, place: change.place ?? place, documents: '', order: change.order },
      shown: seen.split(' '),
      add: { initiativeIds: [], nominations: [], others: change.others ?? [] },
    },
  });
}

async function voted(itemId: string, choice: Choice, except: readonly Login[] = []) {
  const { ballotId } = await opens(deps, secretary, itemId);
  for (const login of MEMBERS.filter((one) => !except.includes(one)))
    await castVote(deps, { actor: await actor(sample, login), ballotId, choice });
  await closeBallotIfDue(deps, ballotId);
  return ballotId;
}

async function signedMinutes(sittingId: string): Promise<void> {
  await deps.db.signedPaper.create({
    data: {
      ...{ sittingId, councilId: COUNCIL, kind: 'sitting', number: `${randomUUID()}/BB` },
      ...{ signedOn: dateColumn(today(deps)), signatory: 'Lê Mạnh Hùng', fileId: 'F1' },
      ...{ name: 'bien-ban.pdf', type: 'pdf', size: 3, sha256: 'a'.repeat(64) },
      attachedById: secretary.personId,
      content: { create: { bytes: new Uint8Array([1, 2, 3]) } },
    },
  });
}

describe('the form that changes a sitting', () => {
  test('remembers all parts of a long agenda: what is taken out of it goes', async () => {
    const sittingId = await convened(Array.from({ length: 95 }, (_, place) => `Việc ${place + 1}`));
    const { view, seen } = await changeForm(sittingId);
    expect(view.private_metadata?.length).toBeLessThan(3000);
    const ids = (await agendaOf(sittingId)).map(({ id }) => `item:${id}`);
    await changes(sittingId, seen, { order: ids.slice(0, -1).toReversed() });
    const left = await agendaOf(sittingId);
    expect(left).toHaveLength(94);
    expect([left[0]?.title, left.at(-1)?.title]).toEqual(['Việc 94', 'Việc 1']);
  });

  test('leaves what came since it was opened, behind what it knew', async () => {
    const sittingId = await convened(['Một', 'Hai']);
    const { seen } = await changeForm(sittingId);
    const keys = (await agendaOf(sittingId)).map(({ id }) => `item:${id}`);
    await changes(sittingId, seen, { order: keys, others: ['Ba'] });
    await changes(sittingId, seen, { order: keys.slice(1) });
    expect((await agendaOf(sittingId)).map(({ title }) => title)).toEqual(['Hai', 'Ba']);
  });

  test('adds nothing twice when it comes twice', async () => {
    const sittingId = await convened(['Một']);
    const { seen } = await changeForm(sittingId);
    const order = (await agendaOf(sittingId)).map(({ id }) => `item:${id}`);
    for (const _ of [1, 2]) await changes(sittingId, seen, { order, others: ['Hai', 'Ba'] });
    expect((await agendaOf(sittingId)).map(({ title }) => title)).toEqual(['Một', 'Hai', 'Ba']);
  });

  test('changes no agenda of which signed minutes tell, and the card does not offer it', async () => {
    const { sittingId, otherId } = await sitting(sample);
    await voted(otherId, 'agree');
    const { seen } = await changeForm(sittingId);
    const order = [`item:${otherId}`];
    await changes(sittingId, seen, { order, others: ['Việc đến sau'] });
    await signedMinutes(sittingId);
    expect(await codeOf(changes(sittingId, seen, { order, others: ['Việc khác nữa'] }))).toBe(
      'paper_signed',
    );
    expect((await agendaOf(sittingId)).map(({ title }) => title)).toEqual([
      'Quy chế chi tiêu quỹ',
      'Việc đến sau',
    ]);
    const cards = await cardsOf(deps, 'ha.nguyen');
    expect(cards[`councils.sitting ${sittingId}`]).not.toMatch(/Sửa phiên họp|Hủy phiên họp/);
  });
});

describe('a sitting that was called off', () => {
  test('has no papers, no minutes, no roll, no ballots and no results to hold', async () => {
    const { sittingId, otherId } = await sitting(sample, [{ login: 'lan.tran' }]);
    const off = () => callOffSitting(deps, { actor: secretary, sittingId, reason: 'Bão' });
    expect(await codeOf(off())).toBe('done');
    const by = { actor: secretary, sittingId };
    const wanted = { sittingId, name: 'sitting' as const };
    for (const work of [
      () => holdResults(deps, { ...by, holds: true }),
      () => requestMinutes(deps, { actor: secretary, wanted }),
      () => prepareBallot(deps, { actor: secretary, agendaItemId: otherId }),
      () => opens(deps, secretary, otherId),
      () => callRoll(deps, { ...by, present: [], written: [] }),
      () => prepareChange(deps, by),
    ])
      expect(await codeOf(work())).toBe('sitting_called_off');
    for (const login of MEMBERS) {
      const cards = Object.entries(await cardsOf(deps, login));
      const about = cards.filter(([key]) => key.endsWith(sittingId)).map(([, card]) => card);
      expect(about.join()).toContain('đã hủy');
      expect(about.join()).not.toMatch(/councils\.(papers|minutes|roll_call|open_ballot|coming)/);
    }
  });

  test('is called off once, by one who says so twice as well', async () => {
    const { sittingId } = await sitting(sample);
    const off = (reason: string) => callOffSitting(deps, { actor: secretary, sittingId, reason });
    expect(await codeOf(off('Bão'))).toBe('done');
    expect(await codeOf(off(' Bão '))).toBe('done');
    expect(await codeOf(off('Lý do khác'))).toBe('sitting_called_off');
    const told = { purpose: 'councils.sitting_called_off', subjectId: sittingId };
    expect(await deps.db.outgoingMessage.count({ where: told })).toBe(MEMBERS.length);
  });
});

describe('held results and whom they concern', () => {
  const decisionOn = (year: number) => ({ kind: 'decision' as const, itemKey: 'cstdcs', year });

  /** Of a sitting that holds results on the secretary themselves: what they could learn by the papers. */
  async function learned(choice: Choice): Promise<unknown> {
    const { sittingId, itemIds } = await sitting(sample, [{ login: 'ha.nguyen' }]);
    const chair = await actor(sample, 'hung.le');
    await holdResults(deps, { actor: chair, sittingId, holds: true });
    const { ballotId } = await opens(deps, chair, itemIds[0]!);
    for (const login of MEMBERS)
      await castVote(deps, { actor: await actor(sample, login), ballotId, choice });
    await closeBallotIfDue(deps, ballotId);
    const { year, ...row } = (await agendaOf(sittingId))[1]!;
    expect(row.itemKey).toBe('cstdcs');
    const papers = (await sittingPapers(deps, deps.db, sittingId))!;
    expect(papers.ballots.map(({ held }) => held)).toEqual([true]);
    const files = [{ id: 'F2', name: 'qd.pdf', size: 10 }];
    const given = { number: '1/QĐ', signedOn: today(deps), signatory: 'Lê Mạnh Hùng', files };
    const attaches = (who: Actor) =>
      codeOf(attachPaper(deps, { actor: who, sittingId, ref: decisionOn(year!), ...given }));
    return {
      offered: awaitedPapers(papers, { readsHeld: false }).map(({ kind }) => kind),
      attached: await attaches(secretary),
      chairAttaches: await attaches(chair),
    };
  }

  test('who runs the sitting and is concerned learns nothing by the papers that are awaited or taken', async () => {
    const concerned = { offered: ['sitting', 'count'], attached: 'concerned_by_held' };
    expect(await learned('agree')).toEqual({ ...concerned, chairAttaches: 'done' });
    expect(await learned('disagree')).toEqual({ ...concerned, chairAttaches: 'nothing_passed' });
  });
});

describe('members who were found absent', () => {
  test('are neither counted as reminded nor as still to vote', async () => {
    const { sittingId, otherId } = await sitting(sample);
    const absent: readonly Login[] = ['tuyet.ho', 'minh.pham'];
    const present = MEMBERS.filter((login) => !absent.includes(login));
    await callRoll(deps, {
      ...{ actor: secretary, sittingId, written: [] },
      present: present.map((login) => personId(login)),
    });
    const { ballotId } = await opens(deps, secretary, otherId);
    const voters = present.slice(0, -1);
    for (const login of voters)
      await castVote(deps, { actor: await actor(sample, login), ballotId, choice: 'agree' });
    const ending = await prepareEnding(deps, deps.db, { actor: secretary, target: { ballotId } });
    expect({ voted: ending.voted, waiting: ending.waiting }).toEqual({
      ...{ voted: voters.length, waiting: 1 },
    });
    await sample.clock.advance(HOUR_MS / 2);
    await remindVoters(deps);
    const told = await deps.db.auditEvent.findFirstOrThrow({
      where: { kind: 'council.voters_reminded', subjectId: ballotId },
    });
    expect(told.after).toMatchObject({ members: 1 });
    expect(
      await deps.db.outgoingMessage.count({
        where: { purpose: 'councils.vote_reminder', personId: { in: absent.map(personId) } },
      }),
    ).toBe(0);
  });
});

describe('large agendas', () => {
  test('a form takes declarations about every name, and a saved sitting is shown within a modal', async () => {
    const { sittingId } = await sitting(sample);
    const people = Array.from({ length: 230 }, (_, place) => ({
      ...{ id: randomUUID(), staffNumber: `RG-${place}`, fullName: `Người ${place + 1}` },
      ...{ email: `rong-${place}@bhxh.example`, locale: 'vi-VN', timeZone: READS.zone },
    }));
    await deps.db.person.createMany({ data: people });
    await deps.db.agendaItem.createMany({
      data: people.map(({ id }, place) => ({
        ...{ sittingId, kind: 'nomination', itemKey: 'ldtt', year: 2026, personId: id },
        ordinal: place + 2,
      })),
    });
    const { agenda } = (await sittingPicture(deps, sittingId))!;
    const view = JSON.stringify(conflictsView({ sittingId, open: agenda, declared: [] }, 'vi'));
    for (const { id } of agenda) expect(view).toContain(id);

    const long = await convened(Array.from({ length: 140 }, (_, place) => `Việc ${place}`));
    const saved = sittingSavedView((await sittingPicture(deps, long))!, READS);
    expect(saved.blocks.length).toBeLessThanOrEqual(100);
  });

  test('a text of 3,000 characters leaves room for how it stands, and for the other votes', async () => {
    const text = `${'& <!channel> '.repeat(230)}`;
    const sittingId = await convened([text, 'Việc ngắn']);
    for (const { id } of await agendaOf(sittingId)) await opens(deps, secretary, id);
    const tuyet = await actor(sample, 'tuyet.ho');
    const picture = (await sittingPicture(deps, sittingId))!;
    expect(JSON.stringify(agendaBlocks(picture, READS)).match(/đang bỏ phiếu/g)).toHaveLength(2);
    const votes = await votesAwaited(deps, tuyet.personId);
    const drawn = JSON.stringify(awaitedVotesBlocks(votes, READS));
    expect(drawn).toContain('Việc ngắn');
    expect(drawn).not.toContain('<!channel>');
  });

  test('a declaration about what was taken off the agenda meanwhile is not taken as one', async () => {
    const sittingId = await convened(['Một', 'Hai']);
    const { seen } = await changeForm(sittingId);
    const [first, second] = (await agendaOf(sittingId)).map(({ id }) => id);
    await changes(sittingId, seen, { order: [`item:${first}`] });
    const declares = declareItemConflicts(deps, {
      ...{ actor: await actor(sample, 'tuyet.ho'), sittingId, itemIds: [second!] },
    });
    expect(await codeOf(declares)).toBe('item_gone');
  });
});

// The last of all, for the council is another one afterwards.
describe('a recomposition after the sitting', () => {
  test('leaves its minutes with those who were there', async () => {
    const { sittingId, otherId } = await sitting(sample);
    await callRoll(deps, {
      ...{ actor: secretary, sittingId, written: [] },
      present: MEMBERS.map((login) => personId(login)),
    });
    await voted(otherId, 'agree');
    const namesIn = async () =>
      (await minutesFacts(deps, sittingId, secretary.personId))!.attendees.map(
        ({ name, attendance }) => [name, attendance],
      );
    const before = await namesIn();
    expect(before).toHaveLength(MEMBERS.length);
    const council = EMULATION_COUNCIL.members;
    await reconstituteCouncil(deps, {
      ...{ actor: secretary, councilId: COUNCIL, compositionId: randomUUID(), seen: COUNCIL },
      keptSubstitutes: [],
      proposal: {
        ...{ name: EMULATION_COUNCIL.name, number: '900/QĐ', decidedOn: today(deps), to: null },
        from: addDays(today(deps), 1),
        members: [
          ...council.filter(({ login }) => login !== 'tuyet.ho'),
          { login: 'dung.tran' as const, office: 'member' as const },
        ].map(({ login, office }) => ({ office, personId: personId(login) })),
      },
    });
    await sample.clock.advance(48 * HOUR_MS);
    expect(await namesIn()).toEqual(before);
  });
});
