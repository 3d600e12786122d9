import type { Tx } from '../../database/client.ts';
import type { Attendance, SittingAnswer } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, refreshMessageTo } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError, type Sayable } from '../../kernel/errors.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { inOffice } from '../authority.ts';
import { phrases } from '../ballots/phrases.ts';
import { invitation, sittingCard } from '../messages.ts';
import { refuseRollWhenSigned } from '../papers/refuse-signed.ts';
import { byOffice, type CouncilOffice } from '../rules.ts';
import { refreshAgenda } from './refresh-sittings.ts';
import { holdToRun, requireHeld } from './running.ts';
import { askStandIn, giveSeatBack, type StandIn, standInsOf } from './stand-ins.ts';

/** A member of the council of a sitting, or who stands in for one, and whether they come. */
export interface Attendee {
  personId: string;
  name: string;
  office: CouncilOffice;
  answer: SittingAnswer | null;
  /** Of regrets. */
  reason: string | null;
  /** Of regrets before the sitting was moved, of whoever has not answered again. */
  earlierReason: string | null;
  /** By the roll-call; null before it. */
  attendance: Attendance | null;
  /** Of a member: their substitute, if the composition names one. */
  standIn: StandIn | null;
  /** Of a substitute: the member for whom they were asked. */
  standsInFor: { personId: string; name: string } | null;
}

/**
 * The members in office on the day, in order of office, each with the substitute whom the composition names.
 *
 * @param on today, where it is not told of a day that is over
 */
export async function attendeesOf(
  deps: Deps,
  tx: Tx,
  sittingId: string,
  on: Day = today(deps),
): Promise<Attendee[]> {
  const sitting = await tx.sitting.findUnique({
    where: { id: sittingId },
    select: {
      id: true,
      councilId: true,
      council: {
        select: {
          members: {
            where: inOffice(on),
            select: { personId: true, office: true, person: { select: { fullName: true } } },
          },
        },
      },
      attendance: {
        select: {
          ...{ personId: true, answer: true, reason: true, attendance: true },
          earlierReason: true,
        },
      },
    },
  });
  if (!sitting) return [];
  const rows = new Map(sitting.attendance.map((row) => [row.personId, row]));
  const standIns = await standInsOf(tx, sitting, on);
  return sitting.council.members
    .map(({ personId, office, person }) => ({
      personId,
      name: person.fullName,
      office,
      answer: rows.get(personId)?.answer ?? null,
      reason: rows.get(personId)?.reason ?? null,
      earlierReason: rows.get(personId)?.earlierReason ?? null,
      attendance: rows.get(personId)?.attendance ?? null,
      standIn: standIns.get(personId) ?? null,
      standsInFor: null,
    }))
    .toSorted((a, b) => byOffice(a, b) || a.name.localeCompare(b.name, 'vi'));
}

/** Whoever is told of what becomes of a sitting: its members, and substitutes who were asked. */
export function toldOf(attendees: readonly Attendee[]): string[] {
  return attendees.flatMap(({ personId, standIn }) =>
    standIn?.asked ? [personId, standIn.personId] : [personId],
  );
}

/** Somebody's own place at a sitting: as a member, or as a substitute who was asked to come. */
export function placeOf(attendees: readonly Attendee[], personId: string): Attendee | null {
  const member = attendees.find((one) => one.personId === personId);
  if (member) return member;
  const lent = attendees.find(({ standIn }) => standIn?.asked && standIn.personId === personId);
  if (!lent?.standIn) return null;
  const { asked: _, ...own } = lent.standIn;
  const standsInFor = { personId: lent.personId, name: lent.name };
  return { ...own, office: 'member', standIn: null, standsInFor, earlierReason: null };
}

/**
 * A member, or a substitute who was asked, says whether they come to a sitting; the last word counts, until the roll is
 * called. A member's regrets have their substitute asked; when the member comes after all, the seat goes back.
 *
 * @throws AppError sitting_unknown, sitting_called_off, not_member, reason_missing, roll_called, substitute_in_person
 */
