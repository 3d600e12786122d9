import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import { findInVocabulary, type Rulebook } from '../rulebook/rules.ts';
import { RATINGS, WORK_KINDS, WORK_LEVELS } from './columns.ts';
import {
  type Checked,
  DayText,
  type ImportContext,
  type Importer,
  type KnownSubject,
  type KnownUnit,
  keyOf,
  personsByNumber,
  unitsByCode,
} from './importer.ts';
import type { Problem } from './problems.ts';
import { Cells } from './read-cells.ts';
import type { FileRow } from './read-file.ts';

const Subject = { personId: z.uuid().nullable(), unitId: z.uuid().nullable() };

const AwardRecord = z.object({
  ...Subject,
  title: z.string(),
  year: z.int(),
  number: z.string(),
  decidedOn: DayText,
  signatory: z.string(),
});
type AwardRecord = z.infer<typeof AwardRecord>;

const RatingRecord = z.object({
  ...Subject,
  year: z.int(),
  rating: z.enum(['excellent', 'good', 'completed', 'not_completed']),
  number: z.string(),
  decidedOn: DayText,
});
type RatingRecord = z.infer<typeof RatingRecord>;

const WorkRecord = z.object({
  title: z.string(),
  kind: z.enum(['initiative', 'research']),
  level: z.enum(['grassroots', 'ministry', 'national']),
  year: z.int(),
  authors: z.array(z.object({ personId: z.uuid(), share: z.int().nullable() })),
  number: z.string(),
  decidedOn: DayText,
  signatory: z.string(),
});
type WorkRecord = z.infer<typeof WorkRecord>;

/** Past titles and forms of commendation. */
export const awardsImporter: Importer<AwardRecord> = {
  record: AwardRecord,
  async check(tx, rows, context) {
    const desk = await openDesk(tx, rows, context);
    const stored = await tx.$queryRaw<{ key: string; mark: string }[]>`
      select concat_ws(' ', coalesce(person_id, unit_id), year, title) as key,
        concat_ws('|', decision_number, to_char(decided_on, 'YYYY-MM-DD'), signatory) as mark
      from award
      where person_id = any(${desk.personIds}::uuid[]) or unit_id = any(${desk.unitIds}::uuid[])`;
    return compare(desk, stored, (cells) => {
      const subject = desk.subject(cells);
      const title = awardMeant(cells, context.rulebook);
      const record = { year: cells.year('year'), ...decisionOf(cells) };
      const signatory = cells.text('signatory');
      const { year, number, decidedOn } = record;
      if (!subject || !title || !year || !number || !decidedOn || !signatory) return undefined;
      const kind = subject.personId === null ? 'collective' : 'person';
      if (title.subject !== null && title.subject !== kind) {
        return cells.wrong('title', 'wrong_subject');
      }
      const award = { ...subject, title: title.key, year, number, decidedOn, signatory };
      return {
        record: award,
        key: `${subject.personId ?? subject.unitId} ${year} ${title.key}`,
        mark: `${number}|${decidedOn}|${signatory}`,
      };
    });
  },
  async apply(tx, records) {
    const rows = JSON.stringify(records);
    await tx.$executeRaw`
      insert into award (person_id, title, year, decision_number, decided_on, signatory)
      select "personId", title, year, number, "decidedOn", signatory
      from jsonb_to_recordset(${rows}::jsonb) as r("personId" uuid, title text, year int,
        number text, "decidedOn" date, signatory text)
      where "personId" is not null
      on conflict (person_id, year, title) do update
      set decision_number = excluded.decision_number, decided_on = excluded.decided_on,
        signatory = excluded.signatory`;
    await tx.$executeRaw`
      insert into award (unit_id, title, year, decision_number, decided_on, signatory)
      select "unitId", title, year, number, "decidedOn", signatory
      from jsonb_to_recordset(${rows}::jsonb) as r("unitId" uuid, title text, year int,
        number text, "decidedOn" date, signatory text)
      where "unitId" is not null
      on conflict (unit_id, year, title) do update
      set decision_number = excluded.decision_number, decided_on = excluded.decided_on,
        signatory = excluded.signatory`;
  },
};

