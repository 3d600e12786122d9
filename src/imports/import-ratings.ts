import type { Day } from '../kernel/time.ts';
import type { Importer } from './importer.ts';
import { compare, decisionOf, openDesk, type Subject } from './subjects.ts';
import { RATINGS } from './words.ts';

interface RatingRecord extends Subject {
  year: number;
  rating: 'excellent' | 'good' | 'completed' | 'not_completed';
  number: string;
  decidedOn: Day;
}

/** Yearly ratings of persons and collectives. */
export const ratingsImporter: Importer<RatingRecord> = {
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
