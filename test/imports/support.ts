import { COLUMNS, type ImportKind } from '../../src/imports/columns.ts';
import { applyImport, checkImport, type ImportRun } from '../../src/imports/run-import.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import type { Actor } from '../../src/people/actor.ts';

type Row = Record<string, string>;

/** A .csv file with these rows below the headings, which are row 1. */
export function csvOf(kind: ImportKind, rows: readonly Row[]): { name: string; content: Buffer } {
  const columns = COLUMNS[kind];
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [
    columns.map(({ header }) => cell(header.vi)),
    ...rows.map((row) => columns.map(({ key }) => cell(row[key] ?? ''))),
  ];
  return {
    name: `${kind}.csv`,
    content: Buffer.from(lines.map((line) => line.join(';')).join('\n')),
  };
}

export function check(
  deps: Deps,
  kind: ImportKind,
  rows: readonly Row[],
  actor: Actor | null = null,
): Promise<ImportRun> {
  return checkImport(deps, { actor, kind, file: csvOf(kind, rows) });
}

/** Checks and applies. */
export async function load(deps: Deps, kind: ImportKind, rows: readonly Row[]): Promise<ImportRun> {
  const run = await check(deps, kind, rows);
  if (run.problems.length > 0) throw new Error(JSON.stringify(run.problems));
  return applyImport(deps, { actor: null, runId: run.id });
}

/** Row, column and code of each problem. */
export function told(run: ImportRun): string[] {
  return run.problems.map(({ row, column, code }) => `${row} ${column} ${code}`);
}