/** Yearly ratings of persons and collectives. */
export const ratingsImporter: Importer<RatingRecord> = {
  record: RatingRecord,
  async check(tx, rows, context) {
    const desk = await openDesk(tx, rows, context);
    const stored = await tx.$queryRaw<{ key: string; mark: string }[]>`
      select concat_ws(' ', person_id, year) as key,
        concat_ws('|', rating, decision_number, to_char(decided_on, 'YYYY-MM-DD')) as mark
      from year_rating where person_id = any(${desk.personIds}::uuid[])
      union all
      select concat_ws(' ', unit_id, year),
        concat_ws('|', rating, decision_number, to_char(decided_on, 'YYYY-MM-DD'))
      from unit_year where unit_id = any(${desk.unitIds}::uuid[])`;
    return compare(desk, stored, (cells) => {
      const subject = desk.subject(cells);
      const year = cells.year('year');
      const rating = cells.choice('rating', RATINGS);
      const { number, decidedOn } = decisionOf(cells);
      if (!subject || !year || !rating || !number || !decidedOn) return undefined;
      return {
        record: { ...subject, year, rating, number, decidedOn },
        key: `${subject.personId ?? subject.unitId} ${year}`,
        mark: `${rating}|${number}|${decidedOn}`,
      };
    });
  },
  async apply(tx, records) {
    const rows = JSON.stringify(records);
    await tx.$executeRaw`
      insert into year_rating (person_id, year, rating, decision_number, decided_on)
      select "personId", year, rating::rating, number, "decidedOn"
      from jsonb_to_recordset(${rows}::jsonb) as r("personId" uuid, year int, rating text,
        number text, "decidedOn" date)
      where "personId" is not null
      on conflict (person_id, year) do update
      set rating = excluded.rating, decision_number = excluded.decision_number,
        decided_on = excluded.decided_on`;
    await tx.$executeRaw`
      insert into unit_year (unit_id, year, rating, decision_number, decided_on)
      select "unitId", year, rating::rating, number, "decidedOn"
      from jsonb_to_recordset(${rows}::jsonb) as r("unitId" uuid, year int, rating text,
        number text, "decidedOn" date)
      where "unitId" is not null
      on conflict (unit_id, year) do update
      set rating = excluded.rating, decision_number = excluded.decision_number,
        decided_on = excluded.decided_on`;
  },
};

/** Initiatives and research that were recognised: evidence for the titles of their authors. */
export const initiativesImporter: Importer<WorkRecord> = {
  record: WorkRecord,
  async check(tx, rows, context) {
    const problems: Problem[] = [];
    const read = rows.map((row) => new Cells(row, problems));
    const numbers = read.flatMap((cells) => cells.list('authors'));
    const persons = await personsByNumber(tx, numbers, context.on);
    const decisions = read.map((cells) => cells.raw('number'));
    const stored = await tx.$queryRaw<{ key: string; mark: string }[]>`
      select concat_ws(' ', work.level, work.decision_number, work.title) as key,
        concat_ws('|', work.kind, work.year, to_char(work.decided_on, 'YYYY-MM-DD'), work.signatory,
          (select string_agg(concat_ws(':', author.person_id, author.share), ',' order by author.person_id)
            from recognised_work_author author where author.work_id = work.id)) as mark
      from recognised_work work where work.decision_number = any(${decisions}::text[])`;
    return compare({ read, problems }, stored, (cells) => {
      const title = cells.text('title');
      const kind = cells.choice('kind', WORK_KINDS, 'initiative');
      const level = cells.choice('level', WORK_LEVELS);
      const year = cells.year('year');
      const { number, decidedOn } = decisionOf(cells);
      const signatory = cells.text('signatory');
      const authors = authorsOf(cells, persons, context);
      if (!title || !kind || !level || !year || !number || !decidedOn) return undefined;
      if (!signatory || !authors) return undefined;
      const marked = authors
        .toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
        .map(({ personId, share }) => (share === null ? personId : `${personId}:${share}`))
        .join(',');
      return {
        record: { title, kind, level, year, authors, number, decidedOn, signatory },
        key: `${level} ${number} ${title}`,
        mark: `${kind}|${year}|${decidedOn}|${signatory}|${marked}`,
      };
    });
  },
  async apply(tx, records) {
    const rows = JSON.stringify(records);
    await tx.$executeRaw`
      insert into recognised_work (kind, level, title, year, decision_number, decided_on, signatory)
      select kind::work_kind, level::work_level, title, year, number, "decidedOn", signatory
      from jsonb_to_recordset(${rows}::jsonb) as r(kind text, level text, title text, year int,
        number text, "decidedOn" date, signatory text)
      on conflict (decision_number, title, level) do update
      set kind = excluded.kind, year = excluded.year, decided_on = excluded.decided_on,
        signatory = excluded.signatory`;
    await tx.$executeRaw`
      insert into recognised_work_author (work_id, person_id, share)
      select work.id, author."personId", author.share
      from jsonb_to_recordset(${rows}::jsonb)
        as r(level text, title text, number text, authors jsonb)
      cross join lateral jsonb_to_recordset(r.authors) as author("personId" uuid, share int)
      join recognised_work work on work.decision_number = r.number and work.title = r.title
        and work.level = r.level::work_level
      on conflict (work_id, person_id) do update set share = excluded.share`;
  },
};

