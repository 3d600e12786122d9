import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/database/client.ts';
import type { Role } from '../../src/database/generated/enums.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { type Actor, findActor } from '../../src/people/actor.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import type { Registration } from '../../src/titles/queries.ts';
import { registerTitles } from '../../src/titles/register-titles.ts';

const rulebook = loadRulebook();
const SINCE = dateColumn('2025-07-01');

/** The year for which titles are registered; its window is open from 2 January to the end of February. */
export const YEAR = 2027;

/** An agency of the test's own: units, people and windows. The clocks of app and database are moved together. */
export class Agency {
  readonly deps: Deps;
  readonly #database: Database;
  #now = new Date();

  constructor(database: Database) {
    this.#database = database;
    this.deps = {
      db: database.db,
      rulebook,
      clock: { now: () => this.#now },
      zone: 'Asia/Ho_Chi_Minh',
      log: createLog('silent'),
      ballotKey: Buffer.alloc(32, 7),
    };
  }

  /** Makes it this instant for the app and for app_now(). */
  async at(iso: string): Promise<void> {
    this.#now = new Date(iso);
    await this.databaseAt(iso);
  }

  /** Only for the database, as when the app's own clock is wrong. */
  async databaseAt(iso: string): Promise<void> {
    const offsetMs = BigInt(new Date(iso).getTime() - Date.now());
    await this.#database.db.practiceClock.upsert({
      where: { id: 1 },
      create: { id: 1, offsetMs },
      update: { offsetMs },
    });
  }

  async unit(name: string, parentId: string | null = null): Promise<string> {
    const unit = await this.deps.db.unit.create({
      data: {
        code: randomUUID(),
        name,
        kind: parentId ? 'department' : 'province',
        parentId,
        validFrom: SINCE,
      },
    });
    return unit.id;
  }

  /** A posted person with roles in their own unit. */
  async person(fullName: string, unitId: string, ...roles: Role[]): Promise<string> {
    const mark = randomUUID();
    const { id } = await this.deps.db.person.create({
      data: {
        staffNumber: mark,
        fullName,
        email: `${mark}@bhxh.example`,
        slackUserId: `U${mark}`,
        postings: {
          create: { unitId, position: 'Chuyên viên', office: 'staff', fromDate: SINCE },
        },
        grants: { create: roles.map((role) => ({ unitId, role, fromDate: SINCE })) },
      },
    });
    return id;
  }

  async grant(personId: string, unitId: string, role: Role): Promise<void> {
    await this.deps.db.roleGrant.create({ data: { personId, unitId, role, fromDate: SINCE } });
  }

  async actor(personId: string): Promise<Actor> {
    const person = await this.deps.db.person.findUniqueOrThrow({ where: { id: personId } });
    const actor = await findActor(this.deps, person.slackUserId!);
    return actor!;
  }

  async window(unitId: string, year: number, opens: string, closes: string): Promise<void> {
    await this.deps.db.registrationWindow.create({
      data: { unitId, year, opensOn: dateColumn(opens), closesOn: dateColumn(closes) },
    });
  }

  async register(
    personId: string,
    chosen: readonly string[],
    { unitId = null, seenRevision = 0 }: { unitId?: string | null; seenRevision?: number } = {},
  ): Promise<Registration> {
    const actor = await this.actor(personId);
    const request = { actor, unitId, year: YEAR, chosen, shown: [], seenRevision };
    return (await registerTitles(this.deps, request)).registration;
  }

  /** What is stored, lowest title first. */
  async stored(key: { personId?: string; unitId?: string; year: number }) {
    const row = await this.deps.db.titleRegistration.findFirst({
      where: key,
      include: { items: { orderBy: { rank: 'asc' } } },
    });
    return row && { ...row, titles: row.items.map((item) => item.title) };
  }

  async auditKinds(subjectId: string): Promise<string[]> {
    const events = await this.deps.db.auditEvent.findMany({
      where: { subjectId },
      orderBy: { id: 'asc' },
    });
    return events.map((event) => event.kind);
  }

  /** Who was written to about this, in which message. */
  async messages(subjectId: string) {
    const rows = await this.deps.db.outgoingMessage.findMany({
      where: { subjectId },
      orderBy: { seq: 'asc' },
    });
    return rows.map(({ purpose, personId, params }) => ({ purpose, personId, params }));
  }
}

/** A province and a department of it while the window is open: who registers, who confirms, who looks after it. */
export async function openSeason(database: Database) {
  const agency = new Agency(database);
  await agency.at('2027-01-15T03:00:00Z');
  const province = await agency.unit('BHXH tỉnh');
  const department = await agency.unit('Phòng Thu', province);
  const director = await agency.person('Lê Hùng', province, 'head');
  const secretary = await agency.person('Nguyễn Hà', province, 'secretary');
  const head = await agency.person('Phan Khánh', department, 'head');
  const lan = await agency.person('Trần Lan', department);
  await agency.window(province, YEAR, '2027-01-02', '2027-02-28');
  return { agency, province, department, director, secretary, head, lan };
}
