import { createHash } from 'node:crypto';
import { groupBy } from '../../../kernel/group-by.ts';
import type { AgendaLine } from '../sitting-queries.ts';

/** What stays together when an agenda is put in order: the names of one title of a year, or one item. */
export interface AgendaPart {
  key: string;
  lines: readonly AgendaLine[];
}

/** The parts of an agenda in its order. */
export function agendaParts(agenda: readonly AgendaLine[]): AgendaPart[] {
  const parts = groupBy(agenda, ({ item, id, year }) => partKey({ ...item, id, year }));
  return [...parts].map(([key, lines]) => ({ key, lines }));
}

export function partKey(item: {
  id: string;
  kind: string;
  itemKey: string;
  year: number | null;
}): string {
  return item.kind === 'nomination' && item.year !== null
    ? `title:${item.itemKey}:${item.year}`
    : `item:${item.id}`;
}

/** A short mark of a part. A form remembers those of a hundred parts, and Slack takes 3,000 characters of it. */
export function partMark(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 10);
}

/** The marks of the parts that a form shows, as it remembers them. */
export function partsMark(keys: readonly string[]): string {
  return keys.map(partMark).join(' ');
}
