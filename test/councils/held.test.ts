import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proposeVoteAnnulment } from '../../src/councils/annulment/propose-annulment.ts';
import { settleVoteAnnulment } from '../../src/councils/annulment/settle-annulment.ts';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue, closeSheetIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { openBallot } from '../../src/councils/ballots/open-ballot.ts';
import { councilsJobs } from '../../src/councils/jobs.ts';
import { namesView } from '../../src/councils/names/names-list-views.ts';
import { requestMinutes } from '../../src/councils/papers/minutes-file.ts';
import { sittingPapers } from '../../src/councils/papers/paper-queries.ts';
import { papersView } from '../../src/councils/papers/paper-views.ts';
import { barredFromHeld } from '../../src/councils/release/held-queries.ts';
import { holdResults } from '../../src/councils/release/hold-results.ts';
import { releaseResults } from '../../src/councils/release/release-results.ts';
import type { Choice } from '../../src/councils/rules.ts';
import { castSheet } from '../../src/councils/sheets/cast-sheet.ts';
import { openSheet } from '../../src/councils/sheets/open-sheet.ts';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import { overviewView } from '../../src/councils/sittings/overview-views.ts';
import { sittingsOf } from '../../src/councils/sittings/sitting-queries.ts';
import { initiativeChecks } from '../../src/initiatives/checks.ts';
import { myInitiatives } from '../../src/initiatives/file-queries.ts';
import { initiativesJobs } from '../../src/initiatives/jobs.ts';
import { fileFor } from '../../src/initiatives/opening-slack.ts';
import { searchInitiatives } from '../../src/initiatives/similar/search-initiatives.ts';
import { mineAnswer } from '../../src/initiatives/views.ts';
import { dueInitiatives } from '../../src/initiatives/workflow/deadline-queries.ts';
import { timelinesOf } from '../../src/initiatives/workflow/step-queries.ts';
import { today } from '../../src/kernel/deps.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { type Actor, actorOf } from '../../src/people/actor.ts';
import { openRecordOf } from '../../src/records/open-record.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { type Crowd, seedCrowd } from '../support/crowd.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';

// Results that a sitting holds. What passed and what did not must look alike to everybody who does not run it: each
// thing that shows an item is drawn for one that passed and for one that did not, and compared.

const HOUR_MS = 60 * 60_000;
const PASSES = 'Sáng kiến một';
const FAILS = 'Sáng kiến hai';
const READS = { language: 'vi', zone: 'Asia/Ho_Chi_Minh' } as const;

let sample: SampleDatabase;
let crowd: Crowd;
let secretary: Actor;
let chair: Actor;
let head: Actor;
let author: Actor;
let sittingId: string;
/** One of each pair passed, the other did not. */
let initiatives: Pair;
let others: Pair;

