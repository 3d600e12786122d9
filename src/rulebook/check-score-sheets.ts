import { checkPeriods } from './check-periods.ts';
import type { ScoreSheet, ScoreSheets } from './score-sheet-schema.ts';

interface SheetProblem {
  path: PropertyKey[];
  reason: string;
}

/** The sense of the score sheets: dates, references, and points that add up. */
export function checkScoreSheets(file: ScoreSheets): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const periods = (path: PropertyKey[], series: Parameters<typeof checkPeriods>[0]) => {
    for (const problem of checkPeriods(series, { coversThePast: false })) {
      problems.push({ path: [...path, ...problem.path], reason: problem.reason });
    }
  };
  periods(['default'], file.default);
  periods(['enough'], file.enough);
  for (const [index, { num, den }] of file.enough.entries()) {
    if (num <= den) continue;
    problems.push({ path: ['enough', index], reason: 'share out of range: more than the whole' });
  }
  for (const key of new Set(file.sheets.map((sheet) => sheet.key))) {
    periods(
      ['sheets', key],
      file.sheets.filter((sheet) => sheet.key === key),
    );
  }
  for (const [index, one] of file.default.entries()) {
    const [first] = file.sheets.filter(({ key }) => key === one.sheet);
    const path = ['default', index, 'sheet'];
    if (!first) problems.push({ path, reason: `unknown sheet ${one.sheet}` });
    else if (first.from !== null && (one.from === null || one.from < first.from))
      problems.push({ path, reason: `${one.sheet} begins on ${first.from} only` });
  }
  for (const [index, sheet] of file.sheets.entries()) {
    for (const { path, reason } of checkSheet(sheet)) {
      problems.push({ path: ['sheets', index, ...path], reason });
    }
  }
  return problems;
}

function checkSheet(sheet: ScoreSheet): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const seen = new Set<string>();
  for (const [index, { key }] of sheet.criteria.entries()) {
    if (seen.has(key))
      problems.push({ path: ['criteria', index, 'key'], reason: `${key} is already in use` });
    seen.add(key);
  }
  if (sheet.kind === 'reached') return problems;
  const { total, pass, criteria } = sheet;
  const sum = criteria.reduce((points, { max }) => points + max, 0);
  if (sum !== total)
    problems.push({ path: ['total'], reason: `the maxima add to ${sum}, not to ${total}` });
  if (pass !== null && pass > total)
    problems.push({ path: ['pass'], reason: `more than the total of ${total}` });
  for (const [index, { max, min, bands }] of criteria.entries()) {
    if (min > max)
      problems.push({ path: ['criteria', index, 'min'], reason: `above the maximum of ${max}` });
    if (bands && !covers(bands.ranges, max))
      problems.push({
        path: ['criteria', index, 'bands', 'ranges'],
        reason: `must lead from ${max} down to 0 without gap or overlap`,
      });
  }
  return problems;
}

function covers(ranges: readonly (readonly [number, number])[], max: number): boolean {
  let next = max;
  for (const [low, high] of ranges) {
    if (high !== next || low > high) return false;
    next = low - 1;
  }
  return next === -1;
}
