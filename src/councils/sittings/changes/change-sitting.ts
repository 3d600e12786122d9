import type { Tx } from '../../../database/client.ts';
import { inTransaction } from '../../../database/transaction.ts';
import type { GivenFile } from '../../../documents/sent-file-rules.ts';
import { sendMessages } from '../../../jobs/outbox.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { AppError, type Sayable } from '../../../kernel/errors.ts';
import type { Actor } from '../../../people/actor.ts';
import { agendaAdded, sittingMoved } from '../../messages.ts';
import { refuseAgendaWhenSigned, refuseFilesWhenSigned } from '../../papers/refuse-signed.ts';
import { type ItemRow, itemFields, itemOf } from '../agenda-items.ts';
import { attendeesOf, toldOf } from '../attendance.ts';
import { requireDayToCome } from '../day-to-come.ts';
import { takeSittingFiles } from '../files/take-files.ts';
import { newItems, type WantedItems } from '../new-items.ts';
import { refreshAgenda } from '../refresh-sittings.ts';
import { holdToRun } from '../running.ts';
import { partKey, partMark } from './agenda-parts.ts';
import { changePhrases as phrases } from './change-phrases.ts';

export interface SittingChange {
  startsAt: Date;
  place: string;
  documents: string;
  /** More of them, beside those that are there. */
  files?: readonly GivenFile[];
  /** The parts that stay, in their order. */
  order: readonly string[];
  /** Marks of the parts that the form showed: what came since then stays, behind them. */
  shown: readonly string[];
  add: WantedItems;
}

/**
 * Changes a sitting: its time and place until the roll is called or a ballot opens, the papers for it, and its agenda,
 * from which nothing can be taken that was opened for a ballot, and to which nothing is done once its minutes or its
 * count are signed. Members of a sitting that was moved are told, and answer again; what is put on the agenda they are
 * told too, and whatever else changes they see in the invitation. The same form twice adds nothing twice.
 *
 * @returns whether it was moved
 * @throws AppError sitting_unknown, may_not_convene, sitting_called_off, time_fixed, part_voted_on, agenda_empty,
 *   paper_signed and those of `newItems` and `takeSittingFiles`, at their fields
 */
export async function changeSitting(
  deps: Deps,
  input: { actor: Actor; sittingId: string; change: SittingChange },
): Promise<{ moved: boolean }> {
  const { actor, sittingId, change } = input;
  return inTransaction(deps.db, async (tx) => {
    const sitting = await holdToRun(deps, tx, input);
    const place = change.place.normalize('NFC').trim();
    const documents = change.documents.normalize('NFC').trim() || null;
    const moved =
      change.startsAt.getTime() !== sitting.startsAt.getTime() || place !== sitting.place;
    if (moved && (await hasBegun(tx, sittingId)))
      throw refusal('time_fixed', (l) => phrases[l].timeIsFixed, 'startsAt');
    if (moved) requireDayToCome(deps, change.startsAt);
    const agenda = await arrange(deps, tx, { ...input, council: sitting.council });
    if (agenda.changed) await refuseAgendaWhenSigned(tx, sittingId);
    if (documents !== sitting.documents) await refuseFilesWhenSigned(tx, sittingId, 'documents');
    const given = { actor, sittingId, files: change.files ?? [] };
    await takeSittingFiles(tx, { ...given, convened: false });
    if (!moved && documents === sitting.documents && !agenda.changed) return { moved };

    await tx.sitting.update({
      where: { id: sittingId },
      data: { startsAt: change.startsAt, place, documents },
    });
    const before = { startsAt: sitting.startsAt.toISOString(), place: sitting.place };
    await audit(tx, {
      kind: 'council.sitting_changed',
      subjectId: sittingId,
      actorId: actor.personId,
      before: { ...before, documents: sitting.documents },
      after: {
        ...{ startsAt: change.startsAt.toISOString(), place, documents },
        ...{ removed: agenda.removed, added: agenda.added },
      },
    });
    if (moved) await tellMoved(deps, tx, sittingId, before);
    if (agenda.addedNames) await tellAdded(deps, tx, sittingId, agenda.addedNames);
    await refreshAgenda(tx, sittingId);
    return { moved };
  });
}

async function hasBegun(tx: Tx, sittingId: string): Promise<boolean> {
  const called = await tx.sittingAttendance.count({
    where: { sittingId, attendance: { not: null } },
  });
  return called > 0 || (await tx.ballot.count({ where: { agendaItem: { sittingId } } })) > 0;
}