interface Voted {
  itemId: string;
  ballotId: string;
  initiativeId: string | null;
  /** What its name is in everything that is drawn. */
  names: string[];
}
interface Pair {
  passed: Voted;
  failed: Voted;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

async function acceptedInitiative(title: string, number: string): Promise<string> {
  const { id } = await sample.deps.db.initiative.create({
    data: {
      ...{ number, title, state: 'accepted', acceptedAt: sample.clock.now() },
      ...{ kind: 'managerial', field: 'Quản lý thu', priorState: 'Cũ', essence: 'Mới' },
      ...{ benefits: 'Nhanh', filedLate: false, unitId: unitId('SH-THU') },
      firstAppliedOn: dateColumn('2026-10-01'),
      filedById: personId('lan.tran'),
      filedAt: sample.clock.now(),
      authors: { create: { ordinal: 1, personId: personId('lan.tran'), share: 100 } },
    },
  });
  return id;
}

/** All vote alike, and the ballot closes. */
async function vote(itemId: string, choice: Choice, method: 'open' | 'secret' = 'secret') {
  const closesAt = new Date(sample.clock.now().getTime() + HOUR_MS);
  const opened = { actor: secretary, agendaItemId: itemId, method, closesAt };
  const { ballotId } = await openBallot(sample.deps, opened);
  for (const actor of crowd.members) await castVote(sample.deps, { actor, ballotId, choice });
  await closeBallotIfDue(sample.deps, ballotId);
  return ballotId;
}

beforeAll(async () => {
  sample = await openSampleDatabase();
  crowd = await seedCrowd(sample.deps, 5, slackIdFor);
  secretary = (await actorOf(sample.deps, personId('ha.nguyen')))!;
  head = (await actorOf(sample.deps, personId('hung.le')))!;
  author = (await actorOf(sample.deps, personId('lan.tran')))!;
  chair = crowd.members[0]!;
  const first = await acceptedInitiative(PASSES, 'SK-2026-8001');
  const second = await acceptedInitiative(FAILS, 'SK-2026-8002');
  sittingId = await conveneSitting(sample.deps, {
    ...{ actor: secretary, councilId: crowd.councilId, startsAt: sample.clock.now() },
    ...{ place: 'Hội trường', initiativeIds: [first, second], others: ['Việc một', 'Việc hai'] },
    ...{ holdsResults: true, channelId: undefined, submissionKey: randomUUID() },
  });
  const items = await sample.deps.db.agendaItem.findMany({
    where: { sittingId },
    orderBy: { ordinal: 'asc' },
    include: { initiative: true },
  });
  const voted = async (place: number, choice: Choice): Promise<Voted> => {
    const { id, initiative, title } = items[place]!;
    const ballotId = await vote(id, choice);
    const names = [initiative?.number, initiative?.title, title].flatMap((name) => name ?? []);
    return { itemId: id, ballotId, initiativeId: initiative?.id ?? null, names };
  };
  initiatives = { passed: await voted(0, 'agree'), failed: await voted(1, 'disagree') };
  others = { passed: await voted(2, 'agree'), failed: await voted(3, 'disagree') };
});
afterAll(() => sample.close());

/** The drawing without what tells the one from the other by name. */
function nameless(drawn: unknown, { names, itemId, ballotId, initiativeId }: Voted): string {
  let text = JSON.stringify(drawn ?? null);
  for (const own of [...names, itemId, ballotId, initiativeId ?? '-'])
    text = text.replaceAll(own, '·');
  return text.replaceAll(/mã danh sách [0-9a-f]+|"comparedId":\d+/g, '·');
}

async function expectAlike(
  { passed, failed }: Pair,
  draw: (one: Voted) => Promise<unknown>,
): Promise<string> {
  const drawn = nameless(await draw(passed), passed);
  expect(drawn).toBe(nameless(await draw(failed), failed));
  expect(drawn).not.toMatch(/hông qua|\d+ đồng ý|Ngưỡng:/);
  return drawn;
}

const renderer = (purpose: string) => {
  const found = [...councilsJobs.renderers!, ...initiativesJobs.renderers!].find(
    (one) => one.purpose === purpose,
  );
  if (!found) throw new Error(`no message is called ${purpose}`);
  return (subjectId: string, reader: string | null) =>
    found.render(sample.deps, { params: {}, subjectId, personId: reader, language: 'vi' });
};

describe('while results are held', () => {
  test('members, the channel and one who may not know read on the cards that it is counted', async () => {
    const readers = [crowd.members[1]!, chair, author, head].map(({ personId: id }) => id);
    for (const pair of [initiatives, others]) {
      for (const reader of readers) {
        const draw = renderer('councils.vote_card');
        const card = await expectAlike(pair, ({ ballotId }) => draw(ballotId, reader));
        expect(card).toContain('Kết quả được công bố cùng quyết định');
      }
      for (const reader of [null, crowd.members[1]!.personId, author.personId, head.personId])
        await expectAlike(pair, ({ ballotId }) => renderer('councils.turnout')(ballotId, reader));
    }
    await expectAlike(initiatives, ({ ballotId }) =>
      renderer('councils.outcome_to_author')(ballotId, author.personId),
    );
  });

  test('those who run the sitting read it in private, and that nobody else does', async () => {
    for (const actor of [secretary, chair]) {
      const draw = renderer('councils.turnout');
      const card = JSON.stringify(await draw(initiatives.passed.ballotId, actor.personId));
      expect(card).toContain('Thông qua');
      expect(card).toContain('chỉ người điều hành phiên họp biết');
      expect(card).not.toContain('Ghi quyết định');
    }
  });

  test('authors are told nothing, and the file, the list and the search say only that it was voted on', async () => {
    expect(
      await sample.deps.db.outgoingMessage.count({
        where: { purpose: 'councils.outcome_to_author', personId: author.personId },
      }),
    ).toBe(0);
    const { deps } = sample;
    for (const actor of [author, head, secretary, crowd.members[1]!])
      await expectAlike(initiatives, ({ initiativeId }) =>
        fileFor(deps, actor, { id: initiativeId! }).catch((error: unknown) => String(error)),
      );
    const file = await expectAlike(initiatives, ({ initiativeId }) =>
      fileFor(deps, author, { id: initiativeId! }),
    );
    expect(file).toContain('Hội đồng đã biểu quyết');
    for (const reader of [secretary, head])
      await expectAlike(initiatives, ({ initiativeId }) =>
        renderer('initiatives.filed')(initiativeId!, reader.personId),
      );
    await expectAlike(initiatives, async ({ initiativeId }) => {
      const timelines = await timelinesOf(deps.db, [initiativeId!]);
      return timelines.get(initiativeId!)?.map(({ at: _, ...entry }) => entry);
    });
    await expectAlike(initiatives, async ({ initiativeId }) => {
      const mine = await myInitiatives(deps, deps.db, { personId: author.personId, limit: 50 });
      const newest = mine.newest.filter(({ id }) => id === initiativeId);
      const timeline = (await timelinesOf(deps.db, [initiativeId!])).get(initiativeId!) ?? [];
      const shown = newest.map((one) => ({ ...one, timeline }));
      return mineAnswer({ total: 1, newest: shown, drafts: null }, deps.zone, 'vi');
    });
    await expectAlike(initiatives, async ({ names }) => searchInitiatives(deps, author, names[1]!));
    await expectAlike(initiatives, async ({ initiativeId }) => {
      const due = await dueInitiatives(deps, deps.db, {
        under: [unitId('SH')],
        notOf: head.personId,
      });
      return due.filter(({ id }) => id === initiativeId);
    });
  });

  test('the record of a person tells nothing of a vote that is held', async () => {
    const { deps } = sample;
    const record = await openRecordOf(deps.db, {
      ...{ actor: author, of: { personId: author.personId }, on: today(deps) },
    });
    expect(JSON.stringify(record)).not.toMatch(/SK-2026-800[12]|not_passed/);
  });

  test('agendas, the overview and the papers of the sitting tell all results alike', async () => {
    const { deps } = sample;
    const [sitting] = await sittingsOf(
      deps,
      { councilIds: [crowd.councilId], sittingIds: [] },
      { limit: 1 },
    );
    const lines = sitting!.agenda.map(({ ballot }) => ballot);
    expect(lines.map((ballot) => ballot?.result)).toEqual([null, null, null, null]);
    const seats = (convenes: boolean) => [
      {
        ...{ councilId: crowd.councilId, kind: 'initiative' as const, unitId: unitId('SH') },
        ...{ name: 'Hội đồng', channelId: null, sits: true, convenes },
      },
    ];
    for (const convenes of [true, false]) {
      const drawn = overviewView(
        {
          votes: [],
          sittings: [sitting!],
          seats: seats(convenes),
          sits: true,
          now: deps.clock.now(),
        },
        READS,
      );
      expect(JSON.stringify(drawn).match(/đã kiểm phiếu, chờ công bố/g)).toHaveLength(4);
      expect(JSON.stringify(drawn)).not.toMatch(/hông qua/);
    }
    const names = namesView(
      {
        group: { sittingId, itemKey: 'cstdcs', year: 2026 },
        ...{ sitting: sitting!, lines: sitting!.agenda, from: 0 },
        judgements: { at: deps.clock.now(), of: new Map(), hidden: new Set() },
        barred: new Set(),
      },
      { ...READS, rulebook: deps.rulebook },
    );
    expect(JSON.stringify(names)).not.toMatch(/hông qua/);
    for (const purpose of ['councils.sitting', 'councils.invitation'])
      for (const reader of [secretary, chair, crowd.members[2]!])
        expect(JSON.stringify(await renderer(purpose)(sittingId, reader.personId))).not.toMatch(
          /hông qua/,
        );
    const papers = (await sittingPapers(deps, deps.db, sittingId))!;
    const own = { runs: false, readsHeld: false, mayRead: () => false };
    expect(
      JSON.stringify(papersView(papers, own, { ...READS, rulebook: deps.rulebook })),
    ).not.toMatch(/hông qua|công nhận sáng kiến/);
  });

  test('an author who runs the sitting gets neither card nor minutes with the outcome', async () => {
    const { db } = sample.deps;
    const { id } = await db.councilMember.create({
      data: {
        ...{ councilId: crowd.councilId, personId: author.personId, office: 'secretary' },
        fromDate: dateColumn('2026-01-01'),
      },
    });
    await expectAlike(initiatives, ({ ballotId }) =>
      renderer('councils.turnout')(ballotId, author.personId),
    );
    for (const name of ['sitting', 'count', 'decision'] as const) {
      const wanted = { sittingId, name };
      expect(await codeOf(requestMinutes(sample.deps, { actor: author, wanted }))).toBe(
        'results_held',
      );
      expect(await codeOf(requestMinutes(sample.deps, { actor: chair, wanted }))).toBe('done');
    }
    await db.councilMember.delete({ where: { id } });
  });

  test('an annulment is told to no author, and the item is voted on again', async () => {
    const { ballotId } = others.passed;
    await proposeVoteAnnulment(sample.deps, {
      ...{ actor: secretary, target: { ballotId }, reason: 'Sai thủ tục' },
    });
    const { id: annulmentId } = await sample.deps.db.ballotAnnulment.findFirstOrThrow({
      where: { ballotId },
    });
    await settleVoteAnnulment(sample.deps, {
      ...{ actor: chair, annulmentId, verdict: { kind: 'confirmed' } },
    });
    const card = JSON.stringify(
      await renderer('councils.vote_card')(ballotId, crowd.members[1]!.personId),
    );
    expect(card).toContain('Kết quả đã hủy');
    expect(card).not.toMatch(/hông qua/);
    expect(await codeOf(vote(others.passed.itemId, 'disagree'))).toBe('done');
  });

  test('the setting is not changed once a ballot is counted, nor by a member', async () => {
    const change = (actor: Actor) =>
      codeOf(holdResults(sample.deps, { actor, sittingId, holds: false }));
    expect(await change(secretary)).toBe('results_counted');
    expect(await change(crowd.members[1]!)).toBe('may_not_convene');
  });

  test('every check of the initiatives holds', async () => {
    for (const { name, broken } of initiativeChecks) {
      const rows =
        typeof broken === 'function'
          ? await broken(sample.deps.db)
          : (await sample.deps.db.$queryRaw<{ what: string }[]>(broken)).map(({ what }) => what);
      expect(rows, name).toEqual([]);
    }
  });
});

describe('on a release by hand', () => {
  test('only those who run the sitting may, and of two at once one does it', async () => {
    const { deps } = sample;
    const release = (actor: Actor) => releaseResults(deps, { actor, sittingId });
    for (const actor of [crowd.members[1]!, author, head])
      expect(await codeOf(release(actor))).toBe('may_not_convene');
    const counts = await Promise.all([release(secretary), release(chair)]);
    expect(counts.toSorted()).toEqual([0, 4]);
    // What was annulled meanwhile is told of nobody.
    const annulled = { agendaItem: { sittingId }, annulmentId: { not: null } };
    const kept = await deps.db.ballot.findMany({ where: annulled, select: { held: true } });
    expect(kept).toEqual([{ held: true }]);
    // And bars nobody from the minutes of the rest.
    expect(await barredFromHeld(deps, deps.db, sittingId)).toBeNull();
  });

  test('all is told, to each author once, and the initiatives go on', async () => {
    const { db } = sample.deps;
    const told = await db.outgoingMessage.findMany({
      where: { purpose: 'councils.outcome_to_author', personId: author.personId },
      select: { subjectId: true },
    });
    expect(told.map(({ subjectId }) => subjectId).toSorted()).toEqual(
      [initiatives.passed.ballotId, initiatives.failed.ballotId].toSorted(),
    );
    const states = await db.initiative.findMany({
      where: { number: { startsWith: 'SK-2026-800' } },
      orderBy: { number: 'asc' },
    });
    expect(states.map(({ state }) => state)).toEqual(['passed', 'not_passed']);
    const card = JSON.stringify(
      await renderer('councils.vote_card')(initiatives.passed.ballotId, crowd.members[1]!.personId),
    );
    expect(card).toContain('*Thông qua*');
    expect(card).toContain('Kết quả dự kiến, chờ ký biên bản họp');
    expect(
      await db.auditEvent.count({
        where: { subjectId: sittingId, kind: 'council.results_released' },
      }),
    ).toBe(1);
  });
});

describe('a ballot without a quorum where results are held', () => {
  test('is told at once, without its choices, and may be held again', async () => {
    const { deps, clock } = sample;
    const { ballotId } = await crowd.openBallot('open');
    const { agendaItemId, agendaItem } = await deps.db.ballot.findUniqueOrThrow({
      where: { id: ballotId },
      include: { agendaItem: true },
    });
    const holds = { actor: secretary, sittingId: agendaItem.sittingId, holds: true };
    await holdResults(deps, holds);
    const voter = crowd.members[1]!;
    await castVote(deps, { actor: voter, ballotId, choice: 'disagree' });
    await clock.advance(2 * HOUR_MS);
    await closeBallotIfDue(deps, ballotId);
    const draw = renderer('councils.vote_card');
    const card = JSON.stringify(await draw(ballotId, crowd.members[2]!.personId));
    expect(card).toContain('Chưa đủ số thành viên bỏ phiếu');
    expect(card).not.toContain('1 không đồng ý');
    expect(await codeOf(vote(agendaItemId, 'agree'))).toBe('done');
  });
});

describe('a sheet of nominations', () => {
  test('is counted alike for all who do not run the sitting, nominees among them', async () => {
    const { deps, clock } = sample;
    const { db } = deps;
    const nominee = crowd.members[4]!;
    const sheets: string[] = [];
    for (const [itemKey, choice] of [
      ['ldtt', 'agree'],
      ['cstdcs', 'disagree'],
    ] as const) {
      const sitting = await db.sitting.create({
        data: {
          ...{ councilId: crowd.councilId, startsAt: clock.now(), place: 'Hội trường' },
          ...{ convenedById: secretary.personId, submissionKey: randomUUID(), holdsResults: true },
          agenda: {
            create: [nominee.personId, head.personId].map((one, index) => ({
              ...{ ordinal: index + 1, kind: 'nomination', itemKey, year: 2026, personId: one },
            })),
          },
        },
      });
      const { sheetId } = await openSheet(deps, {
        ...{ actor: secretary, sittingId: sitting.id, itemKey, year: 2026, method: 'secret' },
        closesAt: new Date(clock.now().getTime() + HOUR_MS),
        submissionKey: randomUUID(),
      });
      const ballots = await db.ballot.findMany({
        where: { sheetId },
        include: { agendaItem: true },
      });
      for (const actor of crowd.members) {
        const own = ballots.filter(({ agendaItem }) => agendaItem.personId !== actor.personId);
        const choices = own.map(({ id: ballotId }) => ({ ballotId, choice }));
        await castSheet(deps, { actor, sheetId, choices });
      }
      expect(await closeSheetIfDue(deps, sheetId)).toBe(true);
      sheets.push(sheetId);
    }
    const results = await db.ballot.groupBy({
      by: ['result', 'held'],
      where: { sheetId: { in: sheets } },
      _count: true,
    });
    expect(results.map(({ result, held }) => [result, held]).toSorted()).toEqual([
      ['not_passed', true],
      ['passed', true],
    ]);
    const alike = async (purpose: string, reader: string | null) => {
      const drawn = await Promise.all(sheets.map((id) => renderer(purpose)(id, reader)));
      const [one, two] = drawn.map((card, place) =>
        JSON.stringify(card)
          .replaceAll(sheets[place]!, '·')
          .replaceAll(
            /(Lao động tiên tiến \(LĐTT\)|Chiến sĩ thi đua cơ sở \(CSTĐCS\)|LĐTT|CSTĐCS) 2026/g,
            '·',
          ),
      );
      expect(one).toBe(two);
      expect(one).not.toMatch(/hông qua \d/);
    };
    for (const reader of [crowd.members[1]!, nominee, head])
      await alike('councils.sheet_card', reader.personId);
    for (const reader of [null, nominee.personId, head.personId])
      await alike('councils.sheet_turnout', reader);
    expect(
      JSON.stringify(await renderer('councils.sheet_turnout')(sheets[0]!, secretary.personId)),
    ).toContain('Thông qua 2/2');
  });

  test('on which some names had too few votes: that is told at once, and nothing of the others', async () => {
    const { deps } = sample;
    const { db } = deps;
    const id = await conveneSitting(deps, {
      ...{ actor: secretary, councilId: crowd.councilId, startsAt: deps.clock.now() },
      ...{ place: 'Hội trường', initiativeIds: [], others: ['Việc'], holdsResults: true },
      ...{ channelId: undefined, submissionKey: randomUUID() },
    });
    const about = { sittingId: id, kind: 'nomination', itemKey: 'cstdcs', year: 2019 } as const;
    const [reached, missed] = await Promise.all(
      (['lan.tran', 'duc.vu'] as const).map((login, place) =>
        db.agendaItem.create({
          data: { ...about, personId: personId(login), ordinal: place + 2 },
        }),
      ),
    );
    // Three of four are enough for the first name, of five they are too few.
    const barred = crowd.members[4]!.personId;
    await db.itemConflict.create({ data: { agendaItemId: reached!.id, personId: barred } });
    const closesAt = new Date(deps.clock.now().getTime() + HOUR_MS);
    const { sheetId } = await openSheet(deps, {
      ...{ actor: secretary, sittingId: id, itemKey: 'cstdcs', year: 2019 },
      ...{ method: 'open', closesAt, submissionKey: randomUUID() },
    });
    const ballots = await db.ballot.findMany({ where: { sheetId } });
    const choices = ballots.map(({ id: ballotId }) => ({ ballotId, choice: 'agree' as const }));
    for (const actor of crowd.members.slice(0, 2))
      await castSheet(deps, { actor, sheetId, choices });
    // Words go with another opinion only.
    const [first, ...rest] = choices;
    const mixed = [{ ...first!, choice: 'other' as const }, ...rest];
    const actor = crowd.members[2]!;
    await castSheet(deps, { actor, sheetId, choices: mixed, opinion: ' Xem lại hồ sơ ' });
    const ids = ballots.map((one) => one.id);
    const own = { personId: actor.personId, ballotId: { in: ids } };
    const votes = await db.openVote.findMany({ where: own });
    expect(votes.map(({ choice, opinion }) => [choice, opinion]).toSorted()).toEqual([
      ['agree', null],
      ['other', 'Xem lại hồ sơ'],
    ]);
    await sample.clock.advance(2 * HOUR_MS);
    expect(await closeSheetIfDue(deps, sheetId)).toBe(true);
    const held = await db.ballot.findMany({ where: { sheetId, held: true } });
    expect(held.map(({ agendaItemId }) => agendaItemId)).toEqual([reached!.id]);
    for (const [purpose, reader] of [
      ['councils.sheet_card', crowd.members[1]!.personId],
      ['councils.sheet_turnout', null],
    ] as const) {
      const card = JSON.stringify(await renderer(purpose)(sheetId, reader));
      expect(card).toMatch(/:warning: 2\. Vũ [^:]+: 3 phiếu, cần 4 để đủ số thành viên/);
      expect(card).toMatch(/:lock: 1\. Trần Thị Lan[^:]+: đã kiểm phiếu, chờ công bố/);
      expect(card).not.toMatch(/hông qua|\d đồng ý|chỉ người điều hành/);
    }
    expect(missed).toBeDefined();
  });
});
