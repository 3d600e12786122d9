import { parseDocument } from 'yaml';
import { buildVocabulary } from './build-vocabulary.ts';
import { checkLadders } from './check-ladders.ts';
import { checkPeriod, checkPeriods } from './check-periods.ts';
import { checkScoreSheets } from './check-score-sheets.ts';
import { checkStandards } from './check-standards.ts';
import { pathText, RulebookError, type RulebookProblem } from './problems.ts';
import {
  filesSchema,
  OTHER_VOTING_ITEMS,
  type Rulebook,
  type RulebookFileName,
  type RulebookFiles,
} from './schema.ts';

/**
 * Builds the rulebook from the text of its files. Throws a RulebookError that names every problem:
 * first those of form (YAML, unknown or missing fields), then, once all files have the right form,
 * those of sense (dates, references, ladders, words).
 */
export function assembleRulebook(texts: Readonly<Record<RulebookFileName, string>>): Rulebook {
  return assembleFiles(parseFiles(texts));
}

/** The same from data that have the right form. Throws a RulebookError. */
export function assembleFiles(files: RulebookFiles): Rulebook {
  const problems: RulebookProblem[] = [];
  const report = (problem: RulebookProblem) => problems.push(problem);

  checkKeys(files, report);
  checkDates(files, report);
  for (const { path, reason } of checkLadders(files['titles.yml'].titles)) {
    report({ file: 'titles.yml', path: pathText(['titles', ...path]), reason });
  }
  checkVotingItems(files, report);
  checkCoefficients(files, report);
  for (const { path, reason } of checkStandards(files)) {
    report({ file: 'standards.yml', path: pathText(path), reason });
  }
  for (const { path, reason } of checkScoreSheets(files['score-sheets.yml'])) {
    report({ file: 'score-sheets.yml', path: pathText(path), reason });
  }
  const vocabulary = buildVocabulary(files, report);
  if (problems.length > 0) throw new RulebookError(problems);

  return {
    versions: files['versions.yml'].versions,
    titles: files['titles.yml'].titles,
    commendations: files['commendations.yml'].commendations,
    voting: files['voting.yml'],
    initiatives: files['initiatives.yml'],
    scoreSheets: files['score-sheets.yml'],
    councils: files['councils.yml'],
    campaigns: files['campaigns.yml'],
    registration: files['registration.yml'],
    standards: files['standards.yml'],
    baseSalary: files['base-salary.yml'].baseSalary,
    bonuses: files['bonuses.yml'],
    vocabulary,
  };
}

type Report = (problem: RulebookProblem) => void;

/** Throws a RulebookError that names every fault of form. */
export function parseFiles(texts: Readonly<Record<RulebookFileName, string>>): RulebookFiles {
  const problems: RulebookProblem[] = [];
  const contents: Record<string, unknown> = {};
  for (const [file, text] of Object.entries(texts)) {
    const document = parseDocument(text);
    for (const fault of [...document.errors, ...document.warnings]) {
      const line = fault.linePos?.[0].line;
      const reason = fault.message.split('\n')[0] ?? fault.code;
      problems.push({ file, path: line === undefined ? '' : `line ${line}`, reason });
    }
    if (document.errors.length === 0) contents[file] = document.toJS();
  }
  // A file whose YAML is broken would only be reported once more, as missing.
  if (problems.length > 0) throw new RulebookError(problems);
  const result = filesSchema.safeParse(contents);
  if (result.success) return result.data;
  throw new RulebookError(
    result.error.issues.map(({ path: [file, ...path], message }) => ({
      file: String(file),
      path: pathText(path),
      reason: message,
    })),
  );
}

/** No key stands for two things: titles, forms and the other voting items share one name space. */
function checkKeys(files: RulebookFiles, report: Report): void {
  const seen = new Set<string>(OTHER_VOTING_ITEMS);
  const claim = (key: string, file: RulebookFileName, path: readonly PropertyKey[]) => {
    if (seen.has(key)) report({ file, path: pathText(path), reason: `${key} is already in use` });
    seen.add(key);
  };
  for (const [index, { id }] of files['versions.yml'].versions.entries()) {
    claim(id, 'versions.yml', ['versions', index, 'id']);
  }
  for (const [index, { key }] of files['titles.yml'].titles.entries()) {
    claim(key, 'titles.yml', ['titles', index, 'key']);
  }
  for (const [index, { key }] of files['commendations.yml'].commendations.entries()) {
    claim(key, 'commendations.yml', ['commendations', index, 'key']);
  }
}

