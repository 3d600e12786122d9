/** What went wrong between the workspace and the app lately, for trainers to see. Kept in memory. */
import { z } from 'zod';
import type { Envelope } from './delivery/envelope.ts';

export interface Failure {
  /** Epoch ms of real time. */
  at: number;
  /** `call`: the app called the workspace; `answer`: the app did not answer the workspace. */
  kind: 'call' | 'answer';
  /** The method called, or the command, action or event that was to be answered. */
  what: string;
  /** Slack's word for it, e.g. `not_in_channel`, `operation_timeout`. */
  error: string;
  /** Whose act it was, when the app did not answer. */
  userId: string | null;
}

const KEPT = 100;
/** Part of a normal day: the app waits and calls again. */
const EXPECTED = new Set(['ratelimited']);

export class FailureLog {
  #failures: Failure[] = [];

  /** Newest first. */
  get latest(): readonly Failure[] {
    return this.#failures;
  }

  noteCall(method: string, error: string): void {
    if (!EXPECTED.has(error)) this.#note({ kind: 'call', what: method, error, userId: null });
  }

  noteAnswer(envelope: Envelope, error: string): void {
    const { what, userId } = subjectOf(envelope);
    this.#note({ kind: 'answer', what, error, userId });
  }

  #note(failure: Omit<Failure, 'at'>): void {
    this.#failures = [{ at: Date.now(), ...failure }, ...this.#failures].slice(0, KEPT);
  }
}

const interactive = z.object({
  type: z.string(),
  user: z.object({ id: z.string() }).optional(),
  actions: z.array(z.object({ action_id: z.string() })).optional(),
  action_id: z.string().optional(),
  callback_id: z.string().optional(),
  view: z.object({ callback_id: z.string() }).optional(),
});
const event = z.object({ event: z.object({ type: z.string(), user: z.string().optional() }) });

function subjectOf({ type, payload }: Envelope): { what: string; userId: string | null } {
  if (type === 'slash_commands') {
    return { what: payload.command ?? type, userId: payload.user_id ?? null };
  }
  if (type === 'events_api') {
    const parsed = event.safeParse(payload);
    if (!parsed.success) return { what: type, userId: null };
    return { what: parsed.data.event.type, userId: parsed.data.event.user ?? null };
  }
  const parsed = interactive.safeParse(payload);
  if (!parsed.success) return { what: type, userId: null };
  const { actions, action_id, callback_id, view, user } = parsed.data;
  // Which button was pressed may be a vote, and the panel names who pressed it.
  const name = actions ? '' : (action_id ?? callback_id ?? view?.callback_id ?? '');
  return { what: name === '' ? parsed.data.type : name, userId: user?.id ?? null };
}
