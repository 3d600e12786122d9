import type { Tx } from '../database/client.ts';
import { type Day, formatDay } from '../kernel/time.ts';
import { type Checked, type ImportContext, type Importer, keyOf, unitsByCode } from './importer.ts';
import type { Problem } from './problems.ts';
import { Cells } from './read-cells.ts';
import type { FileRow } from './rows.ts';
import { OFFICES } from './words.ts';

interface PersonRecord {
  staffNumber: string;
  fullName: string;
  email: string;
  unitId: string;
  position: string;
  office: 'head' | 'deputy' | 'staff';
  from: Day;
  /** What becomes of the posting: opened, closed for a new one, corrected in place, or left. */
  posting: 'open' | 'move' | 'correct' | 'keep';
}

export const peopleImporter: Importer<PersonRecord> = {
  check: checkPeople,
  apply: applyPeople,
};

interface KnownPerson {
  staffNumber: string;
  fullName: string;
  email: string;
  /** Of the open posting; null when there is none. */
  unitId: string | null;
  position: string | null;
  office: PersonRecord['office'] | null;
  fromDate: string | null;
  /** The last day of the latest posting that has ended. */
  lastDay: string | null;
}

async function checkPeople(
  tx: Tx,
  rows: readonly FileRow[],
  context: ImportContext,
): Promise<Checked<PersonRecord>> {
  const problems: Problem[] = [];
  const units = await unitsByCode(tx);
  const read = rows.map((row) => new Cells(row, problems));
  const numbers = read.map((cells) => cells.raw('staffNumber'));
  const emails = read.map((cells) => cells.raw('email').toLowerCase());
  const known = await knownPeople(tx, numbers, emails);
  const byNumber = new Map(known.map((person) => [keyOf(person.staffNumber), person]));
  const byEmail = new Map(known.map((person) => [person.email, person]));
  const seen = { staffNumber: new Map<string, number>(), email: new Map<string, number>() };
  const counts = { new: 0, changed: 0, same: 0 };
  const records: PersonRecord[] = [];
  const replaced: unknown[] = [];
  for (const cells of read) {
    const staffNumber = cells.text('staffNumber');
    const fullName = cells.text('fullName');
    const email = cells.email('email');
    const position = cells.text('position');
    const office = cells.choice('office', OFFICES, 'staff');
    const from = cells.day('from');
    const code = cells.text('unitCode');
    const unit = code === undefined ? undefined : units.get(keyOf(code));
    if (code !== undefined && !unit) cells.wrong('unitCode', 'unknown_unit');
    const twice =
      repeated(cells, 'staffNumber', staffNumber && keyOf(staffNumber), seen.staffNumber) ||
      repeated(cells, 'email', email, seen.email);
    if (!staffNumber || !fullName || !email || !position || !office || !from || !unit || twice)
      continue;
    const before = byNumber.get(keyOf(staffNumber));
    const owner = byEmail.get(email);
    if (owner && keyOf(owner.staffNumber) !== keyOf(staffNumber)) {
      cells.wrong('email', 'email_taken', owner.staffNumber);
      continue;
    }
    if (!context.covers(unit.id) || (before?.unitId && !context.covers(before.unitId))) {
      cells.wrong('unitCode', 'not_your_unit');
      continue;
    }
    const posting = postingChange(before, { unitId: unit.id, position, office, from });
    if ('after' in posting) {
      cells.wrong('from', 'before_current_posting', formatDay(posting.after));
      continue;
    }
    const same =
      before?.fullName === fullName && before.email === email && posting.change === 'keep';
    counts[same ? 'same' : before ? 'changed' : 'new'] += 1;
    if (same) continue;
    const kept = before?.staffNumber ?? staffNumber;
    if (before) replaced.push(before);
    const where = { unitId: unit.id, position, office, from, posting: posting.change };
    records.push({ staffNumber: kept, fullName, email, ...where });
  }
  return { problems, records, replaced, counts };
}

