/** Zod's findings in the words Slack uses, each with the JSON pointer of the place. */
import type { z } from 'zod';

type Path = readonly PropertyKey[];

/** `no more than 5 items allowed` at /blocks/2/accessory/options, as one Slack message. */
export function slackMessage(problem: string, path: Path): string {
  return `${problem} [json-pointer:${path.map((key) => `/${escapePointer(String(key))}`).join('')}]`;
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * @param input the value that was checked
 * @param root where that value stands in the request, e.g. `['blocks']`
 */
export function slackMessages(
  issues: readonly z.core.$ZodIssue[],
  input: unknown,
  root: Path,
): string[] {
  return issues.flatMap((issue) => {
    const path = [...root, ...issue.path];
    const got = valueAt(input, issue.path);
    const key = issue.path.at(-1);
    const required =
      issue.code === 'invalid_type' ||
      issue.code === 'invalid_value' ||
      (issue.code === 'invalid_union' && issue.discriminator !== undefined);
    if (got === undefined && key !== undefined && required) {
      return [slackMessage(`missing required field: ${String(key)}`, path.slice(0, -1))];
    }
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((name) => slackMessage(`invalid additional property: ${name}`, path));
    }
    return [slackMessage(problemOf(issue, got), path)];
  });
}

function problemOf(issue: z.core.$ZodIssue, got: unknown): string {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string')
        return `must be less than ${Number(issue.maximum) + 1} characters`;
      if (issue.origin === 'array') return `no more than ${issue.maximum} items allowed`;
      return `must be no more than ${issue.maximum}`;
    case 'too_small':
      if (issue.origin === 'string')
        return `must be more than ${Number(issue.minimum) - 1} characters`;
      if (issue.origin === 'array') return `must provide at least ${issue.minimum} items`;
      return `must be ${issue.inclusive === false ? 'more' : 'no less'} than ${issue.minimum}`;
    case 'invalid_type':
      return `must provide ${ARTICLED[issue.expected] ?? `a ${issue.expected}`}`;
    case 'invalid_union':
      return `unsupported type: ${typeof got === 'string' ? got : JSON.stringify(got)}`;
    case 'invalid_value':
      return 'must be a valid enum value';
    default:
      return issue.message;
  }
}

const ARTICLED: Record<string, string> = {
  array: 'an array',
  object: 'an object',
  int: 'an integer',
};

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
