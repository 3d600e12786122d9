import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBallotIfDue, closeSheetIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { holdResults } from '../../src/councils/release/hold-results.ts';
import { releaseResults } from '../../src/councils/release/release-results.ts';
import { castSheet } from '../../src/councils/sheets/cast-sheet.ts';
import { namesFor, sheetPicture } from '../../src/councils/sheets/sheet-queries.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, cardsOf, codeOf, MEMBERS, opensSheet, twoNames } from './sitting-stage.ts';

// A sheet is one vote. It closes ballot by ballot; between two of them, as when a process was killed there, whoever runs the
// sitting announces what is held.

const HOUR_MS = 60 * 60_000;
const MEMBER = 'thuy.vo';
let sample: SampleDatabase;
let deps: Deps;
beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
});
afterAll(() => sample.close());

test('a sheet that is being closed is held until all of it is, and then announced as a whole', async () => {
  const secretary = await actor(sample, 'ha.nguyen');
  const { sittingId, year } = await twoNames(sample);
  await holdResults(deps, { actor: secretary, sittingId, holds: true });
  const sheetId = await opensSheet(deps, secretary, { sittingId, year });
  const names = (await sheetPicture(deps, sheetId))!;
  for (const login of MEMBERS.slice(0, 7)) {
    const voter = await actor(sample, login);
    const choices = namesFor(names, voter.personId).map(({ ballotId }) => ({
      ...{ ballotId, choice: 'agree' as const },
    }));
    await castSheet(deps, { actor: voter, sheetId, choices });
  }
  const held = async () => {
    const ballots = await deps.db.ballot.findMany({ where: { sheetId }, orderBy: { id: 'asc' } });
    return ballots.map((one) => ({ state: one.state, held: one.held }));
  };
  const card = async () => (await cardsOf(deps, MEMBER))[`councils.sheet_card ${sheetId}`];
  const announces = () => codeOf(releaseResults(deps, { actor: secretary, sittingId }));

  await sample.clock.advance(2 * HOUR_MS);
  const [first] = await deps.db.ballot.findMany({ where: { sheetId }, orderBy: { id: 'asc' } });
  expect(await closeBallotIfDue(deps, first!.id)).toBe(true);
  await announces();
  expect(await held()).toEqual([
    { state: 'closed', held: true },
    { state: 'open', held: false },
  ]);

  expect(await closeSheetIfDue(deps, sheetId)).toBe(true);
  expect(await held()).toEqual(Array(2).fill({ state: 'closed', held: true }));
  expect(await card()).not.toContain('Thông qua');
  expect(await announces()).toBe('done');
  expect(await held()).toEqual(Array(2).fill({ state: 'closed', held: false }));
  expect(await card()).toContain('Thông qua 2/2');
});
