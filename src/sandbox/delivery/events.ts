/**
 * Events API: events go out in order of time, are not waited for, and are sent again up to three
 * times when the app does not acknowledge them.
 */
import { randomId } from '../ids.ts';
import type { Identity } from '../model.ts';
import type { Delivered, Envelope } from './envelope.ts';

/** Slack tries again almost at once, after a minute and after five. */
export const EVENT_RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000];

const RETRY_REASONS = {
  operation_timeout: 'http_timeout',
  dispatch_failed: 'connection_failed',
  http_service_error: 'http_error',
  http_client_error: 'http_error',
} as const;

export class EventQueue {
  readonly #identity: Identity;
  readonly #clock: () => number;
  readonly #subscribed: ReadonlySet<string>;
  readonly #deliver: (envelope: Envelope) => Promise<Delivered>;
  readonly #delaysMs: readonly number[];
  readonly #timers = new Set<NodeJS.Timeout>();
  #inFlight = 0;
  #closed = false;

  constructor(options: {
    identity: Identity;
    clock: () => number;
    subscribed: readonly string[];
    deliver: (envelope: Envelope) => Promise<Delivered>;
    retryDelaysMs: readonly number[];
  }) {
    this.#identity = options.identity;
    this.#clock = options.clock;
    this.#subscribed = new Set(options.subscribed);
    this.#deliver = options.deliver;
    this.#delaysMs = options.retryDelaysMs;
  }

  /** Events that the app has neither acknowledged nor lost for good. */
  get pending(): number {
    return this.#inFlight;
  }

  /** @param subscription name in the manifest's bot_events, e.g. `message.im` */
  emit(subscription: string, event: Record<string, unknown> & { type: string }): void {
    if (!this.#subscribed.has(subscription) || this.#closed) return;
    const { teamId, appId, botUserId, verificationToken } = this.#identity;
    const payload = {
      token: verificationToken,
      team_id: teamId,
      context_team_id: teamId,
      context_enterprise_id: null,
      api_app_id: appId,
      event,
      type: 'event_callback',
      event_id: randomId('Ev'),
      event_time: Math.floor(this.#clock() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: teamId,
          user_id: botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
    };
    this.#inFlight += 1;
    void this.#attempt(payload, 0, null);
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  async #attempt(
    payload: Record<string, unknown>,
    attempt: number,
    retry: { attempt: number; reason: string } | null,
  ): Promise<void> {
    const delivered = await this.#deliver({ type: 'events_api', payload, retry });
    const delay = this.#delaysMs[attempt];
    if (delivered.ok || delivered.noRetry === true || delay === undefined || this.#closed) {
      this.#inFlight -= 1;
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#attempt(payload, attempt + 1, {
        attempt: attempt + 1,
        reason: RETRY_REASONS[delivered.reason],
      });
    }, delay);
    timer.unref();
    this.#timers.add(timer);
  }
}
