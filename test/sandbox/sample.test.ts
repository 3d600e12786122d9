import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rollHash } from '../../src/councils/rules.ts';
import { StoredOutcome, StoredRule } from '../../src/councils/stored.ts';
import { tally } from '../../src/councils/tally.ts';
import type { Database } from '../../src/database/client.ts';
import { postDigests } from '../../src/exemplars/calendar/post-digests.ts';
import { remindDuty } from '../../src/exemplars/calendar/remind-duty.ts';
import { listPublished, searchPublished } from '../../src/exemplars/reading/list-exemplars.ts';
import { remindApplications } from '../../src/exemplars/spread/remind-applications.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { addDays, dayIn, dayOf } from '../../src/kernel/time.ts';
import { findActor } from '../../src/people/actor.ts';
import { nearestHolders } from '../../src/people/queries.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { findCommendation, findTitle } from '../../src/rulebook/rules.ts';
import { sampleDates } from '../../src/sandbox/sample/dates.ts';
import { practiceGuide, sampleGuide } from '../../src/sandbox/sample/guide.ts';
import { STAFF } from '../../src/sandbox/sample/people.ts';
import { seedSampleAgency } from '../../src/sandbox/sample/seed.ts';
import { sampleChannels, samplePeople } from '../../src/sandbox/sample/workspace.ts';
import { awaitingConfirmation } from '../../src/titles/confirmers.ts';
import { isLadderClosed, windowState } from '../../src/titles/rules.ts';
import { cloneDatabase } from '../support/database.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const TODAY = '2026-11-23';
const slackIdByEmail = new Map(
  samplePeople().map(({ email }, index) => [email, `U${1000 + index}`]),
);
const channelIdByName = new Map(sampleChannels().map(({ name }, index) => [name, `C${index}`]));
const maps = { slackIdByEmail, channelIdByName };

let database: Database;
let deps: Deps;
/** The first seeding, in ms. */

const depsAt = (day: string): Deps => ({
  db: database.db,
  rulebook: loadRulebook(),
  clock: { now: () => new Date(`${day}T03:00:00Z`) },
  zone: ZONE,
  log: createLog('silent'),
  ballotKey: Buffer.alloc(32),
});

beforeAll(async () => {
  database = await cloneDatabase();
  deps = depsAt(TODAY);
  // The first statement of a connection pays for opening it.
  await deps.db.unit.count();
  await seedSampleAgency(deps, maps);
});

afterAll(() => database.close());

function slackId(email: string): string {
  return slackIdByEmail.get(email) ?? '';
}

async function rowCounts() {
  const { db } = deps;
  return {
    units: await db.unit.count(),
    persons: await db.person.count(),
    postings: await db.posting.count(),
    grants: await db.roleGrant.count(),
    awards: await db.award.count(),
    ratings: await db.yearRating.count(),
    initiatives: await db.initiative.count(),
    registrations: await db.titleRegistration.count(),
    ballots: await db.ballot.count(),
    audit: await db.auditEvent.count(),
    messages: await db.outgoingMessage.count(),
  };
}

describe('seeding', () => {
  test('happens once, also later, also two at a time', async () => {
    const before = await rowCounts();
    await seedSampleAgency(deps, maps);
    const later = depsAt('2027-03-01');
    await Promise.all([seedSampleAgency(later, maps), seedSampleAgency(later, maps)]);
    expect(await rowCounts()).toEqual(before);
    expect(before.units).toBe(12);
    expect(before.persons).toBe(40);
  });

  test('two processes at once on an empty database make one agency', async () => {
    const other = await cloneDatabase();
    try {
      const theirs = { ...deps, db: other.db };
      await Promise.all([seedSampleAgency(theirs, maps), seedSampleAgency(theirs, maps)]);
      expect(await other.db.person.count()).toBe(40);
      expect(await other.db.council.count()).toBe(2);
    } finally {
      await other.close();
    }
  });
});

