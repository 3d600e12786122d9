import { readFileSync } from 'node:fs';
import { packageRoot } from '../kernel/package-root.ts';
import { assembleFiles, parseFiles } from './assemble.ts';
import { RulebookError, type RulebookProblem } from './problems.ts';
import type { Rulebook, RulebookFileName, RulebookFiles } from './schema.ts';

const BUNDLED = new URL('src/rulebook/data/', packageRoot);

/**
 * Reads the rule data. `directory` is a file URL ending in a slash; without it the data of the package
 * is read. Throws a RulebookError that lists every problem.
 */
export function loadRulebook(directory?: URL): Rulebook {
  return assembleFiles(directory ? parseFiles(readRulebookTexts(directory)) : bundledFiles());
}

let bundled: RulebookFiles | undefined;

/** The rule data of the package, in the right form: read once by each process, for they do not change while it runs. */
export function bundledFiles(): RulebookFiles {
  bundled ??= parseFiles(readRulebookTexts());
  return bundled;
}

/** The text of each data file. Throws a RulebookError naming the files that cannot be read. */
export function readRulebookTexts(directory: URL = BUNDLED): Record<RulebookFileName, string> {
  const problems: RulebookProblem[] = [];
  const read = (file: RulebookFileName): string => {
    try {
      return readFileSync(new URL(file, directory), 'utf8');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({ file, path: '', reason });
      return '';
    }
  };
  const texts = {
    'versions.yml': read('versions.yml'),
    'titles.yml': read('titles.yml'),
    'commendations.yml': read('commendations.yml'),
    'voting.yml': read('voting.yml'),
    'initiatives.yml': read('initiatives.yml'),
    'score-sheets.yml': read('score-sheets.yml'),
    'councils.yml': read('councils.yml'),
    'campaigns.yml': read('campaigns.yml'),
    'registration.yml': read('registration.yml'),
    'standards.yml': read('standards.yml'),
    'base-salary.yml': read('base-salary.yml'),
    'bonuses.yml': read('bonuses.yml'),
    'vocabulary.yml': read('vocabulary.yml'),
  };
  if (problems.length > 0) throw new RulebookError(problems);
  return texts;
}