async function arrange(
  deps: Deps,
  tx: Tx,
  input: {
    sittingId: string;
    change: SittingChange;
    council: { unitId: string; kind: 'emulation' | 'initiative' };
  },
): Promise<{ changed: boolean; removed: string[]; added: number; addedNames: string | null }> {
  const { sittingId, change, council } = input;
  const { order, shown, add } = change;
  // Held, so that no ballot opens meanwhile on what is taken away.
  await tx.$queryRaw`
    select id from agenda_item where sitting_id = ${sittingId}::uuid order by id for update`;
  const rows = await tx.agendaItem.findMany({
    where: { sittingId },
    orderBy: { ordinal: 'asc' },
    select: {
      ...itemFields,
      ...{ initiativeId: true, personId: true, unitId: true },
      ballots: { take: 1, select: { id: true } },
    },
  });
  const since = [...new Set(rows.map(partKey))].filter((key) => !shown.includes(partMark(key)));
  const wanted = [...order, ...since];
  const gone = rows.filter((row) => !wanted.includes(partKey(row)));
  const fixed = gone.filter(({ ballots }) => ballots.length > 0);
  if (fixed.length > 0) {
    const names = namesOf(deps, fixed);
    throw refusal('part_voted_on', (l) => phrases[l].partIsVotedOn({ names }), 'order');
  }
  const stays = rows.filter((row) => !gone.includes(row));
  const added = await newItems(deps, tx, council, add, stays);
  if (stays.length + added.length === 0)
    throw refusal('agenda_empty', (l) => phrases[l].agendaWouldBeEmpty, 'order');

  // The names of a title that come later stand with those that are there.
  const keyed = [
    ...stays.map((row) => ({ key: partKey(row), id: row.id, item: null })),
    ...added.map((item) => ({
      key: item.kind === 'nomination' ? `title:${item.itemKey}:${item.year}` : null,
      ...{ id: null, item },
    })),
  ];
  const placeOf = (key: string | null) => {
    const place = key === null ? -1 : wanted.indexOf(key);
    return place < 0 ? wanted.length : place;
  };
  const arranged = keyed.toSorted((a, b) => placeOf(a.key) - placeOf(b.key));
  const ids = gone.map(({ id }) => id);
  await tx.itemConflict.deleteMany({ where: { agendaItemId: { in: ids } } });
  await tx.agendaItem.deleteMany({ where: { id: { in: ids } } });
  const there = arranged.flatMap(({ id }, index) => (id ? [{ id, ordinal: index + 1 }] : []));
  await tx.$executeRaw`
    update agenda_item set ordinal = given.ordinal
    from unnest(${there.map(({ id }) => id)}::uuid[], ${there.map(({ ordinal }) => ordinal)}::int[])
      as given (id, ordinal)
    where agenda_item.id = given.id`;
  await tx.agendaItem.createMany({
    data: arranged.flatMap(({ item }, index) =>
      item ? [{ ...item, sittingId, ordinal: index + 1 }] : [],
    ),
  });
  const came = await tx.agendaItem.findMany({
    where: { sittingId, id: { notIn: rows.map(({ id }) => id) } },
    orderBy: { ordinal: 'asc' },
    select: itemFields,
  });
  const same = rows.every((row, index) => there[index]?.id === row.id);
  return {
    changed: gone.length > 0 || added.length > 0 || !same,
    removed: gone.length === 0 ? [] : [namesOf(deps, gone)],
    added: added.length,
    addedNames: came.length === 0 ? null : namesOf(deps, came),
  };
}

function namesOf({ rulebook }: Deps, rows: readonly ItemRow[]): string {
  const names = rows.map((row) => {
    const { kind, number, title } = itemOf(row, rulebook);
    return kind === 'nomination' ? number : title;
  });
  return [...new Set(names)].join(', ');
}

async function tellAdded(deps: Deps, tx: Tx, sittingId: string, names: string): Promise<void> {
  const attendees = await attendeesOf(deps, tx, sittingId);
  await sendMessages(
    tx,
    agendaAdded,
    toldOf(attendees).map((personId) => ({
      to: { personId },
      params: { names },
      subjectId: sittingId,
    })),
  );
}

async function tellMoved(
  deps: Deps,
  tx: Tx,
  sittingId: string,
  before: { startsAt: string; place: string },
): Promise<void> {
  await tx.$executeRaw`
    update sitting_attendance
    set answer = null, reason = null, answered_at = null, earlier_reason = coalesce(reason, earlier_reason)
    where sitting_id = ${sittingId}::uuid`;
  const attendees = await attendeesOf(deps, tx, sittingId);
  await sendMessages(
    tx,
    sittingMoved,
    toldOf(attendees).map((personId) => ({
      to: { personId },
      params: before,
      subjectId: sittingId,
    })),
  );
}

function refusal(code: string, say: Sayable, field: string): AppError {
  return new AppError(code, { say, field });
}
