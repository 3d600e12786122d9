/** One reason why the rule data cannot be used: which file, where in it, and what is wrong. */
export interface RulebookProblem {
  file: string;
  /** Where in the file, such as `titles[2].above`; empty for the whole file. */
  path: string;
  reason: string;
}

/** The rule data was refused. The message lists every problem found, one a line. */
export class RulebookError extends Error {
  override readonly name = 'RulebookError';
  readonly problems: readonly RulebookProblem[];

  constructor(problems: readonly RulebookProblem[]) {
    super(['The rule data cannot be used:', ...problems.map(describe)].join('\n'));
    this.problems = problems;
  }
}

/** Writes a path of keys and positions as `rules[0].periods[1].to`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function describe({ file, path, reason }: RulebookProblem): string {
  return path === '' ? `  ${file}: ${reason}` : `  ${file}: ${path}: ${reason}`;
}
