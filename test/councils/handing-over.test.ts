import { afterAll, beforeAll, expect, test } from 'vitest';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { prepareBallot } from '../../src/councils/ballots/prepare-ballot.ts';
import { prepareEnding } from '../../src/councils/ballots/prepare-ending.ts';
import { turnoutRights } from '../../src/councils/ballots/turnout-rights.ts';
import { councilsJobs } from '../../src/councils/jobs.ts';
import { judgeNames } from '../../src/councils/names/judge-names.ts';
import { namesView } from '../../src/councils/names/names-list-views.ts';
import { shownTo } from '../../src/councils/names/shown-to.ts';
import { sittingMinutes } from '../../src/councils/papers/minutes.ts';
import { minutesFacts } from '../../src/councils/papers/minutes-queries.ts';
import { declareRelative } from '../../src/councils/relatives/declare-relative.ts';
import { castSheet } from '../../src/councils/sheets/cast-sheet.ts';
import { openSheet } from '../../src/councils/sheets/open-sheet.ts';
import { linesOf, prepareSheet } from '../../src/councils/sheets/prepare-sheet.ts';
import { namesFor, sheetPicture } from '../../src/councils/sheets/sheet-queries.ts';
import { callRoll } from '../../src/councils/sittings/attendance.ts';
import { barredItems } from '../../src/councils/sittings/barred-items.ts';
import { overviewView } from '../../src/councils/sittings/overview-views.ts';
import { councilsOf, sittingPicture } from '../../src/councils/sittings/sitting-queries.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { docxWords } from '../support/docx.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, cardsOf, codeOf, MEMBERS, opens, sitting } from './sitting-stage.ts';

// The chair, Hùng, is a relative of Lan, who is nominated: Minh, first of the vice chairs by name order after Hoa is
// absent, presides; Hùng reads nothing of it until it is closed, however it is put together.

const CHAIR = 'hung.le';
const SECRETARY = 'ha.nguyen';
const NOMINEE = 'lan.tran';
/** The first vice chair by name. */
const FIRST_VICE = 'hoa.nguyen';
const OTHER_VICE = 'minh.pham';

let sample: SampleDatabase;
let deps: Deps;
beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
  const chair = await actor(sample, CHAIR);
  await declareRelative(deps, { actor: chair, relativeId: personId(NOMINEE), kinship: 'child' });
});
afterAll(() => sample.close());

/** Everything that somebody can have drawn of a sitting, as one text. */
async function allRead(login: Login, sittingId: string): Promise<string> {
  const reading = await actor(sample, login);
  const picture = (await sittingPicture(deps, sittingId))!;
  const search = { personId: reading.personId, sittingIds: [sittingId] };
  const barred = await barredItems(deps, deps.db, search);
  const reader = { language: 'vi' as const, zone: deps.zone, barred };
  const seats = await councilsOf(deps, reading);
  const { year, item } = picture.agenda.at(-1)!;
  const lines = linesOf(picture.agenda, { itemKey: item.itemKey, year: year! });
  const items = lines.map(({ subject }) => subject);
  const judgements = await judgeNames(deps, { reader: reading, items });
  const facts = (await minutesFacts(deps, sittingId, reading.personId))!;
  const context = { rulebook: deps.rulebook, zone: deps.zone, now: deps.clock.now() };
  return JSON.stringify([
    await cardsOf(deps, login),
    await turnouts(sittingId, reading.personId),
    overviewView(
      { votes: [], sittings: [picture], seats, sits: true, now: deps.clock.now() },
      reader,
    ),
    namesView(
      {
        group: { sittingId, itemKey: item.itemKey, year: year! },
        sitting: picture,
        lines,
        from: 0,
        judgements,
        barred,
      },
      shownTo(deps, reading),
    ),
    await docxWords(await sittingMinutes(facts, context)),
  ]);
}

/** The turnout of all votes of a sitting, as if the reader had its cards, be they sent to them or not. */
async function turnouts(sittingId: string, reader: string): Promise<string[]> {
  const ballots = await deps.db.ballot.findMany({
    where: { agendaItem: { sittingId } },
    orderBy: { openedAt: 'asc' },
    select: { id: true, sheetId: true },
  });
  return Promise.all(
    ballots.map(({ id, sheetId }) =>
      sheetId === null
        ? card('councils.turnout', id, reader)
        : card('councils.sheet_turnout', sheetId, reader),
    ),
  );
}

