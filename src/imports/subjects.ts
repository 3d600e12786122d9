import type { Tx } from '../database/client.ts';
import {
  type Checked,
  type ImportContext,
  type KnownSubject,
  type KnownUnit,
  keyOf,
  personsByNumber,
  unitsByCode,
} from './importer.ts';
import type { Problem } from './problems.ts';
import { Cells } from './read-cells.ts';
import type { FileRow } from './rows.ts';

// What the files of awards, ratings and initiatives have in common.

export interface Desk {
  read: Cells[];
  problems: Problem[];
}

/** Whose record a row is: a person's or a collective's. */
export interface Subject {
  personId: string | null;
  unitId: string | null;
}

interface SubjectDesk extends Desk {
  personIds: string[];
  unitIds: string[];
  subject(cells: Cells): Subject | undefined;
}

/** Looks the persons and collectives of a file up, and says what is wrong with them. */
export async function openDesk(
  tx: Tx,
  rows: readonly FileRow[],
  context: ImportContext,
): Promise<SubjectDesk> {
  const problems: Problem[] = [];
  const read = rows.map((row) => new Cells(row, problems));
  const numbers = read.map((cells) => cells.raw('staffNumber'));
  const persons = await personsByNumber(tx, numbers, context.on);
  const units = await unitsByCode(tx);
  const named = read.flatMap((cells) => units.get(keyOf(cells.raw('unitCode'))) ?? []);
  return {
    read,
    problems,
    personIds: [...persons.values()].map(({ id }) => id),
    unitIds: named.map(({ id }) => id),
    subject: (cells) => subjectOf(cells, { persons, units }, context),
  };
}

function subjectOf(
  cells: Cells,
  known: { persons: Map<string, KnownSubject>; units: Map<string, KnownUnit> },
  context: ImportContext,
): Subject | undefined {
  const number = cells.raw('staffNumber');
  const code = cells.raw('unitCode');
  if ((number === '') === (code === '')) return cells.wrong('staffNumber', 'one_subject');
  if (number !== '') {
    const person = known.persons.get(keyOf(number));
    if (!person) return cells.wrong('staffNumber', 'unknown_person');
    if (!context.covers(person.unitId)) return cells.wrong('staffNumber', 'not_your_unit');
    return { personId: person.id, unitId: null };
  }
  const unit = known.units.get(keyOf(code));
  if (!unit) return cells.wrong('unitCode', 'unknown_unit');
  if (!context.covers(unit.id)) return cells.wrong('unitCode', 'not_your_unit');
  return { personId: null, unitId: unit.id };
}

/** Reads each row, finds it among what is stored by its key, and by its mark whether it is the same. */
export function compare<R>(
  { read, problems }: Desk,
  stored: readonly { key: string; mark: string }[],
  readRow: (cells: Cells) => { record: R; key: string; mark: string } | undefined,
): Checked<R> {
  const known = new Map(stored.map(({ key, mark }) => [key, mark]));
  const seen = new Map<string, number>();
  const counts = { new: 0, changed: 0, same: 0 };
  const records: R[] = [];
  const replaced: unknown[] = [];
  for (const cells of read) {
    const found = readRow(cells);
    if (!found) continue;
    const first = seen.get(found.key);
    if (first !== undefined) {
      cells.wrong('year', 'repeated', String(first));
      continue;
    }
    seen.set(found.key, cells.row);
    const before = known.get(found.key);
    const same = before === found.mark;
    counts[same ? 'same' : before === undefined ? 'new' : 'changed'] += 1;
    if (same) continue;
    records.push(found.record);
    if (before !== undefined) replaced.push([found.key, before]);
  }
  return { problems, records, replaced, counts };
}

export function decisionOf(cells: Cells) {
  return { number: cells.text('number'), decidedOn: cells.day('decidedOn') };
}
