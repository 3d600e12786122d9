import {
  type AdministrativeContent,
  buildAdministrative,
  type DocumentColumn,
} from '../documents/administrative.ts';
import { dayParts } from '../documents/dates.ts';
import { fileNamePart } from '../documents/file-name.ts';
import { buildWorkbook } from '../documents/workbook.ts';
import type { Language } from '../kernel/language.ts';
import { type Day, formatDay } from '../kernel/time.ts';
import { findTitle, ladder, type Rulebook, type TitleKey } from '../rulebook/rules.ts';
import type { ListFormat } from './controls.ts';
import { listDocumentPhrases as phrases } from './list-document-phrases.ts';
import type { ListRow, SeasonCounts } from './list-queries.ts';

/** What the list of a unit is printed from. */
export interface ListContent {
  unitName: string;
  superiorName: string | null;
  headName: string | null;
  secretaryName: string | null;
  year: number;
  on: Day;
  counts: SeasonCounts;
  titles: ReadonlyMap<TitleKey, { now: number; before: number }>;
  rows: readonly ListRow[];
}

/** The list as a workbook: persons, collectives and the counts by title, each on its sheet. */
export function listWorkbook(
  content: ListContent,
  { rulebook, language }: { rulebook: Rulebook; language: Language },
): Promise<Buffer> {
  const say = phrases[language];
  const { unitName, year, rows } = content;
  const heading = [say.title, `${say.abstract({ year })} – ${unitName}`];
  const persons = rows.filter(({ kind }) => kind === 'person');
  const collectives = rows.filter(({ kind }) => kind === 'collective');
  return buildWorkbook([
    {
      name: say.persons,
      heading,
      columns: [
        { header: say.number, width: 6, numeric: true },
        { header: say.fullName, width: 28 },
        { header: say.position, width: 28 },
        { header: say.unit, width: 30 },
        { header: say.titles, width: 34 },
        { header: say.state, width: 18 },
        { header: say.note, width: 34 },
      ],
      rows: persons.map((row, index) => [
        index + 1,
        row.name,
        row.position,
        row.unitName,
        titleNames(row.titles, rulebook, language),
        say.states[row.state],
        noteOf(row, language),
      ]),
    },
    {
      name: say.collectives,
      heading,
      columns: [
        { header: say.number, width: 6, numeric: true },
        { header: say.collective, width: 40 },
        { header: say.titles, width: 34 },
        { header: say.state, width: 18 },
        { header: say.note, width: 34 },
      ],
      rows: collectives.map((row, index) => [
        index + 1,
        row.name,
        titleNames(row.titles, rulebook, language),
        say.states[row.state],
        noteOf(row, language),
      ]),
    },
    {
      name: say.counts,
      heading,
      columns: [
        { header: say.titleHeader, width: 44 },
        { header: say.inYear({ year }), width: 14, numeric: true },
        { header: say.inYear({ year: year - 1 }), width: 14, numeric: true },
        { header: say.difference, width: 14, numeric: true },
      ],
      rows: countRows(content, rulebook, language),
    },
  ]);
}

/** The list as a document in administrative layout, to be signed. */
export function listDocument(
  content: ListContent,
  { rulebook, language }: { rulebook: Rulebook; language: Language },
): Promise<Buffer> {
  const say = phrases[language];
  const { unitName, superiorName, year, on, counts, rows } = content;
  const persons = rows.filter(({ kind }) => kind === 'person');
  const collectives = rows.filter(({ kind }) => kind === 'collective');
  const registered = counts.submitted + counts.confirmed;
  const parts: AdministrativeContent['parts'] = [
    { kind: 'paragraph', text: say.summary({ ...counts, registered, unit: unitName, year }) },
    { kind: 'heading', text: `I. ${say.collectives}` },
    tableOf(
      [
        { header: say.number, percent: 6 },
        { header: say.collective, percent: 40 },
        { header: say.titles, percent: 32 },
        { header: say.note, percent: 22 },
      ],
      collectives.map((row, index) => [
        String(index + 1),
        row.name,
        titleNames(row.titles, rulebook, language),
        stateNote(row, language),
      ]),
      say.none,
    ),
    { kind: 'heading', text: `II. ${say.persons}` },
    tableOf(
      [
        { header: say.number, percent: 6 },
        { header: say.fullName, percent: 20 },
        { header: say.position, percent: 18 },
        { header: say.unit, percent: 20 },
        { header: say.titles, percent: 20 },
        { header: say.note, percent: 16 },
      ],
      persons.map((row, index) => [
        String(index + 1),
        row.name,
        row.position,
        row.unitName,
        titleNames(row.titles, rulebook, language),
        stateNote(row, language),
      ]),
      say.none,
    ),
    { kind: 'heading', text: `III. ${say.counts}` },
    tableOf(
      [
        { header: say.titleHeader, percent: 52 },
        { header: say.inYear({ year }), percent: 16 },
        { header: say.inYear({ year: year - 1 }), percent: 16 },
        { header: say.difference, percent: 16 },
      ],
      countRows(content, rulebook, language).map((cells) => cells.map(String)),
      say.none,
    ),
  ];
  return buildAdministrative({
    superior: superiorName,
    issuer: unitName,
    placeAndDate: say.placeAndDate(dayParts(on)),
    title: say.title,
    abstract: say.abstract({ year }),
    parts,
    landscape: true,
    signatures: [
      { office: say.preparedBy, name: content.secretaryName ?? '' },
      { office: say.headOffice, name: content.headName ?? '' },
    ],
  });
}

/** danh-sach-dang-ky-2027-phong-quan-ly-thu-25-11-2026.xlsx */
export function listFileName(content: ListContent, format: ListFormat): string {
  const unit = fileNamePart(content.unitName);
  const day = formatDay(content.on).replaceAll('/', '-');
  return `danh-sach-dang-ky-${content.year}-${unit}-${day}.${format}`;
}

function tableOf(
  columns: readonly DocumentColumn[],
  rows: readonly (readonly string[])[],
  none: string,
): AdministrativeContent['parts'][number] {
  return rows.length === 0 ? { kind: 'paragraph', text: none } : { kind: 'table', columns, rows };
}

function countRows(
  { titles }: ListContent,
  rulebook: Rulebook,
  language: Language,
): (string | number)[][] {
  return [...ladder(rulebook, 'person'), ...ladder(rulebook, 'collective')].flatMap(
    ({ key, name }) => {
      const counts = titles.get(key);
      if (!counts) return [];
      const { now, before } = counts;
      const difference = now - before;
      return [
        [name[language], now, before, difference > 0 ? `+${difference}` : String(difference)],
      ];
    },
  );
}

function titleNames(titles: readonly TitleKey[], rulebook: Rulebook, language: Language): string {
  return titles.map((key) => findTitle(rulebook, key)?.name[language] ?? key).join('; ');
}

function noteOf({ lateReason }: ListRow, language: Language): string {
  return lateReason === null ? '' : phrases[language].late({ reason: lateReason });
}

/** In the document the state is told only where it is not confirmed. */
function stateNote(row: ListRow, language: Language): string {
  const state = row.state === 'confirmed' ? '' : phrases[language].states[row.state];
  return [state, noteOf(row, language)].filter(Boolean).join('. ');
}