async function card(purpose: string, subjectId: string, reader: string | null): Promise<string> {
  const renderer = councilsJobs.renderers?.find((one) => one.purpose === purpose);
  const drawn = await renderer?.render(deps, {
    ...{ params: {}, subjectId, personId: reader, language: 'vi' },
  });
  return JSON.stringify(drawn);
}

const channelCard = (purpose: string, subjectId: string) => card(purpose, subjectId, null);

async function vote(ballotId: string, logins: readonly Login[]): Promise<void> {
  for (const login of logins)
    await castVote(deps, {
      ...{ actor: await actor(sample, login), ballotId, choice: 'other' },
      opinion: `Ý kiến của ${login}`,
    });
}

const VOTERS = MEMBERS.filter((login) => login !== CHAIR);

test('nothing that the chair can read changes while votes come in; the secretary’s does', async () => {
  const { sittingId, itemIds } = await sitting(sample, [{ login: NOMINEE }]);
  const { ballotId } = await opens(deps, await actor(sample, SECRETARY), itemIds[0]!);
  const chairBefore = await allRead(CHAIR, sittingId);
  const secretaryBefore = await allRead(SECRETARY, sittingId);
  const channelBefore = await channelCard('councils.turnout', ballotId);
  expect(chairBefore).toContain('anh/chị không tham gia vì có xung đột lợi ích');

  await vote(ballotId, VOTERS.slice(0, 5));

  expect(await allRead(CHAIR, sittingId)).toBe(chairBefore);
  expect(await allRead(SECRETARY, sittingId)).not.toBe(secretaryBefore);
  expect(await channelCard('councils.turnout', ballotId)).toBe(channelBefore);
  expect(channelBefore).not.toContain('quan hệ thân thích');
  expect(await allRead(SECRETARY, sittingId)).toContain('quan hệ thân thích');
  await vote(ballotId, VOTERS.slice(5));
  await closeBallotIfDue(deps, ballotId);
  const after = await allRead(CHAIR, sittingId);
  expect(after).toContain('không thông qua');
  // Not even then who said what.
  expect(after).not.toContain('Ý kiến của');
  expect(await allRead(SECRETARY, sittingId)).toContain('Ý kiến của');
});

test('nor of a sheet on which one name is a relative’s', async () => {
  const { sittingId, itemIds } = await sitting(sample, [{ login: NOMINEE }]);
  const { year } = await deps.db.agendaItem.findUniqueOrThrow({ where: { id: itemIds[0]! } });
  await deps.db.agendaItem.create({
    data: {
      ...{ sittingId, kind: 'nomination', itemKey: 'cstdcs', year, ordinal: 9 },
      personId: personId('duc.vu'),
    },
  });
  const { sheetId } = await openSheet(deps, {
    ...{ actor: await actor(sample, SECRETARY), sittingId, itemKey: 'cstdcs', year: year! },
    ...{ method: 'secret', closesAt: new Date(deps.clock.now().getTime() + 3_600_000) },
    submissionKey: sittingId,
  });
  const chairBefore = await allRead(CHAIR, sittingId);
  const secretaryBefore = await allRead(SECRETARY, sittingId);
  const channelBefore = await channelCard('councils.sheet_turnout', sheetId);
  for (const login of VOTERS.slice(0, 6)) {
    const own = namesFor((await sheetPicture(deps, sheetId))!, personId(login));
    const choices = own.map((one) => ({ ballotId: one.ballotId, choice: 'agree' as const }));
    await castSheet(deps, { actor: await actor(sample, login), sheetId, choices });
  }
  expect(await allRead(CHAIR, sittingId)).toBe(chairBefore);
  expect(await channelCard('councils.sheet_turnout', sheetId)).toBe(channelBefore);
  expect(await allRead(SECRETARY, sittingId)).not.toBe(secretaryBefore);
  // Of a sheet that closes one name after the other, not the first either.
  await deps.db.ballot.updateMany({
    where: { agendaItemId: itemIds[0]! },
    data: { closesAt: new Date(deps.clock.now().getTime() + 1_000) },
  });
  await sample.clock.advance(2_000);
  const { id: first } = await deps.db.ballot.findFirstOrThrow({
    where: { agendaItemId: itemIds[0]! },
  });
  expect(await closeBallotIfDue(deps, first)).toBe(true);
  expect(await allRead(CHAIR, sittingId)).toBe(chairBefore);
  expect(await turnoutRights(deps, personId(CHAIR), { sheetId })).toMatchObject({
    ...{ hidden: true, sees: false, runs: false },
  });
});

