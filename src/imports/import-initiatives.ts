import type { Day } from '../kernel/time.ts';
import {
  type ImportContext,
  type Importer,
  type KnownSubject,
  keyOf,
  personsByNumber,
} from './importer.ts';
import type { Problem } from './problems.ts';
import { Cells } from './read-cells.ts';
import { compare, decisionOf } from './subjects.ts';
import { WORK_KINDS, WORK_LEVELS } from './words.ts';

interface WorkRecord {
  title: string;
  kind: 'initiative' | 'research';
  level: 'grassroots' | 'ministry' | 'national';
  year: number;
  authors: { personId: string; share: number | null }[];
  number: string;
  decidedOn: Day;
  signatory: string;
}

interface StoredWork {
  key: string;
  mark: string;
  /** A decision that was recorded here, not imported. */
  recorded: boolean;
  /** Staff numbers. */
  authors: string[];
}

/** Initiatives and research that were recognised: evidence for the titles of their authors. */
export const initiativesImporter: Importer<WorkRecord> = {
  async check(tx, rows, context) {
    const problems: Problem[] = [];
    const read = rows.map((row) => new Cells(row, problems));
    const numbers = read.flatMap((cells) => cells.list('authors'));
    const persons = await personsByNumber(tx, numbers, context.on);
    const decisions = read.map((cells) => cells.raw('number'));
    const stored = await tx.$queryRaw<StoredWork[]>`
      select concat_ws(' ', work.level, work.decision_number, extract(year from work.decided_on),
          work.title) as key,
        bool_or(work.initiative_id is not null) over (partition by work.level, work.decision_number,
          extract(year from work.decided_on), work.title) as recorded,
        concat_ws('|', work.kind, work.year, to_char(work.decided_on, 'YYYY-MM-DD'), work.signatory,
          (select string_agg(concat_ws(':', author.person_id, author.share), ',' order by author.person_id)
            from recognised_work_author author where author.work_id = work.id)) as mark,
        array(select person.staff_number
          from recognised_work_author author join person on person.id = author.person_id
          where author.work_id = work.id) as authors
      from recognised_work work where work.decision_number = any(${decisions}::text[])`;
    const authorsBefore = new Map(stored.map(({ key, authors }) => [key, authors]));
    const recorded = new Map(stored.flatMap((one) => (one.recorded ? [[one.key, one.mark]] : [])));
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
      const key = `${level} ${number} ${decidedOn.slice(0, 4)} ${title}`;
      const named = new Set(cells.list('authors').map(keyOf));
      const leftOut = (authorsBefore.get(key) ?? []).filter((before) => !named.has(keyOf(before)));
      if (leftOut.length > 0) {
        return cells.wrong('authors', 'author_left_out', leftOut.toSorted().join('; '));
      }
      const marked = authors
        .toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
        .map(({ personId, share }) => (share === null ? personId : `${personId}:${share}`))
        .join(',');
      const mark = `${kind}|${year}|${decidedOn}|${signatory}|${marked}`;
      if (recorded.has(key) && recorded.get(key) !== mark)
        return cells.wrong('number', 'recorded_here', number);
      return {
        record: { title, kind, level, year, authors, number, decidedOn, signatory },
        key,
        mark,
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
      on conflict (decision_number, (extract(year from decided_on)::int), title, level)
        where initiative_id is null do update
      set kind = excluded.kind, year = excluded.year, decided_on = excluded.decided_on,
        signatory = excluded.signatory`;
    await tx.$executeRaw`
      insert into recognised_work_author (work_id, person_id, share)
      select work.id, author."personId", author.share
      from jsonb_to_recordset(${rows}::jsonb)
        as r(level text, title text, number text, "decidedOn" date, authors jsonb)
      cross join lateral jsonb_to_recordset(r.authors) as author("personId" uuid, share int)
      join recognised_work work on work.decision_number = r.number and work.title = r.title
        and work.level = r.level::work_level and work.decided_on = r."decidedOn"
        and work.initiative_id is null
      on conflict (work_id, person_id) do update set share = excluded.share`;
  },
};

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
