import { checkPeriods } from './check-periods.ts';
import type { RulebookFiles } from './schema.ts';
import type { Condition, Leaf } from './standard-schema.ts';

interface StandardProblem {
  path: PropertyKey[];
  reason: string;
}

/**
 * Checks the standards against the rest: known awards and versions, one standard for an award, version
 * and subject, no `meets` that leads back to itself, ids used once, quotas without overlapping dates.
 */
export function checkStandards(files: RulebookFiles): StandardProblem[] {
  return [
    ...checkInheritance(files),
    ...checkEach(files),
    ...checkCircles(files),
    ...checkQuotas(files),
  ];
}

/** Every leaf of a condition, in its order. */
function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return [condition];
}

/** The awards that a leaf speaks of. */
function awardsNamed(leaf: Leaf): string[] {
  if ('meets' in leaf) return [leaf.meets];
  if ('has' in leaf) return [leaf.has];
  if ('work' in leaf) return leaf.work.presumedUse ? [leaf.work.presumedUse.title] : [];
  if ('consecutive' in leaf) return [leaf.consecutive.title];
  if ('members' in leaf) return [leaf.members.title];
  if ('membersAtLeast' in leaf) return [leaf.membersAtLeast.title];
  if ('streak' in leaf && 'title' in leaf.streak) return [leaf.streak.title];
  if ('count' in leaf && 'title' in leaf.count) return [leaf.count.title];
  return [];
}

function checkInheritance(files: RulebookFiles): StandardProblem[] {
  const { inherits } = files['standards.yml'];
  const ids = files['versions.yml'].versions.map(({ id }) => id);
  const problems: StandardProblem[] = [];
  for (const [heir, from] of Object.entries(inherits)) {
    const path = ['inherits', heir];
    for (const id of [heir, from]) {
      if (!ids.includes(id)) problems.push({ path, reason: `unknown version ${id}` });
    }
    let next: string | undefined = from;
    for (let steps = 0; next !== undefined && steps <= ids.length; steps += 1) {
      if (next === heir) {
        problems.push({ path, reason: `cycle: ${heir} inherits from itself` });
        break;
      }
      next = inherits[next];
    }
  }
  return problems;
}

function checkEach(files: RulebookFiles): StandardProblem[] {
  const problems: StandardProblem[] = [];
  const versions = files['versions.yml'].versions.map(({ id }) => id);
  const awards = awardKeys(files);
  const seen = new Set<string>();
  const ids = new Set<string>();
  for (const [index, standard] of files['standards.yml'].standards.entries()) {
    const report = (field: string, reason: string) =>
      problems.push({ path: ['standards', index, field], reason });
    if (!awards.has(standard.award)) report('award', `unknown award ${standard.award}`);
    if (!versions.includes(standard.version)) {
      report('version', `unknown version ${standard.version}`);
    }
    const place = `${standard.award} ${standard.version} ${standard.subject ?? ''}`;
    if (seen.has(place)) report('award', `${standard.award} has two standards in one version`);
    seen.add(place);
    for (const leaf of leavesOf(standard.condition)) {
      for (const named of awardsNamed(leaf)) {
        if (!awards.has(named)) report('condition', `unknown award ${named}`);
      }
      if (leaf.id === undefined) continue;
      if (ids.has(leaf.id)) report('condition', `the id ${leaf.id} is already in use`);
      ids.add(leaf.id);
    }
  }
  for (const { key } of files['titles.yml'].titles) {
    if (!files['standards.yml'].standards.some(({ award }) => award === key)) {
      problems.push({ path: ['standards'], reason: `no standard: ${key}` });
    }
  }
  return problems;
}

function checkCircles(files: RulebookFiles): StandardProblem[] {
  const { standards } = files['standards.yml'];
  const below = (award: string): string[] =>
    standards
      .filter((one) => one.award === award)
      .flatMap((one) => leavesOf(one.condition))
      .flatMap((leaf) => ('meets' in leaf ? [leaf.meets] : []));
  const leadsTo = (from: string, target: string, seen: ReadonlySet<string>): boolean =>
    below(from).some(
      (next) =>
        next === target || (!seen.has(next) && leadsTo(next, target, new Set([...seen, next]))),
    );
  return standards.flatMap(({ award }, index) =>
    leadsTo(award, award, new Set())
      ? [{ path: ['standards', index, 'condition'], reason: `cycle: ${award} asks for itself` }]
      : [],
  );
}

function checkQuotas(files: RulebookFiles): StandardProblem[] {
  const { quotas } = files['standards.yml'];
  const awards = awardKeys(files);
  const problems: StandardProblem[] = [];
  for (const [index, { award, of }] of quotas.entries()) {
    for (const named of [award, of]) {
      if (!awards.has(named)) {
        problems.push({ path: ['quotas', index], reason: `unknown award ${named}` });
      }
    }
  }
  for (const award of new Set(quotas.map((quota) => quota.award))) {
    const periods = quotas.filter((quota) => quota.award === award);
    for (const problem of checkPeriods(periods, { coversThePast: false })) {
      problems.push({ path: ['quotas', award, ...problem.path], reason: problem.reason });
    }
  }
  return problems;
}

function awardKeys(files: RulebookFiles): Set<string> {
  const { titles } = files['titles.yml'];
  const { commendations } = files['commendations.yml'];
  return new Set([...titles, ...commendations].map(({ key }) => key));
}