export async function answerInvitation(
  deps: Deps,
  input: { actor: Actor; sittingId: string; answer: SittingAnswer; reason: string | null },
): Promise<void> {
  const { actor, sittingId, answer } = input;
  const reason = input.reason?.trim() || null;
  if (answer === 'regrets' && !reason)
    throw refusal('reason_missing', (l) => phrases[l].regretsNeedReason, 'reason');
  await inTransaction(deps.db, async (tx) => {
    // Held, so that no roll-call comes between: it would be answered by a seat that goes back.
    await tx.$queryRaw`select id from sitting where id = ${sittingId}::uuid for share`;
    const own = await ownSeat(deps, tx, { sittingId, personId: actor.personId });
    if (own.attendance) throw refusal('roll_called', (l) => phrases[l].rollCalled);
    if (own.answer === answer && own.reason === reason) return;
    if (own.standsInFor && answer === 'written')
      throw refusal('substitute_in_person', (l) => phrases[l].substituteInPerson);
    await tx.$executeRaw`
      insert into sitting_attendance (sitting_id, person_id, answer, reason, answered_at)
      values (${sittingId}::uuid, ${actor.personId}::uuid, ${answer}::sitting_answer, ${reason}, app_now())
      on conflict (sitting_id, person_id) do update
      set answer = excluded.answer, reason = excluded.reason, answered_at = excluded.answered_at,
        earlier_reason = null`;
    await audit(tx, {
      kind: 'council.invitation_answered',
      subjectId: sittingId,
      actorId: actor.personId,
      after: { answer },
      ...(reason ? { reason } : {}),
    });
    const seat = { sittingId, memberPersonId: actor.personId, actorId: actor.personId };
    if (answer !== 'regrets') await giveSeatBack(tx, seat);
    else if (own.standIn) await askStandIn(tx, seat, own.standIn);
    await refreshMessageTo(tx, invitation, { subjectId: sittingId, personId: actor.personId });
    await refreshMessages(tx, sittingCard, sittingId);
  });
}

/** How many members a roll-call found, and how many substitutes. */
export interface RollCalled {
  present: number;
  written: number;
  absent: number;
  substitutes: number;
  /** Votes that are open: they keep the roll with which they opened. */
  open: number;
}

/**
 * Records who is at the sitting and who gives a written opinion; all other members are absent, and a substitute may be
 * there in the place of one. It may be called again, as when a member leaves or comes late: ballots keep what stood
 * when they opened.
 *
 * @param input.standIns substitutes who are there
 * @throws AppError sitting_unknown, sitting_called_off, may_not_convene, called_twice, substitute_with_member,
 *   not_substitute, paper_signed
 */
export async function callRoll(
  deps: Deps,
  input: {
    actor: Actor;
    sittingId: string;
    present: readonly string[];
    written: readonly string[];
    standIns?: readonly string[];
  },
): Promise<RollCalled> {
  const { actor, sittingId, present, written, standIns = [] } = input;
  return inTransaction(deps.db, async (tx) => {
    await holdToRun(deps, tx, { actor, sittingId });
    await refuseRollWhenSigned(tx, sittingId);
    const attendees = await attendeesOf(deps, tx, sittingId);
    refuseTwice(attendees, input);
    await refuseStandIns(tx, attendees, input);
    const marks = new Map(
      attendees.map(({ personId }): [string, Attendance] => {
        if (present.includes(personId)) return [personId, 'present'];
        return [personId, written.includes(personId) ? 'written' : 'absent'];
      }),
    );
    for (const { personId: memberPersonId, standIn } of attendees) {
      if (!standIn) continue;
      const seat = { sittingId, memberPersonId, actorId: actor.personId };
      const comes = standIns.includes(standIn.personId);
      if (comes) await askStandIn(tx, seat, standIn);
      else if (marks.get(memberPersonId) !== 'absent') await giveSeatBack(tx, seat);
      if (comes || standIn.asked) marks.set(standIn.personId, comes ? 'present' : 'absent');
    }
    const count = (wanted: Attendance) =>
      attendees.filter(({ personId }) => marks.get(personId) === wanted).length;
    const called = {
      ...{ present: count('present'), written: count('written'), absent: count('absent') },
      substitutes: standIns.length,
      open: await tx.ballot.count({ where: { state: 'open', agendaItem: { sittingId } } }),
    };
    if (!(await mark(tx, { sittingId, actor, marks }))) return called;
    await audit(tx, {
      kind: 'council.roll_called',
      subjectId: sittingId,
      actorId: actor.personId,
      after: {
        present: count('present'),
        written: count('written'),
        absent: count('absent'),
        ...(standIns.length > 0 ? { substitutes: standIns.length } : {}),
      },
    });
    await refreshAgenda(tx, sittingId);
    return called;
  });
}