describe('people', () => {
  test('all of the staff list act with a posting; the stranger is nobody', async () => {
    const actors = await Promise.all(
      samplePeople().map(async ({ email }) => ({
        email,
        actor: await findActor(deps, slackId(email)),
      })),
    );
    expect(actors.filter(({ actor }) => actor === null).map(({ email }) => email)).toEqual([
      'nam.truong@doitac.example',
    ]);
    const english = actors.filter(({ actor }) => actor?.language === 'en');
    expect(english.map(({ email }) => email)).toEqual(['chau.do@bhxh.example']);
  });

  test('e-mails belong to nobody real and are all different', () => {
    const emails = samplePeople().map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    for (const email of emails) expect(email).toMatch(/^[a-z.]+@[a-z]+\.example$/);
  });

  test('every unit has a head who is posted there, and a secretary above', async () => {
    const units = await deps.db.unit.findMany({ select: { id: true, name: true } });
    for (const unit of units) {
      const heads = await deps.db.roleGrant.findMany({
        where: { unitId: unit.id, role: 'head' },
        select: { person: { select: { postings: { select: { unitId: true, office: true } } } } },
      });
      expect(heads, unit.name).toEqual([
        { person: { postings: [{ unitId: unit.id, office: 'head' }] } },
      ]);
      const search = { role: 'secretary', unitId: unit.id, on: TODAY } as const;
      expect(await nearestHolders(deps.db, search), unit.name).toHaveLength(1);
    }
  });

  test('every role is held by somebody', async () => {
    const roles = await deps.db.roleGrant.groupBy({ by: ['role'] });
    expect(roles.map(({ role }) => role).sort()).toEqual([
      'administrator',
      'communications',
      'finance',
      'head',
      'inspector',
      'secretary',
    ]);
  });
});

describe('channels', () => {
  test('have members of the workspace only, and the councils know theirs', async () => {
    const emails = new Set(samplePeople().map(({ email }) => email));
    for (const { name, memberEmails } of sampleChannels()) {
      if (memberEmails === 'all') continue;
      expect(memberEmails.length, name).toBeGreaterThan(0);
      expect(
        memberEmails.filter((email) => !emails.has(email)),
        name,
      ).toEqual([]);
    }
    const councils = await deps.db.council.findMany({ select: { kind: true, channelId: true } });
    expect(councils).toHaveLength(2);
    expect(councils).toEqual(
      expect.arrayContaining([
        { kind: 'emulation', channelId: channelIdByName.get('hoi-dong-thi-dua') },
        { kind: 'initiative', channelId: channelIdByName.get('hoi-dong-sang-kien') },
      ]),
    );
  });

  test('the app is in some and not in others, of both kinds', () => {
    const kinds = new Set(
      sampleChannels().map(({ isPrivate, appIsMember }) => `${isPrivate} ${appIsMember}`),
    );
    expect(kinds.size).toBe(4);
  });
});

describe('councils', () => {
  test('have nine members, of whom one chairs and one keeps the minutes', async () => {
    const councils = await deps.db.council.findMany({
      select: { kind: true, members: { select: { office: true } } },
    });
    for (const { kind, members } of councils) {
      const holding = (office: string) => members.filter((member) => member.office === office);
      expect(members, kind).toHaveLength(9);
      expect(holding('chair'), kind).toHaveLength(1);
      expect(holding('secretary'), kind).toHaveLength(1);
      expect(holding('vice_chair').length, kind).toBeGreaterThan(0);
    }
  });

  test('each past ballot is what its votes, roll and rule make of it', async () => {
    const ballots = await deps.db.ballot.findMany({
      include: {
        roll: { include: { turnout: { include: { openVote: true } } } },
        agendaItem: {
          select: { initiative: { select: { authors: true, state: true, decision: true } } },
        },
      },
    });
    expect(ballots).toHaveLength(3);
    for (const { roll, agendaItem, ...ballot } of ballots) {
      const choices = roll.flatMap(({ turnout }) => turnout?.openVote?.choice ?? []);
      const count = (wanted: string) => choices.filter((choice) => choice === wanted).length;
      const counts = {
        agree: count('agree'),
        disagree: count('disagree'),
        other: count('other'),
        invalid: 0,
      };
      const rule = StoredRule.parse(ballot.rule);
      const { rollSize: total, entitled } = ballot;
      const outcome = tally({ total, entitled, counts, rule });

      expect(StoredOutcome.parse(ballot.outcome)).toEqual(outcome);
      expect(ballot.result).toBe('passed');
      expect(ballot.rollHash).toBe(rollHash(roll));
      expect(roll.filter(({ turnout }) => turnout)).toHaveLength(choices.length);
      if (!agendaItem.initiative) throw new Error('the past sitting voted on initiatives');
      const { authors, state, decision } = agendaItem.initiative;
      const authorIds = new Set(authors.map(({ personId }) => personId));
      for (const { personId, excluded } of roll) {
        expect(excluded).toBe(authorIds.has(personId) ? 'author' : null);
      }
      expect({ state, ballotId: decision?.ballotId }).toEqual({
        state: 'recognised',
        ballotId: ballot.id,
      });
    }
    const excluded = ballots.flatMap(({ roll }) => roll.filter((entry) => entry.excluded));
    expect(excluded).toHaveLength(1);
  });
});

