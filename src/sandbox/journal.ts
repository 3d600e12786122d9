/**
 * The append-only journal of the practice workspace: one JSON record per line.
 *
 * A record is handed to the operating system before the API answers, so a killed process loses
 * nothing that was acknowledged. A last line cut off by a kill is dropped; damage anywhere else
 * is an error, because guessing would lose acknowledged work silently.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { recordSchema, type WorkspaceRecord } from './journal-record.ts';

export interface Journal {
  append(record: WorkspaceRecord): void;
  close(): void;
}

export const memoryJournal: Journal = {
  append: () => undefined,
  close: () => undefined,
};

/** @throws Error naming file and line when a record other than the last cannot be read. */
export function readJournal(path: string): WorkspaceRecord[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  const records: WorkspaceRecord[] = [];
  lines.forEach((line, index) => {
    if (line === '') return;
    // Every complete record ends in a newline, so only a cut-off one is the last element.
    const cutOff = index === lines.length - 1;
    const record = parseRecord(line);
    if (record !== null) records.push(record);
    else if (!cutOff) throw new Error(`${path}:${index + 1}: unreadable record`);
  });
  return records;
}

function parseRecord(line: string): WorkspaceRecord | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = recordSchema.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** Rewrites the journal as just `records` (atomically) and opens it for appending. */
export function openJournal(path: string, records: Iterable<WorkspaceRecord>): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const compacted = `${path}.new`;
  // The journal holds the app's tokens: for its owner only.
  const temporary = openSync(compacted, 'w', 0o600);
  for (const record of records) writeAll(temporary, `${JSON.stringify(record)}\n`);
  fsyncSync(temporary);
  closeSync(temporary);
  renameSync(compacted, path);

  const file = openSync(path, 'a', 0o600);
  return {
    append: (record) => writeAll(file, `${JSON.stringify(record)}\n`),
    close: () => closeSync(file),
  };
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}
