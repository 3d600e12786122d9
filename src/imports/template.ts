import { buildWorkbook } from '../documents/workbook.ts';
import type { Language } from '../kernel/language.ts';
import { COLUMNS, type ImportKind } from './columns.ts';
import { phrases } from './phrases.ts';
import type { Problem } from './problems.ts';

/** The template of a kind: headings with an example row, and a sheet that explains each column. */
export function templateWorkbook(kind: ImportKind, language: Language): Promise<Buffer> {
  const say = phrases[language];
  const columns = COLUMNS[kind];
  return buildWorkbook([
    {
      name: say.kinds[kind].slice(0, 31),
      columns: columns.map(({ header, required }) => ({
        header: `${header[language]}${required ? ' *' : ''}`,
        width: Math.max(14, header[language].length + 6),
      })),
      rows: [columns.map(({ example }) => example)],
    },
    {
      name: say.guide,
      columns: [
        { header: say.column, width: 26 },
        { header: say.required, width: 12 },
        { header: say.note, width: 90 },
      ],
      rows: columns.map(({ header, required, note }) => [
        header[language],
        required ? say.yes : say.no,
        note[language],
      ]),
    },
  ]);
}

/** mau-nhap-people.xlsx */
export function templateName(kind: ImportKind): string {
  return `mau-nhap-${kind}.xlsx`;
}

/** Every problem of a file, a row each. */
export function problemsWorkbook(
  kind: ImportKind,
  problems: readonly Problem[],
  language: Language,
): Promise<Buffer> {
  const say = phrases[language];
  return buildWorkbook([
    {
      name: say.problemsSheet,
      columns: [
        { header: say.row, width: 8, numeric: true },
        { header: say.column, width: 24 },
        { header: say.value, width: 34 },
        { header: say.what, width: 70 },
      ],
      rows: problems.map((problem) => [
        problem.row,
        columnName(kind, problem, language),
        problem.value,
        say.problems[problem.code](problem.detail ?? ''),
      ]),
    },
  ]);
}

/** A problem in one sentence, with its row and column. */
export function problemLine(kind: ImportKind, problem: Problem, language: Language): string {
  const say = phrases[language];
  return say.problemLine({
    row: problem.row,
    column: columnName(kind, problem, language),
    value: problem.value,
    what: say.problems[problem.code](problem.detail ?? ''),
  });
}

function columnName(kind: ImportKind, { column }: Problem, language: Language): string {
  return COLUMNS[kind].find(({ key }) => key === column)?.header[language] ?? column;
}
