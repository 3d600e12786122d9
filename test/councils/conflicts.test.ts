import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { prepareBallot } from '../../src/councils/ballots/prepare-ballot.ts';
import { declareRelative } from '../../src/councils/relatives/declare-relative.ts';
import { endRelative } from '../../src/councils/relatives/end-relative.ts';
import { ownRelatives } from '../../src/councils/relatives/relative-queries.ts';
import { prepareSheet } from '../../src/councils/sheets/prepare-sheet.ts';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import { declareItemConflicts } from '../../src/councils/sittings/declare-item-conflicts.ts';
import { takeBackConflicts } from '../../src/councils/sittings/take-back-conflicts.ts';
import { StoredOutcome } from '../../src/councils/stored.ts';
import { accessTo } from '../../src/initiatives/access.ts';
import { conflictsOf } from '../../src/initiatives/conflicts-of.ts';
import { drawPanel } from '../../src/initiatives/scoring/draw-panel.ts';
import { openScoring } from '../../src/initiatives/scoring/open-scoring.ts';
import { planScoring } from '../../src/initiatives/scoring/prepare-scoring.ts';
import { saveScorecard } from '../../src/initiatives/scoring/save-scorecard.ts';
import { scoringPicture, scoringsOpen } from '../../src/initiatives/scoring/scoring-queries.ts';
import { rightsIn } from '../../src/initiatives/scoring/scoring-rights.ts';
import { today } from '../../src/kernel/deps.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { INITIATIVE_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { councilId } from '../../src/sandbox/sample/seed-councils.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, codeOf, excludedFrom, MEMBERS, opens, ruled, sitting } from './sitting-stage.ts';

let sample: SampleDatabase;
beforeAll(async () => {
  sample = await openSampleDatabase();
});
afterAll(() => sample.close());

const declare = async (by: Login, relative: Login, kinship: 'spouse' | 'child' = 'spouse') =>
  declareRelative(sample.deps, {
    actor: await actor(sample, by),
    relativeId: personId(relative),
    kinship,
  });

const endAll = async (by: Login) => {
  const one = await actor(sample, by);
  for (const { id } of await ownRelatives(sample.deps.db, one.personId))
    await endRelative(sample.deps, { actor: one, declarationId: id });
};

async function votedOn(login: Login, deps = sample.deps): Promise<string> {
  const { itemIds } = await sitting(sample, [{ login }]);
  const { ballotId } = await opens(deps, await actor(sample, 'ha.nguyen'), itemIds[0]!);
  return ballotId;
}

test('a relative declared by the member is left out, as is one whom the nominee declared', async () => {
  await declare('thuy.vo', 'duc.vu');
  await declare('duc.vu', 'tuyet.ho', 'child');

  const ballotId = await votedOn('duc.vu');

  const excluded = { 'thuy.vo': 'relative', 'tuyet.ho': 'relative' };
  expect(await excludedFrom(sample.deps, ballotId)).toEqual(excluded);
  const about = { ballotId, choice: 'agree' as const };
  expect(await castVote(sample.deps, { actor: await actor(sample, 'thuy.vo'), ...about })).toEqual({
    cast: false,
    because: 'relative',
  });
  await endAll('thuy.vo');
  await endAll('duc.vu');
});

test('an ended declaration holds no more, and a frozen roll stays as it was', async () => {
  const { deps } = sample;
  await declare('thuy.vo', 'linh.cao');
  const before = await votedOn('linh.cao');
  await endAll('thuy.vo');
  const after = await votedOn('linh.cao');
  await declare('viet.kieu', 'linh.cao');

  expect(await excludedFrom(deps, before)).toEqual({ 'thuy.vo': 'relative' });
  expect(await excludedFrom(deps, after)).toEqual({});
  const viet = await actor(sample, 'viet.kieu');
  expect(await castVote(deps, { actor: viet, ballotId: after, choice: 'agree' })).toMatchObject({
    cast: true,
  });
  await endAll('viet.kieu');
});

test('ended by one, it stays where the other declared the same', async () => {
  await declare('thuy.vo', 'linh.cao');
  await declare('linh.cao', 'thuy.vo');
  await endAll('thuy.vo');
  expect(await excludedFrom(sample.deps, await votedOn('linh.cao'))).toEqual({
    'thuy.vo': 'relative',
  });
  await endAll('linh.cao');
  expect(await excludedFrom(sample.deps, await votedOn('linh.cao'))).toEqual({});
});