/** What becomes of the posting, or after which day it must begin. */
function postingChange(
  before: KnownPerson | undefined,
  now: Pick<PersonRecord, 'unitId' | 'position' | 'office' | 'from'>,
): { change: PersonRecord['posting'] } | { after: Day } {
  if (!before) return { change: 'open' };
  const { fromDate, lastDay } = before;
  const unchanged =
    before.unitId === now.unitId &&
    before.position === now.position &&
    before.office === now.office;
  if (now.from === fromDate) return { change: unchanged ? 'keep' : 'correct' };
  if (lastDay !== null && now.from <= lastDay) return { after: lastDay };
  if (fromDate === null) return { change: 'open' };
  // The same posting from another day: the day was wrong.
  if (unchanged) return { change: 'correct' };
  return now.from > fromDate ? { change: 'move' } : { after: fromDate };
}

function repeated(
  cells: Cells,
  column: string,
  value: string | undefined,
  seen: Map<string, number>,
): boolean {
  if (value === undefined) return false;
  const first = seen.get(value);
  if (first === undefined) {
    seen.set(value, cells.row);
    return false;
  }
  cells.wrong(column, 'repeated', String(first));
  return true;
}

function knownPeople(
  tx: Tx,
  numbers: readonly string[],
  emails: readonly string[],
): Promise<KnownPerson[]> {
  return tx.$queryRaw<KnownPerson[]>`
    select person.staff_number as "staffNumber", person.full_name as "fullName", person.email,
      posting.unit_id as "unitId", posting.position, posting.office::text as office,
      to_char(posting.from_date, 'YYYY-MM-DD') as "fromDate",
      to_char(past.last_day, 'YYYY-MM-DD') as "lastDay"
    from person
    left join posting on posting.person_id = person.id and posting.to_date is null
    left join (
      select person_id, max(to_date) as last_day from posting group by person_id
    ) past on past.person_id = person.id
    where upper(person.staff_number collate "C") = any(${numbers.map(keyOf)}::text[])
      or person.email = any(${[...emails]}::text[])`;
}

async function applyPeople(tx: Tx, records: readonly PersonRecord[]): Promise<void> {
  // Every statement reads the same rows; a table of the transaction spares sending them six times.
  await tx.$executeRaw`
    create temporary table imported_person on commit drop as
    select r.* from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      as r("staffNumber" text, "fullName" text, email text, "unitId" uuid, position text,
        office office, "from" date, posting text)`;
  await tx.$executeRaw`
    insert into person (staff_number, full_name, email)
    select "staffNumber", "fullName", email from imported_person
    on conflict (staff_number) do update
    set full_name = excluded.full_name, email = excluded.email
    where (person.full_name, person.email) is distinct from (excluded.full_name, excluded.email)`;
  // Who heads a unit no more loses the role for it with the posting.
  await tx.$executeRaw`
    update role_grant set to_date = greatest(role_grant.from_date, r."from") - 1
    from imported_person r
    join person on person.staff_number = r."staffNumber"
    join posting on posting.person_id = person.id and posting.to_date is null
    where r.posting in ('move', 'correct') and posting.office = 'head'
      and (posting.unit_id <> r."unitId" or r.office <> 'head')
      and role_grant.person_id = person.id and role_grant.unit_id = posting.unit_id
      and role_grant.role = 'head' and role_grant.to_date is null`;
  await tx.$executeRaw`
    update posting set to_date = r."from" - 1
    from imported_person r join person on person.staff_number = r."staffNumber"
    where posting.person_id = person.id and posting.to_date is null and r.posting = 'move'`;
  await tx.$executeRaw`
    update posting set unit_id = r."unitId", position = r.position, office = r.office,
      from_date = r."from"
    from imported_person r join person on person.staff_number = r."staffNumber"
    where posting.person_id = person.id and posting.to_date is null and r.posting = 'correct'`;
  await tx.$executeRaw`
    insert into posting (person_id, unit_id, position, office, from_date)
    select person.id, r."unitId", r.position, r.office, r."from"
    from imported_person r join person on person.staff_number = r."staffNumber"
    where r.posting in ('open', 'move')`;
  await tx.$executeRaw`
    insert into role_grant (person_id, unit_id, role, from_date)
    select person.id, r."unitId", 'head', r."from"
    from imported_person r join person on person.staff_number = r."staffNumber"
    where r.office = 'head' and r.posting <> 'keep' and not exists (
      select from role_grant held
      where held.person_id = person.id and held.unit_id = r."unitId" and held.role = 'head'
        and held.to_date is null)`;
}
