import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBallotIfDue, closeSheetIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { castSheet } from '../../src/councils/sheets/cast-sheet.ts';
import { openSheet } from '../../src/councils/sheets/open-sheet.ts';
import { namesFor, sheetPicture } from '../../src/councils/sheets/sheet-queries.ts';
import { connect, type Database } from '../../src/database/client.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, COUNCIL, cardsOf, opens, sitting } from './sitting-stage.ts';

// What who opened a vote is told when too few took part in it, and when.

const SECRETARY = 'ha.nguyen';
const CHAIR = 'hung.le';
const MEMBER = 'thuy.vo';
const HOUR_MS = 60 * 60_000;

let sample: SampleDatabase;
let deps: Deps;
let neighbour: Database;
beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
  neighbour = connect({ ...sample.database.connection, max: 2 }, null);
});
afterAll(async () => {
  await neighbour.close();
  await sample.close();
});

/** A sheet of one title with these names, opened by the secretary. */
async function opensSheet(names: readonly [Login, ...Login[]]): Promise<string> {
  const [first, ...others] = names;
  const { sittingId, itemIds } = await sitting(sample, [{ login: first }]);
  const { year } = await deps.db.agendaItem.findUniqueOrThrow({ where: { id: itemIds[0]! } });
  const about = { sittingId, kind: 'nomination', itemKey: 'cstdcs', year } as const;
  for (const [place, login] of others.entries())
    await deps.db.agendaItem.create({
      data: { ...about, personId: personId(login), ordinal: place + 5 },
    });
  const { sheetId } = await openSheet(deps, {
    ...{ actor: await actor(sample, SECRETARY), sittingId, itemKey: 'cstdcs', year: year! },
    ...{ method: 'open', closesAt: new Date(deps.clock.now().getTime() + HOUR_MS) },
    submissionKey: randomUUID(),
  });
  return sheetId;
}

const votesOf = (sheetId: string) =>
  deps.db.ballot.findMany({ where: { sheetId }, orderBy: { id: 'asc' } });

const written = (subjectId: string) =>
  deps.db.outgoingMessage.count({ where: { purpose: 'councils.quorum_missed', subjectId } });

const toldOf = async (login: Login, subjectId: string) =>
  (await cardsOf(deps, login))[`councils.quorum_missed ${subjectId}`];

describe('of a ballot by itself', () => {
  test('nothing is said to somebody who runs the sitting no more', async () => {
    const { otherId } = await sitting(sample);
    const { ballotId } = await opens(deps, await actor(sample, CHAIR), otherId);
    await sample.clock.advance(2 * HOUR_MS);
    expect(await closeBallotIfDue(deps, ballotId)).toBe(true);
    expect(await toldOf(CHAIR, ballotId)).toContain('chưa đủ số thành viên tham gia');
    const seat = { councilId: COUNCIL, personId: personId(CHAIR) };
    await deps.db.councilMember.updateMany({ where: seat, data: { office: 'member' } });
    const told = await toldOf(CHAIR, ballotId);
    await deps.db.councilMember.updateMany({ where: seat, data: { office: 'chair' } });
    expect(told).toBe('null');
  });
});

describe('of a sheet', () => {
  test('it is said once, of all its names, as the last is closed', async () => {
    const sheetId = await opensSheet(['lan.tran', 'duc.vu']);
    await sample.clock.advance(2 * HOUR_MS);
    const [first] = await votesOf(sheetId);
    expect(await closeBallotIfDue(deps, first!.id)).toBe(true);
    expect(await written(sheetId)).toBe(0);
    expect(await closeSheetIfDue(deps, sheetId)).toBe(true);
    expect(await written(sheetId)).toBe(1);
    expect(await toldOf(SECRETARY, sheetId)).toContain('*2 đề nghị*');
  });

  test('and so by two processes that close the last names at once', async () => {
    const other = { ...deps, db: neighbour.db };
    for (let round = 0; round < 5; round += 1) {
      const sheetId = await opensSheet(['lan.tran', 'duc.vu']);
      await sample.clock.advance(2 * HOUR_MS);
      const [one, two] = await votesOf(sheetId);
      await Promise.all([closeBallotIfDue(deps, one!.id), closeBallotIfDue(other, two!.id)]);
      expect(await written(sheetId)).toBe(1);
    }
  });

  test('who opened it and is one of the names is told of the others', async () => {
    const sheetId = await opensSheet([SECRETARY, 'lan.tran', 'duc.vu']);
    await sample.clock.advance(2 * HOUR_MS);
    expect(await closeSheetIfDue(deps, sheetId)).toBe(true);
    expect(await toldOf(SECRETARY, sheetId)).toContain('*2 đề nghị*');
  });

  test('in which all took part, nothing is said', async () => {
    const sheetId = await opensSheet(['lan.tran', 'duc.vu']);
    const picture = (await sheetPicture(deps, sheetId))!;
    const roll = await deps.db.rollEntry.findMany({
      where: { ballot: { sheetId }, excluded: null },
      distinct: ['personId'],
      select: { person: { select: { email: true } } },
    });
    for (const { person } of roll) {
      const voter = await actor(sample, person.email.split('@')[0] as Login);
      const choices = namesFor(picture, voter.personId).map(({ ballotId }) => ({
        ...{ ballotId, choice: 'agree' as const },
      }));
      await castSheet(deps, { actor: voter, sheetId, choices });
    }
    expect(await closeSheetIfDue(deps, sheetId)).toBe(true);
    expect(await written(sheetId)).toBe(0);
  });
});

test('cards of what is counted ask for no vote in any part of them, and nothing waits for signed minutes', async () => {
  const { otherId } = await sitting(sample);
  const { ballotId } = await opens(deps, await actor(sample, SECRETARY), otherId);
  const sheetId = await opensSheet(['lan.tran', 'duc.vu']);
  const cards = async () => {
    const all = await cardsOf(deps, MEMBER);
    return [all[`councils.vote_card ${ballotId}`], all[`councils.sheet_card ${sheetId}`]];
  };
  for (const card of await cards()) expect(card).toContain('Mời anh/chị bỏ phiếu');
  await sample.clock.advance(2 * HOUR_MS);
  expect(await closeBallotIfDue(deps, ballotId)).toBe(true);
  expect(await closeSheetIfDue(deps, sheetId)).toBe(true);
  for (const card of await cards()) {
    expect(card).toContain('Đã kiểm phiếu');
    expect(card).toContain('Chưa đủ số thành viên bỏ phiếu');
    expect(card).not.toMatch(/Mời (anh.chị )?bỏ phiếu|Kết quả dự kiến|Thông qua 0/);
  }
});
