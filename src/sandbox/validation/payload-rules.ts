/** What holds for a payload as a whole, beyond the shape of each block. */
import { isRecord } from '../model.ts';
import type { Surface } from './block-kit/blocks.ts';
import { slackMessage } from './issues.ts';

type Path = readonly PropertyKey[];
interface Placed {
  value: Record<string, unknown>;
  path: Path;
}

const MOST_CHARTS = 2;
const MOST_TABLE_CHARACTERS = 10_000;

/**
 * @param blocks already accepted by the schema of `surface`
 * @param root where they stand in the request: `['blocks']` or `['view', 'blocks']`
 */
export function payloadProblems(
  blocks: readonly Record<string, unknown>[],
  surface: Surface,
  root: Path,
): string[] {
  const placed = blocks.flatMap((value, index) => withChildren(value, [...root, index]));
  return [
    ...repeatedIds(placed, 'block_id'),
    ...placed.flatMap((block) => repeatedIds(elementsOf(block), 'action_id')),
    ...tooManyOfAKind(placed, root),
    ...elementProblems(placed, surface),
  ];
}

function withChildren(value: Record<string, unknown>, path: Path): Placed[] {
  const children = recordsIn(value.child_blocks, [...path, 'child_blocks']);
  return [{ value, path }, ...children];
}

function recordsIn(list: unknown, path: Path): Placed[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, index) =>
    isRecord(value) ? [{ value, path: [...path, index] }] : [],
  );
}

/** The elements of a block that can be acted on, where they stand. */
function elementsOf({ value, path }: Placed): Placed[] {
  const single = ['accessory', 'element'].flatMap((key) => {
    const element = value[key];
    return isRecord(element) ? [{ value: element, path: [...path, key] }] : [];
  });
  const listed = recordsIn(value.elements, [...path, 'elements']);
  const buttons = recordsIn(value.actions, [...path, 'actions']);
  // A carousel's elements are cards, whose buttons are the elements that matter.
  const nested = listed.flatMap((one) => recordsIn(one.value.actions, [...one.path, 'actions']));
  return [...single, ...listed, ...buttons, ...nested];
}

function repeatedIds(places: readonly Placed[], key: 'block_id' | 'action_id'): string[] {
  const seen = new Set<string>();
  return places.flatMap(({ value, path }) => {
    const id = value[key];
    if (typeof id !== 'string') return [];
    if (seen.has(id)) return [slackMessage(`\`${key}\` "${id}" already exists`, [...path, key])];
    seen.add(id);
    return [];
  });
}

function tooManyOfAKind(blocks: readonly Placed[], root: Path): string[] {
  const problems: string[] = [];
  const tables = blocks.filter(({ value }) => value.type === 'table');
  const second = tables[1];
  if (second !== undefined) problems.push(slackMessage('only_one_table_allowed', second.path));
  for (const { value, path } of tables) {
    if (textLength(value) <= MOST_TABLE_CHARACTERS) continue;
    const problem = `must be less than ${MOST_TABLE_CHARACTERS + 1} characters in all cells`;
    problems.push(slackMessage(problem, [...path, 'rows']));
  }
  const charts = blocks.filter(({ value }) => value.type === 'data_visualization');
  if (charts.length > MOST_CHARTS) {
    problems.push(slackMessage('too many data_visualization blocks', root));
  }
  return problems;
}

function elementProblems(blocks: readonly Placed[], surface: Surface): string[] {
  const problems: string[] = [];
  let focused = false;
  for (const block of blocks) {
    for (const { value, path } of elementsOf(block)) {
      if (value.type === 'file_input' && surface !== 'modal') {
        problems.push(slackMessage('unsupported type: file_input', [...path, 'type']));
      }
      const answerable = surface === 'modal' && block.value.type === 'input';
      if (value.response_url_enabled === true && !answerable) {
        problems.push(
          slackMessage('`response_url_enabled` is only for input blocks in modals', path),
        );
      }
      if (value.focus_on_load !== true) continue;
      if (focused) {
        problems.push(
          slackMessage('only one element can have `focus_on_load`', [...path, 'focus_on_load']),
        );
      }
      focused = true;
    }
  }
  return problems;
}

/** Texts that show only after a click, or are not text at all. */
const NOT_SHOWN = new Set([
  'options',
  'option_groups',
  'initial_option',
  'initial_options',
  'confirm',
  'placeholder',
  'style',
]);

/** Characters that a person reads in a block at first sight; options and dialogs do not count. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  if (!isRecord(value)) return 0;
  let sum = 0;
  for (const [key, inside] of Object.entries(value)) {
    if (NOT_SHOWN.has(key)) continue;
    sum += key === 'text' && typeof inside === 'string' ? inside.length : textLength(inside);
  }
  return sum;
}