test('a chair in conflict opens and closes nothing of it', async () => {
  const { itemIds } = await sitting(sample, [{ login: NOMINEE }]);
  const chair = await actor(sample, CHAIR);
  const [agendaItemId] = itemIds as [string];
  expect(await codeOf(prepareBallot(deps, { actor: chair, agendaItemId }))).toBe('own_conflict');
  expect(await codeOf(opens(deps, chair, agendaItemId))).toBe('own_conflict');
  const { ballotId } = await opens(deps, await actor(sample, SECRETARY), agendaItemId);
  await vote(ballotId, VOTERS);
  const target = { ballotId };
  expect(await codeOf(prepareEnding(deps, deps.db, { actor: chair, target }))).toBe('concerned');
  const vice = await actor(sample, FIRST_VICE);
  expect(await prepareEnding(deps, deps.db, { actor: vice, target })).toMatchObject({ voted: 8 });
  const other = await actor(sample, OTHER_VICE);
  expect(await codeOf(prepareEnding(deps, deps.db, { actor: other, target }))).toBe('may_not_end');
});

test('nor opens a sheet that is about nobody but their relatives', async () => {
  const { sittingId, itemIds } = await sitting(sample, [{ login: NOMINEE }]);
  const { year } = await deps.db.agendaItem.findUniqueOrThrow({ where: { id: itemIds[0]! } });
  const chair = await actor(sample, CHAIR);
  const group = { actor: chair, sittingId, itemKey: 'cstdcs', year: year! };
  expect(await codeOf(prepareSheet(deps, group))).toBe('own_conflict');
  const closesAt = new Date(deps.clock.now().getTime() + 3_600_000);
  const opening = { ...group, method: 'open' as const, closesAt, submissionKey: sittingId };
  expect(await codeOf(openSheet(deps, opening))).toBe('own_conflict');
});

test('the first vice chair who is there presides, is told so, and stands in the minutes', async () => {
  const { sittingId, itemIds, otherId } = await sitting(sample, [{ login: NOMINEE }]);
  const secretary = await actor(sample, SECRETARY);
  const present = MEMBERS.filter((login) => login !== FIRST_VICE).map((login) => personId(login));
  await callRoll(deps, { actor: secretary, sittingId, present, written: [] });
  const prospect = await prepareBallot(deps, { actor: secretary, agendaItemId: itemIds[0]! });
  expect(prospect.inChairsPlace).toEqual({ name: 'Phạm Tuấn Minh' });
  const { ballotId } = await opens(deps, secretary, itemIds[0]!);
  const { ballotId: plain } = await opens(deps, secretary, otherId);

  const presiders = await deps.db.ballot.findMany({
    where: { id: { in: [ballotId, plain] } },
    select: { id: true, presidedById: true },
  });
  expect(new Map(presiders.map((one) => [one.id, one.presidedById]))).toEqual(
    new Map([
      [ballotId, personId(OTHER_VICE)],
      [plain, personId(CHAIR)],
    ]),
  );
  expect((await cardsOf(deps, OTHER_VICE))[`councils.presiding ${ballotId}`]).toContain(
    'Anh/chị *chủ trì* nội dung',
  );
  await vote(
    ballotId,
    VOTERS.filter((login) => login !== FIRST_VICE),
  );
  await deps.db.$executeRaw`
    update ballot set closes_at = app_now() where id = ${ballotId}::uuid and opened_at < app_now()`;
  await closeBallotIfDue(deps, ballotId);
  const facts = (await minutesFacts(deps, sittingId, secretary.personId))!;
  const context = { rulebook: deps.rulebook, zone: deps.zone, now: deps.clock.now() };
  const words = await docxWords(await sittingMinutes(facts, context));
  const [place, out] = ['Chủ trì nội dung này:', 'Không tham gia bỏ phiếu:'].map((label) =>
    words.findIndex((one) => one.startsWith(label)),
  );
  expect(words.slice(place).slice(0, 2).join(' ')).toContain('Phạm Tuấn Minh, Phó Chủ tịch');
  expect(words.slice(out).slice(0, 2).join(' ')).toContain('Lê Quang Hùng (có xung đột lợi ích)');
  expect(words.join(' ')).not.toContain('thân thích');
});
