import { type Day, readDay } from '../kernel/time.ts';
import { fold } from '../rulebook/fold.ts';
import type { Problem } from './problems.ts';
import type { FileRow } from './rows.ts';

const LONGEST = 500;
const FORMULA_ERROR = /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/** Reads the cells of one row and writes down what is wrong with them. */
export class Cells {
  readonly row: number;
  readonly #cells: FileRow['cells'];
  readonly #problems: Problem[];

  constructor({ row, cells }: FileRow, problems: Problem[]) {
    this.row = row;
    this.#cells = cells;
    this.#problems = problems;
    for (const [column, cell] of Object.entries(cells)) {
      if (FORMULA_ERROR.test(cell)) this.wrong(column, 'formula_error');
    }
  }

  raw(column: string): string {
    return this.#cells[column] ?? '';
  }

  wrong(column: string, code: Problem['code'], detail?: string): undefined {
    this.#problems.push({
      row: this.row,
      column,
      value: this.raw(column).slice(0, 100),
      code,
      ...(detail === undefined ? {} : { detail }),
    });
    return undefined;
  }

  text(column: string): string | undefined {
    const text = this.raw(column);
    if (text === '') return this.wrong(column, 'missing');
    if (text.length > LONGEST) return this.wrong(column, 'too_long', String(LONGEST));
    return text;
  }

  /** dd/mm/yyyy, with or without leading noughts, also d-m-yyyy, d.m.yyyy and yyyy-mm-dd. */
  day(column: string): Day | undefined {
    const text = this.raw(column);
    if (text === '') return this.wrong(column, 'missing');
    return readDay(text) ?? this.wrong(column, 'not_a_day');
  }

  optionalDay(column: string): Day | null | undefined {
    return this.raw(column) === '' ? null : this.day(column);
  }

  year(column: string): number | undefined {
    const text = this.raw(column);
    if (text === '') return this.wrong(column, 'missing');
    const year = /^\d{4}$/.test(text) ? Number(text) : 0;
    return year >= 1990 && year <= 2200 ? year : this.wrong(column, 'not_a_year');
  }

  email(column: string): string | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const email = text.toLowerCase();
    return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(email)
      ? email
      : this.wrong(column, 'not_an_email');
  }

  /** One of a list, by any of its words. @param empty what an empty cell means */
  choice<T extends string>(
    column: string,
    words: Readonly<Record<string, T>>,
    empty?: T,
  ): T | undefined {
    const text = this.raw(column);
    if (text === '') return empty ?? this.wrong(column, 'missing');
    const key = fold(text)
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim();
    return Object.hasOwn(words, key) ? words[key] : this.wrong(column, 'not_of_the_list');
  }

  /** Parts between semicolons (or commas), without the empty ones. */
  list(column: string): string[] {
    return this.raw(column)
      .split(/[;,]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
}