describe('initiatives', () => {
  test('are numbered without gaps in each year, in the order of filing', async () => {
    const initiatives = await deps.db.initiative.findMany({
      orderBy: { filedAt: 'asc' },
      select: { number: true, filedAt: true },
    });
    const numbers = initiatives.map(({ number }) => number);
    expect(numbers).toEqual([
      'SK-2025-0001',
      'SK-2025-0002',
      'SK-2025-0003',
      'SK-2026-0001',
      'SK-2026-0002',
    ]);
    const register = await deps.db.register.findMany({
      where: { series: 'SK' },
      orderBy: { year: 'asc' },
    });
    expect(register).toEqual([
      { series: 'SK', year: 2025, last: 3 },
      { series: 'SK', year: 2026, last: 2 },
    ]);
  });

  test('two wait: one of a member for the council, one filed late for the check of its form', async () => {
    const waiting = await deps.db.initiative.findMany({
      where: { state: { in: ['accepted', 'received'] } },
      orderBy: { filedAt: 'asc' },
      select: {
        state: true,
        filedLate: true,
        authors: { select: { person: { select: { email: true, memberships: true } } } },
      },
    });
    expect(
      waiting.map(({ state, filedLate, authors }) => ({
        state,
        filedLate,
        members: authors.filter(({ person }) => person?.memberships.length).length,
      })),
    ).toEqual([
      { state: 'accepted', filedLate: false, members: 1 },
      { state: 'received', filedLate: true, members: 0 },
    ]);
  });
});

describe('praise', () => {
  test('a good deed and an advanced model are out, each with consent and endorsement', async () => {
    const { shown } = await listPublished(deps);
    expect(shown.map(({ number, kind }) => [number, kind])).toEqual([
      ['TD-2026-0002', 'advanced_model'],
      ['TD-2026-0001', 'good_deed'],
    ]);
    expect(shown.flatMap(({ subjects }) => subjects.map((one) => one.mayBeNamed))).toEqual([
      true,
      true,
    ]);
    expect(shown[0]?.applications).toHaveLength(1);
    const register = await deps.db.register.findMany({ where: { series: 'exemplar' } });
    expect(register).toEqual([{ series: 'exemplar', year: 2026, last: 2 }]);
  });

  test('they are found, and no digest or reminder of them is due', async () => {
    const found = await searchPublished(deps, 'con gio bui');
    expect(found.shown.map(({ number }) => number)).toEqual(['TD-2026-0002']);
    await Promise.all([postDigests(deps), remindApplications(deps), remindDuty(deps)]);
    const purpose = { startsWith: 'exemplars.' };
    expect(await deps.db.outgoingMessage.count({ where: { purpose } })).toBe(0);
  });
});