function checkDates(files: RulebookFiles, report: Report): void {
  const series = (
    file: RulebookFileName,
    path: readonly PropertyKey[],
    periods: Parameters<typeof checkPeriods>[0],
    coversThePast = false,
  ) => {
    for (const problem of checkPeriods(periods, { coversThePast })) {
      report({ file, path: pathText([...path, ...problem.path]), reason: problem.reason });
    }
  };
  const single = (
    file: RulebookFileName,
    path: readonly PropertyKey[],
    period: Parameters<typeof checkPeriod>[0],
  ) => {
    const reason = checkPeriod(period);
    if (reason !== undefined) report({ file, path: pathText([...path, 'to']), reason });
  };

  const { versions } = files['versions.yml'];
  series('versions.yml', ['versions'], versions, true);
  for (const [index, { transition }] of versions.entries()) {
    if (transition === null || versions.some(({ id }) => id === transition.use)) continue;
    const path = pathText(['versions', index, 'transition', 'use']);
    report({ file: 'versions.yml', path, reason: `unknown version ${transition.use}` });
  }
  for (const [index, title] of files['titles.yml'].titles.entries()) {
    single('titles.yml', ['titles', index], title);
  }
  for (const [index, form] of files['commendations.yml'].commendations.entries()) {
    single('commendations.yml', ['commendations', index], form);
  }
  const voting = files['voting.yml'];
  series('voting.yml', ['quorum'], voting.quorum, true);
  series('voting.yml', ['conflict'], voting.conflict, true);
  series('voting.yml', ['superior'], voting.superior, true);
  series('voting.yml', ['substitutes'], voting.substitutes, true);
  for (const [index, { periods, superior }] of voting.rules.entries()) {
    series('voting.yml', ['rules', index, 'periods'], periods);
    if (superior) series('voting.yml', ['rules', index, 'superior'], superior, true);
  }
  for (const [key, periods] of Object.entries(files['initiatives.yml'])) {
    series('initiatives.yml', [key], periods);
  }
  const { offices, minimum, ...councils } = files['councils.yml'];
  for (const [key, periods] of Object.entries(councils)) series('councils.yml', [key], periods);
  for (const [key, kinds] of Object.entries({ offices, minimum })) {
    for (const [kind, periods] of Object.entries(kinds)) {
      series('councils.yml', [key, kind], periods);
    }
  }
  for (const [key, periods] of Object.entries(files['campaigns.yml'])) {
    series('campaigns.yml', [key], periods);
  }
  for (const [key, value] of Object.entries(files['registration.yml'])) {
    single('registration.yml', [key], value);
  }
  series('base-salary.yml', ['baseSalary'], files['base-salary.yml'].baseSalary);
  const { coefficients, roundUpTo, fund } = files['bonuses.yml'];
  for (const { award, subject } of coefficients) {
    const mine = coefficients.filter((one) => one.award === award && one.subject === subject);
    series('bonuses.yml', ['coefficients', award, subject], mine);
  }
  series('bonuses.yml', ['roundUpTo'], roundUpTo);
  for (const [key, periods] of Object.entries(fund)) {
    series('bonuses.yml', ['fund', key], periods);
  }
}

/** A coefficient is of a title or form that there is; of a title, for its own subject. */
function checkCoefficients(files: RulebookFiles, report: Report): void {
  const forms = new Set(files['commendations.yml'].commendations.map(({ key }) => key));
  for (const [index, { award, subject }] of files['bonuses.yml'].coefficients.entries()) {
    const title = files['titles.yml'].titles.find(({ key }) => key === award);
    const path = pathText(['coefficients', index, 'award']);
    if (!title && !forms.has(award))
      report({ file: 'bonuses.yml', path, reason: `unknown award ${award}` });
    if (title && title.subject !== subject)
      report({ file: 'bonuses.yml', path, reason: `${award} is not for a ${subject}` });
  }
}

/** Every title, form and other item has exactly one voting rule, and no rule names a stranger. */
function checkVotingItems(files: RulebookFiles, report: Report): void {
  const known = new Set<string>([
    ...files['titles.yml'].titles.map(({ key }) => key),
    ...files['commendations.yml'].commendations.map(({ key }) => key),
    ...OTHER_VOTING_ITEMS,
  ]);
  const ruled = new Set<string>();
  for (const [ruleIndex, { items }] of files['voting.yml'].rules.entries()) {
    for (const [itemIndex, item] of items.entries()) {
      const path = pathText(['rules', ruleIndex, 'items', itemIndex]);
      if (!known.has(item)) report({ file: 'voting.yml', path, reason: `unknown item ${item}` });
      if (ruled.has(item)) report({ file: 'voting.yml', path, reason: `${item} has two rules` });
      ruled.add(item);
    }
  }
  for (const item of known) {
    if (!ruled.has(item)) report({ file: 'voting.yml', path: 'rules', reason: `no rule: ${item}` });
  }
}
