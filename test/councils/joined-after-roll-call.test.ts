import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beforehand } from '../../src/councils/ballots/ballot-form-views.ts';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue, closeSheetIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { reconstituteCouncil } from '../../src/councils/composition/reconstitute-council.ts';
import { castSheet } from '../../src/councils/sheets/cast-sheet.ts';
import { prepareSheet } from '../../src/councils/sheets/prepare-sheet.ts';
import { namesFor, sheetPicture } from '../../src/councils/sheets/sheet-queries.ts';
import { callRoll } from '../../src/councils/sittings/attendance.ts';
import { StoredOutcome } from '../../src/councils/stored.ts';
import { type Deps, today } from '../../src/kernel/deps.ts';
import type { Actor } from '../../src/people/actor.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { personId, staffOf } from '../../src/sandbox/sample/people.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, COUNCIL, codeOf, MEMBERS, opens, opensSheet, twoNames } from './sitting-stage.ts';

const HOUR_MS = 60 * 60_000;
let sample: SampleDatabase;
let deps: Deps;
let secretary: Actor;
let joined: Actor;
let members: Actor[];
let at: Awaited<ReturnType<typeof twoNames>>;

const callsRoll = (present: readonly Actor[]) =>
  callRoll(deps, {
    ...{ actor: secretary, sittingId: at.sittingId, written: [] },
    present: present.map((one) => one.personId),
  });

beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
  secretary = await actor(sample, 'ha.nguyen');
  joined = await actor(sample, 'nga.bui');
  members = await Promise.all(MEMBERS.map((login) => actor(sample, login)));
  at = await twoNames(sample);
  await callsRoll(members);
  await reconstituteCouncil(deps, {
    ...{ actor: secretary, councilId: COUNCIL, compositionId: randomUUID(), seen: COUNCIL },
    proposal: {
      ...{ number: '700/QĐ', decidedOn: today(deps), from: today(deps), to: null },
      name: EMULATION_COUNCIL.name,
      members: [
        ...EMULATION_COUNCIL.members.map(({ login, office }) => ({
          ...{ personId: personId(login), office },
        })),
        { personId: joined.personId, office: 'member' },
      ],
    },
    keptSubstitutes: [],
  });
});
afterAll(() => sample.close());

const outcomesOf = async (where: { id: string } | { sheetId: string }) =>
  (await deps.db.ballot.findMany({ where })).map(({ state, outcome }) => {
    const { agree, quorum } = StoredOutcome.parse(outcome);
    return { state, agree, present: quorum.present };
  });

const agreesOnAll = async (one: Actor, sheetId: string) => {
  const sheet = await sheetPicture(deps, sheetId);
  const names = sheet ? namesFor(sheet, one.personId) : [];
  const choices = names.map(({ ballotId }) => ({ ballotId, choice: 'agree' as const }));
  return codeOf(castSheet(deps, { actor: one, sheetId, choices }));
};

describe('who joins the council after the roll was called', () => {
  test('has no vote, and the ballot is closed by those who were there', async () => {
    const { ballotId } = await opens(deps, secretary, at.itemIds[0]);
    expect(await castVote(deps, { actor: joined, ballotId, choice: 'agree' })).toMatchObject({
      cast: false,
      because: 'absent',
    });
    for (const one of members) await castVote(deps, { actor: one, ballotId, choice: 'agree' });
    expect(await closeBallotIfDue(deps, ballotId)).toBe(true);
    const present = members.length;
    expect(await outcomesOf({ id: ballotId })).toEqual([
      { state: 'closed', agree: present, present },
    ]);
  });

  test('is named where a vote is opened, until the roll is called again, and then votes', async () => {
    const { year, sittingId } = at;
    const uncalled = async () => {
      const group = { sittingId, itemKey: 'cstdcs', year };
      const { time } = await prepareSheet(deps, { actor: secretary, ...group });
      return beforehand({ time }, { language: 'vi', zone: deps.zone });
    };
    expect(await uncalled()).toEqual([expect.stringContaining(staffOf('nga.bui').name)]);
    const { time } = await prepareSheet(deps, {
      actor: secretary,
      sittingId,
      itemKey: 'cstdcs',
      year,
    });
    const early = { time: { ...time, begun: false } };
    expect(beforehand(early, { language: 'vi', zone: deps.zone })).toEqual([
      expect.stringContaining('Phiên họp chưa bắt đầu'),
      expect.stringContaining(staffOf('nga.bui').name),
    ]);
    await callsRoll([...members, joined]);
    expect(await uncalled()).toEqual([]);
    const sheetId = await opensSheet(deps, secretary, { sittingId, year, method: 'secret' });
    for (const one of [...members, joined]) expect(await agreesOnAll(one, sheetId)).toBe('done');
    await sample.clock.advance(2 * HOUR_MS);
    expect(await closeSheetIfDue(deps, sheetId)).toBe(true);
    const present = members.length + 1;
    expect(await outcomesOf({ sheetId })).toEqual([{ state: 'closed', agree: present, present }]);
  });
});