test('declared twice is declared once; nobody is told, and no audit row names the relative', async () => {
  const { db } = sample.deps;
  const messages = await db.outgoingMessage.count();
  await declare('thuy.vo', 'linh.cao');
  await declare('thuy.vo', 'linh.cao');
  await declare('thuy.vo', 'linh.cao', 'child');

  const own = await ownRelatives(db, personId('thuy.vo'));
  expect(own).toMatchObject([{ name: 'Cao Diệu Linh', kinship: 'child' }]);
  expect(await ownRelatives(db, personId('linh.cao'))).toEqual([]);
  expect(await db.outgoingMessage.count()).toBe(messages);
  const log = await db.auditEvent.findMany({ where: { kind: { startsWith: 'council.relative' } } });
  const written = log.flatMap(({ subjectId, before, after, reason }) => [
    subjectId,
    JSON.stringify([before, after, reason]),
  ]);
  expect(written.join()).not.toContain(personId('linh.cao'));
  expect(await codeOf(declare('thuy.vo', 'thuy.vo'))).toBe('not_yourself');
  const linh = await actor(sample, 'linh.cao');
  const declarationId = own[0]!.id;
  expect(await codeOf(endRelative(sample.deps, { actor: linh, declarationId }))).toBe(
    'declaration_unknown',
  );
  await endAll('thuy.vo');
});

test('the database changes and deletes no declaration', async () => {
  const { db } = sample.deps;
  await declare('thuy.vo', 'linh.cao');
  const where = { personId: personId('thuy.vo'), endedAt: null };
  await expect(
    db.relativeDeclaration.updateMany({ where, data: { kinship: 'other' } }),
  ).rejects.toThrow('never changed');
  await expect(db.relativeDeclaration.deleteMany({ where })).rejects.toThrow('never changed');
  await endAll('thuy.vo');
  await expect(
    db.relativeDeclaration.updateMany({
      where: { personId: personId('thuy.vo') },
      data: { endedAt: null },
    }),
  ).rejects.toThrow('never changed');
});

test('a relative of an author neither scores nor votes, and reads no confidential part', async () => {
  const { deps } = sample;
  const { db } = deps;
  const initiative = await db.initiative.findFirstOrThrow({
    where: { state: 'accepted' },
    include: { authors: true },
  });
  const author = initiative.authors.find((one) => one.personId !== personId('khanh.phan'))!;
  const council = { id: councilId(INITIATIVE_COUNCIL), unitId: unitId('SH') };
  const about = { initiative, council, stateInvested: false };
  const long = await actor(sample, 'long.duong');
  expect(await accessTo(deps, db, long, initiative)).toBe('all');
  const before = await drawPanel(deps, db, about);

  await declareRelative(deps, { actor: long, relativeId: author.personId!, kinship: 'sibling' });

  const panel = await drawPanel(deps, db, about);
  const seat = (one: typeof panel) => one.members.find(({ personId: id }) => id === long.personId);
  expect([seat(before)?.excluded, seat(panel)?.excluded]).toEqual([null, 'relative']);
  expect(await accessTo(deps, db, long, initiative)).toBe('without_confidential');
  expect((await conflictsOf(deps, db, initiative.id)).get(author.personId!)).toBe('author');
  await endAll('long.duong');
});

test('a scorer who is a relative leaves an open scoring, one whose card is in stays on it', async () => {
  const { deps } = sample;
  const { db } = deps;
  const author = personId('phuong.ngo');
  const initiative = await db.initiative.findFirstOrThrow({
    where: { state: 'accepted', authors: { some: { personId: author } } },
  });
  const plan = {
    ...{ actor: await actor(sample, 'ha.nguyen'), initiativeId: initiative.id },
    ...{ councilId: councilId(INITIATIVE_COUNCIL), sheetKey: 'generic', stateInvested: false },
    lastDay: today(deps),
  };
  const { panel, plan: checked } = await planScoring(deps, plan);
  const { scoringId } = await openScoring(deps, { ...plan, mark: panel.mark, declared: [] });
  const long = await actor(sample, 'long.duong');
  const huong = await actor(sample, 'huong.dang');
  const points = Object.fromEntries(
    checked.sheet.criteria.map((one) => [one.key, 'max' in one ? one.max : 1]),
  );
  await saveScorecard(deps, { actor: huong, scoringId, points, comment: null, send: true });

  for (const one of [long, huong])
    await declareRelative(deps, { actor: one, relativeId: author, kinship: 'sibling' });

  const seats = await db.scorer.findMany({
    where: { scoringId, personId: { in: [long.personId, huong.personId] } },
  });
  expect(new Map(seats.map((seat) => [seat.personId, seat.excluded]))).toEqual(
    new Map([
      [long.personId, 'relative'],
      [huong.personId, null],
    ]),
  );
  const picture = (await scoringPicture(db, { id: scoringId }))!;
  // Frozen, and yet of others' scores they read nothing any more.
  expect(await rightsIn(deps, db, huong, picture)).toMatchObject({
    ...{ runs: false, scores: false, readsOutcome: false },
  });
  expect(
    await scoringsOpen(deps, db, { unitIds: [unitId('SH')], personId: huong.personId }),
  ).toEqual([]);
  for (const login of ['long.duong', 'huong.dang'] as const) await endAll(login);
});

