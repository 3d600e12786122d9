import type { Day } from '../kernel/time.ts';
import type { Importer } from './importer.ts';
import type { Cells } from './read-cells.ts';
import { compare, decisionOf, openDesk, type Subject } from './subjects.ts';
import { RATINGS, YES_NO } from './words.ts';

interface RatingRecord extends Subject {
  year: number;
  rating: 'excellent' | 'good' | 'completed' | 'not_completed';
  number: string;
  decidedOn: Day;
  /** Of a collective; null: not known. */
  exceeded: boolean | null;
  /** Place of a collective in its cụm, khối thi đua; null: not known. */
  rank: number | null;
}

interface StoredRating extends Pick<RatingRecord, 'exceeded' | 'rank'> {
  key: string;
  mark: string;
}

/** Yearly ratings of persons and collectives. */
export const ratingsImporter: Importer<RatingRecord> = {
  async check(tx, rows, context) {
    const desk = await openDesk(tx, rows, context);
    const stored = await tx.$queryRaw<StoredRating[]>`
      select concat_ws(' ', person_id, year) as key, null::boolean as exceeded, null::int as rank,
        concat_ws('|', rating, decision_number, to_char(decided_on, 'YYYY-MM-DD')) as mark
      from year_rating where person_id = any(${desk.personIds}::uuid[])
      union all
      select concat_ws(' ', unit_id, year), exceeded_targets, cluster_rank,
        concat_ws('|', rating, decision_number, to_char(decided_on, 'YYYY-MM-DD'))
      from unit_year where unit_id = any(${desk.unitIds}::uuid[])`;
    const known = new Map(stored.map((one) => [one.key, one]));
    const marked = stored.map((one) => ({ key: one.key, mark: wholeMark(one.mark, one) }));
    return compare(desk, marked, (cells) => {
      const subject = desk.subject(cells);
      const year = cells.year('year');
      const rating = cells.choice('rating', RATINGS);
      const { number, decidedOn } = decisionOf(cells);
      const more = collectiveOf(cells, subject);
      if (!subject || !year || !rating || !number || !decidedOn || !more) return undefined;
      const key = `${subject.personId ?? subject.unitId} ${year}`;
      const before = known.get(key);
      // An empty cell leaves what is known.
      const exceeded = more.exceeded ?? before?.exceeded ?? null;
      const rank = more.rank ?? before?.rank ?? null;
      return {
        record: { ...subject, year, rating, number, decidedOn, exceeded, rank },
        key,
        mark: wholeMark(`${rating}|${number}|${decidedOn}`, { exceeded, rank }),
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
      insert into unit_year (unit_id, year, rating, decision_number, decided_on, exceeded_targets,
        cluster_rank)
      select "unitId", year, rating::rating, number, "decidedOn", exceeded, rank
      from jsonb_to_recordset(${rows}::jsonb) as r("unitId" uuid, year int, rating text,
        number text, "decidedOn" date, exceeded boolean, rank int)
      where "unitId" is not null
      on conflict (unit_id, year) do update
      set rating = excluded.rating, decision_number = excluded.decision_number,
        decided_on = excluded.decided_on, exceeded_targets = excluded.exceeded_targets,
        cluster_rank = excluded.cluster_rank`;
  },
};

function wholeMark(mark: string, { exceeded, rank }: Pick<RatingRecord, 'exceeded' | 'rank'>) {
  return `${mark}|${exceeded}|${rank}`;
}

/** What only a collective's row says; null: an empty cell. */
function collectiveOf(
  cells: Cells,
  subject: Subject | undefined,
): Pick<RatingRecord, 'exceeded' | 'rank'> | undefined {
  const said = { exceeded: cells.raw('exceeded'), rank: cells.raw('rank') };
  if (subject && subject.personId !== null) {
    if (said.exceeded !== '') return cells.wrong('exceeded', 'of_collectives');
    if (said.rank !== '') return cells.wrong('rank', 'of_collectives');
  }
  const exceeded = said.exceeded === '' ? null : cells.choice('exceeded', YES_NO);
  if (exceeded === undefined) return undefined;
  if (said.rank !== '' && !/^[1-9]\d{0,3}$/.test(said.rank))
    return cells.wrong('rank', 'not_a_rank');
  return {
    exceeded: exceeded === null ? null : exceeded === 'yes',
    rank: said.rank === '' ? null : Number(said.rank),
  };
}
