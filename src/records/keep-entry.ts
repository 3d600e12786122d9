import type { Tx } from '../database/client.ts';
import { DisciplineKind, LeaveKind, OpenMatterKind } from '../database/generated/enums.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import type { EntryKind, RecordSubject } from './controls.ts';
import { type OpenedRecord, openRecordOf } from './open-record.ts';
import { type Entry, entryMark } from './queries.ts';
import { refusal } from './refusal.ts';

export interface WrittenEntry {
  what: string;
  from: Day;
  to: Day | null;
  /** The decision's number, or what a matter is about. */
  text: string;
  goodGrade: boolean;
}

interface EntryInput {
  actor: Actor;
  of: RecordSubject;
  kind: EntryKind;
  /** Null: a new one. */
  entryId: string | null;
}

/** What each kind of entry may be called. */
export const ENTRY_CHOICES: Readonly<Record<EntryKind, readonly Entry['what'][]>> = {
  discipline: Object.values(DisciplineKind),
  leave: Object.values(LeaveKind),
  matter: Object.values(OpenMatterKind),
};

/**
 * The entry that is to be written or corrected, for somebody who may; undefined for a new one.
 *
 * @throws AppError record_not_yours, not_keeper, entry_gone
 */
export async function openEntryOf(
  deps: Deps,
  { actor, of, kind, entryId }: EntryInput,
): Promise<{ name: string; entry: Entry | undefined }> {
  const opened = await openRecordOf(deps.db, { actor, of, on: today(deps) });
  refuseOthers(opened, kind);
  const entry = entriesOf(opened, kind).find(({ id }) => id === entryId);
  if (entryId !== null && !entry) throw refusal('entry_gone', (say) => say.entryGone);
  return { name: nameOf(opened), entry };
}

/**
 * Writes an entry of a record down, or corrects one as it was `seen`. The same twice is written once.
 *
 * @throws AppError record_not_yours, not_keeper, entry_gone, entry_wrong, entry_repeated, entry_changed
 */
export async function keepEntry(
  deps: Deps,
  input: EntryInput & { written: WrittenEntry; seen: string | null },
): Promise<OpenedRecord> {
  const { actor, of, kind, entryId, written, seen } = input;
  const on = today(deps);
  await inTransaction(deps.db, async (tx) => {
    await lockSubject(tx, of);
    const opened = await openRecordOf(tx, { actor, of, on });
    refuseOthers(opened, kind);
    const entry = checked(kind, written, on);
    const entries = entriesOf(opened, kind);
    const before = entries.find(({ id }) => id === entryId);
    if (entryId !== null && !before) throw refusal('entry_gone', (say) => say.entryGone);
    const twin = entries.find((other) => other.id !== entryId && sameEntry(kind, other, entry));
    if (twin && entryId === null && alike(twin, entry)) return;
    if (twin) {
      const field = kind === 'leave' ? 'from' : 'text';
      throw refusal('entry_repeated', (say) => say.entryRepeated, field);
    }
    if (before && alike(before, entry)) return;
    if (before && entryMark(before) !== seen)
      throw refusal('entry_changed', (say) => say.entryChanged);
    await store(tx, input, entry);
    await audit(tx, {
      kind: before ? 'records.entry_corrected' : 'records.entry_added',
      subjectId: subjectId(of),
      actorId: actor.personId,
      ...(before ? { before: audited(kind, before) } : {}),
      after: audited(kind, entry),
    });
  });
  return openRecordOf(deps.db, { actor, of, on: today(deps) });
}

/**
 * Takes a wrong entry off a record; what it said stays in the audit. Removed twice it is removed once.
 *
 * @throws AppError record_not_yours, not_keeper, reason_missing
 */
export async function removeEntry(
  deps: Deps,
  input: EntryInput & { entryId: string; reason: string },
): Promise<OpenedRecord> {
  const { actor, of, kind, entryId, reason } = input;
  if (reason.trim() === '') throw refusal('reason_missing', (say) => say.reasonMissing, 'reason');
  await inTransaction(deps.db, async (tx) => {
    await lockSubject(tx, of);
    const opened = await openRecordOf(tx, { actor, of, on: today(deps) });
    refuseOthers(opened, kind);
    const before = entriesOf(opened, kind).find(({ id }) => id === entryId);
    if (!before) return;
    if (kind === 'discipline') await tx.discipline.delete({ where: { id: entryId } });
    else if (kind === 'leave') await tx.leave.delete({ where: { id: entryId } });
    else await tx.openMatter.delete({ where: { id: entryId } });
    await audit(tx, {
      kind: 'records.entry_removed',
      subjectId: subjectId(of),
      actorId: actor.personId,
      before: audited(kind, before),
      reason: reason.trim(),
    });
  });
  return openRecordOf(deps.db, { actor, of, on: today(deps) });
}

