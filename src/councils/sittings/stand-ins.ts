import type { Tx } from '../../database/client.ts';
import type { Attendance, SittingAnswer } from '../../database/generated/enums.ts';
import { refreshMessageTo, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type Day, instantAt } from '../../kernel/time.ts';
import { inOffice } from '../authority.ts';
import { substitutesOf } from '../composition/composition-queries.ts';
import { invitation } from '../messages.ts';

// Substitutes at a sitting: named by the composition's decision, asked when the member sends regrets or is found
// absent, and in the member's place until the seat goes back.

/** The substitute of a member, and what they have to do with a sitting. */
export interface StandIn {
  personId: string;
  name: string;
  /** Was asked to come, and the seat has not gone back. */
  asked: boolean;
  answer: SittingAnswer | null;
  /** Of regrets. */
  reason: string | null;
  attendance: Attendance | null;
}

/**
 * Who may stand in for whom at a sitting on a day, by the member's person id: by the composition alone; nobody who is a
 * member.
 */
export async function standInsOf(
  tx: Tx,
  sitting: { id: string; councilId: string },
  on: Day,
): Promise<Map<string, StandIn>> {
  const named = await substitutesOf(tx, sitting.councilId, on);
  if (named.length === 0) return new Map();
  const members = await tx.councilMember.findMany({
    where: { councilId: sitting.councilId, ...inOffice(on) },
    select: { personId: true },
  });
  const rows = await tx.sittingAttendance.findMany({
    where: { sittingId: sitting.id, standsInForId: { not: null }, seatReturnedAt: null },
    select: { personId: true, standsInForId: true, answer: true, reason: true, attendance: true },
  });
  return new Map(
    named
      .filter(({ personId }) => members.every((one) => one.personId !== personId))
      .map(({ personId, name, memberPersonId }) => {
        const row = rows.find(
          (one) => one.personId === personId && one.standsInForId === memberPersonId,
        );
        const { answer = null, reason = null, attendance = null } = row ?? {};
        return [
          memberPersonId,
          { personId, name, asked: row !== undefined, answer, reason, attendance },
        ];
      }),
  );
}

/** Substitutes who are there by the roll-call, each with the member for whom they came. */
export async function standInsPresent(
  deps: Deps,
  tx: Tx,
  sittingId: string,
): Promise<{ personId: string; name: string; standsInForId: string }[]> {
  const sitting = await tx.sitting.findUnique({
    where: { id: sittingId },
    select: { id: true, councilId: true },
  });
  const standIns = sitting
    ? await standInsOf(tx, sitting, today(deps))
    : new Map<string, StandIn>();
  return [...standIns].flatMap(([standsInForId, { personId, name, asked, attendance }]) =>
    asked && attendance === 'present' ? [{ personId, name, standsInForId }] : [],
  );
}

/** Asks a member's substitute to come to a sitting; who was asked before and still is, is left in peace. */
export async function askStandIn(
  tx: Tx,
  about: { sittingId: string; memberPersonId: string; actorId: string },
  standIn: Pick<StandIn, 'personId' | 'asked'>,
): Promise<void> {
  const { sittingId, memberPersonId, actorId } = about;
  const { personId, asked } = standIn;
  if (asked) return;
  await giveSeatBack(tx, about);
  const key = { sittingId_personId: { sittingId, personId } };
  const before = await tx.sittingAttendance.findUnique({ where: key, select: { personId: true } });
  await tx.$executeRaw`
    insert into sitting_attendance (sitting_id, person_id, stands_in_for_id)
    values (${sittingId}::uuid, ${personId}::uuid, ${memberPersonId}::uuid)
    on conflict (sitting_id, person_id) do update
    set stands_in_for_id = excluded.stands_in_for_id, seat_returned_at = null, answer = null,
      reason = null, answered_at = null, attendance = null, called_by_id = null, called_at = null`;
  await audit(tx, {
    kind: 'council.substitute_asked',
    subjectId: sittingId,
    actorId,
    after: { substitute: personId, for: memberPersonId },
  });
  if (before) await refreshMessageTo(tx, invitation, { subjectId: sittingId, personId });
  else await sendMessage(tx, invitation, { to: { personId }, params: {}, subjectId: sittingId });
}

/** The seat goes back to its member: who stood in reads and does nothing more. Ballots keep the roll they opened with. */
export async function giveSeatBack(
  tx: Tx,
  {
    sittingId,
    memberPersonId,
    actorId,
  }: { sittingId: string; memberPersonId: string; actorId: string },
): Promise<void> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    update sitting_attendance set seat_returned_at = app_now()
    where sitting_id = ${sittingId}::uuid and stands_in_for_id = ${memberPersonId}::uuid
      and seat_returned_at is null
    returning person_id::text as "personId"`;
  for (const { personId } of rows) {
    await audit(tx, {
      kind: 'council.seat_returned',
      subjectId: sittingId,
      actorId,
      after: { substitute: personId, for: memberPersonId },
    });
    await refreshMessageTo(tx, invitation, { subjectId: sittingId, personId });
  }
}

/**
 * The sittings at which somebody stands in for a member now: asked, still named by the composition, the seat not gone
 * back. A sitting is over for them at the end of its day, once no ballot is open that has them on its roll.
 */
export async function sittingsStoodIn(
  deps: Pick<Deps, 'clock' | 'zone'>,
  tx: Tx,
  personId: string,
): Promise<{ sittingId: string; councilId: string }[]> {
  const on = today(deps);
  const begins = instantAt(on, '00:00', deps.zone);
  return tx.$queryRaw<{ sittingId: string; councilId: string }[]>`
    select sitting.id::text as "sittingId", sitting.council_id::text as "councilId"
    from sitting_attendance as own
    join sitting on sitting.id = own.sitting_id
    where own.person_id = ${personId}::uuid and own.stands_in_for_id is not null
      and own.seat_returned_at is null
      and exists (
        select from council_substitute as named
        join council_member as member on member.id = named.member_id
        where named.person_id = own.person_id and member.person_id = own.stands_in_for_id
          and member.council_id = sitting.council_id
          and named.from_date <= ${on}::date and (named.to_date is null or named.to_date >= ${on}::date)
          and member.from_date <= ${on}::date and (member.to_date is null or member.to_date >= ${on}::date))
      and (sitting.starts_at >= ${begins} or exists (
        select from agenda_item
        join ballot on ballot.agenda_item_id = agenda_item.id and ballot.state = 'open'
        join roll_entry on roll_entry.ballot_id = ballot.id and roll_entry.person_id = own.person_id
        where agenda_item.sitting_id = sitting.id))`;
}