/** Nobody is present and gives a written opinion. */
function refuseTwice(
  attendees: readonly Attendee[],
  { present, written }: { present: readonly string[]; written: readonly string[] },
): void {
  const twice = attendees.filter(
    ({ personId }) => present.includes(personId) && written.includes(personId),
  );
  const names = twice.map(({ name }) => name).join(', ');
  if (twice.length > 0)
    throw refusal('called_twice', (l) => phrases[l].calledTwice({ names }), 'written');
}

/** A seat is the member's or the substitute's, never both's. */
async function refuseStandIns(
  tx: Tx,
  attendees: readonly Attendee[],
  called: { present: readonly string[]; written: readonly string[]; standIns?: readonly string[] },
): Promise<void> {
  for (const personId of called.standIns ?? []) {
    const member = attendees.find(({ standIn }) => standIn?.personId === personId);
    if (!member) {
      const person = await tx.person.findUnique({
        where: { id: personId },
        select: { fullName: true },
      });
      const name = person?.fullName ?? '';
      throw refusal('not_substitute', (l) => phrases[l].notSubstitute({ name }), 'standIns');
    }
    if ([...called.present, ...called.written].includes(member.personId))
      throw refusal(
        'substitute_with_member',
        (l) => phrases[l].substituteWithMember({ name: member.name }),
        'standIns',
      );
  }
}

/** @returns false when all of it stood like that before */
async function mark(
  tx: Tx,
  of: { sittingId: string; actor: Actor; marks: ReadonlyMap<string, Attendance> },
): Promise<boolean> {
  const { sittingId, actor, marks } = of;
  const written = await tx.$executeRaw`
    insert into sitting_attendance (sitting_id, person_id, attendance, called_by_id, called_at)
    select ${sittingId}::uuid, person_id, mark::attendance, ${actor.personId}::uuid, app_now()
    from unnest(${[...marks.keys()]}::uuid[], ${[...marks.values()]}::text[])
      as given (person_id, mark)
    on conflict (sitting_id, person_id) do update
    set attendance = excluded.attendance, called_by_id = excluded.called_by_id,
      called_at = excluded.called_at
    where sitting_attendance.attendance is distinct from excluded.attendance`;
  return written > 0;
}

/** @throws AppError sitting_unknown, sitting_called_off, not_member */
export async function ownSeat(
  deps: Deps,
  tx: Tx,
  { sittingId, personId }: { sittingId: string; personId: string },
): Promise<Attendee> {
  await councilOf(tx, sittingId);
  const own = placeOf(await attendeesOf(deps, tx, sittingId), personId);
  if (!own) throw refusal('not_member', (l) => phrases[l].notOfCouncil);
  return own;
}

async function councilOf(tx: Tx, sittingId: string): Promise<{ id: string; unitId: string }> {
  const sitting = await tx.sitting.findUnique({
    where: { id: sittingId },
    select: { calledOffAt: true, council: { select: { id: true, unitId: true } } },
  });
  if (!sitting) throw refusal('sitting_unknown', (l) => phrases[l].itemGone);
  requireHeld(sitting);
  return sitting.council;
}

function refusal(code: string, say: Sayable, field?: string): AppError {
  return new AppError(code, { say, ...(field ? { field } : {}) });
}
