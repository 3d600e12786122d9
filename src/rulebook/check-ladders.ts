import { SUBJECTS, type Subject, type Title } from './schema.ts';

interface LadderProblem {
  path: PropertyKey[];
  reason: string;
}

/**
 * Checks that the titles of each subject form one ladder: every title stands on a known title of
 * the same subject, ranks are 1, 2, 3 … without a double, nothing forks, nothing goes in a circle.
 */
export function checkLadders(titles: readonly Title[]): LadderProblem[] {
  return [...checkReferences(titles), ...SUBJECTS.flatMap((subject) => checkOne(titles, subject))];
}

function checkReferences(titles: readonly Title[]): LadderProblem[] {
  const problems: LadderProblem[] = [];
  for (const [index, title] of titles.entries()) {
    if (title.above === null) continue;
    const lower = titles.find(({ key }) => key === title.above);
    const path = [index, 'above'];
    if (lower === undefined) {
      problems.push({ path, reason: `unknown title ${title.above}` });
    } else if (lower.subject !== title.subject) {
      problems.push({ path, reason: `${lower.key} is a title of another subject` });
    } else if (cycles(title, titles)) {
      problems.push({ path, reason: `cycle: ${title.key} stands above itself` });
    } else if (lower.rank !== title.rank - 1) {
      problems.push({ path, reason: `${lower.key} has rank ${lower.rank}, not ${title.rank - 1}` });
    }
  }
  return problems;
}

function checkOne(titles: readonly Title[], subject: Subject): LadderProblem[] {
  const problems: LadderProblem[] = [];
  const holderOfRank = new Map<number, string>();
  let bottom: string | undefined;
  for (const [index, title] of titles.entries()) {
    if (title.subject !== subject) continue;
    const holder = holderOfRank.get(title.rank);
    if (holder !== undefined) {
      problems.push({ path: [index, 'rank'], reason: `rank ${title.rank} already has ${holder}` });
    }
    holderOfRank.set(title.rank, title.key);
    if (title.above !== null) continue;
    if (bottom !== undefined) {
      problems.push({ path: [index, 'above'], reason: `the ladder already starts at ${bottom}` });
    } else if (title.rank !== 1) {
      problems.push({ path: [index, 'rank'], reason: 'the lowest title must have rank 1' });
    }
    bottom = title.key;
  }
  if (bottom === undefined) {
    problems.push({ path: [], reason: `the ladder of subject ${subject} has no lowest title` });
  }
  return problems;
}

function cycles(start: Title, titles: readonly Title[]): boolean {
  let current: Title | undefined = start;
  for (let steps = 0; steps < titles.length; steps += 1) {
    const next: string | null = current.above;
    current = titles.find(({ key }) => key === next);
    if (current === undefined) return false;
    if (current.key === start.key) return true;
  }
  return false;
}
