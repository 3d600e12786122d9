import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mayConvene } from '../../src/councils/authority.ts';
import type { Proposal } from '../../src/councils/composition/check-proposal.ts';
import {
  compositionOn,
  councilPicture,
  latestComposition,
  substitutesOf,
} from '../../src/councils/composition/composition-queries.ts';
import { problemKey, type Seat } from '../../src/councils/composition/composition-rules.ts';
import { establishCouncil } from '../../src/councils/composition/establish-council.ts';
import { nameSubstitute } from '../../src/councils/composition/name-substitute.ts';
import { readCouncils } from '../../src/councils/composition/open-compositions.ts';
import { prepareReconstitution } from '../../src/councils/composition/prepare-composition.ts';
import { reconstituteCouncil } from '../../src/councils/composition/reconstitute-council.ts';
import { remindOfCompositions } from '../../src/councils/composition/remind-composition.ts';
import { councilProblems } from '../../src/councils/composition/standing-queries.ts';
import type { Database } from '../../src/database/client.ts';
import { type Day, dateColumn } from '../../src/kernel/time.ts';
import { cloneDatabase } from '../support/database.ts';
import { Agency } from '../titles/support.ts';

/** A Friday. */
const TODAY = '2027-01-15';

let database: Database;
let agency: Agency;
let province: string;
let department: string;
let secretary: string;
let people: string[];

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  agency = new Agency(database);
  await agency.at(`${TODAY}T03:00:00Z`);
  province = await agency.unit('BHXH tỉnh Sông Hương');
  department = await agency.unit('Phòng Quản lý thu', province);
  secretary = await agency.person('Nguyễn Thu Hà', province, 'secretary');
  people = [];
  for (const name of ['An', 'Bình', 'Cúc', 'Dũng', 'Em', 'Phúc', 'Giang'])
    people.push(await agency.person(`Lê ${name}`, department));
});

const OFFICES = ['chair', 'vice_chair', 'secretary', 'member', 'member'] as const;

function seats(...indexes: number[]): Seat[] {
  return indexes.map((index, place) => ({
    personId: people[index]!,
    office: OFFICES[place] ?? 'member',
  }));
}

function proposal(more: Partial<Proposal> = {}): Proposal {
  return {
    name: 'Hội đồng sáng kiến',
    number: '1/QĐ-BHXH',
    decidedOn: '2027-01-10',
    from: '2027-01-12',
    to: null,
    members: seats(0, 1, 2, 3, 4),
    ...more,
  };
}

const actorOf = (personId: string) => agency.actor(personId);

async function establish(more: Partial<Proposal> = {}, { by = secretary, id = randomUUID() } = {}) {
  const council = { councilId: id, unitId: province, kind: 'initiative' as const };
  const actor = await actorOf(by);
  await establishCouncil(agency.deps, { actor, ...council, proposal: proposal(more) });
  return id;
}

const later: Partial<Proposal> = {
  number: '2/QĐ-BHXH',
  decidedOn: '2027-01-14',
  from: '2027-02-01',
};

async function reconstitute(
  councilId: string,
  more: Partial<Proposal> = {},
  {
    by = secretary,
    id = randomUUID(),
    seen = null as string | null,
    kept = [] as string[],
    deps = agency.deps,
  } = {},
) {
  const actor = await actorOf(by);
  const { target } = await prepareReconstitution(agency.deps, {
    actor: await actorOf(secretary),
    councilId,
  });
  const shown = target.what === 'composition' ? target.seen : councilId;
  await reconstituteCouncil(deps, {
    actor,
    councilId,
    compositionId: id,
    seen: seen ?? shown,
    proposal: proposal({ ...later, ...more }),
    keptSubstitutes: kept,
  });
  return id;
}

async function membersOn(councilId: string, on: Day) {
  const council = (await councilPicture(database.db, councilId, on))!;
  return (compositionOn(council, on)?.members ?? []).map(({ personId }) =>
    people.indexOf(personId),
  );
}

async function problemsOn(on: Day, under = [province]) {
  const found = await councilProblems(agency.deps, database.db, { under, on });
  return found
    .filter(({ kind }) => kind === 'initiative')
    .flatMap(({ problems }) => problems.map(problemKey));
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ code, field }) => ({ code, field }),
  );

