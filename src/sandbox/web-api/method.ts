/** The frame every Web API method is written in. */
import type { z } from 'zod';
import { ApiFailure } from '../api-failure.ts';
import type { Core } from '../core.ts';
import type { Tier } from '../rate-limits.ts';
import { type RawArguments, readArguments } from './arguments.ts';

export interface CallContext {
  core: Core;
  /** The bot scopes of the manifest. */
  scopes: ReadonlySet<string>;
  /** @throws ApiFailure missing_scope */
  requireScope(...anyOf: string[]): void;
}

export interface ApiMethod {
  token: 'bot' | 'app' | 'none';
  tier: Tier;
  /** Any one of these suffices; none means that no scope is needed. */
  scopes: readonly string[];
  run(context: CallContext, raw: RawArguments): Record<string, unknown>;
}

export function defineMethod<T extends z.ZodType>(definition: {
  token?: 'bot' | 'app' | 'none';
  tier: Tier;
  scopes?: readonly string[];
  arguments: T;
  run(context: CallContext, args: z.output<T>): Record<string, unknown>;
}): ApiMethod {
  return {
    token: definition.token ?? 'bot',
    tier: definition.tier,
    scopes: definition.scopes ?? [],
    run: (context, raw) => definition.run(context, readArguments(definition.arguments, raw)),
  };
}

/** One page of a list and the cursor to the next, as all of Slack's list methods do it. */
export function pageOf<T>(
  items: readonly T[],
  cursor: string | undefined,
  limit: number,
): { page: T[]; response_metadata: { next_cursor: string } } {
  const start = cursor === undefined || cursor === '' ? 0 : readCursor(cursor);
  const page = items.slice(start, start + limit);
  const more = start + limit < items.length;
  const next = more ? Buffer.from(`next:${start + limit}`).toString('base64') : '';
  return { page, response_metadata: { next_cursor: next } };
}

function readCursor(cursor: string): number {
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  if (match === null) throw new ApiFailure('invalid_cursor');
  return Number(match[1]);
}
