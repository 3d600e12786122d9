import type { ClientSnapshot, SamplePerson } from '../../client-protocol.ts';
import { fold, matchesQuery } from './fold.ts';

export type Suggestion =
  | { kind: 'command'; command: string; description: string; usageHint: string }
  | { kind: 'person'; person: SamplePerson }
  | { kind: 'channel'; id: string; name: string };

/** The part of the text that a chosen suggestion replaces. */
export interface SuggestionQuery {
  kind: Suggestion['kind'];
  query: string;
  from: number;
  to: number;
}

const MOST = 8;

/**
 * What the caret stands in: a command at the very start, `@name` or `#channel` anywhere.
 * Names hold spaces, so a mention's query may run over up to three of them.
 */
export function suggestionQuery(text: string, caret: number): SuggestionQuery | null {
  const before = text.slice(0, caret);
  const command = /^\/(\S*)$/u.exec(before);
  if (command !== null) return { kind: 'command', query: command[1] ?? '', from: 0, to: caret };
  const mention = /(?:^|\s)([@#])((?:[^\s@#]+ ){0,3}[^\s@#]*)$/u.exec(before);
  if (mention === null) return null;
  const query = mention[2] ?? '';
  return {
    kind: mention[1] === '@' ? 'person' : 'channel',
    query,
    from: caret - query.length - 1,
    to: caret,
  };
}

/** The best matches, those that begin with the query first. */
export function suggestionsFor(snapshot: ClientSnapshot, asked: SuggestionQuery): Suggestion[] {
  if (asked.kind === 'command') {
    const begun = `/${fold(asked.query)}`;
    const starting = snapshot.commands.filter((each) => fold(each.command).startsWith(begun));
    const inside = snapshot.commands.filter(
      (each) =>
        !starting.includes(each) &&
        asked.query !== '' &&
        matchesQuery(`${each.command} ${each.description}`, asked.query),
    );
    return [...starting, ...inside].map((each) => ({ kind: 'command' as const, ...each }));
  }
  if (asked.kind === 'channel') {
    return snapshot.conversations
      .filter(({ kind, name }) => kind.endsWith('channel') && matchesQuery(name, asked.query))
      .slice(0, MOST)
      .map(({ id, name }) => ({ kind: 'channel' as const, id, name }));
  }
  const found = snapshot.users.filter(({ name }) => matchesQuery(name, asked.query));
  const begins = (person: SamplePerson): number =>
    fold(person.name).startsWith(fold(asked.query)) ? 0 : 1;
  return found
    .sort((one, other) => begins(one) - begins(other))
    .slice(0, MOST)
    .map((person) => ({ kind: 'person' as const, person }));
}

/** What stands in the box for a chosen suggestion. */
export function suggestionText(suggestion: Suggestion): string {
  if (suggestion.kind === 'command') return suggestion.command;
  return suggestion.kind === 'person' ? `@${suggestion.person.name}` : `#${suggestion.name}`;
}

/**
 * The text as Slack's client sends it: names chosen from the suggestions become mentions.
 * `chosen` maps what stands in the box (`@Nguyễn Lan`) to the mention (`<@U1>`). Longer names
 * go first, so that "@Lan Anh" is not read as "@Lan".
 */
export function withMentions(text: string, chosen: ReadonlyMap<string, string>): string {
  const names = [...chosen.keys()].sort((one, other) => other.length - one.length);
  let sent = text;
  for (const name of names) sent = sent.replaceAll(name, chosen.get(name) ?? name);
  return sent;
}