describe('setting a council up', () => {
  test('keeps it with its members, tells each of them once, and is written down', async () => {
    const id = await establish();
    expect(await membersOn(id, TODAY)).toEqual([0, 1, 2, 3, 4]);
    expect(await membersOn(id, '2027-01-11')).toEqual([]);
    const told = await agency.messages(id);
    expect(told.map(({ personId }) => people.indexOf(personId!))).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(told.map(({ purpose }) => purpose))).toEqual(new Set(['councils.seat_changed']));
    expect(await agency.auditKinds(id)).toEqual(['council.established']);
    const chair = await actorOf(people[0]!);
    expect(await mayConvene(database.db, chair, { id, unitId: province }, TODAY)).toBe(true);
  });

  test('sent twice it is one council; another of the kind is refused', async () => {
    const id = randomUUID();
    await Promise.all([establish({}, { id }), establish({}, { id })]);
    expect(await database.db.council.count({ where: { unitId: province } })).toBe(1);
    expect(await agency.messages(id)).toHaveLength(5);
    expect(await refusal(establish())).toEqual({ code: 'council_exists', field: 'kind' });
    // Past its term it is recomposed, not set up anew.
    await agency.at('2029-01-15T03:00:00Z');
    expect(await refusal(establish())).toMatchObject({ code: 'council_exists' });
  });

  test('of two secretaries who set one up at once, one does', async () => {
    const other = await agency.person('Trần Vân', province, 'secretary');
    const results = await Promise.allSettled([establish(), establish({}, { by: other })]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await database.db.council.count({ where: { unitId: province } })).toBe(1);
  });

  test.each<[string, () => Partial<Proposal>, { code: string; field: string }]>([
    ['no chair', () => ({ members: seats(0, 1).slice(1) }), { code: 'no_chair', field: 'chair' }],
    [
      'two chairs in one person',
      () => ({ members: [...seats(0, 1), { personId: people[0]!, office: 'member' }] }),
      { code: 'member_twice', field: 'member' },
    ],
    ['no number', () => ({ number: ' ' }), { code: 'number_missing', field: 'number' }],
    ['no name', () => ({ name: '' }), { code: 'name_missing', field: 'name' }],
    [
      'decided tomorrow',
      () => ({ decidedOn: '2027-01-16' }),
      { code: 'decided_in_future', field: 'decidedOn' },
    ],
    [
      'in force before it was decided',
      () => ({ from: '2027-01-09' }),
      { code: 'days_wrong', field: 'from' },
    ],
    ['too far ahead', () => ({ from: '2028-06-01' }), { code: 'days_wrong', field: 'from' }],
    ['over before it begins', () => ({ to: '2027-01-11' }), { code: 'days_wrong', field: 'to' }],
  ])('is refused at the field: %s', async (_what, wrong, expected) => {
    expect(await refusal(establish(wrong()))).toEqual(expected);
    expect(await database.db.council.count({ where: { unitId: province } })).toBe(0);
  });

  test('somebody who works there no more is refused by name', async () => {
    await leaves(people[3]!, '2027-01-01');
    expect(await refusal(establish())).toEqual({ code: 'not_working', field: 'member' });
  });

  test('the unit’s secretary and its own head record it; its administrator does not', async () => {
    const head = await agency.person('Lê Hùng', province, 'head');
    const administrator = await agency.person('Đỗ Tâm', province, 'administrator');
    expect(await refusal(establish({}, { by: administrator }))).toMatchObject({
      code: 'may_not_compose',
    });
    await establish({}, { by: head });
  });
});

async function leaves(personId: string, lastDay: Day): Promise<void> {
  await database.db.posting.updateMany({
    where: { personId },
    data: { toDate: dateColumn(lastDay) },
  });
}

