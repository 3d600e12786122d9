import { Prisma } from './generated/client.ts';

/**
 * Begins a raw statement that each connection is to prepare once under this name, so that it is not planned
 * anew each time. For hot statements of one unchanging text only: what is prepared is kept.
 */
export function preparedAs(name: string): Prisma.Sql {
  return Prisma.raw(`/* prepared: ${name} */`);
}

const MARK = /^\s*\/\* prepared: ([a-z._]+) \*\//;

/** The name that a statement was marked with. */
export function preparedName(sql: string): string | undefined {
  return MARK.exec(sql)?.[1];
}
