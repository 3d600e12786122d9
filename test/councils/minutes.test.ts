import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue, closeSheetIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { buildMinutesFile } from '../../src/councils/papers/minutes-file.ts';
import { recount } from '../../src/councils/proofs/recount.ts';
import { holdResults } from '../../src/councils/release/hold-results.ts';
import type { Choice } from '../../src/councils/rules.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { docxWords } from '../support/docx.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, cardsOf, MEMBERS, opens, opensSheet, sitting, twoNames } from './sitting-stage.ts';

const HOUR_MS = 60 * 60_000;
let sample: SampleDatabase;
let deps: Deps;
beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
});
afterAll(() => sample.close());

async function wordsOf(name: 'sitting' | 'count', sittingId: string, reader: Login) {
  const { content } = await buildMinutesFile(deps, {
    ...{ params: { sittingId, name }, personId: personId(reader), language: 'vi' },
  });
  return docxWords(content);
}

test('a sheet on which too few voted is not concluded as refused', async () => {
  const { sittingId, year } = await twoNames(sample);
  const sheetId = await opensSheet(deps, await actor(sample, 'ha.nguyen'), { sittingId, year });
  await sample.clock.advance(2 * HOUR_MS);
  expect(await closeSheetIfDue(deps, sheetId)).toBe(true);
  const words = await wordsOf('sitting', sittingId, 'ha.nguyen');
  expect(words).toContain(`CSTĐCS ${year}: chưa đủ số thành viên tham gia.`);
});

test('names of which one passed and one had no quorum are told apart', async () => {
  const { sittingId, itemIds, year } = await twoNames(sample);
  const secretary = await actor(sample, 'ha.nguyen');
  for (const [place, voters] of [MEMBERS, MEMBERS.slice(0, 1)].entries()) {
    const { ballotId } = await opens(deps, secretary, itemIds[place] ?? '');
    for (const login of voters)
      await castVote(deps, { actor: await actor(sample, login), ballotId, choice: 'agree' });
    await sample.clock.advance(2 * HOUR_MS);
    expect(await closeBallotIfDue(deps, ballotId)).toBe(true);
  }
  const words = await wordsOf('sitting', sittingId, 'ha.nguyen');
  expect(words).toContain(`CSTĐCS ${year}: thông qua 1/2, chưa đủ số thành viên tham gia 1.`);
});

test('names of one title, one voted on openly and one in secret: which was which', async () => {
  const { sittingId, itemIds, year } = await twoNames(sample);
  const secretary = await actor(sample, 'ha.nguyen');
  for (const [place, method] of (['open', 'secret'] as const).entries()) {
    const { ballotId } = await opens(deps, secretary, itemIds[place] ?? '', method);
    for (const login of MEMBERS)
      await castVote(deps, { actor: await actor(sample, login), ballotId, choice: 'agree' });
    expect(await closeBallotIfDue(deps, ballotId)).toBe(true);
  }
  const words = await wordsOf('sitting', sittingId, 'ha.nguyen');
  expect(words).toContain('- Hình thức: Biểu quyết công khai (STT 1); Bỏ phiếu kín (STT 2)');
  expect(words).toContain(`CSTĐCS ${year}: thông qua 2/2.`);
});

describe('where results are held, of a vote without a quorum', () => {
  /** The secretary is the nominee; two members vote, which is no quorum. */
  async function missed(choice: Choice) {
    const { sittingId, itemIds } = await sitting(sample, [{ login: 'ha.nguyen' }], 'cstdcs');
    const chair = await actor(sample, 'hung.le');
    await holdResults(deps, { actor: chair, sittingId, holds: true });
    const { ballotId } = await opens(deps, chair, itemIds[0] ?? '');
    for (const login of ['hung.le', 'thuy.vo'] as const)
      await castVote(deps, {
        ...{ actor: await actor(sample, login), ballotId, choice },
        ...(choice === 'other' ? { opinion: 'Chưa rõ thành tích' } : {}),
      });
    await sample.clock.advance(2 * HOUR_MS);
    expect(await closeBallotIfDue(deps, ballotId)).toBe(true);
    const { result } = await deps.db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
    expect(result).toBe('no_quorum');
    return { sittingId, ballotId };
  }

  /** The figures of the vote: from how it was held to the share. */
  const figures = (words: readonly string[], method: string) => {
    const place = words.indexOf(method);
    expect(place).toBeGreaterThan(0);
    return words.slice(place + 1, place + 9);
  };

  test.each(['ha.nguyen', 'hung.le'] as const)('%s reads no choices in minutes', async (reader) => {
    const [agreed, other] = [await missed('agree'), await missed('other')];
    const card = (await cardsOf(deps, 'hung.le'))[`councils.turnout ${agreed.ballotId}`];
    expect(card).toContain('không được công bố');
    const counts = await Promise.all(
      [agreed, other].map(({ sittingId }) => wordsOf('count', sittingId, reader)),
    );
    const [first = [], second = []] = counts.map((words) => figures(words, 'Công khai'));
    expect(first).toEqual(second);
    const minutes = await wordsOf('sitting', other.sittingId, reader);
    expect(minutes.join(' ')).not.toContain('Chưa rõ thành tích');
  });

  test('the recount tells none either', async () => {
    const { ballotId } = await missed('disagree');
    const [found] = await recount(deps.db, ballotId);
    expect(found?.withheld).toBe(true);
  });
});
