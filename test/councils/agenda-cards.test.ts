import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { proposeVoteAnnulment } from '../../src/councils/annulment/propose-annulment.ts';
import { settleVoteAnnulment } from '../../src/councils/annulment/settle-annulment.ts';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { declareRelative } from '../../src/councils/relatives/declare-relative.ts';
import { endRelative } from '../../src/councils/relatives/end-relative.ts';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import { declareItemConflicts } from '../../src/councils/sittings/declare-item-conflicts.ts';
import { takeBackConflicts } from '../../src/councils/sittings/take-back-conflicts.ts';
import { declareConflict } from '../../src/initiatives/scoring/declare-conflict.ts';
import { openScoring } from '../../src/initiatives/scoring/open-scoring.ts';
import { planScoring } from '../../src/initiatives/scoring/prepare-scoring.ts';
import {
  checkForm,
  type FormVerdict,
  type Seen,
} from '../../src/initiatives/workflow/check-form.ts';
import { mendInitiative } from '../../src/initiatives/workflow/mend-initiative.ts';
import { openMending } from '../../src/initiatives/workflow/open-mending.ts';
import { saveMending } from '../../src/initiatives/workflow/save-mending.ts';
import { today } from '../../src/kernel/deps.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { INITIATIVE_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { emailOf, type Login, personId } from '../../src/sandbox/sample/people.ts';
import { councilId } from '../../src/sandbox/sample/seed-councils.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';
import { actor, cardsOf, MEMBERS, opens, sitting } from './sitting-stage.ts';

// What happens elsewhere and is seen on a sitting's cards: that they are asked to be redrawn, and no others.

const SECRETARY = 'ha.nguyen';
const MEMBER = 'thuy.vo';
const OTHER_MEMBER = 'huong.dang';

let sample: SampleDatabase;
beforeAll(async () => {
  sample = await openSampleDatabase();
});
afterAll(() => sample.close());

interface Redrawn {
  /** Of these the cards of who runs them. */
  sittings: string[];
  /** Of these the invitations of all. */
  invited: string[];
  /** Single invitations: "login sitting". */
  alone: string[];
}

/** The cards of sittings that the work asks to be redrawn. */
async function redrawnBy(work: () => Promise<unknown>): Promise<Redrawn> {
  const { pool } = sample.database;
  await pool.query(
    "delete from graphile_worker._private_jobs where key like 'refresh:%' or key like 'redraw:%'",
  );
  await work();
  const asked = async (prefix: string) => {
    const { rows } = await pool.query<{ id: string }>(
      `select split_part(key, ':', 3) as id from graphile_worker._private_jobs
       where key like $1 || ':%' order by id`,
      [prefix],
    );
    return rows.map(({ id }) => id);
  };
  const { rows: alone } = await pool.query<{ card: string }>(
    `select split_part(person.email, '@', 1) || ' ' || message.subject_id as card
     from graphile_worker._private_jobs as job
     join outgoing_message as message on job.key = 'redraw:' || message.id
     join person on person.id = message.person_id
     where message.purpose = 'councils.invitation' order by card`,
  );
  return {
    sittings: await asked('refresh:councils.sitting'),
    invited: await asked('refresh:councils.invitation'),
    alone: alone.map(({ card }) => card),
  };
}

const all = (...sittingIds: string[]): Redrawn => ({
  ...{ sittings: sittingIds.toSorted(), invited: sittingIds.toSorted(), alone: [] },
});
const cardOf = async (sittingId: string, login: Login = SECRETARY) =>
  (await cardsOf(sample.deps, login, { subjectId: sittingId }))[`councils.sitting ${sittingId}`];
const invitationOf = async (sittingId: string, login: Login) =>
  (await cardsOf(sample.deps, login, { subjectId: sittingId }))[`councils.invitation ${sittingId}`];

test('relatives: the cards of the sitting that is to decide on one of them, and the invitation of the other', async () => {
  const { deps } = sample;
  const member = await actor(sample, MEMBER);
  const decided = await sitting(sample, [{ login: 'lan.tran' }]);
  const { ballotId } = await opens(deps, await actor(sample, SECRETARY), decided.itemIds[0]!);
  for (const login of MEMBERS)
    await castVote(deps, { actor: await actor(sample, login), ballotId, choice: 'agree' });
  expect(await closeBallotIfDue(deps, ballotId)).toBe(true);
  const { sittingId } = await sitting(sample, [{ login: 'lan.tran' }]);
  const shown = await cardOf(sittingId);
  const invited = await invitationOf(sittingId, MEMBER);

  const relativeId = personId('lan.tran');
  const only = { sittings: [sittingId], invited: [], alone: [`${MEMBER} ${sittingId}`] };
  const declares = () => declareRelative(deps, { actor: member, relativeId, kinship: 'sibling' });
  expect(await redrawnBy(declares)).toEqual(only);
  expect([await cardOf(sittingId), await invitationOf(sittingId, MEMBER)]).not.toEqual([
    ...[shown, invited],
  ]);
  const { id: declarationId } = await deps.db.relativeDeclaration.findFirstOrThrow({
    where: { personId: member.personId, relativeId, endedAt: null },
  });
  const ends = () => endRelative(deps, { actor: member, declarationId });
  expect(await redrawnBy(ends)).toEqual(only);
  expect([await cardOf(sittingId), await invitationOf(sittingId, MEMBER)]).toEqual([
    ...[shown, invited],
  ]);
});

