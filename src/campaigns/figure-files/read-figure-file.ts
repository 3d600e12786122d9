import { fileRefusal } from '../../imports/file-refusal.ts';
import type { SentFile } from '../../imports/parse-file.ts';
import { readSmallFile } from '../../imports/read-file.ts';
import { HEADING_WITHIN } from '../../imports/read-lines.ts';
import type { Language } from '../../kernel/language.ts';
import { fold } from '../../rulebook/fold.ts';
import type { Indicator } from '../progress/progress-queries.ts';
import { figureFilePhrases } from './figure-file-phrases.ts';
import { figureFileRefusal } from './figure-file-refusal.ts';
import {
  FIXED_COLUMNS,
  indicatorHeadings,
  type ReadRows,
  writeCellNumber,
} from './figure-file-rules.ts';

/** Far more than the units of any campaign, on several days each. */
const MOST_ROWS = 3_000;

/**
 * The rows of the first sheet below its headings, which may be in either language. A column that is no indicator's any
 * more is not passed over in silence.
 *
 * @throws AppError when it cannot be read, or its headings are not those of the campaign
 */
export async function readFigureFile(
  file: SentFile,
  indicators: readonly Indicator[],
): Promise<ReadRows> {
  const lines = await readSmallFile(file, writeCellNumber);
  const columns = columnsOf(indicators);
  const at = lines
    .slice(0, HEADING_WITHIN)
    .findIndex(({ cells }) => cells.some((cell) => columns.get(headingKey(cell)) === 'unitCode'));
  const heading = lines[at];
  if (!heading)
    throw fileRefusal((say, language) =>
      say.noHeading({ headings: columnNames(indicators, language).join(', ') }),
    );
  const keys = heading.cells.map((cell) => columns.get(headingKey(cell)));
  const below = lines.slice(at + 1);
  for (const [index, name] of heading.cells.entries()) {
    const key = keys[index];
    if (key === undefined && below.some(({ cells }) => (cells[index] ?? '') !== ''))
      throw figureFileRefusal('column_unknown', (say) =>
        say.columnUnknown({ column: name || String(index + 1) }),
      );
    if (key !== undefined && keys.indexOf(key) < index)
      throw fileRefusal((say) => say.columnTwice({ column: name }));
  }
  if (!keys.includes('asOf') || !indicators.some(({ id }) => keys.includes(id)))
    throw fileRefusal((say, language) =>
      say.noHeading({ headings: columnNames(indicators, language).join(', ') }),
    );
  const rows = below.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(
      keys.flatMap((key, index) => (key === undefined ? [] : [[key, cells[index] ?? '']])),
    ),
  }));
  const told = rows.filter(({ cells }) => indicators.some(({ id }) => (cells[id] ?? '') !== ''));
  if (told.length === 0) throw figureFileRefusal('no_figures', (say) => say.noFigures);
  if (told.length > MOST_ROWS) throw fileRefusal((say) => say.tooManyRows({ most: MOST_ROWS }));
  const headings = Object.fromEntries(
    keys.flatMap((key, index) => (key === undefined ? [] : [[key, heading.cells[index] ?? '']])),
  );
  return { headings, rows: told };
}

/** What the columns of a campaign's file are called, in their order. */
function columnNames(indicators: readonly Indicator[], language: Language): string[] {
  const { columns } = figureFilePhrases[language];
  return [...FIXED_COLUMNS.map((key) => columns[key]), ...indicatorHeadings(indicators).values()];
}

function columnsOf(indicators: readonly Indicator[]): Map<string, string> {
  return new Map([
    ...FIXED_COLUMNS.flatMap((key) =>
      (['vi', 'en'] as const).map(
        (language) => [headingKey(figureFilePhrases[language].columns[key]), key] as const,
      ),
    ),
    ...[...indicatorHeadings(indicators)].map(([id, name]) => [headingKey(name), id] as const),
  ]);
}

function headingKey(heading: string): string {
  return fold(heading.replace(/\s*\*$/, ''));
}
