import { randomUUID } from 'node:crypto';
import { openBallot } from '../../src/councils/ballots/open-ballot.ts';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { type Deps, today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import { type Actor, findActor } from '../../src/people/actor.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { seedPeople } from '../../src/sandbox/seeding.ts';
import type { SandboxPerson, Workspace } from '../../src/sandbox/start-workspace.ts';

const HOUR_MS = 60 * 60_000;

/** A council much larger than the sample's, in the sample agency's database. */
export interface Crowd {
  members: readonly Actor[];
  councilId: string;
  /** Convenes a sitting on a new initiative of nobody in the crowd and opens its ballot. */
  openBallot(method: 'open' | 'secret', closesAt?: Date): Promise<OpenedBallot>;
}

export interface OpenedBallot {
  ballotId: string;
  /** The initiative's, which stands on every card of the ballot. */
  number: string;
}

/** Who convenes: the sample agency's secretary of emulation, not a member of the crowd's council. */
export const CONVENER = 'ha.nguyen@bhxh.example';

export function crowdEmail(number: number): string {
  return `thanh-vien-${String(number).padStart(3, '0')}@bhxh.example`;
}

/** The members as the practice workspace knows them. */
export function crowdPeople(size: number): SandboxPerson[] {
  return Array.from({ length: size }, (_, index) => ({
    name: `Thành Viên ${index + 1}`,
    email: crowdEmail(index + 1),
    title: 'Thành viên hội đồng mở rộng',
    locale: 'vi-VN',
    tz: 'Asia/Ho_Chi_Minh',
  }));
}

/** Lets the members into an open practice workspace. */
export function admitCrowd(workspace: Workspace, size: number): void {
  const { state, identity, manifest, clock } = workspace.core;
  seedPeople(state, identity, manifest, crowdPeople(size), clock());
}

/**
 * Puts `size` members and their council into a database that holds the sample agency.
 *
 * @param slackIdOf who they are in Slack, by e-mail
 */
export async function seedCrowd(
  deps: Deps,
  size: number,
  slackIdOf: (email: string) => string,
): Promise<Crowd> {
  const councilId = randomUUID();
  const fromDate = dateColumn(addDays(today(deps), -30));
  const people = crowdPeople(size).map((person, index) => ({
    id: randomUUID(),
    staffNumber: `MR-${String(index + 1).padStart(4, '0')}`,
    fullName: person.name,
    email: person.email,
    slackUserId: slackIdOf(person.email),
    locale: person.locale,
    timeZone: person.tz,
    profileSeenAt: deps.clock.now(),
  }));
  await inTransaction(deps.db, async (tx) => {
    await tx.person.createMany({ data: people });
    await tx.posting.createMany({
      data: people.map(({ id }) => ({
        personId: id,
        unitId: unitId('SH'),
        position: 'Chuyên viên',
        office: 'staff' as const,
        fromDate,
      })),
    });
    await tx.council.create({
      data: {
        id: councilId,
        unitId: unitId('SH'),
        kind: 'initiative',
        name: 'Hội đồng sáng kiến mở rộng',
        decisionNumber: '777/QĐ-BHXH',
        decidedOn: fromDate,
        fromDate,
      },
    });
    await tx.councilMember.createMany({
      data: people.map(({ id }, index) => ({
        councilId,
        personId: id,
        office: index === 0 ? ('chair' as const) : ('member' as const),
        fromDate,
      })),
    });
  });
  const convener = await actorOf(deps, personId('ha.nguyen'));
  const members = await Promise.all(people.map(({ id }) => actorOf(deps, id)));
  let filed = 0;
  return {
    members,
    councilId,
    async openBallot(method, closesAt = new Date(deps.clock.now().getTime() + HOUR_MS)) {
      filed += 1;
      const number = `SK-${today(deps).slice(0, 4)}-${9000 + filed}`;
      const initiativeId = await fileInitiative(deps, number);
      const sittingId = await conveneSitting(deps, {
        actor: convener,
        councilId,
        startsAt: deps.clock.now(),
        place: 'Hội trường',
        initiativeIds: [initiativeId],
        channelId: undefined,
        submissionKey: randomUUID(),
      });
      const item = await deps.db.agendaItem.findFirstOrThrow({ where: { sittingId } });
      const opened = { actor: convener, agendaItemId: item.id, method, closesAt };
      const { ballotId } = await openBallot(deps, opened);
      return { ballotId, number };
    },
  };
}

async function actorOf(deps: Deps, id: string): Promise<Actor> {
  const person = await deps.db.person.findUniqueOrThrow({ where: { id } });
  const actor = await findActor(deps, person.slackUserId ?? '');
  if (!actor) throw new Error(`${person.fullName} has no posting`);
  return actor;
}

async function fileInitiative(deps: Deps, number: string): Promise<string> {
  const id = randomUUID();
  const author = personId('lan.tran');
  await inTransaction(deps.db, async (tx) => {
    await tx.initiative.create({
      data: {
        id,
        number,
        state: 'accepted',
        acceptedAt: deps.clock.now(),
        title: `Sáng kiến của số đông ${number}`,
        kind: 'managerial',
        field: 'Quản lý thu',
        firstAppliedOn: dateColumn(addDays(today(deps), -60)),
        priorState: 'Làm thủ công',
        essence: 'Làm tự động',
        benefits: 'Nhanh hơn',
        filedLate: false,
        unitId: unitId('SH-THU'),
        filedById: author,
      },
    });
    await tx.initiativeAuthor.create({
      data: { initiativeId: id, ordinal: 1, personId: author, share: 100 },
    });
  });
  return id;
}