test('an immediate superior votes unless the rule says otherwise', async () => {
  const strict = ruled(sample.deps, { superior: true });
  expect(await excludedFrom(sample.deps, await votedOn('lan.tran'))).toEqual({});
  expect(await excludedFrom(strict, await votedOn('lan.tran', strict))).toEqual({
    'khanh.phan': 'superior',
  });
});

test('the superior of a head is the head above, that of a collective its own', async () => {
  const strict = ruled(sample.deps, { superior: true });
  const secretary = await actor(sample, 'ha.nguyen');
  const own = await votedOn('khanh.phan', strict);
  const { itemIds } = await sitting(sample, [{ unitId: unitId('SH-THU') }], 'ttldxs');
  const { ballotId: ofUnit } = await opens(strict, secretary, itemIds[0]!);

  expect(await excludedFrom(strict, own)).toEqual({
    'khanh.phan': 'subject',
    'hung.le': 'superior',
  });
  expect(await excludedFrom(strict, ofUnit)).toEqual({ 'khanh.phan': 'superior' });
});

test('each kind of exclusion leaves the base alike, or stays in it where the rule says so', async () => {
  await declare('thuy.vo', 'lan.tran');
  const outcomes = [];
  for (const set of [{ superior: true }, { superior: true, keepsBase: true }]) {
    const deps = ruled(sample.deps, set);
    const ballotId = await votedOn('lan.tran', deps);
    for (const login of MEMBERS)
      if (login !== 'thuy.vo' && login !== 'khanh.phan')
        await castVote(deps, { actor: await actor(sample, login), ballotId, choice: 'agree' });
    await closeBallotIfDue(deps, ballotId);
    const { outcome } = await deps.db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
    outcomes.push(StoredOutcome.parse(outcome));
  }
  const [left, kept] = outcomes;
  expect(left).toMatchObject({
    base: { size: 7 },
    quorum: { needed: 5 },
    threshold: { needed: 5 },
  });
  expect(kept).toMatchObject({
    base: { size: 9 },
    quorum: { needed: 6 },
    threshold: { needed: 7 },
  });
  await endAll('thuy.vo');
});

test('the forms that open a ballot or a sheet name who is left out, by reason', async () => {
  await declare('thuy.vo', 'lan.tran');
  const strict = ruled(sample.deps, { superior: true });
  const secretary = await actor(sample, 'ha.nguyen');
  const { sittingId, itemIds } = await sitting(sample, [{ login: 'lan.tran' }]);
  const one = await prepareBallot(strict, { actor: secretary, agendaItemId: itemIds[0]! });
  const { year } = await strict.db.agendaItem.findUniqueOrThrow({ where: { id: itemIds[0]! } });
  const sheet = await prepareSheet(strict, {
    ...{ actor: secretary, sittingId, itemKey: 'cstdcs', year: year! },
  });

  const excluded = [
    { name: 'Phan Quốc Khánh', excluded: 'superior' },
    { name: 'Võ Thị Bích Thủy', excluded: 'relative' },
  ];
  expect(one.members.filter((member) => member.excluded)).toEqual(excluded);
  expect(sheet.excluded).toEqual(excluded);
  await endAll('thuy.vo');
});

