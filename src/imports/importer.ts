import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import type { Day } from '../kernel/time.ts';
import type { Rulebook } from '../rulebook/rules.ts';
import type { Problem } from './problems.ts';
import type { FileRow } from './rows.ts';

/** What checking needs to know besides the file. */
export interface ImportContext {
  rulebook: Rulebook;
  on: Day;
  /** Whether who imports may change what belongs to a unit; null: to the agency as a whole. */
  covers(unitId: string | null): boolean;
}

export const Counts = z.object({ new: z.int(), changed: z.int(), same: z.int() });
export type Counts = z.infer<typeof Counts>;

/** What comes of checking a file: what is wrong, and what would be written; what is there already is only counted. */
export interface Checked<R> {
  problems: Problem[];
  records: R[];
  /** What is stored now of what would be changed: when that changes, the check is out of date. */
  replaced: unknown[];
  counts: Counts;
}

/** How one kind of file is checked and written: each in a fixed number of queries. */
export interface Importer<R> {
  check(tx: Tx, rows: readonly FileRow[], context: ImportContext): Promise<Checked<R>>;
  apply(tx: Tx, records: readonly R[]): Promise<void>;
}

/**
 * Codes and staff numbers are compared without regard to the case of the letters A to Z. Of others, such
 * as Đ, what upper() does depends on the database; in SQL it is therefore `upper(… collate "C")`.
 */
export function keyOf(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

export interface KnownUnit {
  id: string;
  code: string;
  parentId: string | null;
}

export async function unitsByCode(tx: Tx): Promise<Map<string, KnownUnit>> {
  const units = await tx.unit.findMany({ select: { id: true, code: true, parentId: true } });
  return new Map(units.map((unit) => [keyOf(unit.code), unit]));
}

export interface KnownSubject {
  id: string;
  /** Where the person works now; null when nowhere. */
  unitId: string | null;
}

export async function personsByNumber(
  tx: Tx,
  numbers: readonly string[],
  on: Day,
): Promise<Map<string, KnownSubject>> {
  const rows = await tx.$queryRaw<(KnownSubject & { number: string })[]>`
    select person.id, person.staff_number as number, posting.unit_id as "unitId"
    from person
    left join posting on posting.person_id = person.id and posting.from_date <= ${on}::date
      and (posting.to_date is null or posting.to_date >= ${on}::date)
    where upper(person.staff_number collate "C") = any(${numbers.map(keyOf)}::text[])`;
  return new Map(rows.map(({ number, ...row }) => [keyOf(number), row]));
}