function refuseOthers({ access, kind: of }: OpenedRecord, kind: EntryKind): void {
  const may = kind === 'matter' ? access.matters : access.keep && of === 'person';
  if (!may) throw refusal('not_keeper', (say) => say.notKeeper);
}

/** @throws AppError at the field that is wrong */
function checked(kind: EntryKind, written: WrittenEntry, on: Day): Omit<Entry, 'id'> {
  const what = ENTRY_CHOICES[kind].find((one) => one === written.what);
  if (!what) throw refusal('entry_wrong', (say) => say.chooseOne, 'what');
  const { from, to } = written;
  const text = written.text.normalize('NFC').trim();
  if (kind !== 'leave' && text === '')
    throw refusal('entry_wrong', (say) => say.textMissing[kind], 'text');
  if (kind !== 'leave' && from > on)
    throw refusal('entry_wrong', (say) => say.fromInFuture, 'from');
  if (to !== null && to < from) throw refusal('entry_wrong', (say) => say.endsBeforeItBegins, 'to');
  if (kind === 'matter' && to !== null && to > on)
    throw refusal('entry_wrong', (say) => say.endInFuture, 'to');
  const goodGrade = kind === 'leave' && what === 'training' && written.goodGrade;
  return { what, from, to, text: kind === 'leave' ? '' : text, goodGrade };
}

/** Whether two entries are about the same thing, of which a record has one. */
function sameEntry(kind: EntryKind, one: Omit<Entry, 'id'>, other: Omit<Entry, 'id'>): boolean {
  if (kind === 'discipline') return one.text === other.text;
  if (kind === 'leave') return one.what === other.what && one.from === other.from;
  return one.what === other.what && one.from === other.from && one.text === other.text;
}

function alike(one: Omit<Entry, 'id'>, other: Omit<Entry, 'id'>): boolean {
  return (['what', 'from', 'to', 'text', 'goodGrade'] as const).every(
    (part) => one[part] === other[part],
  );
}

async function store(
  tx: Tx,
  { actor, of, kind, entryId }: EntryInput,
  { what, from, to, text, goodGrade }: Omit<Entry, 'id'>,
): Promise<void> {
  const days = { fromDate: dateColumn(from), toDate: to && dateColumn(to) };
  if (kind === 'matter') {
    const data = {
      kind: what as OpenMatterKind,
      note: text,
      openedOn: days.fromDate,
      closedOn: days.toDate,
    };
    if (entryId) await tx.openMatter.update({ where: { id: entryId }, data });
    else await tx.openMatter.create({ data: { ...data, ...of, recordedById: actor.personId } });
    return;
  }
  if (!('personId' in of)) throw refusal('not_keeper', (say) => say.notKeeper);
  if (kind === 'discipline') {
    const data = { kind: what as DisciplineKind, ...days, decisionNumber: text };
    if (entryId) await tx.discipline.update({ where: { id: entryId }, data });
    else await tx.discipline.create({ data: { ...data, personId: of.personId } });
    return;
  }
  const data = {
    kind: what as LeaveKind,
    ...days,
    goodGrade: what === 'training' ? goodGrade : null,
  };
  if (entryId) await tx.leave.update({ where: { id: entryId }, data });
  else await tx.leave.create({ data: { ...data, personId: of.personId } });
}

/** Those who write on one record come one after the other. */
async function lockSubject(tx: Tx, of: RecordSubject): Promise<void> {
  if ('personId' in of)
    await tx.$queryRaw`select id from person where id = ${of.personId}::uuid for update`;
  else await tx.$queryRaw`select id from unit where id = ${of.unitId}::uuid for update`;
}

function entriesOf(opened: OpenedRecord, kind: EntryKind): readonly Entry[] {
  if (kind === 'matter') return opened.record.matters;
  if (opened.kind === 'unit') return [];
  return kind === 'discipline' ? opened.record.disciplines : opened.record.leaves;
}

/** What a matter is about is for few, and the audit for more: it stays out. */
function audited(kind: EntryKind, { what, from, to, text, goodGrade }: Omit<Entry, 'id'>) {
  return kind === 'matter'
    ? { kind, from, to }
    : { kind, what, from, to, ...(kind === 'leave' ? { goodGrade } : { text }) };
}

function nameOf(opened: OpenedRecord): string {
  return opened.kind === 'person' ? opened.record.fullName : opened.record.name;
}

function subjectId(of: RecordSubject): string {
  return 'personId' in of ? of.personId : of.unitId;
}
