import type { Tx } from '../../database/client.ts';
import type { Attendance, SittingAnswer } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, refreshMessageTo } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError, type Sayable } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { inOffice, mayConvene } from '../authority.ts';
import { phrases } from '../ballots/phrases.ts';
import { invitation, sittingCard } from '../messages.ts';
import { refuseRollWhenSigned } from '../papers/refuse-signed.ts';
import { byOffice, type CouncilOffice } from '../rules.ts';
import { requireHeld } from './changes/running.ts';

/** A member of the council of a sitting, and whether they come. */
export interface Attendee {
  personId: string;
  name: string;
  office: CouncilOffice;
  answer: SittingAnswer | null;
  /** Of regrets. */
  reason: string | null;
  /** By the roll-call; null before it. */
  attendance: Attendance | null;
}

/** The members in office on the day, in order of office, and whoever answered or was called besides. */
export async function attendeesOf(deps: Deps, tx: Tx, sittingId: string): Promise<Attendee[]> {
  const sitting = await tx.sitting.findUnique({
    where: { id: sittingId },
    select: {
      council: {
        select: {
          members: {
            where: inOffice(today(deps)),
            select: { personId: true, office: true, person: { select: { fullName: true } } },
          },
        },
      },
      attendance: {
        select: { personId: true, answer: true, reason: true, attendance: true },
      },
    },
  });
  const rows = new Map(sitting?.attendance.map((row) => [row.personId, row]));
  return (sitting?.council.members ?? [])
    .map(({ personId, office, person }) => ({
      personId,
      name: person.fullName,
      office,
      answer: rows.get(personId)?.answer ?? null,
      reason: rows.get(personId)?.reason ?? null,
      attendance: rows.get(personId)?.attendance ?? null,
    }))
    .toSorted((a, b) => byOffice(a, b) || a.name.localeCompare(b.name, 'vi'));
}

/**
 * A member says whether they come to a sitting; the last word counts, until the roll is called.
 *
 * @throws AppError sitting_unknown, sitting_called_off, not_member, reason_missing, roll_called
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
    const own = await ownSeat(deps, tx, { sittingId, personId: actor.personId });
    if (own.attendance) throw refusal('roll_called', (l) => phrases[l].rollCalled);
    if (own.answer === answer && own.reason === reason) return;
    await tx.$executeRaw`
      insert into sitting_attendance (sitting_id, person_id, answer, reason, answered_at)
      values (${sittingId}::uuid, ${actor.personId}::uuid, ${answer}::sitting_answer, ${reason}, app_now())
      on conflict (sitting_id, person_id) do update
      set answer = excluded.answer, reason = excluded.reason, answered_at = excluded.answered_at`;
    await audit(tx, {
      kind: 'council.invitation_answered',
      subjectId: sittingId,
      actorId: actor.personId,
      after: { answer },
      ...(reason ? { reason } : {}),
    });
    await refreshMessageTo(tx, invitation, { subjectId: sittingId, personId: actor.personId });
    await refreshMessages(tx, sittingCard, sittingId);
  });
}

/**
 * Records who is at the sitting and who gives a written opinion; all other members are absent. It may be called
 * again, as when a member leaves: ballots keep what stood when they opened.
 *
 * @throws AppError sitting_unknown, sitting_called_off, may_not_convene, called_twice, paper_signed
 */
export async function callRoll(
  deps: Deps,
  input: {
    actor: Actor;
    sittingId: string;
    present: readonly string[];
    written: readonly string[];
  },
): Promise<void> {
  const { actor, sittingId, present, written } = input;
  if (written.some((id) => present.includes(id)))
    throw refusal('called_twice', (l) => phrases[l].calledTwice, 'written');
  await inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`select id from sitting where id = ${sittingId}::uuid for update`;
    const council = await councilOf(tx, sittingId);
    if (!(await mayConvene(tx, actor, council, today(deps))))
      throw refusal('may_not_convene', (l) => phrases[l].mayNotConvene);
    await refuseRollWhenSigned(tx, sittingId);
    const attendees = await attendeesOf(deps, tx, sittingId);
    const marks = attendees.map(({ personId }): Attendance => {
      if (present.includes(personId)) return 'present';
      return written.includes(personId) ? 'written' : 'absent';
    });
    if (attendees.every(({ attendance }, place) => attendance === marks[place])) return;
    await tx.$executeRaw`
      insert into sitting_attendance (sitting_id, person_id, attendance, called_by_id, called_at)
      select ${sittingId}::uuid, person_id, mark::attendance, ${actor.personId}::uuid, app_now()
      from unnest(${attendees.map(({ personId }) => personId)}::uuid[], ${marks}::text[])
        as given (person_id, mark)
      on conflict (sitting_id, person_id) do update
      set attendance = excluded.attendance, called_by_id = excluded.called_by_id,
        called_at = excluded.called_at`;
    const count = (wanted: Attendance) => marks.filter((mark) => mark === wanted).length;
    await audit(tx, {
      kind: 'council.roll_called',
      subjectId: sittingId,
      actorId: actor.personId,
      after: { present: count('present'), written: count('written'), absent: count('absent') },
    });
    await refreshMessages(tx, invitation, sittingId);
    await refreshMessages(tx, sittingCard, sittingId);
  });
}

/** How each member was found at the last roll-call of a sitting; empty while there was none. */
export async function attendanceOf(tx: Tx, sittingId: string): Promise<Map<string, Attendance>> {
  const rows = await tx.sittingAttendance.findMany({
    where: { sittingId, attendance: { not: null } },
    select: { personId: true, attendance: true },
  });
  return new Map(
    rows.flatMap(({ personId, attendance }) => (attendance ? [[personId, attendance]] : [])),
  );
}

/** @throws AppError sitting_unknown, sitting_called_off, not_member */
export async function ownSeat(
  deps: Deps,
  tx: Tx,
  { sittingId, personId }: { sittingId: string; personId: string },
): Promise<Attendee> {
  await councilOf(tx, sittingId);
  const own = (await attendeesOf(deps, tx, sittingId)).find((one) => one.personId === personId);
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