interface Desk {
  read: Cells[];
  problems: Problem[];
}

interface SubjectDesk extends Desk {
  personIds: string[];
  unitIds: string[];
  subject(cells: Cells): { personId: string | null; unitId: string | null } | undefined;
}

/** Looks the persons and collectives of a file up, and says what is wrong with them. */
async function openDesk(
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
): { personId: string | null; unitId: string | null } | undefined {
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
function compare<R>(
  { read, problems }: Desk,
  stored: readonly { key: string; mark: string }[],
  readRow: (cells: Cells) => { record: R; key: string; mark: string } | undefined,
): Checked<R> {
  const known = new Map(stored.map(({ key, mark }) => [key, mark]));
  const seen = new Map<string, number>();
  const counts = { new: 0, changed: 0, same: 0 };
  const records: R[] = [];
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
    if (!same) records.push(found.record);
  }
  return { problems, records, counts };
}

function decisionOf(cells: Cells) {
  return { number: cells.text('number'), decidedOn: cells.day('decidedOn') };
}

function awardMeant(
  cells: Cells,
  rulebook: Rulebook,
): { key: string; subject: 'person' | 'collective' | null } | undefined {
  const words = cells.text('title');
  if (words === undefined) return undefined;
  const meaning = findInVocabulary(rulebook, words);
  if (meaning.kind === 'title') return { key: meaning.title.key, subject: meaning.title.subject };
  if (meaning.kind === 'commendation') return { key: meaning.form.key, subject: null };
  return cells.wrong('title', 'unknown_title');
}

function authorsOf(
  cells: Cells,
  persons: ReadonlyMap<string, KnownSubject>,
  context: ImportContext,
): WorkRecord['authors'] | undefined {
  const numbers = cells.list('authors');
  if (numbers.length === 0) return cells.wrong('authors', 'missing');
  if (new Set(numbers.map(keyOf)).size < numbers.length)
    return cells.wrong('authors', 'repeated', String(cells.row));
  const unknown = numbers.filter((number) => !persons.has(keyOf(number)));
  if (unknown.length > 0) return cells.wrong('authors', 'unknown_person', unknown.join('; '));
  const found = numbers.flatMap((number) => persons.get(keyOf(number)) ?? []);
  if (!found.some(({ unitId }) => context.covers(unitId)))
    return cells.wrong('authors', 'not_your_unit');
  const shares = cells.list('shares').map((share) => Number(share.replace(/\s*%$/, '')));
  const fine =
    shares.length === 0 ||
    (shares.length === numbers.length &&
      shares.every((share) => Number.isInteger(share) && share > 0) &&
      shares.reduce((sum, share) => sum + share, 0) <= 100);
  if (!fine) return cells.wrong('shares', 'shares');
  return found.map(({ id }, index) => ({ personId: id, share: shares[index] ?? null }));
}
