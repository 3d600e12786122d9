import { z } from 'zod';
import { createLog, type Logger } from '../../src/kernel/log.ts';

const Line = z.looseObject({ level: z.number(), msg: z.string().optional() });
export type LogLine = z.infer<typeof Line>;

/** The product's log at its most talkative, kept to be read. */
export interface LogCapture {
  log: Logger;
  /** All of it as it would stand in a file. */
  text(): string;
  lines(): LogLine[];
  /** From warnings on. */
  complaints(): LogLine[];
  forget(): void;
}

const WARNING = 40;

export function captureLog(): LogCapture {
  const written: string[] = [];
  const lines = () => written.map((line) => Line.parse(JSON.parse(line)));
  return {
    log: createLog('trace', { write: (line) => void written.push(line) }),
    text: () => written.join(''),
    lines,
    complaints: () => lines().filter((line) => line.level >= WARNING),
    forget: () => void written.splice(0),
  };
}