describe('taking back what was declared by mistake', () => {
  const declares = async (sittingId: string, itemId: string) =>
    declareItemConflicts(sample.deps, {
      ...{ actor: await actor(sample, 'thuy.vo'), sittingId, itemIds: [itemId] },
    });
  const takes = async (sittingId: string, itemIds: readonly string[], by: Login = 'thuy.vo') =>
    takeBackConflicts(sample.deps, {
      ...{ actor: await actor(sample, by), sittingId, itemIds, reason: 'Khai nhầm' },
    });

  test('is the member’s own, with a reason, until a ballot was opened without them', async () => {
    const { sittingId, otherId } = await sitting(sample);
    const { itemConflict } = sample.deps.db;
    expect(await codeOf(takes(sittingId, [otherId]))).toBe('not_declared');
    await declares(sittingId, otherId);
    const thuy = await actor(sample, 'thuy.vo');
    const itemIds = [otherId];
    const without = { actor: thuy, sittingId, itemIds, reason: ' ' };
    expect(await codeOf(takeBackConflicts(sample.deps, without))).toBe('reason_missing');
    expect(await codeOf(takes(sittingId, []))).toBe('nothing_chosen');
    expect(await codeOf(takes(sittingId, itemIds, 'viet.kieu'))).toBe('not_declared');
    expect(await codeOf(takes(sittingId, itemIds, 'lan.tran'))).toBe('not_member');
    expect(await itemConflict.count({ where: { agendaItemId: otherId } })).toBe(1);

    await takes(sittingId, itemIds);
    expect(await itemConflict.count({ where: { agendaItemId: otherId } })).toBe(0);
    expect(await codeOf(takes(sittingId, itemIds))).toBe('not_declared');

    await declares(sittingId, otherId);
    const { ballotId } = await opens(sample.deps, await actor(sample, 'ha.nguyen'), otherId);
    expect(await excludedFrom(sample.deps, ballotId)).toEqual({ 'thuy.vo': 'declared' });
    expect(await codeOf(takes(sittingId, itemIds))).toBe('conflict_fixed');
    expect(await itemConflict.count({ where: { agendaItemId: otherId } })).toBe(1);
  });

  test('of an initiative: what somebody else declared of the member, or a scoring used, stays', async () => {
    const { db } = sample.deps;
    const { id: initiativeId } = await db.initiative.create({
      data: {
        ...{ number: 'SK-2026-8101', title: 'Sáng kiến', state: 'accepted' },
        ...{ acceptedAt: sample.clock.now(), kind: 'managerial', field: 'Quản lý thu' },
        ...{ priorState: 'Cũ', essence: 'Mới', benefits: 'Nhanh', filedLate: false },
        ...{ unitId: unitId('SH-THU'), firstAppliedOn: dateColumn('2026-10-01') },
        ...{ filedById: personId('lan.tran'), filedAt: sample.clock.now() },
        authors: { create: { ordinal: 1, personId: personId('lan.tran'), share: 100 } },
      },
    });
    const sittingId = await conveneSitting(sample.deps, {
      ...{ actor: await actor(sample, 'ha.nguyen'), councilId: councilId(INITIATIVE_COUNCIL) },
      ...{ startsAt: sample.deps.clock.now(), place: 'Phòng họp', initiativeIds: [initiativeId] },
      ...{ channelId: undefined, submissionKey: randomUUID() },
    });
    const { id: itemId } = await db.agendaItem.findFirstOrThrow({ where: { sittingId } });
    const count = () =>
      db.initiativeConflict.count({ where: { initiativeId, personId: personId('thuy.vo') } });
    await declares(sittingId, itemId);
    expect(await count()).toBe(1);
    await takes(sittingId, [itemId]);
    expect(await count()).toBe(0);

    const own = { initiativeId, personId: personId('thuy.vo') };
    await db.initiativeConflict.create({
      data: { ...own, declaredById: personId('ha.nguyen') },
    });
    expect(await codeOf(takes(sittingId, [itemId]))).toBe('not_declared');
    await db.initiativeConflict.updateMany({
      where: own,
      data: { declaredById: personId('thuy.vo') },
    });
    const plan = {
      ...{ actor: await actor(sample, 'ha.nguyen'), initiativeId },
      ...{ councilId: councilId(INITIATIVE_COUNCIL), sheetKey: 'generic', stateInvested: false },
      lastDay: today(sample.deps),
    };
    const { panel } = await planScoring(sample.deps, plan);
    const { scoringId } = await openScoring(sample.deps, {
      ...{ ...plan, mark: panel.mark, declared: [] },
    });
    expect(await db.scorer.count({ where: { scoringId, excluded: 'declared' } })).toBe(1);
    expect(await codeOf(takes(sittingId, [itemId]))).toBe('conflict_fixed');
    expect(await count()).toBe(1);
  });
});
