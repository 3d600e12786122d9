import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';

/** What became of a call to Slack that did not go well. */
export type SlackFailure =
  /** Slack took nothing and says when to come again. */
  | { kind: 'refused'; reason: string; retryAfterMs: number }
  /** Nobody knows whether Slack took it. */
  | { kind: 'lost'; reason: string }
  /** Slack took nothing, and never will. */
  | { kind: 'final'; reason: string };

const DEFAULT_RETRY_AFTER_S = 30;

/** Answers of Slack after which the same call may well succeed. All other answers are final. */
const PASSING_ERRORS = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

export function slackFailure(error: unknown): SlackFailure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case ErrorCode.RateLimitedError: {
      const parsed = z.object({ retryAfter: z.number() }).safeParse(error);
      const seconds = parsed.success ? parsed.data.retryAfter : DEFAULT_RETRY_AFTER_S;
      return { kind: 'refused', reason: 'ratelimited', retryAfterMs: seconds * 1000 };
    }
    case ErrorCode.PlatformError: {
      const reason = platformReason(error);
      return { kind: PASSING_ERRORS.has(reason) ? 'lost' : 'final', reason };
    }
    case ErrorCode.HTTPError:
    case ErrorCode.RequestError:
      return { kind: 'lost', reason: code };
    default:
      // Not from Slack: the call could not be made. Its words may be anybody's, so only its name is kept.
      return { kind: 'final', reason: error instanceof Error ? error.name : 'unknown_error' };
  }
}

/** Slack's own word for a refused call, such as `channel_not_found`. */
export function platformReason(error: unknown): string {
  const parsed = z.object({ data: z.object({ error: z.string() }) }).safeParse(error);
  return parsed.success ? parsed.data.data.error : 'unknown_error';
}
