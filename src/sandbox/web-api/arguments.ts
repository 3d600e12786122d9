/**
 * Arguments of a Web API call. They come as a form, whose nested values are JSON in text, or as
 * a JSON body; the schemas below take both.
 */
import { z } from 'zod';
import { ApiFailure } from '../api-failure.ts';
import { isRecord } from '../model.ts';

export type RawArguments = Record<string, unknown>;

/** @throws ApiFailure invalid_json, json_not_object, invalid_form_data */
export function parseArguments(
  contentType: string,
  body: Buffer,
  query: URLSearchParams,
): RawArguments {
  const fromQuery = Object.fromEntries(query);
  if (body.length === 0) return fromQuery;
  if (contentType.startsWith('application/json')) {
    return { ...fromQuery, ...parseObject(body.toString('utf8')) };
  }
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
  }
  throw new ApiFailure('invalid_form_data');
}

function parseObject(text: string): RawArguments {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiFailure('invalid_json');
  }
  if (!isRecord(value)) throw new ApiFailure('json_not_object');
  return value;
}

/** Marks a nested argument that should have been JSON and was not. */
export const UNREADABLE = Symbol('unreadable');

export const word = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string(),
);

export const flag = z.preprocess((value) => {
  if (typeof value !== 'string') return value;
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0' || value === '') return false;
  return value;
}, z.boolean());

export const count = z.preprocess(
  (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
  z.number().int().nonnegative(),
);

export const nested = z.preprocess((value) => {
  if (typeof value !== 'string') return value;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return UNREADABLE;
  }
}, z.unknown());

/** A list as "a,b" or as JSON. */
export const commaList = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter((one) => one !== '') : value),
  z.array(z.string()),
);

/** @throws ApiFailure invalid_arguments with Slack's wording of what is missing */
export function readArguments<T extends z.ZodType>(schema: T, raw: RawArguments): z.output<T> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const messages = parsed.error.issues.map((issue) => {
    const field = String(issue.path[0] ?? '');
    return raw[field] === undefined
      ? `[ERROR] missing required field: ${field}`
      : `[ERROR] ${issue.message} [json-pointer:/${issue.path.map(String).join('/')}]`;
  });
  throw new ApiFailure('invalid_arguments', { response_metadata: { messages } });
}
