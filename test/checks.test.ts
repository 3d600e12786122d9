import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../src/checks.ts';
import { findBreaches } from '../src/kernel/check.ts';
import { afterTampering, openProofStage, type ProofStage } from './councils/proof-stage.ts';

let stage: ProofStage;
beforeAll(async () => {
  stage = await openProofStage();
});
afterAll(() => stage.sample.close());

const names = async (tx: Parameters<typeof findBreaches>[0]) =>
  (await findBreaches(tx, checks)).map(({ check }) => check.name);

test('a database as the product has written it breaks nothing', async () => {
  expect(await findBreaches(stage.sample.deps.db, checks)).toEqual([]);
});

test('every check has a name of its own and a sentence in both languages', () => {
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
  for (const { says } of checks)
    expect([says.vi, says.en].map((text) => text.at(-1))).toEqual(['.', '.']);
});

/** What is done to the database, and which checks find it; each check is found broken by at least one. */
const TAMPERINGS: [what: string, sql: (s: ProofStage) => string, found: string[]][] = [
  [
    'a member is struck from a closed roll',
    (s) =>
      `delete from roll_entry where ballot_id = '${s.openClosed}' and person_id = '${s.members[6]!.personId}'`,
    ['roll_size', 'roll_hash', 'outcome_recounts'],
  ],
  [
    'a member is excluded after having voted',
    (s) =>
      `update roll_entry set excluded = 'declared' where ballot_id = '${s.openOpen}' and person_id = '${s.members[0]!.personId}'`,
    ['roll_size', 'roll_hash', 'turnout_on_roll'],
  ],
  [
    'an office on the roll and its hash are changed together',
    (s) => `
      with changed as (
        update roll_entry set office = 'secretary'
        where ballot_id = '${s.openOpen}' and person_id = '${s.members[1]!.personId}' returning 1)
      update ballot set roll_hash = repeat('0', 64) from changed where id = '${s.openOpen}'`,
    ['roll_hash', 'roll_hash_audited'],
  ],
  [
    'a member and who stands in for them are both on a roll',
    (s) =>
      `update roll_entry set stands_in_for_id = '${s.members[0]!.personId}' where ballot_id = '${s.openOpen}' and person_id = '${s.members[1]!.personId}'`,
    ['roll_hash', 'seat_once'],
  ],
  [
    'somebody who is on no roll has voted',
    (s) =>
      `insert into turnout select '${s.openOpen}', id from person where email = 'ha.nguyen@bhxh.example'`,
    ['turnout_on_roll', 'open_votes', 'votes_audited'],
  ],
  [
    'a vote in an open ballot is turned round',
    (s) =>
      `update open_vote set choice = 'disagree' where ballot_id = '${s.openClosed}' and person_id = '${s.members[0]!.personId}'`,
    ['outcome_recounts'],
  ],
  [
    'a vote is taken out of a closed open ballot',
    (s) =>
      `delete from open_vote where ballot_id = '${s.openClosed}' and person_id = '${s.members[0]!.personId}'`,
    ['open_votes', 'outcome_recounts'],
  ],
  [
    'a vote is taken out with its turnout',
    (s) => `
      with gone as (delete from open_vote where ballot_id = '${s.openOpen}' returning person_id)
      delete from turnout using gone where ballot_id = '${s.openOpen}' and turnout.person_id = gone.person_id`,
    ['votes_audited'],
  ],
  [
    'a sealed paper is taken out of the box',
    (s) =>
      `delete from paper where id = (select id from paper where ballot_id = '${s.secretOpen}' limit 1)`,
    ['papers_in_box'],
  ],
  [
    'a paper is stuffed into the box',
    (s) =>
      `insert into paper (ballot_id, ciphertext, receipt_hash) values ('${s.secretOpen}', 'x', 'y')`,
    ['papers_in_box'],
  ],
  [
    'a counted paper is turned round',
    (s) =>
      `update counted_paper set choice = 'disagree' where id = (select id from counted_paper where ballot_id = '${s.secretClosed}' and choice = 'agree' limit 1)`,
    ['outcome_recounts'],
  ],
  [
    'a counted paper is taken away',
    (s) =>
      `delete from counted_paper where id = (select id from counted_paper where ballot_id = '${s.secretClosed}' limit 1)`,
    ['papers_counted', 'outcome_recounts'],
  ],
  [
    'a receipt is taken from the list',
    (s) =>
      `delete from ballot_receipt where receipt_hash = (select min(receipt_hash) from ballot_receipt where ballot_id = '${s.secretClosed}')`,
    ['receipts', 'outcome_recounts'],
  ],
  [
    'a receipt is shown before the count',
    (s) => `insert into ballot_receipt values ('${s.secretOpen}', 'early')`,
    ['receipts'],
  ],
  [
    'a sealed paper is kept after the count',
    (s) =>
      `insert into paper (ballot_id, ciphertext, receipt_hash) values ('${s.secretClosed}', 'x', 'y')`,
    ['box_emptied'],
  ],
  [
    'a choice is kept beside the voter of a secret ballot',
    (s) =>
      `insert into open_vote (ballot_id, person_id, choice) values ('${s.secretOpen}', '${s.members[0]!.personId}', 'agree')`,
    ['no_choice_beside_voter'],
  ],
  [
    'a choice is written into the log',
    (s) =>
      `update audit_event set after = '{"choice":"agree"}' where subject_id = '${s.secretOpen}' and kind = 'council.vote_cast'`,
    ['no_choice_beside_voter'],
  ],
  [
    'a receipt is put into a message',
    (s) =>
      `update outgoing_message set params = '{"receipt":"0123"}' where subject_id = '${s.secretOpen}'`,
    ['no_choice_beside_voter'],
  ],
  [
    'a choice is carried by a job',
    (s) =>
      `select graphile_worker.add_job('councils.vote_came', '{"ballotId":"${s.secretOpen}","choice":"agree"}')`,
    ['no_choice_beside_voter'],
  ],
  [
    'a result is turned round',
    (s) => `update ballot set result = 'not_passed' where id = '${s.openClosed}'`,
    ['outcome_recounts', 'state_follows_result'],
  ],
  [
    'a result is turned round wherever the ballot keeps it',
    (s) =>
      `update ballot set result = 'not_passed', outcome = outcome || '{"result":"not_passed"}' where id = '${s.openClosed}'`,
    ['outcome_recounts', 'openings_and_closes_audited', 'state_follows_result'],
  ],
  [
    'the threshold in the outcome is lowered',
    (s) =>
      `update ballot set outcome = jsonb_set(outcome, '{threshold,needed}', '1') where id = '${s.secretClosed}'`,
    ['outcome_recounts'],
  ],
  [
    'the private key of a counted ballot is kept',
    (s) => `
      do $$ begin
        alter table ballot drop constraint ballot_keys;
        update ballot set wrapped_private_key = 'key' where id = '${s.secretClosed}';
      end $$`,
    ['closed_whole'],
  ],
  [
    'a ballot is opened again',
    (s) => `
      do $$ begin
        alter table ballot drop constraint ballot_closed_with_outcome;
        update ballot set state = 'open' where id = '${s.openClosed}';
      end $$`,
    ['closed_whole', 'in_the_vote', 'state_follows_result'],
  ],
  [
    'a vote came after the deadline',
    (s) =>
      `update open_vote set cast_at = (select closes_at + interval '1 second' from ballot where id = ballot_id) where ballot_id = '${s.openClosed}' and person_id = '${s.members[0]!.personId}'`,
    ['voted_in_time'],
  ],
  [
    'an opening is not in the log',
    (s) =>
      `delete from audit_event where subject_id = '${s.secretClosed}' and kind = 'council.ballot_opened'`,
    ['openings_and_closes_audited'],
  ],
  [
    'a vote is not in the log',
    (s) =>
      `delete from audit_event where subject_id = '${s.secretClosed}' and kind = 'council.vote_cast' and actor_id = '${s.members[0]!.personId}'`,
    ['votes_audited'],
  ],
  [
    'a vote is in the log twice',
    (s) =>
      `insert into audit_event (kind, subject_id, actor_id) values ('council.vote_cast', '${s.openOpen}', '${s.members[0]!.personId}')`,
    ['votes_audited'],
  ],
  [
    'two ballots on one item decide',
    (s) => `
      do $$ begin
        drop index ballot_one_decisive;
        update ballot set agenda_item_id = (select agenda_item_id from ballot where id = '${s.openClosed}')
        where id = '${s.secretClosed}';
      end $$`,
    ['one_decides', 'state_follows_result'],
  ],
  [
    'shares add to more than 100',
    () =>
      `update initiative_author set share = share + 1 where initiative_id = (select initiative_id from initiative_author limit 1)`,
    ['shares_whole'],
  ],
  [
    'an initiative has left the vote while its ballot is open',
    (s) =>
      `update initiative set state = 'accepted' where id = (select initiative_id from agenda_item join ballot on agenda_item_id = agenda_item.id where ballot.id = '${s.openOpen}')`,
    ['in_the_vote'],
  ],
  [
    'an initiative that failed is recognised',
    () => `update initiative_decision set kind = 'refused', reason = 'x' where kind = 'recognised'`,
    ['decision_follows_result'],
  ],
  [
    'a result is told that its sitting holds',
    (s) =>
      `update sitting set holds_results = true where id = (select sitting_id from agenda_item join ballot on agenda_item_id = agenda_item.id where ballot.id = '${s.openClosed}')`,
    ['held_until_released'],
  ],
  [
    'a ballot is opened after the minutes of its sitting were signed',
    (s) => `
      insert into signed_paper (sitting_id, council_id, kind, number, signed_on, signatory, file_id, name, type, size,
        sha256, attached_by_id, attached_at)
      select sitting.id, sitting.council_id, 'sitting', '1/BB', '2026-11-11', 'Chủ tịch', 'F1', 'a.pdf', 'pdf', 1,
        repeat('0', 64), sitting.convened_by_id, ballot.opened_at - interval '1 minute'
      from ballot join agenda_item on agenda_item.id = ballot.agenda_item_id
      join sitting on sitting.id = agenda_item.sitting_id where ballot.id = '${s.openOpen}'`,
    ['signed_after_all'],
  ],
  [
    'an award has another number than the decision by which it was recorded',
    (s) => `
      with paper as (
        insert into signed_paper (sitting_id, council_id, kind, item_key, year, number, signed_on, signatory, file_id,
          name, type, size, sha256, attached_by_id)
        select sitting.id, sitting.council_id, 'decision', 'ldtt', 2026, '1/QĐ', '2026-11-11', 'Giám đốc', 'F1',
          'a.pdf', 'pdf', 1, repeat('0', 64), sitting.convened_by_id
        from ballot join agenda_item on agenda_item.id = ballot.agenda_item_id
        join sitting on sitting.id = agenda_item.sitting_id where ballot.id = '${s.openClosed}' returning id)
      insert into award (person_id, title, year, decision_number, decided_on, signatory, signed_paper_id)
      select '${s.members[0]!.personId}', 'ldtt', 2026, '2/QĐ', '2026-11-11', 'Giám đốc', id from paper`,
    ['awards_as_decided'],
  ],
  [
    'consent is taken back behind the app',
    () => `update exemplar_subject set consent = 'refused' where consent = 'public'`,
    ['named_with_consent'],
  ],
  [
    'somebody congratulates themselves behind the app',
    () => `insert into exemplar_congratulation select exemplar_id, person_id from exemplar_subject`,
    ['congratulated_by_others'],
  ],
  [
    'a unit copies its own model',
    () => `
      update exemplar_application set unit_id = subject.unit_id from exemplar_subject as subject
      where subject.exemplar_id = exemplar_application.exemplar_id`,
    ['copied_by_others'],
  ],
  [
    'a guard of the log is sent away',
    () => `alter table audit_event disable trigger audit_append_only`,
    ['guards_on', 'log_append_only'],
  ],
];

test.each(TAMPERINGS)('%s: found', async (_what, sql, found) => {
  expect(await afterTampering(stage, sql(stage), names)).toEqual(found);
});

test('no check is left that nothing was seen to break', () => {
  const broken = new Set(TAMPERINGS.flatMap(([, , found]) => found));
  expect(checks.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
});
