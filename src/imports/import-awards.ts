import type { Day } from '../kernel/time.ts';
import { findInVocabulary, type Rulebook } from '../rulebook/rules.ts';
import type { Importer } from './importer.ts';
import type { Cells } from './read-cells.ts';
import { compare, decisionOf, openDesk, type Subject } from './subjects.ts';

interface AwardRecord extends Subject {
  title: string;
  year: number;
  number: string;
  decidedOn: Day;
  signatory: string;
}

/** Past titles and forms of commendation. */
export const awardsImporter: Importer<AwardRecord> = {
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
