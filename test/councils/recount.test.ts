import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { isDifferent, recount } from '../../src/councils/proofs/recount.ts';
import { recountReport } from '../../src/councils/proofs/recount-report.ts';
import { recountStored, verifyStored } from '../../src/proof-commands.ts';
import { afterTampering, openProofStage, type ProofStage } from './proof-stage.ts';

let stage: ProofStage;
beforeAll(async () => {
  stage = await openProofStage();
});
afterAll(() => stage.sample.close());

const config = readConfig({});
const inVietnamese = { language: 'vi', zone: 'Asia/Ho_Chi_Minh' } as const;
/** The database as a command finds it, which is not the command's to stop. */
const database = () => ({
  connection: stage.sample.database.connection,
  close: async () => undefined,
});

const differences = (tampering: string, ballotId: string) =>
  afterTampering(stage, tampering, async (tx) => {
    const [one] = await recount(tx, ballotId);
    return one?.lines.filter(isDifferent);
  });

test('every closed ballot agrees with its stored votes, open ones are left out', async () => {
  const recounts = await recount(stage.sample.deps.db, null);

  const ids = recounts.map(({ ballotId }) => ballotId);
  expect(ids).toEqual(
    expect.arrayContaining([stage.openClosed, stage.secretClosed, stage.withheld]),
  );
  expect(ids).not.toContain(stage.openOpen);
  expect(recounts.flatMap(({ lines }) => lines.filter(isDifferent))).toEqual([]);
});

test('the table sets what was stored beside what was counted', async () => {
  const { report, sound } = await recountStored(config, database(), {
    ballotId: stage.secretClosed,
  });

  expect(sound).toBe(true);
  const words = report.replaceAll(/ {2,}/g, ' | ');
  expect(words).toContain('bỏ phiếu kín, đóng');
  expect(words).toContain('| Đã bỏ phiếu, số phiếu | 6 | 6');
  expect(words).toContain('| Đồng ý | 5 | 5');
  expect(words).toContain('| Không đồng ý | 1 | 1');
  expect(words).toContain('| Kết quả | thông qua | thông qua');
  expect(words).toContain('Đã kiểm lại 1 cuộc bỏ phiếu: 1 khớp, 0 khác.');
});

test.each<[string, (s: ProofStage) => [sql: string, ballotId: string], string[][]]>([
  [
    'a vote that was turned round',
    (s) => [
      `update counted_paper set choice = 'disagree' where ballot_id = '${s.secretClosed}'
       and id = (select min(id::text)::uuid from counted_paper where ballot_id = '${s.secretClosed}' and choice = 'agree')`,
      s.secretClosed,
    ],
    [
      ['agree', '5', '4'],
      ['disagree', '1', '2'],
      ['result', 'passed', 'not_passed'],
    ],
  ],
  [
    'a counted paper that was taken away counts as invalid',
    (s) => [
      `delete from counted_paper where ballot_id = '${s.secretClosed}' and choice = 'disagree'`,
      s.secretClosed,
    ],
    [
      ['disagree', '1', '0'],
      ['invalid', '0', '1'],
    ],
  ],
  [
    'a counted paper too many cannot be',
    (s) => [
      `insert into counted_paper (ballot_id, choice) values ('${s.secretClosed}', 'agree')`,
      s.secretClosed,
    ],
    [
      ['agree', '5', '6'],
      ['invalid', '0', '-1'],
      ['notVoted', '1', '?'],
      ['quorum', '6/5', '?'],
      ['base', '7', '?'],
      ['needed', '5', '?'],
      ['result', 'passed', 'impossible'],
    ],
  ],
  [
    'a result at odds with its own outcome',
    (s) => [`update ballot set result = 'not_passed' where id = '${s.openClosed}'`, s.openClosed],
    [['result', 'at_odds', 'passed']],
  ],
])('%s', async (_what, tampering, expected) => {
  const found = await differences(...tampering(stage));
  expect(found?.map(({ of, stored, recounted }) => [of, stored, recounted])).toEqual(expected);
});

test('a difference is marked in the table and counted at its end', async () => {
  const tampering = `delete from open_vote where ballot_id = '${stage.openClosed}' and choice = 'disagree'`;
  const report = await afterTampering(stage, tampering, async (tx) =>
    recountReport(await recount(tx, stage.openClosed), inVietnamese),
  );

  const marked = report.split('\n').filter((line) => line.endsWith('← KHÁC'));
  expect(marked.map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
    'Đã bỏ phiếu, số phiếu',
    'Không đồng ý',
    'Không bỏ phiếu',
    'Có mặt/túc số',
  ]);
  expect(report).toMatch(/1 cuộc bỏ phiếu: 0 khớp, 1 khác\.$/);
});

test('the figures of a secret ballot without a quorum are shown to nobody, in a recount neither', async () => {
  const report = recountReport(await recount(stage.sample.deps.db, stage.withheld), inVietnamese);

  expect(report).toMatch(/Kết quả +không đủ túc số +không đủ túc số/);
  for (const word of ['Đồng ý', 'Không đồng ý', 'Ý kiến khác', 'Không hợp lệ']) {
    expect(report).toMatch(new RegExp(`^ +${word} +kín +kín$`, 'm'));
  }
});

test.each([
  ['one that is still open', () => stage.openOpen],
  ['one that never was', () => '00000000-0000-4000-8000-000000000000'],
  ['what is no id', () => 'SK-2026-9001'],
])('%s cannot be recounted, and the terminal says so', async (_what, id) => {
  const asked = recountStored(config, database(), { ballotId: id() });
  await expect(asked).rejects.toThrow(ConfigError);
  await expect(asked).rejects.toThrow('Không có cuộc bỏ phiếu đã đóng nào');
});

test('the commands over the whole database', async () => {
  const all = await recountStored(config, database(), 'all');
  expect(all.sound).toBe(true);
  expect(all.report).toMatch(/Đã kiểm lại \d+ cuộc bỏ phiếu: \d+ khớp, 0 khác\.$/);

  const verified = await verifyStored(database());
  expect(verified.report).not.toContain('SAI ');
  expect(verified.sound).toBe(true);
  expect(verified.report).toMatch(/Đã kiểm \d+ điều: \d+ đạt, 0 sai\.$/);
});