describe('a nomination on two agendas', () => {
  type Nominee = { login: Login } | { unitId: string };

  /** Puts the nomination of one sitting on the agenda of another, or one that differs in title or year. */
  async function alsoAt(itemId: string, other: { itemKey?: string; laterYears?: number } = {}) {
    const { agendaItem } = sample.deps.db;
    const same = await agendaItem.findUniqueOrThrow({
      where: { id: itemId },
      select: { kind: true, personId: true, unitId: true, itemKey: true, year: true },
    });
    const { sittingId } = await sitting(sample);
    const itemKey = other.itemKey ?? same.itemKey;
    const year = same.year! + (other.laterYears ?? 0);
    await agendaItem.create({ data: { ...same, sittingId, ordinal: 2, itemKey, year } });
    return sittingId;
  }

  test.each([
    ['a person', { login: 'lan.tran' }, 'cstdcs'],
    ['a collective', { unitId: unitId('SH-THU') }, 'ttldxs'],
  ] as [string, Nominee, string][])(
    'of %s: the cards of the other sitting are redrawn as a vote on it begins, ends and is annulled',
    async (_, nominee, itemKey) => {
      const { deps } = sample;
      const { sittingId: here, itemIds } = await sitting(sample, [nominee], itemKey);
      const itemId = itemIds[0]!;
      const there = await alsoAt(itemId);
      await alsoAt(itemId, { itemKey: 'ldtt' });
      await alsoAt(itemId, { laterYears: 100 });
      const secretary = await actor(sample, SECRETARY);
      const cards = [await cardOf(there)];
      let ballotId = '';

      const opened = await redrawnBy(async () => {
        ({ ballotId } = await opens(deps, secretary, itemId));
      });
      cards.push(await cardOf(there));
      const roll = await deps.db.rollEntry.findMany({ where: { ballotId, excluded: null } });
      for (const login of MEMBERS)
        if (roll.some((entry) => entry.personId === personId(login)))
          await castVote(deps, { actor: await actor(sample, login), ballotId, choice: 'agree' });
      const closed = await redrawnBy(() => closeBallotIfDue(deps, ballotId));
      const target = { ballotId };
      await proposeVoteAnnulment(deps, { actor: secretary, target, reason: 'Sai' });
      const { id: annulmentId } = await deps.db.ballotAnnulment.findFirstOrThrow({
        where: { ballotId },
      });
      const chair = await actor(sample, 'hung.le');
      const annulled = await redrawnBy(() =>
        settleVoteAnnulment(deps, { actor: chair, annulmentId, verdict: { kind: 'confirmed' } }),
      );
      cards.push(await cardOf(there));

      expect(new Set(cards).size).toBe(3);
      expect([opened, closed, annulled]).toEqual([
        all(here, there),
        all(here, there),
        all(here, there),
      ]);
    },
  );

  test('a conflict about it counts at its own sitting only', async () => {
    const { sittingId, itemIds } = await sitting(sample, [{ login: 'lan.tran' }]);
    const there = await alsoAt(itemIds[0]!);
    const before = await cardOf(there);
    const member = await actor(sample, MEMBER);

    const redrawn = await redrawnBy(() =>
      declareItemConflicts(sample.deps, { actor: member, sittingId, itemIds }),
    );

    expect(redrawn).toEqual({
      ...{ sittings: [sittingId], invited: [], alone: [`${MEMBER} ${sittingId}`] },
    });
    expect(await cardOf(there)).toBe(before);
  });
});

let numbers = 9100;

/** An accepted initiative on the agendas of so many sittings, beside a sitting without it. */
async function initiativeOnAgendas(agendas: number) {
  const { deps } = sample;
  numbers += 1;
  const { id: initiativeId } = await deps.db.initiative.create({
    data: {
      ...{ number: `SK-2026-${numbers}`, title: 'Tên cũ', state: 'accepted' },
      ...{ kind: 'managerial', field: 'Quản lý thu', priorState: 'Cũ', essence: 'Mới' },
      ...{ benefits: 'Nhanh', filedLate: false, unitId: unitId('SH-THU') },
      ...{ acceptedAt: deps.clock.now(), filedAt: deps.clock.now() },
      ...{ firstAppliedOn: dateColumn('2026-10-01'), filedById: personId('lan.tran') },
      authors: { create: { ordinal: 1, personId: personId('lan.tran'), share: 100 } },
    },
  });
  const sittingIds: string[] = [];
  for (let place = 0; place < agendas; place += 1)
    sittingIds.push(
      await conveneSitting(deps, {
        ...{ actor: await actor(sample, SECRETARY), councilId: councilId(INITIATIVE_COUNCIL) },
        ...{ startsAt: deps.clock.now(), place: 'Phòng họp', initiativeIds: [initiativeId] },
        ...{ channelId: undefined, submissionKey: randomUUID() },
      }),
    );
  return { initiativeId, sittingIds };
}

