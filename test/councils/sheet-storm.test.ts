import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../../src/checks.ts';
import { proposeVoteAnnulment } from '../../src/councils/annulment/propose-annulment.ts';
import { settleVoteAnnulment } from '../../src/councils/annulment/settle-annulment.ts';
import { closeBallotIfDue, closeSheetIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { endVote } from '../../src/councils/ballots/end-vote.ts';
import { isDifferent, recount } from '../../src/councils/proofs/recount.ts';
import { holdResults } from '../../src/councils/release/hold-results.ts';
import { releaseResults } from '../../src/councils/release/release-results.ts';
import { castSheet } from '../../src/councils/sheets/cast-sheet.ts';
import {
  namesFor,
  type SheetPicture,
  sheetPicture,
} from '../../src/councils/sheets/sheet-queries.ts';
import { callRoll } from '../../src/councils/sittings/attendance.ts';
import { connect, type Database } from '../../src/database/client.ts';
import { findBreaches } from '../../src/kernel/check.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import type { Actor } from '../../src/people/actor.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, codeOf, MEMBERS, opens, opensSheet, sitting, twoNames } from './sitting-stage.ts';

// Votes, two who end the vote, its deadline, the close of the sheet and of single ballots in both orders, a roll-call, an
// annulment and an announcement, all at once by two pools of connections, as by two processes.

const HOUR_MS = 60 * 60_000;
const ROUNDS = 8;
/** A code of a refusal; what was not foreseen, as a deadlock, has none. */
const FORESEEN = /^[a-z_]+$/;

let sample: SampleDatabase;
let deps: Deps;
let neighbour: Database;
let other: Deps;
let secretary: Actor;
let chair: Actor;
beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
  neighbour = connect({ ...sample.database.connection, max: 6 }, null);
  other = { ...deps, db: neighbour.db };
  secretary = await actor(sample, 'ha.nguyen');
  chair = await actor(sample, 'hung.le');
});
afterAll(async () => {
  await neighbour.close();
  await sample.close();
});

async function agrees(by: Deps, login: Login, sheet: SheetPicture) {
  const voter = await actor(sample, login);
  const choices = namesFor(sheet, voter.personId).map(({ ballotId }) => ({
    ...{ ballotId, choice: 'agree' as const },
  }));
  return castSheet(by, { actor: voter, sheetId: sheet.id, choices });
}

async function atOnce(works: readonly Promise<unknown>[]): Promise<void> {
  for (const code of await Promise.all(works.map(codeOf))) expect(code).toMatch(FORESEEN);
}

test.each(
  Array.from({ length: ROUNDS }, (_, round) => ({
    method: round % 2 ? ('secret' as const) : ('open' as const),
    holds: round % 4 < 2,
    early: round % 3 === 0 ? 2 : MEMBERS.length - 2,
    passes: round < ROUNDS / 2,
  })),
)('$method, held: $holds, $early votes before, its time passes: $passes', async (round) => {
  const { method, holds, early, passes } = round;
  const { sittingId, year } = await twoNames(sample);
  const elsewhere = await sitting(sample);
  if (holds) await holdResults(deps, { actor: secretary, sittingId, holds });
  const sheetId = await opensSheet(deps, secretary, { sittingId, year, method });
  const sheet = (await sheetPicture(deps, sheetId))!;
  const ids = sheet.names.map(({ ballotId }) => ballotId);
  for (const login of MEMBERS.slice(0, early)) await agrees(deps, login, sheet);
  await atOnce([
    ...(passes ? [sample.clock.advance(HOUR_MS)] : []),
    ...MEMBERS.slice(early).map((login, place) => agrees(place % 2 ? other : deps, login, sheet)),
    endVote(deps, { actor: secretary, target: { sheetId } }),
    endVote(other, { actor: chair, target: { sheetId } }),
    closeSheetIfDue(deps, sheetId),
    ...ids.toReversed().map((id) => closeBallotIfDue(other, id)),
    closeSheetIfDue(other, sheetId),
    ...(passes ? [] : [opens(deps, chair, elsewhere.otherId)]),
    holdResults(other, { actor: chair, sittingId, holds: !holds }),
    callRoll(deps, { actor: secretary, sittingId, present: [secretary.personId], written: [] }),
    proposeVoteAnnulment(deps, { actor: chair, target: { sheetId }, reason: 'Sai' }),
    releaseResults(other, { actor: secretary, sittingId }),
    closeSheetIfDue(deps, sheetId),
  ]);
  await sample.clock.advance(2 * HOUR_MS);
  await atOnce([
    closeSheetIfDue(deps, sheetId),
    closeSheetIfDue(other, sheetId),
    ...ids.map((id) => closeBallotIfDue(other, id)),
  ]);

  const ballots = await deps.db.ballot.findMany({ where: { sheetId } });
  expect(ballots.map(({ state }) => state)).toEqual(['closed', 'closed']);
  // All of it is held or none, and too few voted on all of it or on none.
  const missed = ballots.filter(({ result }) => result === 'no_quorum').length;
  expect([0, ballots.length]).toContain(missed);
  expect([0, ballots.length]).toContain(ballots.filter(({ held }) => held).length);
  const where = { purpose: 'councils.quorum_missed', subjectId: sheetId };
  expect(await deps.db.outgoingMessage.count({ where })).toBe(missed > 0 ? 1 : 0);
  const { rowCount } = await sample.database.pool.query(
    'select from graphile_worker._private_jobs where key = any($1)',
    [['sheet_card', 'sheet_turnout'].map((card) => `refresh:councils.${card}:${sheetId}`)],
  );
  expect(rowCount).toBe(2);

  if (missed === 0) {
    await codeOf(proposeVoteAnnulment(deps, { actor: chair, target: { sheetId }, reason: 'Sai' }));
    const { id } = await deps.db.ballotAnnulment.findFirstOrThrow({ where: { sheetId } });
    const settles = { actor: secretary, annulmentId: id, verdict: { kind: 'confirmed' } } as const;
    await atOnce([
      settleVoteAnnulment(deps, settles),
      settleVoteAnnulment(other, settles),
      releaseResults(other, { actor: chair, sittingId }),
      closeSheetIfDue(deps, sheetId),
    ]);
  }
  expect(await findBreaches(deps.db, checks)).toEqual([]);
  const recounts = await recount(deps.db, null);
  expect(recounts.flatMap(({ lines }) => lines.filter(isDifferent))).toEqual([]);
});
