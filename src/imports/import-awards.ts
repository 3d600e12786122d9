import type { Tx } from '../database/client.ts';
import { refreshMessages } from '../jobs/outbox.ts';
import type { Day } from '../kernel/time.ts';
import { awardRecorded } from '../records/messages.ts';
import { lockRecords } from '../records/record-awards.ts';
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

/**
 * Past titles and forms of commendation. What is imported otherwise than a signed decision gave it stands by the import
 * from then on, and what was annulled stands again.
 */
export const awardsImporter: Importer<AwardRecord> = {
  async check(tx, rows, context) {
    const desk = await openDesk(tx, rows, context);
    // A decision that is being recorded is waited for, and then found.
    await lockRecords(tx, desk);
    const stored = await tx.$queryRaw<{ key: string; mark: string }[]>`
      select concat_ws(' ', coalesce(person_id, unit_id), year, title) as key,
        concat_ws('|', decision_number, to_char(decided_on, 'YYYY-MM-DD'), signatory,
          case when annulled_at is not null then 'annulled' end) as mark
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
    await redrawTold(tx, records);
    const rows = JSON.stringify(records);
    await tx.$executeRaw`
      insert into award (person_id, title, year, decision_number, decided_on, signatory)
      select "personId", title, year, number, "decidedOn", signatory
      from jsonb_to_recordset(${rows}::jsonb) as r("personId" uuid, title text, year int,
        number text, "decidedOn" date, signatory text)
      where "personId" is not null
      on conflict (person_id, year, title) do update
      set decision_number = excluded.decision_number, decided_on = excluded.decided_on,
        signatory = excluded.signatory, annulled_at = null, signed_paper_id = null`;
    await tx.$executeRaw`
      insert into award (unit_id, title, year, decision_number, decided_on, signatory)
      select "unitId", title, year, number, "decidedOn", signatory
      from jsonb_to_recordset(${rows}::jsonb) as r("unitId" uuid, title text, year int,
        number text, "decidedOn" date, signatory text)
      where "unitId" is not null
      on conflict (unit_id, year, title) do update
      set decision_number = excluded.decision_number, decided_on = excluded.decided_on,
        signatory = excluded.signatory, annulled_at = null, signed_paper_id = null`;
  },
};

/** Those who were told of an award by a signed decision read the decision by which it stands. */
async function redrawTold(tx: Tx, records: readonly AwardRecord[]): Promise<void> {
  const told = await tx.award.findMany({
    where: {
      signedPaperId: { not: null },
      OR: [
        { personId: { in: records.flatMap(({ personId }) => personId ?? []) } },
        { unitId: { in: records.flatMap(({ unitId }) => unitId ?? []) } },
      ],
    },
    select: { id: true },
  });
  const ids = told.map(({ id }) => id);
  if (ids.length > 0) await refreshMessages(tx, awardRecorded, ids);
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