describe('a new composition', () => {
  test('ends the terms before it, begins on its day, and leaves the former for the record', async () => {
    const id = await establish();
    await reconstitute(id, { members: seats(1, 0, 2, 5, 6) });
    expect(await membersOn(id, '2027-01-31')).toEqual([0, 1, 2, 3, 4]);
    expect(await membersOn(id, '2027-02-01')).toEqual([1, 0, 2, 6, 5]);
    const council = (await councilPicture(database.db, id, TODAY))!;
    expect(council.compositions).toMatchObject([
      { number: '1/QĐ-BHXH', from: '2027-01-12', to: '2027-01-31' },
      { number: '2/QĐ-BHXH', from: '2027-02-01', to: null },
    ]);
    expect(await agency.auditKinds(id)).toEqual(['council.established', 'council.reconstituted']);
  });

  test('tells who joins, leaves and changes office, once, and nobody else', async () => {
    const id = await establish();
    const before = (await agency.messages(id)).length;
    const compositionId = randomUUID();
    const members = seats(1, 0, 2, 3, 5);
    await leaves(people[4]!, '2027-01-13');
    await reconstitute(id, { members }, { id: compositionId });
    await reconstitute(id, { members }, { id: compositionId });
    const told = (await agency.messages(id)).slice(before);
    expect(
      told.map(({ personId, params }) => [
        people.indexOf(personId!),
        (params as { change: string }).change,
      ]),
    ).toEqual([
      [1, 'moves'],
      [0, 'moves'],
      [5, 'joins'],
    ]);
    expect(await database.db.councilComposition.count({ where: { councilId: id } })).toBe(1);
  });

  test('of two who record at once, the second is told that it changed meanwhile', async () => {
    const id = await establish();
    const other = await agency.person('Trần Vân', province, 'secretary');
    const results = await Promise.all([
      refusal(reconstitute(id, { members: seats(0, 1, 2, 3, 5) }, { seen: id })),
      refusal(reconstitute(id, { members: seats(0, 1, 2, 3, 6) }, { seen: id, by: other })),
    ]);
    expect(results.toSorted((a) => (a === null ? -1 : 1))).toEqual([
      null,
      { code: 'composition_changed', field: undefined },
    ]);
    expect(await database.db.councilComposition.count({ where: { councilId: id } })).toBe(1);
  });

  test('one that has not begun gives way to one from that day or before; one that has does not', async () => {
    const id = await establish();
    const first = await reconstitute(id, { members: seats(0, 1, 2, 3, 5), from: '2027-03-01' });
    await reconstitute(id, { members: seats(0, 1, 2, 3, 6), from: '2027-02-15' });
    expect(await membersOn(id, '2027-02-14')).toEqual([0, 1, 2, 3, 4]);
    expect(await membersOn(id, '2027-03-01')).toEqual([0, 1, 2, 3, 6]);
    expect(await database.db.councilComposition.count({ where: { id: first } })).toBe(0);
    await agency.at('2027-03-10T03:00:00Z');
    const tooEarly = reconstitute(id, { decidedOn: '2027-01-14', from: '2027-02-15' });
    expect(await refusal(tooEarly)).toEqual({ code: 'days_wrong', field: 'from' });
  });

  test('of an expired council, it goes on after the gap', async () => {
    const id = await establish({ to: '2027-01-14' });
    expect(await problemsOn(TODAY)).toEqual(['expired']);
    await reconstitute(id, { from: TODAY });
    expect(await problemsOn(TODAY)).toEqual([]);
    expect(await membersOn(id, TODAY)).toEqual([0, 1, 2, 3, 4]);
    const council = await database.db.council.findUniqueOrThrow({ where: { id } });
    expect(council.toDate).toBeNull();
  });

  test('the form begins with those in office, but for who has left', async () => {
    const id = await establish();
    await leaves(people[3]!, '2027-01-13');
    const form = await prepareReconstitution(agency.deps, {
      actor: await actorOf(secretary),
      councilId: id,
    });
    expect(form.before.members.map(({ personId }) => people.indexOf(personId))).toEqual([
      0, 1, 2, 4,
    ]);
    expect(form.gone).toEqual(['Lê Dũng']);
  });
});