describe('an initiative on two agendas', () => {
  let initiativeId: string;
  let first: string;
  let second: string;

  beforeEach(async () => {
    const on = await initiativeOnAgendas(2);
    initiativeId = on.initiativeId;
    [first, second] = on.sittingIds as [string, string];
  });

  async function checks(verdict: FormVerdict) {
    const { revision, state } = await sample.deps.db.initiative.findUniqueOrThrow({
      where: { id: initiativeId },
    });
    const seen: Seen = { initiativeId, revision, state: state as Seen['state'] };
    const secretary = await actor(sample, SECRETARY);
    expect(await checkForm(sample.deps, { actor: secretary, seen, verdict })).toMatchObject({
      done: true,
    });
  }

  /** Both steps of mending, with another title. */
  async function mends(title: string) {
    const { deps } = sample;
    const author = await actor(sample, 'lan.tran');
    const about = { actor: author, initiativeId, revision: 1 };
    const { current } = await openMending(deps, about);
    const description = { ...current.description, title };
    const authors = { slackUserIds: [slackIdFor(emailOf('lan.tran'))] };
    const { draft } = await saveMending(deps, { ...about, description, authors });
    const written = { ...current.description, ...current.particulars };
    return async () => {
      await mendInitiative(deps, {
        ...{ ...about, savedAt: draft.updatedAt, shares: [100], written },
      });
    };
  }

  test('is returned, mended with another title and accepted again: each time all cards are redrawn', async () => {
    const returned = await redrawnBy(() => checks({ kind: 'returned', reason: 'Bổ sung' }));
    expect(await cardOf(first)).not.toContain('councils.open_ballot');
    const mend = await mends('Tên mới');
    const mended = await redrawnBy(mend);
    expect(await cardOf(first)).toContain('Tên mới');
    expect(await invitationOf(second, MEMBER)).toContain('Tên mới');
    const accepted = await redrawnBy(() => checks({ kind: 'accepted' }));
    expect(await cardOf(first)).toContain('councils.open_ballot');

    expect([returned, mended, accepted]).toEqual([
      all(first, second),
      all(first, second),
      all(first, second),
    ]);
  });

  /** What a member's conflict about the initiative changes: their own invitations and the cards of who runs them. */
  const ofMember = (login: Login): Redrawn => ({
    ...{ sittings: [first, second].toSorted(), invited: [] },
    alone: [first, second].toSorted().map((sittingId) => `${login} ${sittingId}`),
  });

  test('a conflict declared at one sitting, and taken back there, is shown at both', async () => {
    const { deps } = sample;
    const member = await actor(sample, MEMBER);
    const { id } = await deps.db.agendaItem.findFirstOrThrow({ where: { sittingId: first } });
    const at = { actor: member, sittingId: first, itemIds: [id] };
    const [card, own] = [await cardOf(second), await invitationOf(second, MEMBER)];
    const others = await invitationOf(second, OTHER_MEMBER);

    const declared = await redrawnBy(() => declareItemConflicts(deps, at));
    expect(await cardOf(second)).not.toBe(card);
    expect(await invitationOf(second, MEMBER)).not.toBe(own);
    expect(await invitationOf(second, OTHER_MEMBER)).toBe(others);
    const takenBack = await redrawnBy(() =>
      takeBackConflicts(deps, { ...at, reason: 'Khai nhầm' }),
    );
    expect([await cardOf(second), await invitationOf(second, MEMBER)]).toEqual([card, own]);

    expect([declared, takenBack]).toEqual([ofMember(MEMBER), ofMember(MEMBER)]);
  });

  test('a conflict told to a scoring, by who opens it or by who scores, is shown at both', async () => {
    const { deps } = sample;
    const plan = {
      ...{ actor: await actor(sample, SECRETARY), initiativeId },
      ...{ councilId: councilId(INITIATIVE_COUNCIL), sheetKey: 'generic', stateInvested: false },
      lastDay: today(deps),
    };
    const { panel } = await planScoring(deps, plan);
    const declared = [personId(OTHER_MEMBER)];
    const [card, others] = [await cardOf(second), await invitationOf(second, OTHER_MEMBER)];
    let scoringId = '';

    const told = await redrawnBy(async () => {
      ({ scoringId } = await openScoring(deps, { ...plan, mark: panel.mark, declared }));
    });
    expect(await invitationOf(second, OTHER_MEMBER)).not.toBe(others);
    const member = await actor(sample, MEMBER);
    const own = await redrawnBy(() => declareConflict(deps, { actor: member, scoringId }));
    expect(await cardOf(second)).not.toBe(card);

    expect([told, own]).toEqual([ofMember(OTHER_MEMBER), ofMember(MEMBER)]);
  });
});
