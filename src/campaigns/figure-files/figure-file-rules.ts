import { z } from 'zod';
import { type Day, formatDay, readDay } from '../../kernel/time.ts';
import { fold } from '../../rulebook/fold.ts';
import type { UnitName } from '../authority.ts';
import { readAmount } from '../progress/amounts.ts';
import type { Indicator } from '../progress/progress-queries.ts';

// What stands in a file of figures, and what is wrong with it.

/** Columns besides those of the indicators. */
export const FIXED_COLUMNS = ['unitCode', 'unitName', 'asOf'] as const;
export type FixedColumn = (typeof FIXED_COLUMNS)[number];

const FIGURE_PROBLEMS = [
  'code_missing',
  'unit_unknown',
  'unit_not_yours',
  'name_of_another',
  'day_missing',
  'not_a_day',
  'day_outside',
  'not_an_amount',
  'formula_error',
  'repeated',
] as const;

/** Problems, or figures replaced, that one message holds even at their longest. */
export const TOLD = 10;

export const FigureProblem = z.object({
  /** As it is numbered in the file. */
  row: z.int(),
  /** What its column is called in the file. */
  column: z.string(),
  value: z.string(),
  code: z.enum(FIGURE_PROBLEMS),
  detail: z.string().optional(),
});
export type FigureProblem = z.infer<typeof FigureProblem>;

/** A row of a file as it was read: cells by fixed column and by indicator, and what those columns are called there. */
export const ReadRows = z.object({
  headings: z.record(z.string(), z.string()),
  rows: z.array(z.object({ row: z.int(), cells: z.record(z.string(), z.string()) })),
});
export type ReadRows = z.infer<typeof ReadRows>;

export interface FileFigure {
  indicatorId: string;
  unitId: string;
  asOf: Day;
  /** In hundredths. */
  value: bigint;
}

export interface FileUnit extends UnitName {
  code: string;
}

/**
 * What a column of an indicator is called; those that would be called the same are numbered.
 *
 * @returns by indicator
 */
export function indicatorHeadings(
  indicators: readonly Pick<Indicator, 'id' | 'name' | 'measure'>[],
): Map<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    indicators.map(({ id, name, measure }) => {
      const heading = `${name} (${measure})`;
      const count = (seen.get(fold(heading)) ?? 0) + 1;
      seen.set(fold(heading), count);
      return [id, count === 1 ? heading : `${heading} [${count}]`];
    }),
  );
}

/**
 * A number of a workbook as Vietnamese people write it, so that it is read by the same rules: 1234.5 is 1234,5. A
 * percentage is what its cell shows. More decimals than two stay, to be refused.
 */
export function writeCellNumber(value: number, format: string | undefined): string {
  const percent = format?.includes('%') ?? false;
  // Sums of decimals miss by a hair: 0.1 + 0.2.
  const text = String(Number((percent ? value * 100 : value).toFixed(9))).replace('.', ',');
  return percent ? `${text}%` : text;
}

/**
 * Reads the figures of a file. An empty cell is not reported, a row without figures says nothing. A unit may stand
 * in several rows, of a day each.
 *
 * @param known.units those compared; `known.entered`: of these the units that the sender enters figures for
 */
export function readFigures(
  { headings, rows }: ReadRows,
  known: {
    units: readonly FileUnit[];
    entered: ReadonlySet<string>;
    indicators: readonly Pick<Indicator, 'id' | 'measure'>[];
    from: Day;
    to: Day;
  },
): { figures: FileFigure[]; problems: FigureProblem[] } {
  const problems: FigureProblem[] = [];
  const figures: FileFigure[] = [];
  const units = new Map(known.units.map((unit) => [codeKey(unit.code), unit]));
  const firstRow = new Map<string, number>();
  for (const { row, cells } of rows) {
    const cell = (key: string) => cells[key] ?? '';
    const wrong = (key: string, code: FigureProblem['code'], detail?: string) => {
      const value = cell(key).slice(0, 100);
      const column = headings[key] ?? key;
      problems.push({ row, column, value, code, ...(detail === undefined ? {} : { detail }) });
    };
    const filled = known.indicators.filter(({ id }) => cell(id) !== '');
    if (filled.length === 0) continue;
    const unit = units.get(codeKey(cell('unitCode')));
    if (cell('unitCode') === '') wrong('unitCode', 'code_missing');
    else if (!unit) wrong('unitCode', 'unit_unknown');
    else if (!known.entered.has(unit.id)) wrong('unitCode', 'unit_not_yours');
    else if (cell('unitName') !== '' && fold(cell('unitName')) !== fold(unit.name))
      wrong('unitName', 'name_of_another', unit.name);
    const asOf = readDay(cell('asOf'));
    if (cell('asOf') === '') wrong('asOf', 'day_missing');
    else if (!asOf) wrong('asOf', 'not_a_day');
    else if (asOf < known.from || asOf > known.to)
      wrong('asOf', 'day_outside', `${formatDay(known.from)} – ${formatDay(known.to)}`);
    if (unit && asOf) {
      const first = firstRow.get(`${unit.id} ${asOf}`);
      if (first === undefined) firstRow.set(`${unit.id} ${asOf}`, row);
      else wrong('unitCode', 'repeated', String(first));
    }
    for (const { id, measure } of filled) {
      const text = cell(id);
      const value = readAmount(measure === '%' ? text.replace(/\s*%$/, '') : text);
      if (/^#[A-Z0-9/]+[!?]?$/.test(text)) wrong(id, 'formula_error');
      else if (value === null) wrong(id, 'not_an_amount');
      else if (unit && asOf) figures.push({ indicatorId: id, unitId: unit.id, asOf, value });
    }
  }
  return { figures, problems };
}

/** Codes are compared without regard to the case of letters, as wherever files are imported. */
function codeKey(code: string): string {
  return code.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