describe('terms in the database', () => {
  test('two of one person, or of two chairs, cannot overlap, whoever writes them', async () => {
    const id = await establish({ to: '2027-06-30' });
    const insert = (personId: string, office: 'chair' | 'member', fromDate: Day) =>
      database.db.councilMember.create({
        data: { councilId: id, personId, office, fromDate: dateColumn(fromDate) },
      });
    await expect(insert(people[4]!, 'member', '2027-06-30')).rejects.toThrow();
    await expect(insert(people[5]!, 'chair', '2027-03-01')).rejects.toThrow();
    await insert(people[5]!, 'chair', '2027-07-01');
    const overlapping = [1, 2].map(() => insert(people[6]!, 'member', '2027-02-01'));
    const results = await Promise.allSettled(overlapping);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('substitutes', () => {
  const name = async (
    councilId: string,
    { of = 4, by = 5 as number | null, id = randomUUID(), from = TODAY as Day } = {},
  ) => {
    const council = (await councilPicture(database.db, councilId, TODAY))!;
    const member = latestComposition(council).members.find((m) => m.personId === people[of])!;
    await nameSubstitute(agency.deps, {
      actor: await actorOf(secretary),
      councilId,
      substituteId: id,
      memberId: member.memberId,
      personId: by === null ? null : people[by]!,
      decision: { number: '1/QĐ-BHXH', decidedOn: '2027-01-10', from },
    });
    return member.memberId;
  };
  const standIns = async (councilId: string, on: Day) =>
    (await substitutesOf(database.db, councilId, on)).map(({ personId, memberPersonId }) => [
      people.indexOf(personId),
      people.indexOf(memberPersonId),
    ]);

  test('one is named, replaced by another, and ended; each within its days', async () => {
    const id = await establish();
    const substituteId = randomUUID();
    await name(id, { id: substituteId });
    await name(id, { id: substituteId });
    expect(await standIns(id, TODAY)).toEqual([[5, 4]]);
    expect(await standIns(id, '2027-01-14')).toEqual([]);
    await name(id, { by: 6, from: '2027-01-20' });
    expect(await standIns(id, '2027-01-19')).toEqual([[5, 4]]);
    expect(await standIns(id, '2027-01-20')).toEqual([[6, 4]]);
    await name(id, { by: null, from: '2027-01-25' });
    expect(await standIns(id, '2027-01-25')).toEqual([]);
    expect(await refusal(name(id, { by: null, from: '2027-01-26' }))).toMatchObject({
      code: 'no_substitute',
    });
  });

  test('a member cannot have two at a time, whoever writes them', async () => {
    const id = await establish({ to: '2027-06-30' });
    const memberId = await name(id);
    const second = database.db.councilSubstitute.create({
      data: {
        ...{ memberId, personId: people[6]!, decisionNumber: '9/QĐ', recordedById: secretary },
        decidedOn: dateColumn(TODAY),
        fromDate: dateColumn('2027-06-30'),
      },
    });
    await expect(second).rejects.toThrow();
  });

  test('not a member, not for two, not outside the term', async () => {
    const id = await establish({ to: '2027-06-30' });
    expect(await refusal(name(id, { by: 3 }))).toEqual({
      code: 'substitute_is_member',
      field: 'substitute',
    });
    await name(id);
    expect(await refusal(name(id, { of: 3 }))).toMatchObject({ code: 'substitute_elsewhere' });
    expect(await refusal(name(id, { of: 3, by: 6, from: '2027-07-01' }))).toEqual({
      code: 'outside_term',
      field: 'from',
    });
  });

  test('those who are kept go on with a new composition, others end with the former', async () => {
    const id = await establish();
    const kept = await name(id, { of: 4, by: 5 });
    await name(id, { of: 3, by: 6 });
    await reconstitute(id, {}, { kept: [kept] });
    expect(await standIns(id, '2027-01-31')).toEqual([
      [6, 3],
      [5, 4],
    ]);
    expect(await standIns(id, '2027-02-01')).toEqual([[5, 4]]);
  });
});

describe('what is wrong', () => {
  test('a province without councils; nothing of a department that never had one', async () => {
    expect(await problemsOn(TODAY)).toEqual(['missing']);
    expect(await problemsOn(TODAY, [department])).toEqual([]);
  });

  test('a posting that ends, or goes on outside the tree, shows; one taken from elsewhere does not', async () => {
    const outside = await agency.unit('BHXH tỉnh khác');
    const guest = await agency.person('Chuyên gia', outside);
    const members = [...seats(0, 1, 2, 3), { personId: guest, office: 'member' as const }];
    await establish({ members });
    expect(await problemsOn(TODAY)).toEqual([]);
    await leaves(people[1]!, '2027-01-14');
    await leaves(people[3]!, '2027-01-14');
    await database.db.posting.create({
      data: {
        personId: people[3]!,
        unitId: outside,
        position: 'Chuyên viên',
        office: 'staff',
        fromDate: dateColumn(TODAY),
      },
    });
    expect(await problemsOn('2027-01-14')).toEqual([]);
    expect(await problemsOn(TODAY)).toEqual([`left:${people[1]}`, `left:${people[3]}`]);
    const [standing] = await councilProblems(agency.deps, database.db, {
      under: [province],
      on: TODAY,
    }).then((all) => all.filter(({ kind }) => kind === 'initiative'));
    expect(standing!.problems).toMatchObject([{ how: 'ended' }, { how: 'moved' }]);
  });

  test('a unit that is no more is not told of', async () => {
    await establish({ to: '2027-01-14' });
    await database.db.unit.update({
      where: { id: province },
      data: { validTo: dateColumn('2027-01-14') },
    });
    expect(await problemsOn(TODAY)).toEqual([]);
  });

  test('the number of statements is the same for one council and for many', async () => {
    const statements = async () => {
      const spy: string[] = [];
      const db = database.db.$extends({
        query: {
          $allOperations({ operation, args, query }) {
            spy.push(operation);
            return query(args);
          },
        },
      });
      await councilProblems(agency.deps, db as unknown as typeof database.db, {
        under: [province],
        on: TODAY,
      });
      return spy.length;
    };
    await establish();
    const one = await statements();
    expect(one).toBeGreaterThan(3);
    for (const name of ['A', 'B', 'C']) {
      const unitId = await agency.unit(name, province);
      await establishCouncil(agency.deps, {
        actor: await actorOf(secretary),
        councilId: randomUUID(),
        unitId,
        kind: 'emulation',
        proposal: proposal(),
      });
    }
    expect(await statements()).toBe(one);
  });
});

describe('who reads', () => {
  test('those who look after the unit, and members their own council', async () => {
    const id = await establish();
    const reads = async (personId: string) => {
      const { standings } = await readCouncils(agency.deps, await actorOf(personId));
      return standings.map(({ council }) => council?.id ?? null);
    };
    const inspector = await agency.person('Lưu Yến', province, 'inspector');
    expect(await reads(inspector)).toEqual([null, id]);
    expect(await reads(people[0]!)).toEqual([id]);
    expect(await refusal(reads(people[6]!))).toMatchObject({ code: 'no_council' });
    const beside = await agency.person('Trưởng phòng', department, 'head');
    expect(await reads(beside)).toEqual([]);
  });
});

describe('reminders', () => {
  const reminders = async () => {
    const rows = await database.db.outgoingMessage.findMany({
      where: { purpose: 'councils.problems', personId: secretary },
    });
    return rows.length;
  };
  /** The other council of the province is in order; the day's reminders of earlier tests are forgotten. */
  beforeEach(async () => {
    await database.db.councilReminderDay.deleteMany();
    const members: Seat[] = [];
    for (const office of OFFICES)
      members.push({ personId: await agency.person('Trần Khác', province), office });
    await establishCouncil(agency.deps, {
      actor: await actorOf(secretary),
      councilId: randomUUID(),
      unitId: province,
      kind: 'emulation',
      proposal: proposal({ members }),
    });
  });
  const look = async (day: Day, time = '02:00') => {
    await agency.at(`${day}T${time}:00Z`);
    await Promise.all([1, 2, 3].map(() => remindOfCompositions(agency.deps)));
  };

  test('when a problem begins, on a working morning, once among several processes', async () => {
    await establish();
    await look(TODAY);
    expect(await reminders()).toBe(0);
    await leaves(people[3]!, '2027-01-15');
    await look('2027-01-16');
    await look('2027-01-18', '00:30');
    expect(await reminders()).toBe(0);
    await look('2027-01-18');
    expect(await reminders()).toBe(1);
  });

  test('again after a month while it lasts, at once for another, and not after it is mended', async () => {
    const id = await establish();
    await leaves(people[3]!, '2027-01-14');
    await look(TODAY);
    await look('2027-01-18');
    expect(await reminders()).toBe(1);
    await leaves(people[4]!, '2027-01-18');
    await look('2027-01-19');
    expect(await reminders()).toBe(2);
    // Both were told of on that day, so both are on the same day of the next month.
    await look('2027-02-15');
    expect(await reminders()).toBe(2);
    await look('2027-02-19');
    expect(await reminders()).toBe(3);
    await reconstitute(id, {
      members: seats(0, 1, 2, 5, 6),
      decidedOn: '2027-02-18',
      from: '2027-02-22',
    });
    // Recorded and about to be mended: nobody is reminded any more.
    await look('2027-03-19');
    expect(await reminders()).toBe(3);
    expect(await database.db.councilProblemTold.count({ where: { unitId: province } })).toBe(0);
  });
});