describe('titles', () => {
  test('registration is open today, for a year that makes sense', async () => {
    const [window] = await deps.db.registrationWindow.findMany();
    const opensOn = dayOf(window!.opensOn);
    const closesOn = dayOf(window!.closesOn);
    expect({ year: window!.year, opensOn, closesOn }).toEqual({
      year: 2027,
      opensOn: addDays(TODAY, -30),
      closesOn: addDays(TODAY, 60),
    });
    expect(windowState({ opensOn, closesOn, today: TODAY })).toBe('open');
  });

  test.each([
    ['2026-09-30', 2026],
    ['2026-10-01', 2027],
    ['2027-01-05', 2027],
    ['2027-02-28', 2027],
  ])('on %s the titles of %i are registered', (day, year) => {
    expect(sampleDates(day, ZONE).registrationYear).toBe(year);
  });

  test('every registration is a closed ladder, filed while the window is open', async () => {
    const registrations = await deps.db.titleRegistration.findMany({
      include: { items: { orderBy: { rank: 'asc' } } },
    });
    expect(registrations).toHaveLength(5);
    for (const { items, filedAt, settledAt } of registrations) {
      const titles = items.map(({ title }) => title);
      expect(isLadderClosed(deps.rulebook, titles)).toBe(true);
      expect(dayIn(ZONE, filedAt) >= addDays(TODAY, -30)).toBe(true);
      expect(settledAt === null || settledAt > filedAt).toBe(true);
    }
  });

  test('the one that waits, waits for its head, who has its card', async () => {
    const head = await deps.db.person.findUniqueOrThrow({
      where: { email: 'thao.dinh@bhxh.example' },
    });
    const search = { personId: head.id, on: TODAY, limit: 5 };
    const waiting = await awaitingConfirmation(deps.db, search);
    const cards = await deps.db.outgoingMessage.findMany();

    expect(waiting.count).toBe(1);
    expect(cards.map(({ personId, subjectId, state }) => ({ personId, subjectId, state }))).toEqual(
      [{ personId: head.id, subjectId: waiting.ids[0], state: 'waiting' }],
    );
  });

  test('what was settled was settled by who may', async () => {
    const settled = await deps.db.titleRegistration.findMany({
      where: { settledById: { not: null } },
      include: { unit: true, person: { include: { postings: true } } },
    });
    expect(settled).toHaveLength(4);
    for (const { settledById, personId, person, unit } of settled) {
      const unitId = unit ? unit.parentId : person!.postings[0]!.unitId;
      const search = { role: 'head', unitId: unitId!, on: TODAY } as const;
      const except = personId ? { except: personId } : {};
      expect(await nearestHolders(deps.db, { ...search, ...except })).toEqual([settledById]);
    }
  });

  test('past awards name titles and forms of the rulebook; the higher title stands on the lower', async () => {
    const awards = await deps.db.award.findMany();
    const has = (award: { personId: string | null; unitId: string | null }, title: string) =>
      awards.some(
        (one) =>
          one.personId === award.personId && one.unitId === award.unitId && one.title === title,
      );
    for (const award of awards) {
      const title = findTitle(deps.rulebook, award.title);
      expect(title ?? findCommendation(deps.rulebook, award.title)).toBeDefined();
      if (title?.above) expect(has(award, title.above)).toBe(true);
      expect(award.year).toBe(2025);
    }
    const count = (title: string) => awards.filter((award) => award.title === title).length;
    expect(count('cstdcs') * 100).toBeLessThanOrEqual(count('ldtt') * 15);
  });
});

test('nothing happened in the future, and the audit tells of it in order', async () => {
  const events = await deps.db.auditEvent.findMany({ orderBy: { id: 'asc' } });
  const times = events.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(-1)).toBeLessThan(deps.clock.now().getTime());

  const of = (kind: string) => events.filter((event) => event.kind === kind).length;
  expect(of('initiative.filed')).toBe(await deps.db.initiative.count());
  expect(of('initiative.accepted')).toBe(await deps.db.initiativeStep.count());
  expect(of('council.vote_cast')).toBe(await deps.db.turnout.count());
  expect(of('council.ballot_closed')).toBe(await deps.db.ballot.count());
  expect(of('initiative.recognised')).toBe(await deps.db.initiativeDecision.count());
  expect(of('titles.registered')).toBe(await deps.db.titleRegistration.count());
});

test('the seeding also makes an agency early in a year, across its turn', async () => {
  const other = await cloneDatabase();
  try {
    await seedSampleAgency({ ...depsAt('2027-01-04'), db: other.db }, maps);
    const numbers = await other.db.initiative.findMany({
      where: { state: { in: ['accepted', 'received'] } },
      orderBy: { filedAt: 'asc' },
      select: { number: true },
    });
    expect(numbers.map(({ number }) => number)).toEqual(['SK-2026-0004', 'SK-2026-0005']);
  } finally {
    await other.close();
  }
});

describe('the guide', () => {
  test('names people of the workspace', () => {
    const emails = new Set(samplePeople().map(({ email }) => email));
    for (const { email } of sampleGuide) expect(emails).toContain(email);
  });

  test('names everybody whom the README has one be', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = readme.match(/^\| [^|]+ \| .*`\/.*\|$/gm) ?? [];
    const named = STAFF.map(({ name }) => name).filter((name) =>
      rows.some((row) => row.startsWith(`| ${name}`)),
    );
    expect(named).toContain('Lưu Hải Yến');
    expect(sampleGuide.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
  });

  test('tells where and whom in both languages', () => {
    const text = practiceGuide('http://localhost:4390');
    expect(text).toContain('http://localhost:4390');
    for (const { name, why } of sampleGuide) {
      expect(text).toContain(name);
      expect(text).toContain(why.vi);
      expect(text).toContain(why.en);
    }
  });
});
